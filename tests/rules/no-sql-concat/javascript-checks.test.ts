/** Patterns, functions that check, filters of lists, and checks that prove nothing. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a function that answers",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const isName = (a) => ["x", "y"].includes(a);
          export function f(a) {
            if (!isName(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "a function that gives back what it admits, or throws",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          function named(a) {
            if (!["x", "y"].includes(a)) throw new Error(a);
            return a;
          }
          export const f = (a) => pool.query("SELECT " + named(a) + " FROM t");
        `,
      },
      {
        name: "a function that gives back what it admits, or a default",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const named = (a) => (["x", "y"].includes(a) ? a : "x");
          export const f = (a) => pool.query("SELECT " + named(a) + " FROM t");
        `,
      },
      {
        name: "match() and test() of a pattern for word characters",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const WORD = /^[a-z_]+$/;
          export const f = (a) => (WORD.test(a) ? pool.query("SELECT " + a + " FROM t") : null);
          export const g = (a) => (a.match(/^\w{1,63}$/) ? pool.query("SELECT " + a + " FROM t") : null);
          export const h = (a) => (/^(?:asc|desc)$/i.test(a) ? pool.query("SELECT 1 FROM t ORDER BY x " + a) : null);
        `,
      },
      {
        name: "digits by a pattern",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(id) {
            if (!/^\d+$/.test(id)) throw new Error(id);
            return pool.query("SELECT 1 FROM t WHERE id = " + id);
          }
        `,
      },
      {
        name: "all but word characters removed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT " + a.replace(/\W/g, "") + " FROM t");
        `,
      },
      {
        name: "names of a list that a filter admits",
        code: [
          PG,
          'const NAMES = new Set(["x", "y"]);',
          'export const f = (names) => pool.query(`SELECT ${names.filter((name) => NAMES.has(name)).join(", ")} FROM t`);',
          "",
        ].join("\n"),
      },
      {
        name: "names that the loop passes over unless listed",
        code: [
          PG,
          'const NAMES = new Set(["x", "y"]);',
          "export function f(patch) {",
          "  const sets = [];",
          "  const values = [];",
          "  for (const [name, value] of Object.entries(patch)) {",
          "    if (!NAMES.has(name)) continue;",
          "    sets.push(`${name} = $${values.push(value)}`);",
          "  }",
          '  return pool.query("UPDATE t SET " + sets.join(", "), values);',
          "}",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a function of another file proves nothing here",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { isName } from "./names.js";
          export function f(a) {
            if (!isName(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a list that the caller passes proves nothing",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a, names) {
            if (!names.includes(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a pattern without anchors",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!/\w+/.test(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "anchors of lines",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!/^\w+$/m.test(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "each anchor in another alternative",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!/^x|y$/.test(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a pattern that admits quotes and spaces",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!/^[\w ',]+$/.test(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "only the first of them removed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT " + a.replace(/\W/, "") + " FROM t");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "quotes removed",
        code: [
          PG,
          `export const f = (a) => pool.query(\`SELECT 1 FROM t WHERE a = '\${a.replace(/['"\\\\]/g, "")}'\`);`,
          "                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
        output: [
          PG,
          `export const f = (a) => pool.query(\`SELECT 1 FROM t WHERE a = $1\`, [a.replace(/['"\\\\]/g, "")]);`,
          "",
        ].join("\n"),
      },
      {
        name: "a substring test",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!"x,y".includes(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "words that are forbidden",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (a.includes(";") || a.includes("--")) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "refused when it is in the list",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (["x", "y"].includes(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "one of the names is listed, the others may be anything",
        code: [
          PG,
          'const NAMES = new Set(["x", "y"]);',
          "export function f(names) {",
          '  if (!names.some((name) => NAMES.has(name))) throw new Error("names");',
          '  return pool.query(`SELECT ${names.join(", ")} FROM t`);',
          "                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "}",
          "",
        ].join("\n"),
      },
    ],
  },
});
