/** Which fields of a Python node hold its children, in source order. */

import type { PyNode } from "./ast.ts";

const FUNCTION = ["decorator_list", "type_params", "args", "returns", "body"];
const LOOP = ["target", "iter", "body", "orelse"];
const WITH = ["items", "body"];
const TRY = ["body", "handlers", "orelse", "finalbody"];
const COMPREHENSION = ["elt", "generators"];

export const visitorKeys: Readonly<Record<string, readonly string[]>> = {
  Module: ["body"], FunctionDef: FUNCTION, AsyncFunctionDef: FUNCTION, ClassDef: ["decorator_list", "type_params", "bases", "keywords", "body"],
  Return: ["value"], Delete: ["targets"], Assign: ["targets", "value"], TypeAlias: ["name", "type_params", "value"], AugAssign: ["target", "value"], AnnAssign: ["target", "annotation", "value"],
  For: LOOP, AsyncFor: LOOP, While: ["test", "body", "orelse"], If: ["test", "body", "orelse"], With: WITH, AsyncWith: WITH,
  Match: ["subject", "cases"], MatchCase: ["pattern", "guard", "body"], Raise: ["exc", "cause"], Try: TRY, TryStar: TRY, ExceptHandler: ["type", "body"],
  Assert: ["test", "msg"], Import: ["names"], ImportFrom: ["names"], Global: [], Nonlocal: [], Expr: ["value"], Pass: [], Break: [], Continue: [],
  BoolOp: ["values"], NamedExpr: ["target", "value"], BinOp: ["left", "right"], UnaryOp: ["operand"], Lambda: ["args", "body"], IfExp: ["body", "test", "orelse"],
  Dict: ["keys", "values"], Set: ["elts"], ListComp: COMPREHENSION, SetComp: COMPREHENSION, GeneratorExp: COMPREHENSION, DictComp: ["key", "value", "generators"],
  Comprehension: ["target", "iter", "ifs"], Await: ["value"], Yield: ["value"], YieldFrom: ["value"], Compare: ["left", "comparators"],
  Call: ["func", "args", "keywords"], Keyword: ["value"], FormattedValue: ["value", "format_spec"], Interpolation: ["value", "format_spec"], JoinedStr: ["values"], TemplateStr: ["values"], Constant: [],
  Attribute: ["value"], Subscript: ["value", "slice"], Starred: ["value"], Name: [], List: ["elts"], Tuple: ["elts"], Slice: ["lower", "upper", "step"],
  Arguments: ["posonlyargs", "args", "defaults", "vararg", "kwonlyargs", "kw_defaults", "kwarg"], Arg: ["annotation"], Alias: [], WithItem: ["context_expr", "optional_vars"],
  MatchValue: ["value"], MatchSingleton: [], MatchSequence: ["patterns"], MatchMapping: ["keys", "patterns"], MatchClass: ["cls", "patterns", "kwd_patterns"], MatchStar: [], MatchAs: ["pattern"], MatchOr: ["patterns"],
  TypeVar: ["bound"], ParamSpec: [], TypeVarTuple: [], Comment: [],
};

const NONE: readonly PyNode[] = [];

/** A node's children in source order. */
export function childrenOf(node: PyNode): readonly PyNode[] {
  const keys = visitorKeys[node.nodeType];
  if (!keys || keys.length === 0) return NONE;
  const children: PyNode[] = [];
  for (const key of keys) {
    // The keys name fields that the type of one node does not show.
    const child = (node as unknown as Record<string, PyNode | (PyNode | null)[] | null | undefined>)[key];
    for (const one of Array.isArray(child) ? child : [child]) if (one) children.push(one);
  }
  return children;
}
