/** TypeORM and MikroORM: conditions, names, whole statements. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "constants, objects and lists of constants",
        code: code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, id: string) => photos.createQueryBuilder("p").select(["p.id", "p.name"]).addSelect("count(*)", "n").where({ id }).groupBy("p.id").orderBy({ "p.id": "ASC" }).getMany();
        `,
      },
    ],
    invalid: [
      {
        name: "a second condition gets its value",
        code: [
          'import type { Repository } from "typeorm";',
          `export const f = (photos: Repository<object>, a: string, b: string) => photos.createQueryBuilder("p").where("p.a = :a", { a }).andWhere(\`p.b = '\${b}'\`).getMany();`,
          '                                                                                                                                        ~~~~~~~~~~~~~~ unknown "`b`"',
          "",
        ].join("\n"),
        output: [
          'import type { Repository } from "typeorm";',
          'export const f = (photos: Repository<object>, a: string, b: string) => photos.createQueryBuilder("p").where("p.a = :a", { a }).andWhere(`p.b = :b`, { b }).getMany();',
          "",
        ].join("\n"),
      },
      {
        name: "a pattern",
        code: [
          'import type { Repository } from "typeorm";',
          `export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").where(\`p.a LIKE '\${a}%'\`).getMany();`,
          '                                                                                                 ~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import type { Repository } from "typeorm";',
          'export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").where(`p.a LIKE :a`, { a: `${a}%` }).getMany();',
          "",
        ].join("\n"),
      },
      {
        name: "a builder in a variable",
        code: code`
          import type { Repository } from "typeorm";
          export function f(photos: Repository<object>, a: string) {
            const builder = photos.createQueryBuilder("p");
            if (a) builder.andWhere("p.a = '" + a + "'");
                                    ~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
            return builder.getMany();
          }
        `,
        output: code`
          import type { Repository } from "typeorm";
          export function f(photos: Repository<object>, a: string) {
            const builder = photos.createQueryBuilder("p");
            if (a) builder.andWhere("p.a = :a", { a });
            return builder.getMany();
          }
        `,
      },
      {
        name: "a builder of the data source",
        code: code`
          import { DataSource } from "typeorm";
          const source = new DataSource({ type: "postgres" });
          export const f = (a: string) => source.createQueryBuilder().delete().from("photo").where("a = '" + a + "'").execute();
                                                                                                   ~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { DataSource } from "typeorm";
          const source = new DataSource({ type: "postgres" });
          export const f = (a: string) => source.createQueryBuilder().delete().from("photo").where("a = :a", { a }).execute();
        `,
      },
      {
        name: "a builder of an unknown repository",
        code: code`
          import { photos } from "./photos";
          export const f = (a: string) => photos.createQueryBuilder("p").where("p.a = '" + a + "'").getMany();
                                                                               ~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { photos } from "./photos";
          export const f = (a: string) => photos.createQueryBuilder("p").where("p.a = :a", { a }).getMany();
        `,
      },
      {
        name: "a repository that extends TypeORM's",
        code: code`
          import { Repository } from "typeorm";
          export class Photos extends Repository<object> {
            find(a: string) { return this.createQueryBuilder("p").where("p.a = '" + a + "'").getMany(); }
                                                                        ~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import { Repository } from "typeorm";
          export class Photos extends Repository<object> {
            find(a: string) { return this.createQueryBuilder("p").where("p.a = :a", { a }).getMany(); }
          }
        `,
      },
      {
        name: "an unquoted hole: by hand",
        code: code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").where("p.a = " + a).getMany();
                                                                                                           ~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        suggestions: [code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").where("p.a = :a", { a }).getMany();
        `],
      },
      {
        name: "a column to sort by: explained only",
        code: [
          'import type { Repository } from "typeorm";',
          'export const f = (photos: Repository<object>, column: string) => photos.createQueryBuilder("p").orderBy(`p.${column}`, "DESC").getMany();',
          '                                                                                                        ~~~~~~~~~~~~~ unknown "`column`"',
          "",
        ].join("\n"),
      },
      {
        name: "a whole condition of unknown origin",
        code: code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, condition: string) => photos.createQueryBuilder("p").where(condition).getMany();
                                                                                                                   ~~~~~~~~~ fragment "${"`condition`"}"
        `,
      },
      {
        name: "the condition of a join",
        code: code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").leftJoinAndSelect("p.user", "u", "u.a = '" + a + "'").getMany();
                                                                                                                                      ~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { Repository } from "typeorm";
          export const f = (photos: Repository<object>, a: string) => photos.createQueryBuilder("p").leftJoinAndSelect("p.user", "u", "u.a = :a", { a }).getMany();
        `,
      },
      {
        name: "what Raw's function gives back",
        code: [
          'import { Raw, type Repository } from "typeorm";',
          "export const f = (photos: Repository<object>, a: string) => photos.findBy({ a: Raw((alias) => `${alias} = '${a}'`) });",
          '                                                                                              ~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "export const g = (photos: Repository<object>, a: string) => photos.findBy({ a: Raw((alias) => `${alias} = :a`, { a }) });",
          "",
        ].join("\n"),
        output: [
          'import { Raw, type Repository } from "typeorm";',
          "export const f = (photos: Repository<object>, a: string) => photos.findBy({ a: Raw((alias) => `${alias} = :a`, { a }) });",
          "export const g = (photos: Repository<object>, a: string) => photos.findBy({ a: Raw((alias) => `${alias} = :a`, { a }) });",
          "",
        ].join("\n"),
      },
      {
        name: "a manager, a query runner, a transaction",
        code: code`
          import type { DataSource, EntityManager } from "typeorm";
          export const f = (manager: EntityManager, a: string) => manager.query("DELETE FROM t WHERE a = '" + a + "'");
                                                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (source: DataSource, a: string) => source.createQueryRunner().query("DELETE FROM t WHERE a = '" + a + "'");
                                                                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const h = (source: DataSource, a: string) => source.transaction((manager) => manager.query("DELETE FROM t WHERE a = '" + a + "'"));
                                                                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "MikroORM: its manager and its connection",
        code: code`
          import type { EntityManager } from "@mikro-orm/postgresql";
          export const f = (em: EntityManager, a: string) => em.execute("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (em: EntityManager, a: string) => em.getConnection().execute("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import type { EntityManager } from "@mikro-orm/postgresql";
          export const f = (em: EntityManager, a: string) => em.execute("SELECT 1 FROM t WHERE a = ?", [a]);
          export const g = (em: EntityManager, a: string) => em.getConnection().execute("SELECT 1 FROM t WHERE a = ?", [a]);
        `,
      },
      {
        name: "MikroORM: a raw key",
        code: code`
          import { raw, type EntityManager } from "@mikro-orm/postgresql";
          export const f = (em: EntityManager, a: string) => em.find("Photo", { [raw("lower('" + a + "')")]: 1 });
                                                                                     ~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { raw, type EntityManager } from "@mikro-orm/postgresql";
          export const f = (em: EntityManager, a: string) => em.find("Photo", { [raw("lower(?)", [a])]: 1 });
        `,
      },
    ],
  },
});
