/** Programs in Python that only some drivers can have: lists, values by name, placeholders in quotes, composed statements. */

import { PYTHON } from "../frames.ts";
import { specimens, type Cases, type PythonDriver } from "../specimen.ts";

const LISTS = (execute: (text: string) => string): Cases => ({
  "map(str)": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN (%s) ORDER BY id" % ",".join(map(str, ids))`) },
  "a comprehension with casts": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id NOT IN (" + ", ".join(str(one) for one in ids) + ") ORDER BY id"`) },
  "a list with casts": { takes: { ids: "integers" }, code: execute(`f"SELECT id FROM pet WHERE id IN ({', '.join([str(one) for one in ids])}) ORDER BY id"`) },
  "conversions": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN (%s) ORDER BY id" % ",".join("%d" % one for one in ids)`) },
  "f-strings of numbers": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN ({}) ORDER BY id".format(",".join(f"{one}" for one in ids))`) },
  "sums of items": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN (%s) ORDER BY id" % ",".join(str(one + 1) for one in ids if one > 0)`) },
  "a sorted set": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN (%s) ORDER BY id" % ",".join(str(one) for one in sorted(set(ids)))`) },
  "quotes around each": { takes: { names: "texts" }, code: execute(`"SELECT id FROM pet WHERE name IN (%s) ORDER BY id" % ", ".join("'%s'" % one for one in names)`) },
  "quotes added to each": { takes: { names: "texts" }, code: execute(`"SELECT id FROM pet WHERE name NOT IN (" + ",".join(["'" + one + "'" for one in names]) + ") ORDER BY id"`) },
  "quotes in f-strings": { takes: { names: "texts" }, code: execute(`"SELECT id FROM pet WHERE name IN (%s) ORDER BY id" % ",".join(f"'{one.strip()}'" for one in names)`) },
  "quotes doubled in each": { takes: { names: "texts" }, code: execute(`"SELECT id FROM pet WHERE name IN (%s) ORDER BY id" % ",".join("'%s'" % one.replace("'", "''") for one in names)`) },
  "beside a value and a bound one": { takes: { names: "texts", kind: "text", age: "integer" }, code: execute(`"SELECT id FROM pet WHERE name IN (" + ",".join("'%s'" % one for one in names) + ") AND kind = '" + kind + "' OR age > %s ORDER BY id", (age,)`) },
  "no blanks around": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN(%s)ORDER BY id" % ",".join(map(str, ids))`) },
  "quotes joined in": { takes: { names: "texts" }, code: execute(`"SELECT id FROM pet WHERE name IN ('%s') ORDER BY id" % "', '".join(names)`), isOffered: true },
});

/** Drivers that write a tuple out with its parentheses. */
const TUPLES = (execute: (text: string) => string): Cases => ({
  "a tuple put into text": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN " + str(tuple(ids)) + " ORDER BY id"`) },
  "a tuple in a tuple": { takes: { ids: "integers" }, code: execute(`"SELECT id FROM pet WHERE id IN %s ORDER BY id" % (tuple(ids),)`) },
  "a tuple in an f-string": { takes: { names: "texts" }, code: execute(`f"SELECT id FROM pet WHERE name NOT IN {tuple(names)} ORDER BY id"`) },
  "a cast number": { takes: { size: "count", age: "integer" }, code: execute(`"SELECT id FROM pet WHERE age > %s ORDER BY id LIMIT %s" % (int(age), int(size))`) },
  "a cast fraction": { takes: { weight: "number" }, code: execute(`f"SELECT id FROM pet WHERE weight > {float(weight)} ORDER BY id"`) },
  "an arithmetic": { takes: { more: "integer" }, code: execute(`"SELECT age + %s AS age, coalesce(age, %s) AS other FROM pet ORDER BY id" % (int(more), int(more))`) },
});

const NAMED = (execute: (text: string) => string): Cases => ({
  "beside a table of values": { takes: { name: "text", age: "integer" }, code: execute(`f"SELECT id FROM pet WHERE name = '{name}' AND age > %(age)s", {"age": age}`) },
  "a name that is taken": { takes: { name: "text", age: "integer" }, code: execute(`f"SELECT id FROM pet WHERE name LIKE '%%{name}' AND age > %(name)s ORDER BY id", {"name": age}`) },
  "a placeholder in quotes": { takes: { name: "text", age: "integer" }, code: execute(`"SELECT id FROM pet WHERE name = '%s' AND age > %s", (name, age)`), meant: execute(`"SELECT id FROM pet WHERE name = %s AND age > %s", (name, age)`) },
  "a placeholder in a pattern": { takes: { term: "text" }, code: execute(`"SELECT id FROM pet WHERE name LIKE '%%%s%%' ORDER BY id", (term,)`), meant: execute(`"SELECT id FROM pet WHERE name LIKE %s ORDER BY id", ("%" + term + "%",)`) },
  "a named placeholder in quotes": { takes: { name: "text", age: "integer" }, code: execute(`"SELECT id FROM pet WHERE name = '%(name)s' AND age > %(age)s", {"name": name, "age": age}`), meant: execute(`"SELECT id FROM pet WHERE name = %s AND age > %s", (name, age)`) },
  "an empty tuple of values": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE note = '100%%' OR name = '" + name + "' ORDER BY id", ()`) },
  "of unknown type": { takes: { id: "integer" }, code: execute(`"SELECT name FROM pet WHERE id = %s" % id`), isOffered: true },
});

const byAddon = (text: string): string => `self.env.cr.execute(${text})`;
const byCursor = (text: string): string => `cr.execute(${text})`;
const of = (driver: PythonDriver, cases: Cases, head = "") => specimens({ language: "python", driver }, (body, parameters) => PYTHON[driver](body, parameters, head), cases);

const psycopg2 = [
  ...of("psycopg2", { ...LISTS(byAddon), ...TUPLES(byAddon), ...NAMED(byAddon) }),
  ...of("psycopg2", { "escaped for LIKE": { takes: { term: "text" }, code: byAddon(`"SELECT id FROM pet WHERE name LIKE '%" + escape_psql(term) + "%' ORDER BY id"`) } }, "from odoo.tools import escape_psql\n"),
  ...of("psycopg2", { "by keyword": { takes: { name: "text", age: "integer" }, code: "self.env.cr.execute(query=\"SELECT id FROM pet WHERE age > %s AND name = '\" + name + \"'\", params=(age,))" } }),
];

const odoo = of("odoo", {
  "a composed statement": { takes: { name: "text" }, code: byAddon(`SQL(f"SELECT id FROM pet WHERE name = '{name}'")`) },
  "with an argument already": { takes: { name: "text", kind: "text" }, code: byAddon(`SQL(f"SELECT id FROM pet WHERE name = '{name}' AND kind <> %s", kind)`) },
  "a composed pattern": { takes: { term: "text" }, code: byAddon(`SQL(f"SELECT id FROM pet WHERE name LIKE '%%{term}%%' ORDER BY id")`) },
});

const sqlalchemy = of("sqlalchemy", {
  "text in quotes": { takes: { name: "text" }, code: `session.execute(text(f"SELECT id FROM pet WHERE name = '{name}'"))` },
  "beside a value": { takes: { name: "text", age: "integer" }, code: `session.execute(text(f"SELECT id FROM pet WHERE name = '{name}' AND age > :age"), {"age": age})` },
  "a time in the text": { takes: { name: "text" }, code: `session.execute(text("SELECT id FROM pet WHERE note <> '12:30' AND name = '%s'" % name))` },
  "a pattern": { takes: { term: "text" }, code: `session.execute(text("SELECT id FROM pet WHERE name LIKE '%" + term + "%' ORDER BY id"))` },
  "percent signs": { takes: { name: "text" }, code: `session.execute(text("SELECT id FROM pet WHERE note = '100%%' OR name = '%s' ORDER BY id" % name))` },
});

const sqlite3 = of("sqlite3", {
  "beside a table of values": { takes: { name: "text", age: "integer" }, code: byCursor(`f"SELECT id FROM pet WHERE name = '{name}' AND age > :age", {"age": age}`) },
  "a list": { takes: { ids: "integers" }, code: byCursor(`"SELECT id FROM pet WHERE id IN (%s) ORDER BY id" % ",".join(map(str, ids))`), unfixed: "sqlite3 takes no list for a placeholder" },
  "a question mark in the text": { takes: { name: "text" }, code: byCursor(`f"SELECT id FROM pet WHERE note = 'what?' OR name = '{name}'"`), unfixed: "what is a placeholder already cannot be told" },
});

export const onPostgres = [...psycopg2, ...odoo, ...of("psycopg", { ...LISTS(byCursor), ...NAMED(byCursor) })];
export const onSqlite = [...of("pymysql", { ...LISTS(byCursor), ...TUPLES(byCursor), ...NAMED(byCursor) }), ...sqlalchemy, ...sqlite3];
