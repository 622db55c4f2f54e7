/** Classes that nothing outside the file can get at: their methods have no callers but those in sight. */

import type { Names } from "./names.ts";
import { bare, T, type JsClass, type JsNode } from "./nodes.ts";

/** Whether a class is not exported, and neither it nor an instance of it is handed anywhere. */
export function isClosed(cls: JsClass, names: Names): boolean {
  if (cls.type !== T.ClassDeclaration || cls.superClass || cls.decorators.length > 0) return false;
  const variable = names.variableOf(cls.id ?? cls);
  if (!variable || names.isExported(variable) || cls.parent.type === T.ExportNamedDeclaration || cls.parent.type === T.ExportDefaultDeclaration) return false;
  return variable.references.every(({ identifier, isTypeReference }) => isTypeReference || isMade(identifier, names) || isReceiver(identifier));
}

/** `new Store()` of which only methods are called: at once, or on the one name that it gets. */
function isMade(identifier: JsNode, names: Names): boolean {
  const made = identifier.parent;
  if (made?.type !== T.NewExpression || made.callee !== identifier) return false;
  if (isReceiver(made)) return true;
  const holder = outside(made);
  if (holder?.type !== T.VariableDeclarator || holder.id.type !== T.Identifier) return false;
  const variable = names.variableOf(holder.id);
  return variable !== null && !names.isExported(variable) && variable.references.every((one) => one.init === true || isReceiver(one.identifier));
}

/** Whether nothing is done with a value but to call a method of it. */
function isReceiver(node: JsNode): boolean {
  const member = outside(node);
  return member?.type === T.MemberExpression && bare(member.object) === node && member.parent.type === T.CallExpression && member.parent.callee === member;
}

/** What stands around an expression and its assertions. */
function outside(node: JsNode): JsNode | undefined {
  let at = node.parent;
  while (at && at.type !== T.MemberExpression && bare(at) === bare(node)) at = at.parent;
  return at;
}
