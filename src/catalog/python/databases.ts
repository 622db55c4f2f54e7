/** Python's database drivers. */

import { MYSQL_PYTHON, ODBC, ORACLE, PSYCOPG2, PSYCOPG3, PYMSSQL, SQLALCHEMY, SQLITE_PYTHON, UNKNOWN, UNKNOWN_POSTGRES } from "../drivers.ts";
import { clean, framework, name, rows, sink, type Driver, type Row } from "../schema.ts";

const AT_FIRST = [{ position: 0, keyword: "query" }] as const;
const SECOND = { kind: "argument", position: 1, keyword: "params" } as const;

/** A cursor by the connections that make it. */
function cursor(to: string, connections: readonly string[], driver: Driver): readonly Row[] {
  return [
    name(`${to}:connection`, connections),
    name(`${to}:cr`, [`${to}:connection.cursor()`, `${to}:connection.execute()`, `${to}:cr.execute()`]),
    sink([`${to}:cr.execute`, `${to}:connection.execute`, `${to}:cr.mogrify`], { scope: "statement", text: AT_FIRST, values: SECOND, driver }),
    sink([`${to}:cr.executemany`, `${to}:connection.executemany`, `${to}:cr.executescript`, `${to}:connection.executescript`, `${to}:cr.copy_expert`, `${to}:cr.copy`], { scope: "statement", text: AT_FIRST, values: null, driver }),
    clean([`${to}:cr.mogrify()`], "literal"),
    rows("receiver", [`${to}:cr.fetchall()`, `${to}:cr.fetchone()`, `${to}:cr.fetchmany()`, `${to}:cr[]`]),
  ];
}

export const psycopg2 = framework({
  name: "psycopg2", language: "python", see: "https://www.psycopg.org/docs/usage.html#passing-parameters-to-sql-queries",
  assumed: { modules: ["psycopg2"], driver: PSYCOPG2 },
  rows: [
    ...cursor("psycopg2", ["psycopg2.connect()", "psycopg2.pool.SimpleConnectionPool().getconn()", "psycopg2.pool.ThreadedConnectionPool().getconn()"], PSYCOPG2),
    sink(["psycopg2.extras.execute_values", "psycopg2.extras.execute_batch"], { scope: "statement", text: [{ position: 1, keyword: "sql" }], values: null, driver: PSYCOPG2 }),
    sink(["psycopg2.extensions.AsIs", "psycopg2.sql.SQL"], { scope: "fragment", text: [{ position: 0 }], values: null, driver: UNKNOWN_POSTGRES }),
    clean(["psycopg2.sql.SQL()", "psycopg2.sql.SQL().format()", "psycopg2.sql.SQL().join()", "psycopg2.sql.Composed()", "psycopg2.sql.Placeholder()", "psycopg2.extensions.AsIs()"], "fragment", { see: "https://www.psycopg.org/docs/sql.html" }),
    clean(["psycopg2.sql.Identifier()", "psycopg2.extensions.quote_ident()"], "identifier", { see: "https://www.psycopg.org/docs/sql.html#psycopg2.sql.Identifier" }),
    clean(["psycopg2.sql.Literal()", "psycopg2.extensions.adapt()"], "literal", { see: "https://www.psycopg.org/docs/sql.html#psycopg2.sql.Literal" }),
  ],
});

export const psycopg = framework({
  name: "psycopg 3", language: "python", see: "https://www.psycopg.org/psycopg3/docs/basic/params.html",
  assumed: { modules: ["psycopg", "psycopg_pool"], driver: PSYCOPG3 },
  rows: [
    ...cursor("psycopg", ["psycopg.connect()", "psycopg.Connection.connect()", "psycopg.AsyncConnection.connect()", "psycopg_pool.ConnectionPool().connection()"], PSYCOPG3),
    sink(["psycopg.sql.SQL"], { scope: "fragment", text: [{ position: 0 }], values: null, driver: UNKNOWN_POSTGRES }),
    clean(["psycopg.sql.SQL()", "psycopg.sql.SQL().format()", "psycopg.sql.SQL().join()", "psycopg.sql.Composed()", "psycopg.sql.Placeholder()"], "fragment", { see: "https://www.psycopg.org/psycopg3/docs/api/sql.html" }),
    clean(["psycopg.sql.Identifier()"], "identifier"),
    clean(["psycopg.sql.Literal()", "psycopg.sql.quote()"], "literal"),
  ],
});

export const sqlite3 = framework({
  name: "sqlite3", language: "python", see: "https://docs.python.org/3/library/sqlite3.html#sqlite3-placeholders",
  assumed: { modules: ["sqlite3", "aiosqlite"], driver: SQLITE_PYTHON },
  rows: [...cursor("sqlite3", ["sqlite3.connect()", "sqlite3.Connection()"], SQLITE_PYTHON)],
});

export const mysqlPython = framework({
  name: "MySQL drivers", language: "python", see: "https://dev.mysql.com/doc/connector-python/en/connector-python-api-mysqlcursor-execute.html",
  assumed: { modules: ["MySQLdb", "pymysql", "mysql", "mariadb"], driver: MYSQL_PYTHON },
  rows: [
    ...cursor("mysql", ["MySQLdb.connect()", "pymysql.connect()", "mysql.connector.connect()", "mariadb.connect()"], MYSQL_PYTHON),
    clean(["mysql:connection.escape_string()", "pymysql.converters.escape_string()"], "fragment"),
  ],
});

export const otherPython = framework({
  name: "ODBC, SQL Server, Oracle and DuckDB drivers", language: "python", see: "https://github.com/mkleehammer/pyodbc/wiki/Getting-started#parameters",
  assumed: { modules: ["pyodbc", "duckdb"], driver: ODBC },
  rows: [
    ...cursor("pyodbc", ["pyodbc.connect()", "duckdb.connect()"], ODBC),
    ...cursor("pymssql", ["pymssql.connect()"], PYMSSQL),
    ...cursor("oracle", ["cx_Oracle.connect()", "oracledb.connect()"], ORACLE),
  ],
});

export const sqlalchemy = framework({
  name: "SQLAlchemy", language: "python", see: "https://docs.sqlalchemy.org/en/20/core/sqlelement.html#sqlalchemy.sql.expression.text",
  rows: [
    name("sqlalchemy.text", ["sqlalchemy.sql.text", "sqlalchemy.sql.expression.text"]),
    sink(["sqlalchemy.text"], { scope: "fragment", text: [{ position: 0, keyword: "text" }], values: { kind: "outer", position: 1, calls: ["execute", "scalar", "scalars", "stream", "exec"] }, driver: SQLALCHEMY }),
    sink(["sqlalchemy.literal_column", "sqlalchemy.sql.expression.literal_column"], { scope: "fragment", text: [{ position: 0 }], values: null, driver: UNKNOWN }),
    clean(["sqlalchemy.text()", "sqlalchemy.text().bindparams()", "sqlalchemy.literal_column()"], "fragment"),
  ],
});
