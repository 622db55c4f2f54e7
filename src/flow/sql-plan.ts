/** Turns holes of an SQL text into placeholders: which characters go, what takes their place, which values are bound. */

import type { Driver } from "../facts/drivers.ts";
import type { CharEdit, NewValue, Segment, SourceEdit, Spot } from "../facts/edits.ts";
import { joined } from "../facts/written-text.ts";
import { slotOf, type Slot } from "./sql-slots.ts";
import { sharedMarks, sharedPlace } from "./sql-shared.ts";
import type { SqlLiteral, WrittenSqlHole } from "./sql-text.ts";
import type { BindAction } from "./sql-values.ts";
import { piecesOf, type Piece } from "./value.ts";
import type { WrittenSql } from "./sql-written.ts";

/** One value that takes the place of a hole, or of a literal with several. */
export interface Bound {
  /** The hole whose place the placeholder takes. */
  readonly index: number;
  readonly source: string;
  readonly name: string | null;
  readonly key: string | null;
  /** The place of a placeholder for a name (`??`). */
  readonly mark: string | null;
  readonly chars: readonly CharEdit[];
  /** Further holes that go. */
  readonly gone: readonly number[];
  /** What stands before the placeholder, a blank where a parenthesis has been, and behind it. */
  readonly lead: string;
  readonly trail: string;
  /** Replaces the text from an opening quote to a closing one at once. */
  readonly whole: { readonly from: Spot; readonly to: Spot } | null;
}

/** What each action binds; null when one of them has no exact edit. */
export function boundBy(written: WrittenSql, actions: readonly BindAction[]): readonly Bound[] | null {
  const bound: Bound[] = [];
  const done = new Set<SqlLiteral>();
  for (const action of actions) {
    const { literal } = action.hole;
    if (action.extent === "literal" && literal) {
      if (done.has(literal)) continue;
      done.add(literal);
    }
    const one = boundOne(written, action);
    if (!one) return null;
    bound.push(one);
  }
  return bound;
}

function boundOne(written: WrittenSql, action: BindAction): Bound | null {
  const { engine, template: { segments }, driver } = written;
  const { hole } = action;
  const base: Bound = { index: hole.index, source: action.source, name: engine.code.edits.lastName(action.node), key: hole.segment.key, mark: null, chars: [], gone: [], lead: "", trail: "", whole: null };
  switch (action.extent) {
    case "hole":
      return action.isList ? withOperator(base, segments, driver, hole) : base;
    case "literal":
      return inLiteral(written, action, base);
    case "list":
      return inParentheses(base, segments, driver, { before: { segment: hole.index - 1, offset: Infinity }, after: { segment: hole.index + 1, offset: 0 } });
    case "literal-list": {
      const { literal } = hole;
      if (!literal?.to || literal.from.segment !== hole.index - 1 || literal.to.segment !== hole.index + 1 || literal.to.offset !== 0) return null;
      return inParentheses(base, segments, driver, { before: literal.quote, after: { segment: literal.to.segment, offset: 1 } });
    }
  }
}

/** The literal goes with its quotes; what else stands in it moves into the value. */
function inLiteral(written: WrittenSql, action: BindAction, base: Bound): Bound | null {
  const { template, sql } = written;
  const { literal } = action.hole;
  if (!literal?.to) return null;
  const { quote, from, to } = literal;
  const holes = sql.holes.filter((one) => one.literal === literal);
  const isAlone = holes.length === 1 && spanLength(template.segments, from, to) === 0;
  const source = isAlone ? action.source : patternSource(written, action, { from, to, isSingle: holes.length === 1 });
  if (source === null) return null;
  const gone = holes.map((one) => one.index).filter((index) => index !== base.index);
  const own = { ...base, source, key: isAlone ? base.key : null };
  const isOperand = holes.some((one) => one.segment.literal === null);
  if (holes.length > 1 && isOperand) return { ...own, gone, whole: { from: quote, to: { ...to, offset: to.offset + 1 } } };
  return { ...own, gone, chars: removed(template.segments, quote, { ...to, offset: to.offset + 1 }) };
}

/** A pattern built the way the author built it; anew where its one value wants another form. */
function patternSource({ engine: { code: { edits } }, template, sql }: WrittenSql, { hole, node }: BindAction, { from, to, isSingle }: { readonly from: Spot; readonly to: Spot; readonly isSingle: boolean }): string | null {
  const isPlain = hole.segment.key === null && node === hole.segment.node;
  if (isPlain && !sql.holes.some((one) => one.literal === hole.literal && edits.undoubled(one.segment.node))) return edits.part(template, from, to);
  const text = (start: Spot, end: Spot) => between(template.segments, start, end);
  return isSingle && hole.segment.conversion === null ? edits.around(text(from, { segment: hole.index, offset: 0 }), node, text({ segment: hole.index, offset: 0 }, to)) : null;
}

/** The characters of literals between two spots. */
function between(segments: readonly Segment[], from: Spot, to: Spot): string {
  let text = "";
  for (let index = from.segment; index <= to.segment; index += 1) {
    const segment = segments[index];
    if (segment?.kind === "chars") text += segment.value.slice(index === from.segment ? from.offset : 0, index === to.segment ? to.offset : undefined);
  }
  return text;
}

/** How many characters of literals lie between two spots. */
function spanLength(segments: readonly Segment[], from: Spot, to: Spot): number {
  return removed(segments, from, to).reduce((sum, { length }) => sum + length, 0);
}

/** Removes the characters between two spots. */
function removed(segments: readonly Segment[], from: Spot, to: Spot): readonly CharEdit[] {
  const edits: CharEdit[] = [];
  for (let index = from.segment; index <= to.segment; index += 1) {
    const segment = segments[index];
    if (segment?.kind !== "chars") continue;
    const offset = index === from.segment ? from.offset : 0;
    const end = index === to.segment ? to.offset : segment.value.length;
    if (end > offset) edits.push({ at: { segment: index, offset }, length: end - offset, text: "" });
  }
  return edits;
}

const charsAt = (segments: readonly Segment[], index: number): string | null => {
  const segment = segments[index];
  return segment?.kind === "chars" ? segment.value : null;
};

/** `IN (` and `)` around a list; `before` is where the list begins, `after` where it ends. */
function inParentheses(base: Bound, segments: readonly Segment[], driver: Driver, { before, after }: { readonly before: Spot; readonly after: Spot }): Bound | null {
  const head = charsAt(segments, before.segment)?.slice(0, before.offset === Infinity ? undefined : before.offset);
  const tail = charsAt(segments, after.segment)?.slice(after.offset);
  const opening = head === undefined ? null : /\b(not\s+)?in(\s*)\(\s*$/i.exec(head);
  const closing = tail === undefined ? null : /^\s*\)/.exec(tail);
  if (head === undefined || !opening || !closing) return null;
  const quotes = charsAt(segments, before.segment)?.length === head.length ? 0 : 1;
  const open = { segment: before.segment, offset: opening.index };
  const length = opening[0].length + quotes;
  switch (driver.lists) {
    case "tuple": {
      const paren = open.offset + opening[0].search(/\(/);
      const chars = [{ at: { segment: open.segment, offset: paren }, length: open.offset + length - paren, text: "" }, { at: { segment: after.segment, offset: 0 }, length: after.offset + closing[0].length, text: "" }];
      return { ...base, chars, lead: opening[2] === "" ? " " : "" };
    }
    case "any":
    case "any-list": {
      const chars = [{ at: open, length, text: opening[1] === undefined ? "= ANY(" : "<> ALL(" }, ...(after.offset > 0 ? [{ at: { segment: after.segment, offset: 0 }, length: after.offset, text: "" }] : [])];
      return { ...base, chars };
    }
    case "array": {
      const chars = quotes === 0 ? [] : [{ at: before, length: 1, text: "" }, { at: { segment: after.segment, offset: 0 }, length: after.offset, text: "" }];
      return { ...base, chars };
    }
    case "none":
      return null;
  }
}

/** `IN %s`, the list with its parentheses in the value. */
function withOperator(base: Bound, segments: readonly Segment[], driver: Driver, hole: WrittenSqlHole): Bound | null {
  if (driver.lists === "tuple") return base;
  const head = charsAt(segments, hole.index - 1);
  const operator = head === null ? null : /\b(not\s+)?in(\s*)$/i.exec(head);
  if (!operator || (driver.lists !== "any" && driver.lists !== "any-list")) return null;
  const chars = [{ at: { segment: hole.index - 1, offset: operator.index }, length: operator[0].length, text: operator[1] === undefined ? "= ANY(" : "<> ALL(" }];
  return { ...base, chars, trail: ")" };
}

interface Placed {
  readonly values: readonly NewValue[];
  /** By hole: the placeholder that takes its place. */
  readonly marks: ReadonlyMap<number, string>;
}

/** The placeholder of each value, and its place among the values that are bound already; null when nobody can tell. */
function placed(written: WrittenSql, bound: readonly Bound[], slot: Slot): Placed | null {
  const { template, sql, driver } = written;
  const { written: given } = slot;
  if (given.kind === "other") return null;
  const free = sql.marks.filter((mark) => mark.literal === null);
  const count = given.kind === "list" ? given.items.length : 0;
  const isNamed = driver.keyed === true || driver.placeholder === "@name" || given.kind === "table" || (given.kind === "absent" && driver.placeholder === "%s" && bound.every((one) => one.key !== null));
  if (isNamed) return given.kind === "list" && count > 0 ? null : named(written, bound, slot, [...free.map((mark) => mark.text), ...sharedMarks(written, bound)]);
  const marks = new Map<number, string>();
  if (driver.placeholder === "$1") {
    const highest = Math.max(0, ...sql.marks.map(({ text }) => Number(text.slice(1))));
    if (highest > count) return null;
    const values = bound.map(({ index, source }, at): NewValue => {
      marks.set(index, `$${count + at + 1}`);
      return { source, name: null, index: null };
    });
    return { values, marks };
  }
  // What stays in the text may bring placeholders of its own.
  const isOpen = sql.holes.some((hole) => !bound.some((one) => one.index === hole.index || one.gone.includes(hole.index)) && hole.context.place === "clause");
  if (free.length !== count || (count > 0 && isOpen)) return null;
  // Whether a mark in quotes or in a comment counts is another matter for each driver.
  if (driver.placeholder === "?" && (sql.marks.length > free.length || sql.hasOtherMarks)) return null;
  const order = [...bound].sort((a, b) => a.index - b.index);
  const values = order.map(({ index, source, mark }, at): NewValue => {
    marks.set(index, mark ?? driver.placeholder);
    return { source, name: null, index: free.filter((one) => one.at.segment < index).length + at };
  });
  return template.segments.length > 0 ? { values, marks } : null;
}

/** How a driver spells the place of a named value; the author's own spelling where there is one. */
function spellingOf({ driver, template }: WrittenSql, given: ReadonlyMap<string, unknown> | null): ((name: string) => string) | null {
  const forms = (given ? driver.named : null) ?? [driver.placeholder === "%s" ? "%(name)s" : driver.placeholder];
  const text = template.segments.map((segment) => (segment.kind === "chars" ? segment.value : " ")).join("");
  const [key = ""] = given?.keys() ?? [];
  const form = forms.find((one) => key !== "" && text.includes(one.replace("name", key))) ?? forms[0] ?? "";
  return form.includes("name") ? (name) => form.replace("name", name) : null;
}

function named(sql: WrittenSql, bound: readonly Bound[], { written }: Slot, used: readonly string[]): Placed | null {
  const { driver } = sql;
  const spell = spellingOf(sql, written.kind === "table" ? written.entries : null);
  if (!spell || bound.some(({ mark }) => mark !== null)) return null;
  const prefix = written.kind === "table" && driver.dialect === "sqlite" ? (/^[$:@]/.exec([...written.entries.keys()][0] ?? "")?.[0] ?? "") : "";
  const taken = new Set([...(written.kind === "table" ? [...written.entries.keys()].map((key) => key.replace(/^[$:@]/, "")) : []), ...used.map((mark) => mark.replace(/\W/g, ""))]);
  const known = new Map<string, string>();
  const marks = new Map<number, string>();
  const values: NewValue[] = [];
  for (const one of bound) {
    const same = known.get(one.source);
    const name = same ?? fresh(driver.keyed || driver.placeholder !== "@name" ? (one.key ?? one.name ?? "value") : "p1", taken);
    taken.add(name);
    known.set(one.source, name);
    marks.set(one.index, prefix === "" ? spell(name) : prefix + name);
    if (same === undefined) values.push({ source: one.source, name: prefix + name, index: null });
  }
  return { values, marks };
}

/** A name that is not taken: `name`, `name2`, `name3`; `p1`, `p2`. */
function fresh(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/1$/, "");
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${stem}${number}`;
  return candidate;
}

/** The edits of a text and of its call's values for what is bound; null when there is no exact way. */
export function valueEdits(written: WrittenSql, bound: readonly Bound[]): readonly SourceEdit[] | null {
  const slot = slotOf(written.engine, written.site);
  const places = slot && areRunOnce(written, bound) ? placed(written, bound, slot) : null;
  if (!slot || !places) return null;
  // Whether an empty list makes a format of the text differs.
  if (written.driver.placeholder === "%s" && !slot.isSpread && slot.written.kind === "list" && slot.written.items.length === 0 && hasBarePercent(written)) return null;
  const isFormat = written.driver.placeholder === "%s" && becomesFormat(slot, written);
  if (isFormat && (keepsPercent(written, bound) || (written.driver.doublesPercent === false && hasPercent(written)))) return null;
  const text = textEdits(written, bound, places.marks, isFormat);
  const values = slot.bind(places.values);
  return text && values && joined([...sharedPlace(written), ...text, ...values]);
}

/** What does more than read names is written once, and runs in the order in which it ran. */
function areRunOnce({ engine: { code }, sql }: WrittenSql, bound: readonly Bound[]): boolean {
  const nodes = bound.flatMap(({ index }) => sql.holes.find((hole) => hole.index === index)?.segment.node ?? []);
  const active = nodes.filter((node) => code.edits.namesRead(node) === null);
  return new Set(active).size === active.length && active.every((node, at) => at === 0 || code.range(active[at - 1] ?? node)[0] <= code.range(node)[0]);
}

/** Of separate arguments the text is a format already, and a percent sign by itself in it was a mistake. */
function becomesFormat({ written, isSpread }: Slot, sql: WrittenSql): boolean {
  if (written.kind === "absent") return true;
  return isSpread && written.kind === "list" && written.items.length === 0 && hasBarePercent(sql);
}

const hasBarePercent = ({ template }: WrittenSql): boolean => template.segments.some((segment) => segment.kind === "chars" && segment.value.replaceAll("%%", "").includes("%"));

const hasPercent = ({ template }: WrittenSql): boolean => template.segments.some((segment) => segment.kind === "chars" && segment.value.includes("%"));

/** Whether what stays in the text brings a percent sign, which nobody doubles. */
function keepsPercent({ sql }: WrittenSql, bound: readonly Bound[]): boolean {
  const isPercent = (piece: Piece): boolean => (piece.kind === "constant" ? piece.text.includes("%") : piece.kind === "choice" && piece.of.some((pieces) => pieces.some(isPercent)));
  return sql.holes.some(({ index, value, segment }) => !bound.some((one) => one.index === index || one.gone.includes(index)) && piecesOf(value, segment.node).some(isPercent));
}

/** The edits of the text for what is bound. */
export function textEdits({ engine, template, driver }: WrittenSql, bound: readonly Bound[], marks: ReadonlyMap<number, string>, doublesPercent: boolean): readonly SourceEdit[] | null {
  const chars = bound.flatMap((one) => (one.whole ? [] : one.chars));
  const holes = new Map<number, string>();
  const direct: SourceEdit[] = [];
  for (const one of bound) {
    const text = one.lead + (marks.get(one.index) ?? driver.placeholder) + one.trail;
    if (one.whole) {
      const edit = wholeEdit(template.segments, one.whole, text);
      if (!edit) return null;
      direct.push(edit);
      continue;
    }
    holes.set(one.index, text);
    for (const index of one.gone) holes.set(index, "");
  }
  const kept = doublesPercent ? doubledPercents(template.segments, [...chars, ...bound.flatMap((one) => (one.whole ? removed(template.segments, one.whole.from, one.whole.to) : []))]) : [];
  const edits = engine.code.edits.rewrite(template, { chars: [...chars, ...kept], holes });
  return edits && [...edits, ...direct];
}

/** Two literals of one style on one line become one around the placeholder. */
function wholeEdit(segments: readonly Segment[], { from, to }: NonNullable<Bound["whole"]>, text: string): SourceEdit | null {
  const [first, last] = [segments[from.segment], segments[to.segment]];
  if (first?.kind !== "chars" || last?.kind !== "chars" || first.literal.style !== last.literal.style || first.literal.formatting || last.literal.formatting) return null;
  const start = first.places[from.offset]?.[0];
  const end = last.places[to.offset - 1]?.[1];
  return start === undefined || end === undefined ? null : { range: [start, end], text: first.literal.spell(text, false) };
}

function doubledPercents(segments: readonly Segment[], gone: readonly CharEdit[]): readonly CharEdit[] {
  const isGone = (segment: number, offset: number) => gone.some(({ at, length }) => at.segment === segment && at.offset <= offset && offset < at.offset + length);
  return segments.flatMap((segment, index) => (segment.kind === "chars" ? [...segment.value.matchAll(/%/g)].flatMap(({ index: offset }) => (isGone(index, offset) ? [] : [{ at: { segment: index, offset }, length: 1, text: "%%" }])) : []));
}
