/** Checks of whole lists before they are joined: what every element has passed, and what only looks like it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "every one of them, or some that are not",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author", "year"]);
          export function page(columns, orders) {
            if (!columns.every((column) => COLUMNS.has(column))) throw new Error("column");
            if (orders.some((order) => !COLUMNS.has(order))) throw new Error("order");
            return pool.query("SELECT " + columns.join(", ") + " FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "a filter for the unknown ones leaves nothing",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author", "year"];
          export function page(columns, orders, groups) {
            const unknown = columns.filter((column) => !COLUMNS.includes(column));
            if (unknown.length > 0) throw new Error(unknown.join());
            if (orders.filter((order) => !COLUMNS.includes(order)).length) throw new Error("order");
            const others = groups.filter((group) => !COLUMNS.includes(group));
            if (others.length === 0) {
              return pool.query("SELECT " + columns.join(", ") + " FROM book GROUP BY " + groups.join(", ") + " ORDER BY " + orders.join(", "));
            }
          }
        `,
      },
      {
        name: "a set is part of another",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = new Set(["title", "author"]);
          export function page(columns, orders) {
            if (!new Set(columns).isSubsetOf(COLUMNS) || !COLUMNS.isSupersetOf(new Set(orders))) throw new Error("column");
            return pool.query("SELECT " + columns.join(", ") + " FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "a function of the file is handed over, a helper asserts",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          const isColumn = (name) => COLUMNS.includes(name);
          function assertColumns(names) {
            if (!names.every(isColumn)) throw new Error("column");
          }
          export function page(text, orders) {
            const columns = text.split(",");
            if (!columns.every(isColumn)) throw new Error("column");
            assertColumns(orders);
            return pool.query("SELECT " + columns.join(", ") + " FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "the keys of an object in a local",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function write(id, changes) {
            const keys = Object.keys(changes);
            if (!keys.every((key) => COLUMNS.includes(key))) throw new Error("column");
            return pool.query("UPDATE book SET " + keys.map((key, index) => key + " = $" + (index + 2)).join(", ") + " WHERE id = $1", [id, ...Object.values(changes)]);
          }
        `,
      },
      {
        name: "one of the list is the value: some() and find() of the list itself",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(column, order) {
            if (!COLUMNS.some((one) => one === column)) throw new Error(column);
            const known = COLUMNS.find((one) => one === order);
            return pool.query("SELECT " + column + " FROM book ORDER BY " + (known ?? "id"));
          }
        `,
      },
      {
        name: "a loop of its own throws for each name that is not in the list",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            for (const column of columns) if (!COLUMNS.includes(column)) throw new Error(column);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
          }
        `,
      },
    ],
    invalid: [
      {
        name: "Object.keys() is called for the check and called again for the text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function write(changes) {
            if (Object.keys(changes).some((key) => !COLUMNS.includes(key))) throw new Error("column");
            return pool.query("UPDATE book SET " + Object.keys(changes).map((key, index) => key + " = $" + (index + 1)).join(", "), Object.values(changes));
          }
        `,
      },
      {
        name: "forEach() throws for each name that is not in the list",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(orders) {
            orders.forEach((order) => { if (!COLUMNS.includes(order)) throw new Error(order); });
            return pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "find() or findIndex() of the list finds no unknown name",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, orders) {
            const unknown = columns.find((column) => !COLUMNS.includes(column));
            if (unknown !== undefined) throw new Error(unknown);
            pool.query("SELECT " + columns.join(", ") + " FROM book");
            if (orders.findIndex((order) => !COLUMNS.includes(order)) !== -1) throw new Error("order");
            pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
          }
        `,
      },
      {
        name: "some of them, or not every one of them unknown",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, orders) {
            if (!columns.some((column) => COLUMNS.includes(column))) throw new Error("column");
            pool.query("SELECT " + columns.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            if (orders.every((order) => !COLUMNS.includes(order))) throw new Error("order");
            pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a list that is asked the other way round",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            if (!COLUMNS.every((column) => columns.includes(column))) throw new Error("column");
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the first of them is left out",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            if (!columns.slice(1).every((column) => COLUMNS.includes(column))) throw new Error("column");
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "one unknown name is let through, or a list that is never empty is asked for itself",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, orders) {
            if (columns.filter((column) => !COLUMNS.includes(column)).length > 1) throw new Error("column");
            pool.query("SELECT " + columns.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            const known = orders.filter((order) => COLUMNS.includes(order));
            if (known.length === 0) throw new Error("order");
            pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the test of every() answers nothing, or lets any text through",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, orders) {
            if (columns.every((column) => { COLUMNS.includes(column); })) {
              pool.query("SELECT " + columns.join(", ") + " FROM book");
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            }
            if (orders.every((order) => typeof order === "string" || COLUMNS.includes(order))) {
              pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            }
          }
        `,
      },
      {
        name: "one more is pushed behind the check",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, extra) {
            if (!columns.every((column) => COLUMNS.includes(column))) throw new Error("column");
            columns.push(extra);
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the parts of a text are checked, the text is used",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(text) {
            if (!text.split(",").every((part) => COLUMNS.includes(part.trim()))) throw new Error(text);
            return pool.query("SELECT " + text + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "only checked when a flag says so",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, strictly) {
            if (strictly && !columns.every((column) => COLUMNS.includes(column))) throw new Error("column");
            return pool.query("SELECT " + columns.join(", ") + " FROM book");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: what find() of a foreign list gives back when its test asks a fixed list",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns) {
            const first = columns.find((column) => COLUMNS.includes(column));
            if (!first) throw new Error("column");
            return pool.query("SELECT id FROM book ORDER BY " + first);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a loop that stops at the first good one, or looks at another list",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(columns, orders) {
            for (const column of columns) {
              if (COLUMNS.includes(column)) break;
              throw new Error(column);
            }
            pool.query("SELECT " + columns.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            for (const order of columns) if (!COLUMNS.includes(order)) throw new Error(order);
            pool.query("SELECT id FROM book ORDER BY " + orders.join(", "));
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: two fields of each object of a list are checked, then joined",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          export function page(orders) {
            if (!orders.every((order) => COLUMNS.includes(order.column) && ["ASC", "DESC"].includes(order.direction))) throw new Error("order");
            return pool.query("SELECT id FROM book ORDER BY " + orders.map((order) => order.column + " " + order.direction).join(", "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
