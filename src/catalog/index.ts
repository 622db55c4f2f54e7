/** All frameworks of the catalog. */

import { keystone, parse, payload } from "./javascript/access.ts";
import { javascriptBuiltins, zod } from "./javascript/builtins.ts";
import { knex, mikroOrm, sequelize, typeorm } from "./javascript/mappers.ts";
import { mariadb, mysql, planetscale } from "./javascript/mysql.ts";
import { pg, pgFormat, pglite, pgPromise } from "./javascript/postgres.ts";
import { express, koa, nest, next, trpc } from "./javascript/requests.ts";
import { edge, sqlite, sqlite3 } from "./javascript/sqlite.ts";
import { conventions, drizzle, kysely, neon, postgresJs, prisma, slonik, tags } from "./javascript/tags.ts";
import { duckdb, mssql, oracledb, warehouses } from "./javascript/warehouses.ts";
import { pythonBuiltins } from "./python/builtins.ts";
import { asyncpg, django, duckdb as duckdbPython, mariadbPython, mysqlConnector, mysqlPython, odbc, oracle, otherPython, psycopg, psycopg2, pymssql, qmark, sqlite3 as sqlite3Python } from "./python/databases.ts";
import { odoo } from "./python/odoo.ts";
import { pandas, pythonConventions, sqlalchemy } from "./python/sqlalchemy.ts";
import type { Framework } from "./schema.ts";

export const frameworks: readonly Framework[] = [
  pythonBuiltins, odoo, psycopg2, psycopg, asyncpg, sqlite3Python, mysqlPython, mysqlConnector, mariadbPython, django, odbc, duckdbPython, pymssql, oracle, qmark, otherPython, sqlalchemy, pandas, pythonConventions,
  javascriptBuiltins, zod, express, koa, nest, next, trpc,
  pg, pgFormat, pgPromise, pglite, mysql, mariadb, planetscale, sqlite, sqlite3, edge, mssql, oracledb, duckdb, warehouses,
  knex, sequelize, typeorm, mikroOrm, prisma, postgresJs, neon, drizzle, kysely, slonik, tags, conventions,
  keystone, payload, parse,
];
