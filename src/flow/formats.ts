/** Text with marks that values fill: `%`, `str.format`, `util.format`. */

import type { CodeNode } from "../facts/node.ts";
import type { Arguments } from "./arguments.ts";
import { elementOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { fieldOf, indexOf } from "./members.ts";
import { atom, constantText, hole, piecesOf, text, type Piece, type Text, type Value } from "./value.ts";

/** A mark in a format: a literal percent or brace, or a place for a value. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: "literal" | "value";
  /** The text of a literal mark. */
  readonly text: string;
  /** A key or a dotted path; empty for the next position. */
  readonly key: string;
  readonly conversion: string;
}

const PERCENT = /%(?:\(([^)]*)\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;
const BRACE = /\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;
const PRINTF = /%(?:(\d+)\$)?([a-zA-Z%])/g;

/** The marks of a `%` format, with offsets into the text. */
export const percentMarks = (format: string): readonly Mark[] =>
  [...format.matchAll(PERCENT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[2] === "%" ? "literal" : "value",
    text: "%",
    key: match[1] ?? "",
    conversion: match[2] ?? "s",
  }));

/** The marks of a `str.format` text, with offsets into it. */
export const braceMarks = (format: string): readonly Mark[] =>
  [...format.matchAll(BRACE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[0] === "{{" || match[0] === "}}" ? "literal" : "value",
    text: match[0].slice(0, 1),
    key: match[1] ?? "",
    conversion: match[2] === "r" ? "r" : /[dfeEgGnxXob]$/.test(match[3] ?? "") ? "d" : "s",
  }));

type Fill = (mark: Mark) => readonly Piece[];

/** The pieces of a format with its marks filled; pieces that are no constant stay as they are. */
function filled(pieces: readonly Piece[], marksOf: (format: string) => readonly Mark[], fill: Fill): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === "hole") return [piece];
    if (piece.kind === "choice") return [{ kind: "choice", of: piece.of.map((one) => filled(one, marksOf, fill)) }];
    const out: Piece[] = [];
    let at = 0;
    for (const mark of marksOf(piece.text)) {
      out.push(...constantText(piece.text.slice(at, mark.start)).pieces);
      out.push(...(mark.kind === "literal" ? constantText(mark.text).pieces : fill(mark)));
      at = mark.end;
    }
    out.push(...constantText(piece.text.slice(at)).pieces);
    return out;
  });
}

const NUMERIC = new Set(["d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G"]);

/** A value put into a text by a conversion; what a numeric conversion lets through is a number. */
export function convertedPieces(value: Value, node: CodeNode, conversion: string): readonly Piece[] {
  if (!NUMERIC.has(conversion)) return piecesOf(value, node, conversion === "r" || conversion === "a" ? "r" : null);
  if (value.kind === "atom" && value.trust === "harmless") return piecesOf(value, node);
  const type = conversion === "d" || conversion === "i" || conversion === "u" ? "integer" : "number";
  return [hole(node, atom(node, { trust: "typed", type, typedBy: "cast", ...(value.kind === "atom" ? { from: value.from, steps: value.steps } : {}) }), conversion)];
}

/** `format % values`. */
export function percentFormat(engine: Engine, format: Value, values: CodeNode, frame: Frame): Value {
  const view = engine.code.view(values);
  const nodes = view.kind === "many" && view.shape === "tuple" ? view.items : null;
  const keyed = view.kind === "table" ? new Map(view.entries.map((entry) => [typeof entry.key === "string" ? entry.key : keyOf(engine, entry.key), entry.value])) : null;
  const whole = nodes ? null : engine.valueOf(values, frame);
  let next = 0;
  const fill: Fill = (mark) => {
    if (mark.key !== "") {
      const node = keyed?.get(mark.key);
      if (node) return convertedPieces(engine.valueOf(node, frame), node, mark.conversion);
      return convertedPieces(whole ? fieldOf(engine, whole, mark.key, values, frame) : atom(values), holeNode(whole, mark.key, values), mark.conversion);
    }
    const position = next;
    next += 1;
    const item = nodes?.[position];
    if (item) return convertedPieces(item.isSpread ? elementOf(engine, engine.valueOf(item.node, frame), item.node) : engine.valueOf(item.node, frame), item.node, mark.conversion);
    if (!whole) return convertedPieces(atom(values), values, mark.conversion);
    const isTuple = whole.kind === "list" && whole.shape === "tuple" && whole.items.length > 0;
    return convertedPieces(isTuple ? indexOf(engine, whole, atom(values, { trust: "harmless", constant: position }), values) : whole, values, mark.conversion);
  };
  const alternatives = format.kind === "union" ? format.of : [format];
  const texts = alternatives.map((one): Text => {
    next = 0;
    return text(filled(one.kind === "text" ? one.pieces : piecesOf(one, values), percentMarks, fill));
  });
  const [only] = texts;
  return texts.length === 1 && only ? only : { kind: "union", of: texts };
}

/** `% locals()` fills a mark with the local of that name, so the hole is where that local gets its value. */
function holeNode(whole: Value | null, key: string, values: CodeNode): CodeNode {
  const value = whole?.kind === "table" ? whole.entries.get(key) : undefined;
  return value?.kind === "atom" ? value.node : values;
}

const keyOf = (engine: Engine, key: CodeNode | null): string => {
  const view = key ? engine.code.view(key) : null;
  return view?.kind === "text" ? view.value : "";
};

/** `"{} {x}".format(…)`. */
export function braceFormat(engine: Engine, format: Value, args: Arguments, { node, frame, by }: { readonly node: CodeNode; readonly frame: Frame; readonly by?: number | undefined }): Value {
  const named = args.named();
  const table = by === undefined ? null : args.at(by);
  let next = 0;
  const fill: Fill = (mark) => {
    const [head = "", ...path] = mark.key.split(/[.[]/).map((part) => part.replace(/\]$/, ""));
    const passed = head === "" ? args.at(next++) : /^\d+$/.test(head) ? args.at(Number(head)) : (named.get(head) ?? null);
    if (table) return convertedPieces([head, ...path].reduce<Value>((one, name) => fieldOf(engine, one, name, table.node, frame), table.value), table.node, mark.conversion);
    if (!passed) return convertedPieces(spreadValue(engine, args, head, node, frame), node, mark.conversion);
    const value = path.reduce<Value>((one, name) => fieldOf(engine, one, name, passed.node, frame), passed.value);
    return convertedPieces(value, passed.node, mark.conversion);
  };
  const pieces = piecesOf(format, node);
  return text(filled(pieces, braceMarks, fill));
}

/** What a `**table` or `*items` gives to a mark. */
function spreadValue(engine: Engine, args: Arguments, key: string, node: CodeNode, frame: Frame): Value {
  const spread = args.view.args.find((arg) => arg.spread !== null);
  if (!spread) return atom(node);
  const value = engine.valueOf(spread.node, frame);
  return spread.spread === "entries" ? fieldOf(engine, value, key, spread.node, frame) : elementOf(engine, value, spread.node);
}

/** `format("… %s …", a, b)`; what each letter does with its value is the library's. */
export function printf(
  format: Value, args: Arguments, from: number,
  quoting: Readonly<Record<string, "identifier" | "literal" | "raw">>, node: CodeNode,
): Value {
  let next = from;
  const marksOf = (source: string): readonly Mark[] =>
    [...source.matchAll(PRINTF)].map((match) => ({
      start: match.index, end: match.index + match[0].length, kind: match[2] === "%" ? "literal" : "value", text: "%", key: match[1] ?? "", conversion: match[2] ?? "s",
    }));
  const fill: Fill = (mark) => {
    const position = mark.key === "" ? next++ : from + Number(mark.key) - 1;
    const passed = args.at(position);
    const how = quoting[mark.conversion] ?? "raw";
    if (!passed) return [hole(node, atom(node))];
    if (how !== "raw") return [hole(passed.node, atom(passed.node, { trust: "harmless", quoted: { as: how, trust: "unknown" } }))];
    return convertedPieces(passed.value, passed.node, mark.conversion === "d" || mark.conversion === "i" || mark.conversion === "f" ? mark.conversion : "s");
  };
  return text(filled(piecesOf(format, node), marksOf, fill));
}

/** Elements with a separator between them; of a list whose length nobody knows one stands for all. */
export function joined(engine: Engine, elements: Value, separator: Value, node: CodeNode, listNode: CodeNode): Value {
  const between = piecesOf(separator, node);
  if (elements.kind === "union") return { kind: "union", of: elements.of.map((one) => joined(engine, one, separator, node, listNode)) };
  if (elements.kind !== "list") return text([{ ...hole(node, elementOf(engine, elements, listNode)), isList: true }]);
  const pieces: Piece[] = [];
  elements.items.forEach((item, index) => {
    const own = [...(index > 0 ? between : []), ...piecesOf(item.value, node)];
    if (item.isOptional) pieces.push({ kind: "choice", of: [[], own] });
    else pieces.push(...own);
  });
  if (elements.rest) pieces.push({ kind: "choice", of: [[], [...(elements.items.length > 0 ? between : []), ...manyPieces(elements.rest, node)]] });
  return text(pieces);
}

/** The pieces of any number of elements. */
function manyPieces(rest: Value, node: CodeNode): readonly Piece[] {
  return piecesOf(rest, node).map((piece) => (piece.kind === "hole" ? { ...piece, node, isList: true } : piece));
}
