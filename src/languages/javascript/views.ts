/** What a JavaScript expression is, in the words of the facts. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { Argument, Condition, Entry, TypeFact, View } from "../../facts/view.ts";
import { modulePath, type Names } from "./names.ts";
import { bare, keyName, T, type JsClass, type JsFunction, type JsNode } from "./nodes.ts";
import type { ClassFact, FunctionFact } from "../../facts/functions.ts";

/** What a view needs of its file. */
export interface ViewContext {
  readonly names: Names;
  fn(node: JsFunction): FunctionFact;
  cls(node: JsClass | TSESTree.TSEnumDeclaration): ClassFact;
  typeOf(annotation: TSESTree.TypeNode): TypeFact | null;
}

const OPAQUE: View = { kind: "opaque" };

// eslint-disable-next-line max-lines-per-function -- one case for each kind of node
export function viewOf(node: JsNode, context: ViewContext): View {
  switch (node.type) {
    case T.Literal:
      return literalView(node);
    case T.TemplateLiteral:
      return templateView(node, null);
    case T.TaggedTemplateExpression:
      return templateView(node.quasi, node.tag);
    case T.Identifier:
      return identifierView(node, context);
    case T.ThisExpression:
      return { kind: "self" };
    case T.Super:
      return { kind: "name", name: "super", place: "super" };
    case T.MemberExpression: {
      const name = keyName(node.property, node.computed);
      return name === null ? { kind: "index", object: node.object, key: node.property } : { kind: "field", object: node.object, name };
    }
    case T.CallExpression:
      return callView(node, context);
    case T.NewExpression:
      return { kind: "call", callee: node.callee, args: argumentsOf(node.arguments), isNew: true };
    case T.BinaryExpression:
      return binaryView(node);
    case T.LogicalExpression:
      return { kind: node.operator === "&&" ? "and" : "or", of: [node.left, node.right] };
    case T.ConditionalExpression:
      return { kind: "either", of: [node.consequent, node.alternate] };
    case T.AssignmentExpression:
      return assignmentView(node);
    case T.UnaryExpression:
      return unaryView(node);
    case T.UpdateExpression:
      return { kind: "arithmetic", operands: [node.argument], result: "number" };
    case T.ArrayExpression:
      return { kind: "many", shape: "list", items: node.elements.flatMap((one) => (one ? [one.type === T.SpreadElement ? { node: one.argument, isSpread: true } : { node: one, isSpread: false }] : [])) };
    case T.ObjectExpression:
      return { kind: "table", entries: node.properties.map(entryOf) };
    case T.ArrowFunctionExpression:
    case T.FunctionExpression:
    case T.FunctionDeclaration:
      return { kind: "function", fn: context.fn(node) };
    case T.ClassExpression:
    case T.ClassDeclaration:
    case T.TSEnumDeclaration:
      return { kind: "class", cls: context.cls(node) };
    case T.AwaitExpression:
      return { kind: "same", node: node.argument, type: null };
    case T.SequenceExpression:
      return { kind: "same", node: node.expressions.at(-1) ?? node, type: null };
    case T.ChainExpression:
    case T.TSNonNullExpression:
    case T.TSInstantiationExpression:
      return { kind: "same", node: node.expression, type: null };
    case T.TSAsExpression:
    case T.TSSatisfiesExpression:
    case T.TSTypeAssertion:
      return { kind: "same", node: node.expression, type: context.typeOf(node.typeAnnotation) };
    case T.Decorator:
      return { kind: "same", node: node.expression, type: null };
    default:
      return OPAQUE;
  }
}

function literalView(node: TSESTree.Literal): View {
  if (typeof node.value === "string") return { kind: "text", value: node.value };
  if ("regex" in node) return { kind: "pattern", source: node.regex.pattern, flags: node.regex.flags };
  return { kind: "constant", value: node.value };
}

function templateView(node: TSESTree.TemplateLiteral, tag: JsNode | null): View {
  const pieces = node.quasis.flatMap((quasi, index) => {
    const hole = node.expressions[index];
    const text = { kind: "text" as const, value: quasi.value.cooked ?? quasi.value.raw, node: quasi };
    return hole ? [text, { kind: "hole" as const, node: hole, conversion: null }] : [text];
  });
  return { kind: "template", pieces, tag };
}

function identifierView(node: TSESTree.Identifier, { names }: ViewContext): View {
  const place = names.placeOf(node);
  if (node.name === "undefined" && place === node.name) return { kind: "constant", value: undefined };
  return { kind: "name", name: node.name, place };
}

function callView(node: TSESTree.CallExpression, { names }: ViewContext): View {
  const [first] = node.arguments;
  if (node.callee.type === T.Identifier && node.callee.name === "require" && first?.type === T.Literal && typeof first.value === "string" && names.placeOf(node.callee) === "require") {
    return { kind: "module", path: modulePath(first.value, null), from: { module: first.value, member: null } };
  }
  return { kind: "call", callee: node.callee, args: argumentsOf(node.arguments), isNew: false };
}

const argumentsOf = (nodes: readonly TSESTree.CallExpressionArgument[]): readonly Argument[] =>
  nodes.map((node) => (node.type === T.SpreadElement ? { node: node.argument, name: null, spread: "items" } : { node, name: null, spread: null }));

const COMPARISONS = new Set(["==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"]);

function binaryView(node: TSESTree.BinaryExpression): View {
  if (node.operator === "+") return { kind: "sum", left: node.left, right: node.right };
  return { kind: "arithmetic", operands: [node.left, node.right], result: COMPARISONS.has(node.operator) ? "boolean" : "number" };
}

function assignmentView(node: TSESTree.AssignmentExpression): View {
  switch (node.operator) {
    case "=":
      return { kind: "same", node: node.right, type: null };
    case "+=":
      return { kind: "sum", left: node.left, right: node.right };
    case "||=":
    case "??=":
      return { kind: "or", of: [node.left, node.right] };
    case "&&=":
      return { kind: "and", of: [node.left, node.right] };
    default:
      return { kind: "arithmetic", operands: [node.left, node.right], result: "number" };
  }
}

function unaryView(node: TSESTree.UnaryExpression): View {
  const { argument } = node;
  if (node.operator === "-" && argument.type === T.Literal && (typeof argument.value === "number" || typeof argument.value === "bigint")) {
    return { kind: "constant", value: -argument.value };
  }
  if (node.operator === "void") return { kind: "constant", value: undefined };
  if (node.operator === "-" || node.operator === "+" || node.operator === "~") return { kind: "arithmetic", operands: [argument], result: "number" };
  return { kind: "arithmetic", operands: [argument], result: "boolean" };
}

function entryOf(property: TSESTree.ObjectLiteralElement): Entry {
  if (property.type === T.SpreadElement) return { key: null, value: property.argument };
  const name = keyName(property.key, property.computed);
  return { key: name ?? property.key, value: property.value };
}

const FLIPPED = new Set(["!=", "!=="]);

/** What a condition says, one step deep. */
export function conditionOf(node: JsNode): Condition {
  const at = bare(node);
  if (at.type === T.UnaryExpression && at.operator === "!") return { kind: "not", of: at.argument };
  if (at.type === T.LogicalExpression && at.operator !== "??") return { kind: at.operator === "&&" ? "all" : "any", of: [at.left, at.right] };
  if (at.type === T.CallExpression) return { kind: "call", call: at };
  if (at.type === T.AwaitExpression) return conditionOf(at.argument);
  if (at.type !== T.BinaryExpression) return { kind: "truthy", node: at };
  return comparisonOf(at);
}

function comparisonOf(node: TSESTree.BinaryExpression): Condition {
  const { left, right, operator } = node;
  if (operator === "in" && left.type !== T.PrivateIdentifier) return { kind: "in", item: left, of: right, negated: false };
  if (operator === "===" || operator === "==" || FLIPPED.has(operator)) {
    const negated = FLIPPED.has(operator);
    if (left.type === T.UnaryExpression && left.operator === "typeof" && right.type === T.Literal) return { kind: "typeof", node: left.argument, is: String(right.value), negated };
    return { kind: "equal", left, right, negated };
  }
  // `list.indexOf(x) >= 0` asks what `!== -1` asks; the call is the condition then.
  if (left.type === T.CallExpression && right.type === T.Literal && right.value === 0 && operator === ">=") return { kind: "call", call: left, isFound: true };
  if (left.type === T.CallExpression && right.type === T.Literal && right.value === 0 && operator === "<") return { kind: "call", call: left, isFound: false };
  if (left.type === T.CallExpression && right.type === T.UnaryExpression && operator === ">") return { kind: "call", call: left, isFound: true };
  const isCounted = left.type === T.MemberExpression && right.type === T.Literal && ((operator === ">" && right.value === 0) || (operator === ">=" && right.value === 1));
  return { kind: "truthy", node: isCounted ? left : node };
}
