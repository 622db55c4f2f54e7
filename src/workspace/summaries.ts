/** What Python files say of models, kept on disk between runs by the files' content: a warm run parses only what has changed. */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ModelPart } from "./models.ts";

/** Maps and sets as lists, and without the file's path: files of the same content share what they say. */
interface Row extends Omit<ModelPart, "file" | "attributes" | "fields" | "methods"> {
  readonly attributes: readonly (readonly [string, ModelPart["attributes"] extends ReadonlyMap<string, infer Value> ? Value : never])[];
  readonly fields: readonly (readonly [string, ModelPart["fields"] extends ReadonlyMap<string, infer Value> ? Value : never])[];
  readonly methods: readonly string[];
}

interface Store {
  readonly file: string;
  readonly rows: Map<string, readonly Row[]>;
  hasChanged: boolean;
}

/** Changes with the form of a row. */
const FORM = "models 1";
const MOST_ROWS = 50_000;

let store: Store | null = null;

/** From now on summaries are looked for in a file; null: nowhere. A file that is none of ours counts as an empty one. */
export function keepSummariesIn(file: string | null): void {
  store = file === null ? null : { file, rows: new Map(Object.entries(rowsIn(file))), hasChanged: false };
}

function rowsIn(file: string): Readonly<Record<string, readonly Row[]>> {
  try {
    const read = JSON.parse(readFileSync(file, "utf8")) as { readonly form?: unknown; readonly rows?: Readonly<Record<string, readonly Row[]>> };
    return read.form === FORM && read.rows ? read.rows : {};
  } catch {
    return {};
  }
}

/** Writes what is new, whole or not at all; a folder that cannot be written to costs nothing but time. */
export function writeSummaries(): void {
  if (!store?.hasChanged) return;
  const { file, rows } = store;
  const kept = Object.fromEntries([...Object.entries(rowsIn(file)), ...rows].slice(-MOST_ROWS));
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, JSON.stringify({ form: FORM, rows: kept }));
    renameSync(temporary, file);
    store.hasChanged = false;
  } catch {
    // The next run parses again.
  }
}

/** What a file says of models: as an earlier run read the same text, else as `read` says. */
export function summarized(path: string, text: string, read: () => readonly ModelPart[]): readonly ModelPart[] {
  if (!store) return read();
  const key = createHash("sha1").update(text).digest("base64url");
  const known = store.rows.get(key);
  if (known) return known.map((row) => ({ ...row, file: path, attributes: new Map(row.attributes), fields: new Map(row.fields), methods: new Set(row.methods) }));
  const parts = read();
  store.rows.set(key, parts.map(({ file: _, attributes, fields, methods, ...part }) => ({ ...part, attributes: [...attributes], fields: [...fields], methods: [...methods] })));
  store.hasChanged = true;
  return parts;
}
