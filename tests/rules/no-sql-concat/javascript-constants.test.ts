/** Constants however assembled, and fields that are none. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "constants on every branch",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(kind) {
            let where;
            switch (kind) {
              case "new": where = "b > 1"; break;
              case "old": where = "b < 1"; break;
              default: where = "true";
            }
            return pool.query("SELECT 1 FROM t WHERE " + where);
          }
        `,
      },
      {
        name: "constants of a loop",
        code: [
          PG,
          'for (const [table, column] of [["a", "x"], ["b", "y"]]) await pool.query(`ANALYZE ${table} (${column})`);',
          "",
        ].join("\n"),
      },
      {
        name: "the keys of a constant object as columns",
        code: [
          PG,
          'const TYPES = { a: "int", b: "text" };',
          'export const f = () => pool.query(`CREATE TABLE t (${Object.entries(TYPES).map(([name, type]) => `${name} ${type}`).join(", ")})`);',
          "",
        ].join("\n"),
      },
      {
        name: "a variable of the module that only constants are put into",
        code: [
          PG,
          'let table = "t";',
          'if (process.env.ARCHIVE) table = "archive.t";',
          "export const f = () => pool.query(`SELECT 1 FROM ${table}`);",
          "",
        ].join("\n"),
      },
      {
        name: "methods of constant texts, numbers, booleans",
        code: [
          PG,
          'const T = "t";',
          "const LIMIT = 10;",
          `export const f = (isShort) => pool.query(\`SELECT \${"x".padEnd(3)} FROM \${T.toUpperCase()} WHERE a = '\${isShort ? "s" : "l"}' LIMIT \${LIMIT * 2 + 1}\`);`,
          "",
        ].join("\n"),
      },
      {
        name: "a field of a class and a constant static",
        code: [
          PG,
          "export class Store {",
          '  static COLUMNS = ["a", "b"];',
          '  table = "t";',
          '  all() { return pool.query(`SELECT ${Store.COLUMNS.join(", ")} FROM ${this.table}`); }',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "settings of the process, also taken apart",
        code: [
          PG,
          'const { SCHEMA, TABLE = "t" } = process.env;',
          "export const f = () => pool.query(`SELECT 1 FROM ${SCHEMA}.${TABLE} WHERE a = '${process.argv[2]}'`);",
          "",
        ].join("\n"),
      },
      {
        name: "values of a fixed alphabet",
        code: [
          PG,
          'import { createHash, randomUUID } from "node:crypto";',
          `export const f = (a) => pool.query(\`INSERT INTO t VALUES ('\${randomUUID()}', '\${createHash("sha256").update(a).digest("hex")}')\`);`,
          "",
        ].join("\n"),
      },
      {
        name: "overwritten before the call",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            let text = "SELECT 1 FROM t WHERE a = '" + a + "'";
            text = "SELECT 1 FROM t WHERE a = $1";
            return pool.query(text, [a]);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a variable of the module that a function may set",
        code: [
          PG,
          'let table = "t";',
          "export const setTable = (name) => { table = name; };",
          "export const f = () => pool.query(`SELECT 1 FROM ${table}`);",
          '                                  ~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`table`"',
          "",
        ].join("\n"),
      },
      {
        name: "a field that the constructor's caller chooses",
        code: [
          PG,
          "export class Store {",
          "  constructor(table) { this.table = table; }",
          "  all() { return pool.query(`SELECT 1 FROM ${this.table}`); }",
          '                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`this.table`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a text in a field that methods extend",
        code: [
          PG,
          "export class Query {",
          '  text = "SELECT 1 FROM t WHERE true";',
          "  and(a) { this.text += ` AND a = '${a}'`; return this; }",
          "  run() { return pool.query(this.text); }",
          '                            ~~~~~~~~~ unknown "`a`"',
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a closure over a parameter",
        code: [
          PG,
          "export const tableOf = (name) => ({ count: () => pool.query(`SELECT count(*) FROM ${name}`) });",
          '                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
      },
    ],
  },
});
