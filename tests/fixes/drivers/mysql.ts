/** mysql and mysql2: their own formatters make the final text, which SQLite runs; `execute` is a model of the server's prepared statements. */

import mysql2 from "mysql2";
import sqlstring from "sqlstring";
import type { SqlValue } from "sql.js";
import { failed, type Step } from "../outcome.ts";
import { runInSqlite } from "../sqlite.ts";
import { module, type Log, type Modules } from "./session.ts";

type Format = (text: string, values: readonly unknown[]) => string;

const FORMATS: Readonly<Record<"mysql" | "mysql2", Format>> = {
  mysql: (text, values) => sqlstring.format(text, [...values]),
  mysql2: (text, values) => mysql2.format(text, values as SqlValue[]),
};

/** Where SQLite does not know MySQL's grammar, the final texts are compared: blanks outside of quotes make no difference. */
const plain = (text: string): string => text.replace(/('(?:[^'\\]|\\.|'')*')|\s+/g, (_, literal: string | undefined) => literal ?? " ").replace(/ ?([(),]) ?/g, "$1");

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", 0: "\0", b: "\b", Z: "\x1a" };

/** MySQL's literals in SQLite's words: backslashes, and double quotes around a text. */
const translated = (text: string): string =>
  text.replace(/'((?:[^'\\]|\\[^]|'')*)'|"((?:[^"\\]|\\[^]|"")*)"/g, (_, single: string | undefined, double: string | undefined) => {
    const content = single?.replaceAll("''", "'") ?? double?.replaceAll('""', '"') ?? "";
    const value = content.replace(/\\([^])/g, (both, letter: string) => (letter === "%" || letter === "_" ? both : (ESCAPED[letter] ?? letter)));
    return `'${value.replaceAll("'", "''")}'`;
  });

async function ran(text: string, isBound: boolean): Promise<Step> {
  const step = await runInSqlite(translated(text));
  return step.kind === "error" && /syntax error|no such function/.test(step.message) ? { kind: "rows", rows: plain(text), isBound } : { ...step, isBound };
}

interface Query {
  readonly sql: string;
  readonly values?: readonly unknown[];
}

/** The server takes numbers as DOUBLE from mysql2, and refuses one for LIMIT (sidorares/node-mysql2#1239). */
async function prepared(text: string, values: readonly unknown[]): Promise<Step> {
  const isBound = values.length > 0;
  if (values.some((value) => value === undefined || Array.isArray(value))) return failed(new TypeError("Bind parameters must not contain undefined"), isBound);
  const marks = [...text.matchAll(/'(?:[^']|'')*'|(LIMIT|OFFSET)?\s*(\?)/gi)].filter((one) => one[2] !== undefined);
  if (marks.length !== values.length) return failed(new Error("Incorrect arguments to mysqld_stmt_execute"), isBound);
  if (marks.some((mark, index) => mark[1] !== undefined && typeof values[index] === "number")) return failed(new Error("Incorrect arguments to mysqld_stmt_execute"), isBound);
  return runInSqlite(text, values as readonly SqlValue[]);
}

export function mysql(log: Log, name: "mysql" | "mysql2"): Modules {
  const given = (query: string | Query, values: unknown) => (typeof query === "string" ? { sql: query, values: Array.isArray(values) ? (values as readonly unknown[]) : undefined } : query);
  class Connection {
    query(query: string | Query, values?: unknown, callback?: unknown) {
      const { sql, values: bound } = given(query, values);
      const text = bound === undefined ? sql : FORMATS[name](sql, bound);
      return log.settle(log.add(ran(text, bound !== undefined)).then(() => [[], []]), callback ?? values);
    }
    execute(query: string | Query, values?: unknown, callback?: unknown) {
      const { sql, values: bound = [] } = given(query, values);
      return log.settle(log.add(prepared(sql, bound)).then(() => [[], []]), callback ?? values);
    }
    getConnection(callback?: unknown) { return log.settle(Promise.resolve(new Connection()), callback); }
    promise() { return this; }
    release() { return undefined; }
  }
  const names = { createPool: () => new Connection(), createConnection: () => new Connection() };
  return { mysql: module(names), mysql2: module(names), "mysql2/promise": module(names) };
}
