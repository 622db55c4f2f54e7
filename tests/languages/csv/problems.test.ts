/** A file that is no table is refused in one sentence, at its place. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { CSVLanguage } from "../../../src/languages/csv/language.ts";

/** What the language says of a text, or of the bytes on disk as ESLint would decode them. */
function said(content: string | Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), "pitfalls-csv-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const physicalPath = join(folder, "case.csv");
  writeFileSync(physicalPath, content);
  const result = new CSVLanguage().parse({ path: physicalPath, physicalPath, bom: false, body: typeof content === "string" ? content : new TextDecoder().decode(content) });
  return result.ok ? null : result.errors.map(({ line, column, message }) => `${line}:${column} ${message}`).join("\n");
}

it.each([
  ["an open quote", 'id,name\na,"b\nc,d\n', "2:3 the quote that opens here is never closed"],
  ["an open quote in the header", 'id,"name\na,b\n', "1:4 the quote that opens here is never closed"],
  ["an open quote at the very end", 'id,name\n\n"', "3:1 the quote that opens here is never closed"],
  ["an open quote in a row that lacks columns", 'id,name\n"a', "2:1 the quote that opens here is never closed"],
  ["too few columns", "id,name,perm_read\naccess_a,A,1\naccess_b,B\n", "3:1 the row `access_b` has 2 columns, the header has 3"],
  ["one column", "id,name\na", "2:1 the row `a` has 1 column, the header has 2"],
  ["too few columns, no id", "id,name,perm_read\n,B\n", "2:1 this row has 2 columns, the header has 3"],
  ["too many columns", "id,name\na,b,c,d\n", "2:5 the row `a` has 4 columns, the header has 2"],
  ["too many columns, the last one filled", "id,name\na,b,,d\n", "2:6 the row `a` has 4 columns, the header has 2"],
  ["a quote that closes lines later", 'id,name,perm_read\na,"A\nb,B",1\nc,"C,1\nd,D",1,2\n', "5:8 the row `c` has 4 columns, the header has 3; the quote at 4:3 runs on to line 5"],
  ["a quote that closes too early", '"id","name","perm_read"\n"a","A,"1"\n', "2:1 the row `a` has 2 columns, the header has 3; text follows the closing quote of the cell at 2:5"],
  ["the first line is blank", "\nid,name\na,b\n", "1:1 the first line names the columns, and this one is blank"],
  ["NUL", "id,name\na,\0b", "2:3 this is no text: it holds a NUL character"],
])("%s", (_, text, expected) => {
  expect(said(text)).toBe(expected);
});

it("UTF-16 is no UTF-8", () => {
  expect(said(Buffer.from("id,name\r\na,b\r\n", "utf16le"))).toBe("1:2 this is not UTF-8 text (it looks like UTF-16)");
});

it("Latin-1 is no UTF-8", () => {
  expect(said(Buffer.from("id,name\na,Größe\n", "latin1"))).toBe("2:5 this is not UTF-8 text; save the file as UTF-8");
});

it("a replacement character that was written is text", () => {
  expect(said("id,name\na,\uFFFD\n")).toBeNull();
});

it.each([
  ["no text", ""],
  ["blank lines only", "\r\n\n"],
  ["a header alone", "id,name"],
  ["blank rows between", "id,name\n\n,\na,b\n"],
  ["rows of empty cells of any width", "id,name\n,,,,\n\"\"\n"],
  ["empty cells beyond the header, which the loader drops", "id,name\na,b,,\n"],
])("%s is fine", (_, text) => {
  expect(said(text)).toBeNull();
});
