/** A text in which a pattern found nothing but words. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "anything but a word character is refused",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function sorted(column) {
            if (/\W/.test(column)) throw new Error(column);
            return pool.query("SELECT id FROM book ORDER BY " + column);
          }
        `,
      },
      {
        name: "by a class, by match(), in a conditional expression",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function sorted(column, group, limit) {
            if (/[^a-z_]/i.test(column)) throw new Error(column);
            if (group.match(/\W/)) return null;
            pool.query("SELECT id FROM book GROUP BY " + group + " ORDER BY " + column);
            return /\W/.test(limit) ? null : pool.query("SELECT id FROM book LIMIT " + limit);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a warning stops nothing, and the other way round is no check",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function sorted(column, group) {
            if (/\W/.test(column)) console.warn(column);
            if (!/\W/.test(group)) throw new Error(group);
            return pool.query("SELECT id FROM book GROUP BY " + group + " ORDER BY " + column);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "only the ends are looked at",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function sorted(column, group) {
            if (/^\W/.test(column)) throw new Error(column);
            if (/\W$/.test(group)) throw new Error(group);
            return pool.query("SELECT id FROM book GROUP BY " + group + " ORDER BY " + column);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "words are refused, or what comes before a letter",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function sorted(column, group) {
            if (/\w/.test(column)) throw new Error(column);
            if (/\W+x/.test(group)) throw new Error(group);
            return pool.query("SELECT id FROM book GROUP BY " + group + " ORDER BY " + column);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a pattern that goes on where it stopped, or looks at one place",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const OTHER = /\W/g;

          export function sorted(column, group) {
            if (OTHER.test(column)) throw new Error(column);
            if (/\W/y.test(group)) throw new Error(group);
            return pool.query("SELECT id FROM book GROUP BY " + group + " ORDER BY " + column);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a class that lets quotes through",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function titled(title) {
            if (/[^a-z']/.test(title)) throw new Error(title);
            return pool.query("SELECT id FROM book WHERE title = '" + title + "'");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function titled(title) {
            if (/[^a-z']/.test(title)) throw new Error(title);
            return pool.query("SELECT id FROM book WHERE title = $1", [title]);
          }
        `,
      },
    ],
  },
});
