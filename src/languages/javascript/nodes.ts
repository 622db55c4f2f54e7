/** Shorthands over typescript-eslint's tree. */

import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { CodeNode } from "../../facts/node.ts";

export { AST_NODE_TYPES as T };
export type JsNode = TSESTree.Node;
export type JsFunction = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type JsClass = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

// The reasoning hands back the very nodes that it was given; only here they are looked into.
export const js = (node: CodeNode): JsNode => node as JsNode;

export const isFunction = (node: JsNode): node is JsFunction =>
  node.type === AST_NODE_TYPES.FunctionDeclaration || node.type === AST_NODE_TYPES.FunctionExpression || node.type === AST_NODE_TYPES.ArrowFunctionExpression;

export const isClass = (node: JsNode): node is JsClass => node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression;

/** The expression under casts, assertions and optional chains. */
export function bare(node: JsNode): JsNode {
  let at = node;
  for (;;) {
    switch (at.type) {
      case AST_NODE_TYPES.TSAsExpression:
      case AST_NODE_TYPES.TSSatisfiesExpression:
      case AST_NODE_TYPES.TSNonNullExpression:
      case AST_NODE_TYPES.TSTypeAssertion:
      case AST_NODE_TYPES.TSInstantiationExpression:
      case AST_NODE_TYPES.ChainExpression:
        at = at.expression;
        break;
      default:
        return at;
    }
  }
}

/** The name of a key that is written out; null for a computed one. */
export function keyName(key: JsNode, computed: boolean): string | null {
  if (key.type === AST_NODE_TYPES.PrivateIdentifier) return `#${key.name}`;
  if (!computed && key.type === AST_NODE_TYPES.Identifier) return key.name;
  if (key.type === AST_NODE_TYPES.Literal) return String(key.value);
  return key.type === AST_NODE_TYPES.TemplateLiteral && key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? null) : null;
}

/** The nearest function around a node, and whether the node is the function itself is not asked. */
export function functionAround(node: JsNode): JsFunction | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return null;
}

/** The children of a node under these keys, in order. */
export function childrenOf(node: JsNode, keys: readonly string[] | undefined): readonly JsNode[] {
  const children: JsNode[] = [];
  for (const key of keys ?? []) {
    // The visitor keys name children that the type of one node does not show.
    const child = (node as unknown as Record<string, JsNode | (JsNode | null)[] | null | undefined>)[key];
    for (const one of Array.isArray(child) ? child : [child]) if (one) children.push(one);
  }
  return children;
}
