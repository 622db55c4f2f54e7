/** Types: what keeps a value harmless, in which place, and what proves nothing. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';
const MYSQL = 'import mysql from "mysql2/promise";\nconst pool = mysql.createPool({});';

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "a number by annotation", preset: "recommended",
        code: [
          PG,
          "export const f = (id: number) => pool.query(`SELECT 1 FROM t WHERE id = ${id}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a large integer, a truth value", preset: "recommended",
        code: [
          PG,
          "export const f = (id: bigint, isOpen: boolean) => pool.query(`SELECT 1 FROM t WHERE id = ${id} AND open = ${isOpen}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a field of an interface of the file", preset: "recommended",
        code: [
          PG,
          'interface Order { id: number; state: "open" | "closed" }',
          "export const f = (order: Order) => pool.query(`UPDATE t SET state = '${order.state}' WHERE id = ${order.id}`);",
          "",
        ].join("\n"),
      },
      {
        name: "an own field that is a number", preset: "recommended",
        code: [
          PG,
          "export class Order {",
          "  id!: number;",
          "  load() { return pool.query(`SELECT 1 FROM t WHERE id = ${this.id}`); }",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a set of numbers", preset: "recommended",
        code: [
          PG,
          "export const f = (ids: Set<number>) => pool.query(`SELECT 1 FROM t WHERE id IN (${[...ids].join()})`);",
          "",
        ].join("\n"),
      },
      {
        name: "texts of a fixed choice as names",
        code: [
          PG,
          'type Way = "asc" | "desc";',
          'const enum Column { Name = "name" }',
          "export const f = (column: Column, way: Way) => pool.query(`SELECT 1 FROM t ORDER BY ${column} ${way}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a member of an enum is constant",
        code: [
          PG,
          'enum State { Open = "open" }',
          "export const f = () => pool.query(`SELECT 1 FROM t WHERE state = '${State.Open}'`);",
          "",
        ].join("\n"),
      },
      {
        name: "an enum asked by its key",
        code: [
          PG,
          'enum Column { Name = "name", Price = "price" }',
          "export const f = (key: keyof typeof Column) => pool.query(`SELECT 1 FROM t ORDER BY ${Column[key]}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a table by type, constant by value",
        code: [
          PG,
          'const COLUMNS: Record<string, string> = { name: "t.name" };',
          "export const f = (key: string) => pool.query(`SELECT 1 FROM t ORDER BY ${COLUMNS[key]}`);",
          "",
        ].join("\n"),
      },
      {
        name: "a constant with an assertion",
        code: [
          PG,
          'const TABLE = "t" as const;',
          'const PARTS = ["a", "b"] as const;',
          'export const f = () => pool.query(`SELECT ${PARTS.join(", ")} FROM ${TABLE}`);',
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a number by annotation is bound by hand under strict", preset: "strict",
        code: [
          PG,
          "export const f = (id: number) => pool.query(`SELECT 1 FROM t WHERE id = ${id}`);",
          '                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`id`"',
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (id: number) => pool.query(`SELECT 1 FROM t WHERE id = $1`, [id]);",
          "",
        ].join("\n")],
      },
      {
        name: "mysql fills it in as text: a fix", preset: "strict",
        code: [
          MYSQL,
          "export const f = (id: number) => pool.query(`SELECT 1 FROM t WHERE id = ${id}`);",
          '                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`id`"',
          "",
        ].join("\n"),
        output: [
          MYSQL,
          "export const f = (id: number) => pool.query(`SELECT 1 FROM t WHERE id = ?`, [id]);",
          "",
        ].join("\n"),
      },
      {
        name: "a number that may be a text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (id: number | string) => pool.query("SELECT 1 FROM t WHERE id = " + id);
                                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`id`"}"
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (id: number | string) => pool.query("SELECT 1 FROM t WHERE id = $1", [id]);
        `],
      },
      {
        name: "a text field of an interface of the file",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Order { id: number; note: string }
          export const f = (order: Order) => pool.query("UPDATE t SET note = '" + order.note + "'");
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`order.note`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          interface Order { id: number; note: string }
          export const f = (order: Order) => pool.query("UPDATE t SET note = $1", [order.note]);
        `,
      },
      {
        name: "a list of numbers is bound by hand under strict", preset: "strict",
        code: [
          PG,
          'export const f = (ids: readonly number[]) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.join(",")})`);',
          "                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
        suggestions: [[
          PG,
          "export const f = (ids: readonly number[]) => pool.query(`SELECT 1 FROM t WHERE id = ANY($1)`, [ids]);",
          "",
        ].join("\n")],
      },
      {
        name: "a list of numbers for mysql: a fix", preset: "strict",
        code: [
          MYSQL,
          'export const f = (ids: Array<number>) => pool.query(`SELECT 1 FROM t WHERE id IN (${ids.join(",")})`);',
          "                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed",
          "",
        ].join("\n"),
        output: [
          MYSQL,
          "export const f = (ids: Array<number>) => pool.query(`SELECT 1 FROM t WHERE id IN (?)`, [ids]);",
          "",
        ].join("\n"),
      },
      {
        name: "an enum as a value is bound under strict", preset: "strict",
        code: [
          PG,
          'enum State { Open = "open" }',
          "export const f = (state: State) => pool.query(`SELECT 1 FROM t WHERE state = '${state}'`);",
          '                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`state`"',
          "",
        ].join("\n"),
        output: [
          PG,
          'enum State { Open = "open" }',
          "export const f = (state: State) => pool.query(`SELECT 1 FROM t WHERE state = $1`, [state]);",
          "",
        ].join("\n"),
      },
      {
        name: "as number",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (id: unknown) => pool.query("SELECT 1 FROM t WHERE id = " + (id as number));
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`id as number`"}"
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (id: unknown) => pool.query("SELECT 1 FROM t WHERE id = $1", [id as number]);
        `],
      },
      {
        name: "as one of the names",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          type Column = "name" | "price";
          export const f = (column: string) => pool.query("SELECT " + (column as Column) + " FROM t");
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`column as Column`"}"
        `,
      },
      {
        name: "a request says number, and sends what it likes",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import type { Request } from "express";
          export const f = (req: Request) => pool.query("SELECT 1 FROM t WHERE id = " + (req.params.id as unknown as number));
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "the request"
        `,
        suggestions: [code`
          import { Pool } from "pg";
          const pool = new Pool();
          import type { Request } from "express";
          export const f = (req: Request) => pool.query("SELECT 1 FROM t WHERE id = $1", [req.params.id as unknown as number]);
        `],
      },
      {
        name: "a type of another file",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import type { Column } from "./columns";
          export const f = (column: Column) => pool.query("SELECT " + column + " FROM t");
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`column`"}"
        `,
      },
      {
        name: "a text that begins like a name",
        code: [
          PG,
          "type Table = `t_${string}`;",
          'export const f = (table: Table) => pool.query("SELECT 1 FROM " + table);',
          '                                              ~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`table`"',
          "",
        ].join("\n"),
      },
      {
        name: "satisfies is no check",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a: string) => pool.query("SELECT 1 FROM t WHERE a = '" + (a satisfies string) + "'");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a satisfies string`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export const f = (a: string) => pool.query("SELECT 1 FROM t WHERE a = $1", [a satisfies string]);
        `,
      },
    ],
  },
});
