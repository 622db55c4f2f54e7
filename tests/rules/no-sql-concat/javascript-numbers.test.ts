/** Numbers: silent under recommended, bound under strict, and what is no number. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a cast, a sign, an operator of bits, a product", preset: "recommended",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = ${Number(n)} AND b = ${+n} AND c = ${n | 0} AND d = ${n * 2}`);",
          "",
        ].join("\n"),
      },
      {
        name: "parsed, rounded, counted", preset: "recommended",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = ${parseInt(n, 10)} AND b = ${parseFloat(n)} AND c = ${Math.floor(n)} AND d = ${Date.now()}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a number in a name stays",
        code: [
          PG,
          "export const f = (year) => pool.query(`SELECT 1 FROM archive_${Number(year)}`);",
          "",
        ].join("\n"),
      },
      {
        name: "not a number is asked of what was cast", preset: "recommended",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(text) {
            const id = Number(text);
            if (Number.isNaN(id)) throw new TypeError("id");
            return pool.query("SELECT 1 FROM t WHERE id = " + id);
          }
        `,
      },
      {
        name: "a comparison, a negation, a constant choice",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = ${n > 3} AND b = ${!n} AND c = ${n ? 1 : 0}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a counter",
        code: [
          PG,
          "export async function f() {",
          "  for (let n = 0; n < 5; n += 1) await pool.query(`SELECT * FROM part_${n} WHERE id > ${n}`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "fixed to two digits", preset: "recommended",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = ${Number(n).toFixed(2)}`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "an integer by parsing is bound", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = " + parseInt(n, 10));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`parseInt(n, 10)`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = $1", [parseInt(n, 10)]);
        `,
      },
      {
        name: "a number that may have a fraction only by hand", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = " + parseFloat(n));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`parseFloat(n)`"}"
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (n) => pool.query("SELECT 1 FROM t WHERE a = $1", [parseFloat(n)]);
        `],
      },
      {
        name: "a sum of numbers is a number", preset: "strict",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t OFFSET ${Number(n) + 10}`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`Number(n) + 10`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t OFFSET $1`, [Number(n) + 10]);",
          "",
        ].join("\n")],
      },
      {
        name: "a default without a cast",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t LIMIT ${n || 10}`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`n || 10`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t LIMIT $1`, [n || 10]);",
          "",
        ].join("\n")],
      },
      {
        name: "a number in quotes is bound without them", preset: "strict",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = '${Number(n)}'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`Number(n)`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a = $1`, [Number(n)]);",
          "",
        ].join("\n"),
      },
      {
        name: "a number in a typed literal: explained only", preset: "strict",
        code: [
          PG,
          "export const f = (n) => pool.query(`SELECT 1 FROM t WHERE a > now() - interval '${Number(n)} days'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`Number(n)`"',
          "",
        ].join("\n"),
      },
      {
        name: "an integer by a check is bound", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(id) {
            if (!Number.isSafeInteger(id)) throw new TypeError("id");
            return pool.query("SELECT 1 FROM t WHERE id = " + id);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`id`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(id) {
            if (!Number.isSafeInteger(id)) throw new TypeError("id");
            return pool.query("SELECT 1 FROM t WHERE id = $1", [id]);
          }
        `,
      },
      {
        name: "the check is on one branch only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(id, isNew) {
            if (isNew && !Number.isInteger(id)) throw new TypeError("id");
            return pool.query("SELECT 1 FROM t WHERE id = " + id);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`id`"}"
          }
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(id, isNew) {
            if (isNew && !Number.isInteger(id)) throw new TypeError("id");
            return pool.query("SELECT 1 FROM t WHERE id = $1", [id]);
          }
        `],
      },
      {
        name: "a date in its ISO form is bound", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (day) => pool.query("SELECT 1 FROM t WHERE a < '" + new Date(day).toISOString().slice(0, 10) + "'");
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (day) => pool.query("SELECT 1 FROM t WHERE a < $1", [new Date(day).toISOString().slice(0, 10)]);
        `,
      },
      {
        name: "a date in the form of the place may hold anything",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (day) => pool.query("SELECT 1 FROM t WHERE a < '" + new Date(day).toLocaleDateString() + "'");
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (day) => pool.query("SELECT 1 FROM t WHERE a < $1", [new Date(day).toLocaleDateString()]);
        `,
      },
      {
        name: "better-sqlite3 takes the number as it is", preset: "strict",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (n) => db.prepare("SELECT 1 FROM t WHERE a = " + Number(n)).get();
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`Number(n)`"}"
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (n) => db.prepare("SELECT 1 FROM t WHERE a = ?").get(Number(n));
        `,
      },
      {
        name: "in util.format(): explained only", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { format } from "node:util";
          export const f = (n) => pool.query(format("SELECT 1 FROM t WHERE a = %d", n));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`n`"}"
        `,
      },
    ],
  },
});
