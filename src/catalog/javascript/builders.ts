/** Query builders, mappers and tags of Node. */

import * as D from "../drivers.ts";
import { clean, framework, name, own, rows, sink, step, type Row, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };
const RAW_METHODS = ["whereRaw", "orWhereRaw", "andWhereRaw", "havingRaw", "orHavingRaw", "orderByRaw", "groupByRaw", "joinRaw", "fromRaw", "selectRaw"];

export const knex = framework({
  name: "knex, Objection", language: "javascript", see: "https://knexjs.org/guide/raw.html",
  rows: [
    name("knex:db", ["knex()", "knex.knex()", "knex.default()", "knex.Knex()", "knex.Knex.Transaction()", "knex:db.transaction(#0)", "knex:db.transaction()", "name:knex"]),
    name("knex:builder", ["knex:db()", "knex:db.select()", "knex:db.from()", "knex:db.table()", "knex:builder.*()"]),
    sink(["knex:db.raw", "knex:builder.raw", "knex:db.schema.raw", "objection.raw"], { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    sink(RAW_METHODS.map((one) => `*.${one}`), { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    sink(RAW_METHODS.map((one) => `knex:builder.${one}`), { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    clean(["knex:db.raw()", "knex:db.ref()"], "fragment"),
    own(["*.toSQL()", "*.toNative()", "knex:builder.toString()", "*.toQuery()"], { deep: true }, { see: "https://knexjs.org/guide/query-builder.html#tosql" }),
    rows("call", ["knex:db.raw().rows"]),
  ],
});

export const sequelize = framework({
  name: "Sequelize", language: "javascript", see: "https://sequelize.org/docs/v6/core-concepts/raw-queries/",
  rows: [
    name("sequelize:db", ["sequelize.Sequelize()", "sequelize()", "sequelize-typescript.Sequelize()", "@sequelize/core.Sequelize()", "name:sequelize", "*.sequelize"]),
    sink(["sequelize:db.query"], { scope: "statement", text: [{ position: 0 }, { position: 0, property: "query" }], values: { kind: "property", position: 1, name: "replacements" }, driver: D.SEQUELIZE }),
    sink(["sequelize.literal", "sequelize.Sequelize.literal", "sequelize:db.literal", "sequelize-typescript.literal", "@sequelize/core.literal"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    clean(["sequelize.literal()", "sequelize.Sequelize.literal()", "sequelize:db.literal()"], "fragment"),
    clean(["sequelize:db.escape()"], "literal"),
    rows("call", ["sequelize:db.query()"]),
  ],
});

const TYPEORM_FRAGMENTS = ["where", "andWhere", "orWhere", "having", "andHaving", "orHaving"];
const TYPEORM_NAMES = ["orderBy", "addOrderBy", "groupBy", "addGroupBy", "select", "addSelect"];

export const typeorm = framework({
  name: "TypeORM", language: "javascript", see: "https://typeorm.io/docs/query-builder/select-query-builder#using-parameters-to-escape-data",
  rows: [
    name("typeorm:source", ["typeorm.DataSource()", "typeorm.EntityManager()", "typeorm.Connection()", "typeorm.QueryRunner()", "typeorm.getConnection()", "typeorm.getManager()", "typeorm:source.manager", "typeorm:source.createQueryRunner()", "typeorm:source.transaction(#0)"]),
    name("typeorm:repository", ["typeorm.Repository()", "typeorm.getRepository()", "typeorm:source.getRepository()", "typeorm.TreeRepository()"]),
    name("typeorm:builder", ["typeorm:repository.createQueryBuilder()", "typeorm:source.createQueryBuilder()", "typeorm.SelectQueryBuilder()", "*.createQueryBuilder()", ...[...TYPEORM_FRAGMENTS, ...TYPEORM_NAMES, "leftJoin", "leftJoinAndSelect", "innerJoin", "innerJoinAndSelect", "from", "update", "delete", "insert", "set", "take", "skip", "limit", "offset", "setParameter", "setParameters", "distinct"].map((one) => `typeorm:builder.${one}()`)]),
    sink(["typeorm:source.query", "typeorm:repository.query"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN }),
    sink(TYPEORM_FRAGMENTS.map((one) => `typeorm:builder.${one}`), { scope: "fragment", text: FIRST, values: SECOND, driver: D.TYPEORM }),
    sink(TYPEORM_NAMES.map((one) => `typeorm:builder.${one}`), { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    sink(["leftJoin", "leftJoinAndSelect", "innerJoin", "innerJoinAndSelect"].map((one) => `typeorm:builder.${one}`), { scope: "fragment", text: [{ position: 2 }], values: null, driver: D.UNKNOWN }),
    own(["typeorm.Raw(#0)"], {}, { see: "https://typeorm.io/docs/working-with-entity-manager/find-options#advanced-options" }),
    sink(["typeorm.Raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    rows("call", ["typeorm:source.query()"]),
  ],
});

export const prisma = framework({
  name: "Prisma", language: "javascript", see: "https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries",
  rows: [
    sink(["*.$queryRawUnsafe", "prisma:db.$queryRawUnsafe"], { scope: "statement", text: FIRST, values: { kind: "arguments", position: 1 }, driver: D.PRISMA }),
    sink(["*.$executeRawUnsafe", "prisma:db.$executeRawUnsafe"], { scope: "statement", text: FIRST, values: { kind: "arguments", position: 1 }, driver: D.PRISMA_EXECUTE }),
    name("prisma:db", ["@prisma/client.PrismaClient()", "prisma:db.$transaction(#0)", "@prisma/client.Prisma.TransactionClient()"]),
    sink(["*.$queryRaw``", "*.$executeRaw``", "prisma:db.$queryRaw``", "prisma:db.$executeRaw``", "@prisma/client.Prisma.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.PRISMA, isTag: "binds" }),
    sink(["@prisma/client.Prisma.raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    clean(["@prisma/client.Prisma.sql``", "@prisma/client.Prisma.raw()", "@prisma/client.Prisma.join()", "@prisma/client.Prisma.empty", "@prisma/client.Prisma.sql()"], "fragment"),
  ],
});

/** A library whose tag keeps text and values apart. */
function tag(path: string, raw: readonly string[]): readonly Row[] {
  return [
    sink([`${path}\`\``], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
    clean([`${path}\`\``, `${path}()`, ...raw.map((one) => `${path}.${one}()`)], "fragment"),
    ...(raw.length > 0 ? [sink(raw.map((one) => `${path}.${one}`), { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN })] : []),
  ];
}

export const tags = framework({
  name: "SQL tags", language: "javascript", see: "https://github.com/porsager/postgres#queries",
  rows: [
    name("postgres:sql", ["postgres()", "postgres:sql.begin(#0)", "postgres:sql.savepoint(#0)", "postgres:sql.reserve()", "postgres.Sql()", "bun.sql", "bun.SQL()"]),
    ...tag("postgres:sql", []),
    sink(["postgres:sql.unsafe"], { scope: "statement", text: FIRST, values: SECOND, driver: D.POSTGRES_JS }),
    clean(["postgres:sql.unsafe()", "postgres:sql()"], "fragment"),
    rows("call", ["postgres:sql``[]"]),
    ...tag("drizzle-orm.sql", ["raw"]),
    clean(["drizzle-orm.sql.identifier()", "drizzle-orm.sql.join()", "drizzle-orm.sql.param()", "drizzle-orm.sql.empty()"], "fragment", { see: "https://orm.drizzle.team/docs/sql" }),
    ...tag("kysely.sql", ["raw", "lit"]),
    clean(["kysely.sql.ref()", "kysely.sql.id()", "kysely.sql.table()", "kysely.sql.val()", "kysely.sql.join()"], "fragment", { see: "https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html" }),
    sink(["kysely.CompiledQuery.raw"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN }),
    ...tag("sql-template-tag", ["raw"]),
    name("sql-template-tag", ["sql-template-tag.default", "sql-template-tag.sql"]),
    sink(["sql-template-tag.raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    clean(["sql-template-tag.join()", "sql-template-tag.empty", "sql-template-tag.raw()"], "fragment", { see: "https://github.com/blakeembrey/sql-template-tag" }),
    ...tag("sql-template-strings", []), ...tag("sql-template-strings.SQL", []),
    ...tag("@nearform/sql", ["unsafe"]), clean(["@nearform/sql.quoteIdent()", "@nearform/sql.glue()", "@nearform/sql.map()"], "fragment", { see: "https://github.com/nearform/sql" }),
    ...tag("@databases/sql", ["__dangerous__rawValue"]), clean(["@databases/sql.ident()", "@databases/sql.join()"], "fragment", { see: "https://www.atdatabases.org/docs/sql" }),
    ...tag("@vercel/postgres.sql", []), sink(["@vercel/postgres.sql.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://vercel.com/docs/storage/vercel-postgres/sdk" }),
    name("neon:sql", ["@neondatabase/serverless.neon()"]), ...tag("neon:sql", ["unsafe"]), sink(["neon:sql.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://neon.com/docs/serverless/serverless-driver" }),
    ...tag("@mikro-orm/core.sql", []), ...tag("@mikro-orm/postgresql.sql", []),
    sink(["@mikro-orm/core.raw", "@mikro-orm/knex.raw", "@mikro-orm/postgresql.raw", "@mikro-orm/mysql.raw"], { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX, see: "https://mikro-orm.io/docs/raw-queries" }),
    clean(["@mikro-orm/core.raw()", "@mikro-orm/postgresql.raw()"], "fragment", { see: "https://mikro-orm.io/docs/raw-queries" }),
    name("mikro:em", ["@mikro-orm/core.EntityManager()", "@mikro-orm/postgresql.EntityManager()", "@mikro-orm/mysql.EntityManager()", "@mikro-orm/knex.SqlEntityManager()", "@mikro-orm/core.MikroORM.init().em", "mikro:em.getConnection()", "mikro:em.fork()"]),
    sink(["mikro:em.execute"], { scope: "statement", text: FIRST, values: SECOND, driver: D.KNEX, see: "https://mikro-orm.io/docs/query-builder#raw-queries" }),
    step(["String.raw``"], { does: "same", of: 0 }),
  ],
});

export const slonik = framework({
  name: "slonik", language: "javascript", see: "https://github.com/gajus/slonik#protecting-against-unsafe-value-interpolation",
  rows: [
    ...["slonik.sql.unsafe", "slonik.sql.fragment", "slonik.sql.typeAlias()", "slonik.sql.type()"].flatMap((path) => [
      sink([`${path}\`\``], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
      clean([`${path}\`\``], "fragment"),
    ]),
    clean(["slonik.sql.identifier()", "slonik.sql.array()", "slonik.sql.join()", "slonik.sql.unnest()", "slonik.sql.literalValue()"], "fragment"),
  ],
});

export const drizzle = framework({
  name: "drizzle", language: "javascript", see: "https://orm.drizzle.team/docs/goodies#type-api",
  rows: [
    name("drizzle:db", ["drizzle-orm/node-postgres.drizzle()", "drizzle-orm/postgres-js.drizzle()", "drizzle-orm/better-sqlite3.drizzle()", "drizzle-orm/libsql.drizzle()", "drizzle-orm/mysql2.drizzle()", "drizzle-orm/neon-http.drizzle()", "drizzle-orm/d1.drizzle()", "drizzle:db.transaction(#0)"]),
    sink(["execute", "run", "all", "get", "values"].map((one) => `drizzle:db.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN }),
  ],
});

/** What counts by its name and a text that is a statement, when nobody knows the receiver. */
export const conventions = framework({
  name: "receivers of unknown kind", language: "javascript", see: "https://owasp.org/www-community/attacks/SQL_Injection",
  rows: [
    sink(["query", "execute", "exec", "run", "get", "all", "each", "prepare", "raw", "unsafe", "batch", "any", "one", "none", "many"].map((one) => `*.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, byConvention: true }),
    sink(["?tag``"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, isTag: "unknown" }),
  ],
});
