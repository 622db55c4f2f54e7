/** Query builders and mappers of Node: what they take for SQL as it is. */

import * as D from "../drivers.ts";
import { clean, framework, name, own, rows, sink, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };
const RAW_METHODS = ["whereRaw", "orWhereRaw", "andWhereRaw", "havingRaw", "orHavingRaw", "orderByRaw", "groupByRaw", "joinRaw", "fromRaw", "selectRaw", "withRaw"];

export const knex = framework({
  name: "knex, Objection, Bookshelf", language: "javascript", see: "https://knexjs.org/guide/raw.html",
  rows: [
    // A kind of its own, or its name were taken for a connection's.
    name("knex:module", ["knex", "knex.knex", "knex:module.default"]),
    name("knex:db", ["knex:module()", "knex.Knex()", "knex.Knex.Transaction()", "knex:db.transaction(#0)", "knex:db.transaction()", "bookshelf().knex", "name:knex"]),
    name("knex:builder", ["knex:db()", "knex:db.select()", "knex:db.from()", "knex:db.table()", "knex:builder.*()"]),
    sink(["knex:db.raw", "knex:builder.raw", "objection.raw"], { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    sink(["knex:db.schema.raw"], { scope: "statement", text: FIRST, values: null, driver: D.KNEX, see: "https://knexjs.org/guide/schema-builder.html#raw" }),
    sink(RAW_METHODS.map((one) => `*.${one}`), { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    clean(["knex:db.raw()", "knex:db.ref()", "objection.raw()"], "fragment"),
    own(["*.toSQL()", "*.toNative()", "knex:builder.toString()", "*.toQuery()"], { deep: true }, { see: "https://knexjs.org/guide/query-builder.html#tosql" }),
    rows("call", ["knex:db.raw().rows"]),
  ],
});

const LITERALS = ["sequelize", "sequelize.Sequelize", "sequelize:db", "sequelize-typescript", "sequelize-typescript.Sequelize", "@sequelize/core", "@sequelize/core.Sequelize", "@sequelize/core.sql"].map((one) => `${one}.literal`);

export const sequelize = framework({
  name: "Sequelize", language: "javascript", see: "https://sequelize.org/docs/v6/core-concepts/raw-queries/",
  rows: [
    name("sequelize:db", ["sequelize.Sequelize()", "sequelize()", "sequelize-typescript.Sequelize()", "@sequelize/core.Sequelize()", "name:sequelize", "*.sequelize", "sequelize:interface.sequelize"]),
    name("sequelize:interface", ["sequelize:db.getQueryInterface()", "sequelize.QueryInterface()", "@sequelize/core.AbstractQueryInterface()", "name:queryInterface"], { see: "https://sequelize.org/docs/v6/other-topics/query-interface/" }),
    sink(["sequelize:db.query"], { scope: "statement", text: [{ position: 0 }, { position: 0, property: "query" }], values: { kind: "property", position: 1, name: "replacements", unless: "bind" }, objectValues: null, driver: D.SEQUELIZE }),
    sink(LITERALS, { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    clean(["sequelize:db.escape()", "sequelize:interface.escape()"], "literal"),
    clean(["sequelize:interface.quoteIdentifier()", "sequelize:interface.quoteIdentifiers()", "sequelize:interface.quoteTable()"], "identifier"),
    rows("call", ["sequelize:db.query()"]),
  ],
});

const TYPEORM = "https://typeorm.io/docs/query-builder/select-query-builder";
const FRAGMENTS = ["where", "andWhere", "orWhere", "having", "andHaving", "orHaving"];
const COLUMNS = ["orderBy", "addOrderBy", "groupBy", "addGroupBy", "select", "addSelect"];
const JOINS = ["leftJoin", "leftJoinAndSelect", "innerJoin", "innerJoinAndSelect"];
const MAPPED_JOINS = ["leftJoinAndMapOne", "leftJoinAndMapMany", "innerJoinAndMapOne", "innerJoinAndMapMany"];
const FURTHER = ["from", "update", "delete", "insert", "into", "values", "set", "take", "skip", "limit", "offset", "setParameter", "setParameters", "distinct", "subQuery"];
const onBuilder = (methods: readonly string[]) => methods.map((one) => `typeorm:builder.${one}`);

export const typeorm = framework({
  name: "TypeORM", language: "javascript", see: `${TYPEORM}#using-parameters-to-escape-data`,
  rows: [
    name("typeorm:source", ["typeorm.DataSource()", "typeorm.EntityManager()", "typeorm.Connection()", "typeorm.QueryRunner()", "typeorm.createConnection()", "typeorm.getConnection()", "typeorm.getManager()", "typeorm:source.manager", "typeorm:source.connection", "typeorm:repository.manager", "typeorm:source.createQueryRunner()", "typeorm:source.createEntityManager()", "typeorm:source.transaction(#0)"]),
    name("typeorm:repository", ["typeorm.Repository()", "typeorm.TreeRepository()", "typeorm.getRepository()", "typeorm:source.getRepository()", "typeorm:source.getTreeRepository()"]),
    name("typeorm:builder", [
      "typeorm:repository.createQueryBuilder()", "typeorm:source.createQueryBuilder()", "*.createQueryBuilder()",
      ...["SelectQueryBuilder", "UpdateQueryBuilder", "DeleteQueryBuilder", "InsertQueryBuilder"].map((one) => `typeorm.${one}()`),
      ...onBuilder([...FRAGMENTS, ...COLUMNS, ...JOINS, ...MAPPED_JOINS, ...FURTHER]).map((one) => `${one}()`),
      ...["where", "andWhere", "orWhere", "addSelect", "from"].map((one) => `typeorm:builder.${one}(#0)`), "typeorm.Brackets(#0)", "typeorm.NotBrackets(#0)",
    ]),
    sink(["typeorm:source.query", "typeorm:repository.query"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN }),
    sink(["typeorm:source.sql``", "typeorm:repository.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, isTag: "binds", see: "https://typeorm.io/docs/guides/sql-tag" }),
    sink(onBuilder(FRAGMENTS), { scope: "fragment", text: FIRST, values: SECOND, driver: D.TYPEORM }),
    sink(onBuilder(COLUMNS), { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    sink(onBuilder(["set", "values"]), { scope: "fragment", text: [{ position: 0, isOfFunctions: true }], values: null, driver: D.UNKNOWN, see: "https://typeorm.io/docs/query-builder/update-query-builder#raw-sql-support" }),
    sink(["typeorm:repository.update"], { scope: "fragment", text: [{ position: 1, isOfFunctions: true }], values: null, driver: D.UNKNOWN, see: "https://typeorm.io/docs/query-builder/update-query-builder#raw-sql-support" }),
    sink(onBuilder(JOINS), { scope: "fragment", text: [{ position: 2 }], values: { kind: "argument", position: 3 }, driver: D.TYPEORM, see: `${TYPEORM}#joining-relations` }),
    sink(onBuilder(MAPPED_JOINS), { scope: "fragment", text: [{ position: 3 }], values: { kind: "argument", position: 4 }, driver: D.TYPEORM, see: `${TYPEORM}#join-and-mapping-functionality` }),
    own(onBuilder(["select", "from", "where", "andWhere", "orWhere", "leftJoin", "innerJoin", "groupBy", "orderBy", "limit"]).map((one) => `${one}()`), {}, { see: `${TYPEORM}#using-subqueries` }),
    own(["typeorm.Brackets()", "typeorm.NotBrackets()", "typeorm:builder.getQuery()", "typeorm:builder.getSql()"], { deep: true }, { see: `${TYPEORM}#adding-where-expression` }),
    own(["typeorm:builder.alias", "typeorm:repository.metadata"], { deep: true }, { see: TYPEORM }),
    own(["typeorm.Raw(#0)"], {}, { see: "https://typeorm.io/docs/working-with-entity-manager/find-options#advanced-options" }),
    sink(["typeorm.Raw"], { scope: "fragment", text: FIRST, values: SECOND, driver: D.TYPEORM, see: "https://typeorm.io/docs/working-with-entity-manager/find-options#advanced-options" }),
    rows("call", ["typeorm:source.query()", "typeorm:repository.query()"]),
  ],
});

const MIKRO = "https://mikro-orm.io/docs/raw-queries";
const DRIVERS = ["sql", "knex", "postgresql", "mysql", "mariadb", "sqlite", "better-sqlite", "libsql", "mssql"];

export const mikroOrm = framework({
  name: "MikroORM", language: "javascript", see: MIKRO,
  rows: [
    name("@mikro-orm/core.**", DRIVERS.map((one) => `@mikro-orm/${one}.**`)),
    name("mikro:orm", ["@mikro-orm/core.MikroORM()", "@mikro-orm/core.MikroORM.init()"]),
    name("mikro:em", ["@mikro-orm/core.EntityManager()", "@mikro-orm/core.SqlEntityManager()", "mikro:orm.em", "mikro:em.fork()", "mikro:em.getConnection()", "mikro:em.transactional(#0)"]),
    name("knex:db", ["mikro:em.getKnex()"], { see: "https://mikro-orm.io/docs/query-builder#using-knex" }),
    sink(["mikro:em.execute"], { scope: "statement", text: FIRST, values: SECOND, driver: D.KNEX, see: "https://mikro-orm.io/docs/query-builder#raw-queries" }),
    sink(["@mikro-orm/core.raw"], { scope: "fragment", text: FIRST, values: SECOND, driver: D.KNEX }),
    sink(["@mikro-orm/core.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.POSITIONAL, isTag: "binds" }),
    rows("call", ["mikro:em.execute()"]),
  ],
});
