/** Placeholders between quotes in raw parts of a builder's query. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "no quotes, or no values that it could stand for",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });

          export async function find(title) {
            await db.raw("SELECT id FROM book WHERE title = ?", [title]);
            await db.raw("SELECT id FROM book WHERE title = 'why?'");
          }
        `,
      },
    ],
    invalid: [
      {
        name: "raw() and whereRaw() of knex",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });

          export async function find(title, branch) {
            await db.raw("SELECT id FROM book WHERE title = '?' AND branch = ?", [title, branch]);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
            await db("book").whereRaw("title = '?'", [title]);
                                      ~~~~~~~~~~~~~ quotedPlaceholder
            await db("book").whereRaw("title = '?'", title);
                                      ~~~~~~~~~~~~~ quotedPlaceholder
          }
        `,
        output: code`
          import knex from "knex";
          const db = knex({ client: "pg" });

          export async function find(title, branch) {
            await db.raw("SELECT id FROM book WHERE title = ? AND branch = ?", [title, branch]);
            await db("book").whereRaw("title = ?", [title]);
            await db("book").whereRaw("title = ?", title);
          }
        `,
      },
      {
        name: "a pattern takes its signs along",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });

          export const find = (title) => db.raw("SELECT id FROM book WHERE title LIKE '%?%'", [title]);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          "",
          'export const find = (title) => db.raw("SELECT id FROM book WHERE title LIKE ?", [`%${title}%`]);',
          "",
        ].join("\n"),
      },
    ],
  },
  typescript: {
    invalid: [
      {
        name: "where() of TypeORM",
        code: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) => books.createQueryBuilder("b").where("b.name = ':name'", { name }).getMany();
                                                                                                               ~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) => books.createQueryBuilder("b").where("b.name = :name", { name }).getMany();
        `,
      },
    ],
  },
});
