/** What was written in a foreign text is as foreign. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "the program's own text, and a file of its own",
        code: code`
          const fs = require("node:fs");
          const { pool } = require("../db");

          const BUILT_IN = JSON.parse('{"table": "book"}');
          const settings = JSON.parse(fs.readFileSync("settings.json", "utf8"));

          exports.all = () => pool.query("SELECT id FROM " + BUILT_IN.table);
          exports.some = () => pool.query("SELECT id FROM " + settings.table);
        `,
      },
    ],
    invalid: [
      {
        name: "a part of the request's body that is JSON itself",
        preset: "strict",
        code: code`
          const { Client } = require("pg");
          const client = new Client();

          exports.find = async (req) => {
            const { title, size } = JSON.parse(req.body.filter);
            await client.query("SELECT id FROM book WHERE title = '" + title + "'");
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
            await client.query("SELECT id FROM book WHERE size = " + parseInt(size, 10));
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
          };
        `,
        output: code`
          const { Client } = require("pg");
          const client = new Client();

          exports.find = async (req) => {
            const { title, size } = JSON.parse(req.body.filter);
            await client.query("SELECT id FROM book WHERE title = $1", [title]);
            await client.query("SELECT id FROM book WHERE size = $1", [parseInt(size, 10)]);
          };
        `,
      },
      {
        name: "a token in base64",
        code: code`
          const { Client } = require("pg");
          const client = new Client();

          exports.find = (req) => client.query("SELECT id FROM book WHERE title = '" + Buffer.from(req.query.token, "base64").toString() + "'");
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          const { Client } = require("pg");
          const client = new Client();

          exports.find = (req) => client.query("SELECT id FROM book WHERE title = $1", [Buffer.from(req.query.token, "base64").toString()]);
        `,
      },
    ],
  },
});
