/** What stands around an expression of JavaScript: what it is declared to be, the name that it gets, the object that it is an entry of. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { SourceEdit } from "../../facts/edits.ts";
import type { TypeFact } from "../../facts/view.ts";
import { modulePath } from "./names.ts";
import { functionAround, keyName, T, type JsNode } from "./nodes.ts";

type Source = Readonly<SourceCode>;
type TypeOf = (annotation: TSESTree.TypeNode) => TypeFact | null;

/** What a file without types says in front of a statement: `@type {import("lib").Config}`. */
function documentedType(source: Source, statement: JsNode | undefined): TypeFact | null {
  const outer = statement?.parent?.type === T.ExportNamedDeclaration ? statement.parent : statement;
  const comment = outer ? source.getCommentsBefore(outer).at(-1) : undefined;
  const [, module, member, list] = (comment ? /@(?:type|satisfies)\s*\{\s*import\(\s*["']([^"']+)["']\s*\)\.(\w+)(?:<[^{}]*>)?(\[\])?\s*\}/.exec(comment.value) : null) ?? [];
  if (module === undefined || member === undefined || modulePath(module, member).startsWith("?")) return null;
  const of: TypeFact = { kind: "instance", path: `${modulePath(module, member)}()` };
  return list === undefined ? of : { kind: "list", of };
}

/** What the file says that an expression is, where it stands; null where it says nothing. */
export function declaredType(source: Source, node: JsNode, typeOf: TypeOf): TypeFact | null {
  const { parent } = node;
  switch (parent?.type) {
    case T.TSSatisfiesExpression:
    case T.TSAsExpression:
    case T.TSTypeAssertion:
      return typeOf(parent.typeAnnotation) ?? declaredType(source, parent, typeOf);
    case T.TSNonNullExpression:
    case T.AwaitExpression:
      return declaredType(source, parent, typeOf);
    case T.ConditionalExpression:
      return parent.test === node ? null : declaredType(source, parent, typeOf);
    case T.LogicalExpression:
      return declaredType(source, parent, typeOf);
    case T.ArrayExpression: {
      const list = declaredType(source, parent, typeOf);
      return list?.kind === "list" ? list.of : null;
    }
    case T.VariableDeclarator:
      return parent.id.typeAnnotation ? typeOf(parent.id.typeAnnotation.typeAnnotation) : documentedType(source, parent.parent);
    case T.ExportDefaultDeclaration:
      return documentedType(source, parent);
    case T.AssignmentExpression:
      return parent.right === node ? documentedType(source, parent.parent) : null;
    case T.PropertyDefinition:
      return parent.value === node && parent.typeAnnotation ? typeOf(parent.typeAnnotation.typeAnnotation) : null;
    case T.ReturnStatement:
    case T.ArrowFunctionExpression: {
      const around = parent.type === T.ReturnStatement ? functionAround(parent) : parent.body === node ? parent : null;
      return around?.returnType && !around.generator ? typeOf(around.returnType.typeAnnotation) : null;
    }
    default:
      return null;
  }
}

/** The name of the variable or the field that an expression is put into; null for none. */
export function givenName(node: JsNode): string | null {
  const { parent } = node;
  switch (parent?.type) {
    case T.TSSatisfiesExpression:
    case T.TSAsExpression:
    case T.TSTypeAssertion:
    case T.TSNonNullExpression:
    case T.AwaitExpression:
      return givenName(parent);
    case T.VariableDeclarator:
      return parent.id.type === T.Identifier ? parent.id.name : null;
    case T.AssignmentExpression:
      if (parent.right !== node) return null;
      return parent.left.type === T.Identifier ? parent.left.name : parent.left.type === T.MemberExpression ? keyName(parent.left.property, parent.left.computed) : null;
    case T.Property:
    case T.PropertyDefinition:
      return parent.value === node ? keyName(parent.key, parent.computed) : null;
    default:
      return null;
  }
}

/** Drops an entry of an object with its comma, and its line where it has one to itself; null when a comment would go with it. */
export function droppedEntry(source: Source, value: JsNode): readonly SourceEdit[] | null {
  const entry = value.parent;
  if (entry?.type !== T.Property || entry.value !== value || entry.parent.type !== T.ObjectExpression || source.getCommentsInside(entry).length > 0) return null;
  const before = source.getTokenBefore(entry);
  const after = source.getTokenAfter(entry);
  if (!before || !after) return null;
  const { text } = source;
  const start = entry.range[0];
  const end = after.value === "," ? after.range[1] : entry.range[1];
  if (after.value === "," && source.getCommentsAfter(entry).length > 0) return null;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const restOfLine = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0];
  if (text.slice(lineStart, start).trim() === "" && restOfLine !== undefined && (after.value === "," || before.value === "{")) return [{ range: [lineStart, end + restOfLine.length], text: "" }];
  if (after.value === ",") return inLine(source, before.range[1], start, end);
  return withCommaBefore(source, before, entry, after);
}

/** An entry between others on a line: the space on one side of it goes, too. */
function inLine({ text }: Source, before: number, start: number, end: number): readonly SourceEdit[] {
  const space = /^[ \t]*/.exec(text.slice(end))?.[0] ?? "";
  const isLastOnLine = /^\r?\n/.test(text.slice(end + space.length));
  const from = isLastOnLine && text.slice(before, start).trim() === "" ? before : start;
  return [{ range: [from, isLastOnLine ? end : end + space.length], text: "" }];
}

/** The last entry: the comma in front of it goes, too. */
function withCommaBefore(source: Source, before: TSESTree.Token, entry: TSESTree.Property, after: TSESTree.Token): readonly SourceEdit[] {
  const hasComment = source.getCommentsBefore(entry).length > 0;
  if (before.value !== ",") {
    const isEmptied = !hasComment && source.getCommentsAfter(entry).length === 0;
    return [{ range: isEmptied ? [before.range[1], after.range[0]] : [...entry.range], text: "" }];
  }
  if (!hasComment) return [{ range: [before.range[0], entry.range[1]], text: "" }];
  return [{ range: [...before.range], text: "" }, { range: [...entry.range], text: "" }];
}
