/** Why a file cannot be read as CSV: one clear sentence with its place. */

import type { Lines } from "./lines.ts";
import type { WrittenRow } from "./scan.ts";

/** A sentence, and the line and the column, both from 1, as ESLint prints them. */
export interface Problem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const LONGEST_NAME = 60;

/** Why a text is not even tried: it is no text, or not in UTF-8. `bytes` reads the file itself. */
export function unreadable(text: string, lines: Lines, bytes: () => Uint8Array): Problem | null {
  const nul = text.indexOf("\0");
  if (nul >= 0) return at(lines, nul, /\0.\0/s.test(text.slice(nul, nul + 200)) ? "this is not UTF-8 text (it looks like UTF-16)" : "this is no text: it holds a NUL character");
  const broken = text.indexOf("\uFFFD");
  return broken >= 0 && !isUtf8(bytes) ? at(lines, broken, "this is not UTF-8 text; save the file as UTF-8") : null;
}

function isUtf8(bytes: () => Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes());
    return true;
  } catch (error) {
    // A text that is on no disk has been decoded by whoever handed it over.
    return !(error instanceof TypeError);
  }
}

/**
 * The first row that is no row of the table; null when all fit. What stands beyond the header's width is a misfit,
 * though the loader drops it: a comma without quotes put it there. Empty cells there are none.
 */
export function misfit(header: WrittenRow, rows: readonly WrittenRow[], lines: Lines): Problem | null {
  const expected = header.length;
  const open = openQuote(header, lines);
  if (open) return open;
  if (expected === 0) return rows.length > 0 ? at(lines, 0, "the first line names the columns, and this one is blank") : null;
  for (const row of rows) {
    const problem = openQuote(row, lines) ?? wrongWidth(row, expected, lines);
    if (problem) return problem;
  }
  return null;
}

function wrongWidth(row: WrittenRow, expected: number, lines: Lines): Problem | null {
  const has = row.length;
  const place = has < expected ? row[0] : row.slice(expected).find(({ value }) => value !== "");
  return place ? at(lines, place.start, `${named(row)} has ${has} ${has === 1 ? "column" : "columns"}, the header has ${expected}${suspect(row, lines)}`) : null;
}

/** An open quote is the last thing in a file. */
function openQuote(row: WrittenRow, lines: Lines): Problem | null {
  const last = row.at(-1);
  return last?.quotes === "open" ? at(lines, last.start, "the quote that opens here is never closed") : null;
}

/** What its author calls a row: by its first cell. */
function named([first]: WrittenRow): string {
  const name = first?.value ?? "";
  return /^[^\r\n`]+$/.test(name) && name.length <= LONGEST_NAME ? `the row \`${name}\`` : "this row";
}

/** A quote at a wrong place is often why the columns do not fit. */
function suspect(row: WrittenRow, lines: Lines): string {
  const cell = row.find(({ start, end, quotes }) => quotes === "mixed" || lines.at(start).line < lines.at(end).line);
  if (!cell) return "";
  const [{ line, column }, end] = [lines.at(cell.start), lines.at(cell.end)];
  return line < end.line ? `; the quote at ${line}:${column + 1} runs on to line ${end.line}` : `; text follows the closing quote of the cell at ${line}:${column + 1}`;
}

function at(lines: Lines, offset: number, message: string): Problem {
  const { line, column } = lines.at(offset);
  return { message, line, column: column + 1 };
}
