/** Text that calls compose, and quoting by hand: explained, not edited. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "concat()",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = ".concat("'", a, "'"));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "replace() with a value",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = ':a'".replace(":a", a));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "replaceAll() of a name",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM {t} WHERE {t}.b".replaceAll("{t}", a));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "util.format() with %s",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import util from "node:util";
          export const f = (a) => pool.query(util.format("SELECT 1 FROM t WHERE a = %s", a));
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "lines joined",
        code: [
          PG,
          `export const f = (a) => pool.query(["SELECT 1", "FROM t", \`WHERE a = '\${a}'\`].join("\\n"));`,
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "lines of which some are left out",
        code: [
          PG,
          `export const f = (a, b) => pool.query(["SELECT 1 FROM t", a && \`WHERE a = '\${a}'\`, b ? "LIMIT 1" : null].filter(Boolean).join(" "));`,
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "trimmed and squeezed: explained only",
        code: [
          PG,
          `export const f = (a) => pool.query(\`  SELECT 1 FROM t WHERE a = '\${a}'\`.replace(/\\s+/g, " ").trim());`,
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "a clause that depends on a condition",
        code: [
          PG,
          `export const f = (a) => pool.query(\`SELECT 1 FROM t \${a ? \`WHERE a = '\${a}'\` : ""}\`);`,
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "JSON text without quotes of SQL",
        code: [
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a = ${JSON.stringify(a)}`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`JSON.stringify(a)`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a = $1`, [JSON.stringify(a)]);",
          "",
        ].join("\n")],
      },
      {
        name: "quotes doubled by split and join",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a.split("'").join("''") + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "quotes escaped with a backslash",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a.replace(/'/g, "\\'") + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "double quotes doubled around a name",
        code: [
          PG,
          `export const f = (a) => pool.query(\`SELECT 1 FROM "\${a.replace(/"/g, '""')}"\`);`,
          "                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
      },
      {
        name: "doubled quotes beside the hole: explained only",
        code: [
          PG,
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a = 'it''s ${a}'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "one hole that cannot be bound: none is",
        code: [
          PG,
          "export const f = (a, b) => pool.query(`SELECT 1 FROM t WHERE a = '${a}' AND ${b}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
    ],
  },
});
