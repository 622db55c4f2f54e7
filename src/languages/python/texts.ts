/** The exact form of a Python text: literals side by side, f-strings, sums, `%` and `format`. */

import type { CharsSegment, Formatting, HoleSegment, Segment, SourceEdit, TextTemplate, WrittenLiteral } from "../../facts/edits.ts";
import type { Range } from "../../facts/node.ts";
import { segmentsOfSum } from "../../facts/written-text.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import { literalAt, type PythonLiteral } from "./literals.ts";
import { hasComment, outerRange, signAfter, stringsIn } from "./outer.ts";
import type { PythonSourceCode } from "./source-code.ts";

const PERCENT = /%(?:\(([^)]*)\))?([#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?[diouxXeEfFgGcrsa%])/g;
const BRACES = /\{\{|\}\}|\{([^{}:!]*)((?:![rsa])?(?::(?:[^{}]|\{[^{}]*\})*)?)\}/g;

/** The template of an expression; null when it is not written as one. */
export function templateOf(source: PythonSourceCode, node: PyNode): TextTemplate | null {
  const segments = segmentsOf(source, node);
  return segments && segments.some((segment) => segment.literal !== null) ? { node, segments } : null;
}

function segmentsOf(source: PythonSourceCode, node: PyNode): readonly Segment[] | null {
  switch (node.nodeType) {
    case "Constant":
      return typeof node.value === "string" ? literalSegments(source, node, []) : null;
    case "JoinedStr":
      return literalSegments(source, node, node.values.flatMap((value) => (value.nodeType === "FormattedValue" ? [value.value] : [])));
    case "BinOp":
      if (node.op.nodeType === "Add") return sumSegments(source, node);
      return node.op.nodeType === "Mod" ? percentSegments(source, node) : null;
    case "Call":
      return node.func.nodeType === "Attribute" && node.func.attr === "format" ? formatSegments(source, node, node.func.value) : null;
    default:
      return null;
  }
}

/** `a + b + c`, each operand a text of its own or a hole; null when none is a text. */
function sumSegments(source: PythonSourceCode, node: PyNodeOf<"BinOp">): readonly Segment[] | null {
  const sums: PyNodeOf<"BinOp">[] = [];
  let left: PyNode = node;
  while (left.nodeType === "BinOp" && left.op.nodeType === "Add") {
    sums.unshift(left);
    left = left.left;
  }
  return segmentsOfSum([left, ...sums.map((sum) => sum.right)], {
    segmentsOf: (operand) => segmentsOf(source, operand),
    rangeOf: (operand) => outerRange(source, operand),
    isNumber: (operand) => operand.nodeType === "Constant",
    sumOf: (count) => sums[count - 2] ?? node,
  });
}

function literalSegments(source: PythonSourceCode, node: PyNode, values: readonly PyNode[]): readonly Segment[] | null {
  const segments: Segment[] = [];
  let next = 0;
  for (const token of stringsIn(source, source.getRange(node))) {
    const literal = literalAt(source.text, token.range);
    // Which character `\N{…}` is takes Unicode's own table.
    if (!literal || literal.isBytes || /\\N\{/.test(source.text.slice(...literal.content))) return null;
    const written = writtenLiteral(source, literal, literal.isFormat ? prefixFormatting(source, literal) : null);
    for (const piece of literal.pieces) {
      const value = piece.kind === "hole" ? values[next++] : undefined;
      if (piece.kind === "chars") segments.push({ kind: "chars", value: piece.value, places: piece.places, literal: written });
      else if (value && hasComment(source, piece.range)) return null;
      else if (value) segments.push({ kind: "hole", node: value, conversion: piece.conversion === "!s" ? null : piece.conversion, key: null, range: piece.range, literal: written });
    }
  }
  return next === values.length ? segments : null;
}

function writtenLiteral(source: PythonSourceCode, literal: PythonLiteral, formatting: Formatting | null): WrittenLiteral {
  const { prefix, quote, range, content } = literal;
  const plain = prefix.replace(/[fFtT]/g, "");
  return {
    range, content, style: prefix.toLowerCase() + quote, formatting,
    spell: (text, isFormatted) => (isFormatted ? text.replace(/[{}]/g, "$&$&") : text),
    cut: ([start, end], holes, text) => {
      if (holes.length > 0) return `${prefix}${quote}${source.text.slice(start, end)}${quote}`;
      return literal.isFormat && /[{}]/.test(text) ? null : `${plain}${quote}${source.text.slice(start, end)}${quote}`;
    },
  };
}

/** An f-string without holes needs no `f`. */
function prefixFormatting(source: PythonSourceCode, { range: [start], prefix }: PythonLiteral): Formatting {
  return { reduce: (stays) => (stays.length > 0 ? [] : [{ range: [start, start + prefix.length], text: source.text.slice(start, start + prefix.length).replace(/[fFtT]/, "") }]) };
}

interface Mark {
  readonly start: number;
  readonly end: number;
  /** A doubled sign; else a place for a value. */
  readonly sign: string | null;
  readonly key: string;
  readonly conversion: string | null;
}

/** Takes the marks out of a text without other holes; null when one does not fit. `literal` gives the formatted literal for a plain one. */
function marked(segments: readonly Segment[], marksOf: (text: string) => readonly Mark[], literal: (of: WrittenLiteral) => WrittenLiteral, hole: (mark: Mark) => Pick<HoleSegment, "node" | "key"> | null): readonly Segment[] | null {
  const out: Segment[] = [];
  for (const segment of segments) {
    if (segment.kind === "hole" || segment.literal.formatting) return null;
    const own = literal(segment.literal);
    const chars = new CharsOf(segment, own);
    for (const mark of marksOf(segment.value)) {
      const filled = mark.sign === null ? hole(mark) : null;
      if (mark.sign !== null) chars.sign(mark.start, mark.end, mark.sign);
      else if (!filled) return null;
      else {
        out.push(...chars.until(mark.start), { kind: "hole", ...filled, conversion: mark.conversion, range: chars.range(mark.start, mark.end), literal: own });
        chars.skip(mark.end);
      }
    }
    out.push(...chars.until(segment.value.length));
    if (segment.value === "") out.push({ ...segment, literal: own });
  }
  return out;
}

/** Walks over the characters of a segment whose marks are taken out. */
class CharsOf {
  readonly #from: CharsSegment;
  readonly #literal: WrittenLiteral;
  #at = 0;
  #value = "";
  #places: Range[] = [];

  constructor(from: CharsSegment, literal: WrittenLiteral) {
    this.#from = from;
    this.#literal = literal;
  }

  range(start: number, end: number): Range {
    return [this.#from.places[start]?.[0] ?? 0, this.#from.places[end - 1]?.[1] ?? 0];
  }

  sign(start: number, end: number, sign: string): void {
    this.#take(start);
    this.#value += sign;
    this.#places.push(this.range(start, end));
    this.#at = end;
  }

  skip(to: number): void {
    this.#at = to;
  }

  #take(to: number): void {
    this.#value += this.#from.value.slice(this.#at, to);
    this.#places.push(...this.#from.places.slice(this.#at, to));
    this.#at = to;
  }

  until(to: number): readonly CharsSegment[] {
    this.#take(to);
    const segment: CharsSegment = { kind: "chars", value: this.#value, places: this.#places, literal: this.#literal };
    this.#value = "";
    this.#places = [];
    return segment.value === "" ? [] : [segment];
  }
}

const percentMarks = (text: string): readonly Mark[] => [...text.matchAll(PERCENT)].map((match) => {
  const letters = match[2] ?? "s";
  return { start: match.index, end: match.index + match[0].length, sign: match[0] === "%%" ? "%" : null, key: match[1] ?? "", conversion: letters === "s" ? null : letters };
});

const braceMarks = (text: string): readonly Mark[] => [...text.matchAll(BRACES)].map((match) => ({
  start: match.index, end: match.index + match[0].length, sign: match[0] === "{{" ? "{" : match[0] === "}}" ? "}" : null, key: match[1] ?? "", conversion: match[2] === "" ? null : (match[2] ?? null),
}));

/** `text % values`: a tuple, a dict, or one value. */
function percentSegments(source: PythonSourceCode, node: PyNodeOf<"BinOp">): readonly Segment[] | null {
  const left = segmentsOf(source, node.left);
  if (!left) return null;
  const { right } = node;
  const gone: Range = [outerRange(source, node.left)[1], outerRange(source, right)[1]];
  const entries = right.nodeType === "Dict" ? keyedValues(right) : null;
  if (right.nodeType === "Dict" && !entries) return null;
  const items = right.nodeType === "Tuple" ? right.elts : entries ? null : [right];
  if (items?.some((item) => item.nodeType === "Starred")) return null;
  const formatting: Formatting = { reduce: (stays) => reducedValues(source, { gone, right: outerRange(source, right), isTuple: right.nodeType === "Tuple", items: items ?? null, entries }, stays) };
  let next = 0;
  const segments = marked(left, percentMarks, (literal) => formatted(source, literal, formatting, "percent"), ({ key }) => {
    if (entries) return key === "" || !entries.has(key) ? null : { node: entries.get(key)?.value ?? right, key };
    const item = items?.[next];
    next += 1;
    return item && key === "" ? { node: item, key: null } : null;
  });
  return items && next !== items.length ? null : segments;
}

interface PercentValues {
  readonly gone: Range;
  readonly right: Range;
  readonly isTuple: boolean;
  readonly items: readonly PyExpr[] | null;
  readonly entries: ReadonlyMap<string, KeyedValue> | null;
}

interface KeyedValue {
  readonly key: PyExpr;
  readonly value: PyExpr;
}

/** What is left of the values behind a `%`. */
function reducedValues(source: PythonSourceCode, { gone, right, isTuple, items, entries }: PercentValues, stays: readonly HoleSegment[]): readonly SourceEdit[] | null {
  if (stays.length === 0) return hasComment(source, gone) ? null : [{ range: gone, text: "" }];
  if (hasComment(source, right)) return null;
  if (entries) {
    const kept = [...entries].filter(([, { value }]) => stays.some((hole) => hole.node === value)).map(([, { key, value }]) => `${source.text.slice(...source.getRange(key))}: ${source.text.slice(...outerRange(source, value))}`);
    return [{ range: right, text: `{${kept.join(", ")}}` }];
  }
  if (!isTuple || !items) return null;
  const kept = items.filter((item) => stays.some((hole) => hole.node === item)).map((item) => source.text.slice(...outerRange(source, item)));
  return [{ range: right, text: kept.length === 1 ? `(${kept[0] ?? ""},)` : `(${kept.join(", ")})` }];
}

function keyedValues(dict: PyNodeOf<"Dict">): ReadonlyMap<string, KeyedValue> | null {
  const entries = new Map<string, KeyedValue>();
  for (const [index, key] of dict.keys.entries()) {
    const value = dict.values[index];
    if (key?.nodeType !== "Constant" || typeof key.value !== "string" || !value) return null;
    entries.set(key.value, { key, value });
  }
  return entries;
}

/** A literal whose marks are holes of `formatting`; a part of it is formatted in the same way. */
function formatted(source: PythonSourceCode, literal: WrittenLiteral, formatting: Formatting, how: "percent" | "braces"): WrittenLiteral {
  return {
    ...literal,
    style: `${how} ${literal.style}`,
    formatting,
    spell: (text, isFormatted) => (isFormatted ? text.replace(how === "percent" ? /%/g : /[{}]/g, "$&$&") : text),
    cut: ([start, end], holes, text) => {
      const written = literal.cut([start, end], [], text);
      if (written === null || (holes.length === 0 && (how === "percent" ? text.includes("%") : /[{}]/.test(text)))) return null;
      if (holes.length === 0) return written;
      const values = holes.map((hole) => source.text.slice(...outerRange(source, hole.node as PyNode)));
      if (holes.some((hole) => hole.key !== null || (hole.conversion !== null && how === "braces"))) return null;
      if (how === "braces") return holes.some((hole) => source.text.slice(...hole.range) !== "{}") ? null : `${written}.format(${values.join(", ")})`;
      return `${written} % ${values.length === 1 ? (values[0] ?? "") : `(${values.join(", ")})`}`;
    },
  };
}

/** A call of `format` with the arguments of the holes that stay. What is numbered would have to be numbered anew. */
function reducedCall(source: PythonSourceCode, call: PyNodeOf<"Call">, stays: readonly HoleSegment[]): readonly SourceEdit[] | null {
  if (stays.some((hole) => /^\{\d/.test(source.text.slice(...hole.range)))) return null;
  const stay = (node: PyNode) => stays.some((hole) => hole.node === node);
  const kept = [
    ...call.args.filter(stay).map((arg) => source.text.slice(...outerRange(source, arg))),
    ...call.keywords.filter(({ value }) => stay(value)).map(({ arg, value }) => `${arg ?? ""}=${source.text.slice(...outerRange(source, value))}`),
  ];
  const open = signAfter(source, outerRange(source, call.func)[1]);
  return open === null ? null : [{ range: [open + 1, source.getRange(call)[1] - 1], text: kept.join(", ") }];
}

/** `text.format(…)`: by position, out of order, by keyword. */
function formatSegments(source: PythonSourceCode, call: PyNodeOf<"Call">, receiver: PyExpr): readonly Segment[] | null {
  const left = segmentsOf(source, receiver);
  const isSpread = call.args.some((arg) => arg.nodeType === "Starred") || call.keywords.some((keyword) => !keyword.arg);
  if (!left || isSpread) return null;
  const gone: Range = [outerRange(source, receiver)[1], source.getRange(call)[1]];
  const formatting: Formatting = {
    reduce: (stays) => (hasComment(source, gone) ? null : stays.length === 0 ? [{ range: gone, text: "" }] : reducedCall(source, call, stays)),
  };
  let next = 0;
  return marked(left, braceMarks, (literal) => formatted(source, literal, formatting, "braces"), ({ key }) => {
    const position = key === "" ? next++ : /^\d+$/.test(key) ? Number(key) : null;
    const node = position === null ? call.keywords.find((keyword) => keyword.arg === key)?.value : call.args[position];
    return node ? { node, key: null } : null;
  });
}
