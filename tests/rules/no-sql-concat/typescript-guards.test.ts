/** Checks in TypeScript: guards of types, casts in checks, schemas. */

import { code, ruleTest } from "../rule-test.ts";

const PG = 'import { Pool } from "pg";\nconst pool = new Pool();';

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "a cast in the question",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const NAMES = ["x", "y"] as const;
          export function f(a: string) {
            if (!NAMES.includes(a as "x")) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "a cast in the answer",
        code: [
          PG,
          'const NAMES = new Set<unknown>(["x", "y"]);',
          "export function f(a: unknown) {",
          '  if (!NAMES.has(a)) throw new Error("name");',
          "  return pool.query(`SELECT ${a as string} FROM t`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "an exclamation mark in the question",
        code: [
          PG,
          'const NAMES = new Set(["x", "y"]);',
          "export function f(a?: string) {",
          '  if (!NAMES.has(a!)) throw new Error("name");',
          "  return pool.query(`SELECT ${a} FROM t`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "a function that asserts",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const NAMES = ["x", "y"] as const;
          type Name = (typeof NAMES)[number];
          function assertName(a: string): asserts a is Name {
            if (!NAMES.includes(a as Name)) throw new Error(a);
          }
          export function f(a: string) {
            assertName(a);
            return pool.query("SELECT " + a + " FROM t");
          }
        `,
      },
      {
        name: "a key of an enum, looked up",
        code: [
          PG,
          'enum Column { Name = "name" }',
          "export function f(a: string) {",
          "  if (!(a in Column)) throw new Error(a);",
          "  return pool.query(`SELECT ${Column[a as keyof typeof Column]} FROM t`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "zod: an enumeration, a list of them, one of the file",
        code: [
          PG,
          'import { z } from "zod";',
          'enum Column { Name = "name" }',
          'export const f = (a: unknown) => pool.query(`SELECT ${z.enum(["x", "y"]).parse(a)} FROM t`);',
          'export const g = (a: unknown) => pool.query(`SELECT ${z.array(z.enum(["x", "y"])).parse(a).join(", ")} FROM t`);',
          "export const h = (a: unknown) => pool.query(`SELECT ${z.nativeEnum(Column).parse(a)} FROM t`);",
          "",
        ].join("\n"),
      },
      {
        name: "zod: defaults do not widen a schema",
        code: [
          PG,
          'import { z } from "zod";',
          'const Page = z.object({ sort: z.enum(["x", "y"]).optional().default("x"), part: z.coerce.number().int().default(1) });',
          "export function f(input: unknown) {",
          "  const { part, sort } = Page.parse(input);",
          "  return pool.query(`SELECT 1 FROM part_${part} ORDER BY ${sort}`);",
          "}",
          "",
        ].join("\n"),
      },
      {
        name: "zod: awaited, by its namespace",
        code: [
          PG,
          'import * as z from "zod";',
          'const Sort = z.enum(["x", "y"]);',
          "export const f = async (a: unknown) => pool.query(`SELECT 1 FROM t ORDER BY ${await Sort.parseAsync(a)}`);",
          "",
        ].join("\n"),
      },
      {
        name: "zod: a number is a number", preset: "recommended",
        code: [
          PG,
          'import { z } from "zod";',
          "export const f = (a: unknown) => pool.query(`SELECT 1 FROM t WHERE id = ${z.number().parse(a)}`);",
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "a guard that claims more than it checks",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const isName = (a: string): a is "x" => a.length < 5;
          export function f(a: string) {
            if (!isName(a)) throw new Error(a);
            return pool.query("SELECT " + a + " FROM t");
                              ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "zod: an integer is bound under strict", preset: "strict",
        code: [
          PG,
          'import { z } from "zod";',
          "export const f = (a: unknown) => pool.query(`SELECT 1 FROM t WHERE id = ${z.number().int().parse(a)}`);",
          '                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed "`z.number().int().parse(a)`"',
          "",
        ].join("\n"),
        output: [
          PG,
          'import { z } from "zod";',
          "export const f = (a: unknown) => pool.query(`SELECT 1 FROM t WHERE id = $1`, [z.number().int().parse(a)]);",
          "",
        ].join("\n"),
      },
      {
        name: "zod: a text is a text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { z } from "zod";
          export const f = (a: unknown) => pool.query("SELECT 1 FROM t WHERE a = '" + z.string().min(1).parse(a) + "'");
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`z.string().min(1).parse(a)`"}"
        `,
        output: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { z } from "zod";
          export const f = (a: unknown) => pool.query("SELECT 1 FROM t WHERE a = $1", [z.string().min(1).parse(a)]);
        `,
      },
      {
        name: "zod: what a schema does to a text it does not limit",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          import { z } from "zod";
          const Name = z.string().transform((name) => name.trim());
          export const f = (a: unknown) => pool.query("SELECT " + Name.parse(a) + " FROM t");
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`Name.parse(a)`"}"
        `,
      },
    ],
  },
});
