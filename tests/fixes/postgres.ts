/** Postgres itself, in this process: PGlite with the rows of the tests. */

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { failed, written, type Step } from "./outcome.ts";
import { POSTGRES_SCHEMA } from "./schema.ts";

/** A value as it goes to the server, as text. */
export type Sent = string | null;

/** An empty cluster of this PGlite; making one takes most of the time that starting takes. */
const CLUSTER = fileURLToPath(new URL("../../node_modules/.cache/pitfalls/cluster.tar.gz", import.meta.url));
const MADE_BY = fileURLToPath(import.meta.resolve("@electric-sql/pglite"));

let started: Promise<PGlite> | null = null;

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

async function cluster(): Promise<PGlite> {
  if (timeOf(CLUSTER) > timeOf(MADE_BY)) return PGlite.create({ loadDataDir: new Blob([readFileSync(CLUSTER)]) });
  const database = await PGlite.create();
  const dump = await database.dumpDataDir("gzip");
  mkdirSync(dirname(CLUSTER), { recursive: true });
  // Another process may write one at the same time.
  const own = `${CLUSTER}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, CLUSTER);
  return database;
}

async function start(): Promise<PGlite> {
  const database = await cluster();
  await database.exec(POSTGRES_SCHEMA);
  return database;
}

const postgres = (): Promise<PGlite> => (started ??= start());

export async function stopPostgres(): Promise<void> {
  await (await started)?.close();
  started = null;
}

const TABLES = ["pet", "visit", "doc"];

const isReading = (text: string): boolean => /^\s*(?:SELECT|VALUES)\b/i.test(text);

const BYTEA = 17;
/** PGlite wants bytes where the server would read them from text. */
const AS_SENT = { [BYTEA]: String };

/** Text alone goes as a simple query, which may be several; with values the server reads one statement and types its placeholders. */
async function sent(database: PGlite, text: string, values: readonly Sent[], types: readonly number[]): Promise<unknown> {
  if (values.length === 0) return (await database.exec(text)).map(({ rows }) => rows).at(-1);
  return (await database.query(text, [...values], { serializers: AS_SENT, ...(types.length > 0 ? { paramTypes: [...types] } : {}) })).rows;
}

/** Runs a statement; what it changes is undone. */
export async function runInPostgres(text: string, values: readonly Sent[] = [], types: readonly number[] = []): Promise<Step> {
  const database = await postgres();
  const isBound = values.length > 0;
  try {
    if (isReading(text)) return { kind: "rows", rows: written(await sent(database, text, values, types), null), isBound };
    await database.exec("BEGIN");
    const rows = await sent(database, text, values, types);
    const tables = TABLES.filter((table) => text.includes(table));
    const changed = (await database.exec(tables.map((table) => `SELECT * FROM ${table} ORDER BY id`).join(";"))).map((one) => one.rows);
    return { kind: "rows", rows: written(rows, changed), isBound };
  } catch (error) {
    return failed(error, isBound);
  } finally {
    if (!isReading(text)) await database.exec("ROLLBACK");
  }
}
