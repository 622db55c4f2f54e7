/** Handlers whose type says that their first parameter is the request. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    invalid: [
      {
        name: "a type of the file's own hands over no request",
        code: code`
          import { Client } from "pg";
          const client = new Client();

          type Handler = (incoming: { title: string }) => unknown;

          export const find: Handler = (incoming) => client.query("SELECT id FROM book WHERE title = '" + incoming.title + "'");
                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import { Client } from "pg";
          const client = new Client();

          type Handler = (incoming: { title: string }) => unknown;

          export const find: Handler = (incoming) => client.query("SELECT id FROM book WHERE title = $1", [incoming.title]);
        `,
      },
      {
        name: "by an annotation, with type arguments, by satisfies",
        code: code`
          import type { RequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const find: RequestHandler = async (incoming, response) => {
            const { rows } = await client.query("SELECT id FROM book WHERE title = '" + incoming.query.title + "'");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
            response.json(rows);
          };

          export const drop: RequestHandler<{ id: string }> = async function (incoming) {
            await client.query("DELETE FROM book WHERE id = '" + incoming.params.id + "'");
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          };

          export const close = ((incoming) => client.query("DELETE FROM loan WHERE id = '" + incoming.params.id + "'")) satisfies RequestHandler;
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          import type { RequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const find: RequestHandler = async (incoming, response) => {
            const { rows } = await client.query("SELECT id FROM book WHERE title = $1", [incoming.query.title]);
            response.json(rows);
          };

          export const drop: RequestHandler<{ id: string }> = async function (incoming) {
            await client.query("DELETE FROM book WHERE id = $1", [incoming.params.id]);
          };

          export const close = ((incoming) => client.query("DELETE FROM loan WHERE id = $1", [incoming.params.id])) satisfies RequestHandler;
        `,
      },
      {
        name: "JSON in its body",
        code: code`
          import type { RequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const find: RequestHandler = async (incoming) => {
            const filter = JSON.parse(incoming.body.filter);
            await client.query("SELECT id FROM book WHERE title = '" + filter.title + "'");
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          };
        `,
        output: code`
          import type { RequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const find: RequestHandler = async (incoming) => {
            const filter = JSON.parse(incoming.body.filter);
            await client.query("SELECT id FROM book WHERE title = $1", [filter.title]);
          };
        `,
      },
      {
        name: "a handler of errors gets the request second",
        code: code`
          import type { ErrorRequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const fail: ErrorRequestHandler = async (error, incoming, response, next) => {
            await client.query("INSERT INTO failure (path) VALUES ('" + incoming.path + "')");
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
            next(error);
          };
        `,
        output: code`
          import type { ErrorRequestHandler } from "express";
          import { Client } from "pg";
          const client = new Client();

          export const fail: ErrorRequestHandler = async (error, incoming, response, next) => {
            await client.query("INSERT INTO failure (path) VALUES ($1)", [incoming.path]);
            next(error);
          };
        `,
      },
    ],
  },
});
