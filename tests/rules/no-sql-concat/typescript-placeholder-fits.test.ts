/** Which edit is offered where a placeholder would not do what the value did: output, arithmetic, words beside it, names of marks. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    invalid: [
      {
        name: "pg: compared, or a path of JSON in quotes: a fix; a column of the output or a group: none",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name: string) {
            pool.query("SELECT id FROM book WHERE note LIKE '100%' AND title = '" + name + "'");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT '" + name + "' AS name, count(*) FROM book GROUP BY title");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT date_trunc('" + name + "', day), count(*) FROM loan GROUP BY date_trunc('" + name + "', day)");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT id FROM book WHERE data ->> '" + name + "' = 'x'");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name: string) {
            pool.query("SELECT id FROM book WHERE note LIKE '100%' AND title = $1", [name]);
            pool.query("SELECT '" + name + "' AS name, count(*) FROM book GROUP BY title");
            pool.query("SELECT date_trunc('" + name + "', day), count(*) FROM loan GROUP BY date_trunc('" + name + "', day)");
            pool.query("SELECT id FROM book WHERE data ->> $1 = 'x'", [name]);
          }
        `,
      },
      {
        name: "pg: a number beside a sign, behind THEN, in brackets",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(count: number) {
            pool.query("SELECT id FROM book WHERE stock > reserved - " + count);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            pool.query("SELECT CASE WHEN stock > 1 THEN " + count + " ELSE 0 END FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            pool.query("SELECT id FROM loan WHERE day > now() - interval '1 day' * " + count);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          }
        `,
      },
      {
        name: "pg: IS NULL of the value itself, a word right behind it",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name: string) {
            pool.query("SELECT id FROM book WHERE '" + name + "' IS NULL");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT id FROM book WHERE title = '" + name + "'AND stock > 1");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "pg: the same value twice has two numbers",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const find = (name: string) => pool.query("SELECT id FROM book WHERE title = '" + name + "' OR subtitle = '" + name + "'");
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const find = (name: string) => pool.query("SELECT id FROM book WHERE title = $1 OR subtitle = $2", [name, name]);
        `,
      },
      {
        name: "pg: a number between two others, and a limit: by hand",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(count: number) {
            pool.query("SELECT id FROM book WHERE stock BETWEEN " + count + " AND " + count);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            pool.query("SELECT id FROM book LIMIT " + count);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          }
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(count: number) {
            pool.query("SELECT id FROM book WHERE stock BETWEEN $1 AND $2", [count, count]);
            pool.query("SELECT id FROM book LIMIT " + count);
          }
        `, code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(count: number) {
            pool.query("SELECT id FROM book WHERE stock BETWEEN " + count + " AND " + count);
            pool.query("SELECT id FROM book LIMIT $1", [count]);
          }
        `],
      },
      {
        name: "mysql2: a limit for query(), none for execute()",
        preset: "strict",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function find(count: number) {
            await pool.query("SELECT id FROM book LIMIT " + count);
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            await pool.execute("SELECT id FROM book LIMIT " + count);
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          }
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function find(count: number) {
            await pool.query("SELECT id FROM book LIMIT ?", [count]);
            await pool.execute("SELECT id FROM book LIMIT " + count);
          }
        `,
      },
      {
        name: "mysql2: a question mark in a literal, an output",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function find(name: string) {
            await pool.query("SELECT id FROM book WHERE note LIKE '100%?' AND title = '" + name + "'");
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await pool.query("SELECT '" + name + "' AS name FROM book");
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function find(name: string) {
            await pool.query("SELECT id FROM book WHERE note LIKE '100%?' AND title = '" + name + "'");
            await pool.query("SELECT ? AS name FROM book", [name]);
          }
        `,
      },
      {
        name: "better-sqlite3: a comparison and a limit: a fix; arithmetic: by hand",
        preset: "strict",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");
          export function find(count: number) {
            db.prepare("SELECT id FROM book WHERE stock = " + count).all();
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            db.prepare("SELECT id FROM book LIMIT " + count).all();
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            db.prepare("SELECT id FROM book WHERE stock + " + count + " > 3").all();
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          }
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");
          export function find(count: number) {
            db.prepare("SELECT id FROM book WHERE stock = ?").all(count);
            db.prepare("SELECT id FROM book LIMIT ?").all(count);
            db.prepare("SELECT id FROM book WHERE stock + " + count + " > 3").all();
          }
        `,
        suggestions: [code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");
          export function find(count: number) {
            db.prepare("SELECT id FROM book WHERE stock = " + count).all();
            db.prepare("SELECT id FROM book LIMIT " + count).all();
            db.prepare("SELECT id FROM book WHERE stock + ? > 3").all(count);
          }
        `],
      },
      {
        name: "better-sqlite3: beside a value by position, and beside names",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");
          export function find(name: string, count: number) {
            db.prepare("SELECT id FROM book WHERE title = '" + name + "' AND stock = ?").all(count);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            db.prepare("SELECT id FROM book WHERE title = '" + name + "' AND stock = @stock").all({ stock: count });
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");
          export function find(name: string, count: number) {
            db.prepare("SELECT id FROM book WHERE title = ? AND stock = ?").all(name, count);
            db.prepare("SELECT id FROM book WHERE title = @name AND stock = @stock").all({ stock: count, name });
          }
        `,
      },
      {
        name: "oracledb: names beside names, nothing beside numbers, nothing beside a word",
        code: code`
          import oracledb from "oracledb";
          export async function find(name: string, count: number) {
            const connection = await oracledb.getConnection();
            await connection.execute("SELECT id FROM book WHERE title = '" + name + "' AND stock = :stock", { stock: count });
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await connection.execute("SELECT id FROM book WHERE title = '" + name + "' AND stock = :1", [count]);
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await connection.execute("SELECT id FROM book WHERE title = '" + name + "'AND stock = 1");
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import oracledb from "oracledb";
          export async function find(name: string, count: number) {
            const connection = await oracledb.getConnection();
            await connection.execute("SELECT id FROM book WHERE title = :name AND stock = :stock", { stock: count, name });
            await connection.execute("SELECT id FROM book WHERE title = '" + name + "' AND stock = :1", [count]);
            await connection.execute("SELECT id FROM book WHERE title = '" + name + "'AND stock = 1");
          }
        `,
      },
    ],
  },
});
