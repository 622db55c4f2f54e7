/** Rows of tables, whole statements, test files. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a test file, which recommended leaves out", file: "src/find.test.js", preset: "recommended",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
        `,
      },
      {
        name: "a whole statement of unknown origin",
        code: [
          PG,
          'export const f = (text = "SELECT 1 FROM t") => [pool.query(text), pool.query(text || "SELECT 2 FROM t"), pool.query(`${text}`)];',
          "",
        ].join("\n"),
      },
      {
        name: "KNOWN MISS: a text that another file takes from the request and hands over whole",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { wanted } from "./request.js";
          export const f = () => pool.query(wanted());
        `,
      },
    ],
    invalid: [
      {
        name: "the column of a row",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f() {
            const { rows: [row] } = await pool.query("SELECT a FROM t");
            return pool.query("SELECT 1 FROM t WHERE a = '" + row.a + "'");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`row.a`"}" "a row of the database"
          }
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f() {
            const { rows: [row] } = await pool.query("SELECT a FROM t");
            return pool.query("SELECT 1 FROM t WHERE a = $1", [row.a]);
          }
        `],
      },
      {
        name: "rows in a callback of forEach",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f() {
            const { rows } = await pool.query("SELECT name FROM jobs");
            rows.forEach(({ name }) => pool.query("ANALYZE " + name));
                                                  ~~~~~~~~~~~~~~~~~ foreign "${"`name`"}" "a row of the database"
          }
        `,
      },
      {
        name: "rows of mysql",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function f() {
            const [rows] = await pool.query("SELECT a FROM t");
            for (const { a } of rows) await pool.query("DELETE FROM t WHERE a = '" + a + "'");
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`a`"}" "a row of the database"
          }
        `,
        suggestions: [code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function f() {
            const [rows] = await pool.query("SELECT a FROM t");
            for (const { a } of rows) await pool.query("DELETE FROM t WHERE a = ?", [a]);
          }
        `],
      },
      {
        name: "a row of better-sqlite3",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export function f() {
            const row = db.prepare("SELECT a FROM t").get();
            return db.prepare("SELECT 1 FROM t WHERE a = '" + row.a + "'").all();
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`row.a`"}" "a row of the database"
          }
        `,
        suggestions: [code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export function f() {
            const row = db.prepare("SELECT a FROM t").get();
            return db.prepare("SELECT 1 FROM t WHERE a = ?").all(row.a);
          }
        `],
      },
      {
        name: "a message of an emitter is of unknown origin",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { bus } from "./bus.js";
          bus.on("removed", (a) => pool.query("DELETE FROM t WHERE a = '" + a + "'"));
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { bus } from "./bus.js";
          bus.on("removed", (a) => pool.query("DELETE FROM t WHERE a = $1", [a]));
        `,
      },
      {
        name: "a test file counts under strict", file: "src/find.test.js", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a whole statement on one branch",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (req, isOwn) => pool.query(isOwn ? "SELECT 1 FROM t" : req.body.text);
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ whole "the request"
        `,
      },
      {
        name: "a whole statement, decoded and trimmed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (req) => pool.query(decodeURIComponent(String(req.query.text)).trim());
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ whole "the request"
        `,
      },
    ],
  },
});
