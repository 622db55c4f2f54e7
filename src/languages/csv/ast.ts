/** The tree of a CSV file: a header, rows, and cells that know their column. */

import type { SourceLocation } from "@eslint/core";

/** What every node has: a range in UTF-16 units, half-open, and the same as lines from 1 and columns from 0. */
interface Positioned {
  readonly range: [number, number];
  readonly loc: SourceLocation;
}

/** The whole file. */
export interface CSVDocument extends Positioned {
  readonly type: "CSVDocument";
  readonly parent: null;
  readonly header: CSVHeader;
  /** The rows that hold anything: blank lines and rows of empty cells are no data. */
  readonly rows: readonly CSVRow[];
}

/** The first row, which names the columns; without cells in an empty file. */
export interface CSVHeader extends Positioned {
  readonly type: "CSVHeader";
  readonly parent: CSVDocument;
  readonly cells: readonly CSVCell[];
}

/** From its first cell to the end of its last, without the line's end. */
export interface CSVRow extends Positioned {
  readonly type: "CSVRow";
  readonly parent: CSVDocument;
  readonly cells: readonly CSVCell[];
}

/** One cell with its quotes. */
export interface CSVCell extends Positioned {
  readonly type: "CSVCell";
  readonly parent: CSVHeader | CSVRow;
  /** The name of its column as the header spells it, blanks included: the loader takes no other. Empty for a cell beyond the header. */
  readonly name: string;
  /** Without quotes, as it is read. */
  readonly value: string;
  /** The column, from 0. */
  readonly column: number;
  /** Whether one pair of quotes holds the whole cell. */
  readonly quoted: boolean;
  /** Between the quotes; the whole cell where no pair holds it. */
  readonly contentRange: [number, number];
}

export type CSVNode = CSVDocument | CSVHeader | CSVRow | CSVCell;
