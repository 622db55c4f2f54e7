/** Functions that hand a statement on: their callers are reported. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "a wrapper hands its parameter on: its callers are reported",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const run = (text, values) => pool.query(text, values);
          export const f = (a) => run("SELECT 1 FROM t WHERE a = '" + a + "'");
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => run("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a wrapper that is exported, called in the file too",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function rows(text, values) {
            const result = await pool.query(text, values);
            return result.rows;
          }
          export const f = (a) => rows("SELECT 1 FROM t WHERE a = '" + a + "'");
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a wrapper that hands on an object",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const run = (text, values) => pool.query({ text, values });
          export const f = (a) => run("SELECT 1 FROM t WHERE a = '" + a + "'");
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a wrapper around a promise",
        code: code`
          const connection = require("mysql").createConnection({});
          const run = (sql, values) => new Promise((resolve, reject) => connection.query(sql, values, (error, rows) => (error ? reject(error) : resolve(rows))));
          exports.f = (a) => run("SELECT 1 FROM t WHERE a = '" + a + "'");
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a wrapper in an object",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const db = { query: (text, values) => pool.query(text, values) };
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a wrapper in a wrapper",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const run = (text, values) => pool.query(text, values);
          const first = async (text, values) => (await run(text, values)).rows[0];
          export const f = (a) => first("SELECT 1 FROM t WHERE a = '" + a + "'");
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a private method as a wrapper",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Store {
            #rows(text) { return pool.query(text).then(({ rows }) => rows); }
            find(a) { return this.#rows("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            all() { return this.#rows("SELECT 1 FROM t"); }
          }
        `,
      },
      {
        name: "a request's text through an exported wrapper",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const run = (text) => pool.query(text);
          export const f = (req) => run(req.body.sql);
                                        ~~~~~~~~~~~~ whole "${"`req.body.sql`"}" "the request"
        `,
      },
      {
        name: "a transaction of the file",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          async function transaction(work) {
            const client = await pool.connect();
            await client.query("BEGIN");
            const result = await work(client);
            await client.query("COMMIT");
            return result;
          }
          export const f = (a) => transaction((client) => client.query("DELETE FROM t WHERE a = '" + a + "'"));
                                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => transaction((client) => client.query("DELETE FROM t WHERE a = $1", [a]));
        `,
      },
    ],
  },
});
