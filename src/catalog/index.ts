/** All frameworks of the catalog. */

import { drizzle, conventions, knex, prisma, sequelize, slonik, tags, typeorm } from "./javascript/builders.ts";
import { javascriptBuiltins, zod } from "./javascript/builtins.ts";
import { mariadb, mssql, mysql, pg, pgFormat, pgPromise, sqlite, warehouses } from "./javascript/databases.ts";
import { express, koa, nest, next, trpc } from "./javascript/requests.ts";
import { pythonBuiltins } from "./python/builtins.ts";
import { mysqlPython, otherPython, psycopg, psycopg2, sqlalchemy, sqlite3 } from "./python/databases.ts";
import { odoo } from "./python/odoo.ts";
import type { Framework } from "./schema.ts";

export const frameworks: readonly Framework[] = [
  pythonBuiltins, odoo, psycopg2, psycopg, sqlite3, mysqlPython, otherPython, sqlalchemy,
  javascriptBuiltins, zod, express, koa, nest, next, trpc,
  pg, pgFormat, pgPromise, mysql, mariadb, sqlite, mssql, warehouses,
  knex, sequelize, typeorm, prisma, tags, slonik, drizzle, conventions,
];
