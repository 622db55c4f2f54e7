/** Writing values into cells, in the style of the cell. */

import type { SourceEdit } from "../../facts/edits.ts";
import type { CSVCell } from "./ast.ts";

/** What a reader would take for something else without quotes. A byte order mark would be lost at the beginning of the file. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]/;

/** The edit that gives a cell another value: a quoted cell stays quoted, another one is quoted only when the text needs it. */
export function cellEdit(cell: CSVCell, text: string): SourceEdit {
  const content = text.replaceAll('"', '""');
  if (cell.quoted) return { range: cell.contentRange, text: content };
  // The only cell of a row may not be empty: the line would be blank.
  const isBlankLine = text === "" && cell.parent.cells.length === 1;
  return { range: cell.range, text: isBlankLine || NEEDS_QUOTES.test(text) ? `"${content}"` : text };
}
