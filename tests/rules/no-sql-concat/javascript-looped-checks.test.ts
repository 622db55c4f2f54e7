/** A loop that throws for each bad element vouches for the list behind it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "throw, or return, for each that is not listed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns, orders) {
            for (const column of columns) {
              if (!COLUMNS.has(column)) throw new Error(column);
            }
            for (const order of orders) {
              if (!COLUMNS.has(order)) return null;
            }
            return pool.query("SELECT " + columns.join(", ") + " FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "each has to be a word",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function page(columns) {
            for (const column of columns) if (!/^\w+$/.test(column)) throw new Error(column);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
          }
        `,
      },
      {
        name: "a loop inside that breaks off itself only, and a constant that may go on",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns, pages) {
            for (const column of columns) {
              for (const one of pages) if (one) break;
              if (column === "id") continue;
              if (!COLUMNS.has(column)) throw new Error(column);
            }
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
          }
        `,
      },
    ],
    invalid: [
      {
        name: "the loop breaks off before the check, or goes on without it",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns, orders) {
            for (const column of columns) {
              if (column === "id") break;
              if (!COLUMNS.has(column)) throw new Error(column);
            }
            pool.query("SELECT " + columns.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            for (const order of orders) {
              if (order.startsWith("-")) continue;
              if (!COLUMNS.has(order)) throw new Error(order);
            }
            return pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the list is another one by then, or has grown",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns, orders, others, other) {
            for (const column of columns) if (!COLUMNS.has(column)) throw new Error(column);
            columns = others;
            pool.query("SELECT " + columns.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            for (const order of orders) if (!COLUMNS.has(order)) throw new Error(order);
            orders.push(other);
            return pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "read inside the loop, where the rest is not checked yet",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns) {
            for (const column of columns) {
              if (!COLUMNS.has(column)) throw new Error(column);
              pool.query("SELECT " + columns.join(", ") + " FROM book");
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            }
          }
        `,
      },
      {
        name: "the element is changed before the check",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function page(columns) {
            for (let column of columns) {
              column = column.trim();
              if (!COLUMNS.has(column)) throw new Error(column);
            }
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a warning, a caught error, a loop over some of them, a loop that only strict callers get",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);

          export function warned(columns) {
            for (const column of columns) if (!COLUMNS.has(column)) console.warn(column);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }

          export function caught(columns) {
            try {
              for (const column of columns) if (!COLUMNS.has(column)) throw new Error(column);
            } catch {
              console.warn(columns);
            }
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }

          export function some(columns) {
            for (const column of columns.slice(1)) if (!COLUMNS.has(column)) throw new Error(column);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }

          export function asked(columns, isStrict) {
            if (isStrict) for (const column of columns) if (!COLUMNS.has(column)) throw new Error(column);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
