/** Enumerations, literal types and constants as types: their members are the file's own choice. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "the values and the keys of an enum, asked at run time",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          enum Column { Title = "title", Author = "author" }
          export function page(column: string, order: string) {
            if (!Object.values(Column).includes(column as Column) || !Object.keys(Column).includes(order)) throw new Error(column);
            return pool.query("SELECT " + column + " FROM book ORDER BY " + order);
          }
        `,
      },
      {
        name: "all of them joined, and a list of them",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          enum Column { Title = "title", Author = "author" }
          export const all = () => pool.query("SELECT " + Object.values(Column).join(", ") + " FROM book");
          export const some = (columns: Column[]) => pool.query("SELECT " + columns.join(", ") + " FROM book");
        `,
      },
      {
        name: "a type of the values of an enum, a type around a literal type",
        code: [
          'import { Pool } from "pg";',
          "const pool = new Pool();",
          'enum Column { Title = "title", Author = "author" }',
          'type Key = "title" | "author";',
          'export const f = (column: `${Column}`) => pool.query("SELECT " + column + " FROM book");',
          'export const g = (column: `b.${Key}`) => pool.query("SELECT " + column + " FROM book");',
          "",
        ].join("\n"),
      },
      {
        name: "elements of a constant list, keys and values of a constant table",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"] as const;
          const ORDERS = { title: "b.title", author: "b.author" } as const;
          type Key = keyof typeof ORDERS;
          type Order = (typeof ORDERS)[Key];
          type Column = (typeof COLUMNS)[number];
          export const f = (column: Column, order: Order) => pool.query("SELECT " + column + " FROM book b ORDER BY " + order);
          export const g = (key: Key | Column) => pool.query("SELECT " + key + " FROM book b ORDER BY " + ORDERS[key as Key]);
          export const h = (column: Exclude<Column, "title">) => pool.query("SELECT " + column + " FROM book");
        `,
      },
      {
        name: "the keys of an interface, and a default beside a literal type",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Row { id: number; title: string }
          export const f = (key: keyof Row) => pool.query("SELECT " + key + " FROM book");
          export const g = ({ column = "title" }: { column?: "title" | "author" }) => pool.query("SELECT " + column + " FROM book");
        `,
      },
      {
        name: "KNOWN MISS: a local that is annotated with a literal type takes a value of the request under `any`",
        code: code`
          import { Pool } from "pg";
          import express from "express";
          const pool = new Pool();
          const app = express();
          app.get("/books", (req, res) => {
            const column: "title" | "author" = req.query.column as any;
            pool.query("SELECT " + column + " FROM book");
          });
        `,
      },
      {
        name: "KNOWN MISS: the keys of a type that has any key",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Labels { [name: string]: string }
          const ORDERS: Record<string, string> = { title: "b.title" };
          export const f = (key: keyof Labels) => pool.query("SELECT " + key + " FROM book");
          export const g = (key: keyof typeof ORDERS) => pool.query("SELECT " + key + " FROM book");
        `,
      },
    ],
    invalid: [
      {
        name: "a type that has the name of the constant it is made of",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const Order = { Title: "title", Author: "author" } as const;
          type Order = (typeof Order)[keyof typeof Order];
          export const f = (order: Order) => pool.query("SELECT id FROM book ORDER BY " + order);
        `,
      },
      {
        name: "a number of an enum in a value's place",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          enum Shelf { Low, High }
          export const f = (shelf: Shelf) => pool.query("SELECT id FROM book WHERE shelf = " + shelf);
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          enum Shelf { Low, High }
          export const f = (shelf: Shelf) => pool.query("SELECT id FROM book WHERE shelf = $1", [shelf]);
        `],
      },
      {
        name: "an enum with a member that is computed",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          declare function titleColumn(): string;
          enum Column { Title = titleColumn(), Author = "author" }
          export const f = (column: Column) => pool.query("SELECT " + column + " FROM book");
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "elements of a list that is no constant, keys of a table that is none",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const COLUMNS = ["title", "author"];
          let orders = { title: "b.title" };
          export const f = (column: (typeof COLUMNS)[number]) => pool.query("SELECT " + column + " FROM book");
                                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          export const g = (key: keyof typeof orders) => pool.query("SELECT " + key + " FROM book");
                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a literal type that any text joins",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (column: "title" | "author" | (string & {})) => pool.query("SELECT " + column + " FROM book");
                                                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a field of an interface by its name, the keys of a type that the caller chooses",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Row { id: number; title: string }
          export const f = (title: Row["title"]) => pool.query("SELECT " + title + " FROM book");
                                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          export const g = <T>(key: keyof T) => pool.query("SELECT " + String(key) + " FROM book");
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a request that is said to hold a member",
        code: code`
          import { Pool } from "pg";
          import express from "express";
          const pool = new Pool();
          const app = express();
          enum Column { Title = "title", Author = "author" }
          app.get("/books", (req, res) => {
            const column = req.query.column as Column;
            pool.query("SELECT " + column + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          });
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a type parameter that extends a literal type, and keys that are texts as well",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Row { id: number; title: string }
          type Column = "title" | "author";
          export const f = <C extends Column>(column: C) => pool.query("SELECT " + column + " FROM book");
                                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          export const g = (key: keyof Row & string) => pool.query("SELECT " + key + " FROM book");
                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the keys of a record that a literal type names",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (orders: Record<"title" | "author", "ASC" | "DESC">) => pool.query("SELECT id FROM book ORDER BY " + Object.keys(orders).join());
                                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
