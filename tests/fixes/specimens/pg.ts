/** Programs for pg: values in quotes, patterns, numbers, what the server's typing of placeholders could change. */

import { JAVASCRIPT } from "../frames.ts";
import { specimens } from "../specimen.ts";

const on = { language: "javascript", driver: "pg" } as const;
const query = (text: string): string => `await pool.query(${text});`;

const texts = specimens(on, JAVASCRIPT.pg, {
  "a template's hole": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name}'`") },
  "joined by +": { takes: { name: "text" }, code: query(`"SELECT id FROM pet WHERE name = '" + name + "' ORDER BY id"`) },
  "double quotes around, nothing behind": { takes: { name: "text" }, code: query(`"SELECT id FROM pet WHERE name = '" + name + "'"`) },
  "three holes": { takes: { name: "text", kind: "text", note: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name}' AND kind = '${kind}' OR note <> '${note}' ORDER BY id`") },
  "one value twice": { takes: { word: "text" }, code: query("`SELECT id FROM pet WHERE name = '${word}' OR note = '${word}' ORDER BY id`") },
  "lines of their own": { takes: { name: "text", kind: "text" }, code: query(`"SELECT id " +\n  "FROM pet -- the whole house\\n" +\n  "WHERE name = '" + name + "' " +\n  "AND kind = '" + kind + "' " +\n  "ORDER BY id"`) },
  "a template over lines": { takes: { name: "text", day: "day" }, code: query("`\n  SELECT p.id, v.note\n    FROM pet p\n    JOIN visit v ON v.pet_id = p.id\n   WHERE p.name = '${name}'\n     AND v.day >= '${day}'\n   ORDER BY v.id\n`") },
  "a local holds the text": { takes: { name: "text" }, code: "const text = `SELECT id FROM pet WHERE name = '${name}'`;\nawait pool.query(text);" },
  "a local of several lines": { takes: { name: "text", kind: "text" }, code: `const text = "SELECT id FROM pet" +\n  " WHERE name = '" + name + "'" +\n  " AND kind = '" + kind + "'";\nconst { rows } = await pool.query(text);\nreturn rows;` },
  "the object form": { takes: { name: "text" }, code: query("{ text: `SELECT id FROM pet WHERE name = '${name}'`, rowMode: \"array\" }") },
  "the object form with values": { takes: { name: "text", age: "integer" }, code: query("{ text: `SELECT id FROM pet WHERE name = '${name}' AND age > $1`, values: [age] }") },
  "a client of the pool": { takes: { name: "text" }, code: "const client = await pool.connect();\nawait client.query(`SELECT id FROM pet WHERE name = '${name}'`);\nclient.release();" },
  "a callback stays last": { takes: { name: "text" }, code: "pool.query(\"SELECT id FROM pet WHERE name = '\" + name + \"'\", (error, result) => { void error; void result; });" },
  "values bound before": { takes: { name: "text", age: "integer" }, code: query("`SELECT id FROM pet WHERE age >= $1 AND name = '${name}'`, [age]") },
  "values bound behind, one of them twice": { takes: { name: "text", age: "integer", top: "integer" }, code: query("`SELECT id FROM pet WHERE name = '${name}' AND age >= $1 AND age < $2 OR id = $1 ORDER BY id`, [age, top]") },
  "a field of an object": { takes: { filter: "json" }, code: query("`SELECT id FROM pet WHERE name = '${filter.name}'`") },
  "a method's result": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE lower(name) = '${name.trim().toLowerCase()}'`") },
  "a fallback": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name || \"Rex\"}'`") },
  "a choice joined by +": { takes: { flag: "flag", name: "text" }, code: query(`"SELECT id FROM pet WHERE name = '" + (flag ? name : name + "x") + "'"`) },
  "quotes doubled by hand": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name.replace(/'/g, \"''\")}'`") },
  "quotes doubled with replaceAll": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE name = '${name.replaceAll(\"'\", \"''\")}'`") },
  "text made of JSON": { takes: { data: "json" }, code: query("`SELECT id FROM doc WHERE data @> '${JSON.stringify(data)}'`") },
  "JSON with a cast": { takes: { data: "json" }, code: query("`INSERT INTO doc (id, data) VALUES (9, '${JSON.stringify(data)}'::jsonb) RETURNING data`") },
  "quotes and a cast to a date": { takes: { day: "day" }, code: query("`SELECT id FROM visit WHERE day = '${day}'::date`") },
  "a date written out": { takes: { day: "date" }, code: query("`SELECT id FROM doc WHERE at < '${day.toISOString()}'`") },
  "a number in quotes": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = '${id}'`") },
  "a truth value in quotes": { takes: { done: "flag" }, code: query("`SELECT id FROM doc WHERE done = '${done}'`") },
  "insert": { takes: { name: "text", kind: "text" }, code: query("`INSERT INTO pet (id, name, kind) VALUES (99, '${name}', '${kind}') RETURNING id, name`") },
  "update": { takes: { name: "text", note: "text" }, code: query("`UPDATE pet SET note = '${note}', kind = NULL WHERE name = '${name}'`") },
  "delete": { takes: { note: "text" }, code: query("`DELETE FROM visit WHERE note = '${note}'`") },
  "a query of queries": { takes: { name: "text" }, code: query("`WITH found AS (SELECT id FROM pet WHERE name = '${name}') SELECT v.id FROM visit v JOIN found f ON f.id = v.pet_id`") },
  "a value that is selected": { takes: { label: "text" }, code: query("`SELECT id, '${label}' AS label FROM pet ORDER BY id`") },
  "joined in SQL": { takes: { suffix: "text" }, code: query("`SELECT name || '${suffix}' AS label FROM pet ORDER BY id`") },
  "two values joined in SQL": { takes: { one: "text", other: "text" }, code: query("`SELECT id FROM pet WHERE name = '${one}' || '${other}'`") },
  "an argument of a function": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE lower(name) = lower('${name}') AND length('${name}') < 40`") },
  "a fallback in SQL": { takes: { kind: "text" }, code: query("`SELECT id, coalesce(kind, '${kind}') AS kind FROM pet ORDER BY id`") },
  "a case in SQL": { takes: { kind: "text", label: "text" }, code: query("`SELECT id, CASE WHEN kind = '${kind}' THEN '${label}' ELSE 'other' END AS label FROM pet ORDER BY id`") },
  "the order by a comparison": { takes: { kind: "text" }, code: query("`SELECT id FROM pet ORDER BY (kind = '${kind}') DESC NULLS LAST, id`") },
  "a key of JSON": { takes: { key: "word" }, code: query("`SELECT data->>'${key}' AS value FROM doc ORDER BY id`") },
  "an array's item": { takes: { tag: "text" }, code: query("`SELECT id FROM doc WHERE '${tag}' = ANY(tags)`") },
  "an array written by hand": { takes: { tag: "word" }, code: query("`SELECT id FROM doc WHERE tags && '{\"${tag}\"}'`") },
  "dollars in the text": { takes: { name: "text", age: "integer" }, code: query("`SELECT id FROM pet WHERE note <> '$1' AND name = '${name}' AND age > $1`, [age]") },
  "a comment with a quote": { takes: { name: "text" }, code: query("`SELECT id -- the pet's number\n FROM pet WHERE name = '${name}'`") },
  "a quote doubled in another literal": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE note <> 'it''s' AND name = '${name}'`") },
});

const patterns = specimens(on, JAVASCRIPT.pg, {
  "contains": { takes: { term: "text" }, code: query("`SELECT id FROM pet WHERE name LIKE '%${term}%' ORDER BY id`") },
  "begins with, joined by +": { takes: { term: "text" }, code: query(`"SELECT id FROM pet WHERE name ILIKE '" + term + "%' ORDER BY id"`) },
  "ends with": { takes: { term: "text" }, code: query(`"SELECT id FROM pet WHERE name NOT LIKE '%" + term + "' ORDER BY id"`) },
  "two holes in one literal": { takes: { first: "text", last: "text" }, code: query("`SELECT id FROM pet WHERE name = '${first} ${last}'`") },
  "two holes side by side": { takes: { first: "text", last: "text" }, code: query("`SELECT id FROM pet WHERE name = '${first}${last}'`") },
  "a pattern joined by +": { takes: { first: "text", last: "text" }, code: query(`"SELECT id FROM pet WHERE name LIKE '%" + first + "_" + last + "%' ORDER BY id"`) },
  "escaped in SQL": { takes: { term: "text" }, code: query("`SELECT id FROM pet WHERE name LIKE '${term}%' ESCAPE '!' ORDER BY id`") },
  "constants beside": { takes: { term: "text" }, code: query("`SELECT id FROM pet WHERE note LIKE '50\\% %' OR name LIKE '${term}' OR note = '100%' ORDER BY id`") },
  "a regular expression": { takes: { term: "word" }, code: query("`SELECT id FROM pet WHERE name ~* '^${term}' ORDER BY id`") },
  "a prefix in the literal": { takes: { code: "text" }, code: query("`SELECT id FROM pet WHERE 'pet:' || name = 'pet:${code}'`") },
});

const numbers = specimens(on, JAVASCRIPT.pg, {
  "an integer by check": { takes: { id: "integer" }, code: `if (!Number.isInteger(id)) throw new TypeError("id");\n${query("`SELECT name FROM pet WHERE id = ${id}`")}` },
  "an integer by parse": { takes: { age: "integer" }, code: query("`SELECT id FROM pet WHERE age >= ${parseInt(age, 10)} ORDER BY id`") },
  "a limit and an offset": { takes: { size: "count", page: "count" }, code: query("`SELECT id FROM pet ORDER BY id LIMIT ${Number.parseInt(size, 10)} OFFSET ${Number.parseInt(page, 10)}`") },
  "between": { takes: { low: "integer", high: "integer" }, code: query("`SELECT id FROM pet WHERE age BETWEEN ${parseInt(low, 10)} AND ${parseInt(high, 10)} ORDER BY id`") },
  "a cast to text": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = ${String(id)}`") },
  "a column of another numeric type": { takes: { fee: "integer", big: "integer" }, code: query("`SELECT v.id FROM visit v, doc d WHERE v.fee > ${parseInt(fee, 10)} AND d.big = ${parseInt(big, 10)} ORDER BY v.id`") },
  "beside quotes": { takes: { age: "integer", name: "text" }, code: query("`UPDATE pet SET age = ${parseInt(age, 10)} WHERE name = '${name}'`") },
  "an inserted number": { takes: { id: "integer", name: "text" }, code: query("`INSERT INTO visit (id, pet_id, note) VALUES (90, ${parseInt(id, 10)}, '${name}')`") },
  "a sum": { takes: { more: "integer" }, code: query("`SELECT id, age + ${parseInt(more, 10)} AS age FROM pet ORDER BY id`"), unfixed: "what a server takes a placeholder beside a sign for depends on the column" },
  "an integer of a count": { takes: { least: "integer" }, code: query("`SELECT kind FROM pet GROUP BY kind HAVING count(*) > ${parseInt(least, 10)} ORDER BY kind`") },
  "a fraction": { takes: { weight: "number" }, code: query("`SELECT id FROM pet WHERE weight > ${Number(weight)} ORDER BY id`"), isOffered: true },
  "of unknown type": { takes: { id: "integer" }, code: query("`SELECT name FROM pet WHERE id = ${id}`"), isOffered: true },
});

const lists = specimens(on, JAVASCRIPT.pg, {
  "quoted one by one": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name IN (${names.map((name) => `'${name}'`).join(\", \")}) ORDER BY id`") },
  "quoted one by one, with +": { takes: { names: "texts" }, code: query(`"SELECT id FROM pet WHERE name IN (" + names.map((name) => "'" + name + "'").join(",") + ") ORDER BY id"`) },
  "not in": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name NOT IN (${names.map((one) => `'${one}'`)}) ORDER BY id`"), unfixed: "an array put into text by a template, without join" },
  "not in, joined": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name NOT IN (${names.map((one) => `'${one}'`).join()}) ORDER BY id`") },
  "parsed one by one": { takes: { ids: "integers" }, code: query("`SELECT id FROM pet WHERE id IN (${ids.map((id) => parseInt(id, 10)).join(\",\")}) ORDER BY id`") },
  "cast to text one by one": { takes: { ids: "integers" }, code: query("`SELECT id FROM pet WHERE id IN (${ids.map(String).join(\", \")}) ORDER BY id`") },
  "quotes joined in": { takes: { names: "texts" }, code: query("`SELECT id FROM pet WHERE name IN ('${names.join(\"','\")}') ORDER BY id`"), isOffered: true },
  "of unknown items": { takes: { ids: "integers" }, code: query("`SELECT id FROM pet WHERE id IN (${ids.join(\",\")}) ORDER BY id`"), isOffered: true },
  "days": { takes: { days: "days" }, code: query("`SELECT id FROM visit WHERE day IN (${days.map((day) => `'${day}'`).join(\", \")}) ORDER BY id`") },
  "beside a value and a bound one": { takes: { names: "texts", kind: "text", age: "integer" }, code: query("`SELECT id FROM pet WHERE name IN (${names.map((one) => `'${one}'`).join(\", \")}) AND kind = '${kind}' OR age > $1 ORDER BY id`, [age]") },
  "of literals with holes": { takes: { one: "text", other: "text" }, code: query("`SELECT id FROM pet WHERE name IN ('${one}', '${other}') ORDER BY id`") },
});

const misplaced = specimens(on, JAVASCRIPT.pg, {
  "a placeholder in quotes": { takes: { kind: "text" }, code: query("\"SELECT id FROM pet WHERE kind = '$1'\", [kind]"), meant: query("\"SELECT id FROM pet WHERE kind = $1\", [kind]") },
  "a name": { takes: { column: "column" }, code: query("`SELECT ${column} FROM pet ORDER BY id`"), unfixed: "a pool has no quoting of its own, and the file imports none" },
  "a name that the client quotes": { takes: { column: "column" }, code: "const client = await pool.connect();\nawait client.query(`SELECT ${column} FROM pet ORDER BY id`);", isOffered: true },
  "what looks like a placeholder": { takes: { name: "text" }, code: query("`SELECT id FROM pet WHERE note = '$1' AND name = '${name}'`"), unfixed: "the text has a number that no value has" },
  "an argument of any type": { takes: { text: "text" }, code: query("`SELECT concat('a', '${text}') AS label`"), unfixed: "the server cannot tell the type of the placeholder" },
  "a typed literal": { takes: { days: "count" }, code: query("`SELECT id FROM visit WHERE day > date '2024-01-31' - interval '${days} days'`"), unfixed: "a literal with a type before it takes no placeholder" },
  "several statements": { takes: { note: "text" }, code: query("`UPDATE pet SET note = '${note}'; SELECT 1`"), unfixed: "the server takes values for one statement only" },
});

export const pg = [...texts, ...patterns, ...numbers, ...lists, ...misplaced];
