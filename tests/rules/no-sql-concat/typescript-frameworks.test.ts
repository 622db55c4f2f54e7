/** Where Nest, tRPC and Express let values in. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "a pipe of Nest with a choice of the file",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, Get, ParseEnumPipe, Query } from "@nestjs/common";
          enum Sort { Name = "name" }
          @Controller()
          export class Products {
            @Get() list(@Query("sort", new ParseEnumPipe(Sort)) sort: Sort) { return pool.query("SELECT 1 FROM t ORDER BY " + sort); }
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a pipe of Nest, constructed, behind a default", preset: "strict",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, DefaultValuePipe, Get, ParseIntPipe, Query } from "@nestjs/common";
          @Controller()
          export class Products {
            @Get() page(@Query("page", new DefaultValuePipe(1), new ParseIntPipe({ optional: true })) page: number) { return pool.query("SELECT 1 FROM t LIMIT " + page); }
                                                                                                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "${"`page`"}"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, DefaultValuePipe, Get, ParseIntPipe, Query } from "@nestjs/common";
          @Controller()
          export class Products {
            @Get() page(@Query("page", new DefaultValuePipe(1), new ParseIntPipe({ optional: true })) page: number) { return pool.query("SELECT 1 FROM t LIMIT $1", [page]); }
          }
        `,
      },
      {
        name: "a number of Nest without a pipe",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, Get, Param } from "@nestjs/common";
          @Controller()
          export class Products {
            @Get(":id") one(@Param("id") id: number) { return pool.query("SELECT 1 FROM t WHERE id = " + id); }
                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`id`"}" "the request"
          }
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, Get, Param } from "@nestjs/common";
          @Controller()
          export class Products {
            @Get(":id") one(@Param("id") id: number) { return pool.query("SELECT 1 FROM t WHERE id = $1", [id]); }
          }
        `],
      },
      {
        name: "the body of Nest, taken apart",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Body, Controller, Post } from "@nestjs/common";
          class Product { name!: string }
          @Controller()
          export class Products {
            @Post() add(@Body() { name }: Product) { return pool.query("INSERT INTO t VALUES ('" + name + "')"); }
                                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`name`"}" "the request"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Body, Controller, Post } from "@nestjs/common";
          class Product { name!: string }
          @Controller()
          export class Products {
            @Post() add(@Body() { name }: Product) { return pool.query("INSERT INTO t VALUES ($1)", [name]); }
          }
        `,
      },
      {
        name: "the request of Nest",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, Get, Req } from "@nestjs/common";
          import type { Request } from "express";
          @Controller()
          export class Products {
            @Get() list(@Req() incoming: Request) { return pool.query("SELECT 1 FROM t WHERE a = '" + incoming.query.a + "'"); }
                                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`incoming.query.a`"}" "the request"
          }
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { Controller, Get, Req } from "@nestjs/common";
          import type { Request } from "express";
          @Controller()
          export class Products {
            @Get() list(@Req() incoming: Request) { return pool.query("SELECT 1 FROM t WHERE a = $1", [incoming.query.a]); }
          }
        `,
      },
      {
        name: "an argument of GraphQL",
        code: code`
          import { Args, Query, Resolver } from "@nestjs/graphql";
          import { DataSource } from "typeorm";
          @Resolver()
          export class Products {
            constructor(private readonly source: DataSource) {}
            @Query(() => [String]) find(@Args("a") a: string) { return this.source.query("SELECT 1 FROM t WHERE a = '" + a + "'"); }
                                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`a`"}" "the request"
          }
        `,
      },
      {
        name: "the input of a procedure, as a whole",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { initTRPC } from "@trpc/server";
          import { z } from "zod";
          const t = initTRPC.create();
          export const find = t.procedure.input(z.string()).query(({ input }) => pool.query("SELECT 1 FROM t WHERE a = '" + input + "'"));
                                                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`input`"}" "the input of a procedure"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { initTRPC } from "@trpc/server";
          import { z } from "zod";
          const t = initTRPC.create();
          export const find = t.procedure.input(z.string()).query(({ input }) => pool.query("SELECT 1 FROM t WHERE a = $1", [input]));
        `,
      },
      {
        name: "a request of Express by annotation",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import type { Request, Response } from "express";
          export const f = (incoming: Request<{ a: string }>, response: Response) => pool.query("SELECT 1 FROM t WHERE a = '" + incoming.params.a + "'");
                                                                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`incoming.params.a`"}" "the request"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import type { Request, Response } from "express";
          export const f = (incoming: Request<{ a: string }>, response: Response) => pool.query("SELECT 1 FROM t WHERE a = $1", [incoming.params.a]);
        `,
      },
    ],
  },
});
