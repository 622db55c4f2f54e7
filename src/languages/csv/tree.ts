/** The nodes of a CSV text; they find their lines when asked. */

import type { SourceLocation } from "@eslint/core";
import type { CSVCell, CSVDocument, CSVHeader, CSVRow } from "./ast.ts";
import { Lines } from "../text/lines.ts";
import type { Problem } from "../text/readable.ts";
import { misfit } from "./problems.ts";
import { rowsIn, type WrittenCell, type WrittenRow } from "./scan.ts";

/** A tree, or the one reason why there is none. */
export type Parsed = { readonly ok: true; readonly document: CSVDocument } | { readonly ok: false; readonly problem: Problem };

/** The tree of a text in which every row fits its header. An empty text is a document without cells. */
export function parsed(text: string, lines = new Lines(text)): Parsed {
  const [header = [], ...others] = rowsIn(text);
  // odoo/tools/convert.py, convert_csv_import: `if any(line)`
  const rows = others.filter((row) => row.some(({ value, quotes }) => value !== "" || quotes === "open"));
  const problem = misfit(header, rows, lines);
  return problem ? { ok: false, problem } : { ok: true, document: new Document(header, rows, lines, text.length) };
}

class Document implements CSVDocument {
  readonly type = "CSVDocument";
  readonly parent = null;
  readonly range: [number, number];
  readonly header: CSVHeader;
  readonly rows: readonly CSVRow[];
  readonly #lines: Lines;

  constructor(header: WrittenRow, rows: readonly WrittenRow[], lines: Lines, length: number) {
    const names = header.map(({ value }) => value);
    this.range = [0, length];
    this.#lines = lines;
    this.header = new Row("CSVHeader", header, this, names);
    this.rows = rows.map((row) => new Row("CSVRow", row, this, names));
  }

  get loc(): SourceLocation {
    return this.locOf(this.range);
  }

  locOf(range: [number, number]): SourceLocation {
    return this.#lines.locOf(range);
  }
}

class Row<Type extends "CSVHeader" | "CSVRow"> {
  readonly type: Type;
  readonly parent: Document;
  readonly range: [number, number];
  readonly cells: readonly CSVCell[];

  constructor(type: Type, cells: WrittenRow, parent: Document, names: readonly string[]) {
    this.type = type;
    this.parent = parent;
    this.range = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
    this.cells = cells.map((cell, column) => new Cell(cell, this, column, names[column] ?? ""));
  }

  get loc(): SourceLocation {
    return this.parent.locOf(this.range);
  }
}

class Cell implements CSVCell {
  readonly type = "CSVCell";
  readonly parent: Row<"CSVHeader" | "CSVRow">;
  readonly name: string;
  readonly value: string;
  readonly column: number;
  readonly quoted: boolean;
  readonly range: [number, number];

  constructor({ start, end, value, quotes }: WrittenCell, parent: Row<"CSVHeader" | "CSVRow">, column: number, name: string) {
    this.parent = parent;
    this.name = name;
    this.value = value;
    this.column = column;
    this.quoted = quotes === "pair";
    this.range = [start, end];
  }

  get contentRange(): [number, number] {
    const [start, end] = this.range;
    return this.quoted ? [start + 1, end - 1] : [start, end];
  }

  get loc(): SourceLocation {
    return this.parent.parent.locOf(this.range);
  }
}
