/** Rewrites a text that is written as literals, marks in them and operands between them, whatever the language spells them like. */

import type { CodeNode, Range } from "./node.ts";
import type { CharsSegment, Formatting, HoleSegment, Segment, SourceEdit, Spot, TextPlan, TextTemplate, WrittenLiteral } from "./edits.ts";

/** The edits that give `template` the text of `plan`; null when there is no exact way. `source` is the whole file, `quote` what a new literal gets. */
export function rewritten(source: string, template: TextTemplate, plan: TextPlan, quote: string): readonly SourceEdit[] | null {
  const gone = formattingsLeft(template.segments, plan);
  const reduced = [...gone].map(([formatting, stays]) => formatting.reduce(stays));
  if (reduced.some((edits) => edits === null)) return null;
  const dropped = new Set([...gone].filter(([, stays]) => stays.length === 0).map(([formatting]) => formatting));
  const writer = new Writer({ source, segments: template.segments, plan, quote, dropped });
  const written = writer.edits();
  return written && joined([...written, ...reduced.flatMap((edits) => edits ?? [])]);
}

/** Formattings that lose a hole, with the holes that they keep. */
function formattingsLeft(segments: readonly Segment[], plan: TextPlan): ReadonlyMap<Formatting, readonly HoleSegment[]> {
  const left = new Map<Formatting, HoleSegment[]>();
  segments.forEach((segment, index) => {
    const formatting = segment.kind === "hole" ? segment.literal?.formatting : null;
    if (formatting && plan.holes.has(index) && !left.has(formatting)) left.set(formatting, []);
  });
  segments.forEach((segment, index) => {
    const formatting = segment.kind === "hole" ? segment.literal?.formatting : null;
    if (formatting && segment.kind === "hole" && !plan.holes.has(index)) left.get(formatting)?.push(segment);
  });
  return left;
}

interface Writing {
  readonly source: string;
  readonly segments: readonly Segment[];
  readonly plan: TextPlan;
  readonly quote: string;
  readonly dropped: ReadonlySet<Formatting>;
}

class Writer {
  readonly #of: Writing;
  readonly #edits: SourceEdit[] = [];
  /** Chars segments that an edit of their neighbour has swallowed. */
  readonly #swallowed = new Set<number>();

  constructor(of: Writing) {
    this.#of = of;
  }

  edits(): readonly SourceEdit[] | null {
    const { segments, plan } = this.#of;
    for (const [index, text] of plan.holes) {
      const hole = segments[index];
      if (hole?.kind !== "hole") return null;
      if (hole.literal) this.#edits.push({ range: hole.range, text: hole.literal.spell(text, this.#isFormatted(hole.literal)) });
      else if (!this.#operand(hole, index, text)) return null;
    }
    segments.forEach((segment, index) => { if (segment.kind === "chars" && !this.#swallowed.has(index) && !this.#emptied(index)) this.#chars(segment, index); });
    return this.#edits;
  }

  #isFormatted(literal: WrittenLiteral): boolean {
    return literal.formatting !== null && !this.#of.dropped.has(literal.formatting);
  }

  /** `"a = '" + x + "'"`: the text joins the literal before it, or the one behind, or becomes one of its own. */
  #operand(hole: HoleSegment, index: number, text: string): boolean {
    const left = this.#neighbour(index - 1, (literal) => [literal.range[1], hole.range[0]]);
    const right = this.#neighbour(index + 1, (literal) => [hole.range[1], literal.range[0]]);
    if (left) return this.#behind(left, right, hole, { index, text });
    if (right && this.#isOneLine(hole.range[0], right.range[0])) {
      this.#edits.push({ range: [hole.range[0], right.range[0]], text: "" }, { range: [right.content[0], right.content[0]], text: right.spell(text, this.#isFormatted(right)) });
      return true;
    }
    const style = this.#of.quote;
    this.#edits.push({ range: hole.range, text: `${style}${text}${style}` });
    return !text.includes(style) && !text.includes("\\");
  }

  #behind(left: WrittenLiteral, right: WrittenLiteral | null, hole: HoleSegment, { index, text }: { readonly index: number; readonly text: string }): boolean {
    const spelled = left.spell(text, this.#isFormatted(left));
    if (right && this.#becomesEmpty(index + 1)) {
      this.#swallowed.add(index + 1);
      this.#edits.push({ range: [left.content[1], left.content[1]], text: spelled }, { range: [left.range[1], right.range[1]], text: "" });
    } else if (right && right.style === left.style && !left.formatting && !right.formatting && this.#isOneLine(left.range[1], right.range[0])) {
      this.#edits.push({ range: [left.content[1], right.content[0]], text: spelled });
    } else {
      this.#edits.push({ range: [left.content[1], left.content[1]], text: spelled }, { range: [left.range[1], hole.range[1]], text: "" });
    }
    return true;
  }

  /** A literal of which nothing is left goes with the plus before it, where the rest is a text without it. */
  #emptied(index: number): boolean {
    const { segments, plan } = this.#of;
    const hole = segments[index - 1];
    const isText = segments.slice(0, index).some((one, at) => one.kind === "chars" && !this.#becomesEmpty(at));
    if (hole?.kind !== "hole" || hole.literal || plan.holes.has(index - 1) || !isText || !this.#becomesEmpty(index)) return false;
    const literal = this.#neighbour(index, ({ range }) => [hole.range[1], range[0]]);
    if (literal) this.#edits.push({ range: [hole.range[1], literal.range[1]], text: "" });
    return literal !== null;
  }

  /** The literal beside a hole, when nothing but a plus stands between them. */
  #neighbour(index: number, gap: (literal: WrittenLiteral) => readonly [number, number]): WrittenLiteral | null {
    const segment = this.#of.segments[index];
    if (segment?.kind !== "chars") return null;
    return /^[\s\\]*\+[\s\\]*$/.test(this.#of.source.slice(...gap(segment.literal))) ? segment.literal : null;
  }

  #isOneLine(from: number, to: number): boolean {
    return !/[\r\n]/.test(this.#of.source.slice(from, to));
  }

  /** Whether nothing of a literal is left after the plan. */
  #becomesEmpty(index: number): boolean {
    const { segments, plan } = this.#of;
    const segment = segments[index];
    const next = segments[index + 1];
    if (segment?.kind !== "chars" || (next && next.literal === segment.literal)) return false;
    const own = plan.chars.filter((edit) => edit.at.segment === index);
    return segment.value.length > 0 && own.every((edit) => edit.text === "") && own.reduce((sum, edit) => sum + edit.length, 0) === segment.value.length;
  }

  #chars({ value, places, literal }: CharsSegment, index: number): void {
    const { source, plan, dropped } = this.#of;
    const spelled: (string | null)[] = [];
    if (literal.formatting && dropped.has(literal.formatting)) {
      // What the formatting had doubled is written once.
      for (let at = 0; at < value.length; at += 1) {
        const char = value[at] ?? "";
        const [start, end] = places[at] ?? [0, 0];
        if ("%{}".includes(char) && source.slice(start, end) === char + char) spelled[at] = char;
      }
    }
    const isFormatted = this.#isFormatted(literal);
    for (const { at: { segment, offset }, length, text } of plan.chars) {
      if (segment !== index) continue;
      for (let at = offset; at < offset + length; at += 1) spelled[at] = at === offset ? literal.spell(text, isFormatted) : "";
      if (length === 0) {
        const here = places[offset]?.[0] ?? places[offset - 1]?.[1] ?? literal.content[0];
        this.#edits.push({ range: [here, here], text: literal.spell(text, isFormatted) });
      }
    }
    spelled.forEach((text, at) => {
      const range = places[at];
      if (text !== null && range && source.slice(...range) !== text) this.#edits.push({ range, text });
    });
  }
}

/** Neighbouring edits as one, in order; null when two of them overlap. */
export function joined(edits: readonly SourceEdit[]): readonly SourceEdit[] | null {
  const sorted = edits.map((edit, index) => ({ edit, index })).sort((a, b) => a.edit.range[0] - b.edit.range[0] || a.edit.range[1] - b.edit.range[1] || a.index - b.index).map(({ edit }) => edit);
  const out: SourceEdit[] = [];
  for (const edit of sorted) {
    const last = out.at(-1);
    if (last && edit.range[0] < last.range[1]) return null;
    if (last && edit.range[0] === last.range[1]) out[out.length - 1] = { range: [last.range[0], edit.range[1]], text: last.text + edit.text };
    else out.push(edit);
  }
  return out;
}

/** Whether the source of an expression writes no text of its own that could say something in SQL. */
export const writesNothing = (source: string): boolean => !/[`+%]/.test(source) && [...source.matchAll(/"([^"]*)"|'([^']*)'/g)].every(([, double, single]) => !/['"(),{]/.test(double ?? single ?? ""));

interface Sum<Node extends CodeNode> {
  readonly segmentsOf: (operand: Node) => readonly Segment[] | null;
  readonly rangeOf: (operand: Node) => Range;
  readonly isNumber: (operand: Node) => boolean;
  /** The sum of the first operands, so many. */
  readonly sumOf: (count: number) => Node;
}

/** The segments of `a + b + c`, each operand a text of its own or a hole; null when none is a text. Numbers before the first text are added up first. */
export function segmentsOfSum<Node extends CodeNode>(operands: readonly Node[], { segmentsOf, rangeOf, isNumber, sumOf }: Sum<Node>): readonly Segment[] | null {
  const hole = (node: Node): Segment => ({ kind: "hole", node, conversion: null, key: null, range: rangeOf(node), literal: null });
  const texts = operands.map(segmentsOf);
  const first = texts.findIndex((text) => text !== null);
  if (first < 0) return null;
  const isAddedUp = first > 1 && operands.slice(0, first).some(isNumber);
  const rest = operands.flatMap((operand, index) => (isAddedUp && index < first ? [] : (texts[index] ?? [hole(operand)])));
  return isAddedUp ? [hole(sumOf(first)), ...rest] : rest;
}

/** The source of what stands between two spots, its pieces joined by `+`; null when there is no exact way. */
export function partOf(source: string, { segments }: TextTemplate, from: Spot, to: Spot): string | null {
  const pieces: string[] = [];
  for (let index = from.segment; index <= to.segment; ) {
    const segment = segments[index];
    if (!segment) return null;
    if (segment.kind === "hole" && !segment.literal) {
      pieces.push(source.slice(...segment.range));
      index += 1;
      continue;
    }
    const piece = literalPart(segments, index, from, to);
    if (piece === null) return null;
    if (piece.source !== "") pieces.push(piece.source);
    index = piece.next;
  }
  return pieces.length === 0 ? null : pieces.join(" + ");
}

/** The part of one literal that lies between two spots. */
function literalPart(segments: readonly Segment[], first: number, from: Spot, to: Spot): { readonly source: string; readonly next: number } | null {
  const literal = segments[first]?.literal;
  if (!literal) return null;
  const holes: HoleSegment[] = [];
  let text = "";
  let start: number | null = null;
  let end = literal.content[0];
  let index = first;
  for (; index <= to.segment && segments[index]?.literal === literal; index += 1) {
    const segment = segments[index];
    if (!segment) break;
    if (segment.kind === "hole") {
      holes.push(segment);
      start ??= segment.range[0];
      end = segment.range[1];
      continue;
    }
    const low = index === from.segment ? from.offset : 0;
    const high = index === to.segment ? to.offset : segment.value.length;
    if (low >= high) continue;
    text += segment.value.slice(low, high);
    start ??= segment.places[low]?.[0] ?? literal.content[0];
    end = segment.places[high - 1]?.[1] ?? end;
  }
  if (start === null) return { source: "", next: index };
  const cut = literal.cut([start, end], holes, text);
  return cut === null ? null : { source: cut, next: index };
}
