/** The groups of a pattern that was found in a foreign text. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "groups of words, by their place, by their name, taken apart",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function page(text) {
            const match = text.match(/^(\w+):(asc|desc)$/);
            if (!match) return null;
            return pool.query("SELECT id FROM book ORDER BY " + match[1] + " " + match[2]);
          }

          export function sorted(text) {
            const [, column, way] = /^(\w+) (asc|desc)$/.exec(text) ?? [];
            return pool.query("SELECT id FROM book ORDER BY " + column + " " + way);
          }

          export function named(text) {
            const { column } = /^by (?<column>\w+)$/.exec(text).groups;
            return pool.query("SELECT id FROM book ORDER BY " + column);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "the whole match, where something else than words is between the groups",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function page(text) {
            const match = /^(\w+)'(\w+)$/.exec(text);
            pool.query("SELECT id FROM book ORDER BY " + match[1]);
            return pool.query("SELECT id FROM book ORDER BY " + match[0]);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a group that takes anything",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function page(text) {
            const match = text.match(/^(\w+):(.*)$/);
            return pool.query("SELECT id FROM book ORDER BY " + match[2]);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a group around another one",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();

          export function page(text) {
            const match = /^((\w+)'(.))$/.exec(text);
            return pool.query("SELECT id FROM book ORDER BY " + match[1] + match[3]);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
