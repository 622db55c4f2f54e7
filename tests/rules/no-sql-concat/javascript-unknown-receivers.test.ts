/** A receiver of unknown kind: which texts count as statements, and what is no database at all. */

import { code, ruleTest } from "../rule-test.ts";

const UNKNOWN = 'import { db } from "./db.js";';

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "KNOWN MISS: a function imported from another file that runs its argument as a statement",
        code: code`
          import { query } from "./db.js";
          export const f = (a) => query("SELECT 1 FROM t WHERE a = '" + a + "'");
        `,
      },
      {
        name: "a condition is no statement",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db.query("a = '" + a + "'");
        `,
      },
      {
        name: "TRUNCATE and DROP of anything else are no statements",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => { db.run("truncate " + a); db.run("drop " + a + " here"); };
        `,
      },
      {
        name: "a sentence that begins with a verb of SQL is none",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => { db.run("Delete " + a + " now"); db.run("Update " + a); db.run("Insert " + a + " below"); db.exec("create " + a); };
        `,
      },
      {
        name: "GraphQL",
        code: code`
          import { client } from "./graphql.js";
          export const f = (id) => client.query("query { order(id: \"" + id + "\") { total } }");
        `,
      },
      {
        name: "another method of an unknown object",
        code: code`
          import { log } from "./log.js";
          export const f = (a) => { log.info("SELECT * FROM " + a); log.warn("DELETE FROM " + a); throw new Error("UPDATE " + a + " SET failed"); };
        `,
      },
      {
        name: "a pattern, a map, a set of parameters",
        code: code`
          const seen = new Map();
          export const f = (a) => [/select (.+) from x/.exec("select " + a + " from x"), seen.get("SELECT " + a + " FROM x"), new URLSearchParams().get("SELECT " + a + " FROM x")];
        `,
      },
      {
        name: "a process of the system",
        code: code`
          import { exec } from "node:child_process";
          export const f = (a) => exec("select " + a + " from x");
        `,
      },
      {
        name: "a router",
        code: code`
          import { Router } from "express";
          const router = Router();
          router.get("/select/:a/from", (req, res) => res.end());
        `,
      },
      {
        name: "a class of the file that is no database",
        code: code`
          class Log { query(line) { return line.length; } }
          const log = new Log();
          export const f = (a) => log.query("SELECT 1 FROM " + a);
        `,
      },
      {
        name: "a statement that nobody builds here",
        code: [
          UNKNOWN,
          'import { statements } from "./statements.js";',
          "export const f = (a) => [db.query(statements.find), db.query(statements.find, [a]), db.query(a), db.query(`${a}`)];",
          "",
        ].join("\n"),
      },
      {
        name: "$executeRawUnsafe is Prisma's",
        code: code`
          export const f = (context, a) => context.prisma.$executeRawUnsafe("DELETE FROM t WHERE a = $1", a);
        `,
      },
    ],
    invalid: [
      {
        name: "a parameter is of unknown kind: no edit",
        code: code`
          export const f = (db, a) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a member of the context is of unknown kind: no edit",
        code: code`
          export const f = (context, a) => context.db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "what an imported function gives back is of unknown kind: no edit",
        code: code`
          import { getDb } from "./db.js";
          export const f = async (a) => (await getDb()).query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "an imported module as a whole is of unknown kind: no edit",
        code: code`
          import * as db from "./db.js";
          export const f = (a) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a field that the constructor takes is of unknown kind: no edit",
        code: code`
          export class Store {
            constructor(db) { this.db = db; }
            find(a) { return this.db.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "each verb that the list names, by each method that it names",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db.execute("INSERT INTO t VALUES ('" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => db.exec("REPLACE INTO t VALUES ('" + a + "')");
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => db.run("MERGE INTO t USING x ON a = '" + a + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const i = (a) => db.get("UPDATE " + a + " SET b = 1");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const j = (a) => db.all("DELETE FROM t WHERE a = '" + a + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const k = (a) => db.each("WITH x AS (SELECT 1) SELECT * FROM x WHERE a = '" + a + "'");
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const l = (a) => db.prepare("CALL p('" + a + "')");
                                             ~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const m = (a) => db.raw("EXEC p '" + a + "'");
                                         ~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const n = (a) => db.unsafe("SELECT b FROM t WHERE a = '" + a + "'");
                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "definitions of tables, views, indexes, schemas, databases, users",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db.batch("CREATE TABLE " + a + " (id int)");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => db.any("DROP VIEW " + a);
                                         ~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (a) => db.none("CREATE UNIQUE INDEX i ON " + a + " (id)");
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const i = (a) => db.one("CREATE SCHEMA IF NOT EXISTS " + a);
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const j = (a) => db.many("DROP DATABASE " + a);
                                          ~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const k = (a) => db.query("ALTER USER " + a);
                                           ~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const l = (a) => db.query("TRUNCATE TABLE " + a);
                                           ~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "lower case, after a line break",
        code: [
          UNKNOWN,
          "export const f = (a) => db.query(`",
          '                                 ~~~> unknown "`a`"',
          "  select b",
          "    from t",
          "   where a = '${a}'`);",
          "",
        ].join("\n"),
      },
      {
        name: "after a comment",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db.query("/* search */ SELECT b FROM t WHERE a = '" + a + "'");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "in parentheses",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db.query("(SELECT b FROM t WHERE a = '" + a + "') UNION (SELECT 1)");
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "only SQL has a method of this name: a condition counts as well, with its edit",
        code: code`
          import { db } from "./db.js";
          export const f = (a) => db("t").whereRaw("lower(a) = '" + a + "'");
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { db } from "./db.js";
          export const f = (a) => db("t").whereRaw("lower(a) = ?", [a]);
        `,
      },
      {
        name: "and so does a sort expression as a whole",
        code: code`
          export const f = (builder, order) => builder.orderByRaw(order);
                                                                  ~~~~~ fragment "${"`order`"}"
        `,
      },
    ],
  },
});
