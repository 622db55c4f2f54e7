/** Database drivers of Node: pools, clients, statements. */

import * as D from "../drivers.ts";
import { clean, framework, name, rows, sink, step, type Driver, type Row, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };

/** A call that takes its statement as text, or in a property of an object. */
function texts(calls: readonly string[], driver: Driver, property: string | null, list: string | null): readonly Row[] {
  const written: Row[] = [sink(calls, { scope: "statement", text: property === null ? FIRST : [{ position: 0 }, { position: 0, property }], values: SECOND, driver, ...(list === null || property === null ? {} : { objectValues: { kind: "property", position: 0, name: list, before: property } }) })];
  return written;
}

export const pg = framework({
  name: "pg", language: "javascript", see: "https://node-postgres.com/features/queries",
  rows: [
    name("pg", ["pg.default", "pg.native"]),
    name("pg:pool", ["pg.Pool()", "pg-pool()"]),
    name("pg:client", ["pg.Client()", "pg.PoolClient()", "pg.ClientBase()", "pg:pool.connect()", "pg:pool.connect(#1)", "pg:client.connect()", "@neondatabase/serverless.Pool()", "@neondatabase/serverless.Client()", "@vercel/postgres.db", "@vercel/postgres.createPool()", "@vercel/postgres.createClient()"]),
    ...texts(["pg:client.query"], D.PG, "text", "values"),
    ...texts(["pg:pool.query"], D.PG_POOL, "text", "values"),
    sink(["pg-cursor()", "pg-query-stream()", "pg-cursor", "pg-query-stream"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE }),
    clean(["pg.escapeIdentifier()", "pg:client.escapeIdentifier()"], "identifier", { see: "https://node-postgres.com/apis/utilities" }),
    clean(["pg.escapeLiteral()", "pg:client.escapeLiteral()"], "literal", { see: "https://node-postgres.com/apis/utilities" }),
    rows("call", ["pg:client.query().rows", "pg:client.query(#1).rows", "pg:pool.query().rows", "pg:pool.query(#1).rows"]),
  ],
});

export const pgFormat = framework({
  name: "pg-format", language: "javascript", see: "https://github.com/datalanche/node-pg-format",
  rows: [
    step(["pg-format", "pg-format.format", "pg-format.withArray"], { does: "printf", text: 0, quoting: { I: "identifier", L: "literal" } }),
    clean(["pg-format.ident()"], "identifier"),
    clean(["pg-format.literal()"], "literal"),
  ],
});

export const pgPromise = framework({
  name: "pg-promise", language: "javascript", see: "https://vitaly-t.github.io/pg-promise/formatting.html",
  rows: [
    name("pg-promise:db", ["pg-promise()()", "pg-promise:db.task(#0)", "pg-promise:db.tx(#0)", "pg-promise:db.taskIf(#0)", "pg-promise:db.txIf(#0)", "pg-promise.IDatabase()", "pg-promise.ITask()"]),
    sink(["query", "none", "one", "oneOrNone", "many", "manyOrNone", "any", "result", "multi", "map", "each"].map((one) => `pg-promise:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_PROMISE, raw: /\$[{(/[<]\s*([\w.]+)\s*(?::raw|\^|:value|#)\s*[})/\]>]/g }),
    clean(["pg-promise().as.name()", "pg-promise().as.alias()"], "identifier"),
    clean(["pg-promise().as.text()", "pg-promise().as.csv()", "pg-promise().as.json()", "pg-promise().as.format()"], "literal"),
  ],
});

export const mysql = framework({
  name: "mysql, mysql2", language: "javascript", see: "https://github.com/mysqljs/mysql#escaping-query-values",
  rows: [
    name("mysql", ["mysql2", "mysql2/promise", "mysql.default"]),
    name("mysql:client", ["mysql.createPool()", "mysql.createConnection()", "mysql.createPoolCluster()", "mysql2/promise.createPool()", "mysql2.createPool()", "mysql2.createConnection()", "mysql2/promise.createConnection()", "mysql.Pool()", "mysql.Connection()", "mysql.PoolConnection()", "mysql2/promise.Pool()", "mysql2/promise.Connection()", "mysql2/promise.PoolConnection()", "mysql2.Pool()", "mysql2.Connection()", "mysql2.PoolConnection()", "mysql:client.getConnection()", "mysql:client.getConnection(#1)", "mysql:client.promise()", "mysql.createPool().promise()"]),
    ...texts(["mysql:client.query"], D.MYSQL_QUERY, "sql", "values"),
    ...texts(["mysql:client.execute", "mysql:client.prepare"], D.MYSQL_EXECUTE, "sql", "values"),
    sink(["mysql.raw", "mysql2.raw", "mysql2/promise.raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN_MYSQL }),
    clean(["mysql.raw()", "mysql.format()", "mysql:client.format()", "sqlstring.format()"], "fragment"),
    clean(["mysql.escapeId()", "mysql:client.escapeId()", "mysql2/promise.escapeId()", "sqlstring.escapeId()"], "identifier", { see: "https://github.com/mysqljs/mysql#escaping-query-identifiers" }),
    clean(["mysql.escape()", "mysql:client.escape()", "mysql2/promise.escape()", "sqlstring.escape()"], "literal"),
    rows("call", ["mysql:client.query()", "mysql:client.execute()"]),
  ],
});

export const mariadb = framework({
  name: "mariadb", language: "javascript", see: "https://github.com/mariadb-corporation/mariadb-connector-nodejs/blob/main/documentation/promise-api.md",
  rows: [
    name("mariadb:client", ["mariadb.createPool()", "mariadb.createConnection()", "mariadb.createPoolCluster()", "mariadb/callback.createPool()", "mariadb/callback.createConnection()", "mariadb:client.getConnection()", "mariadb:client.getConnection(#1)", "mariadb.Pool()", "mariadb.Connection()", "mariadb.PoolConnection()"]),
    ...texts(["query", "execute", "batch", "queryStream"].map((one) => `mariadb:client.${one}`), D.MARIADB, "sql", null),
    clean(["mariadb:client.escapeId()"], "identifier"),
    clean(["mariadb:client.escape()"], "literal"),
  ],
});

const PREPARED: ValuesAt = { kind: "next", calls: ["get", "all", "run", "iterate", "bind", "first", "raw"] };

export const sqlite = framework({
  name: "SQLite drivers", language: "javascript", see: "https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md",
  rows: [
    name("sqlite:sync", ["better-sqlite3()", "node:sqlite.DatabaseSync()", "bun:sqlite.Database()", "libsql()"]),
    sink(["sqlite:sync.prepare", "sqlite:sync.query"], { scope: "statement", text: FIRST, values: PREPARED, driver: D.SQLITE }),
    sink(["sqlite:sync.exec", "sqlite:sync.pragma"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE, see: "https://nodejs.org/api/sqlite.html#databaseexecsql" }),
    name("sqlite3", ["sqlite3.verbose()", "@vscode/sqlite3"]),
    name("sqlite:db", ["sqlite3.Database()", "sqlite.open()", "sqlite3.cached.Database()"]),
    sink(["run", "get", "all", "each", "prepare"].map((one) => `sqlite:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.SQLITE, see: "https://github.com/TryGhost/node-sqlite3/wiki/API" }),
    sink(["sqlite:db.exec"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE }),
    rows("call", ["sqlite:sync.prepare().get()", "sqlite:sync.prepare().all()", "sqlite:db.all(#1)", "sqlite:db.get(#1)"]),
    name("libsql:client", ["@libsql/client.createClient()"]),
    ...texts(["libsql:client.execute"], D.SQLITE, "sql", "args"),
    sink(["libsql:client.executeMultiple"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE }),
    name("d1:db", ["@cloudflare/workers-types.D1Database()", "D1Database()"]),
    sink(["d1:db.prepare"], { scope: "statement", text: FIRST, values: { kind: "next", calls: ["bind"] }, driver: D.SQLITE }),
    sink(["d1:db.exec"], { scope: "statement", text: FIRST, values: null, driver: D.SQLITE }),
    name("sql.js:db", ["sql.js.Database()", "sql.js().Database()"]),
    sink(["run", "exec", "prepare", "each"].map((one) => `sql.js:db.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.SQLITE }),
  ],
});

export const mssql = framework({
  name: "mssql, tedious", language: "javascript", see: "https://github.com/tediousjs/node-mssql#sql-injection",
  rows: [
    name("mssql", ["mssql/msnodesqlv8", "mssql.default"]),
    name("mssql:pool", ["mssql.connect()", "mssql.ConnectionPool()", "mssql:pool.connect()", "mssql.Transaction()"]),
    name("mssql:request", ["mssql:pool.request()", "mssql.Request()", "mssql:request.input()", "mssql:request.output()"]),
    sink(["mssql:request.query", "mssql:request.batch"], { scope: "statement", text: FIRST, values: { kind: "input", call: "input" }, driver: D.MSSQL_REQUEST }),
    sink(["mssql:pool.query", "mssql:pool.batch", "mssql.query", "mssql.batch"], { scope: "statement", text: FIRST, values: null, driver: D.MSSQL }),
    sink(["mssql:pool.query``", "mssql.query``", "mssql:request.query``", "mssql:pool.batch``", "mssql.batch``"], { scope: "statement", text: FIRST, values: null, driver: D.MSSQL, isTag: "binds" }),
    sink(["tedious.Request()", "tedious.Request"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://tediousjs.github.io/tedious/parameters.html" }),
  ],
});

export const warehouses = framework({
  name: "Oracle, warehouses and their kin", language: "javascript", see: "https://node-oracledb.readthedocs.io/en/latest/user_guide/bind.html",
  rows: [
    name("oracledb:client", ["oracledb.getConnection()", "oracledb.createPool().getConnection()", "oracledb.getPool().getConnection()", "oracledb.Connection()", "oracledb.getConnection(#1)"]),
    sink(["oracledb:client.execute", "oracledb:client.queryStream"], { scope: "statement", text: FIRST, values: SECOND, driver: D.ORACLE }),
    sink(["oracledb:client.executeMany"], { scope: "statement", text: FIRST, values: null, driver: D.ORACLE }),
    name("snowflake:client", ["snowflake-sdk.createConnection()", "snowflake-sdk.createPool()"]),
    sink(["snowflake:client.execute"], { scope: "statement", text: [{ position: 0, property: "sqlText" }], values: { kind: "property", position: 0, name: "binds", before: "sqlText" }, driver: D.SNOWFLAKE, see: "https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-execute" }),
    name("bigquery:client", ["@google-cloud/bigquery.BigQuery()"]),
    sink(["query", "createQueryJob", "createQueryStream"].map((one) => `bigquery:client.${one}`), { scope: "statement", text: [{ position: 0 }, { position: 0, property: "query" }], values: null, objectValues: { kind: "property", position: 0, name: "params", before: "query" }, driver: D.BIGQUERY, see: "https://cloud.google.com/bigquery/docs/parameterized-queries" }),
    name("duckdb:client", ["@duckdb/node-api.DuckDBConnection.create()", "@duckdb/node-api.DuckDBInstance.create().connect()", "duckdb.Database()", "duckdb.Database().connect()"]),
    sink(["run", "runAndRead", "runAndReadAll", "runAndReadUntil", "stream", "streamAndRead", "prepare", "start", "all", "each"].map((one) => `duckdb:client.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.DUCKDB, see: "https://duckdb.org/docs/stable/clients/node_neo/overview" }),
    sink(["duckdb:client.exec"], { scope: "statement", text: FIRST, values: null, driver: D.DUCKDB }),
    name("clickhouse:client", ["@clickhouse/client.createClient()", "@clickhouse/client-web.createClient()"]),
    sink(["clickhouse:client.query", "clickhouse:client.command", "clickhouse:client.exec"], { scope: "statement", text: [{ position: 0, property: "query" }], values: null, driver: D.UNKNOWN, see: "https://clickhouse.com/docs/integrations/javascript#queries-with-parameters" }),
    name("cassandra:client", ["cassandra-driver.Client()"]),
    sink(["execute", "eachRow", "stream"].map((one) => `cassandra:client.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.POSITIONAL, see: "https://docs.datastax.com/en/developer/nodejs-driver/latest/" }),
    name("planetscale:client", ["@planetscale/database.connect()", "@planetscale/database.Client().connection()"]),
    sink(["planetscale:client.execute"], { scope: "statement", text: FIRST, values: SECOND, driver: D.POSITIONAL, see: "https://github.com/planetscale/database-js#usage" }),
    name("pglite:client", ["@electric-sql/pglite.PGlite()", "@electric-sql/pglite.PGlite.create()"]),
    sink(["pglite:client.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://pglite.dev/docs/api" }),
    sink(["pglite:client.exec"], { scope: "statement", text: FIRST, values: null, driver: D.PG_LIKE }),
    name("hana:client", ["@sap/hana-client.createConnection()", "hdb.createClient()"]),
    sink(["exec", "execute", "prepare"].map((one) => `hana:client.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://help.sap.com/docs/SAP_HANA_CLIENT" }),
    name("databricks:client", ["@databricks/sql.DBSQLClient().openSession()"]),
    sink(["databricks:client.executeStatement"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://docs.databricks.com/en/dev-tools/nodejs-sql-driver.html" }),
  ],
});
