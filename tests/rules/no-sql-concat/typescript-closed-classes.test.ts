/** Classes that stay in their file: what their constructors and methods get is what the file passes. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "constants for a constructor and a method",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Shelf {
            readonly #order;
            constructor(private readonly table: string, order: string) { this.#order = order; }
            list(column: string) { return pool.query("SELECT " + column + " FROM " + this.table + " ORDER BY " + this.#order); }
          }
          const books = new Shelf("book", "title");
          export const titles = () => books.list("title");
          export const authors = () => new Shelf("author", "name").list("name");
        `,
      },
    ],
    invalid: [
      {
        name: "one of the callers passes the request",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Shelf {
            constructor(private readonly order: string) {}
            list() { return pool.query("SELECT id FROM book ORDER BY " + this.order); }
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          }
          export const titles = () => new Shelf("title").list();
          export const sorted = (req) => new Shelf(req.query.order).list();
        `,
      },
      {
        name: "an instance that others get at, by export, by a call, by a base class",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Shelf {
            list(order: string) { return pool.query("SELECT id FROM book ORDER BY " + order); }
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export const shelf = new Shelf();
          shelf.list("title");
          class Desk {
            list(order: string) { return pool.query("SELECT id FROM loan ORDER BY " + order); }
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          const desk = new Desk();
          desk.list("day");
          register(desk);
          class Room {
            list(order: string) { return pool.query("SELECT id FROM room ORDER BY " + order); }
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export class Hall extends Room {}
          new Room().list("name");
        `,
      },
      {
        name: "a default is a promise where there is a compiler",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const list = (limit = 20) => pool.query("SELECT id FROM book LIMIT " + limit);
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const list = (limit = 20) => pool.query("SELECT id FROM book LIMIT $1", [limit]);
        `],
      },
    ],
  },
  javascript: {
    invalid: [
      {
        name: "a default is nothing where there is none",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const list = (limit = 20) => pool.query("SELECT id FROM book LIMIT " + limit);
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const list = (limit = 20) => pool.query("SELECT id FROM book LIMIT $1", [limit]);
        `],
      },
    ],
  },
});
