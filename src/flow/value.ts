/** What an expression may be: texts made of pieces, lists, tables, functions, or something with a known origin. */

import type { ClassFact, FunctionFact } from "../facts/functions.ts";
import type { ValueFact } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";

export type Value = Text | Atom | List | Table | FunctionValue | ClassValue | Union;

export interface Text {
  readonly kind: "text";
  readonly pieces: readonly Piece[];
}

export type Piece = ConstantPiece | Hole | Choice;

export interface ConstantPiece {
  readonly kind: "constant";
  readonly text: string;
}

/** A place in a text that a value fills. */
export interface Hole {
  readonly kind: "hole";
  readonly node: CodeNode;
  readonly value: Value;
  /** `d`, `r` …, where a format converts. */
  readonly conversion: string | null;
  /** Several values joined. */
  readonly isList: boolean;
  readonly steps: Step | null;
}

/** One of several texts, by the way control took. */
export interface Choice {
  readonly kind: "choice";
  readonly of: readonly (readonly Piece[])[];
}

/** How far a value can be trusted. `harmless`: it cannot change the text's meaning anywhere; `typed`: not as a value, by its type. */
export type Trust = "harmless" | "typed" | "foreign" | "unknown";

export type Type = "number" | "integer" | "text" | "date" | "boolean" | "list" | null;

/** A value that is not looked into any further. */
export interface Atom {
  readonly kind: "atom";
  readonly node: CodeNode;
  /** Where it came into the program, as far as that is in sight. */
  readonly from: CodeNode;
  readonly trust: Trust;
  readonly type: Type;
  /** How the type is known: a check at run time and a parse are proof, an annotation is a promise. */
  readonly typedBy: "check" | "cast" | "annotation" | null;
  /** Its canonical path, when it comes from something with a name: `pg:client.query`. */
  readonly path: string | null;
  /** What it was quoted as, and the quoted value's own trust. */
  readonly quoted: { readonly as: "identifier" | "literal"; readonly trust: Trust } | null;
  /** The parameter that it is, unchanged, when nobody has said yet what is passed. */
  readonly parameter: { readonly fn: FunctionFact; readonly index: number } | null;
  /** The parameter that it is a part of, as far as it goes: an element of an element, a pair of a table. */
  readonly partOf: Atom["parameter"];
  /** The class of records that it is one of. */
  readonly record: ClassFact | null;
  /** The model of records that no class of the file is of. */
  readonly model: string | null;
  /** What it is where it is shown. */
  readonly content: ValueFact["content"] | null;
  /** Where it came from, in words: "a parameter of the public method `find`". */
  readonly origin: string | null;
  readonly steps: Step | null;
  /** Signs in it have been doubled or slashed by hand. */
  readonly isEscaped: boolean;
  /** Empty it is no text at all: a field that is False, a column that is null. */
  readonly isNullable: boolean;
  /** What its methods give is as good as itself. */
  readonly isDeep: boolean;
  /** Its only value, when that is a constant but no text. */
  readonly constant: number | bigint | boolean | null | undefined;
  /** What it is in the file that handed it to a function of this one. */
  readonly outside: Atom | null;
  /** What a schema or a table made of it (`z.object({…})`): the calls that made it. */
  readonly call: CodeNode | null;
}

export interface List {
  readonly kind: "list";
  readonly shape: "list" | "tuple" | "set";
  readonly items: readonly ListItem[];
  /** Any number of further elements. */
  readonly rest: Value | null;
}

export interface ListItem {
  readonly value: Value;
  readonly isOptional: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly entries: ReadonlyMap<string, Value>;
  readonly rest: Value | null;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly fn: FunctionFact;
  /** The frame in which it was made; opaque here. */
  readonly frame: object | null;
  readonly self: Value | null;
  /** The engine of the other file that it lies in. */
  readonly home?: Engine;
}

export interface ClassValue {
  readonly kind: "class";
  readonly cls: ClassFact;
}

export interface Union {
  readonly kind: "union";
  readonly of: readonly Value[];
}

/** A step on a value's way, newest first. */
export interface Step {
  readonly node: CodeNode;
  readonly note: string;
  readonly before: Step | null;
}

const MOST_ALTERNATIVES = 64;
const MOST_PIECES = 10_000;

const PLAIN: Omit<Atom, "node" | "from"> = {
  kind: "atom", trust: "unknown", type: null, typedBy: null, path: null, quoted: null, parameter: null, partOf: null, record: null, model: null, content: null, origin: null, steps: null, isEscaped: false, isNullable: false, isDeep: false, constant: undefined, outside: null, call: null,
};

export const atom = (node: CodeNode, known: Partial<Omit<Atom, "kind" | "node">> = {}): Atom => ({ ...PLAIN, from: node, ...known, node });

export const text = (pieces: readonly Piece[]): Text => ({ kind: "text", pieces });

export const constantText = (value: string): Text => text(value === "" ? [] : [{ kind: "constant", text: value }]);

export const list = (shape: List["shape"], items: readonly ListItem[], rest: Value | null = null): List => ({ kind: "list", shape, items, rest });

/** The pieces that a value contributes where text is made of it. */
export function piecesOf(value: Value, node: CodeNode, conversion: string | null = null): readonly Piece[] {
  switch (value.kind) {
    case "text":
      return conversion === "r" && value.pieces.length > 0 ? [hole(node, value, conversion)] : value.pieces;
    case "union":
      return [choice(value.of.map((one) => piecesOf(one, node, conversion)))];
    case "atom":
      if (value.trust === "harmless" && value.constant !== undefined) return [{ kind: "constant", text: value.constant === null ? "" : String(value.constant) }];
      return [hole(node, value, conversion)];
    case "list":
    case "table":
    case "function":
    case "class":
      return [hole(node, value, conversion)];
  }
}

export const hole = (node: CodeNode, value: Value, conversion: string | null = null, isList = false): Hole => ({ kind: "hole", node, value, conversion, isList, steps: null });

function choice(of: readonly (readonly Piece[])[]): Piece {
  return { kind: "choice", of };
}

/** One text after another. */
export function concatenated(...parts: readonly (readonly Piece[])[]): Text {
  const pieces = parts.flat();
  return pieces.length > MOST_PIECES ? text(pieces.slice(0, MOST_PIECES)) : text(pieces);
}

const samePiece = (a: Piece | undefined, b: Piece | undefined) =>
  a !== undefined && b !== undefined && (a === b || (a.kind === "constant" && b.kind === "constant" && a.text === b.text));

/** Two texts as one: what they begin with in common, then a choice. */
function eitherText(texts: readonly Text[]): Text {
  const [first, ...others] = texts;
  if (!first || others.length === 0) return first ?? text([]);
  let common = 0;
  while (others.every((other) => samePiece(first.pieces[common], other.pieces[common]))) common += 1;
  const tails = texts.map((one) => one.pieces.slice(common));
  if (tails.every((tail) => tail.length === 0)) return first;
  return text([...first.pieces.slice(0, common), choice(tails)]);
}

function eitherList(lists: readonly List[]): List {
  const [first, ...others] = lists;
  if (!first || others.length === 0) return first ?? list("list", []);
  const isRow = (one: List) => one.shape === "tuple" && one.rest === null && one.items.length === first.items.length && one.items.every((item) => !item.isOptional);
  if (lists.every(isRow)) return list("tuple", first.items.map((_, at) => ({ value: either(lists.flatMap((one) => one.items[at]?.value ?? [])), isOptional: false })));
  let common = 0;
  while (others.every((other) => first.items[common] !== undefined && other.items[common]?.value === first.items[common]?.value)) common += 1;
  const tails = lists.flatMap((one) => one.items.slice(common));
  const seen = new Set<Value>();
  const rest = tails.filter(({ value }) => !seen.has(value) && seen.add(value)).map(({ value }) => ({ value, isOptional: true }));
  const rests = lists.flatMap((one) => (one.rest ? [one.rest] : []));
  return list(first.shape, [...first.items.slice(0, common), ...rest.slice(0, MOST_ALTERNATIVES)], rests.length > 0 ? either(rests) : null);
}

function eitherTable(tables: readonly Table[]): Table {
  const entries = new Map<string, Value>();
  for (const one of tables) for (const [key, value] of one.entries) {
    const known = entries.get(key);
    entries.set(key, known ? either([known, value]) : value);
  }
  const rests = tables.flatMap((one) => (one.rest ? [one.rest] : []));
  return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
}

/** One of several values; texts, lists and tables become one that holds a choice. */
export function either(values: readonly Value[]): Value {
  const flat = [...new Set(values.flatMap((value) => (value.kind === "union" ? value.of : [value])))];
  const [first] = flat;
  if (!first) return { kind: "union", of: [] };
  if (flat.length === 1) return first;
  const texts = flat.filter((value) => value.kind === "text");
  const lists = flat.filter((value) => value.kind === "list");
  const tables = flat.filter((value) => value.kind === "table");
  const others = flat.filter((value) => value.kind !== "text" && value.kind !== "list" && value.kind !== "table");
  const merged: Value[] = [
    ...(texts.length > 0 ? [eitherText(texts)] : []),
    ...(lists.length > 0 ? [eitherList(lists)] : []),
    ...(tables.length > 0 ? [eitherTable(tables)] : []),
    ...distinctAtoms(others),
  ];
  const [only] = merged;
  return merged.length === 1 && only ? only : { kind: "union", of: merged.slice(0, MOST_ALTERNATIVES) };
}

function distinctAtoms(values: readonly Value[]): readonly Value[] {
  const seen = new Map<CodeNode, Trust[]>();
  return values.filter((value) => {
    if (value.kind !== "atom" || value.constant !== undefined) return true;
    const known = seen.get(value.node) ?? [];
    if (known.includes(value.trust)) return false;
    seen.set(value.node, [...known, value.trust]);
    return true;
  });
}

/** Each alternative of a value. */
export const alternatives = (value: Value): readonly Value[] => (value.kind === "union" ? value.of : [value]);

/** The text of a value that is one constant; null for everything else. */
export function constantOf(value: Value): string | null {
  if (value.kind !== "text") return null;
  let constant = "";
  for (const piece of value.pieces) {
    if (piece.kind !== "constant") return null;
    constant += piece.text;
  }
  return constant;
}

/** Every constant that a value may be; null when it may be something else. */
export function constantsOf(value: Value): readonly string[] | null {
  if (value.kind === "union") {
    const all = value.of.map(constantsOf);
    return all.some((one) => one === null) ? null : all.flatMap((one) => one ?? []);
  }
  if (value.kind === "atom") return value.trust === "harmless" && value.constant !== undefined ? [String(value.constant)] : null;
  if (value.kind !== "text") return null;
  let texts: readonly string[] = [""];
  for (const piece of value.pieces) {
    if (piece.kind === "hole") return null;
    const tails: readonly string[] | null = piece.kind === "constant" ? [piece.text] : constantsOf({ kind: "union", of: piece.of.map(text) });
    if (!tails || texts.length * tails.length > MOST_ALTERNATIVES) return null;
    texts = texts.flatMap((head) => tails.map((tail) => head + tail));
  }
  return texts;
}

/** The values of which a text, or a choice of texts, is made. */
export function atomsIn(value: Value): readonly Atom[] {
  if (value.kind === "atom") return [value];
  if (value.kind === "union") return value.of.flatMap(atomsIn);
  const inPieces = (pieces: readonly Piece[]): readonly Atom[] =>
    pieces.flatMap((piece) => (piece.kind === "hole" ? atomsIn(piece.value) : piece.kind === "choice" ? piece.of.flatMap(inPieces) : []));
  return value.kind === "text" ? inPieces(value.pieces) : [];
}

/** Whether nothing but constants and harmless values is in it. */
export function isHarmless(value: Value): boolean {
  switch (value.kind) {
    case "text":
      return arePiecesHarmless(value.pieces);
    case "atom":
      return value.trust === "harmless";
    case "list":
      return value.items.every((item) => isHarmless(item.value)) && (value.rest === null || isHarmless(value.rest));
    case "table":
      return [...value.entries.values()].every(isHarmless) && (value.rest === null || isHarmless(value.rest));
    case "union":
      return value.of.every(isHarmless);
    case "function":
    case "class":
      return false;
  }
}

function arePiecesHarmless(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => {
    if (piece.kind === "constant") return true;
    return piece.kind === "hole" ? isHarmless(piece.value) : piece.of.every(arePiecesHarmless);
  });
}

/** The value with a step added to each hole and atom in it. */
export function withStep(value: Value, node: CodeNode, note: string): Value {
  switch (value.kind) {
    case "text":
      return value.pieces.some((piece) => piece.kind !== "constant") ? text(value.pieces.map((piece) => pieceWithStep(piece, node, note))) : value;
    case "atom":
      return value.trust === "harmless" ? value : { ...value, steps: { node, note, before: value.steps } };
    case "union":
      return { kind: "union", of: value.of.map((one) => withStep(one, node, note)) };
    case "list":
    case "table":
    case "function":
    case "class":
      return value;
  }
}

function pieceWithStep(piece: Piece, node: CodeNode, note: string): Piece {
  if (piece.kind === "constant") return piece;
  if (piece.kind === "choice") return { kind: "choice", of: piece.of.map((pieces) => pieces.map((one) => pieceWithStep(one, node, note))) };
  return { ...piece, steps: { node, note, before: piece.steps } };
}
