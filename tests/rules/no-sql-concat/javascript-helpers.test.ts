/** Functions of the file that build text, and who calls them. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a helper that makes placeholders",
        code: [
          PG,
          "export function f({ a, b }) {",
          "  const values = [];",
          "  const bind = (value) => `$${values.push(value)}`;",
          "  return pool.query(`SELECT 1 FROM t WHERE a = ${bind(a)} AND b = ${bind(b)}`, values);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a private function that gets constants only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const count = (table) => pool.query("SELECT count(*) FROM " + table);
          count("a");
          for (const table of ["b", "c"]) count(table);
          ["d"].forEach((table) => count(table));
        `,
      },
      {
        name: "a default and a constant caller",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const sorted = (order = "id") => pool.query("SELECT 1 FROM t ORDER BY " + order);
          export const f = () => sorted();
          export const g = () => sorted("name");
        `,
      },
      {
        name: "the option names a function whose result is trusted", options: { safe: ["buildWhere"] },
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { buildWhere } from "./where.js";
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE " + buildWhere(a));
        `,
      },
      {
        name: "KNOWN MISS: a statement that a function of another file builds and gives back whole",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { findBy } from "./statements.js";
          export const f = (a) => pool.query(findBy(a));
        `,
      },
    ],
    invalid: [
      {
        name: "a helper builds a condition",
        code: [
          PG,
          "const only = (a) => `a = '${a}'`;",
          'export const f = (a) => pool.query("SELECT 1 FROM t WHERE " + only(a));',
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "a helper quotes by hand",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const quoted = (a) => "'" + String(a).replace(/'/g, "''") + "'";
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = " + quoted(a));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "each call by itself: only one of them passes what is unknown",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const from = (table) => "SELECT 1 FROM " + table;
          export const f = () => pool.query(from("t"));
          export const g = (a) => pool.query(from(a));
                                             ~~~~~~~ unknown "${"`table`"}"
        `,
      },
      {
        name: "a method of an object of the file",
        code: [
          PG,
          `const queries = { all: () => "SELECT 1 FROM t", of: (a) => \`SELECT 1 FROM t WHERE a = '\${a}'\` };`,
          "export const f = () => pool.query(queries.all());",
          "export const g = (a) => pool.query(queries.of(a));",
          '                                   ~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "a private method builds",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Store {
            #where(a) { return " WHERE a = '" + a + "'"; }
            find(a) { return pool.query("SELECT 1 FROM t" + this.#where(a)); }
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "text and values in an object",
        code: [
          PG,
          "const build = (a) => ({ text: `SELECT 1 FROM t WHERE a = '${a}'`, values: [] });",
          "export function f(a) {",
          "  const { text, values } = build(a);",
          "  return pool.query(text, values);",
          '                    ~~~~ unknown "`a`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "text and values in an array",
        code: [
          PG,
          "const build = (a) => [`SELECT 1 FROM t WHERE a = '${a}'`, []];",
          "export function f(a) {",
          "  const [text, values] = build(a);",
          "  return pool.query(text, values);",
          '                    ~~~~ unknown "`a`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "the object as a whole",
        code: [
          PG,
          "const build = (a) => ({ text: `SELECT 1 FROM t WHERE a = '${a}'` });",
          "export const f = (a) => pool.query(build(a));",
          '                                   ~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "a private function that builds is reported itself, for what its callers pass",
        code: [
          PG,
          'const where = (condition) => pool.query("SELECT 1 FROM t WHERE " + condition);',
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`condition`"',
          "export const f = (a) => where(`a = '${a}'`);",
          "",
        ].join("\n"),
      },
      {
        name: "a private function that nobody calls is unknown",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const count = (table) => pool.query("SELECT count(*) FROM " + table);
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`table`"}"
        `,
      },
      {
        name: "exported in another line: strangers call it",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          function count(table) { return pool.query("SELECT count(*) FROM " + table); }
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`table`"}"
          count("a");
          export { count };
        `,
      },
      {
        name: "exported by module.exports",
        code: code`
          const { Pool } = require("pg");
          const pool = new Pool();
          function count(table) { return pool.query("SELECT count(*) FROM " + table); }
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`table`"}"
          count("a");
          module.exports = { count };
        `,
      },
      {
        name: "handed to a stranger, who may call it with anything",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { register } from "./jobs.js";
          const count = (table) => pool.query("SELECT count(*) FROM " + table);
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`table`"}"
          register(count);
          count("a");
        `,
      },
      {
        name: "an exported function that builds",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const count = (table) => pool.query("SELECT count(*) FROM " + table);
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`table`"}"
        `,
      },
    ],
  },
});
