/** Edits for mysql, mysql2 and mariadb. */

import { code, ruleTest } from "../rule-test.ts";

const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a row as SET",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (row) => pool.query("INSERT INTO t SET ?", row);
        `,
      },
      {
        name: "escaped, with the wildcards inside",
        code: code`
          const connection = require("mysql").createConnection({});
          exports.f = (a) => connection.query("SELECT 1 FROM t WHERE a LIKE " + connection.escape("%" + a + "%"));
        `,
      },
      {
        name: "escaped by sqlstring",
        code: [
          MYSQL,
          'import SqlString from "sqlstring";',
          "export const f = (a) => pool.query(`SELECT ${SqlString.escapeId(a)} FROM t WHERE a = ${SqlString.escape(a)}`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a callback that is written out over lines stays last",
        code: code`
          const connection = require("mysql2").createConnection({});
          exports.login = (req, res) => {
            connection.query(
              "SELECT * FROM users WHERE name = '" + req.body.name + "' AND pass = '" + req.body.pass + "'",
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`req.body.name`"}" "the request"
              (error, rows) => { res.json(rows); },
            );
          };
        `,
        output: code`
          const connection = require("mysql2").createConnection({});
          exports.login = (req, res) => {
            connection.query(
              "SELECT * FROM users WHERE name = ? AND pass = ?", [req.body.name, req.body.pass],
              (error, rows) => { res.json(rows); },
            );
          };
        `,
      },
      {
        name: "double quotes of mysql hold text too",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = "' + a + '"');
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a = ?', [a]);
        `,
      },
      {
        name: "a pattern in double quotes",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a LIKE "%' + a + '%" LIMIT 5');
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query('SELECT 1 FROM t WHERE a LIKE ? LIMIT 5', ['%' + a + '%']);
        `,
      },
      {
        name: "a value before one that is bound",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b) => pool.execute("SELECT 1 FROM t WHERE a = '" + a + "' AND b = ?", [b]);
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b) => pool.execute("SELECT 1 FROM t WHERE a = ? AND b = ?", [a, b]);
        `,
      },
      {
        name: "a value between two that are bound",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b, c) => pool.query("SELECT 1 FROM t WHERE b = ? AND a = '" + a + "' AND c = ?", [b, c]);
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b, c) => pool.query("SELECT 1 FROM t WHERE b = ? AND a = ? AND c = ?", [b, a, c]);
        `,
      },
      {
        name: "an object gets its values behind the text",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query({ sql: "SELECT 1 FROM t WHERE a = '" + a + "'", timeout: 10 });
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a) => pool.query({ sql: "SELECT 1 FROM t WHERE a = ?", values: [a], timeout: 10 });
        `,
      },
      {
        name: "an object, with the values beside it: explained only",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (a, b) => pool.query({ sql: "SELECT 1 FROM t WHERE a = '" + a + "' AND b = ?" }, [b]);
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a connection of the pool",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function f(a) {
            const connection = await pool.getConnection();
            const [rows] = await connection.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            connection.release();
            return rows;
          }
        `,
        output: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export async function f(a) {
            const connection = await pool.getConnection();
            const [rows] = await connection.query("SELECT 1 FROM t WHERE a = ?", [a]);
            connection.release();
            return rows;
          }
        `,
      },
      {
        name: "a connection by itself",
        code: code`
          import { createConnection } from "mysql2/promise";
          export const f = async (a) => (await createConnection({})).query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { createConnection } from "mysql2/promise";
          export const f = async (a) => (await createConnection({})).query("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "the promises of a pool with callbacks",
        code: code`
          import mysql from "mysql2";
          const pool = mysql.createPool({}).promise();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mysql from "mysql2";
          const pool = mysql.createPool({}).promise();
          export const f = (a) => pool.query("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "offset and count: by hand",
        code: [
          MYSQL,
          "export const f = (offset, count) => pool.query(`SELECT 1 FROM t LIMIT ${offset}, ${count}`);",
          '                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`offset`"',
          "",
        ].join("\n"),
        suggestions: [[
          MYSQL,
          "export const f = (offset, count) => pool.query(`SELECT 1 FROM t LIMIT ?, ?`, [offset, count]);",
          "",
        ].join("\n")],
      },
      {
        name: "mariadb: options stay in the first argument",
        code: code`
          import mariadb from "mariadb";
          const pool = mariadb.createPool({});
          export const f = (a) => pool.query({ sql: "SELECT 1 FROM t WHERE a = '" + a + "'", rowsAsArray: true });
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mariadb from "mariadb";
          const pool = mariadb.createPool({});
          export const f = (a) => pool.query({ sql: "SELECT 1 FROM t WHERE a = ?", rowsAsArray: true }, [a]);
        `,
      },
      {
        name: "mariadb: a connection",
        code: code`
          import mariadb from "mariadb";
          const pool = mariadb.createPool({});
          export const f = async (a) => (await pool.getConnection()).query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import mariadb from "mariadb";
          const pool = mariadb.createPool({});
          export const f = async (a) => (await pool.getConnection()).query("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
    ],
  },
});
