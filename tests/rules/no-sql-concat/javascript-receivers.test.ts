/** What is known for a receiver: by import, construction, a method that is bound. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
    ],
    invalid: [
      {
        name: "the name of a client can be told: then any text counts", options: { cursors: ["warehouse"] },
        code: code`
          import { warehouse } from "./db.js";
          export const f = (a) => warehouse.query("a = '" + a + "'");
                                                  ~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { warehouse } from "./db.js";
          export const f = (a) => warehouse.query("a = '" + a + "'");
        `,
      },
      {
        name: "a namespace import",
        code: code`
          import * as pg from "pg";
          const pool = new pg.Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import * as pg from "pg";
          const pool = new pg.Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a class taken out of the default import, under another name",
        code: code`
          import pg from "pg";
          const { Client: Connection } = pg;
          const db = new Connection();
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import pg from "pg";
          const { Client: Connection } = pg;
          const db = new Connection();
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "required, and constructed on the spot",
        code: code`
          const pool = new (require("pg").Pool)();
          exports.f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const pool = new (require("pg").Pool)();
          exports.f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a client that the pool lends",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(a) {
            const client = await pool.connect();
            try {
              return await client.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            } finally {
              client.release();
            }
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(a) {
            const client = await pool.connect();
            try {
              return await client.query("SELECT 1 FROM t WHERE a = $1", [a]);
            } finally {
              client.release();
            }
          }
        `,
      },
      {
        name: "a client that a callback receives",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, cb) => pool.connect((error, client, done) => client.query("SELECT 1 FROM t WHERE a = '" + a + "'", cb));
                                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, cb) => pool.connect((error, client, done) => client.query("SELECT 1 FROM t WHERE a = $1", [a], cb));
        `,
      },
      {
        name: "a client that then() receives",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.connect().then((client) => client.query("SELECT 1 FROM t WHERE a = '" + a + "'"));
                                                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.connect().then((client) => client.query("SELECT 1 FROM t WHERE a = $1", [a]));
        `,
      },
      {
        name: "a function of the file makes it",
        code: code`
          import { Client } from "pg";
          async function open() {
            const client = new Client();
            await client.connect();
            return client;
          }
          export const f = async (a) => (await open()).query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Client } from "pg";
          async function open() {
            const client = new Client();
            await client.connect();
            return client;
          }
          export const f = async (a) => (await open()).query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "made when first asked for",
        code: code`
          import { Pool } from "pg";
          let pool;
          const shared = () => (pool ??= new Pool());
          export const f = (a) => shared().query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          let pool;
          const shared = () => (pool ??= new Pool());
          export const f = (a) => shared().query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "one of two, both known",
        code: code`
          import { Client, Pool } from "pg";
          export function f(a, isShared) {
            let db = new Pool();
            if (!isShared) db = new Client();
            return db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Client, Pool } from "pg";
          export function f(a, isShared) {
            let db = new Pool();
            if (!isShared) db = new Client();
            return db.query("SELECT 1 FROM t WHERE a = $1", [a]);
          }
        `,
      },
      {
        name: "a field that the constructor fills",
        code: code`
          import { Pool } from "pg";
          export class Store {
            constructor() { this.pool = new Pool(); }
            find(a) { return this.pool.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          export class Store {
            constructor() { this.pool = new Pool(); }
            find(a) { return this.pool.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "a class that extends the driver's",
        code: code`
          import { Pool } from "pg";
          export class Store extends Pool {
            find(a) { return this.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          export class Store extends Pool {
            find(a) { return this.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "optional chaining",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool?.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool?.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a method in brackets",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool["query"]("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool["query"]("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a method that is taken out and bound",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const query = pool.query.bind(pool);
          export const f = (a) => query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const query = pool.query.bind(pool);
          export const f = (a) => query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "promisified over the bound method",
        code: code`
          const util = require("util");
          const connection = require("mysql").createConnection({});
          const query = util.promisify(connection.query.bind(connection));
          exports.f = (a) => query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const util = require("util");
          const connection = require("mysql").createConnection({});
          const query = util.promisify(connection.query.bind(connection));
          exports.f = (a) => query("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "a stream over a statement",
        code: code`
          import QueryStream from "pg-query-stream";
          export const f = (a) => new QueryStream("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import QueryStream from "pg-query-stream";
          export const f = (a) => new QueryStream("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
    ],
  },
});
