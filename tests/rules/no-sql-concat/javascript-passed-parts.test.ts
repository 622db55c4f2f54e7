/** Parts of lists and objects that callers pass to a private helper. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "all that callers pass is written in the program",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const clause = (pairs) => pairs.map(([name, value]) => name + " = '" + value + "'").join(" AND ");
          const run = (options) => pool.query("SELECT id FROM " + options.table);
          function order(parts) {
            return pool.query("SELECT id FROM loan ORDER BY " + parts[0] + " " + parts[1]);
          }

          export function find() {
            pool.query("SELECT id FROM loan WHERE " + clause([["state", "open"]]));
            run({ table: "loan" });
            order(["name", "desc"]);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a pair of which one half is the caller's",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const clause = (pairs) => pairs.map(([name, value]) => name + " = '" + value + "'").join(" AND ");

          export function find(title) {
            pool.query("SELECT id FROM loan WHERE " + clause([["state", "open"]]));
            pool.query("SELECT id FROM loan WHERE " + clause([["title", title]]));
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
