/** Lists in IN: by driver, by what makes them, and what stays by hand. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';
const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';
const SQLITE = 'import Database from "better-sqlite3";\nconst db = new Database("app.db");';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "cast one by one", preset: "recommended",
        code: [
          PG,
          'export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.map(Number).join(",")})`);',
          "",
        ].join("\n"),
      },
      {
        name: "escaped one by one",
        code: [
          MYSQL,
          "export const f = (values) => pool.query(`SELECT 1 FROM t WHERE a IN (${values.map((value) => pool.escape(value)).join()})`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "quoted one by one",
        code: [
          PG,
          `export const f = (values) => pool.query(\`SELECT 1 FROM t WHERE a IN (\${values.map((value) => \`'\${value}'\`).join(", ")})\`);`,
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (values) => pool.query(`SELECT 1 FROM t WHERE a = ANY($1)`, [values]);",
          "",
        ].join("\n"),
      },
      {
        name: "quoted one by one with sums, in NOT IN",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (values) => pool.query("SELECT 1 FROM t WHERE a NOT IN (" + values.map((value) => "'" + value + "'").join() + ") AND b");
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (values) => pool.query("SELECT 1 FROM t WHERE a <> ALL($1) AND b", [values]);
        `,
      },
      {
        name: "a list of rest parameters",
        code: [
          PG,
          "export const f = (...values) => pool.query(`SELECT 1 FROM t WHERE a IN (${values.map((value) => `'${value}'`).join()})`);",
          '                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (...values) => pool.query(`SELECT 1 FROM t WHERE a = ANY($1)`, [values]);",
          "",
        ].join("\n"),
      },
      {
        name: "joined by quotes and a comma: an empty list worked, so by hand",
        code: [
          PG,
          `export const f = (values) => pool.query(\`SELECT 1 FROM t WHERE a IN ('\${values.join("', '")}')\`);`,
          "                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (values) => pool.query(`SELECT 1 FROM t WHERE a = ANY($1)`, [values]);",
          "",
        ].join("\n")],
      },
      {
        name: "the same for mysql",
        code: [
          MYSQL,
          `export const f = (values) => pool.query(\`SELECT 1 FROM t WHERE a IN ('\${values.join("', '")}')\`);`,
          "                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
        suggestions: [[
          MYSQL,
          "export const f = (values) => pool.query(`SELECT 1 FROM t WHERE a IN (?)`, [values]);",
          "",
        ].join("\n")],
      },
      {
        name: "of unknown items: by hand",
        code: [
          MYSQL,
          'export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.join(", ")})`);',
          "                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
        suggestions: [[
          MYSQL,
          "export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (?)`, [ids]);",
          "",
        ].join("\n")],
      },
      {
        name: "cast one by one, bound under strict", preset: "strict",
        code: [
          PG,
          'export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.map(Number).join(",")})`);',
          "                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id = ANY($1)`, [ids.map(Number)]);",
          "",
        ].join("\n"),
      },
      {
        name: "parsed by an arrow", preset: "strict",
        code: [
          PG,
          'export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.map((id) => parseInt(id, 10)).join(",")})`);',
          "                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id = ANY($1)`, [ids.map((id) => parseInt(id, 10))]);",
          "",
        ].join("\n"),
      },
      {
        name: "only the integers of a list", preset: "strict",
        code: [
          PG,
          'export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.filter(Number.isInteger).join(",")})`);',
          "                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (ids) => pool.query(`SELECT 1 FROM t WHERE id = ANY($1)`, [ids.filter(Number.isInteger)]);",
          "",
        ].join("\n"),
      },
      {
        name: "beside a value that is bound: its number is next",
        code: [
          PG,
          "export const f = (values, b) => pool.query(`SELECT 1 FROM t WHERE a IN (${values.map((value) => `'${value}'`).join()}) AND b = $1`, [b]);",
          '                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (values, b) => pool.query(`SELECT 1 FROM t WHERE a = ANY($2) AND b = $1`, [b, values]);",
          "",
        ].join("\n"),
      },
      {
        name: "beside a value that is bound: its place in the text",
        code: [
          MYSQL,
          "export const f = (values, b) => pool.query(`SELECT 1 FROM t WHERE a IN (${values.map((value) => `'${value}'`).join()}) AND b = ?`, [b]);",
          '                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
        output: [
          MYSQL,
          "export const f = (values, b) => pool.query(`SELECT 1 FROM t WHERE a IN (?) AND b = ?`, [values, b]);",
          "",
        ].join("\n"),
      },
      {
        name: "execute() of mysql2 takes no list: explained only",
        code: [
          MYSQL,
          "export const f = (values) => pool.execute(`SELECT 1 FROM t WHERE a IN (${values.map((value) => `'${value}'`).join()})`);",
          '                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
      },
      {
        name: "SQLite takes no list: explained only",
        code: [
          SQLITE,
          "export const f = (values) => db.prepare(`SELECT 1 FROM t WHERE a IN (${values.map((value) => `'${value}'`).join()})`).all();",
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
      },
      {
        name: "knex takes no list: explained only",
        code: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          `export const f = (values) => db("t").whereRaw(\`a IN (\${values.map((value) => \`'\${value}'\`).join()})\`);`,
          '                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
      },
      {
        name: "one more item beside the list: explained only",
        code: [
          PG,
          "export const f = (values) => pool.query(`SELECT 1 FROM t WHERE a IN ('x', ${values.map((value) => `'${value}'`).join()})`);",
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`values.map((value) => `"',
          "",
        ].join("\n"),
      },
      {
        name: "rows of a multiple insert: explained only",
        code: [
          PG,
          `export const f = (rows) => pool.query(\`INSERT INTO t VALUES \${rows.map((row) => \`('\${row.a}', '\${row.b}')\`).join(", ")}\`);`,
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`rows.map((row) => `"',
          "",
        ].join("\n"),
      },
      {
        name: "one value of a list that is written out: by hand",
        code: [
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a IN (1, ${a})`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a IN (1, $1)`, [a]);",
          "",
        ].join("\n")],
      },
    ],
  },
});
