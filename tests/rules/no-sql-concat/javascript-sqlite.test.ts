/** Edits for the drivers of SQLite. */

import { code, ruleTest } from "../rule-test.ts";

const SQLITE = 'import Database from "better-sqlite3";\nconst db = new Database("app.db");';

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "better-sqlite3: before what run() gets",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a, id) => db.prepare("UPDATE t SET a = '" + a + "' WHERE id = ?").run(id);
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a, id) => db.prepare("UPDATE t SET a = ? WHERE id = ?").run(a, id);
        `,
      },
      {
        name: "better-sqlite3: in a transaction",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a) => db.transaction(() => db.prepare("DELETE FROM t WHERE a = '" + a + "'").run())();
                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("app.db");
          export const f = (a) => db.transaction(() => db.prepare("DELETE FROM t WHERE a = ?").run(a))();
        `,
      },
      {
        name: "better-sqlite3: a pattern",
        code: [
          SQLITE,
          "export const f = (a) => db.prepare(`SELECT 1 FROM t WHERE a LIKE '${a}%'`).iterate();",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          SQLITE,
          "export const f = (a) => db.prepare(`SELECT 1 FROM t WHERE a LIKE ?`).iterate(`${a}%`);",
          "",
        ].join("\n"),
      },
      {
        name: "node:sqlite, by its default import",
        code: code`
          import sqlite from "node:sqlite";
          const db = new sqlite.DatabaseSync(":memory:");
          export const f = (a) => db.prepare("SELECT 1 FROM t WHERE a = '" + a + "'").all();
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import sqlite from "node:sqlite";
          const db = new sqlite.DatabaseSync(":memory:");
          export const f = (a) => db.prepare("SELECT 1 FROM t WHERE a = ?").all(a);
        `,
      },
      {
        name: "bun:sqlite",
        code: code`
          import { Database } from "bun:sqlite";
          const db = new Database("app.db");
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'").all();
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Database } from "bun:sqlite";
          const db = new Database("app.db");
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = ?").all(a);
        `,
      },
      {
        name: "sqlite3: before a function that uses this",
        code: code`
          const sqlite3 = require("sqlite3");
          const db = new sqlite3.Database("app.db");
          exports.f = (a, done) => db.run("INSERT INTO t VALUES ('" + a + "')", function (error) { done(error, this.lastID); });
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const sqlite3 = require("sqlite3");
          const db = new sqlite3.Database("app.db");
          exports.f = (a, done) => db.run("INSERT INTO t VALUES (?)", [a], function (error) { done(error, this.lastID); });
        `,
      },
      {
        name: "sqlite3: into the values, before the callback",
        code: code`
          const sqlite3 = require("sqlite3");
          const db = new sqlite3.Database("app.db");
          exports.f = (a, b, done) => db.all("SELECT 1 FROM t WHERE a = '" + a + "' AND b = ?", [b], done);
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const sqlite3 = require("sqlite3");
          const db = new sqlite3.Database("app.db");
          exports.f = (a, b, done) => db.all("SELECT 1 FROM t WHERE a = ? AND b = ?", [a, b], done);
        `,
      },
      {
        name: "sqlite3: exec() binds nothing",
        code: code`
          const sqlite3 = require("sqlite3");
          const db = new sqlite3.Database("app.db");
          exports.f = (a) => db.exec("DELETE FROM t WHERE a = '" + a + "'");
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "sqlite: opened, then awaited",
        code: code`
          import { open } from "sqlite";
          import sqlite3 from "sqlite3";
          export async function f(a) {
            const db = await open({ filename: "app.db", driver: sqlite3.Database });
            return db.all("SELECT 1 FROM t WHERE a = '" + a + "'");
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { open } from "sqlite";
          import sqlite3 from "sqlite3";
          export async function f(a) {
            const db = await open({ filename: "app.db", driver: sqlite3.Database });
            return db.all("SELECT 1 FROM t WHERE a = ?", [a]);
          }
        `,
      },
      {
        name: "libsql: beside the text or in its object",
        code: code`
          import { createClient } from "@libsql/client";
          const client = createClient({ url: "file:app.db" });
          export const f = (a) => client.execute("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => client.execute({ sql: "SELECT 1 FROM t WHERE a = '" + a + "'", args: [] });
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { createClient } from "@libsql/client";
          const client = createClient({ url: "file:app.db" });
          export const f = (a) => client.execute("SELECT 1 FROM t WHERE a = ?", [a]);
          export const g = (a) => client.execute({ sql: "SELECT 1 FROM t WHERE a = ?", args: [a] });
        `,
      },
    ],
  },
});
