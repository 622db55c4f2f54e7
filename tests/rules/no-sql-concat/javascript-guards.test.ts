/** Checks against fixed lists: which of them hold where the text is built. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "includes() or throw",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!["x", "y"].includes(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "an alternative, and a short circuit with a default",
        code: [
          PG,
          'const NAMES = ["x", "y"];',
          'export const f = (a) => pool.query(`SELECT ${NAMES.includes(a) ? a : "x"} FROM t ORDER BY ${(NAMES.includes(a) && a) || "id"}`);',
          "",
        ].join("\n"),
      },
      {
        name: "equality with each constant",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (a !== "x" && a !== "y") throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "a switch whose default throws",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            switch (a) {
              case "x":
              case "y":
                return pool.query("SELECT " + a + " FROM t");
              default:
                throw new Error(a);
            }
          }
        `,
      },
      {
        name: "indexOf() in three spellings",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const NAMES = ["x", "y"];
          export const f = (a) => (NAMES.indexOf(a) === -1 ? null : pool.query("SELECT " + a + " FROM t"));
          export const g = (a) => (NAMES.indexOf(a) >= 0 ? pool.query("SELECT " + a + " FROM t") : null);
          export const h = (a) => (NAMES.indexOf(a) < 0 ? null : pool.query("SELECT " + a + " FROM t"));
        `,
      },
      {
        name: "an own key, asked in three ways",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const T = { x: "int", y: "text" };
          export const f = (a) => (Object.hasOwn(T, a) ? pool.query("SELECT " + a + " FROM t") : null);
          export const g = (a) => (Object.prototype.hasOwnProperty.call(T, a) ? pool.query("SELECT " + a + " FROM t") : null);
          export const h = (a) => (Object.keys(T).includes(a) ? pool.query("SELECT " + a + " FROM t") : null);
        `,
      },
      {
        name: "what a constant table, a map and a list give back",
        code: [
          PG,
          'const T = { x: "t.x" };',
          'const M = new Map(Object.entries({ y: "t.y" }));',
          'const L = [{ key: "z", column: "t.z" }];',
          'export const f = (a) => pool.query(`SELECT ${T[a] ?? "id"}, ${M.get(a)}, ${L.find(({ key }) => key === a)?.column} FROM t`);',
          "",
        ].join("\n"),
      },
      {
        name: "in upper case, checked afterwards",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(way) {
            const direction = way.toUpperCase();
            if (!["ASC", "DESC"].includes(direction)) throw new Error(way);
            return pool.query("SELECT 1 FROM t ORDER BY x " + direction);
          }
        `,
      },
      {
        name: "two parts of one text, each checked",
        code: [
          PG,
          "export function f(sort) {",
          '  const [column, way] = sort.split(":");',
          '  if (!["x", "y"].includes(column) || !["ASC", "DESC"].includes(way)) throw new Error(sort);',
          "  return pool.query(`SELECT 1 FROM t ORDER BY ${column} ${way}`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "replaced by a default unless listed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            if (!["x", "y"].includes(a)) a = "x";
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "the property is checked and used",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(req, res, next) {
            if (!["x", "y"].includes(req.query.sort)) return next(new Error("sort"));
            return pool.query("SELECT " + req.query.sort + " FROM t");
          }
        `,
      },
      {
        name: "the failure is caught and ends the function",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            try {
              if (!["x", "y"].includes(a)) throw new Error(a);
            } catch {
              return null;
            }
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "the check is asserted",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import assert from "node:assert/strict";
          export function f(a) {
            assert.ok(["x", "y"].includes(a), "name");
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "a closure made behind the check",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { later } from "./jobs.js";
          export function f(a) {
            if (!["x", "y"].includes(a)) throw new Error(a);
            return later(() => pool.query("SELECT " + a + " FROM t"));
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a switch that lets others pass",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            switch (a) {
              case "x":
                console.info("x");
                break;
              default:
                console.info("another");
            }
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "the key itself when the table has none",
        code: [
          PG,
          'const T = { x: "t.x" };',
          "export const f = (a) => pool.query(`SELECT ${T[a] ?? a} FROM t`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`T[a] ?? a`"',
          "",
        ].join("\n"),
      },
      {
        name: "checked, then replaced",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a, b) {
            if (!["x", "y"].includes(a)) throw new Error(a);
            a = b;
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "the answer is sent, but the function goes on",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(req, res) {
            const { sort } = req.query;
            if (!["x", "y"].includes(sort)) res.status(400).end();
            return pool.query("SELECT " + sort + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`sort`"}" "the request"
          }
        `,
      },
      {
        name: "the failure is caught and forgotten",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            try {
              if (!["x", "y"].includes(a)) throw new Error(a);
            } catch {
              console.warn(a);
            }
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "the check is logged",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            console.log(["x", "y"].includes(a));
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a closure over a variable that is set again",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a, b) {
            if (!["x", "y"].includes(a)) throw new Error(a);
            const run = () => pool.query("SELECT " + a + " FROM t");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            a = b;
            return run();
          }
        `,
      },
    ],
  },
});
