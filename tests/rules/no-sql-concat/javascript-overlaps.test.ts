/** What a foreign list has in common with a fixed one, and what a pattern finds in a foreign text. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "the fixed list is filtered by the foreign one",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export const page = (columns) => pool.query("SELECT " + COLUMNS.filter((column) => columns.includes(column)).join(", ") + " FROM book");
        `,
      },
      {
        name: "an intersection of sets, from either side",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export function page(columns, orders) {
            const shown = [...COLUMNS.intersection(new Set(columns))];
            const sorted = [...new Set(orders).intersection(COLUMNS)];
            return pool.query("SELECT " + shown.join(", ") + " FROM book ORDER BY " + sorted.join(", "));
          }
        `,
      },
      {
        name: "filtered and then written otherwise, or collected in a loop",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export function page(text, orders) {
            const shown = text.split(",").map((column) => column.trim()).filter((column) => COLUMNS.has(column)).map((column) => "b." + column);
            const sorted = [];
            for (const order of orders) if (COLUMNS.has(order)) sorted.push(order);
            return pool.query("SELECT " + shown.join(", ") + " FROM book b ORDER BY " + sorted.join(", "));
          }
        `,
      },
      {
        name: "flatMap() gives the listed ones",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export const page = (columns) => pool.query("SELECT " + columns.flatMap((column) => (COLUMNS.has(column) ? [column] : [])).join(", ") + " FROM book");
        `,
      },
      {
        name: "all the words of a text, by match() and matchAll()",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(text, order) {
            const columns = text.match(/\w+/g) ?? [];
            const sorted = [...order.matchAll(/\w+/g)].map((match) => match[0]);
            return pool.query("SELECT " + columns.join(", ") + " FROM book ORDER BY " + sorted.join(", "));
          }
        `,
      },
      {
        name: "groups of words in a pattern that admits more around them",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(text) {
            const match = /^(\w+) (asc|desc)$/.exec(text);
            if (!match) throw new Error(text);
            return pool.query("SELECT id FROM book ORDER BY " + match[1] + " " + match[2]);
          }
        `,
      },
      {
        name: "a named group of word characters",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const page = (text) => pool.query("SELECT id FROM book ORDER BY " + /^(?<column>\w+)$/.exec(text).groups.column);
        `,
      },
      {
        name: "concat() of listed ones",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            pool.query("SELECT " + COLUMNS.concat(["id", "isbn"], "size").join(", ") + " FROM book");
            pool.query("SELECT " + COLUMNS.concat(columns.filter((column) => COLUMNS.includes(column))).join(", ") + " FROM book");
          }
        `,
      },
      {
        name: "KNOWN MISS: a match has the whole text in `input`",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(text) {
            const match = /\w+/.exec(text);
            return pool.query("SELECT id FROM book ORDER BY " + match.input);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a union, a difference the other way, what only one of them has",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export function page(columns) {
            pool.query("SELECT " + [...COLUMNS.union(new Set(columns))].join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + [...new Set(columns).difference(COLUMNS)].join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + [...COLUMNS.symmetricDifference(new Set(columns))].join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a filter that keeps the unknown ones, or whatever is not empty",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            pool.query("SELECT " + columns.filter((column) => !COLUMNS.includes(column)).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + columns.filter(Boolean).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the caller's list behind the fixed one",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            pool.query("SELECT " + [...COLUMNS, ...columns].join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + COLUMNS.concat(columns).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a list of unknown length behind concat(): split, mapped or filtered",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(text, columns) {
            pool.query("SELECT " + COLUMNS.concat(text.split(",")).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + COLUMNS.concat(columns.map((column) => "b." + column)).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + COLUMNS.concat(columns.filter(Boolean)).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a pattern that takes anything but commas, and a group that takes anything",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function page(text) {
            const [column] = text.match(/[^,]+/) ?? ["id"];
            pool.query("SELECT " + column + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            const match = text.match(/^(\w+) (.*)$/);
            pool.query("SELECT id FROM book ORDER BY " + match[2]);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the fixed set without what the caller names",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export const page = (hidden) => pool.query("SELECT " + [...COLUMNS.difference(new Set(hidden))].join(", ") + " FROM book");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a method of the set is the filter, or reduce() collects the listed ones",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export function page(columns) {
            pool.query("SELECT " + columns.filter(COLUMNS.has, COLUMNS).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + columns.reduce((all, column) => (COLUMNS.has(column) ? [...all, column] : all), []).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a text is split at everything but word characters",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const page = (text) => pool.query("SELECT " + text.split(/\W+/).join(", ") + " FROM book");
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
