/** Edits for pg: where the values go, and what is kept. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "before a callback",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, done) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'", (error, result) => done(error, result));
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, done) => pool.query("SELECT 1 FROM t WHERE a = $1", [a], (error, result) => done(error, result));
        `,
      },
      {
        name: "before a callback that is passed on",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, callback) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'", callback);
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, callback) => pool.query("SELECT 1 FROM t WHERE a = $1", [a], callback);
        `,
      },
      {
        name: "before the comma that ends the arguments",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query(
            "SELECT 1 FROM t WHERE a = '" + a + "'",
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          );
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query(
            "SELECT 1 FROM t WHERE a = $1", [a],
          );
        `,
      },
      {
        name: "before a comment behind the text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query(/* first */ "SELECT 1 FROM t WHERE a = '" + a + "'" /* last */);
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query(/* first */ "SELECT 1 FROM t WHERE a = $1", [a] /* last */);
        `,
      },
      {
        name: "into values over several lines, with a comment",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query(
            "SELECT 1 FROM t WHERE b = $1 AND a = '" + a + "'",
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            [
              b, // the branch
            ],
          );
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query(
            "SELECT 1 FROM t WHERE b = $1 AND a = $2",
            [
              b, a, // the branch
            ],
          );
        `,
      },
      {
        name: "into values that end with a comma",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE b = $1 AND a = '" + a + "'", [b,]);
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query("SELECT 1 FROM t WHERE b = $1 AND a = $2", [b, a,]);
        `,
      },
      {
        name: "into values that are empty",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'", []);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "the values are a variable: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, values) => pool.query("SELECT 1 FROM t WHERE b = $1 AND a = '" + a + "'", values);
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "the values are spread: nobody knows how many there are",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, values) => pool.query("SELECT 1 FROM t WHERE b = $1 AND a = '" + a + "'", [...values]);
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "the number behind the highest, whatever their order",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b, c) => pool.query("SELECT 1 FROM t WHERE c = $2 AND a = '" + a + "' AND b = $1", [b, c]);
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b, c) => pool.query("SELECT 1 FROM t WHERE c = $2 AND a = $3 AND b = $1", [b, c, a]);
        `,
      },
      {
        name: "an object over several lines",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query({
            name: "find",
            text: "SELECT 1 FROM t WHERE a = '" + a + "'",
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          });
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a) => pool.query({
            name: "find",
            text: "SELECT 1 FROM t WHERE a = $1", values: [a],
          });
        `,
      },
      {
        name: "an object that has values",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query({ text: "SELECT 1 FROM t WHERE a = '" + a + "' AND b = $1", values: [b] });
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, b) => pool.query({ text: "SELECT 1 FROM t WHERE a = $2 AND b = $1", values: [b, a] });
        `,
      },
      {
        name: "an object whose text is a local",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = '" + a + "'";
            return pool.query({ text });
                                ~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function f(a) {
            const text = "SELECT 1 FROM t WHERE a = $1";
            return pool.query({ text, values: [a] });
          }
        `,
      },
      {
        name: "an object into which another is spread: explained only",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a, options) => pool.query({ ...options, text: "SELECT 1 FROM t WHERE a = '" + a + "'" });
                                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
    ],
  },
});
