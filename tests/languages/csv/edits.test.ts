/** A cell gets another value and keeps its style. */

import { expect, it } from "vitest";
import { cellEdit } from "../../../src/languages/csv/edits.ts";
import { rowsIn } from "../../../src/languages/csv/scan.ts";
import { parsed } from "../../../src/languages/csv/tree.ts";

/** The text after one of its cells got another value, which is read back. */
function written(text: string, column: number, value: string): string {
  const result = parsed(text);
  const cell = result.ok ? result.document.header.cells[column] : undefined;
  if (!cell) throw new Error("no cell");
  const { range: [start, end], text: spelled } = cellEdit(cell, value);
  const after = text.slice(0, start) + spelled + text.slice(end);
  expect(rowsIn(after)[0]?.map((one) => one.value)).toEqual(rowsIn(text)[0]?.map((one, index) => (index === column ? value : one.value)));
  return after;
}

it.each([
  ["a bare cell stays bare", "a,1,b", 1, "0", "a,0,b"],
  ["an empty cell", "a,,b", 1, "base.group_user", "a,base.group_user,b"],
  ["a quoted cell stays quoted", '"a","1","b"', 1, "0", '"a","0","b"'],
  ["an empty cell in quotes", '"a","","b"', 1, "base.group_user", '"a","base.group_user","b"'],
  ["the last cell", "a,1\r\nc,d", 1, "0", "a,0\r\nc,d"],
  ["a cell behind the last comma", "a,", 1, "0", "a,0"],
  ["a comma needs quotes", "a,b", 1, "x,y", 'a,"x,y"'],
  ["a quote needs quotes and is doubled", "a,b", 1, '6" pipe', 'a,"6"" pipe"'],
  ["a line's end needs quotes", "a,b", 1, "x\ry", 'a,"x\ry"'],
  ["in quotes it is doubled as well", 'a,"b"', 1, 'say "x"', 'a,"say ""x"""'],
  ["nothing in quotes", 'a,"b"', 1, "", 'a,""'],
  ["the only cell of a row would leave it blank", "a\nb", 0, "", '""\nb'],
  ["text behind a closing quote is written anew", '"Lo"st,c', 0, "Found", "Found,c"],
  ["a byte order mark stays", "\uFEFFa,b", 0, "id", "\uFEFFid,b"],
  ["a mark of that kind as text needs quotes", "a,b", 0, "\uFEFFid", '"\uFEFFid",b'],
])("%s", (_, text, column, value, expected) => {
  expect(written(text, column, value)).toBe(expected);
});
