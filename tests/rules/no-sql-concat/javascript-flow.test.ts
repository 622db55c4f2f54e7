/** How text and values travel through locals, branches and loops. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "text in one local, used once",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = '" + a + "'";
            return pool.query(text);
                              ~~~~ unknown "${"`a`"}"
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
        name: "the local is read again: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = '" + a + "'";
            console.debug(text);
            return pool.query(text);
                              ~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "the value has changed by the time of the call: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = '" + a + "'";
            a = a.trim();
            return pool.query(text);
                              ~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a condition in a local of its own: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const where = "a = '" + a + "'";
            return pool.query("SELECT 1 FROM t WHERE " + where);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a constant of the module around the hole: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const FIND = "SELECT 1 FROM t WHERE a = '";
          export const f = (a) => pool.query(FIND + a + "'");
                                             ~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a constant part beside the hole stays",
        code: [
          PG,
          'const T = "shop.t";',
          "export const f = (a) => pool.query(`SELECT 1 FROM ${T} WHERE a = '${a}'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          'const T = "shop.t";',
          "export const f = (a) => pool.query(`SELECT 1 FROM ${T} WHERE a = $1`, [a]);",
          "",
        ].join("\n"),
      },
      {
        name: "appended on one branch",
        code: [
          PG,
          "export function f(a) {",
          '  let text = "SELECT 1 FROM t";',
          "  if (a) text += ` WHERE a = '${a}'`;",
          "  return pool.query(text);",
          '                    ~~~~ unknown "`a`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a value of each turn",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(values) {
            for (const a of values) await pool.query("DELETE FROM t WHERE a = '" + a + "'");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(values) {
            for (const a of values) await pool.query("DELETE FROM t WHERE a = $1", [a]);
          }
        `,
      },
      {
        name: "what comes out of catch",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(job) {
            try {
              await job();
            } catch (error) {
              await pool.query("INSERT INTO failures VALUES ('" + error.message + "')");
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`error.message`"}"
            }
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(job) {
            try {
              await job();
            } catch (error) {
              await pool.query("INSERT INTO failures VALUES ($1)", [error.message]);
            }
          }
        `,
      },
      {
        name: "a parsed text of unknown origin on the way of try",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            let where = "true";
            try { where = JSON.parse(a); } catch { where = "false"; }
            return pool.query("SELECT 1 FROM t WHERE " + where);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`where`"}"
          }
        `,
      },
    ],
  },
});
