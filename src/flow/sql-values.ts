/** What is to be done with each hole of an SQL text: bound, quoted as a name, left alone, or nothing at all. */

import type { Driver } from "../facts/drivers.ts";
import type { CodeEdits, JoinedList } from "../facts/edits.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { judge, type Judgement } from "./judge.ts";
import type { WrittenSqlHole } from "./sql-text.ts";
import { type Atom, type Value } from "./value.ts";

/** What a plan needs to know of a driver. */
type Binding = Pick<Driver, "typesPlaceholders" | "lists" | "keepsNumbers" | "fillsItself" | "dialect">;

export type Action =
  | { readonly kind: "stay" }
  /** Its place becomes a placeholder. */
  | BindAction
  /** It is a name, which the driver can quote. */
  | { readonly kind: "name"; readonly hole: WrittenSqlHole; readonly isQuoted: boolean };

export interface BindAction {
  readonly kind: "bind";
  readonly hole: WrittenSqlHole;
  readonly isSure: boolean;
  /** Bound only beside others, so that a format with its values can go. */
  readonly isOptional?: boolean;
  /** The source of the value. */
  readonly source: string;
  readonly node: CodeNode;
  /** What goes: the hole alone, the whole literal around it, the parentheses of a list too. */
  readonly extent: "hole" | "literal" | "list" | "literal-list";
  /** It is bound as one value that stands for a list. */
  readonly isList: boolean;
}

const ANY_TYPE = new Set(["concat", "concat_ws", "format", "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_json", "to_jsonb", "to_char", "count", "quote_literal", "quote_nullable", "array_append", "array_prepend", "array_position", "array_remove", "num_nulls", "num_nonnulls", "pg_typeof", "greatest", "least", "max", "min", "array_agg", "string_agg", "json_agg", "jsonb_agg", "row", "unnest", "generate_series", "date_trunc", "age"]);

/** The action for a hole; null when there is no exact edit. */
export function actionFor(engine: Engine, hole: WrittenSqlHole, binding: Binding): Action | null {
  const judged = judge(engine, hole.value, hole.segment.node);
  const { place } = hole.context;
  const isNamed = place === "name" || place === "quoted-name" || place === "placeholder";
  if (isFormattedNumber(hole)) return { kind: "bind", hole, isSure: true, isOptional: true, extent: "hole", isList: false, source: engine.code.edits.source(hole.segment.node), node: hole.segment.node };
  if (judged.trust === "harmless" || (judged.trust === "typed" && (isNamed || place === "clause"))) return { kind: "stay" };
  switch (place) {
    case "quoted":
      return inLiteral(engine, hole, judged, binding);
    case "value":
      return unquoted(engine, hole, judged, binding);
    case "list":
    case "in":
      return list(engine, hole, judged, binding);
    case "name":
    case "quoted-name":
      return hole.value.kind === "atom" && hole.segment.conversion === null ? { kind: "name", hole, isQuoted: place === "quoted-name" } : null;
    case "clause":
    case "comment":
    case "dollar":
    case "placeholder":
      return null;
  }
}

/** A constant number among the values of a format. */
const isFormattedNumber = ({ value, context, segment }: WrittenSqlHole): boolean =>
  context.place === "value" && value.kind === "atom" && typeof value.constant === "number" && segment.conversion === null && /^(?:percent|braces) /.test(segment.literal?.style ?? "");

const takesAnyType = ({ context }: WrittenSqlHole, { typesPlaceholders }: Binding) => typesPlaceholders && context.argumentOf !== null && ANY_TYPE.has(context.argumentOf);

function inLiteral(engine: Engine, hole: WrittenSqlHole, judged: Judgement, binding: Binding): Action | null {
  const { edits } = engine.code;
  const { literal, segment: { node, conversion } } = hole;
  if (!literal?.to || literal.prefix !== null || literal.isSpelled || takesAnyType(hole, binding) || isQuoted(hole.value) || isLiteralPlace(hole, binding)) return null;
  const joined = edits.joined(node);
  if (joined?.each === "other" || writesQuotes(engine, node, hole)) return null;
  if (joined && /^'\s*,\s*'$/.test(joined.separator ?? "")) return listAction(edits, hole, joined, { lists: binding.lists, extent: "literal-list" });
  const base = { kind: "bind", hole, extent: "literal", isList: false } as const;
  const plain = edits.undoubled(node) ?? node;
  if (isEscapedBefore(engine, plain)) return null;
  // In quotes a number is text, and stays one.
  if (isInteger(conversion)) return { ...base, isSure: true, source: edits.textOf(hole.segment), node: plain };
  if (conversion !== null || !isOneThing(engine, hole.value)) return null;
  return { ...base, isSure: !isNullable(judged) || engine.code.view(plain).kind === "or", source: (isNumericText(judged, binding) || isCaught(hole.value)) && !edits.uncast(plain) ? edits.cast(plain) : edits.source(plain), node: plain };
}

const isCaught = (value: Value): boolean => value.kind === "atom" && value.path === "caught";

/** A container, a function or a record is text only where it is printed. */
const isOneThing = ({ know }: Engine, value: Value): boolean =>
  value.kind === "text" || value.kind === "union" || (value.kind === "atom" && value.record === null && know.value(`${value.path ?? "?"}.*`, true) === null);

const isNumericText = ({ trust, atom }: Judgement, { keepsNumbers }: Binding): boolean => keepsNumbers === true && trust === "typed" && isNumeric(atom);

/** Where the server takes a literal and no placeholder: `extract('year' FROM …)`, `AS 'name'`, a path of MySQL. */
const isLiteralPlace = ({ context: { after, argumentOf } }: WrittenSqlHole, { fillsItself, dialect }: Binding): boolean =>
  !fillsItself && (argumentOf === "extract" || after === "as" || after === "separator" || (dialect === "mysql" && after === ">"));

const ESCAPER = /esc|quote|saniti|addslashes|clean_?sql/i;

/** A value whose quotes were doubled elsewhere would be stored with them. */
function isEscapedBefore(engine: Engine, node: CodeNode): boolean {
  const isMarked = (value: Value): boolean => (value.kind === "union" ? value.of.some(isMarked) : value.kind === "atom" && value.isEscaped);
  if (isMarked(engine.valueOf(node))) return true;
  const view = engine.code.view(node);
  const callee = view.kind === "call" ? engine.code.view(view.callee) : null;
  if (view.kind !== "call" || (callee?.kind !== "name" && callee?.kind !== "field") || !ESCAPER.test(callee.name)) return false;
  // What another library escapes is for another place.
  const path = engine.pathOf(engine.valueOf(view.callee));
  return path === null || (engine.know.step(path) === null && (path.startsWith("?") || /sql/i.test(path)));
}

/** Whether a value is built with quotes of its own: `names.replace(",", "','")`. */
function writesQuotes({ code }: Engine, node: CodeNode, { value }: WrittenSqlHole): boolean {
  if (value.kind === "text") return value.pieces.some((piece) => piece.kind === "constant" && piece.text.includes("'"));
  const view = code.view(node);
  if (view.kind !== "call" || code.edits.undoubled(node) || code.view(view.callee).kind !== "field") return false;
  return view.args.slice(1).some(({ node: arg }) => { const own = code.view(arg); return own.kind === "text" && own.value.includes("'"); });
}

const isInteger = (conversion: string | null): boolean => conversion !== null && /^:?[di]$/.test(conversion);

/** What these are given is a column much rather than a value. */
const OF_COLUMNS = new Set(["count", "max", "min", "sum", "avg", "array_agg", "string_agg", "json_agg", "jsonb_agg", "extract", "group_concat", "total", "bool_and", "bool_or", "first_value", "last_value", "lag", "lead"]);
const isColumnsPlace = ({ context }: WrittenSqlHole): boolean => context.argumentOf !== null && OF_COLUMNS.has(context.argumentOf);

/** Text of a field or a column: where it is empty the program wrote something else into its quotes. */
const isNullable = ({ atom }: Judgement): boolean => atom?.isNullable ?? false;

const isQuoted = (value: Value): boolean => value.kind === "atom" && value.quoted?.as === "literal";

/** Only a value by itself: a text that is built is a fragment, a sum of values is none. */
function isOneValue(value: Value): boolean {
  if (value.kind === "union") return value.of.every(isOneValue);
  if (value.kind === "text") return value.pieces.length > 1 && value.pieces.every((piece) => piece.kind === "hole" && isOneValue(piece.value));
  return value.kind === "atom" && value.quoted === null;
}

function unquoted(engine: Engine, hole: WrittenSqlHole, judged: Judgement, binding: Binding): Action | null {
  const { edits } = engine.code;
  const { segment: { node, conversion } } = hole;
  if (takesAnyType(hole, binding)) return null;
  const base = { kind: "bind", hole, extent: "hole", isList: false } as const;
  if (isInteger(conversion)) return { ...base, isSure: true, source: edits.number(node), node };
  if (isColumnsPlace(hole)) return null;
  if (conversion !== null) return conversion === "!r" || conversion === "r" ? { ...base, isSure: false, source: edits.source(node), node } : null;
  if (edits.joined(node)) return null;
  const cast = edits.uncast(node);
  if (cast) return { ...base, isSure: true, source: edits.source(cast), node: cast };
  if (!isOneValue(hole.value)) return null;
  return { ...base, isSure: isSureNumber(judged, binding) || isDate(judged, binding), source: edits.source(node), node };
}

/** A server that types its placeholders takes a fraction for an error where it took a number before. */
function isSureNumber({ trust, atom }: Judgement, { typesPlaceholders }: Binding): boolean {
  if (trust !== "typed" || !isNumeric(atom)) return false;
  return !typesPlaceholders || (atom?.type === "integer" && atom.typedBy === "check");
}

const isNumeric = (atom: Atom | null): boolean => atom?.type === "number" || atom?.type === "integer";
const isDate = ({ trust, atom }: Judgement, { typesPlaceholders }: Binding): boolean => trust === "typed" && atom?.type === "date" && !typesPlaceholders;

function list(engine: Engine, hole: WrittenSqlHole, judged: Judgement, binding: Binding): Action | null {
  const { edits } = engine.code;
  const { segment: { node, conversion } } = hole;
  if (conversion !== null || binding.lists === "none") return null;
  const joined = edits.joined(node);
  if (joined) return listAction(edits, hole, joined, { lists: binding.lists, extent: "list", isTyped: isCastList(hole.value, judged, binding) });
  const { kind } = engine.code.view(node);
  if (hole.context.place === "in" && isOneValue(hole.value) && (kind === "name" || kind === "field" || kind === "index")) return listAction(edits, hole, { source: edits.source(node), node, each: "plain", separator: null }, { lists: binding.lists, extent: "hole" });
  return null;
}

const isCastList = (value: Value, judged: Judgement, binding: Binding): boolean => value.kind !== "union" && isSureNumber(judged, binding);

function listAction(edits: CodeEdits, hole: WrittenSqlHole, joined: JoinedList, { lists, extent, isTyped = false }: { readonly lists: Binding["lists"]; readonly extent: BindAction["extent"]; readonly isTyped?: boolean }): Action | null {
  if (lists === "none" || joined.each === "other") return null;
  const isWhole = joined.separator === null;
  if (!isWhole && extent === "list" && !/^\s*,\s*$/.test(joined.separator)) return null;
  if (isWhole !== (hole.context.place === "in")) return null;
  const source = edits.listValue(joined, lists === "tuple" ? "tuple" : lists === "any-list" ? "list" : "array");
  return { kind: "bind", hole, isSure: extent !== "literal-list" && (joined.each !== "plain" || isTyped), source, node: joined.node, extent: isWhole ? "hole" : extent, isList: true };
}
