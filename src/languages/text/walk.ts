/** The way of ESLint through a tree. */

import type { TraversalStep } from "@eslint/core";
import { VisitNodeStep } from "@eslint/plugin-kit";

/** Every node on the way in and out, children in order; iterative, real files nest deeper than the stack. */
export function* walk<Node extends object>(root: Node, childrenOf: (node: Node) => readonly Node[], parentOf: (node: Node) => Node | null | undefined): Iterable<TraversalStep> {
  const stack: { readonly node: Node; readonly left: boolean }[] = [{ node: root, left: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, left } = top;
    yield new VisitNodeStep({ target: node, phase: left ? 2 : 1, args: [node, parentOf(node)] });
    if (left) continue;
    stack.push({ node, left: true });
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child) stack.push({ node: child, left: false });
    }
  }
}
