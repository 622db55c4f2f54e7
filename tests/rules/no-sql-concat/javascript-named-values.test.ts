/** Values by name that the author wrote: the new ones join them, in the author's spelling. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "knex, pg-promise and better-sqlite3",
        code: code`
          import Database from "better-sqlite3";
          import knex from "knex";
          import pgPromise from "pg-promise";
          const files = new Database("library.db");
          const builder = knex({ client: "pg" });
          const db = pgPromise()("postgres://library");
          export function find(title, author, other) {
            builder.raw("SELECT id FROM book WHERE author = :author AND title = '" + title + "'", { author });
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            db.any("SELECT id FROM book WHERE author = $<author> AND title = '" + title + "'", { author });
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            db.any("SELECT id FROM book WHERE author = $(author) AND title = '" + title + "'", { author });
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            files.prepare("SELECT id FROM book WHERE author = :author AND title = '" + other.author + "'").all({ author });
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          import Database from "better-sqlite3";
          import knex from "knex";
          import pgPromise from "pg-promise";
          const files = new Database("library.db");
          const builder = knex({ client: "pg" });
          const db = pgPromise()("postgres://library");
          export function find(title, author, other) {
            builder.raw("SELECT id FROM book WHERE author = :author AND title = :title", { author, title });
            db.any("SELECT id FROM book WHERE author = $<author> AND title = $<title>", { author, title });
            db.any("SELECT id FROM book WHERE author = $(author) AND title = $(title)", { author, title });
            files.prepare("SELECT id FROM book WHERE author = :author AND title = :author2").all({ author, author2: other.author });
          }
        `,
      },
      {
        name: "a name has no place among them",
        code: code`
          import knex from "knex";
          const builder = knex({ client: "pg" });
          export function find(column, author) {
            builder.raw("SELECT " + column + " FROM book WHERE author = :author", { author });
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "text that a statement takes as it is: in a tag's hole, in a function of an update",
        code: code`
          import postgres from "postgres";
          import { DataSource } from "typeorm";
          const sql = postgres();
          const source = new DataSource({});
          export const list = (order) => sql${"`SELECT id FROM book ORDER BY ${sql.unsafe(order)}`"};
                                                                                       ~~~~~ fragment
          export const add = (count) => source.createQueryBuilder().update("book").set({ stock: () => "stock + " + count, title: "x" }).execute();
                                                                                                      ~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
  python: {
    invalid: [
      {
        name: "format_map(), and an instance made with a constant",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM book WHERE title = '{name}'".format_map({"name": name}))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown


          class Shelf:
              def __init__(self, table):
                  self.table = table

              def list(self, cr):
                  cr.execute("SELECT id FROM %s" % self.table)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown


          def run(cr):
              Shelf("book").list(cr)
        `,
      },
    ],
    valid: [
      {
        name: "a private class that is made with a constant",
        code: code`
          class _Shelf:
              def __init__(self, table):
                  self.table = table

              def list(self, cr):
                  cr.execute("SELECT id FROM %s" % self.table)


          def run(cr):
              _Shelf("book").list(cr)
        `,
      },
    ],
  },
});
