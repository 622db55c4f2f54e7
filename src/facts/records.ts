/** What the reasoning may ask about a file of data: the records that it loads, whatever its language. */

import type { SourceEdit } from "./edits.ts";
import type { CodeNode, Place, Range } from "./node.ts";

export interface DataRecord {
  /** The whole record: the element, the row. */
  readonly node: CodeNode;
  /** Where a finding stands that is about the record and none of its fields: the start tag, the first cell. */
  readonly at: CodeNode;
  readonly kind: "record" | "template" | "menuitem" | "function" | "delete" | "report" | "act_window";
  /** As it is written: without a module where it has none. Null for a record that nobody can refer to. */
  readonly id: string | null;
  readonly idNode: CodeNode | null;
  readonly model: string;
  /** By the field's own name; its id is none of them. A field that is written more than once has the value that counts. */
  readonly fields: ReadonlyMap<string, DataField>;
  /** Whether the file says that an update leaves the record alone. */
  readonly isNoupdate: boolean;
}

export interface DataField {
  readonly name: string;
  /** The element, the cell. */
  readonly node: CodeNode;
  readonly value: DataValue;
}

export type DataValue =
  /** Text that the type of the field converts: a number, a flag, the name of a record, nothing. */
  | { readonly kind: "text"; readonly text: string }
  /** The record with an external id, as it is written. */
  | { readonly kind: "ref"; readonly id: string }
  /** The records with several external ids. */
  | { readonly kind: "refs"; readonly ids: readonly string[] }
  /** What a Python expression gives. */
  | { readonly kind: "python"; readonly source: string; readonly node: CodeNode }
  /** The records that a domain finds. */
  | { readonly kind: "search"; readonly domain: string }
  /** XML or HTML. */
  | { readonly kind: "markup" }
  /** Anything else: records inside of the record, the content of another file, what the loader refuses. */
  | { readonly kind: "opaque" };

export type FieldValue = { readonly kind: "ref"; readonly id: string } | { readonly kind: "flag"; readonly on: boolean };

/** The records of one file and how to change them. */
export interface RecordFacts {
  readonly language: "xml" | "csv";
  /** The file's path as ESLint knows it. */
  readonly path: string;
  readonly text: string;
  /** In UTF-16 units, half-open. */
  range(node: CodeNode): Range;
  place(node: CodeNode): Place;
  /** In the order in which they are loaded; of one id the last one counts. */
  records(): readonly DataRecord[];
  /** How the loader of this language converts a field that is a flag. */
  flag(field: DataField): "on" | "off" | "unknown";
  /**
   * Edits that give a field another value, in the author's style; none when it has that value already, null when there
   * is no exact way. A field that is missing comes behind the field `after`.
   */
  setField(record: DataRecord, name: string, value: FieldValue, after?: string): readonly SourceEdit[] | null;
}
