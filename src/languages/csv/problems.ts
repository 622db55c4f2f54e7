/** Why a file cannot be read as CSV: one clear sentence with its place. */

import type { Lines } from "../text/lines.ts";
import { problemAt, type Problem } from "../text/readable.ts";
import type { WrittenRow } from "./scan.ts";

const LONGEST_NAME = 60;

/**
 * The first row that is no row of the table; null when all fit. What stands beyond the header's width is a misfit,
 * though the loader drops it: a comma without quotes put it there. Empty cells there are none.
 */
export function misfit(header: WrittenRow, rows: readonly WrittenRow[], lines: Lines): Problem | null {
  const expected = header.length;
  const open = openQuote(header, lines);
  if (open) return open;
  if (expected === 0) return rows.length > 0 ? problemAt(lines, 0, "the first line names the columns, and this one is blank") : null;
  for (const row of rows) {
    const problem = openQuote(row, lines) ?? wrongWidth(row, expected, lines);
    if (problem) return problem;
  }
  return null;
}

function wrongWidth(row: WrittenRow, expected: number, lines: Lines): Problem | null {
  const has = row.length;
  const place = has < expected ? row[0] : row.slice(expected).find(({ value }) => value !== "");
  return place ? problemAt(lines, place.start, `${named(row)} has ${has} ${has === 1 ? "column" : "columns"}, the header has ${expected}${suspect(row, lines)}`) : null;
}

/** An open quote is the last thing in a file. */
function openQuote(row: WrittenRow, lines: Lines): Problem | null {
  const last = row.at(-1);
  return last?.quotes === "open" ? problemAt(lines, last.start, "the quote that opens here is never closed") : null;
}

/** What its author calls a row: by its first cell. */
function named([first]: WrittenRow): string {
  const name = first?.value ?? "";
  return /^[^\r\n`]+$/.test(name) && name.length <= LONGEST_NAME ? `the row \`${name}\`` : "this row";
}

/** A quote at a wrong place is often why the columns do not fit. */
function suspect(row: WrittenRow, lines: Lines): string {
  const cell = row.find(({ start, end, quotes }) => quotes === "mixed" || lines.placeOf(start).line < lines.placeOf(end).line);
  if (!cell) return "";
  const [{ line, column }, end] = [lines.placeOf(cell.start), lines.placeOf(cell.end)];
  return line < end.line ? `; the quote at ${line}:${column + 1} runs on to line ${end.line}` : `; text follows the closing quote of the cell at ${line}:${column + 1}`;
}
