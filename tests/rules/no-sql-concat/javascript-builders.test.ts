/** Builders: knex, Objection, Sequelize. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "what the builder binds or quotes itself",
        code: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          'export const f = (a, name) => db(name).select(name).where(name, "like", `%${a}%`).orderBy(name);',
          "",
        ].join("\n"),
      },
      {
        name: "Sequelize: what it composes itself",
        code: [
          'import { col, fn, Op, where } from "sequelize";',
          'import { User } from "./models.js";',
          'export const f = (a) => User.findAll({ where: [where(fn("lower", col("a")), a), { b: { [Op.like]: `%${a}%` } }] });',
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "knex.raw: at its place",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (a, b) => db.raw("SELECT 1 FROM t WHERE a = '" + a + "' AND b = ?", [b]);
                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (a, b) => db.raw("SELECT 1 FROM t WHERE a = ? AND b = ?", [a, b]);
        `,
      },
      {
        name: "knex.raw inside a builder",
        code: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          `export const f = (a) => db("t").select(db.raw(\`coalesce(b, '\${a}') AS b\`));`,
          '                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import knex from "knex";',
          'const db = knex({ client: "pg" });',
          'export const f = (a) => db("t").select(db.raw(`coalesce(b, ?) AS b`, [a]));',
          "",
        ].join("\n"),
      },
      {
        name: "a transaction of knex, handed to a callback",
        code: code`
          import { knex } from "knex";
          const db = knex({ client: "pg" });
          export const f = (a) => db.transaction((trx) => trx("t").whereRaw("a = '" + a + "'").del());
                                                                            ~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { knex } from "knex";
          const db = knex({ client: "pg" });
          export const f = (a) => db.transaction((trx) => trx("t").whereRaw("a = ?", [a]).del());
        `,
      },
      {
        name: "a transaction of knex, awaited",
        code: code`
          import { knex } from "knex";
          const db = knex({ client: "pg" });
          export async function f(a) {
            const trx = await db.transaction();
            await trx.raw("UPDATE t SET a = '" + a + "'");
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { knex } from "knex";
          const db = knex({ client: "pg" });
          export async function f(a) {
            const trx = await db.transaction();
            await trx.raw("UPDATE t SET a = ?", [a]);
          }
        `,
      },
      {
        name: "a fragment that is one unknown value",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (condition) => db("t").whereRaw(condition);
                                                           ~~~~~~~~~ fragment "${"`condition`"}"
        `,
      },
      {
        name: "a fragment that comes from the request",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (req) => db("t").havingRaw(req.query.having);
                                                      ~~~~~~~~~~~~~~~~ whole "${"`req.query.having`"}" "the request"
        `,
      },
      {
        name: "an unquoted hole of a fragment: by hand",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (a) => db("t").whereRaw("length(b) > " + a);
                                                   ~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        suggestions: [code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (a) => db("t").whereRaw("length(b) > ?", [a]);
        `],
      },
      {
        name: "a direction in a sort expression",
        code: code`
          import knex from "knex";
          const db = knex({ client: "pg" });
          export const f = (way) => db("t").orderByRaw("lower(a) " + way);
                                                       ~~~~~~~~~~~~~~~~~ unknown "${"`way`"}"
          export const g = (way) => db("t").orderByRaw("lower(a) " + (way === "up" ? "ASC" : "DESC"));
        `,
      },
      {
        name: "raw() of Objection",
        code: code`
          import { Model, raw } from "objection";
          class Person extends Model {}
          export const f = (a) => Person.query().where(raw("lower(name) = '" + a + "'"));
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Model, raw } from "objection";
          class Person extends Model {}
          export const f = (a) => Person.query().where(raw("lower(name) = ?", [a]));
        `,
      },
      {
        name: "Sequelize: without options",
        code: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a) => sequelize.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a) => sequelize.query("SELECT 1 FROM t WHERE a = :a", { replacements: { a } });
        `,
      },
      {
        name: "Sequelize: into the replacements",
        code: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a, b) => sequelize.query("SELECT 1 FROM t WHERE a = '" + a + "' AND b = :b", { replacements: { b } });
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a, b) => sequelize.query("SELECT 1 FROM t WHERE a = :a AND b = :b", { replacements: { b, a } });
        `,
      },
      {
        name: "Sequelize: a pattern keeps its name",
        code: [
          'import { Sequelize } from "sequelize";',
          'const sequelize = new Sequelize("sqlite::memory:");',
          "export const f = (a) => sequelize.query(`SELECT 1 FROM t WHERE a LIKE '%${a}%'`, { raw: true });",
          '                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { Sequelize } from "sequelize";',
          'const sequelize = new Sequelize("sqlite::memory:");',
          "export const f = (a) => sequelize.query(`SELECT 1 FROM t WHERE a LIKE :a`, { raw: true, replacements: { a: `%${a}%` } });",
          "",
        ].join("\n"),
      },
      {
        name: "Sequelize: options of a variable: explained only",
        code: code`
          import { Sequelize } from "sequelize";
          const sequelize = new Sequelize("sqlite::memory:");
          export const f = (a, options) => sequelize.query("SELECT 1 FROM t WHERE a = '" + a + "'", options);
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "Sequelize: the instance of a model",
        code: code`
          import { User } from "./models.js";
          export const f = (a) => User.sequelize.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { User } from "./models.js";
          export const f = (a) => User.sequelize.query("SELECT 1 FROM t WHERE a = :a", { replacements: { a } });
        `,
      },
      {
        name: "Sequelize: the instance of a module with models",
        code: code`
          const db = require("./models");
          exports.f = (a) => db.sequelize.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const db = require("./models");
          exports.f = (a) => db.sequelize.query("SELECT 1 FROM t WHERE a = :a", { replacements: { a } });
        `,
      },
      {
        name: "Sequelize: a literal with a hole, and one that is a value",
        code: code`
          import { Sequelize, literal } from "sequelize";
          import { User } from "./models.js";
          export const f = (a) => User.findAll({ where: literal("a = '" + a + "'") });
                                                                ~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (order) => User.findAll({ order: Sequelize.literal(order) });
                                                                              ~~~~~ fragment "${"`order`"}"
        `,
      },
    ],
  },
});
