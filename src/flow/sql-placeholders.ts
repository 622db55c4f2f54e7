/** Placeholders that stand inside the quotes of SQL, and bound values that are left without a place because of it. */

import type { Driver, SqlSite } from "../facts/drivers.ts";
import type { CharEdit, SourceEdit, WrittenValues } from "../facts/edits.ts";
import type { CodeNode } from "../facts/node.ts";
import { joined } from "../facts/written-text.ts";
import type { Engine } from "./engine.ts";
import { judge } from "./judge.ts";
import { scan, START, type Dialect, type SqlState } from "./sql-scan.ts";
import { slotOf } from "./sql-slots.ts";
import { writtenSql, type SqlRepair, type WrittenSql } from "./sql-written.ts";
import type { WrittenMark } from "./sql-text.ts";
import { piecesOf, type Piece, type Value } from "./value.ts";

/** A placeholder in a text, as far as the text is known. */
interface Mark {
  /** Its index among all placeholders. */
  readonly index: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface QuotedPlaceholder {
  readonly mark: string;
  /** Only numbers are bound there: harmless by their type. */
  readonly isTyped: boolean;
  readonly repairs: readonly SqlRepair[];
}

const MARKS: Readonly<Record<string, RegExp>> = {
  "%s": /%%|%(?:\(\w+\))?s/g,
  "$1": /\$\d+(?!\d|:(?!:)\w|[\^#~])/g,
  "?": /(?<!\\)\?\??/g,
  ":name": /(?<![:\w]):[A-Za-z_]\w*/g,
  "@name": /(?<![@\w])@[A-Za-z_]\w*/g,
};

const NAMED_SQLITE = /(?<![:@$\w])[:@$][A-Za-z_]\w*/g;

/** What the placeholders look like that these values go with. */
function formOf({ placeholder, dialect }: Driver, { kind }: WrittenValues): RegExp {
  if (kind === "table" && dialect === "sqlite") return NAMED_SQLITE;
  return MARKS[kind === "list" && placeholder === ":name" ? "?" : placeholder] ?? /$^/g;
}

/** The first placeholder in quotes that is filled all the same, or that leaves a value without a place; null when there is none. */
export function quotedPlaceholder(engine: Engine, site: SqlSite, value: Value): QuotedPlaceholder | null {
  const slot = slotOf(engine, site);
  if (!slot || slot.written.kind === "absent") return null;
  const { driver } = site;
  const marks = marksOf(piecesOf(value, site.text), formOf(driver, slot.written), driver.dialect);
  const faulty = marks.filter((mark) => mark.isQuoted && (driver.fillsQuoted || isLeft(mark, marks, slot.written)));
  const [first] = faulty;
  if (!first) return null;
  const isTyped = faulty.every((mark) => {
    const node = valueAt(slot.written, mark);
    return node !== null && judge(engine, engine.valueOf(node), node).trust === "typed";
  });
  return { mark: first.text, isTyped, repairs: repairsFor(engine, site, slot.written, new Set(faulty.map(({ index }) => index))) };
}

/** The placeholders of a text, in order. Behind a piece that may hold further ones their indexes are not certain, and nothing is said. */
function marksOf(pieces: readonly Piece[], form: RegExp, dialect: Dialect): readonly Mark[] {
  const marks: Mark[] = [];
  let state: SqlState = START;
  let index = 0;
  for (const piece of pieces) {
    if (piece.kind === "choice") return [];
    if (piece.kind === "hole") {
      state = state.mode === "code" ? scan(state, "x", dialect) : state;
      continue;
    }
    let at = 0;
    for (const match of piece.text.matchAll(form)) {
      state = scan(state, piece.text.slice(at, match.index), dialect);
      at = match.index;
      const isText = state.mode === "single" || (state.mode === "double" && dialect === "mysql");
      if (match[0] === "%%" || match[0] === "??" || (!isText && state.mode !== "code")) continue;
      marks.push({ index, text: match[0], isQuoted: isText });
      index += 1;
    }
    state = scan(state, piece.text.slice(at), dialect);
  }
  return marks;
}

/** Whether a placeholder that the driver takes for text leaves a value without a place. */
function isLeft(mark: Mark, marks: readonly Mark[], written: WrittenValues): boolean {
  const free = marks.filter((one) => !one.isQuoted);
  if (/^\$\d+$/.test(mark.text)) return written.kind === "list" && Number(mark.text.slice(1)) <= written.items.length && !free.some((one) => one.text === mark.text);
  if (written.kind === "table") return written.entries.has(nameOf(mark.text)) && !free.some((one) => one.text === mark.text);
  return written.kind === "list" && free.length < written.items.length;
}

const nameOf = (mark: string): string => mark.replace(/^%\(|\)s$|^[:@$]/g, "");

function valueAt(written: WrittenValues, mark: Mark): CodeNode | null {
  if (written.kind === "table") return written.entries.get(nameOf(mark.text)) ?? null;
  if (written.kind !== "list") return null;
  return written.items[mark.text.startsWith("$") ? Number(mark.text.slice(1)) - 1 : mark.index] ?? null;
}

/** Drops the quotes; the rest of a pattern moves into the value. Nothing when one of them has no exact form. */
function repairsFor(engine: Engine, site: SqlSite, values: WrittenValues, faulty: ReadonlySet<number>): readonly SqlRepair[] {
  const written = writtenSql(engine, site);
  const marks = written?.sql.marks.map((mark, index) => ({ mark, index })).filter(({ index }) => faulty.has(index)) ?? [];
  const [first] = marks;
  if (!written || !first || marks.length !== faulty.size) return [];
  if (values.kind === "list" && !/\d/.test(first.mark.text) && written.sql.marks.length !== values.items.length) return [];
  const chars: CharEdit[] = [];
  const edits: SourceEdit[] = [];
  for (const { mark, index } of marks) {
    const own = freedMark(written, mark, valueAt(values, { index, text: mark.text, isQuoted: true }));
    if (!own) return [];
    chars.push(...own.chars);
    edits.push(...own.edits);
  }
  const text = engine.code.edits.rewrite(written.template, { chars, holes: new Map() });
  const all = text && joined([...text, ...edits]);
  return all ? [{ kind: "fix", message: "unquote", data: { value: first.mark.text }, edits: all }] : [];
}

function freedMark({ engine: { code }, template: { segments }, sql, driver }: WrittenSql, { at, text, literal }: WrittenMark, value: CodeNode | null): { readonly chars: readonly CharEdit[]; readonly edits: readonly SourceEdit[] } | null {
  const segment = segments[at.segment];
  if (!literal?.to || literal.prefix !== null || literal.isSpelled || segment?.kind !== "chars") return null;
  if (literal.quote.segment !== at.segment || literal.to.segment !== at.segment || sql.marks.some((one) => one.literal === literal && one.at !== at)) return null;
  const plain = (part: string) => (driver.placeholder === "%s" ? part.replaceAll("%%", "%") : part);
  const before = plain(segment.value.slice(literal.from.offset, at.offset));
  const after = plain(segment.value.slice(at.offset + text.length, literal.to.offset));
  const chars = [
    { at: literal.quote, length: at.offset - literal.quote.offset, text: "" },
    { at: { segment: at.segment, offset: at.offset + text.length }, length: literal.to.offset + 1 - at.offset - text.length, text: "" },
  ];
  if (before === "" && after === "") return { chars, edits: [] };
  // A value that is filled in elsewhere too has to stay what it is.
  if (sql.marks.filter((one) => one.text === text && /\w/.test(text.replace(/s$/, ""))).length > 1) return null;
  return value ? { chars, edits: [code.edits.replaced(value, code.edits.around(before, value, after))] } : null;
}
