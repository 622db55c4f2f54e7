/** SQLite itself, in this process: sql.js with the rows of the tests. */

import initSqlJs, { type Database, type SqlValue } from "sql.js";
import { failed, written, type Step } from "./outcome.ts";
import { SCHEMA } from "./schema.ts";

export type Bindings = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

let started: Promise<Database> | null = null;

async function start(): Promise<Database> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(SCHEMA);
  return database;
}

const sqlite = (): Promise<Database> => (started ??= start());

const isReading = (text: string): boolean => /^\s*(?:SELECT|VALUES)\b/i.test(text);

function rowsOf(database: Database, text: string, values: Bindings): readonly Record<string, SqlValue>[] {
  const statement = database.prepare(text);
  try {
    statement.bind(Array.isArray(values) ? [...(values as readonly SqlValue[])] : { ...(values as Record<string, SqlValue>) });
    const rows = [];
    while (statement.step()) rows.push(statement.getAsObject());
    return rows;
  } finally {
    statement.free();
  }
}

/** Runs a statement; what it changes is undone. */
export async function runInSqlite(text: string, values: Bindings = []): Promise<Step> {
  const database = await sqlite();
  const isBound = Object.keys(values).length > 0;
  const isChanging = !isReading(text);
  try {
    if (isChanging) database.run("BEGIN");
    const rows = rowsOf(database, text, values);
    const changed = isChanging ? ["pet", "visit"].map((table) => rowsOf(database, `SELECT * FROM ${table} ORDER BY id`, [])) : null;
    return { kind: "rows", rows: written(rows, changed), isBound };
  } catch (error) {
    return failed(error, isBound);
  } finally {
    if (isChanging) database.run("ROLLBACK");
  }
}
