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
  /**
   * By the field's own name; its id is none of them. A field that is written more than once has the value that counts. Of the short forms (all
   * kinds but `record`) by the name of the attribute: `groups`, `parent`; what is called is the field `name` of a `function`.
   */
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
  /** The records with these external ids, in place of others or besides them: as they are written, `-` in front of what a menu takes away. */
  | { readonly kind: "refs"; readonly ids: readonly string[] }
  /** What a Python expression gives that is none of the above; `node` is where it is written. */
  | { readonly kind: "python"; readonly source: string; readonly node: CodeNode }
  /** The records that a domain finds. */
  | { readonly kind: "search"; readonly domain: string }
  /** XML or HTML. */
  | { readonly kind: "markup" }
  /** Anything else: records inside of the record, the content of another file, what the loader refuses. */
  | { readonly kind: "opaque" };

/** A place where a record is named by its external id. */
export interface Mention {
  /** As it is written. */
  readonly id: string;
  /** The id and nothing else, where it can be told; else what it stands in. */
  readonly node: CodeNode;
}

/** A step of what a field does to the records that it refers to; to set none takes all away. */
export interface Link {
  readonly does: "add" | "remove" | "set";
  readonly mentions: readonly Mention[];
}

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
  /** Every record that a field names by its id, in order; the names in text and markup are none. */
  mentions(field: DataField): readonly Mention[];
  /** What a field does to the records that it refers to, step by step; null when it is not known, or when it does something else. */
  links(field: DataField): readonly Link[] | null;
  /** The edit that names another record in the place of this one; null when there is no exact way. */
  rename(mention: Mention, id: string): SourceEdit | null;
  /**
   * Edits that give a field another value, in the author's style; none when it has that value already, null when there
   * is no exact way. A field that is missing comes behind the field `after`.
   */
  setField(record: DataRecord, name: string, value: FieldValue, after?: string): readonly SourceEdit[] | null;
}
