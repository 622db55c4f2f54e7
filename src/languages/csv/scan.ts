/** The rows and cells of a CSV text, as Python's `csv.reader` reads them from a file opened with `newline=""`. */

/** A cell where it is written: UTF-16, half-open, quotes included. */
export interface WrittenCell {
  readonly start: number;
  readonly end: number;
  /** Without quotes. */
  readonly value: string;
  /** `bare`: it begins with none; `pair`: one pair holds it; `mixed`: text follows the closing quote; `open`: there is no closing quote. */
  readonly quotes: "bare" | "pair" | "mixed" | "open";
}

/** The cells of a row; none on a blank line. */
export type WrittenRow = readonly WrittenCell[];

const BOM = 0xfeff;
const COMMA = 0x2c;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
const BLANK: WrittenRow = [];

const isBreak = (code: number): boolean => code === CR || code === LF;

/** All rows of a text, blank lines among them. A byte order mark at the beginning is no part of the first cell. */
export function rowsIn(text: string): readonly WrittenRow[] {
  const rows: WrittenRow[] = [];
  let at = text.charCodeAt(0) === BOM ? 1 : 0;
  while (at < text.length) {
    const row = isBreak(text.charCodeAt(at)) ? BLANK : rowAt(text, at);
    rows.push(row);
    const end = row.at(-1)?.end ?? at;
    at = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  return rows;
}

function rowAt(text: string, start: number): WrittenRow {
  let cell = cellAt(text, start);
  const cells = [cell];
  while (text.charCodeAt(cell.end) === COMMA) {
    cell = cellAt(text, cell.end + 1);
    cells.push(cell);
  }
  return cells;
}

function cellAt(text: string, start: number): WrittenCell {
  if (text.charCodeAt(start) !== QUOTE) {
    const end = bareEnd(text, start);
    return { start, end, value: text.slice(start, end), quotes: "bare" };
  }
  const close = closingQuote(text, start + 1);
  if (close < 0) return { start, end: text.length, value: undoubled(text.slice(start + 1)), quotes: "open" };
  const end = bareEnd(text, close + 1);
  const value = undoubled(text.slice(start + 1, close));
  return end === close + 1 ? { start, end, value, quotes: "pair" } : { start, end, value: value + text.slice(close + 1, end), quotes: "mixed" };
}

/** Where text without quotes ends; a quote in the middle of it is one of its characters. */
function bareEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || isBreak(code)) break;
  }
  return at;
}

/** The quote that is not doubled; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

const undoubled = (content: string): string => (content.includes('"') ? content.replaceAll('""', '"') : content);
