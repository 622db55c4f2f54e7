/** Python's database drivers. */

import { FORMAT, MARIADB_PYTHON, MYSQL_CONNECTOR, MYSQL_PYTHON, ODBC, ORACLE, PSYCOPG2, PSYCOPG3, PYMSSQL, SQLITE_PYTHON, UNKNOWN, UNKNOWN_POSTGRES } from "../drivers.ts";
import { clean, framework, name, rows, sink, type Driver, type Row, type ValuesAt } from "../schema.ts";

/** How a driver's cursor is made, and by which keywords it takes its arguments. */
interface Cursor {
  readonly connections: readonly string[];
  readonly driver: Driver;
  /** The keywords of the text and of the values; null where there are none. */
  readonly text: string | null;
  readonly values: string | null;
  /** Whether its connections run statements too. */
  readonly isShort?: boolean;
  /** Further methods that take a statement, without a place for values. */
  readonly bare?: readonly string[];
}

const at = (position: number, keyword: string | null): ValuesAt => ({ kind: "argument", position, ...(keyword === null ? {} : { keyword }) });

/** A cursor by the connections that make it: `execute`, `executemany`, and the rows that it fetches. */
function cursor(to: string, { connections, driver, text, values, isShort = false, bare = [] }: Cursor): readonly Row[] {
  const TEXT = [{ position: 0, ...(text === null ? {} : { keyword: text }) }];
  const on = (method: string) => [`${to}:cr.${method}`, ...(isShort ? [`${to}:connection.${method}`] : [])];
  return [
    name(`${to}:connection`, connections),
    name(`${to}:cr`, [`${to}:connection.cursor()`, ...on("execute").filter(() => isShort).map((one) => `${one}()`)]),
    sink(on("execute"), { scope: "statement", text: TEXT, values: at(1, values), driver }),
    sink([...on("executemany"), ...bare.flatMap(on)], { scope: "statement", text: TEXT, values: null, driver }),
    rows("receiver", [`${to}:cr.fetchall()`, `${to}:cr.fetchone()`, `${to}:cr.fetchmany()`]),
  ];
}

const PSYCOPG2_SQL = "https://www.psycopg.org/docs/sql.html";

export const psycopg2 = framework({
  name: "psycopg2", language: "python", see: "https://www.psycopg.org/docs/usage.html#passing-parameters-to-sql-queries",
  assumed: { modules: ["psycopg2"], driver: PSYCOPG2 },
  rows: [
    ...cursor("psycopg2", {
      connections: ["psycopg2.connect()", "psycopg2.pool.SimpleConnectionPool().getconn()", "psycopg2.pool.ThreadedConnectionPool().getconn()"],
      driver: PSYCOPG2, text: "query", values: "vars",
    }),
    sink(["psycopg2:cr.mogrify"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: { kind: "argument", position: 1, keyword: "vars" }, driver: PSYCOPG2, see: "https://www.psycopg.org/docs/cursor.html#cursor.mogrify" }),
    sink(["psycopg2:cr.copy_expert"], { scope: "statement", text: [{ position: 0, keyword: "sql" }], values: null, driver: PSYCOPG2, see: "https://www.psycopg.org/docs/cursor.html#cursor.copy_expert" }),
    sink(["psycopg2.extras.execute_values", "psycopg2.extras.execute_batch"], { scope: "statement", text: [{ position: 1, keyword: "sql" }], values: null, driver: PSYCOPG2, see: "https://www.psycopg.org/docs/extras.html#fast-execution-helpers" }),
    sink(["psycopg2.extensions.AsIs", "psycopg2.sql.SQL"], { scope: "fragment", text: [{ position: 0 }], values: null, driver: UNKNOWN_POSTGRES, see: PSYCOPG2_SQL }),
    clean(["psycopg2:cr.mogrify()"], "literal", { see: "https://www.psycopg.org/docs/cursor.html#cursor.mogrify" }),
    clean(["psycopg2.sql.SQL()", "psycopg2.sql.Composed()", "psycopg2.sql.Placeholder()", "psycopg2.extensions.AsIs()"], "fragment", { see: PSYCOPG2_SQL }),
    clean(["psycopg2.sql.Identifier()", "psycopg2.extensions.quote_ident()"], "identifier", { see: `${PSYCOPG2_SQL}#psycopg2.sql.Identifier` }),
    clean(["psycopg2.sql.Literal()", "psycopg2.extensions.adapt()", "psycopg2.extensions.QuotedString()"], "literal", { see: `${PSYCOPG2_SQL}#psycopg2.sql.Literal` }),
  ],
});

const PSYCOPG3_SQL = "https://www.psycopg.org/psycopg3/docs/api/sql.html";

export const psycopg = framework({
  name: "psycopg 3", language: "python", see: "https://www.psycopg.org/psycopg3/docs/basic/params.html",
  assumed: { modules: ["psycopg", "psycopg_pool"], driver: PSYCOPG3 },
  rows: [
    ...cursor("psycopg", {
      connections: ["psycopg.connect()", "psycopg.Connection.connect()", "psycopg.AsyncConnection.connect()", "psycopg.Connection()", "psycopg.AsyncConnection()", ...["ConnectionPool", "AsyncConnectionPool"].flatMap((one) => [`psycopg_pool.${one}().connection()`, `psycopg_pool.${one}().getconn()`])],
      driver: PSYCOPG3, text: "query", values: "params", isShort: true,
    }),
    name("psycopg:cr", ["psycopg.Cursor()", "psycopg.AsyncCursor()", "psycopg.ServerCursor()", "psycopg.ClientCursor()", "psycopg.AsyncClientCursor()"], { see: "https://www.psycopg.org/psycopg3/docs/advanced/cursors.html" }),
    sink(["psycopg:cr.stream"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: { kind: "argument", position: 1, keyword: "params" }, driver: PSYCOPG3, see: "https://www.psycopg.org/psycopg3/docs/api/cursors.html" }),
    sink(["psycopg:cr.copy"], { scope: "statement", text: [{ position: 0, keyword: "statement" }], values: null, driver: PSYCOPG3, see: "https://www.psycopg.org/psycopg3/docs/basic/copy.html" }),
    sink(["psycopg:cr.mogrify"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: null, driver: PSYCOPG3, see: "https://www.psycopg.org/psycopg3/docs/api/cursors.html" }),
    sink(["psycopg.sql.SQL"], { scope: "fragment", text: [{ position: 0 }], values: null, driver: UNKNOWN_POSTGRES, see: PSYCOPG3_SQL }),
    clean(["psycopg:cr.mogrify()"], "literal", { see: "https://www.psycopg.org/psycopg3/docs/api/cursors.html" }),
    clean(["psycopg.sql.SQL()", "psycopg.sql.Composed()", "psycopg.sql.Placeholder()"], "fragment", { see: PSYCOPG3_SQL }),
    clean(["psycopg.sql.Identifier()"], "identifier", { see: PSYCOPG3_SQL }),
    clean(["psycopg.sql.Literal()", "psycopg.sql.quote()"], "literal", { see: PSYCOPG3_SQL }),
  ],
});

export const asyncpg = framework({
  name: "asyncpg", language: "python", see: "https://magicstack.github.io/asyncpg/current/api/index.html",
  rows: [
    name("asyncpg:connection", ["asyncpg.connect()", "asyncpg.create_pool()", "asyncpg:connection.acquire()"]),
    // It binds exactly the type that the server asks for, so no edit does the same for every input.
    sink(["execute", "fetch", "fetchrow", "fetchval", "prepare", "cursor"].map((one) => `asyncpg:connection.${one}`), { scope: "statement", text: [{ position: 0, keyword: "query" }], values: null, driver: UNKNOWN_POSTGRES }),
    sink(["asyncpg:connection.executemany"], { scope: "statement", text: [{ position: 0, keyword: "command" }], values: null, driver: UNKNOWN_POSTGRES }),
    rows("call", ["asyncpg:connection.fetch()", "asyncpg:connection.fetchrow()", "asyncpg:connection.fetchval()"]),
  ],
});

export const sqlite3 = framework({
  name: "sqlite3, aiosqlite", language: "python", see: "https://docs.python.org/3/library/sqlite3.html#sqlite3-placeholders",
  assumed: { modules: ["sqlite3", "aiosqlite"], driver: SQLITE_PYTHON },
  rows: [
    name("sqlite3:cr", ["sqlite3.Cursor()"], { see: "https://docs.python.org/3/library/sqlite3.html#sqlite3.Cursor" }),
    ...cursor("sqlite3", { connections: ["sqlite3.connect()", "sqlite3.Connection()", "aiosqlite.connect()"], driver: SQLITE_PYTHON, text: null, values: null, isShort: true, bare: ["executescript"] }),
    sink(["sqlite3:connection.execute_fetchall", "sqlite3:connection.execute_insert"], { scope: "statement", text: [{ position: 0, keyword: "sql" }], values: { kind: "argument", position: 1, keyword: "parameters" }, driver: SQLITE_PYTHON, see: "https://aiosqlite.omnilib.dev/en/stable/api.html" }),
    rows("call", ["sqlite3:connection.execute_fetchall()"], { see: "https://aiosqlite.omnilib.dev/en/stable/api.html" }),
  ],
});

export const mysqlPython = framework({
  name: "MySQL drivers", language: "python", see: "https://mysqlclient.readthedocs.io/user_guide.html#cursor-objects",
  assumed: { modules: ["MySQLdb", "pymysql", "aiomysql"], driver: MYSQL_PYTHON },
  rows: [
    ...cursor("mysql", {
      connections: ["MySQLdb.connect()", "MySQLdb.Connect()", "MySQLdb.connections.Connection()", "pymysql.connect()", "pymysql.Connect()", "pymysql.connections.Connection()", "aiomysql.connect()", "aiomysql.create_pool().acquire()"],
      driver: MYSQL_PYTHON, text: "query", values: "args",
    }),
    sink(["mysql:connection.query"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: null, driver: MYSQL_PYTHON }),
    clean(["mysql:connection.escape_string()", "MySQLdb.escape_string()", "pymysql.converters.escape_string()"], "fragment", { see: "https://mysqlclient.readthedocs.io/_mysql.html" }),
    clean(["mysql:connection.escape()", "mysql:connection.literal()"], "literal", { see: "https://pymysql.readthedocs.io/en/latest/modules/connections.html" }),
  ],
});

const CONNECTOR = "https://dev.mysql.com/doc/connector-python/en/connector-python-api-mysqlcursor-execute.html";

export const mysqlConnector = framework({
  name: "mysql.connector", language: "python", see: CONNECTOR,
  assumed: { modules: ["mysql"], driver: MYSQL_CONNECTOR },
  rows: cursor("mysql.connector", {
    connections: ["mysql.connector.connect()", "mysql.connector.MySQLConnection()", "mysql.connector.pooling.MySQLConnectionPool().get_connection()", "mysql.connector.aio.connect()"],
    driver: MYSQL_CONNECTOR, text: "operation", values: "params",
  }),
});

export const mariadbPython = framework({
  name: "mariadb", language: "python", see: "https://mariadb.com/docs/connectors/mariadb-connector-python/usage",
  assumed: { modules: ["mariadb"], driver: MARIADB_PYTHON },
  rows: cursor("mariadb", { connections: ["mariadb.connect()", "mariadb.Connection()", "mariadb.ConnectionPool().get_connection()"], driver: MARIADB_PYTHON, text: "statement", values: "data" }),
});

export const django = framework({
  name: "Django", language: "python", see: "https://docs.djangoproject.com/en/5.2/topics/db/sql/#executing-custom-sql-directly",
  assumed: { modules: ["django"], driver: FORMAT },
  rows: [
    ...cursor("django", { connections: ["django.db.connection", "django.db.connections[]"], driver: FORMAT, text: "sql", values: "params" }),
    sink(["django.db.models.expressions.RawSQL"], { scope: "fragment", text: [{ position: 0, keyword: "sql" }], values: { kind: "argument", position: 1, keyword: "params" }, driver: FORMAT, see: "https://docs.djangoproject.com/en/5.2/ref/models/expressions/#raw-sql-expressions" }),
    clean(["django:connection.ops.quote_name()"], "identifier", { see: "https://docs.djangoproject.com/en/5.2/topics/db/sql/" }),
  ],
});

const PEP = "https://peps.python.org/pep-0249/#paramstyle";

export const odbc = framework({
  name: "pyodbc", language: "python", see: "https://github.com/mkleehammer/pyodbc/wiki/Getting-started#parameters",
  assumed: { modules: ["pyodbc"], driver: ODBC },
  rows: cursor("pyodbc", { connections: ["pyodbc.connect()"], driver: ODBC, text: null, values: null, isShort: true }),
});

export const duckdb = framework({
  name: "duckdb", language: "python", see: "https://duckdb.org/docs/stable/clients/python/dbapi",
  assumed: { modules: ["duckdb"], driver: ODBC },
  rows: cursor("duckdb", { connections: ["duckdb", "duckdb:connection.connect()"], driver: ODBC, text: "query", values: "parameters", isShort: true, bare: ["sql", "query"] }),
});

export const pymssql = framework({
  name: "pymssql", language: "python", see: "https://pymssql.readthedocs.io/en/stable/ref/pymssql.html#pymssql.Cursor.execute",
  assumed: { modules: ["pymssql"], driver: PYMSSQL },
  rows: cursor("pymssql", { connections: ["pymssql.connect()"], driver: PYMSSQL, text: "operation", values: "params" }),
});

export const oracle = framework({
  name: "oracledb, cx_Oracle", language: "python", see: "https://python-oracledb.readthedocs.io/en/latest/user_guide/bind.html",
  assumed: { modules: ["cx_Oracle", "oracledb"], driver: ORACLE },
  rows: cursor("oracle", { connections: ["cx_Oracle.connect()", "cx_Oracle.SessionPool().acquire()", "oracledb.connect()", "oracledb.connect_async()", "oracledb.create_pool().acquire()"], driver: ORACLE, text: "statement", values: "parameters" }),
});

/** Their `paramstyle` is `qmark`. */
export const qmark = framework({
  name: "drivers that bind question marks", language: "python", see: PEP,
  assumed: { modules: ["teradatasql", "trino", "hdbcli", "ibm_db_dbi", "fdb", "firebirdsql", "jaydebeapi"], driver: ODBC },
  rows: cursor("qmark", {
    connections: ["teradatasql.connect()", "trino.dbapi.connect()", "hdbcli.dbapi.connect()", "ibm_db_dbi.connect()", "fdb.connect()", "firebirdsql.connect()", "jaydebeapi.connect()"], driver: ODBC, text: "operation", values: null,
  }),
});

/** Each takes its values in its own way, so that nothing is edited where the connection is in sight. */
export const otherPython = framework({
  name: "other drivers", language: "python", see: PEP,
  assumed: { modules: ["pg8000", "redshift_connector", "snowflake", "pyhive", "vertica_python"], driver: FORMAT },
  rows: cursor("dbapi", {
    connections: [
      "pg8000.connect()", "pg8000.dbapi.connect()", "redshift_connector.connect()", "snowflake.connector.connect()", "pyhive.hive.connect()", "vertica_python.connect()",
      "databricks.sql.connect()", "pyathena.connect()", "clickhouse_driver.dbapi.connect()", "google.cloud.bigquery.dbapi.connect()",
    ],
    driver: UNKNOWN, text: "operation", values: null,
  }).map((row) => (row.family === "sink" ? { ...row, values: null } : row)),
});
