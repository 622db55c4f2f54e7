/** A text with holes in one expression, and how it reads when they are bound. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "single quotes of JavaScript around those of SQL",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = \'' + a + '\'');
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = $1', [a]);
        `,
      },
      {
        name: "sums in parentheses",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query(("SELECT 1 FROM t WHERE a = '" + a) + ("' AND b = '" + b + "'"));
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query(("SELECT 1 FROM t WHERE a = $1") + (" AND b = $2"), [a, b]);
        `,
      },
      {
        name: "a literal of two values becomes one value",
        code: [
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = '${a}-${b}'`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = $1`, [`${a}-${b}`]);",
          "",
        ].join("\n"),
      },
      {
        name: "the same with sums",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "-" + b + "'");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE a = $1", [a + "-" + b]);
        `,
      },
      {
        name: "a pattern stays a template",
        code: [
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a ILIKE '%${a}%'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a ILIKE $1`, [`%${a}%`]);",
          "",
        ].join("\n"),
      },
      {
        name: "a pattern stays a sum",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE '" + a + "%' LIMIT 5");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a LIKE $1 LIMIT 5", [a + "%"]);
        `,
      },
      {
        name: "escapes of the author stay",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1\n  FROM t\tWHERE a = '" + a + "'\n");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1\n  FROM t\tWHERE a = $1\n", [a]);
        `,
      },
      {
        name: "escapes of a template stay",
        code: [
          PG,
          `export const f = (a) => pool.query(\`SELECT "\\u0061" FROM t WHERE a = '\${a}' AND b = '\\\`'\`);`,
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          `export const f = (a) => pool.query(\`SELECT "\\u0061" FROM t WHERE a = $1 AND b = '\\\`'\`, [a]);`,
          "",
        ].join("\n"),
      },
      {
        name: "what is not ASCII moves with the value",
        code: [
          PG,
          "export const f = (größe) => pool.query(`SELECT 1 FROM t WHERE straße = 'é${größe}—'`);",
          '                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`größe`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (größe) => pool.query(`SELECT 1 FROM t WHERE straße = $1`, [`é${größe}—`]);",
          "",
        ].join("\n"),
      },
      {
        name: "an alternative of values is one value",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + (a ? a : "none") + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a ? a : "none"]);
        `,
      },
      {
        name: "what is awaited is awaited in the values",
        code: [
          PG,
          "export const f = async (a) => pool.query(`SELECT 1 FROM t WHERE a = '${await a()}'`);",
          '                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`await a()`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = async (a) => pool.query(`SELECT 1 FROM t WHERE a = $1`, [await a()]);",
          "",
        ].join("\n"),
      },
      {
        name: "a conversion to text around a value",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + String(a).trim().toLowerCase() + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`String(a).trim().toLowerCase()`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [String(a).trim().toLowerCase()]);
        `,
      },
      {
        name: "several values in textual order",
        code: [
          PG,
          "export const f = ({ a, b, c }) => pool.query(`INSERT INTO t (a, b, c) VALUES ('${a}', '${b}', '${c}')`);",
          '                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = ({ a, b, c }) => pool.query(`INSERT INTO t (a, b, c) VALUES ($1, $2, $3)`, [a, b, c]);",
          "",
        ].join("\n"),
      },
      {
        name: "a hole in quotes and one without: both, by hand",
        code: [
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = '${a}' AND b = ${b}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = $1 AND b = $2`, [a, b]);",
          "",
        ].join("\n")],
      },
    ],
  },
});
