/** pg-promise and pg-format, which fill text themselves. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "pg-promise: what it formats itself",
        code: [
          'import pgPromise from "pg-promise";',
          "const pgp = pgPromise();",
          'const db = pgp("postgres://db/shop");',
          'export const f = (a, values) => db.any("SELECT $1:name FROM t WHERE a = $2 AND b IN ($3:csv)", [a, a, values]);',
          'export const g = (a) => db.one("SELECT 1 FROM t WHERE a = $<a>", { a });',
          "export const h = (a) => db.any(`SELECT ${pgp.as.name(a)} FROM t`);",
          "",
        ].join("\n"),
      },
      {
        name: "pg-format: a percent sign of the text, rows, a constant for %s",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import format from "pg-format";
          export const f = (rows) => pool.query(format("INSERT INTO t VALUES %L", rows));
          export const g = (a) => pool.query(format("SELECT 'a%%' FROM %I ORDER BY %s", a, a === "x" ? "x" : "y"));
        `,
      },
    ],
    invalid: [
      {
        name: "pg-promise: text that JavaScript fills",
        code: [
          'import pgPromise from "pg-promise";',
          'const db = pgPromise()("postgres://db/shop");',
          `export const f = (a) => db.any("SELECT 1 FROM t WHERE a = '" + a + "'");`,
          '                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "export const g = (a, b) => db.oneOrNone(`SELECT 1 FROM t WHERE a = '${a}' AND b = $1`, [b]);",
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import pgPromise from "pg-promise";',
          'const db = pgPromise()("postgres://db/shop");',
          'export const f = (a) => db.any("SELECT 1 FROM t WHERE a = $1", [a]);',
          "export const g = (a, b) => db.oneOrNone(`SELECT 1 FROM t WHERE a = $2 AND b = $1`, [b, a]);",
          "",
        ].join("\n"),
      },
      {
        name: "pg-promise: in a transaction",
        code: code`
          import pgPromise from "pg-promise";
          const db = pgPromise()("postgres://db/shop");
          export const f = (a) => db.tx((task) => task.none("DELETE FROM t WHERE a = '" + a + "'"));
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import pgPromise from "pg-promise";
          const db = pgPromise()("postgres://db/shop");
          export const f = (a) => db.tx((task) => task.none("DELETE FROM t WHERE a = $1", [a]));
        `,
      },
      {
        name: "pg-format: %s in quotes, and a value in its text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import format from "pg-format";
          export const f = (a) => pool.query(format("SELECT 1 FROM t WHERE a = '%s'", a));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a, b) => pool.query(format("SELECT 1 FROM t WHERE a = '" + a + "' AND b = %L", b));
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
    ],
  },
});
