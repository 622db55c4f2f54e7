/** SQLAlchemy, and what stands on it: engines, connections, sessions, text that is vouched for. */

import { SQLALCHEMY, UNKNOWN, UNKNOWN_POSTGRES } from "../drivers.ts";
import { clean, framework, name, sink, stored } from "../schema.ts";

const CONNECTIONS = "https://docs.sqlalchemy.org/en/20/core/connections.html";
const TEXT = "https://docs.sqlalchemy.org/en/20/core/sqlelement.html#sqlalchemy.sql.expression.text";
const RUN = ["execute", "scalar", "scalars", "stream", "exec"];

export const sqlalchemy = framework({
  name: "SQLAlchemy", language: "python", see: TEXT,
  rows: [
    name("sqlalchemy.text", ["sqlalchemy.sql.text", "sqlalchemy.sql.expression.text", "sqlmodel.text", "flask_sqlalchemy.SQLAlchemy().text"]),
    name("sqlalchemy.literal_column", ["sqlalchemy.sql.literal_column", "sqlalchemy.sql.expression.literal_column"]),
    name("sqlalchemy:engine", ["sqlalchemy.create_engine()", "sqlalchemy.engine.create_engine()", "sqlalchemy.ext.asyncio.create_async_engine()", "sqlmodel.create_engine()", "flask_sqlalchemy.SQLAlchemy().engine"], { see: "https://docs.sqlalchemy.org/en/20/core/engines.html" }),
    name("sqlalchemy:connection", [
      "sqlalchemy:engine.connect()", "sqlalchemy:engine.begin()", "sqlalchemy.orm.Session()", "sqlalchemy.orm.sessionmaker()()", "sqlalchemy.orm.scoped_session()", "sqlalchemy:connection()",
      "sqlalchemy.ext.asyncio.AsyncSession()", "sqlalchemy.ext.asyncio.async_sessionmaker()()", "sqlmodel.Session()", "flask_sqlalchemy.SQLAlchemy().session", "alembic.op.get_bind()",
    ], { see: CONNECTIONS }),
    sink(["sqlalchemy.text"], { scope: "fragment", text: [{ position: 0, keyword: "text" }], values: { kind: "outer", position: 1, calls: RUN }, driver: SQLALCHEMY }),
    sink(["sqlalchemy.literal_column"], { scope: "fragment", text: [{ position: 0, keyword: "text" }], values: null, driver: UNKNOWN, see: "https://docs.sqlalchemy.org/en/20/core/sqlelement.html#sqlalchemy.sql.expression.literal_column" }),
    sink([...RUN.map((one) => `sqlalchemy:connection.${one}`), "sqlalchemy:engine.execute"], { scope: "statement", text: [{ position: 0, keyword: "statement" }], values: null, driver: UNKNOWN, see: CONNECTIONS }),
    sink(["*.exec_driver_sql"], { scope: "statement", text: [{ position: 0, keyword: "statement" }], values: null, driver: UNKNOWN, see: `${CONNECTIONS}#sqlalchemy.engine.Connection.exec_driver_sql` }),
    sink(["sqlalchemy.DDL", "sqlalchemy.schema.DDL"], { scope: "statement", text: [{ position: 0, keyword: "statement" }], values: null, driver: UNKNOWN, see: "https://docs.sqlalchemy.org/en/20/core/ddl.html#sqlalchemy.schema.DDL" }),
    sink(["alembic.op.execute"], { scope: "statement", text: [{ position: 0, keyword: "sqltext" }], values: null, driver: UNKNOWN, see: "https://alembic.sqlalchemy.org/en/latest/ops.html#alembic.operations.Operations.execute" }),
    clean(["sqlalchemy.text()", "sqlalchemy.literal_column()"], "fragment"),
    name("sqlalchemy:result", [...["execute", "scalars", "stream", "exec"].map((one) => `sqlalchemy:connection.${one}()`), "sqlalchemy:engine.execute()"], { see: CONNECTIONS }),
    stored(["sqlalchemy:connection.scalar()"], "a row of the database", { see: CONNECTIONS }),
    stored(["fetchall()", "fetchone()", "all()", "first()", "one()", "scalar()", "scalars()", "mappings()"].map((one) => `sqlalchemy:result.${one}`), "a row of the database", { see: CONNECTIONS }),
  ],
});

export const pandas = framework({
  name: "pandas", language: "python", see: "https://pandas.pydata.org/docs/reference/api/pandas.read_sql.html",
  rows: [sink(["pandas.read_sql", "pandas.read_sql_query"], { scope: "statement", text: [{ position: 0, keyword: "sql" }], values: null, driver: UNKNOWN })],
});

/** What counts by its name and a text that is a statement, when nobody knows the receiver. */
export const pythonConventions = framework({
  name: "cursors of unknown kind", language: "python", see: "https://owasp.org/www-community/attacks/SQL_Injection",
  rows: [sink(["*.execute", "*.executemany", "*.executescript", "*.mogrify"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: null, driver: UNKNOWN_POSTGRES, byConvention: true })],
});
