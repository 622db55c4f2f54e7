/** Lists that become text by themselves, with commas, and numbers that are the least or greatest of several. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a fixed list, by the sign, the sign that assigns, and a template",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          'const COLUMNS = ["title", "author"];',
          "",
          "export async function page() {",
          '  await pool.query("SELECT " + COLUMNS + " FROM book");',
          "  await pool.query(`SELECT ${COLUMNS} FROM book`);",
          '  let text = "SELECT ";',
          "  text += COLUMNS;",
          '  text += " FROM book";',
          "  await pool.query(text);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a fixed list of which a caller keeps some",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          'const COLUMNS = ["title", "author"];',
          "",
          "export const page = (shown) => pool.query(`SELECT ${COLUMNS.filter((column) => shown.includes(column))} FROM book`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a caller's list, and a list of a caller's values",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          "",
          "export async function page(columns, ids) {",
          '  await pool.query("SELECT " + columns + " FROM book");',
          "                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "  await pool.query(`SELECT id FROM book WHERE id IN (${ids})`);",
          "                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          '  let text = "SELECT id FROM book WHERE id IN (";',
          "  text += [ids[0], ids[1]];",
          '  text += ")";',
          "  await pool.query(text);",
          "                   ~~~~ unknown",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "elements in quotes of their own",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export const page = (titles) => pool.query("SELECT id FROM book WHERE title IN (" + titles.map((title) => "'" + title + "'") + ")");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a list of numbers is one by its type only",
        preset: "strict",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          "",
          "export const page = (ids) => pool.query(`SELECT id FROM book WHERE id IN (${ids.map(Number)})`);",
          "                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
      },
      {
        name: "the least of several numbers is one by its type only",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export const page = (req) => pool.query("SELECT id FROM book LIMIT " + Math.min(100, parseInt(req.query.limit)));
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();

          export const page = (req) => pool.query("SELECT id FROM book LIMIT $1", [Math.min(100, parseInt(req.query.limit))]);
        `],
      },
      {
        name: "nested, and of what nobody has parsed",
        preset: "strict",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          "",
          "export async function page(req) {",
          "  await pool.query(`SELECT id FROM book LIMIT ${Math.max(1, Math.min(100, Number(req.query.limit)))}`);",
          "                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "  await pool.query(`SELECT id FROM book LIMIT ${Math.min(100, req.query.limit)}`);",
          "                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "}",
          "",
        ].join("\n"),
        suggestions: [[
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          "",
          "export async function page(req) {",
          "  await pool.query(`SELECT id FROM book LIMIT $1`, [Math.max(1, Math.min(100, Number(req.query.limit)))]);",
          "  await pool.query(`SELECT id FROM book LIMIT ${Math.min(100, req.query.limit)}`);",
          "}",
          "",
        ].join("\n"), [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          "",
          "export async function page(req) {",
          "  await pool.query(`SELECT id FROM book LIMIT ${Math.max(1, Math.min(100, Number(req.query.limit)))}`);",
          "  await pool.query(`SELECT id FROM book LIMIT $1`, [Math.min(100, req.query.limit)]);",
          "}",
          "",
        ].join("\n")],
      },
    ],
  },
});
