/** What a Python expression is, in the words of the facts. */

import type { ClassFact, FunctionFact } from "../../facts/functions.ts";
import type { CodeNode } from "../../facts/node.ts";
import type { Argument, Condition, Entry, Item, TemplatePiece, View } from "../../facts/view.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";

export interface ViewContext {
  placeOf(node: PyNodeOf<"Name">): string;
  fn(node: PyFunction): FunctionFact;
  cls(node: PyNodeOf<"ClassDef">): ClassFact;
  /** The value that a class's body gives to a name which is read in that body. */
  classValue(node: PyNodeOf<"Name">): CodeNode | null;
}

export type PyFunction = PyNodeOf<"FunctionDef"> | PyNodeOf<"AsyncFunctionDef"> | PyNodeOf<"Lambda">;

const OPAQUE: View = { kind: "opaque" };

// The reasoning hands back the very nodes that it was given; only here they are looked into.
export const py = (node: CodeNode): PyNode => node as PyNode;

// eslint-disable-next-line max-lines-per-function -- one case for each kind of node
export function viewOf(node: PyNode, context: ViewContext): View {
  switch (node.nodeType) {
    case "Constant":
      return constantView(node);
    case "JoinedStr":
      return templateView(node);
    case "Name": {
      const own = context.classValue(node);
      return own ? { kind: "same", node: own, type: null } : { kind: "name", name: node.id, place: context.placeOf(node) };
    }
    case "Attribute":
      // What an instance's class has, the instance has.
      if (node.attr === "__class__") return { kind: "same", node: node.value, type: null };
      return { kind: "field", object: node.value, name: node.attr };
    case "Subscript":
      return node.slice.nodeType === "Slice" ? { kind: "slice", object: node.value } : { kind: "index", object: node.value, key: node.slice };
    case "Call":
      return { kind: "call", callee: node.func, args: argumentsOf(node), isNew: false };
    case "BinOp":
      return operationView(node.op.nodeType, node.left, node.right);
    case "AugAssign":
      return operationView(node.op.nodeType, node.target, node.value);
    case "BoolOp":
      return { kind: node.op.nodeType === "And" ? "and" : "or", of: node.values };
    case "Compare":
      return { kind: "arithmetic", operands: [], result: "boolean" };
    case "UnaryOp":
      return unaryView(node);
    case "IfExp":
      return { kind: "either", of: [node.body, node.orelse] };
    case "NamedExpr":
    case "Await":
    case "Starred":
      return { kind: "same", node: node.value, type: null };
    case "List":
    case "Tuple":
    case "Set":
      return { kind: "many", shape: node.nodeType === "Tuple" ? "tuple" : node.nodeType === "Set" ? "set" : "list", items: node.elts.map(itemOf) };
    case "Dict":
      return { kind: "table", entries: node.keys.map((key, index) => entryOf(key, node.values[index])) };
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return { kind: "each", element: node.elt, key: null };
    case "DictComp":
      return { kind: "each", element: node.value, key: node.key };
    case "Lambda":
    case "FunctionDef":
    case "AsyncFunctionDef":
      return { kind: "function", fn: context.fn(node) };
    case "ClassDef":
      return { kind: "class", cls: context.cls(node) };
    default:
      return OPAQUE;
  }
}

function constantView(node: PyNodeOf<"Constant">): View {
  const value: unknown = node.value;
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" || value === null) return { kind: "constant", value };
  return OPAQUE;
}

function templateView(node: PyNodeOf<"JoinedStr">): View {
  const pieces = node.values.flatMap((value): readonly TemplatePiece[] => {
    if (value.nodeType === "Constant") return [{ kind: "text" as const, value: String(value.value), node: value }];
    if (value.nodeType !== "FormattedValue") return [];
    return [{ kind: "hole" as const, node: value.value, conversion: conversionOf(value) }];
  });
  return { kind: "template", pieces, tag: null };
}

function conversionOf(node: PyNodeOf<"FormattedValue">): string | null {
  if (node.conversion === 114 || node.conversion === 97) return "r";
  const spec = node.format_spec;
  if (spec?.nodeType !== "JoinedStr") return null;
  const last = spec.values.at(-1);
  const text: unknown = last?.nodeType === "Constant" ? last.value : "";
  return typeof text === "string" && /[dfeEgGnxXob]$/.test(text) ? "d" : null;
}

function operationView(operator: string, left: PyExpr, right: PyExpr): View {
  switch (operator) {
    case "Add":
      return { kind: "sum", left, right };
    case "Mod":
      return { kind: "percent", text: left, values: right };
    case "Mult":
      return { kind: "repeat", left, right };
    // No text has these operators.
    case "Sub":
    case "Div":
    case "FloorDiv":
    case "Pow":
      return { kind: "arithmetic", operands: [left, right], result: "number" };
    case "BitOr":
      return { kind: "sum", left, right };
    case "BitAnd":
      return { kind: "overlap", left, right };
    default:
      return OPAQUE;
  }
}

function unaryView(node: PyNodeOf<"UnaryOp">): View {
  if (node.op.nodeType === "Not") return { kind: "arithmetic", operands: [], result: "boolean" };
  const { operand } = node;
  const value: unknown = operand.nodeType === "Constant" ? operand.value : null;
  if (node.op.nodeType === "USub" && typeof value === "number") return { kind: "constant", value: -value };
  return { kind: "arithmetic", operands: [operand], result: "number" };
}

const itemOf = (node: PyExpr): Item => (node.nodeType === "Starred" ? { node: node.value, isSpread: true } : { node, isSpread: false });

function entryOf(key: PyExpr | null | undefined, value: PyExpr | undefined): Entry {
  const stored = value ?? key;
  if (!stored) throw new Error("a dict entry without a value");
  if (!key) return { key: null, value: stored };
  const text: unknown = key.nodeType === "Constant" ? key.value : null;
  return { key: typeof text === "string" ? text : key, value: stored };
}

const argumentsOf = (node: PyNodeOf<"Call">): readonly Argument[] => [
  ...node.args.map((arg): Argument => (arg.nodeType === "Starred" ? { node: arg.value, name: null, spread: "items" } : { node: arg, name: null, spread: null })),
  ...node.keywords.map((keyword): Argument => ({ node: keyword.value, name: keyword.arg ?? null, spread: keyword.arg ? null : "entries" })),
];

/** What a condition says, one step deep. */
export function conditionOf(node: PyNode): Condition {
  switch (node.nodeType) {
    case "UnaryOp":
      return node.op.nodeType === "Not" ? { kind: "not", of: node.operand } : { kind: "truthy", node };
    case "BoolOp":
      return { kind: node.op.nodeType === "And" ? "all" : "any", of: node.values };
    case "Call":
      return isinstanceOf(node) ?? countedOf(node) ?? { kind: "call", call: node };
    case "NamedExpr":
      return conditionOf(node.value);
    case "Compare":
      return comparisonOf(node);
    case "BinOp":
      // What one set has beyond another.
      return node.op.nodeType === "Sub" ? { kind: "subset", of: node.left, in: node.right, negated: true } : { kind: "truthy", node };
    default:
      return { kind: "truthy", node };
  }
}

/** `isinstance(x, int)` proves what `typeof x === "number"` proves. */
function isinstanceOf(node: PyNodeOf<"Call">): Condition | null {
  const [item, types] = node.args;
  if (node.func.nodeType !== "Name" || node.func.id !== "isinstance" || !item || !types) return null;
  const names = types.nodeType === "Tuple" ? types.elts : [types];
  const isNumber = names.every((one) => one.nodeType === "Name" && (one.id === "int" || one.id === "float" || one.id === "bool"));
  return isNumber ? { kind: "typeof", node: item, is: "number", negated: false } : null;
}

/** `len(x)` asks what `x` asks. */
function countedOf(node: PyNode): Condition | null {
  const counted = node.nodeType === "Call" && node.func.nodeType === "Name" && node.func.id === "len" ? node.args[0] : undefined;
  return counted ? { kind: "truthy", node: counted } : null;
}

const isConstant = (node: PyNode, value: number): boolean => node.nodeType === "Constant" && (node.value as unknown) === value;

function comparisonOf(node: PyNodeOf<"Compare">): Condition {
  const [operator] = node.ops;
  const [right] = node.comparators;
  if (!operator || !right || node.ops.length > 1) return { kind: "truthy", node };
  switch (operator.nodeType) {
    case "In":
    case "NotIn":
      return { kind: "in", item: node.left, of: right, negated: operator.nodeType === "NotIn" };
    case "Eq":
    case "Is":
      return { kind: "equal", left: node.left, right, negated: false };
    case "NotEq":
    case "IsNot":
      return { kind: "equal", left: node.left, right, negated: true };
    case "LtE":
    case "Lt":
      return { kind: "subset", of: node.left, in: right, negated: false };
    case "GtE":
    case "Gt":
      if (isConstant(right, operator.nodeType === "Gt" ? 0 : 1)) return countedOf(node.left) ?? { kind: "truthy", node };
      return { kind: "subset", of: right, in: node.left, negated: false };
    default:
      return { kind: "truthy", node };
  }
}



