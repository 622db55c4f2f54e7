/** Placeholders that the text counts out are no holes. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';
const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "counted over a length",
        code: [
          PG,
          "export const f = (n, values) => pool.query(`SELECT 1 FROM t WHERE a IN (${Array.from({ length: n }, (_, i) => `$${i + 1}`).join()})`, values);",
          "",
        ].join("\n"),
      },
      {
        name: "counted in a loop",
        code: [
          PG,
          "export function f(values) {",
          "  let n = 1;",
          "  const where = [];",
          "  for (const value of values) where.push(`a = $${n++}`);",
          '  return pool.query("SELECT 1 FROM t WHERE " + where.join(" OR "), values);',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "counted by the values so far",
        code: [
          PG,
          "export function f({ a, b }) {",
          "  const values = [];",
          '  let text = "SELECT 1 FROM t WHERE true";',
          '  if (a) { values.push(a); text += " AND a = $" + values.length; }',
          "  if (b) { values.push(b); text += ` AND b = $${values.length}`; }",
          "  return pool.query(text, values);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "counted in rows",
        code: [
          PG,
          'export const f = (rows) => pool.query(`INSERT INTO t VALUES ${rows.map((_, i) => `($${i * 2 + 1}, $${i * 2 + 2})`).join(", ")}`, rows.flat());',
          "",
        ].join("\n"),
      },
      {
        name: "a mark per value",
        code: [
          MYSQL,
          'export const f = (values) => pool.execute(`SELECT 1 FROM t WHERE a IN (${values.map(() => "?")})`, values);',
          'export const g = (values) => pool.execute("SELECT 1 FROM t WHERE a IN (" + new Array(values.length).fill("?").join(", ") + ")", values);',
          "",
        ].join("\n"),
      },
      {
        name: "Oracle's numbered names",
        code: [
          'import oracledb from "oracledb";',
          "const connection = await oracledb.getConnection();",
          "export const f = (values) => connection.execute(`SELECT 1 FROM t WHERE a IN (${values.map((_, i) => `:p${i}`).join()})`, values);",
          "",
        ].join("\n"),
      },
      {
        name: "the names of SQL Server",
        code: [
          'import sql from "mssql";',
          "export function f(values) {",
          "  const request = new sql.Request();",
          "  values.forEach((value, i) => request.input(`p${i}`, value));",
          '  return request.query(`SELECT 1 FROM t WHERE a IN (${values.map((_, i) => "@p" + i).join()})`);',
          "}",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "behind the dollar sign of the text stands no number",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $" + a, [1]);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "keys as names of placeholders are names all the same",
        code: [
          'import oracledb from "oracledb";',
          "const connection = await oracledb.getConnection();",
          "export const f = (row) => connection.execute(`UPDATE t SET ${Object.keys(row).map((key) => `${key} = :${key}`)}`, row);",
          '                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`Object.keys(row).map((key) => `"',
          "",
        ].join("\n"),
      },
    ],
  },
});
