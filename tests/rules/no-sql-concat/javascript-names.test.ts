/** Names: quoted by what the driver has or the file imports, never bound. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';
const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "names that are quoted already",
        code: [
          'import pg, { Pool } from "pg";',
          'import format from "pg-format";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT ${pg.escapeIdentifier(name)}, ${format.ident(name)} FROM t WHERE a = ${format.literal(name)}`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a client has its own quoting",
        code: code`
          import { Client } from "pg";
          const client = new Client();
          export const f = (name) => client.query("SELECT 1 FROM " + name);
                                                  ~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`name`"}"
        `,
        suggestions: [code`
          import { Client } from "pg";
          const client = new Client();
          export const f = (name) => client.query("SELECT 1 FROM " + client.escapeIdentifier(name));
        `],
      },
      {
        name: "a pool has none, the import has",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM ${name}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)}`);",
          "",
        ].join("\n")],
      },
      {
        name: "the function is imported, under another name",
        code: code`
          import { Pool, escapeIdentifier as id } from "pg";
          const pool = new Pool();
          export const f = (name) => pool.query("SELECT " + name + " FROM t");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`name`"}"
        `,
        suggestions: [code`
          import { Pool, escapeIdentifier as id } from "pg";
          const pool = new Pool();
          export const f = (name) => pool.query("SELECT " + id(name) + " FROM t");
        `],
      },
      {
        name: "nothing that quotes is imported",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (name) => pool.query("SELECT " + name + " FROM t");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`name`"}"
        `,
      },
      {
        name: "double quotes around the name go",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          'export const f = (name) => pool.query(`SELECT "${name}" FROM t`);',
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT ${pg.escapeIdentifier(name)} FROM t`);",
          "",
        ].join("\n")],
      },
      {
        name: "behind a schema",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM archive.${name}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM archive.${pg.escapeIdentifier(name)}`);",
          "",
        ].join("\n")],
      },
      {
        name: "in ORDER BY, with its direction",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM t ORDER BY ${name} DESC`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM t ORDER BY ${pg.escapeIdentifier(name)} DESC`);",
          "",
        ].join("\n")],
      },
      {
        name: "a name beside a value: both",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name, a) => pool.query(`SELECT ${name} FROM t WHERE a = '${a}'`);",
          '                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name, a) => pool.query(`SELECT ${pg.escapeIdentifier(name)} FROM t WHERE a = $1`, [a]);",
          "",
        ].join("\n")],
      },
      {
        name: "the same name twice",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM ${name} WHERE ${name}.id = 1`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} WHERE ${pg.escapeIdentifier(name)}.id = 1`);",
          "",
        ].join("\n")],
      },
      {
        name: "part of a name: explained only",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (name) => pool.query(`SELECT 1 FROM t_${name}`);",
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
      },
      {
        name: "several names in one hole: explained only",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          'export const f = (names) => pool.query(`SELECT ${names.join(", ")} FROM t`);',
          "                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown",
          "",
        ].join("\n"),
      },
      {
        name: "a direction is no name: explained only",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (way) => pool.query(`SELECT 1 FROM t ORDER BY a ${way}`);",
          '                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`way`"',
          "",
        ].join("\n"),
      },
      {
        name: "an operator, a condition: explained only",
        code: [
          PG,
          "export const f = (operator) => pool.query(`SELECT 1 FROM t WHERE a ${operator} 1`);",
          '                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`operator`"',
          "export const g = (condition) => pool.query(`SELECT 1 FROM t WHERE ${condition}`);",
          '                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`condition`"',
          "",
        ].join("\n"),
      },
      {
        name: "mysql: a mark, and its name where it stands",
        code: [
          MYSQL,
          "export const f = (name, a) => pool.query(`SELECT 1 FROM ${name} WHERE a = ?`, [a]);",
          '                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          MYSQL,
          "export const f = (name, a) => pool.query(`SELECT 1 FROM ?? WHERE a = ?`, [name, a]);",
          "",
        ].join("\n")],
      },
      {
        name: "mysql: backquotes go",
        code: [
          MYSQL,
          'export const f = (name) => pool.query("SELECT 1 FROM `" + name + "`");',
          '                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (name) => pool.query("SELECT 1 FROM ??", [name]);
        `],
      },
      {
        name: "execute() of mysql2 has no mark for names: explained only",
        code: code`
          import mysql from "mysql2/promise";
          const pool = mysql.createPool({});
          export const f = (name) => pool.execute("SELECT 1 FROM " + name);
                                                  ~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`name`"}"
        `,
      },
      {
        name: "knex: a mark, in raw() and in a fragment",
        code: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          "export const f = (name, a) => db.raw(`SELECT 1 FROM ${name} WHERE a = ?`, [a]);",
          '                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          'export const g = (name) => db.schema.raw("DROP TABLE " + name);',
          '                                         ~~~~~~~~~~~~~~~~~~~~ unknown "`name`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          "export const f = (name, a) => db.raw(`SELECT 1 FROM ?? WHERE a = ?`, [name, a]);",
          'export const g = (name) => db.schema.raw("DROP TABLE " + name);',
          "",
        ].join("\n")],
      },
      {
        name: "SQLite has nothing: explained only",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (name) => db.prepare("SELECT 1 FROM " + name).all();
                                                ~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`name`"}"
        `,
      },
      {
        name: "a quoted literal in quotes again stands outside them",
        code: [
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a = '${pg.escapeLiteral(a)}'`);",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ requoted "`pg.escapeLiteral(a)`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import pg, { Pool } from "pg";',
          "const pool = new Pool();",
          "export const f = (a) => pool.query(`SELECT 1 FROM t WHERE a = ${pg.escapeLiteral(a)}`);",
          "",
        ].join("\n")],
      },
    ],
  },
});
