/** What is a cell, what is its value, and where it stands. */

import { describe, expect, it } from "vitest";
import { rowsIn } from "../../../src/languages/csv/scan.ts";
import type { CSVCell, CSVDocument } from "../../../src/languages/csv/ast.ts";
import { parsed } from "../../../src/languages/csv/tree.ts";

const valuesIn = (text: string) => rowsIn(text).map((row) => row.map(({ value }) => value));

function documentOf(text: string): CSVDocument {
  const result = parsed(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.document;
}

/** The first cell of a text. */
function cellOf(text: string): CSVCell {
  const [cell] = documentOf(text).header.cells;
  if (!cell) throw new Error("no cell");
  return cell;
}

describe("rows are what Python's reader makes of them", () => {
  it.each([
    ["no text", "", []],
    ["one cell", "id", [["id"]]],
    ["a comma at the end of the file makes a cell", "a,", [["a", ""]]],
    ["a line's end makes no row", "a,b\n", [["a", "b"]]],
    ["a quoted comma", '"a,b",c', [["a,b", "c"]]],
    ["a doubled quote", '"a ""b""",c', [['a "b"', "c"]]],
    ["nothing in quotes", '"",x', [["", "x"]]],
    ["a quoted quote", '"""",x', [['"', "x"]]],
    ["a quote in the middle is a character", '6" pipe,a""b', [['6" pipe', 'a""b']]],
    ["a blank before a quote makes it a character", ' "a,b"', [[' "a', 'b"']]],
    ["text behind a closing quote", '"Lo"st,c', [["Lost", "c"]]],
    ["quotes behind a closing quote", '"a"b"c",d', [['ab"c"', "d"]]],
    ["a line's end in quotes", '"a\nb",c\nd,e', [["a\nb", "c"], ["d", "e"]]],
    ["a carriage return in quotes stays one", '"a\r\nb\rc",d', [["a\r\nb\rc", "d"]]],
    ["CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]],
    ["a lone carriage return ends a row", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]],
    ["blank lines", "\na\n\r\n\r\rb", [[], ["a"], [], [], [], ["b"]]],
    ["a line of blanks is a cell", "a\n  \nb", [["a"], ["  "], ["b"]]],
    ["a byte order mark is no part of a cell", '\uFEFF"a",b', [["a", "b"]]],
    ["an open quote takes the rest", 'a,"b\nc,""d', [["a", 'b\nc,"d']]],
    ["other separators of lines are characters", "a\u2028b\u0085c\vd\fe", [["a\u2028b\u0085c\vd\fe"]]],
  ])("%s", (_, text, rows) => {
    expect(valuesIn(text)).toEqual(rows);
  });
});

describe("a cell stands where it is written", () => {
  it.each([
    ["bare", "ab,c", { range: [0, 2], contentRange: [0, 2], quoted: false, value: "ab" }],
    ["in quotes", '"a ""b""",c', { range: [0, 9], contentRange: [1, 8], quoted: true, value: 'a "b"' }],
    ["empty in quotes", '"",c', { range: [0, 2], contentRange: [1, 1], quoted: true, value: "" }],
    ["empty", ",c", { range: [0, 0], contentRange: [0, 0], quoted: false, value: "" }],
    ["no pair of quotes holds it", '"Lo"st', { range: [0, 6], contentRange: [0, 6], quoted: false, value: "Lost" }],
    ["behind a byte order mark", "\uFEFFid,c", { range: [1, 3], contentRange: [1, 3], quoted: false, value: "id" }],
    ["UTF-16 units", "😀ö,c", { range: [0, 3], contentRange: [0, 3], quoted: false, value: "😀ö" }],
  ])("%s", (_, text, expected) => {
    const { range, contentRange, quoted, value } = cellOf(text);
    expect({ range, contentRange, quoted, value }).toEqual(expected);
  });

  it("over several lines", () => {
    const [row] = documentOf('a,b\r\nx,"1\r\n2"\n').rows;
    expect(row?.cells[1]?.loc).toEqual({ start: { line: 2, column: 2 }, end: { line: 3, column: 2 } });
    expect(row?.range).toEqual([5, 13]);
  });
});

describe("the document", () => {
  it("names its cells by the header, as it is spelled", () => {
    const { header, rows } = documentOf('id," name"\na,b');
    expect(header.cells.map(({ name, column }) => [name, column])).toEqual([["id", 0], [" name", 1]]);
    expect(rows[0]?.cells.map(({ name, value, column }) => [name, value, column])).toEqual([["id", "a", 0], [" name", "b", 1]]);
  });

  it("has the rows that hold anything", () => {
    expect(documentOf('id,name\n\na,b\n,\n"",\r\n ,\n').rows.map(({ range }) => range)).toEqual([[9, 12], [20, 22]]);
  });

  it("of an empty file has no cells", () => {
    const { header, rows, range } = documentOf("");
    expect({ header: header.cells, at: header.range, rows, range }).toEqual({ header: [], at: [0, 0], rows: [], range: [0, 0] });
  });

  it("holds everything from the first character to the last", () => {
    expect(documentOf("\uFEFF\n").range).toEqual([0, 2]);
  });

  it("is every node's root", () => {
    const document = documentOf("id\na");
    const [row] = document.rows;
    expect(row?.cells[0]?.parent).toBe(row);
    expect(row?.parent).toBe(document);
    expect(document.header.cells[0]?.parent).toBe(document.header);
    expect(document.parent).toBeNull();
  });

  it("lets empty cells run beyond the header", () => {
    expect(documentOf("id,name\na,b,,").rows[0]?.cells.map(({ name }) => name)).toEqual(["id", "name", "", ""]);
  });
});
