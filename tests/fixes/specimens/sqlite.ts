/** Programs for SQLite's drivers in JavaScript, and for knex and Sequelize over it. */

import { JAVASCRIPT } from "../frames.ts";
import { specimens } from "../specimen.ts";

const better = specimens({ language: "javascript", driver: "better-sqlite3" }, JAVASCRIPT["better-sqlite3"], {
  "a hole in quotes": { takes: { name: "text" }, code: "return db.prepare(`SELECT id FROM pet WHERE name = '${name}'`).all();" },
  "the first row": { takes: { name: "text", kind: "text" }, code: "return db.prepare(\"SELECT id FROM pet WHERE name = '\" + name + \"' AND kind = '\" + kind + \"'\").get();" },
  "a change": { takes: { note: "text", id: "integer" }, code: "return db.prepare(`UPDATE pet SET note = '${note}' WHERE id = ${Number(id)}`).run();" },
  "an inserted row": { takes: { note: "text", day: "day" }, code: "return db.prepare(`INSERT INTO visit (id, pet_id, day, note) VALUES (90, 1, '${day}', '${note}')`).run();" },
  "values bound beside": { takes: { age: "integer", name: "text", top: "integer" }, code: "return db.prepare(`SELECT id FROM pet WHERE age >= ? AND name = '${name}' AND age < ?`).all(age, top);" },
  "values bound in a list": { takes: { age: "integer", name: "text" }, code: "return db.prepare(`SELECT id FROM pet WHERE name = '${name}' AND age >= ?`).all([age]);" },
  "a pattern": { takes: { term: "text" }, code: "return db.prepare(`SELECT id FROM pet WHERE name LIKE '%${term}%' ORDER BY id`).all();" },
  "a pattern of names of files": { takes: { term: "text" }, code: "return db.prepare(`SELECT id FROM pet WHERE name GLOB '${term}*' ORDER BY id`).all();" },
  "a number that is compared": { takes: { age: "integer", weight: "number" }, code: "return db.prepare(`SELECT id FROM pet WHERE age > ${Number(age)} AND weight < ${Number(weight)} ORDER BY id`).all();" },
  "a limit": { takes: { size: "count" }, code: "return db.prepare(`SELECT id FROM pet ORDER BY id LIMIT ${parseInt(size, 10)}`).all();" },
  "a function of days": { takes: { day: "day" }, code: "return db.prepare(`SELECT id FROM visit WHERE day > date('${day}', '-3 days') ORDER BY id`).all();" },
  "a type that is asked for": { takes: { label: "text" }, code: "return db.prepare(`SELECT '${label}' AS label, typeof('${label}') AS type`).all();" },
  "a list": { takes: { names: "texts" }, code: "return db.prepare(`SELECT id FROM pet WHERE name IN (${names.map((one) => `'${one}'`).join()}) ORDER BY id`).all();", unfixed: "SQLite takes no list for a placeholder" },
  "a name in double quotes": { takes: { column: "column" }, code: "return db.prepare(`SELECT \"${column}\" FROM pet ORDER BY id`).all();", unfixed: "names are not bound" },
  "a question mark in the text": { takes: { name: "text" }, code: "return db.prepare(`SELECT id FROM pet WHERE note = 'what?' AND name = '${name}'`).all();", unfixed: "what is a placeholder already cannot be told" },
});

const sqlite3 = specimens({ language: "javascript", driver: "sqlite3" }, JAVASCRIPT.sqlite3, {
  "a callback stays last": { takes: { name: "text" }, code: "db.all(\"SELECT id FROM pet WHERE name = '\" + name + \"'\", (error, rows) => { void error; void rows; });" },
  "each row": { takes: { term: "text" }, code: "db.each(`SELECT id FROM pet WHERE name LIKE '%${term}%' ORDER BY id`, (error, row) => { void error; void row; });" },
  "values bound beside": { takes: { name: "text", age: "integer" }, code: "db.get(`SELECT id FROM pet WHERE name = '${name}' AND age > ?`, [age], (error, row) => { void error; void row; });" },
  "without a callback": { takes: { note: "text" }, code: "db.run(`UPDATE pet SET note = '${note}' WHERE id = 1`);" },
  "numbers of every kind": { takes: { weight: "number", age: "integer" }, code: "db.all(`SELECT id, 7 / ${Number(age)} AS part FROM pet WHERE weight > ${Number(weight)} ORDER BY id`, (error, rows) => { void error; void rows; });" },
  "a local over lines": { takes: { name: "text", kind: "text" }, code: "const text = `\n  SELECT id\n    FROM pet\n   WHERE name = '${name}'\n     AND kind <> '${kind}'\n`;\ndb.all(text, (error, rows) => { void error; void rows; });" },
});

const others = [
  ...specimens({ language: "javascript", driver: "sql.js" }, JAVASCRIPT["sql.js"], {
    "a hole in quotes": { takes: { name: "text" }, code: "const SQL = await initSqlJs();\nconst db = new SQL.Database();\nreturn db.exec(`SELECT id FROM pet WHERE name = '${name}'`);" },
    "values bound beside": { takes: { name: "text", age: "integer" }, code: "const SQL = await initSqlJs();\nconst db = new SQL.Database();\nreturn db.exec(\"SELECT id FROM pet WHERE age > ? AND name = '\" + name + \"'\", [age]);" },
  }),
  ...specimens({ language: "javascript", driver: "libsql" }, JAVASCRIPT.libsql, {
    "a hole in quotes": { takes: { name: "text" }, code: "return client.execute(`SELECT id FROM pet WHERE name = '${name}'`);" },
    "the object form": { takes: { name: "text" }, code: "return client.execute({ sql: `SELECT id FROM pet WHERE name = '${name}'` });" },
    "the object form with values": { takes: { name: "text", age: "integer" }, code: "return client.execute({ sql: `SELECT id FROM pet WHERE name LIKE '${name}%' AND age > ? ORDER BY id`, args: [age] });" },
  }),
  ...specimens({ language: "javascript", driver: "knex-sqlite" }, JAVASCRIPT["knex-sqlite"], {
    "a raw statement": { takes: { name: "text" }, code: "await db.raw(`SELECT id FROM pet WHERE name = '${name}'`);" },
    "a raw condition": { takes: { name: "text" }, code: "await db(\"pet\").select(\"id\").whereRaw(`name LIKE '${name}%'`).orderBy(\"id\");" },
    "any number": { takes: { weight: "number" }, code: "await db.raw(`SELECT id FROM pet WHERE weight > ${Number(weight)} ORDER BY id`);", isOffered: true },
  }),
  ...specimens({ language: "javascript", driver: "sequelize" }, JAVASCRIPT.sequelize, {
    "a hole in quotes": { takes: { name: "text" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}'`);" },
    "beside replacements, with the options": { takes: { name: "text", age: "integer" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}' AND age > :age`, { type: QueryTypes.SELECT, replacements: { age } });" },
    "a name that is taken": { takes: { name: "text", age: "integer" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}' AND age > :name`, { replacements: { name: age } });" },
    "a value twice": { takes: { filter: "json" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${filter.name}' OR note = '${filter.name}' ORDER BY id`);" },
    "names of replacements in literals and comments": { takes: { name: "text" }, code: "await sequelize.query(`SELECT id FROM pet WHERE note <> ':name' AND name = '${name}' -- by :name\\n ORDER BY id`);" },
    "beside numbers in order": { takes: { name: "text", age: "integer" }, code: "await sequelize.query(`SELECT id FROM pet WHERE name = '${name}' AND age > ?`, { replacements: [age] });", unfixed: "replacements by position take no name" },
  }),
];

export const sqlite = [...better, ...sqlite3, ...others];
