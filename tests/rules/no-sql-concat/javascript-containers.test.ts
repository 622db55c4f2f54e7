/** Names and conditions in arrays, objects, sets and patterns of assignment. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "keys and values of an unknown object",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(patch) {
            for (const [column, a] of Object.entries(patch)) await pool.query("UPDATE t SET " + column + " = $1", [a]);
                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`column`"}"
          }
        `,
      },
      {
        name: "the keys of an unknown object as columns",
        code: [
          PG,
          'export const f = (row) => pool.query(`INSERT INTO t (${Object.keys(row).join(", ")}) VALUES ($1)`, Object.values(row));',
          "                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
      },
      {
        name: "an array grows by push, twice at once",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const where = [];
            where.push("b", "a = '" + a + "'");
            return pool.query("SELECT 1 FROM t WHERE " + where.join(" AND "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "an array grows by an index",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const where = [];
            where[where.length] = "a = '" + a + "'";
            return pool.query("SELECT 1 FROM t WHERE " + where.join(" AND "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a name spread into a list",
        code: [
          PG,
          'const COLUMNS = ["id"];',
          'export const f = (req) => pool.query(`SELECT ${[...COLUMNS, ...req.body.columns].join(", ")} FROM t`);',
          '                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "the request"',
          "",
        ].join("\n"),
      },
      {
        name: "a name of a set",
        code: [
          PG,
          'export const f = (columns) => pool.query(`SELECT ${[...new Set(columns)].join(", ")} FROM t`);',
          "                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
      },
      {
        name: "the first of two destructured names, exchanged",
        code: [
          PG,
          "export function f(a) {",
          '  let [x, y] = ["t", a];',
          "  [x, y] = [y, x];",
          "  return pool.query(`SELECT 1 FROM ${x}`);",
          '                    ~~~~~~~~~~~~~~~~~~~~ unknown "`x`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a default does not make a parameter constant",
        code: [
          PG,
          'export const f = ({ order = "id" } = {}) => pool.query(`SELECT 1 FROM t ORDER BY ${order}`);',
          '                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`order`"',
          "",
        ].join("\n"),
      },
      {
        name: "a logical assignment",
        code: [
          PG,
          "export function f(a) {",
          '  let name = "";',
          "  name ||= a;",
          "  return pool.query(`SELECT 1 FROM ${name}`);",
          '                    ~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "}",
          "",
        ].join("\n"),
      },
    ],
  },
});
