/** A placeholder in quotes: filled all the same, or left without its value. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';
const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';
const SQLITE = 'import Database from "better-sqlite3";\nconst db = new Database("app.db");';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a number in a quoted placeholder", preset: "recommended",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = '$1'", [Number(n)]);
        `,
      },
      {
        name: "every value has a place: the mark in quotes is text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1 AND b = 'costs $1'", [a]);
        `,
      },
      {
        name: "a question without values",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = () => pool.query("SELECT 1 FROM t WHERE a = 'what?'");
        `,
      },
      {
        name: "SQLite: every value has a place",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a) => db.prepare("SELECT 1 FROM t WHERE a = 'why?' AND b = ?").all(a);
        `,
      },
      {
        name: "a time of day is no named placeholder",
        code: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a) => sequelize.query("SELECT 1 FROM t WHERE at = '10:30' AND a = :a", { replacements: { a } });
        `,
      },
    ],
    invalid: [
      {
        name: "a quoted placeholder inside a pattern",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE '%$1%'", [a]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
        output: [
          PG,
          'export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE $1", [`%${a}%`]);',
          "",
        ].join("\n"),
      },
      {
        name: "a quoted placeholder beside a free one",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = '$1' AND b = $2", [a, b]);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = $1 AND b = $2", [a, b]);
        `,
      },
      {
        name: "a quoted placeholder of an object",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query({ text: "SELECT 1 FROM t WHERE a = '$1'", values: [a] });
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query({ text: "SELECT 1 FROM t WHERE a = $1", values: [a] });
        `,
      },
      {
        name: "a quoted placeholder of a local",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = '$1'";
            return pool.query(text, [a]);
                              ~~~~ quotedPlaceholder "${"`$1`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = $1";
            return pool.query(text, [a]);
          }
        `,
      },
      {
        name: "a quoted placeholder of an interval: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (days) => pool.query("DELETE FROM t WHERE at < now() - interval '$1 days'", [days]);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
      },
      {
        name: "a number in a quoted placeholder is reported under strict", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = '$1'", [Number(n)]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = $1", [Number(n)]);
        `,
      },
      {
        name: "mysql fills it in quotes too",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '?'", [a]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`?`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "a pattern around it moves into the value",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE '?%'", [a]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`?`"}"
        `,
        output: [
          MYSQL,
          'export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE ?", [`${a}%`]);',
          "",
        ].join("\n"),
      },
      {
        name: "in double quotes, which mysql takes for single ones",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = "?"', [a]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`?`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = ?', [a]);
        `,
      },
      {
        name: "two of them",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = '?' OR b = '?'", [a, b]);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`?`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = ? OR b = ?", [a, b]);
        `,
      },
      {
        name: "SQLite leaves the value without a place",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a) => db.prepare("SELECT 1 FROM t WHERE a LIKE '%?%'").all(a);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`?`"}"
        `,
        output: [
          SQLITE,
          'export const f = (a) => db.prepare("SELECT 1 FROM t WHERE a LIKE ?").all(`%${a}%`);',
          "",
        ].join("\n"),
      },
      {
        name: "a named one, whose value is written out",
        code: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a) => sequelize.query("SELECT 1 FROM t WHERE a LIKE '%:a'", { replacements: { a: a.trim() } });
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`:a`"}"
        `,
        output: [
          'import { Sequelize } from "sequelize";',
          'const sequelize = new Sequelize("sqlite::memory:");',
          'export const f = (a) => sequelize.query("SELECT 1 FROM t WHERE a LIKE :a", { replacements: { a: `%${a.trim()}` } });',
          "",
        ].join("\n"),
      },
      {
        name: "pg-promise formats it in quotes too",
        code: code`
          const db = require("pg-promise")()("postgres://db/shop");
          exports.f = (a) => db.none("DELETE FROM t WHERE a = '$1'", [a]);
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder "${"`$1`"}"
        `,
        output: code`
          const db = require("pg-promise")()("postgres://db/shop");
          exports.f = (a) => db.none("DELETE FROM t WHERE a = $1", [a]);
        `,
      },
    ],
  },
});
