/** The tree behind a source code, as ESLint walks it, whatever its language. */

import type { SourceCode } from "eslint";
import type { CodeNode } from "../../src/facts/node.ts";

export interface Placed {
  readonly node: CodeNode;
  readonly parent: CodeNode | null;
  /** The field of the parent that holds it. */
  readonly key: string;
}

/** What ESLint asks of a source code of any language; its own type knows JavaScript's nodes only. */
export interface AnySource {
  readonly ast: CodeNode;
  readonly text: string;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  getRange(node: CodeNode): [number, number];
  getLoc(node: CodeNode): { start: Position; end: Position };
  getIndexFromLoc(place: Position): number;
  getLocFromIndex(index: number): Position;
  getAncestors(node: CodeNode): CodeNode[];
  getText(node?: CodeNode): string;
  traverse(): Iterable<{ readonly kind: number; readonly phase?: number; readonly target: unknown }>;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

export const asAny = (source: SourceCode): AnySource => source as unknown as AnySource;

/** What a node calls its kind. */
export const typeOf = (node: CodeNode): string => {
  const { nodeType, type } = node as { readonly nodeType?: string; readonly type?: string };
  return nodeType ?? type ?? "";
};

/** A node's children, field by field. */
export const childrenOf = ({ visitorKeys }: AnySource, node: CodeNode): readonly Placed[] =>
  (visitorKeys[typeOf(node)] ?? []).flatMap((key) => {
    const held = (node as Record<string, unknown>)[key];
    return ((Array.isArray(held) ? held : [held]) as (CodeNode | null | undefined)[]).flatMap((child) => (child ? [{ node: child, parent: node, key }] : []));
  });

/** Every node with its parent, parents first. */
export function nodesOf(source: AnySource): readonly Placed[] {
  const nodes: Placed[] = [{ node: source.ast, parent: null, key: "" }];
  for (const { node } of nodes) nodes.push(...childrenOf(source, node));
  return nodes;
}
