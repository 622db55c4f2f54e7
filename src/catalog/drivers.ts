/** How the drivers take their values. */

import type { Driver, ValuesAt } from "./schema.ts";

const driver = (of: Partial<Driver> & Pick<Driver, "name" | "dialect" | "placeholder">): Driver => ({ fillsQuoted: false, fillsItself: false, typesPlaceholders: false, lists: "none", names: null, ...of });

const ODOO_SQL = { imported: "odoo.tools.SQL", style: "arguments" } as const;
const PSYCOPG_SQL = { imported: "psycopg2.sql", style: "format" } as const;

export const PSYCOPG2 = driver({ name: "psycopg2", dialect: "postgres", placeholder: "%s", keepsNumbers: true, fillsQuoted: true, fillsItself: true, lists: "tuple", names: { kind: "composer", composers: [ODOO_SQL, PSYCOPG_SQL] } });
export const PSYCOPG3 = driver({ name: "psycopg", dialect: "postgres", placeholder: "%s", keepsNumbers: true, typesPlaceholders: true, lists: "any-list", names: { kind: "composer", composers: [{ imported: "psycopg.sql", style: "format" }] } });
export const MYSQL_PYTHON = driver({ name: "a MySQL driver", dialect: "mysql", placeholder: "%s", fillsQuoted: true, fillsItself: true, lists: "tuple" });
export const SQLITE_PYTHON = driver({ named: [":name", "@name", "$name"], name: "sqlite3", dialect: "sqlite", placeholder: "?" });
export const ODBC = driver({ name: "ODBC", dialect: "other", placeholder: "?" });
/** Fills `%s` in itself, quotes or not, and takes no list for a value. */
export const MYSQL_CONNECTOR = driver({ name: "mysql.connector", dialect: "mysql", placeholder: "%s", fillsQuoted: true, fillsItself: true, doublesPercent: false });
export const MARIADB_PYTHON = driver({ name: "mariadb", dialect: "mysql", placeholder: "?" });
/** Whatever the database is, its placeholder is the same. */
export const FORMAT = driver({ name: "a driver", dialect: "other", placeholder: "%s" });
export const PYMSSQL = driver({ name: "pymssql", dialect: "mssql", placeholder: "%s", fillsQuoted: true, fillsItself: true });
export const SQLALCHEMY = driver({ name: "SQLAlchemy", dialect: "other", placeholder: ":name", keyed: true });
export const ODOO_COMPOSED = driver({ name: "SQL", dialect: "postgres", placeholder: "%s", keepsNumbers: true, lists: "tuple", fillsQuoted: true, fillsItself: true, names: { kind: "wrapped", method: "identifier" } });

export const PG = driver({ name: "pg", dialect: "postgres", placeholder: "$1", typesPlaceholders: true, lists: "any", names: { kind: "method", method: "escapeIdentifier" } });
/** A pool has no quoting of its own. */
export const PG_POOL = driver({ ...PG, names: { kind: "imported", module: "pg", method: "escapeIdentifier" } });
export const PG_LIKE = driver({ name: "a Postgres driver", dialect: "postgres", placeholder: "$1", typesPlaceholders: true, lists: "any" });
export const PG_PROMISE = driver({ named: ["$<name>", "$(name)", "$[name]", "$/name/"], name: "pg-promise", dialect: "postgres", placeholder: "$1", fillsQuoted: true, fillsItself: true });
export const MYSQL_QUERY = driver({ name: "mysql", dialect: "mysql", placeholder: "?", fillsQuoted: true, fillsItself: true, lists: "array", names: { kind: "placeholder", mark: "??" } });
export const MYSQL_EXECUTE = driver({ name: "mysql2", dialect: "mysql", placeholder: "?", countsRows: false });
export const MARIADB = driver({ name: "mariadb", dialect: "mysql", placeholder: "?", lists: "array" });
/** Prepares on the server, which knows no lists. */
export const MARIADB_EXECUTE = driver({ ...MARIADB, lists: "none" });
/** Fills `?` in itself, quotes or not. */
export const PLANETSCALE = driver({ name: "planetscale", dialect: "mysql", placeholder: "?", fillsQuoted: true, fillsItself: true, lists: "array" });
export const SQLITE = driver({ named: [":name", "@name", "$name"], name: "SQLite", dialect: "sqlite", placeholder: "?", keepsNumbers: true, bindsReals: true });
/** Binds a whole number as one. */
export const SQLITE3 = driver({ named: [":name", "@name", "$name"], name: "sqlite3", dialect: "sqlite", placeholder: "?" });
export const MSSQL = driver({ name: "mssql", dialect: "mssql", placeholder: "@name", tag: "same" });
export const MSSQL_REQUEST = driver({ name: "mssql", dialect: "mssql", placeholder: "@name" });
export const ORACLE = driver({ name: "oracledb", dialect: "oracle", placeholder: ":name", keyed: true });
export const SNOWFLAKE = driver({ name: "snowflake", dialect: "other", placeholder: "?" });
export const BIGQUERY = driver({ name: "BigQuery", dialect: "other", placeholder: "@name", keyed: true });
export const DUCKDB = driver({ name: "DuckDB", dialect: "postgres", placeholder: "$1", typesPlaceholders: true });
export const KNEX = driver({ named: [":name"], name: "knex", dialect: "other", placeholder: "?", fillsQuoted: true, typesPlaceholders: true, names: { kind: "placeholder", mark: "??" } });
export const SEQUELIZE = driver({ name: "Sequelize", dialect: "other", placeholder: ":name", keyed: true, fillsItself: true, isSpaced: true });
export const TYPEORM = driver({ name: "TypeORM", dialect: "other", placeholder: ":name", keyed: true, sharesNames: true });
export const POSITIONAL = driver({ name: "a driver", dialect: "other", placeholder: "?" });
export const PRISMA = driver({ name: "Prisma", dialect: "postgres", placeholder: "$1", typesPlaceholders: true, tag: { method: "$queryRaw" } });
export const PRISMA_EXECUTE = driver({ name: "Prisma", dialect: "postgres", placeholder: "$1", typesPlaceholders: true, tag: { method: "$executeRaw" } });
export const POSTGRES_JS = driver({ name: "postgres.js", dialect: "postgres", placeholder: "$1", typesPlaceholders: true, tag: { method: "" } });
/** Binds nothing, or nobody knows how. */
export const UNKNOWN = driver({ name: "unknown", dialect: "other", placeholder: "?" });
export const UNKNOWN_POSTGRES = driver({ name: "unknown", dialect: "postgres", placeholder: "?" });
export const UNKNOWN_MYSQL = driver({ name: "unknown", dialect: "mysql", placeholder: "?" });

/** It takes values, but where is not known exactly, so that nothing is edited. */
export const OUT_OF_REACH: ValuesAt = { kind: "next", calls: [] };
