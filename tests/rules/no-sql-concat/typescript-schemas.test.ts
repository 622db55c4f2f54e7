/** What zod has parsed, and types that are inferred from it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "fields that the schema limits, by parse()",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Asked = z.object({
            order: z.enum(["title", "author"]),
            code: z.string().regex(/^\w+$/),
            either: z.union([z.literal("title"), z.literal("author")]),
            columns: z.array(z.enum(["title", "author"])),
            nested: z.object({ group: z.enum(["title"]) }),
          });
          export function page(raw: unknown) {
            const asked = Asked.parse(raw);
            pool.query("SELECT " + asked.columns.join(", ") + " FROM book ORDER BY " + asked.order);
            pool.query("SELECT " + asked.code + " FROM book GROUP BY " + asked.nested.group + " ORDER BY " + asked.either);
          }
        `,
      },
      {
        name: "safeParse(), its data taken apart, and awaited",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Asked = z.object({ order: z.enum(["title", "author"]) });
          export async function page(raw: unknown) {
            const result = Asked.safeParse(raw);
            if (!result.success) throw result.error;
            pool.query("SELECT id FROM book ORDER BY " + result.data.order);
            const { order } = result.data;
            pool.query("SELECT id FROM book ORDER BY " + order);
            const { data } = await Asked.safeParseAsync(raw);
            pool.query("SELECT id FROM book ORDER BY " + data!.order);
          }
        `,
      },
      {
        name: "a type that is inferred, of a field and of one value",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ order: z.enum(["title", "author"]), code: z.string().regex(/^\w+$/), columns: z.array(z.enum(["title"])) });
          const Sort = z.enum(["title", "author"]);
          type Asked = z.infer<typeof Query>;
          export const f = (asked: Asked) => pool.query("SELECT " + asked.columns.join(", ") + " FROM book ORDER BY " + asked.order + ", " + asked.code);
          export const g = (sort: z.output<typeof Sort>) => pool.query("SELECT id FROM book ORDER BY " + sort);
        `,
      },
      {
        name: "nothing instead of one of the texts",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.enum(["title", "author"]).nullable();
          export const f = (raw: unknown) => pool.query("SELECT id FROM book ORDER BY " + (Sort.parse(raw) ?? "id"));
        `,
      },
    ],
    invalid: [
      {
        name: "refine() with a fixed list, and the options of a schema",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.enum(["title", "author"]);
          const Refined = z.string().refine((value) => ["title", "author"].includes(value));
          export function page(raw: unknown, sort: string) {
            pool.query("SELECT id FROM book ORDER BY " + Refined.parse(raw));
            if (Sort.options.includes(sort as "title")) pool.query("SELECT id FROM book ORDER BY " + sort);
          }
        `,
      },
      {
        name: "a schema only checks, and the value that went in is used",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.enum(["title", "author"]);
          export function page(sort: string, order: string) {
            if (!Sort.safeParse(sort).success) throw new Error(sort);
            pool.query("SELECT id FROM book ORDER BY " + sort);
            Sort.parse(order);
            pool.query("SELECT id FROM book ORDER BY " + order);
          }
        `,
      },
      {
        name: "a schema that is extended, merged, picked from, or lets more fields pass",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Base = z.object({ order: z.enum(["title", "author"]) });
          const Group = z.object({ group: z.enum(["title"]) });
          export function page(raw: unknown) {
            pool.query("SELECT id FROM book ORDER BY " + Base.extend({ limit: z.number() }).parse(raw).order);
            pool.query("SELECT id FROM book ORDER BY " + Base.merge(Group).parse(raw).order);
            pool.query("SELECT id FROM book ORDER BY " + Base.pick({ order: true }).parse(raw).order);
            pool.query("SELECT id FROM book ORDER BY " + Base.passthrough().parse(raw).order);
          }
        `,
      },
      {
        name: "a type that has the name of the schema it is inferred from",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.enum(["title", "author"]);
          type Sort = z.infer<typeof Sort>;
          export const f = (sort: Sort) => pool.query("SELECT id FROM book ORDER BY " + sort);
        `,
      },
      {
        name: "a text without limits, and a pattern that is not held at its ends",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Asked = z.object({ text: z.string(), loose: z.string().regex(/\w+/), nested: z.object({ text: z.string() }), texts: z.array(z.string()) });
          export function page(raw: unknown) {
            const asked = Asked.parse(raw);
            pool.query("SELECT id FROM book ORDER BY " + asked.text);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT id FROM book ORDER BY " + asked.loose);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT id FROM book ORDER BY " + asked.nested.text);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            pool.query("SELECT " + asked.texts.join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "safeParse() of a text, and the inferred type of one",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ text: z.string(), loose: z.string().regex(/\w+/) });
          type Asked = z.infer<typeof Query>;
          export function page(raw: unknown) {
            const result = Query.safeParse(raw);
            if (!result.success) throw result.error;
            return pool.query("SELECT id FROM book ORDER BY " + result.data.text);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export const f = ({ loose }: Asked) => pool.query("SELECT id FROM book ORDER BY " + loose);
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a union that begins with any text, or is extended by one",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.union([z.string(), z.literal("title")]);
          const Order = z.literal("title").or(z.string());
          export const f = (raw: unknown) => pool.query("SELECT id FROM book ORDER BY " + Sort.parse(raw));
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          export const g = (raw: unknown) => pool.query("SELECT id FROM book ORDER BY " + Order.parse(raw));
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "numbers: a fix for a parsed integer, a suggestion for one by its type",
        preset: "strict",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ stock: z.number().int(), price: z.number() });
          type Asked = z.infer<typeof Query>;
          export function page(raw: unknown) {
            const asked = Query.parse(raw);
            pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
            pool.query("SELECT id FROM book WHERE price = " + asked.price);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          }
          export const f = (asked: Asked) => pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ stock: z.number().int(), price: z.number() });
          type Asked = z.infer<typeof Query>;
          export function page(raw: unknown) {
            const asked = Query.parse(raw);
            pool.query("SELECT id FROM book WHERE stock = $1", [asked.stock]);
            pool.query("SELECT id FROM book WHERE price = " + asked.price);
          }
          export const f = (asked: Asked) => pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
        `,
        suggestions: [code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ stock: z.number().int(), price: z.number() });
          type Asked = z.infer<typeof Query>;
          export function page(raw: unknown) {
            const asked = Query.parse(raw);
            pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
            pool.query("SELECT id FROM book WHERE price = $1", [asked.price]);
          }
          export const f = (asked: Asked) => pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
        `, code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Query = z.object({ stock: z.number().int(), price: z.number() });
          type Asked = z.infer<typeof Query>;
          export function page(raw: unknown) {
            const asked = Query.parse(raw);
            pool.query("SELECT id FROM book WHERE stock = " + asked.stock);
            pool.query("SELECT id FROM book WHERE price = " + asked.price);
          }
          export const f = (asked: Asked) => pool.query("SELECT id FROM book WHERE stock = $1", [asked.stock]);
        `],
      },
      {
        name: "a request: parsed it is foreign as a text only, claimed it is foreign as a whole",
        code: code`
          import { Pool } from "pg";
          import express from "express";
          import { z } from "zod";
          const pool = new Pool();
          const app = express();
          const Body = z.object({ order: z.enum(["title"]), name: z.string() });
          app.post("/books", (req, res) => {
            const body = Body.parse(req.body);
            pool.query("SELECT id FROM book ORDER BY " + body.order);
            pool.query("SELECT id FROM book WHERE name = '" + body.name + "'");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
            const claimed = req.body as z.infer<typeof Body>;
            pool.query("SELECT id FROM book ORDER BY " + claimed.order);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          });
        `,
        output: code`
          import { Pool } from "pg";
          import express from "express";
          import { z } from "zod";
          const pool = new Pool();
          const app = express();
          const Body = z.object({ order: z.enum(["title"]), name: z.string() });
          app.post("/books", (req, res) => {
            const body = Body.parse(req.body);
            pool.query("SELECT id FROM book ORDER BY " + body.order);
            pool.query("SELECT id FROM book WHERE name = $1", [body.name]);
            const claimed = req.body as z.infer<typeof Body>;
            pool.query("SELECT id FROM book ORDER BY " + claimed.order);
          });
        `,
      },
      {
        name: "a text that is only refined by a function is not known to be listed",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.string().refine((value) => value.length < 20);
          export const f = (raw: unknown) => pool.query("SELECT id FROM book ORDER BY " + Sort.parse(raw));
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a union that begins with a fixed text and ends with any",
        code: code`
          import { Pool } from "pg";
          import { z } from "zod";
          const pool = new Pool();
          const Sort = z.union([z.literal("title"), z.string()]);
          export const f = (raw: unknown) => pool.query("SELECT id FROM book ORDER BY " + Sort.parse(raw));
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
