/** knex and Sequelize: their own code makes the final text and its values, which the database of their dialect runs. */

import { createRequire } from "node:module";
import type { SqlValue } from "sql.js";
import { failed } from "../outcome.ts";
import { runInPostgres } from "../postgres.ts";
import { runInSqlite } from "../sqlite.ts";
import { sentByPg } from "./pg.ts";
import { module, type Log, type Modules } from "./session.ts";

interface Compiled {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
}

type Run = (compiled: Compiled) => Promise<unknown>;

/** What knex's clients of a dialect have in common, as far as a connection that is none needs it. */
type Dialect = new (config: object) => object;

const require = createRequire(import.meta.url);
const { injectReplacements } = require("sequelize/lib/utils/sql") as { injectReplacements: (text: string, dialect: object, replacements: object) => string };

/** knex, with a client whose connections run what they are given in this process. */
function knexOver(dialect: string, run: Run): unknown {
  const Base = require(`knex/lib/dialects/${dialect}`) as Dialect;
  class Client extends Base {
    _driver() { return {}; }
    initializePool() { return undefined; }
    acquireConnection() { return Promise.resolve({}); }
    releaseConnection() { return Promise.resolve(); }
    async _query(_connection: unknown, query: Compiled) {
      await run(query);
      return Object.assign(query, { response: { rows: [] } });
    }
    processResponse() { return []; }
  }
  const knex = require("knex") as (config: object) => unknown;
  return knex({ client: Client, useNullAsDefault: true });
}

export function knexPg(log: Log): Modules {
  const run: Run = ({ sql, bindings = [] }) => log.add(runInPostgres(sql, bindings.map(sentByPg)));
  return { knex: module({}, () => knexOver("postgres", run)) };
}

export function knexSqlite(log: Log): Modules {
  const run: Run = ({ sql, bindings = [] }) => log.add(runInSqlite(sql, bindings as readonly SqlValue[]));
  return { knex: module({}, () => knexOver("sqlite3", run)) };
}

/** What `injectReplacements` asks of a dialect. */
const DIALECTS = {
  postgres: { name: "postgres", TICK_CHAR_LEFT: '"', TICK_CHAR_RIGHT: '"', canBackslashEscape: () => false, supports: { escapeStringConstants: true } },
  sqlite: { name: "sqlite", TICK_CHAR_LEFT: "`", TICK_CHAR_RIGHT: "`", canBackslashEscape: () => false, supports: {} },
};

interface Options {
  readonly replacements?: Readonly<Record<string, unknown>>;
}

export function sequelize(log: Log, name: keyof typeof DIALECTS): Modules {
  class Sequelize {
    async query(text: string, { replacements }: Options = {}) {
      const isBound = replacements !== undefined;
      const final = isBound ? replaced(text, replacements) : text;
      const step = await (typeof final === "string" ? (name === "postgres" ? runInPostgres(final) : runInSqlite(final)) : final);
      await log.add(Promise.resolve({ ...step, isBound }));
      return [];
    }
  }
  const replaced = (text: string, replacements: Readonly<Record<string, unknown>>) => {
    try {
      return injectReplacements(text, DIALECTS[name], replacements);
    } catch (error) {
      return failed(error, true);
    }
  };
  return { sequelize: module({ Sequelize, QueryTypes: { SELECT: "SELECT" } }) };
}
