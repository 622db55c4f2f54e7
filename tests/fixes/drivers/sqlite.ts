/** SQLite's drivers over sql.js: how each binds values of JavaScript. */

import type { SqlValue } from "sql.js";
import { runInSqlite, type Bindings } from "../sqlite.ts";
import { failed, type Step } from "../outcome.ts";
import { module, type Log, type Modules } from "./session.ts";

type Table = Readonly<Record<string, SqlValue>>;

const isTable = (value: unknown): value is Table => typeof value === "object" && value !== null && !Array.isArray(value);

/** Each `?` outside of quotes in turn. */
const eachMark = (text: string, put: (index: number) => string): string => {
  let index = 0;
  return text.replace(/'(?:[^']|'')*'|"[^"]*"|\?/g, (found) => (found === "?" ? put(index++) : found));
};

/** A number is a double for better-sqlite3 and `node:sqlite`, never an integer (WiseLibs/better-sqlite3#627, nodejs/node#63826): it is written as one. */
const double = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

async function ranWithDoubles(text: string, values: readonly unknown[]): Promise<Step> {
  const isBound = values.length > 0;
  if (values.some((value) => typeof value === "boolean" || value instanceof Date)) return failed(new TypeError("SQLite3 can only bind numbers, strings, bigints, buffers, and null"), isBound);
  if (values.length === 1 && isTable(values[0])) return runInSqlite(text, Object.fromEntries(Object.entries(values[0]).map(([key, value]) => [`:${key}`, value])));
  const flat = values.flat() as readonly SqlValue[];
  let marks = 0;
  const inlined = eachMark(text, (index) => {
    marks += 1;
    const value = flat[index];
    return typeof value === "number" ? double(value) : "?";
  });
  if (marks !== flat.length) return failed(new RangeError(`Too ${marks > flat.length ? "few" : "many"} parameter values were provided`), isBound);
  return { ...(await runInSqlite(inlined, flat.filter((value) => typeof value !== "number"))), isBound };
}

export function betterSqlite3(log: Log): Modules {
  class Statement {
    readonly #text: string;
    #bound: readonly unknown[] = [];
    constructor(text: string) { this.#text = text; }
    run(...values: readonly unknown[]) { return this.all(...values); }
    get(...values: readonly unknown[]) { return this.all(...values); }
    all(...values: readonly unknown[]) { return log.add(ranWithDoubles(this.#text, [...this.#bound, ...values])).then(() => []); }
    bind(...values: readonly unknown[]) {
      this.#bound = values;
      return this;
    }
  }
  class Database {
    prepare(text: string) { return new Statement(text); }
  }
  return { "better-sqlite3": module({}, Database), "node:sqlite": module({ DatabaseSync: Database }) };
}

/** node-sqlite3 binds an integer where the number is one; a date is its milliseconds. */
const boundBySqlite3 = (value: unknown): SqlValue => (value instanceof Date ? value.getTime() : typeof value === "boolean" ? Number(value) : (value as SqlValue));

export function sqlite3(log: Log): Modules {
  class Database {
    all(text: string, ...rest: readonly unknown[]) {
      const callback = rest.findLast((one) => typeof one === "function");
      const [first, ...more] = rest.filter((one) => one !== callback);
      const values: Bindings = Array.isArray(first) ? first.map(boundBySqlite3) : isTable(first) ? first : [first, ...more].filter((one) => one !== undefined).map(boundBySqlite3);
      return log.settle(log.add(runInSqlite(text, values)).then(() => []), callback);
    }
    get(text: string, ...rest: readonly unknown[]) { return this.all(text, ...rest); }
    run(text: string, ...rest: readonly unknown[]) { return this.all(text, ...rest); }
    each(text: string, ...rest: readonly unknown[]) { return this.all(text, ...rest); }
  }
  const sqlite3 = { Database, verbose: () => sqlite3 };
  const open = () => Promise.resolve(new Database());
  return { sqlite3: module(sqlite3), sqlite: module({ open }) };
}

export function sqlJs(log: Log): Modules {
  class Database {
    exec(text: string, values: Bindings = []) { return log.add(runInSqlite(text, values)).then(() => []); }
    run(text: string, values: Bindings = []) { return this.exec(text, values); }
  }
  return { "sql.js": module({}, () => Promise.resolve({ Database })) };
}

export function libsql(log: Log): Modules {
  interface Query {
    readonly sql: string;
    readonly args?: readonly unknown[];
  }
  const execute = (query: string | Query, values: readonly unknown[] = []) => {
    const { sql, args = [] } = typeof query === "string" ? { sql: query, args: values } : query;
    return log.add(ranWithDoubles(sql, args)).then(() => ({ rows: [] }));
  };
  return { "@libsql/client": module({ createClient: () => ({ execute }) }) };
}
