/** Prisma: tags, and calls that could be tags. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "Prisma: a whole statement of unknown origin",
        code: code`
          import { PrismaClient } from "@prisma/client";
          const prisma = new PrismaClient();
          export const f = (text: string) => prisma.$queryRawUnsafe(text);
        `,
      },
      {
        name: "Prisma: numbers joined", preset: "recommended",
        code: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          'export const f = (ids: number[]) => prisma.$queryRawUnsafe(`SELECT 1 FROM t WHERE id IN (${ids.join(",")})`);',
          "",
        ].join("\n"),
      },
    ],
    invalid: [
      {
        name: "Prisma: a call of text without quotes becomes a tag",
        code: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$executeRawUnsafe(`DELETE FROM t WHERE a = ${a}`);",
          '                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$executeRaw`DELETE FROM t WHERE a = ${a}`;",
          "",
        ].join("\n")],
      },
      {
        name: "Prisma: in a transaction",
        code: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$transaction((tx) => tx.$executeRawUnsafe(`DELETE FROM t WHERE a = '${a}'`));",
          '                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$transaction((tx) => tx.$executeRaw`DELETE FROM t WHERE a = ${a}`);",
          "",
        ].join("\n")],
      },
      {
        name: "Prisma: the client of a transaction by annotation",
        code: [
          'import type { Prisma } from "@prisma/client";',
          "export const f = (tx: Prisma.TransactionClient, a: string) => tx.$queryRawUnsafe(`SELECT 1 FROM t WHERE a = '${a}'`);",
          '                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import type { Prisma } from "@prisma/client";',
          "export const f = (tx: Prisma.TransactionClient, a: string) => tx.$queryRaw`SELECT 1 FROM t WHERE a = ${a}`;",
          "",
        ].join("\n")],
      },
      {
        name: "Prisma: a table in quotes: explained only",
        code: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          'export const f = (table: string) => prisma.$executeRawUnsafe(`TRUNCATE TABLE "${table}"`);',
          '                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`table`"',
          "",
        ].join("\n"),
      },
      {
        name: "Prisma: a pattern in a tag moves into its hole",
        code: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$queryRaw`SELECT 1 FROM t WHERE a LIKE '%${a}%'`;",
          '                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$queryRaw`SELECT 1 FROM t WHERE a LIKE ${`%${a}%`}`;",
          "",
        ].join("\n"),
      },
      {
        name: "Prisma: a tag inside the call",
        code: [
          'import { Prisma, PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$queryRaw(Prisma.sql`SELECT 1 FROM t WHERE a = '${a}'`);",
          '                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import { Prisma, PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$queryRaw(Prisma.sql`SELECT 1 FROM t WHERE a = ${a}`);",
          "",
        ].join("\n"),
      },
      {
        name: "Prisma: raw text is reported where it is written, once",
        code: [
          'import { Prisma, PrismaClient } from "@prisma/client";',
          "const prisma = new PrismaClient();",
          "export const f = (a: string) => prisma.$queryRaw(Prisma.raw(`SELECT 1 FROM t WHERE a = '${a}'`));",
          '                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
      },
      {
        name: "Prisma: a statement of the request",
        code: code`
          export const f = (context: any, req: any) => context.prisma.$queryRawUnsafe(req.body.text);
                                                                                      ~~~~~~~~~~~~~ whole "${"`req.body.text`"}" "the request"
        `,
      },
    ],
  },
});
