/** Tags and their raw parts: postgres.js, drizzle, Kysely, slonik and others. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "Kysely: its tag binds, refs and ids are quoted",
        code: [
          'import { sql, type Kysely } from "kysely";',
          "export const f = (db: Kysely<unknown>, a: string) => sql`SELECT ${sql.ref(a)} FROM ${sql.table(a)} WHERE a = ${a} AND b IN (${sql.join([a])})`.execute(db);",
          "",
        ].join("\n"),
      },
      {
        name: "a tag of unknown origin binds by convention", preset: "recommended",
        code: [
          'import { sql } from "./sql";',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          "",
        ].join("\n"),
      },
      {
        name: "another language in a tag",
        code: [
          'import { gql } from "graphql-tag";',
          "export const f = (id: string) => gql`query { order(id: ${id}) { total } }`;",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "postgres.js: two quoted holes of a tag",
        code: [
          'import postgres from "postgres";',
          "const sql = postgres();",
          "export const f = (a: string, b: string) => sql`SELECT 1 FROM t WHERE a LIKE '${a}%' AND b = '${b}'`;",
          '                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import postgres from "postgres";',
          "const sql = postgres();",
          "export const f = (a: string, b: string) => sql`SELECT 1 FROM t WHERE a LIKE ${`${a}%`} AND b = ${b}`;",
          "",
        ].join("\n"),
      },
      {
        name: "postgres.js: a typed literal in a tag: explained only",
        code: [
          'import postgres from "postgres";',
          "const sql = postgres();",
          "export const f = (days: string) => sql`DELETE FROM t WHERE at < now() - interval '${days} days'`;",
          '                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`days`"',
          "",
        ].join("\n"),
      },
      {
        name: "postgres.js: unsafe in a transaction becomes a tag",
        code: [
          'import postgres from "postgres";',
          "const sql = postgres();",
          "export const f = (a: string) => sql.begin((tx) => tx.unsafe(`DELETE FROM t WHERE a = '${a}'`));",
          '                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import postgres from "postgres";',
          "const sql = postgres();",
          "export const f = (a: string) => sql.begin((tx) => tx`DELETE FROM t WHERE a = ${a}`);",
          "",
        ].join("\n")],
      },
      {
        name: "drizzle: its tag binds, its raw text does not",
        code: [
          'import { drizzle } from "drizzle-orm/node-postgres";',
          'import { sql } from "drizzle-orm";',
          'const db = drizzle("postgres://db/shop");',
          "export const f = (a: string) => db.execute(sql`SELECT 1 FROM t WHERE a = ${a} ORDER BY ${sql.identifier(a)}`);",
          "export const g = (a: string) => db.execute(sql`SELECT 1 FROM t ORDER BY ${sql.raw(a)}`);",
          '                                                                                  ~ fragment "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "drizzle: a string where a tag could stand",
        code: code`
          import { drizzle } from "drizzle-orm/node-postgres";
          const db = drizzle("postgres://db/shop");
          export const f = (a: string) => db.execute("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "drizzle: a tag with a type, its hole in quotes",
        code: [
          'import { sql } from "drizzle-orm";',
          "export const f = (a: string) => sql<string>`lower(b) = '${a}'`;",
          '                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { sql } from "drizzle-orm";',
          "export const f = (a: string) => sql<string>`lower(b) = ${a}`;",
          "",
        ].join("\n"),
      },
      {
        name: "Kysely: a compiled text",
        code: code`
          import { CompiledQuery, type Kysely } from "kysely";
          export const f = (db: Kysely<unknown>, a: string) => db.executeQuery(CompiledQuery.raw("SELECT 1 FROM t WHERE a = '" + a + "'"));
                                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "Kysely: raw and literal values as they are",
        code: code`
          import { sql } from "kysely";
          export const f = (order: string) => sql.raw(order);
                                                      ~~~~~ fragment "${"`order`"}"
          export const g = (a: string) => sql.lit(a);
                                                  ~ fragment "${"`a`"}"
        `,
      },
      {
        name: "slonik: quotes around a bound value",
        code: [
          'import { createPool, sql } from "slonik";',
          `export const f = async (a: string) => (await createPool("shop")).any(sql.unsafe\`SELECT 1 FROM t WHERE a = '\${a}'\`);`,
          '                                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { createPool, sql } from "slonik";',
          'export const f = async (a: string) => (await createPool("shop")).any(sql.unsafe`SELECT 1 FROM t WHERE a = ${a}`);',
          "",
        ].join("\n"),
      },
      {
        name: "Neon: its tag binds, its query takes text",
        code: [
          'import { neon } from "@neondatabase/serverless";',
          'const sql = neon("postgres://db/shop");',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          `export const g = (a: string) => sql.query("SELECT 1 FROM t WHERE a = '" + a + "'");`,
          '                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { neon } from "@neondatabase/serverless";',
          'const sql = neon("postgres://db/shop");',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          'export const g = (a: string) => sql.query("SELECT 1 FROM t WHERE a = $1", [a]);',
          "",
        ].join("\n"),
      },
      {
        name: "Vercel: its tag, its query and a client of it",
        code: [
          'import { db, sql } from "@vercel/postgres";',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          `export const g = (a: string) => sql.query("SELECT 1 FROM t WHERE a = '" + a + "'");`,
          '                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          `export const h = async (a: string) => (await db.connect()).query("SELECT 1 FROM t WHERE a = '" + a + "'");`,
          '                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { db, sql } from "@vercel/postgres";',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          'export const g = (a: string) => sql.query("SELECT 1 FROM t WHERE a = $1", [a]);',
          'export const h = async (a: string) => (await db.connect()).query("SELECT 1 FROM t WHERE a = $1", [a]);',
          "",
        ].join("\n"),
      },
      {
        name: "sql-template-tag: a raw part",
        code: [
          PG,
          'import sql, { raw } from "sql-template-tag";',
          "export const f = (order: string) => pool.query(sql`SELECT 1 FROM t ORDER BY ${raw(order)}`);",
          '                                                                                  ~~~~~ fragment "`order`"',
          "",
        ].join("\n"),
      },
      {
        name: "a tag of unknown origin is doubted under strict", preset: "strict",
        code: [
          'import { sql } from "./sql";',
          "export const f = (a: string) => sql`SELECT 1 FROM t WHERE a = ${a}`;",
          '                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
    ],
  },
});
