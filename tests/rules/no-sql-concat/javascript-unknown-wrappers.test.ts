/** One-line helpers around a receiver that nothing is known of but its method's name. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "the wrapper's caller writes a statement with placeholders",
        code: code`
          const { pool } = require("../db");

          async function query(text, values) {
            return pool.query(text, values);
          }

          exports.loans = (member) => query("SELECT id FROM loan WHERE member = $1", [member]);
          exports.all = () => query("SELECT id FROM loan");
        `,
      },
      {
        name: "what is passed on is no SQL",
        code: code`
          const { shelf } = require("../shelf");

          const search = (text) => shelf.query(text);

          exports.greet = (name) => search("hello " + name);
        `,
      },
    ],
    invalid: [
      {
        name: "a finding stands at the caller's argument",
        code: [
          'const { pool } = require("../db");',
          "",
          "async function query(text) {",
          "  return pool.query(text);",
          "}",
          "",
          "exports.loans = async (member) => query(`SELECT id FROM loan WHERE member = '${member}'`);",
          "                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          'exports.all = async () => query("SELECT id FROM loan");',
          "",
        ].join("\n"),
      },
      {
        name: "an arrow, and values beside the text",
        code: code`
          const { pool } = require("../db");

          const query = (text, values) => pool.query(text, values);

          exports.loans = (member, branch) => query("SELECT id FROM loan WHERE branch = $1 AND member = '" + member + "'", [branch]);
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "each caller is judged for itself",
        preset: "strict",
        code: code`
          const { pool } = require("../db");

          async function query(text) {
            return pool.query(text);
          }

          exports.sorted = (req) => query("SELECT id FROM loan ORDER BY " + req.query.order);
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
          exports.page = (size) => query("SELECT id FROM loan LIMIT " + Number(size));
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
    ],
  },
});
