/** Libraries of JavaScript whose tags keep text and values apart, and what lets raw text into them. */

import * as D from "../drivers.ts";
import { clean, framework, name, own, rows, sink, type Row, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };

/** A tag that binds its values, and the functions beside it that take text as it is. */
function tag(path: string, raw: readonly string[]): readonly Row[] {
  return [
    sink([`${path}\`\``], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
    clean([`${path}\`\``, ...raw.map((one) => `${path}.${one}()`)], "fragment"),
    ...(raw.length > 0 ? [sink(raw.map((one) => `${path}.${one}`), { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN })] : []),
  ];
}

export const prisma = framework({
  name: "Prisma", language: "javascript", see: "https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries",
  rows: [
    name("@prisma/client.Prisma", ["?Prisma"], { see: "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/generating-prisma-client" }),
    sink(["*.$queryRawUnsafe"], { scope: "statement", text: FIRST, values: { kind: "arguments", position: 1 }, driver: D.PRISMA }),
    sink(["*.$executeRawUnsafe"], { scope: "statement", text: FIRST, values: { kind: "arguments", position: 1 }, driver: D.PRISMA_EXECUTE }),
    sink(["*.$queryRaw``", "*.$executeRaw``", "@prisma/client.Prisma.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.PRISMA, isTag: "binds" }),
    sink(["@prisma/client.Prisma.raw"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN }),
    clean(["@prisma/client.Prisma.sql``", "@prisma/client.Prisma.raw()"], "fragment"),
    rows("call", ["*.$queryRawUnsafe()", "*.$queryRaw``[]"]),
  ],
});

export const postgresJs = framework({
  name: "postgres.js, Bun", language: "javascript", see: "https://github.com/porsager/postgres#queries",
  rows: [
    name("postgres:sql", ["postgres()", "postgres.Sql()", "postgres.TransactionSql()", "postgres.ReservedSql()", "postgres:sql.begin(#0)", "postgres:sql.savepoint(#0)", "postgres:sql.reserve()", "bun.sql", "bun.SQL()"]),
    sink(["postgres:sql``"], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
    sink(["postgres:sql.unsafe"], { scope: "statement", text: FIRST, values: SECOND, driver: D.POSTGRES_JS, see: "https://github.com/porsager/postgres#unsafe-raw-string-queries" }),
    rows("call", ["postgres:sql``", "postgres:sql.unsafe()"]),
  ],
});

export const neon = framework({
  name: "Neon, Vercel", language: "javascript", see: "https://neon.com/docs/serverless/serverless-driver",
  rows: [
    name("neon:sql", ["@neondatabase/serverless.neon()"]),
    sink(["neon:sql``", "@vercel/postgres.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.POSTGRES_JS, isTag: "binds" }),
    sink(["neon:sql", "neon:sql.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE }),
    sink(["neon:sql.unsafe"], { scope: "fragment", text: FIRST, values: null, driver: D.UNKNOWN_POSTGRES }),
    sink(["@vercel/postgres.sql.query"], { scope: "statement", text: FIRST, values: SECOND, driver: D.PG_LIKE, see: "https://vercel.com/docs/storage/vercel-postgres/sdk" }),
    rows("call", ["neon:sql``", "neon:sql()", "neon:sql.query()", "@vercel/postgres.sql``.rows", "@vercel/postgres.sql.query().rows"]),
  ],
});

const DRIZZLE = [
  "node-postgres", "postgres-js", "neon-http", "neon-serverless", "vercel-postgres", "pglite", "aws-data-api/pg", "pg-proxy", "mysql2", "planetscale-serverless", "mysql-proxy", "tidb-serverless", "singlestore",
  "better-sqlite3", "libsql", "d1", "bun-sqlite", "bun-sql", "sql-js", "sqlite-proxy", "expo-sqlite", "op-sqlite", "durable-sqlite",
];

export const drizzle = framework({
  name: "Drizzle", language: "javascript", see: "https://orm.drizzle.team/docs/sql",
  rows: [
    name("drizzle:db", [...DRIZZLE.map((one) => `drizzle-orm/${one}.drizzle()`), "drizzle:db.transaction(#0)"], { see: "https://orm.drizzle.team/docs/connect-overview" }),
    sink(["execute", "run", "all", "get", "values"].map((one) => `drizzle:db.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://orm.drizzle.team/docs/goodies#raw-sql-queries-execution" }),
    ...tag("drizzle-orm.sql", ["raw"]),
    own(["drizzle-orm.getTableName()", "drizzle-orm.getTableUniqueName()", "drizzle-orm.getTableColumns()", "drizzle-orm.getColumns()"], { deep: true }, { see: "https://orm.drizzle.team/docs/goodies" }),
    rows("call", ["drizzle:db.execute()", "drizzle:db.all()", "drizzle:db.get()", "drizzle:db.values()"]),
  ],
});

export const kysely = framework({
  name: "Kysely", language: "javascript", see: "https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html",
  rows: [
    ...tag("kysely.sql", ["raw", "lit"]),
    sink(["kysely.CompiledQuery.raw"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://kysely-org.github.io/kysely-apidoc/variables/CompiledQuery.html" }),
  ],
});

export const slonik = framework({
  name: "slonik", language: "javascript", see: "https://github.com/gajus/slonik#protecting-against-unsafe-value-interpolation",
  rows: [
    ...tag("slonik.sql.unsafe", []),
    ...tag("slonik.sql.fragment", []),
    clean(["slonik.sql.typeAlias()``", "slonik.sql.type()``"], "fragment"),
  ],
});

export const tags = framework({
  name: "SQL tags", language: "javascript", see: "https://github.com/blakeembrey/sql-template-tag",
  rows: [
    name("sql-template-tag", ["sql-template-tag.default", "sql-template-tag.sql"]),
    ...tag("sql-template-tag", ["raw"]),
    name("sql-template-strings", ["sql-template-strings.SQL", "sql-template-strings.default"], { see: "https://github.com/felixfbecker/node-sql-template-strings#building-complex-queries-with-append" }),
    ...tag("sql-template-strings", []),
    sink(["sql-template-strings``.append", "sql-template-strings``.append().append"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://github.com/felixfbecker/node-sql-template-strings#raw-values" }),
    ...tag("@nearform/sql", ["unsafe"]),
    clean(["@nearform/sql.quoteIdent()"], "fragment", { see: "https://github.com/nearform/sql#quoteidentvalue" }),
    name("@databases/sql", ["@databases/pg.sql", "@databases/mysql.sql", "@databases/sqlite.sql", "@databases/sql.default"], { see: "https://www.atdatabases.org/docs/sql" }),
    ...tag("@databases/sql", ["__dangerous__rawValue"]),
    sink(["@sequelize/core.sql``"], { scope: "statement", text: FIRST, values: null, driver: D.POSITIONAL, isTag: "binds", see: "https://sequelize.org/docs/v7/querying/raw-queries/" }),
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
