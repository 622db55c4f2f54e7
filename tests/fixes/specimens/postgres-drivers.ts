/** Programs for what else speaks to Postgres from JavaScript: PGlite, postgres.js, knex and Sequelize; and pg in TypeScript. */

import { JAVASCRIPT } from "../frames.ts";
import { specimens } from "../specimen.ts";

const pglite = specimens({ language: "javascript", driver: "pglite" }, JAVASCRIPT.pglite, {
  "a hole in quotes": { takes: { name: "text" }, code: "const { rows } = await db.query(`SELECT id FROM pet WHERE name = '${name}'`);\nreturn rows;" },
  "a pattern beside a bound value": { takes: { term: "text", age: "integer" }, code: "await db.query(`SELECT id FROM pet WHERE name LIKE '%${term}%' AND age > $1 ORDER BY id`, [age]);" },
  "a list": { takes: { names: "texts" }, code: "await db.query(`SELECT id FROM pet WHERE name IN (${names.map((one) => `'${one}'`).join(\", \")}) ORDER BY id`);" },
  "an integer": { takes: { id: "integer" }, code: "await db.query(\"SELECT name FROM pet WHERE id = \" + parseInt(id, 10));" },
});

const postgresJs = specimens({ language: "javascript", driver: "postgres.js" }, JAVASCRIPT["postgres.js"], {
  "a tag's hole in quotes": { takes: { name: "word" }, code: "await sql`SELECT id FROM pet WHERE name = '${name}'`;", meant: "await sql`SELECT id FROM pet WHERE name = ${name}`;" },
  "a tag's pattern": { takes: { term: "text" }, code: "await sql`SELECT id FROM pet WHERE name LIKE '%${term}%' ORDER BY id`;", meant: "await sql`SELECT id FROM pet WHERE name LIKE ${`%${term}%`} ORDER BY id`;" },
  "unsafe becomes a tag": { takes: { name: "text" }, code: "await sql.unsafe(`SELECT id FROM pet WHERE name = '${name}'`);", isOffered: true },
  "unsafe with two holes": { takes: { name: "text", note: "text" }, code: "await sql.unsafe(`UPDATE pet SET note = '${note}' WHERE name LIKE '${name}%'`);", isOffered: true },
});

const knex = specimens({ language: "javascript", driver: "knex-pg" }, JAVASCRIPT["knex-pg"], {
  "a raw statement": { takes: { name: "text" }, code: "await db.raw(`SELECT id FROM pet WHERE name = '${name}'`);" },
  "beside a bound value": { takes: { name: "text", age: "integer" }, code: "await db.raw(\"SELECT id FROM pet WHERE age > ? AND name = '\" + name + \"' ORDER BY id\", [age]);" },
  "a raw condition": { takes: { name: "text" }, code: "await db(\"pet\").select(\"id\").where(\"age\", \">\", 1).whereRaw(`lower(name) = '${name}'`).orderBy(\"id\");" },
  "a raw pattern": { takes: { term: "text" }, code: "await db(\"pet\").select(\"id\").whereRaw(\"name LIKE '%\" + term + \"%'\").orderBy(\"id\");" },
  "a raw condition of groups": { takes: { name: "text" }, code: "await db(\"pet\").select(\"kind\").groupBy(\"kind\").havingRaw(`min(name) = '${name}'`).orderBy(\"kind\");" },
  "a raw order": { takes: { name: "text" }, code: "await db(\"pet\").select(\"id\").orderByRaw(`name = '${name}' DESC, id`);" },
  "a raw column": { takes: { label: "text" }, code: "await db.select(\"id\", db.raw(`'${label}' AS label`)).from(\"pet\").orderBy(\"id\");" },
  "a raw integer": { takes: { size: "count" }, code: "await db.raw(`SELECT id FROM pet ORDER BY id LIMIT ${parseInt(size, 10)}`);" },
  "a column of unknown name": { takes: { column: "column" }, code: "await db.raw(`SELECT id FROM pet ORDER BY ${column}, id`);", isOffered: true },
  "a question mark in the text": { takes: { name: "text" }, code: "await db.raw(`SELECT id FROM pet WHERE note = 'what\\\\?' AND name = '${name}'`);", unfixed: "knex would take the question mark for a placeholder" },
});

const sequelize = specimens({ language: "javascript", driver: "sequelize-pg" }, JAVASCRIPT["sequelize-pg"], {
  "a hole in quotes": { takes: { name: "text" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}'`);" },
  "beside the options": { takes: { name: "text" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}'`, { type: QueryTypes.SELECT });" },
  "beside replacements": { takes: { name: "text", age: "integer" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}' AND age > :age`, { replacements: { age }, type: QueryTypes.SELECT });" },
  "a cast and a time": { takes: { day: "day" }, code: "await sequelize.query(`SELECT id FROM visit WHERE day > '${day}'::date AND note <> '12:30 :x' ORDER BY id`);" },
  "a pattern": { takes: { term: "text" }, code: "await sequelize.query(\"SELECT id FROM pet WHERE name LIKE '%\" + term + \"%' ORDER BY id\");" },
  "a number": { takes: { weight: "number" }, code: "await sequelize.query(`SELECT id FROM pet WHERE age > ${Number(weight)} ORDER BY id`);" },
});

const typed = (parameters: string) => (body: string) => `import { Pool } from "pg";\n\nconst pool = new Pool();\n\nexport async function run(${parameters}) {\n  ${body}\n}\n`;
const inTypescript = { language: "typescript", driver: "pg" } as const;

const typescript = [
  ...specimens(inTypescript, typed("name: string, note?: string | null"), {
    "texts by annotation": { takes: { name: "text", note: "text" }, code: "return pool.query(`SELECT id FROM pet WHERE name = '${name}' AND note <> '${note ?? \"\"}'`);" },
    "a cast of TypeScript": { takes: { name: "text", note: "text" }, code: "return pool.query(`SELECT id FROM pet WHERE name = '${name as string}' OR note = '${note!}' ORDER BY id`);" },
  }),
  ...specimens(inTypescript, typed("state: \"open\" | \"closed\" | \"late\""), {
    "a union of literals": { takes: { state: "word" }, code: "return pool.query(`SELECT id FROM visit WHERE state = '${state}'`);" },
  }),
  ...specimens(inTypescript, typed("before: Date"), {
    "a date": { takes: { before: "date" }, code: "return pool.query(\"SELECT id FROM doc WHERE at < '\" + before.toISOString() + \"' ORDER BY id\");" },
  }),
  ...specimens(inTypescript, typed("id: number, others: readonly number[]"), {
    "numbers by annotation": { takes: { id: "integer", others: "integers" }, code: "return pool.query(`SELECT id FROM pet WHERE id = ${id} OR age IN (${others.join()}) ORDER BY id`);", isOffered: true },
  }),
];

export const postgresDrivers = [...pglite, ...postgresJs, ...knex, ...sequelize, ...typescript];
