/** The modules in which programs stand, driver by driver. */

import { indented, type Frame, type JavascriptDriver, type PythonDriver } from "./specimen.ts";

/** A module that imports its driver, connects, and exports `run`. */
const javascript = (imports: string, connected: string): Frame => (body, parameters, head) =>
  `${imports}\n${head}${connected === "" ? "" : `\n${connected}\n`}\nexport async function run(${parameters.join(", ")}) {\n${indented(body, "  ")}\n}\n`;

export const JAVASCRIPT: Readonly<Record<JavascriptDriver, Frame>> = {
  pg: javascript('import { Pool } from "pg";', "const pool = new Pool();"),
  pglite: javascript('import { PGlite } from "@electric-sql/pglite";', "const db = new PGlite();"),
  mysql: javascript('import mysql from "mysql";', 'const pool = mysql.createPool({ host: "db" });'),
  mysql2: javascript('import mysql from "mysql2/promise";', 'const pool = mysql.createPool({ host: "db" });'),
  "mysql2-execute": javascript('import mysql from "mysql2/promise";', 'const pool = mysql.createPool({ host: "db" });'),
  "better-sqlite3": javascript('import Database from "better-sqlite3";', 'const db = new Database("app.db");'),
  sqlite3: javascript('import sqlite3 from "sqlite3";', 'const db = new sqlite3.Database("app.db");'),
  "sql.js": javascript('import initSqlJs from "sql.js";', ""),
  libsql: javascript('import { createClient } from "@libsql/client";', 'const client = createClient({ url: "file:app.db" });'),
  "knex-pg": javascript('import knex from "knex";', 'const db = knex({ client: "pg" });'),
  "knex-sqlite": javascript('import knex from "knex";', 'const db = knex({ client: "sqlite3" });'),
  sequelize: javascript('import { QueryTypes, Sequelize } from "sequelize";', 'const sequelize = new Sequelize("sqlite::memory:");'),
  "sequelize-pg": javascript('import { QueryTypes, Sequelize } from "sequelize";', 'const sequelize = new Sequelize("postgres://db/shop");'),
  "postgres.js": javascript('import postgres from "postgres";', 'const sql = postgres("postgres://db/shop");'),
};

/** A function that gets its cursor, in a module that imports the driver. */
const python = (imports: string, first: string, before = ""): Frame => (body, parameters, head) =>
  `${imports}${head}${imports + head === "" ? "" : "\n\n"}def run(${[...(first === "" ? [] : [first]), ...parameters].join(", ")}):\n${indented(before + body, "    ")}\n`;

export const PYTHON: Readonly<Record<PythonDriver, Frame>> = {
  psycopg2: python("", "self"),
  odoo: python("from odoo.tools import SQL\n", "self"),
  psycopg: python("import psycopg\n", "", 'cr = psycopg.connect("dbname=shop").cursor()\n'),
  sqlite3: python("import sqlite3\n", "", 'cr = sqlite3.connect("shop.db").cursor()\n'),
  pymysql: python("import pymysql\n", "", 'cr = pymysql.connect(host="db").cursor()\n'),
  connector: python("import mysql.connector\n", "", 'cr = mysql.connector.connect(host="db").cursor()\n'),
  sqlalchemy: python("from sqlalchemy import text\n", "session"),
};
