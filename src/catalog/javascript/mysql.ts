/** MySQL and MariaDB drivers of Node. */

import * as D from "../drivers.ts";
import { clean, framework, name, rows, sink, type Driver, type SinkRow, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const TEXTS: readonly TextAt[] = [{ position: 0 }, { position: 0, property: "sql" }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };

/** A call that takes its statement as text, or in an object with its values: `query({ sql, values })`. */
const statements = (calls: readonly string[], driver: Driver): SinkRow =>
  sink(calls, { scope: "statement", text: TEXTS, values: SECOND, objectValues: { kind: "property", position: 0, name: "values", before: "sql" }, driver });

export const mysql = framework({
  name: "mysql, mysql2", language: "javascript", see: "https://github.com/mysqljs/mysql#escaping-query-values",
  rows: [
    name("mysql", ["mysql2", "mysql2/promise", "promise-mysql", "mysql.default"]),
    name("mysql.**", ["mysql2.**", "mysql2/promise.**", "promise-mysql.**"]),
    name("mysql:client", ["mysql.createPool()", "mysql.createConnection()", "mysql.createPoolCluster()", "mysql.Pool()", "mysql.Connection()", "mysql.PoolConnection()", "mysql.PoolCluster()", "mysql:client.getConnection()", "mysql:client.getConnection(#1)", "mysql:client.of()", "mysql:client.promise()"]),
    statements(["mysql:client.query"], D.MYSQL_QUERY),
    statements(["mysql:client.execute"], D.MYSQL_EXECUTE),
    sink(["mysql:client.prepare"], { scope: "statement", text: TEXTS, values: null, driver: D.MYSQL_EXECUTE, see: "https://sidorares.github.io/node-mysql2/docs/documentation/prepared-statements" }),
    sink(["mysql.format", "mysql:client.format", "sqlstring.format"], { scope: "statement", text: FIRST, values: SECOND, driver: D.MYSQL_QUERY, see: "https://github.com/mysqljs/mysql#preparing-queries" }),
    sink(["mysql.raw", "sqlstring.raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN_MYSQL, see: "https://github.com/mysqljs/sqlstring#escaping-query-values" }),
    clean(["mysql.format()", "mysql:client.format()", "sqlstring.format()"], "fragment", { see: "https://github.com/mysqljs/mysql#preparing-queries" }),
    clean(["mysql.escapeId()", "mysql:client.escapeId()", "sqlstring.escapeId()"], "identifier", { see: "https://github.com/mysqljs/mysql#escaping-query-identifiers" }),
    clean(["mysql.escape()", "mysql:client.escape()", "sqlstring.escape()"], "literal"),
    name("mysql:rows", ["mysql:client.query()", "mysql:client.execute()", "mysql:client.query(#1)", "mysql:client.execute(#1)"]),
    rows("call", ["mysql:rows"]),
  ],
});

const MARIADB = "https://github.com/mariadb-corporation/mariadb-connector-nodejs/blob/main/documentation/promise-api.md";

export const mariadb = framework({
  name: "mariadb", language: "javascript", see: MARIADB,
  rows: [
    name("mariadb.**", ["mariadb/callback.**"]),
    name("mariadb", ["mariadb/callback", "mariadb.default"]),
    name("mariadb:client", ["mariadb.createPool()", "mariadb.createConnection()", "mariadb.createPoolCluster()", "mariadb.Pool()", "mariadb.Connection()", "mariadb.PoolConnection()", "mariadb.PoolCluster()", "mariadb:client.getConnection()", "mariadb:client.getConnection(#1)", "mariadb:client.of()"]),
    sink(["mariadb:client.query", "mariadb:client.queryStream"], { scope: "statement", text: TEXTS, values: SECOND, driver: D.MARIADB }),
    sink(["mariadb:client.execute"], { scope: "statement", text: TEXTS, values: SECOND, driver: D.MARIADB_EXECUTE, see: `${MARIADB}#connectionexecutesql-values--promise` }),
    sink(["mariadb:client.batch", "mariadb:client.prepare"], { scope: "statement", text: TEXTS, values: null, driver: D.MARIADB_EXECUTE, see: `${MARIADB}#connectionbatchsql-values--promise` }),
    clean(["mariadb:client.escapeId()"], "identifier", { see: `${MARIADB}#connectionescapeidvalue--string` }),
    clean(["mariadb:client.escape()"], "literal", { see: `${MARIADB}#connectionescapevalue--string` }),
    name("mariadb:rows", ["mariadb:client.query()", "mariadb:client.execute()", "mariadb:client.query(#1)", "mariadb:client.execute(#1)"]),
    rows("call", ["mariadb:rows"]),
  ],
});

export const planetscale = framework({
  name: "planetscale", language: "javascript", see: "https://github.com/planetscale/database-js#usage",
  rows: [
    name("planetscale:client", ["@planetscale/database.connect()", "@planetscale/database.Client()", "@planetscale/database.Connection()", "planetscale:client.connection()", "planetscale:client.transaction(#0)"]),
    sink(["planetscale:client.execute"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PLANETSCALE }),
    rows("call", ["planetscale:client.execute().rows"]),
  ],
});
