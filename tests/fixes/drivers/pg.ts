/** pg, PGlite and postgres.js over a Postgres in this process: how each turns values of JavaScript into what it sends. */

import { runInPostgres, type Sent } from "../postgres.ts";
import { module, type Log, type Modules } from "./session.ts";

/** pg sends text and leaves the type to the server (node-postgres, `lib/utils.js`, `prepareValue`). */
export function sentByPg(value: unknown): Sent {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number | boolean | bigint).toString();
}

function arrayLiteral(items: readonly unknown[]): string {
  const one = (item: unknown): string => {
    if (item === null || item === undefined) return "NULL";
    return Array.isArray(item) ? arrayLiteral(item) : `"${String(sentByPg(item)).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  };
  return `{${items.map(one).join(",")}}`;
}

interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
}

export function pg(log: Log): Modules {
  class Client {
    query(query: string | Query, values?: unknown, callback?: unknown) {
      const { text, values: own = [] } = typeof query === "string" ? { text: query } : query;
      const given = Array.isArray(values) ? values : own;
      return log.settle(log.add(runInPostgres(text, given.map(sentByPg))).then(() => ({ rows: [], rowCount: 0 })), callback ?? values);
    }
    connect() { return Promise.resolve(new Client()); }
    escapeIdentifier(name: string) { return `"${name}"`; }
    release() { return undefined; }
    end() { return Promise.resolve(); }
  }
  return { pg: module({ Pool: Client, Client }) };
}

/** PGlite asks the server for the types first, and wants a value of JavaScript that fits; its texts go through as they are. */
export function pglite(log: Log): Modules {
  class PGlite {
    query(text: string, values: readonly unknown[] = []) { return log.add(runInPostgres(text, values.map(sentByPg))).then(() => ({ rows: [] })); }
  }
  return { "@electric-sql/pglite": module({ PGlite }) };
}

/** The types that postgres.js gives a server with a value (`src/types.js`, `inferType`). */
function inferred(value: unknown): number {
  if (value instanceof Date) return 1184;
  if (typeof value === "boolean") return 16;
  return typeof value === "bigint" ? 20 : Array.isArray(value) ? inferred(value[0]) : 0;
}

export function postgresJs(log: Log): Modules {
  const run = (text: string, values: readonly unknown[]) => log.add(runInPostgres(text, values.map(sentByPg), values.map(inferred))).then(() => []);
  const tag = (strings: TemplateStringsArray, ...values: readonly unknown[]) => run(strings.reduce((text, one, index) => `${text}$${index}${one}`), values);
  const sql = Object.assign(tag, { unsafe: (text: string, values: readonly unknown[] = []) => run(text, values) });
  return { postgres: module({}, () => sql) };
}
