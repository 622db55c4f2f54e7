/** Programs for mysql and mysql2: what the formatters make of old and new text. */

import { JAVASCRIPT } from "../frames.ts";
import { specimens, type Cases } from "../specimen.ts";

const query = (text: string): string => `await pool.query(${text});`;

const CASES: Cases = {
  "a hole in quotes": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name}'`") },
  "in double quotes": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = \"${name}\"`") },
  "joined by +": { takes: { name: "text", kind: "text" }, code: query(`"SELECT id FROM pet WHERE name = '" + name + "' AND kind = '" + kind + "'"`) },
  "quotes escaped in the source": { takes: { name: "text" }, code: query(String.raw`'SELECT id FROM pet WHERE name = \'' + name + '\' ORDER BY id'`) },
  "a pattern": { takes: { term: "text" }, code: query("`SELECT id FROM pet WHERE name LIKE '%${term}%' ORDER BY id`") },
  "a pattern joined by +": { takes: { term: "text" }, code: query(`"SELECT id FROM pet WHERE name LIKE '" + term + "%' ORDER BY id"`) },
  "several holes in one literal": { takes: { first: "text", last: "text" }, code: query("`SELECT id FROM pet WHERE name = '${first} ${last}' OR name = '${first}${last}'`") },
  "a bound value before": { takes: { age: "integer", name: "text" }, code: query("`SELECT id FROM pet WHERE age > ? AND name = '${name}'`, [age]") },
  "a bound value behind": { takes: { age: "integer", name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name}' AND age > ? AND age < ?`, [age, 50]") },
  "a value twice": { takes: { word: "text" }, code: query("`SELECT id FROM pet WHERE name = '${word}' OR note = '${word}' ORDER BY id`") },
  "the object form": { takes: { name: "text" }, code: query("{ sql: `SELECT id FROM pet WHERE name = '${name}'`, timeout: 40000 }") },
  "the object form with values": { takes: { name: "text", age: "integer" }, code: query("{ sql: `SELECT id FROM pet WHERE age > ? AND name = '${name}'`, values: [age] }") },
  "a connection with a callback": { takes: { name: "text" }, code: "pool.getConnection((error, connection) => {\n  connection.query(\"SELECT id FROM pet WHERE name = '\" + name + \"'\", (failure, rows) => { void failure; void rows; });\n});" },
  "a local": { takes: { name: "text" }, code: `const sql = "SELECT id FROM pet " +\n  "WHERE name = '" + name + "' " +\n  "ORDER BY id";\n${query("sql")}` },
  "any number": { takes: { weight: "number" }, code: query("`SELECT id FROM pet WHERE weight > ${Number(weight)} ORDER BY id`") },
  "a number cast to text": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = ${String(id)}`") },
  "a limit and an offset": { takes: { offset: "count", size: "count" }, code: query("`SELECT id FROM pet ORDER BY id LIMIT ${parseInt(offset, 10)}, ${parseInt(size, 10)}`") },
  "a number in quotes": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = '${id}'`") },
  "a list quoted one by one": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name IN (${names.map((name) => `'${name}'`).join(\", \")}) ORDER BY id`") },
  "a list of numbers": { takes: { ids: "integers" }, code: query("`SELECT id FROM pet WHERE id NOT IN (${ids.map(Number).join(\",\")}) ORDER BY id`") },
  "a list cast to text": { takes: { ids: "integers" }, code: query("\"SELECT id FROM pet WHERE id IN (\" + ids.map(String).join() + \") ORDER BY id\"") },
  "a list beside the rest": { takes: { age: "integer", names: "texts", kind: "text" }, code: query("`SELECT id FROM pet WHERE age > ? AND name NOT IN (${names.map((name) => `'${name}'`).join(\", \")}) AND kind = '${kind}' ORDER BY id`, [age]") },
  "quotes joined in": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name IN ('${names.join(\"', '\")}') ORDER BY id`"), isOffered: true },
  "a list of unknown items": { takes: { ids: "integers" }, code: query("`SELECT id FROM pet WHERE id IN (${ids.join()}) ORDER BY id`"), isOffered: true },
  "of unknown type": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = ${id}`"), isOffered: true },
  "a column of unknown name": { takes: { column: "column" }, code: query("`SELECT id FROM pet ORDER BY ${column}, id`"), isOffered: true },
  "quotes doubled by hand": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name.replace(/'/g, \"''\")}'`") },
  "text made of JSON": { takes: { data: "json" }, code: query("`INSERT INTO visit (id, pet_id, note) VALUES (90, 1, '${JSON.stringify(data)}')`") },
  "insert": { takes: { note: "text", fee: "number" }, code: query("`INSERT INTO visit (id, pet_id, note, fee) VALUES (90, 1, '${note}', ${Number(fee)})`") },
  "update and a date": { takes: { note: "text", day: "date" }, code: query("`UPDATE visit SET note = '${note}' WHERE day < '${day.toISOString().slice(0, 10)}'`") },
  "delete": { takes: { note: "text" }, code: query("`DELETE FROM visit WHERE note = '${note}'`") },
  "percent signs and colons in the text": { takes: { name: "text" }, code: query("`SELECT id, '10%' AS rate FROM pet WHERE note <> '12:30 :x $1' AND name = '${name}'`") },
  "a question mark in the text": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE note <> 'what?' AND name = '${name}'`"), unfixed: "the formatter would take it for a placeholder" },
};

/** Only the older formatter fills placeholders in quotes. */
const QUOTED_PLACEHOLDERS: Cases = {
  "a placeholder in quotes": { takes: { name: "text" }, code: query("\"SELECT id FROM pet WHERE name = '?'\", [name]"), meant: query("\"SELECT id FROM pet WHERE name = ?\", [name]") },
  "a placeholder in a pattern": { takes: { term: "text" }, code: query("\"SELECT id FROM pet WHERE name LIKE '%?%' ORDER BY id\", [term]"), meant: query("\"SELECT id FROM pet WHERE name LIKE ? ORDER BY id\", [`%${term}%`]") },
};

const EXECUTE: Cases = {
  "a hole in quotes": { takes: { name: "text" }, code: "const [rows] = await pool.execute(`SELECT id FROM pet WHERE name = '${name}'`);\nreturn rows;" },
  "beside a bound value": { takes: { name: "text", age: "integer" }, code: "await pool.execute(`SELECT id FROM pet WHERE name LIKE '%${name}%' AND age > ? ORDER BY id`, [age]);" },
  "a number": { takes: { age: "integer" }, code: "await pool.execute(`SELECT id FROM pet WHERE age > ${Number(age)} ORDER BY id`);" },
  "a list": { takes: { names: "texts" }, code: "await pool.execute(`SELECT id FROM pet WHERE name IN (${names.map((name) => `'${name}'`).join()}) ORDER BY id`);", unfixed: "the server takes no list for a placeholder" },
};

export const mysql = [
  ...specimens({ language: "javascript", driver: "mysql" }, JAVASCRIPT.mysql, { ...CASES, ...QUOTED_PLACEHOLDERS }),
  ...specimens({ language: "javascript", driver: "mysql2" }, JAVASCRIPT.mysql2, CASES),
  ...specimens({ language: "javascript", driver: "mysql2-execute" }, JAVASCRIPT["mysql2-execute"], EXECUTE),
];
