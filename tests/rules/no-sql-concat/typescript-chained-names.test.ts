/** Named values of one TypeORM query, which its conditions share. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    invalid: [
      {
        name: "another value of the same name is told apart",
        code: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string, author: { name: string }) =>
            books.createQueryBuilder("b").where("b.name = '" + name + "'").andWhere("b.author = '" + author.name + "'").getMany();
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string, author: { name: string }) =>
            books.createQueryBuilder("b").where("b.name = :name", { name }).andWhere("b.author = :name2", { name2: author.name }).getMany();
        `,
      },
      {
        name: "the same value has one name",
        code: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) =>
            books.createQueryBuilder("b").where("b.name = '" + name + "'").orWhere("b.author = '" + name + "'").getMany();
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) =>
            books.createQueryBuilder("b").where("b.name = :name", { name }).orWhere("b.author = :name", { name }).getMany();
        `,
      },
      {
        name: "a name that the chain gives already",
        code: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) =>
            books.createQueryBuilder("b").where("b.name = :name", { name: "Kim" }).orWhere("b.author = '" + name + "'").getMany();
                                                                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string) =>
            books.createQueryBuilder("b").where("b.name = :name", { name: "Kim" }).orWhere("b.author = :name2", { name2: name }).getMany();
        `,
      },
      {
        name: "two in one condition",
        code: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string, author: { name: string }) =>
            books.createQueryBuilder("b").where("b.name = '" + name + "' OR b.author = '" + author.name + "'").getMany();
                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import type { Repository } from "typeorm";

          export const find = (books: Repository<object>, name: string, author: { name: string }) =>
            books.createQueryBuilder("b").where("b.name = :name OR b.author = :name2", { name, name2: author.name }).getMany();
        `,
      },
      {
        name: "a query that a local keeps",
        code: code`
          import type { Repository } from "typeorm";

          export function find(books: Repository<object>, name: string, author: { name: string }) {
            const query = books.createQueryBuilder("b");
            query.where("b.name = '" + name + "'");
                        ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            query.andWhere("b.author = '" + author.name + "'");
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return query.getMany();
          }
        `,
        output: code`
          import type { Repository } from "typeorm";

          export function find(books: Repository<object>, name: string, author: { name: string }) {
            const query = books.createQueryBuilder("b");
            query.where("b.name = :name", { name });
            query.andWhere("b.author = :name2", { name2: author.name });
            return query.getMany();
          }
        `,
      },
    ],
  },
});
