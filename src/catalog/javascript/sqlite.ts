/** SQLite drivers of JavaScript: databases, prepared statements, tag stores. */

import * as D from "../drivers.ts";
import { framework, name, rows, sink, stored, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };
const PREPARED: ValuesAt = { kind: "next", calls: ["get", "all", "run", "iterate", "values"], through: ["pluck", "raw", "expand", "safeIntegers"] };
const NODE = "https://nodejs.org/api/sqlite.html";

export const sqlite = framework({
  name: "SQLite drivers", language: "javascript", see: "https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md",
  rows: [
    name("better-sqlite3", ["libsql", "better-sqlite3.default"]),
    name("sqlite:sync", ["better-sqlite3()", "better-sqlite3.Database()", "node:sqlite.DatabaseSync()", "bun:sqlite.Database()", "bun:sqlite()"]),
    sink(["sqlite:sync.prepare", "sqlite:sync.query"], { scope: "statement", text: FIRST, values: PREPARED, driver: D.SQLITE }),
    sink(["sqlite:sync.exec", "sqlite:sync.pragma", "sqlite:sync.run"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE, see: `${NODE}#databaseexecsql` }),
    name("sqlite:tags", ["sqlite:sync.createTagStore()"], { see: `${NODE}#databasecreatetagstoremaxsize` }),
    sink(["all", "get", "run", "iterate"].map((one) => `sqlite:tags.${one}\`\``), { scope: "statement", text: FIRST, values: null, driver: D.SQLITE, isTag: "binds", see: `${NODE}#class-sqltagstore` }),
    stored(["get", "all", "iterate"].map((one) => `sqlite:sync.prepare().${one}()`), "a row of the database"),
  ],
});

export const sqlite3 = framework({
  name: "sqlite3, sqlite", language: "javascript", see: "https://github.com/TryGhost/node-sqlite3/wiki/API",
  rows: [
    name("sqlite3", ["sqlite3.verbose()", "@vscode/sqlite3", "sqlite3.default"]),
    name("sqlite:db", ["sqlite3.Database()", "sqlite3.cached.Database()", "sqlite.open()", "sqlite.Database()"]),
    sink(["run", "get", "all", "each", "prepare"].map((one) => `sqlite:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.SQLITE3 }),
    sink(["sqlite:db.exec"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE3 }),
    name("sqlite:rows", ["sqlite:db.all(#1)", "sqlite:db.get(#1)", "sqlite:db.each(#1)", "sqlite:db.all()", "sqlite:db.get()"]),
    rows("call", ["sqlite:rows"]),
  ],
});

export const edge = framework({
  name: "libSQL, D1, sql.js", language: "javascript", see: "https://docs.turso.tech/sdk/ts/reference",
  rows: [
    name("libsql:client", ["@libsql/client.createClient()", "@libsql/client/web.createClient()", "@libsql/client/http.createClient()", "@libsql/client.Client()", "@libsql/client.Transaction()", "libsql:client.transaction()"]),
    sink(["libsql:client.execute"], { scope: "statement", text: [{ position: 0 }, { position: 0, property: "sql" }], values: SECOND, objectValues: { kind: "property", position: 0, name: "args", before: "sql" }, driver: D.SQLITE }),
    sink(["libsql:client.batch", "libsql:client.migrate"], { scope: "statement", text: [{ position: 0, each: true, property: "sql" }], values: null, driver: D.SQLITE, see: "https://docs.turso.tech/sdk/ts/reference#batch-transactions" }),
    sink(["libsql:client.executeMultiple"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE }),
    rows("call", ["libsql:client.execute().rows"]),
    name("d1:db", ["@cloudflare/workers-types.D1Database()", "@cloudflare/workers-types.D1DatabaseSession()", "D1Database()", "D1DatabaseSession()", "d1:db.withSession()"], { see: "https://developers.cloudflare.com/d1/worker-api/d1-database/" }),
    sink(["d1:db.prepare"], { scope: "statement", text: FIRST, values: { kind: "next", calls: ["bind"], added: "bind" }, driver: D.SQLITE, see: "https://developers.cloudflare.com/d1/worker-api/prepared-statements/" }),
    sink(["d1:db.exec"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE, see: "https://developers.cloudflare.com/d1/worker-api/d1-database/#exec" }),
    name("durable:storage", ["@cloudflare/workers-types.DurableObjectStorage()", "durable:state.storage"], { see: "https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/" }),
    name("durable:state", ["@cloudflare/workers-types.DurableObjectState()"], { see: "https://developers.cloudflare.com/durable-objects/api/state/" }),
    name("durable:sql", ["@cloudflare/workers-types.SqlStorage()", "durable:storage.sql"], { see: "https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/" }),
    sink(["durable:sql.exec"], { scope: "statement", text: FIRST, values: { kind: "arguments", position: 1 }, driver: D.SQLITE, see: "https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/#exec" }),
    name("sql.js:db", ["sql.js.Database()", "sql.js().Database()"], { see: "https://sql.js.org/documentation/Database.html" }),
    sink(["run", "exec", "prepare", "each"].map((one) => `sql.js:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.SQLITE, see: "https://sql.js.org/documentation/Database.html" }),
  ],
});
