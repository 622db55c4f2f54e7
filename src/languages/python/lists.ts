/** How Python code makes text of lists and values, so that an edit can take the value itself. */

import type { JoinedList } from "../../facts/edits.ts";
import { writesNothing } from "../../facts/written-text.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import { outerRange } from "./outer.ts";
import type { PythonSourceCode } from "./source-code.ts";
import { templateOf } from "./texts.ts";

const isCallOf = (node: PyNode, ...names: readonly string[]): node is PyNodeOf<"Call"> =>
  node.nodeType === "Call" && node.func.nodeType === "Name" && names.includes(node.func.id) && node.keywords.length === 0;

const only = (node: PyNodeOf<"Call">): PyExpr | null => (node.args.length === 1 && node.args[0]?.nodeType !== "Starred" ? (node.args[0] ?? null) : null);

const textOf = (source: PythonSourceCode, node: PyNode): string => source.text.slice(...outerRange(source, node));

/** The value under `str(…)`; null for what is no cast. */
export function uncast(node: PyNode): PyExpr | null {
  return isCallOf(node, "str") ? only(node) : null;
}

/** The value under `x.replace("'", "''")`; null for anything else. */
export function undoubled(node: PyNode): PyExpr | null {
  if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute" || node.func.attr !== "replace") return null;
  const [what, by] = node.args;
  const isQuote = what?.nodeType === "Constant" && what.value === "'";
  return isQuote && by?.nodeType === "Constant" && (by.value === "''" || by.value === "\\'") ? node.func.value : null;
}

/** `", ".join(…)`, `str(tuple(…))`, `tuple(…)`; null for what is no such thing. */
export function joinedOf(source: PythonSourceCode, node: PyNode): JoinedList | null {
  const whole = uncast(node) ?? (isCallOf(node, "tuple") ? node : null);
  if (whole && isCallOf(whole, "tuple")) {
    const inner = only(whole);
    return inner ? { source: textOf(source, inner), node: inner, each: "text", separator: null } : null;
  }
  if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute" || node.func.attr !== "join" || node.keywords.length > 0) return null;
  const separator: unknown = node.func.value.nodeType === "Constant" ? node.func.value.value : null;
  const list = only(node);
  if (!list) return null;
  return typeof separator === "string" ? { ...itemsOf(source, list), separator } : { ...plain(source, list), each: "other", separator: null };
}

type Items = Omit<JoinedList, "separator">;

const CASTS: ReadonlyMap<string, JoinedList["each"]> = new Map([["str", "text"], ["repr", "quoted"]]);

const plain = (source: PythonSourceCode, list: PyExpr): Items => ({ source: textOf(source, list), node: list, each: "plain" });

function itemsOf(source: PythonSourceCode, list: PyExpr): Items {
  if (isCallOf(list, "map") && list.args.length === 2) {
    const [fn, items] = list.args;
    const each = fn?.nodeType === "Name" ? CASTS.get(fn.id) : undefined;
    return each && items ? { source: textOf(source, items), node: items, each } : { ...plain(source, list), each: "other" };
  }
  if (list.nodeType === "GeneratorExp" || list.nodeType === "ListComp") {
    const found = list.generators.length === 1 ? comprehended(source, list) : null;
    if (found) return found;
    if (!writesNothing(textOf(source, list.elt))) return { ...plain(source, list), each: "other" };
  }
  return plain(source, list);
}

/** `str(a) for a in ids`: the list of what is cast or quoted. */
function comprehended(source: PythonSourceCode, list: PyNodeOf<"GeneratorExp"> | PyNodeOf<"ListComp">): Items | null {
  const [generator] = list.generators;
  const item = itemUnder(source, list.elt);
  if (!generator || !item) return null;
  const isPlain = item.node.nodeType === "Name" && generator.target.nodeType === "Name" && item.node.id === generator.target.id && generator.ifs.length === 0;
  const [, end] = source.getRange(list);
  const rest = source.text.slice(outerRange(source, list.elt)[1], end - 1).trimEnd();
  return { source: isPlain && !item.isNumber ? textOf(source, generator.iter) : `${item.isNumber ? `int(${textOf(source, item.node)})` : textOf(source, item.node)}${rest}`, node: isPlain ? generator.iter : list, each: item.each };
}

/** What stands under a cast or quotes around one item. */
function itemUnder(source: PythonSourceCode, node: PyExpr): { readonly node: PyExpr; readonly each: JoinedList["each"]; readonly isNumber?: boolean } | null {
  const cast = uncast(node);
  if (cast) return { node: cast, each: "text" };
  const quoted = isCallOf(node, "repr") ? only(node) : null;
  if (quoted) return { node: quoted, each: "quoted" };
  if (isCallOf(node, "int", "float")) return { node, each: "number" };
  const template = templateOf(source, node);
  if (!template) return null;
  const hole = template.segments.find((segment) => segment.kind === "hole");
  const [before, after] = template.segments.filter((segment) => segment.kind === "chars").map(({ value }) => value);
  if (hole?.kind !== "hole" || template.segments.length > 3) return null;
  const value = hole.node as PyExpr;
  if (template.segments.length === 3 && before === "'" && after === "'" && hole.conversion === null) return { node: undoubled(value) ?? value, each: "quoted" };
  if (template.segments.some((segment) => segment.kind === "chars" && segment.value !== "")) return null;
  if (hole.conversion === "d") return { node: value, each: "number", isNumber: true };
  return hole.conversion === null ? { node: value, each: "text" } : hole.conversion === "r" || hole.conversion === "!r" ? { node: value, each: "quoted" } : null;
}

/** The last name of an expression; of a call that of what it works on. */
export function lastName(node: PyNode): string | null {
  switch (node.nodeType) {
    case "Name":
      return node.id;
    case "Attribute":
      return node.attr;
    case "Subscript":
      return node.slice.nodeType === "Constant" && typeof node.slice.value === "string" && /^[A-Za-z_]\w*$/.test(node.slice.value) ? node.slice.value : lastName(node.value);
    case "Call": {
      const [first] = node.args;
      if (node.func.nodeType === "Name") return first ? lastName(first) : null;
      if (node.func.nodeType !== "Attribute") return null;
      if (node.func.attr === "get" && first?.nodeType === "Constant" && typeof first.value === "string" && /^[A-Za-z_]\w*$/.test(first.value)) return first.value;
      return lastName(node.func.value);
    }
    case "BoolOp":
      return node.values[0] ? lastName(node.values[0]) : null;
    default:
      return null;
  }
}
