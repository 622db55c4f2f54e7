/** Edits for pg: which statements and literals have a place for a value. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "a semicolon at the end is still one statement",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "';");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1;", [a]);
        `,
      },
      {
        name: "a semicolon in a literal ends nothing",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "' AND b = ';'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1 AND b = ';'", [a]);
        `,
      },
      {
        name: "a quote in a comment opens nothing",
        code: [
          PG,
          "export const f = (a) => pool.query(`-- it's a search",
          '                                   ~~~~~~~~~~~~~~~~~> unknown "`a`"',
          "  SELECT 1 FROM t WHERE a = '${a}'`);",
          "",
        ].join("\n"),
        output: [
          PG,
          "export const f = (a) => pool.query(`-- it's a search",
          "  SELECT 1 FROM t WHERE a = $1`, [a]);",
          "",
        ].join("\n"),
      },
      {
        name: "WITH, a union in parentheses, MERGE",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("WITH x AS (SELECT 1) SELECT 1 FROM x WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("(SELECT 1 FROM t WHERE a = '" + a + "') UNION SELECT 2");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => pool.query("MERGE INTO t USING x ON a = '" + a + "' WHEN MATCHED THEN DELETE");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("WITH x AS (SELECT 1) SELECT 1 FROM x WHERE a = $1", [a]);
          export const g = (a) => pool.query("(SELECT 1 FROM t WHERE a = $1) UNION SELECT 2", [a]);
          export const h = (a) => pool.query("MERGE INTO t USING x ON a = $1 WHEN MATCHED THEN DELETE", [a]);
        `,
      },
      {
        name: "SET, CALL, EXPLAIN, NOTIFY take no parameter: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SET app.user = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("CALL p('" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => pool.query("EXPLAIN SELECT 1 FROM t WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const i = (a) => pool.query("NOTIFY channel, '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a default of a column, the body of DO: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("CREATE TABLE t (a text DEFAULT '" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("DO $$ BEGIN PERFORM '" + a + "'; END $$");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "two statements in one text: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1; SELECT 1 FROM t WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a cast behind the literal stays",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'::uuid");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1::uuid", [a]);
        `,
      },
      {
        name: "CAST around the literal stays",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = CAST('" + a + "' AS date)");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = CAST($1 AS date)", [a]);
        `,
      },
      {
        name: "a type or a prefix before the literal: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = E'" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("SELECT 1 FROM t WHERE a > date '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => pool.query("SELECT 1 FROM t WHERE a > timestamp '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "functions that take any type: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT concat('" + a + "', b) FROM t");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("SELECT 1 FROM t WHERE a = format('%s', '" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a function that takes text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = lower('" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = lower($1)", [a]);
        `,
      },
      {
        name: "JSON in a literal is one value",
        code: [
          PG,
          `export const f = (a) => pool.query(\`SELECT 1 FROM t WHERE data @> '{"a": "\${a}"}'\`);`,
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          PG,
          'export const f = (a) => pool.query(`SELECT 1 FROM t WHERE data @> $1`, [`{"a": "${a}"}`]);',
          "",
        ].join("\n"),
      },
      {
        name: "a hole in a comment behind the statement",
        code: [
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = '${a}' -- ${b}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "a name of a savepoint, a channel, a path",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SAVEPOINT " + a);
                                             ~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => pool.query("LISTEN " + a);
                                             ~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => pool.query("SET search_path TO " + a);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
    ],
  },
});
