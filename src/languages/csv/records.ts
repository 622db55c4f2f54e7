/** The records that a CSV file loads into the model it is named after. */

import type { SourceEdit } from "../../facts/edits.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { DataField, DataRecord, DataValue, FieldValue, Link, Mention, RecordFacts } from "../../facts/records.ts";
import type { CSVCell, CSVDocument, CSVHeader, CSVNode, CSVRow } from "./ast.ts";
import { columnOf, type Column } from "./columns.ts";
import { cellEdit } from "./edits.ts";
import { parsed } from "./tree.ts";

/** A file of data: its text, its tree, and the path whose last part names the model. */
interface DataFile {
  readonly text: string;
  readonly ast: CSVDocument;
  readonly path: string;
}

// odoo/addons/base/models/ir_fields.py, _str_to_boolean; what is neither true nor false is true, with a warning.
const OFF = new Set(["", "0", "false", "no"]);
const ID = "id";

export class CSVRecordFacts implements RecordFacts {
  readonly language = "csv";
  readonly path: string;
  readonly text: string;
  readonly #document: CSVDocument;
  #records: readonly DataRecord[] | null = null;

  constructor({ text, ast, path }: DataFile) {
    this.text = text;
    this.path = path;
    this.#document = ast;
  }

  /** In UTF-16 units, half-open. */
  range(node: CodeNode): Range {
    return (node as CSVNode).range;
  }

  place(node: CodeNode): Place {
    return (node as CSVNode).loc;
  }

  /** One for each row, in order; rows that only go on with the records inside of the row above are none. */
  records(): readonly DataRecord[] {
    this.#records ??= recordsIn(this.#document, modelOf(this.path));
    return this.#records;
  }

  flag({ value }: DataField): "on" | "off" | "unknown" {
    if (value.kind !== "text") return "unknown";
    return OFF.has(value.text.toLowerCase()) ? "off" : "on";
  }

  /** Each stands at its cell. */
  mentions({ node, value }: DataField): readonly Mention[] {
    return value.kind === "ref" ? [{ id: value.id, node }] : value.kind === "refs" ? value.ids.map((id) => ({ id, node })) : [];
  }

  /** The records in a cell take the place of others. */
  links(field: DataField): readonly Link[] | null {
    const mentions = this.mentions(field);
    return mentions.length > 0 ? [{ does: "set", mentions }] : null;
  }

  rename(mention: Mention, id: string): SourceEdit {
    const cell = mention.node as CSVCell;
    return cellEdit(cell, cell.value.split(",").map((one) => (one === mention.id ? id : one)).join(","));
  }

  /** A field without a column gets none: the column would give the other rows a value as well. A flag is written as `1` or `0`. */
  setField(record: DataRecord, name: string, value: FieldValue): readonly SourceEdit[] | null {
    const field = record.fields.get(name);
    if (!field || field.value.kind === "opaque") return null;
    const cell = field.node as CSVCell;
    const holds = columnOf(cell.name)?.holds;
    switch (value.kind) {
      case "ref": return holds !== "ref" ? null : cell.value === value.id ? [] : [cellEdit(cell, value.id)];
      case "flag": return holds !== "value" ? null : this.flag(field) === (value.on ? "on" : "off") ? [] : [cellEdit(cell, value.on ? "1" : "0")];
    }
  }
}

/** The records of a text; null when it is no table. Ranges count a byte order mark that the text begins with. */
export function csvRecords(text: string, path: string): CSVRecordFacts | null {
  const result = parsed(text);
  return result.ok ? new CSVRecordFacts({ text, ast: result.document, path }) : null;
}

/** The model that a file's name says (`security/ir.model.access-portal.csv`: `ir.model.access`). */
export function modelOf(path: string): string {
  const name = path.replace(/^.*[\\/]/s, "");
  // odoo/tools/convert.py, convert_csv_import
  return name.replace(/(?<=.)\.[^.]*$/, "").split("-", 1)[0] ?? "";
}

/** A column of the table, with what the others make of it. */
interface TableColumn extends Column {
  readonly index: number;
  /** It, or another column of its field, holds fields of inner records. */
  readonly isInner: boolean;
  /** The columns of its field say different things; the loader refuses that of references. */
  readonly isMixed: boolean;
}

function columnsOf({ cells }: CSVHeader): readonly TableColumn[] {
  const columns = cells.flatMap(({ name }, index) => {
    const column = columnOf(name);
    return column ? [{ ...column, index }] : [];
  });
  const meanings = new Map<string, Set<Column["holds"]>>();
  for (const { field, holds } of columns) meanings.set(field, (meanings.get(field) ?? new Set()).add(holds));
  return columns.map((column) => {
    const among = meanings.get(column.field);
    return { ...column, isInner: among?.has("nested") === true, isMixed: among !== undefined && among.size > 1 };
  });
}

function recordsIn({ header, rows }: CSVDocument, model: string): readonly DataRecord[] {
  const columns = columnsOf(header);
  const outer = columns.filter(({ isInner }) => !isInner);
  const isFilled = ({ cells }: CSVRow, among: readonly TableColumn[]) => among.some(({ index }) => (cells[index]?.value ?? "") !== "");
  return rows
    // A row of nothing but translations is none (convert_csv_import).
    .filter((row) => isFilled(row, columns))
    // One of nothing but inner records belongs to the row above (odoo/models.py, _extract_records).
    .filter((row, index) => index === 0 || isFilled(row, outer))
    .map((row) => recordOf(row, columns, model));
}

function recordOf(row: CSVRow, columns: readonly TableColumn[], model: string): DataRecord {
  const fields = new Map<string, DataField>();
  let id: CSVCell | null = null;
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (!cell) continue;
    if (column.field === ID && column.holds === "value") id = cell.value === "" ? null : cell;
    else fields.set(column.field, { name: column.field, node: cell, value: valueOf(cell, column) });
  }
  return { node: row, at: row.cells[0] ?? row, kind: "record", id: id?.value ?? null, idNode: id, model, fields, isNoupdate: false };
}

function valueOf({ value }: CSVCell, { holds, isMixed }: TableColumn): DataValue {
  if (isMixed || holds === "nested") return { kind: "opaque" };
  if (holds !== "ref" || value === "") return { kind: "text", text: value };
  return value.includes(",") ? { kind: "refs", ids: value.split(",") } : { kind: "ref", id: value };
}
