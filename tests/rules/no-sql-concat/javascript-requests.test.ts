/** Values of requests: servers, routes, actions. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "a parameter of a route, whatever its name",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          app.get("/:a", (r, s) => pool.query("SELECT 1 FROM t WHERE a = '" + r.params.a + "'"));
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`r.params.a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          app.get("/:a", (r, s) => pool.query("SELECT 1 FROM t WHERE a = $1", [r.params.a]));
        `,
      },
      {
        name: "taken apart in the parameter",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          app.get("/", ({ query: { a } }, response) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'"));
                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          app.get("/", ({ query: { a } }, response) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]));
        `,
      },
      {
        name: "with a default",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Router } from "express";
          const router = Router();
          router.post("/", (request, response) => {
            const { a = "x" } = request.body;
            return pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`a`"}" "the request"
          });
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Router } from "express";
          const router = Router();
          router.post("/", (request, response) => {
            const { a = "x" } = request.body;
            return pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
          });
        `,
      },
      {
        name: "a header",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (req, res) => pool.query("SELECT 1 FROM t WHERE a = '" + req.get("x-a") + "'");
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (req, res) => pool.query("SELECT 1 FROM t WHERE a = $1", [req.get("x-a")]);
        `,
      },
      {
        name: "a handler that is declared apart",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const app = require("express")();
          app.get("/", find);
          function find(r, s) { return pool.query("SELECT 1 FROM t WHERE a = '" + r.query.a + "'"); }
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`r.query.a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const app = require("express")();
          app.get("/", find);
          function find(r, s) { return pool.query("SELECT 1 FROM t WHERE a = $1", [r.query.a]); }
        `,
      },
      {
        name: "a private function that a route calls",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          const find = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`a`"}" "the request"
          app.get("/", (r, s) => find(r.query.a));
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          const find = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
          app.get("/", (r, s) => find(r.query.a));
        `,
      },
      {
        name: "a whole statement of a route",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import express from "express";
          const app = express();
          app.post("/", (r, s) => pool.query(r.body.text));
                                             ~~~~~~~~~~~ whole "${"`r.body.text`"}" "the request"
        `,
      },
      {
        name: "Koa",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import Router from "@koa/router";
          const router = new Router();
          router.get("/:a", async (ctx) => { ctx.body = await pool.query("SELECT 1 FROM t WHERE a = '" + ctx.params.a + "'"); });
                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`ctx.params.a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import Router from "@koa/router";
          const router = new Router();
          router.get("/:a", async (ctx) => { ctx.body = await pool.query("SELECT 1 FROM t WHERE a = $1", [ctx.params.a]); });
        `,
      },
      {
        name: "Fastify",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import Fastify from "fastify";
          const app = Fastify();
          app.get("/:a", async (r) => pool.query("SELECT 1 FROM t WHERE a = '" + r.params.a + "'"));
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`r.params.a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import Fastify from "fastify";
          const app = Fastify();
          app.get("/:a", async (r) => pool.query("SELECT 1 FROM t WHERE a = $1", [r.params.a]));
        `,
      },
      {
        name: "Hono",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Hono } from "hono";
          const app = new Hono();
          app.get("/:a", async (c) => c.json(await pool.query("SELECT 1 FROM t WHERE a = '" + c.req.param("a") + "'")));
                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Hono } from "hono";
          const app = new Hono();
          app.get("/:a", async (c) => c.json(await pool.query("SELECT 1 FROM t WHERE a = $1", [c.req.param("a")])));
        `,
      },
      {
        name: "a server of Node",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import url from "node:url";
          export function handle(message, response) {
            const { query } = url.parse(message.url, true);
            return pool.query("SELECT 1 FROM t WHERE a = '" + query.a + "'");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`query.a`"}" "the request"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import url from "node:url";
          export function handle(message, response) {
            const { query } = url.parse(message.url, true);
            return pool.query("SELECT 1 FROM t WHERE a = $1", [query.a]);
          }
        `,
      },
      {
        name: "a handler of an API of Next", file: "pages/api/notes.js",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export default async function handler(req, res) {
            res.json(await pool.query("SELECT 1 FROM t WHERE a = '" + req.query.a + "'"));
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`req.query.a`"}" "the request"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export default async function handler(req, res) {
            res.json(await pool.query("SELECT 1 FROM t WHERE a = $1", [req.query.a]));
          }
        `,
      },
      {
        name: "a server action", file: "app/actions.js",
        code: code`
          "use server";
          import { Pool } from "pg";
          const pool = new Pool();
          export async function add(note) {
            await pool.query("INSERT INTO notes VALUES ('" + note + "')");
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`note`"}" "a parameter of the server action ${"`add`"}"
          }
        `,
        output: code`
          "use server";
          import { Pool } from "pg";
          const pool = new Pool();
          export async function add(note) {
            await pool.query("INSERT INTO notes VALUES ($1)", [note]);
          }
        `,
      },
      {
        name: "a server action that runs what it gets", file: "app/actions.js",
        code: code`
          "use server";
          import { Pool } from "pg";
          const pool = new Pool();
          export async function report(text) {
            await pool.query(text);
                             ~~~~ whole "${"`text`"}" "a parameter of the server action ${"`report`"}"
          }
        `,
      },
    ],
  },
});
