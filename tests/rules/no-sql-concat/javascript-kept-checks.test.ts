/** Checks whose answer a local keeps, that ask for nothing found, or that look at another spelling of the value. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "the answer is kept, and asked later",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, order) {
            const isColumn = COLUMNS.includes(column);
            if (!isColumn) throw new Error(column);
            const isOrder = COLUMNS.indexOf(order) !== -1;
            return isOrder ? pool.query("SELECT " + column + " FROM book ORDER BY " + order) : null;
          }
        `,
      },
      {
        name: "compared with false, and through a second local",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, order) {
            const known = COLUMNS.includes(column);
            if (known === false) throw new Error(column);
            const isWord = /^[a-z_]+$/.test(order);
            const isSortable = isWord && order.length < 20;
            if (!isSortable) return null;
            return pool.query("SELECT " + column + " FROM book ORDER BY " + order);
          }
        `,
      },
      {
        name: "a map has nothing for it, a pattern does not match",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Map([["title", "b.title"]]);
          export function page(key, order, group) {
            const column = COLUMNS.get(key);
            if (!column) throw new Error(key);
            if (COLUMNS.get(group) === undefined) throw new Error(group);
            const match = /^\w+$/.exec(order);
            if (match === null) throw new Error(order);
            return pool.query("SELECT " + column + " AS " + key + " FROM book GROUP BY " + group + " ORDER BY " + order + ", " + match[0]);
          }
        `,
      },
      {
        name: "null and undefined at once",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(order) {
            if (order.match(/^[a-z]+$/) == null) throw new Error(order);
            return pool.query("SELECT id FROM book ORDER BY " + order);
          }
        `,
      },
      {
        name: "lower case, upper case, without blanks, as a text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, order, direction) {
            if (!COLUMNS.includes(column.toLowerCase()) || !["ASC", "DESC"].includes(direction.trim().toUpperCase())) throw new Error(column);
            if (!COLUMNS.includes(order?.toString())) throw new Error(order);
            return pool.query("SELECT " + column + " FROM book ORDER BY " + order + " " + direction);
          }
        `,
      },
      {
        name: "KNOWN MISS: behind a kept answer the list grows by push()",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function pages(columns, other) {
            const known = columns.every((column) => COLUMNS.includes(column));
            columns.push(other);
            return known ? pool.query("SELECT id FROM book ORDER BY " + columns.join()) : null;
          }
        `,
      },
      {
        name: "KNOWN MISS: behind a kept answer Object.assign() writes the field",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(order, changes) {
            const known = COLUMNS.includes(order.column);
            Object.assign(order, changes);
            return known ? pool.query("SELECT id FROM book ORDER BY " + order.column) : null;
          }
        `,
      },
      {
        name: "KNOWN MISS: a position is compared with a number below -1",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export const page = (column) => (COLUMNS.indexOf(column) > -2 ? pool.query("SELECT id FROM book ORDER BY " + column) : null);
        `,
      },
      {
        name: "other comparisons of a position that say found",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column) {
            if (COLUMNS.indexOf(column) > -1) pool.query("SELECT id FROM book ORDER BY " + column);
            if (COLUMNS.indexOf(column) != -1) pool.query("SELECT id FROM book ORDER BY " + column);
            if (COLUMNS.findIndex((one) => one === column) >= 0) pool.query("SELECT id FROM book ORDER BY " + column);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a switch over the value in lower case",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(column) {
            switch (column.toLowerCase()) {
              case "title":
              case "author":
                return pool.query("SELECT id FROM book ORDER BY " + column);
              default:
                throw new Error(column);
            }
          }
        `,
      },
      {
        name: "a position is kept in a local and compared there",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column) {
            const at = COLUMNS.indexOf(column);
            if (at === -1) throw new Error(column);
            return pool.query("SELECT id FROM book ORDER BY " + column);
          }
        `,
      },
      {
        name: "the value has changed since, here or in a closure",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, other) {
            const known = COLUMNS.includes(column);
            column = other;
            return known ? pool.query("SELECT id FROM book ORDER BY " + column) : null;
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export function later(column, next) {
            const known = COLUMNS.includes(column);
            const change = () => { column = next(); };
            change();
            return known ? pool.query("SELECT id FROM book ORDER BY " + column) : null;
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the kept answer is written again",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, force) {
            let known = COLUMNS.includes(column);
            known ||= force;
            return known ? pool.query("SELECT id FROM book ORDER BY " + column) : null;
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the answer is of the turn before",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function pages(columns) {
            let known = false;
            for (const column of columns) {
              if (known) pool.query("SELECT id FROM book ORDER BY " + column);
                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              known = COLUMNS.includes(column);
            }
          }
        `,
      },
      {
        name: "a position counts as yes",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, order) {
            const at = COLUMNS.indexOf(column);
            if (at) pool.query("SELECT id FROM book ORDER BY " + column);
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (!COLUMNS.indexOf(order)) return null;
            return pool.query("SELECT id FROM book ORDER BY " + order);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a word somewhere in the text, and a value that is only not missing",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(column, order) {
            const match = /\w+/.exec(column);
            if (match === null) throw new Error(column);
            pool.query("SELECT id FROM book ORDER BY " + column);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (order === null || order === undefined) throw new Error(order);
            pool.query("SELECT id FROM book ORDER BY " + order);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a part of it, or what is left when something is taken away",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column) {
            if (COLUMNS.includes(column.slice(0, 5))) pool.query("SELECT id FROM book ORDER BY " + column);
                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (COLUMNS.includes(column.replace(/\W/g, ""))) pool.query("SELECT id FROM book ORDER BY " + column);
                                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (COLUMNS.includes(decodeURIComponent(column))) pool.query("SELECT id FROM book ORDER BY " + column);
                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a position with the number first, or more than zero, or under a tilde",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["id", "title", "author"];
          export function page(column) {
            if (-1 !== COLUMNS.indexOf(column)) pool.query("SELECT id FROM book ORDER BY " + column);
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (COLUMNS.indexOf(column) > 0) pool.query("SELECT id FROM book ORDER BY " + column);
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (~COLUMNS.indexOf(column)) pool.query("SELECT id FROM book ORDER BY " + column);
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: String() of the value is checked",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column) {
            if (!COLUMNS.includes(String(column))) throw new Error(column);
            return pool.query("SELECT id FROM book ORDER BY " + column);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
