/** Sequelize takes replacements, and none where values are bound already. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "bind, by number and by name: no edit",
        code: code`
          import { QueryTypes, Sequelize } from "sequelize";
          const db = new Sequelize("sqlite::memory:");

          export async function find(title, branch) {
            await db.query("SELECT id FROM book WHERE branch = $1 AND title = '" + title + "'", { bind: [branch], type: QueryTypes.SELECT });
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.query("SELECT id FROM book WHERE branch = $branch AND title = '" + title + "'", { bind: { branch } });
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "no options, other options, replacements",
        code: code`
          import { QueryTypes, Sequelize } from "sequelize";
          const db = new Sequelize("sqlite::memory:");

          export async function find(title, branch) {
            await db.query("SELECT id FROM book WHERE title = '" + title + "'");
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.query("SELECT id FROM book WHERE title = '" + title + "'", { type: QueryTypes.SELECT });
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.query("SELECT id FROM book WHERE branch = :branch AND title = '" + title + "'", { replacements: { branch } });
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import { QueryTypes, Sequelize } from "sequelize";
          const db = new Sequelize("sqlite::memory:");

          export async function find(title, branch) {
            await db.query("SELECT id FROM book WHERE title = :title", { replacements: { title } });
            await db.query("SELECT id FROM book WHERE title = :title", { type: QueryTypes.SELECT, replacements: { title } });
            await db.query("SELECT id FROM book WHERE branch = :branch AND title = :title", { replacements: { branch, title } });
          }
        `,
      },
    ],
  },
});
