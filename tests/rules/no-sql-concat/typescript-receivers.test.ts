/** Receivers by annotation: parameters, fields, injection, aliases. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    invalid: [
      {
        name: "a parameter of the driver's type",
        code: code`
          import type { PoolClient } from "pg";
          export const f = (client: PoolClient, a: string) => client.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { PoolClient } from "pg";
          export const f = (client: PoolClient, a: string) => client.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a type of the default import",
        code: code`
          import type pg from "pg";
          export const f = (client: pg.Client, a: string) => client.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type pg from "pg";
          export const f = (client: pg.Client, a: string) => client.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "an alias of the file",
        code: code`
          import type { Pool } from "pg";
          type Db = Pool;
          export const f = (db: Db, a: string) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Pool } from "pg";
          type Db = Pool;
          export const f = (db: Db, a: string) => db.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a property of an interface",
        code: code`
          import type { Pool } from "pg";
          interface Dependencies { pool: Pool }
          export const f = (dependencies: Dependencies, a: string) => dependencies.pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Pool } from "pg";
          interface Dependencies { pool: Pool }
          export const f = (dependencies: Dependencies, a: string) => dependencies.pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "the same, taken apart",
        code: code`
          import type { Pool } from "pg";
          interface Dependencies { pool: Pool }
          export const f = ({ pool }: Dependencies, a: string) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Pool } from "pg";
          interface Dependencies { pool: Pool }
          export const f = ({ pool }: Dependencies, a: string) => pool.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "a parameter that is a field",
        code: code`
          import { Pool } from "pg";
          export class Store {
            constructor(private readonly db: Pool) {}
            find(a: string) { return this.db.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          export class Store {
            constructor(private readonly db: Pool) {}
            find(a: string) { return this.db.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "a private field that the constructor fills",
        code: code`
          import type { Pool } from "pg";
          export class Store {
            private readonly db: Pool;
            constructor(db: Pool) { this.db = db; }
            find(a: string) { return this.db.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import type { Pool } from "pg";
          export class Store {
            private readonly db: Pool;
            constructor(db: Pool) { this.db = db; }
            find(a: string) { return this.db.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "a client that is given back at the end of its block",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(a: string) {
            await using client = await pool.connect();
            return client.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export async function f(a: string) {
            await using client = await pool.connect();
            return client.query("SELECT 1 FROM t WHERE a = $1", [a]);
          }
        `,
      },
      {
        name: "a receiver that is never undefined",
        code: code`
          import type { Pool } from "pg";
          export const f = (pool: Pool | undefined, a: string) => pool!.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Pool } from "pg";
          export const f = (pool: Pool | undefined, a: string) => pool!.query("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "injected by a token of Nest",
        code: code`
          import { Inject, Injectable } from "@nestjs/common";
          import type { Pool } from "pg";
          @Injectable()
          export class Store {
            constructor(@Inject("PG") private readonly pool: Pool) {}
            find(a: string) { return this.pool.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Inject, Injectable } from "@nestjs/common";
          import type { Pool } from "pg";
          @Injectable()
          export class Store {
            constructor(@Inject("PG") private readonly pool: Pool) {}
            find(a: string) { return this.pool.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "injected into a field",
        code: code`
          import { Inject, Injectable } from "@nestjs/common";
          import { Pool } from "pg";
          @Injectable()
          export class Store {
            @Inject() private readonly pool: Pool;
            find(a: string) { return this.pool.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Inject, Injectable } from "@nestjs/common";
          import { Pool } from "pg";
          @Injectable()
          export class Store {
            @Inject() private readonly pool: Pool;
            find(a: string) { return this.pool.query("SELECT 1 FROM t WHERE a = $1", [a]); }
          }
        `,
      },
      {
        name: "any is of unknown kind: no edit",
        code: code`
          export const f = (db: any, a: string) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "a type of another file is of unknown kind: no edit",
        code: code`
          import type { Db } from "./db";
          export const f = (db: Db, a: string) => db.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "knex and its transaction",
        code: code`
          import type { Knex } from "knex";
          export const f = (knex: Knex, a: string) => knex.raw("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (trx: Knex.Transaction, a: string) => trx.raw("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Knex } from "knex";
          export const f = (knex: Knex, a: string) => knex.raw("SELECT 1 FROM t WHERE a = ?", [a]);
          export const g = (trx: Knex.Transaction, a: string) => trx.raw("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "a data source that Nest injects: TypeORM leaves the marks to its driver, so no edit",
        code: code`
          import { InjectDataSource } from "@nestjs/typeorm";
          import { DataSource } from "typeorm";
          export class Store {
            constructor(@InjectDataSource() private readonly source: DataSource) {}
            find(a: string) { return this.source.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            inManager(a: string) { return this.source.manager.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "a value with a cast and one with an exclamation mark move as they are",
        code: [
          'import type { Pool } from "pg";',
          "export const f = (pool: Pool, a: unknown, b?: string) => pool.query(`SELECT 1 FROM t WHERE a = '${a as string}' AND b = '${b!}'`);",
          '                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a as string`"',
          "",
        ].join("\n"),
        output: [
          'import type { Pool } from "pg";',
          "export const f = (pool: Pool, a: unknown, b?: string) => pool.query(`SELECT 1 FROM t WHERE a = $1 AND b = $2`, [a as string, b!]);",
          "",
        ].join("\n"),
      },
      {
        name: "type arguments of the call stay",
        code: code`
          import type { Pool } from "pg";
          export const f = (pool: Pool, a: string) => pool.query<{ id: number }>("SELECT id FROM t WHERE a = '" + a + "'");
                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Pool } from "pg";
          export const f = (pool: Pool, a: string) => pool.query<{ id: number }>("SELECT id FROM t WHERE a = $1", [a]);
        `,
      },
    ],
  },
});
