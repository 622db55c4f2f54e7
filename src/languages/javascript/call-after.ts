/** The method that is called on a call's result, at once or by the one name that the result gets. */

import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import { keyName, T, type JsNode } from "./nodes.ts";

/** Null when the result goes anywhere else. */
export function callAfter(source: Readonly<SourceCode>, call: JsNode): { readonly call: JsNode; readonly name: string } | null {
  const result = onlyUse(source, call) ?? call;
  const member = result.parent;
  if (member?.type !== T.MemberExpression || member.object !== result) return null;
  const name = keyName(member.property, member.computed);
  return member.parent.type === T.CallExpression && member.parent.callee === member && name !== null ? { call: member.parent, name } : null;
}

/** Where a local is read that holds the result, when it is read once, in the block that declares it. */
function onlyUse(source: Readonly<SourceCode>, call: JsNode): JsNode | null {
  const held = call.parent?.type === T.AwaitExpression ? call.parent : call;
  const declarator = held.parent;
  if (declarator?.type !== T.VariableDeclarator || declarator.init !== held || declarator.id.type !== T.Identifier || declarator.parent.parent.type === T.ExportNamedDeclaration) return null;
  const [variable] = source.getDeclaredVariables(declarator);
  const [use, ...more] = variable?.references.filter((one) => !one.init) ?? [];
  return use?.isRead() && more.length === 0 && use.from === variable?.scope ? use.identifier : null;
}
