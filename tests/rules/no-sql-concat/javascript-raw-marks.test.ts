/** Numbered marks for raw text, and what pg-promise's helpers compose. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "names, constants, and values in quotes whose quotes are doubled",
        code: code`
          import pgPromise from "pg-promise";
          const pgp = pgPromise();
          const db = pgp("postgres://localhost/library");

          export async function find(column, title) {
            await db.any("SELECT id FROM book ORDER BY $1:name", [column]);
            await db.any("SELECT id FROM book ORDER BY $1:raw", ["title"]);
            await db.any("SELECT id FROM book WHERE title LIKE '%$1:value%'", [title]);
            await db.any("SELECT id FROM book WHERE title LIKE '%$1#%'", [title]);
          }
        `,
      },
      {
        name: "helpers, alone and with a text behind",
        code: code`
          import pgPromise from "pg-promise";
          const pgp = pgPromise();
          const db = pgp("postgres://localhost/library");

          export async function save(books) {
            await db.none(pgp.helpers.insert(books, ["title"], "book"));
            await db.one(pgp.helpers.insert(books, ["title"], "book") + " RETURNING id");
            await db.none(pgp.helpers.update(books, ["title"], "book") + " WHERE id = $1", [books.id]);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "every mark for raw text outside quotes",
        code: code`
          import pgPromise from "pg-promise";
          const pgp = pgPromise();
          const db = pgp("postgres://localhost/library");

          export async function find(column) {
            await db.any("SELECT id FROM book ORDER BY $1:raw", [column]);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.any("SELECT id FROM book ORDER BY $1^", [column]);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.any("SELECT id FROM book ORDER BY $1:value", [column]);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.any("SELECT id FROM book ORDER BY $1:raw", column);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "what stands behind a helper's text",
        code: code`
          import pgPromise from "pg-promise";
          const pgp = pgPromise();
          const db = pgp("postgres://localhost/library");

          export async function save(book, id, column) {
            await db.none(pgp.helpers.update(book, ["title"], "book") + " WHERE id = '" + id + "'");
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.one(pgp.helpers.insert(book, ["title"], "book") + " RETURNING " + column);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import pgPromise from "pg-promise";
          const pgp = pgPromise();
          const db = pgp("postgres://localhost/library");

          export async function save(book, id, column) {
            await db.none(pgp.helpers.update(book, ["title"], "book") + " WHERE id = $1", [id]);
            await db.one(pgp.helpers.insert(book, ["title"], "book") + " RETURNING " + column);
          }
        `,
      },
    ],
  },
});
