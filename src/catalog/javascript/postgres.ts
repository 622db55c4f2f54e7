/** Postgres drivers of Node: pools, clients, cursors, formatters. */

import * as D from "../drivers.ts";
import { clean, framework, name, rows, sink, step, type Driver, type SinkRow, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };

/** A call that takes its statement as text, or in an object with its values: `query({ text, values })`. */
const statements = (calls: readonly string[], driver: Driver): SinkRow =>
  sink(calls, { scope: "statement", text: [{ position: 0 }, { position: 0, property: "text" }], values: SECOND, objectValues: { kind: "property", position: 0, name: "values", before: "text" }, driver });

export const pg = framework({
  name: "pg", language: "javascript", see: "https://node-postgres.com/features/queries",
  rows: [
    name("pg", ["pg.default", "pg.native"]),
    name("pg:pool", ["pg.Pool()", "pg-pool()", "@neondatabase/serverless.Pool()", "@vercel/postgres.db", "@vercel/postgres.createPool()"]),
    name("pg:client", ["pg.Client()", "pg.PoolClient()", "pg.ClientBase()", "pg:pool.connect()", "pg:pool.connect(#1)", "@neondatabase/serverless.Client()", "@neondatabase/serverless.PoolClient()", "@vercel/postgres.createClient()"]),
    statements(["pg:client.query"], D.PG),
    statements(["pg:pool.query"], D.PG_POOL),
    ...["pg-cursor", "pg-query-stream", "pg.Query"].map((one) => sink([one, `${one}()`], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://node-postgres.com/apis/cursor" })),
    sink(["pg-native().query", "pg-native().querySync"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://github.com/brianc/node-pg-native#api" }),
    clean(["pg.escapeIdentifier()", "pg:client.escapeIdentifier()"], "identifier", { see: "https://node-postgres.com/apis/utilities" }),
    clean(["pg.escapeLiteral()", "pg:client.escapeLiteral()"], "literal", { see: "https://node-postgres.com/apis/utilities" }),
    name("pg:result", ["pg:client.query()", "pg:client.query(#1)", "pg:pool.query()", "pg:pool.query(#1)"], { see: "https://node-postgres.com/apis/result" }),
    rows("call", ["pg:result.rows"], { see: "https://node-postgres.com/apis/result" }),
  ],
});

export const pgFormat = framework({
  name: "pg-format", language: "javascript", see: "https://github.com/datalanche/node-pg-format",
  rows: [
    step(["pg-format", "pg-format.format"], { does: "printf", text: 0, quoting: { I: "identifier", L: "literal" } }),
    clean(["pg-format.ident()"], "identifier"),
    clean(["pg-format.literal()"], "literal"),
  ],
});

const PROMISED = ["query", "none", "one", "oneOrNone", "many", "manyOrNone", "any", "result", "multi", "multiResult", "map", "each"];
/** `${name:raw}` and `$1#`: filled with the value as it is; `open` values have their quotes doubled, for a place between quotes. */
const RAW_MARKS = /\$(?:[{(/[<]\s*(?<name>[\w.]+)\s*(?::raw|\^|(?<open>:value|#))\s*[})/\]>]|(?<number>\d+)(?::raw\b|\^|(?<bare>:value\b|#)))/g;
const FORMATTING = "https://vitaly-t.github.io/pg-promise/formatting.html";

export const pgPromise = framework({
  name: "pg-promise", language: "javascript", see: FORMATTING,
  rows: [
    name("pg-promise:main", ["pg-promise()", "pg-promise.IMain()"]),
    name("pg-promise:db", ["pg-promise:main()", "pg-promise.IDatabase()", "pg-promise.ITask()", "pg-promise:db.task(#0)", "pg-promise:db.tx(#0)", "pg-promise:db.taskIf(#0)", "pg-promise:db.txIf(#0)"]),
    sink(PROMISED.map((one) => `pg-promise:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_PROMISE, raw: RAW_MARKS, see: "https://vitaly-t.github.io/pg-promise/Database.html" }),
    ...["pg-promise.ParameterizedQuery", "pg-promise:main.ParameterizedQuery", "pg-promise.PreparedStatement", "pg-promise:main.PreparedStatement"].map((one) => sink([one, `${one}()`], {
      scope: "statement", text: one.endsWith("Query") ? [{ position: 0 }, { position: 0, property: "text" }] : [{ position: 0, property: "text" }],
      values: null, objectValues: { kind: "property", position: 0, name: "values", before: "text" }, driver: D.PG_LIKE, see: "https://vitaly-t.github.io/pg-promise/ParameterizedQuery.html",
    })),
    sink(["pg-promise:main.as.format", "pg-promise.as.format"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_PROMISE, raw: RAW_MARKS, see: `${FORMATTING}#.format` }),
    clean(["pg-promise:main.as.format()", "pg-promise.as.format()"], "fragment", { see: `${FORMATTING}#.format` }),
    clean(["insert", "update", "values", "sets", "concat"].map((one) => `pg-promise:main.helpers.${one}()`), "fragment", { see: "https://vitaly-t.github.io/pg-promise/helpers.html" }),
    clean(["pg-promise:main.as.name()", "pg-promise:main.as.alias()", "pg-promise.as.name()", "pg-promise.as.alias()"], "identifier"),
    clean(["text", "csv", "json", "array", "date"].flatMap((one) => [`pg-promise:main.as.${one}()`, `pg-promise.as.${one}()`]), "literal"),
  ],
});

export const pglite = framework({
  name: "PGlite", language: "javascript", see: "https://pglite.dev/docs/api",
  rows: [
    name("pglite:db", ["@electric-sql/pglite.PGlite()", "@electric-sql/pglite.PGlite.create()", "@electric-sql/pglite.Transaction()", "pglite:db.transaction(#0)"]),
    sink(["pglite:db.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE }),
    sink(["pglite:db.exec"], { scope: "statement", text: FIRST, values: null, driver: D.PG_LIKE }),
    sink(["pglite:db.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
    rows("call", ["pglite:db.query().rows"]),
  ],
});
