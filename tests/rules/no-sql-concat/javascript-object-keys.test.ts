/** The keys of an object: checked once, asked for again; and objects that others are put into. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "all keys are checked by a loop, or at once, before they are asked for again",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const ALLOWED = new Set(["title", "author"]);
          export function save(id, body) {
            for (const key of Object.keys(body)) if (!ALLOWED.has(key)) throw new Error(key);
            const sets = Object.keys(body).map((key, at) => key + " = $" + (at + 2));
            pool.query("UPDATE book SET " + sets.join(", ") + " WHERE id = $1", [id, ...Object.values(body)]);
          }
          export function patch(id, body) {
            if (!Object.keys(body).every((key) => ALLOWED.has(key))) throw new Error("no such column");
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book WHERE id = $1", [id]);
          }
          export function change(id, body) {
            for (const key in body) if (!ALLOWED.has(key)) throw new Error(key);
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book WHERE id = $1", [id]);
          }
        `,
      },
      {
        name: "a key that is written out joins the checked ones",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const ALLOWED = ["title", "author"];
          export function save(body) {
            if (!Object.keys(body).every((key) => ALLOWED.includes(key))) throw new Error("no such column");
            Object.assign(body, { changed_at: new Date() });
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book");
          }
        `,
      },
      {
        name: "what is assigned last counts",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function list(req) {
            const options = Object.assign({}, req.query, { order: "title" });
            pool.query("SELECT id FROM book ORDER BY " + options.order);
            const own = { order: "title" };
            Object.assign(own, { order: "author" });
            pool.query("SELECT id FROM book ORDER BY " + own.order);
          }
        `,
      },
    ],
    invalid: [
      {
        name: "keys of another object join the checked ones, or one that nobody knows",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const ALLOWED = ["title", "author"];
          export function save(body, more, name) {
            if (!Object.keys(body).every((key) => ALLOWED.includes(key))) throw new Error("no such column");
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book");
            Object.assign(body, more);
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export function put(body, name) {
            if (!Object.keys(body).every((key) => ALLOWED.includes(key))) throw new Error("no such column");
            body[name] = 1;
            pool.query("SELECT " + Object.keys(body).join(", ") + " FROM book");
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "the request is put over a default",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function list(req) {
            const options = { order: "title" };
            Object.assign(options, req.query);
            pool.query("SELECT id FROM book ORDER BY " + options.order);
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          }
        `,
      },
    ],
  },
});
