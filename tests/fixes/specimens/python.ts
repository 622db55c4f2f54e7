/** Programs in Python that every driver with `%s` and sqlite3 have in common. */

import { PYTHON } from "../frames.ts";
import { specimens, type Cases, type PythonDriver } from "../specimen.ts";

/** A driver's call, its placeholder, and how a percent sign stands in a text that has bound values. */
interface Dialect {
  readonly execute: (text: string, before?: string) => string;
  readonly mark: string;
  readonly percent: string;
}

const cases = ({ execute, mark, percent }: Dialect): Cases => ({
  "percent, one value": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s'" % name`) },
  "percent, a tuple of one": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s'" % (name,)`) },
  "percent, a tuple": { takes: { name: "text", kind: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s' OR kind = '%s' ORDER BY id" % (name, kind)`) },
  "percent, a table": { takes: { name: "text", kind: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%(name)s' OR kind = '%(kind)s' OR note = '%(name)s' ORDER BY id" % {"name": name, "kind": kind}`) },
  "an f-string": { takes: { name: "text" }, code: execute(`f"SELECT id FROM pet WHERE name = '{name}'"`) },
  "format by position": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '{}'".format(name)`) },
  "format out of order": { takes: { name: "text", kind: "text" }, code: execute(`"SELECT id FROM pet WHERE kind = '{1}' OR name = '{0}' OR note = '{1}' ORDER BY id".format(name, kind)`) },
  "format by keyword": { takes: { name: "text", kind: "text" }, code: execute(`"SELECT id FROM pet WHERE kind = '{wanted}' OR name = '{0}' ORDER BY id".format(name, wanted=kind)`) },
  "a sum": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '" + name + "'"`) },
  "a sum over lines": { takes: { name: "text", kind: "text" }, code: execute(`(\n    "SELECT id FROM pet"\n    + " WHERE name = '" + name + "'"  # the name\n    + " AND kind = '" + kind + "'"\n)`) },
  "literals side by side": { takes: { name: "text" }, code: execute(`\n    "SELECT id "\n    "FROM pet "  # all of them\n    "WHERE name = '%s' "\n    "ORDER BY id" % name\n`) },
  "one f-string of several literals": { takes: { name: "text" }, code: execute(`\n    "SELECT id FROM pet "\n    f"WHERE note <> '{{}}' AND name = '{name}' "\n    "ORDER BY id"\n`) },
  "braces of two literals": { takes: { name: "text", kind: "text" }, code: execute(`\n    f"SELECT id FROM pet WHERE name = '{name}' "\n    "AND note <> '{{x}}' "\n    f"AND kind <> '{kind}'"\n`) },
  "two formats in a sum": { takes: { name: "text", kind: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s'" % name + " AND kind = '{}'".format(kind)`) },
  "triple quotes": { takes: { name: "text", day: "day" }, code: execute(`"""\n    SELECT id -- the name comes first\n      FROM pet\n     WHERE name = '%s' AND born < '%s'\n""" % (name, day)`) },
  "an f-string in triple quotes": { takes: { name: "text" }, code: execute(`f"""\n    SELECT id -- 100% of them\n      FROM pet\n     WHERE name = '{name}'\n"""`) },
  "a local": { takes: { name: "text" }, code: execute("query", `query = "SELECT id FROM pet WHERE name = '%s'" % name\n`) },
  "a local in triple quotes": { takes: { name: "text" }, code: execute("query", `query = """\n    SELECT id\n      FROM pet\n     WHERE name = '{}'\n""".format(name)\n`) },
  "single quotes escaped": { takes: { name: "text" }, code: execute(String.raw`'SELECT id FROM pet WHERE name = \'%s\'' % name`) },
  "a raw f-string": { takes: { name: "text" }, code: execute(String.raw`rf"SELECT id FROM pet WHERE note <> '\d{{2}}' AND name = '{name}'"`) },
  "a percent sign in a sum": { takes: { name: "text" }, code: execute(`"SELECT id, '10%' AS rate FROM pet WHERE note = '100%' OR name = '" + name + "' ORDER BY id"`) },
  "a percent sign as an escape": { takes: { name: "text" }, code: execute(String.raw`"SELECT id FROM pet WHERE note = '100\x25' OR name = '" + name + "' ORDER BY id"`) },
  "two percent signs in a sum": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE note = 'a%%b' OR name = '" + name + "' ORDER BY id"`) },
  "percent signs of a format": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE note = 'a%%%%b' OR note LIKE '50%% %%' OR name = '%s' ORDER BY id" % name`) },
  "what looks like a placeholder": { takes: { name: "text" }, code: execute(`f"SELECT id FROM pet WHERE note = '%s' OR name = '{name}' ORDER BY id"`) },
  "a remainder": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE id %% 2 = 1 AND name <> '%s' ORDER BY id" % name`) },
  "a pattern in percent": { takes: { term: "text" }, code: execute(`"SELECT id FROM pet WHERE name LIKE '%%%s%%' ORDER BY id" % term`) },
  "a pattern in a sum": { takes: { term: "text" }, code: execute(`"SELECT id FROM pet WHERE name LIKE '%" + term + "%' ORDER BY id"`) },
  "a pattern in an f-string": { takes: { term: "text" }, code: execute(`f"SELECT id FROM pet WHERE name LIKE '{term}%' ORDER BY id"`) },
  "a pattern in format": { takes: { term: "text" }, code: execute(`"SELECT id FROM pet WHERE name LIKE '_{}' ORDER BY id".format(term)`) },
  "two holes in one literal": { takes: { first: "text", last: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s %s'" % (first, last)`) },
  "two holes in a sum's literal": { takes: { first: "text", last: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '" + first + last + "' OR name = '" + first + " " + last + "' ORDER BY id"`) },
  "a value bound before": { takes: { age: "integer", name: "text" }, code: execute(`"SELECT id FROM pet WHERE age >= ${mark} AND name = '" + name + "'", (age,)`) },
  "a value bound behind": { takes: { age: "integer", name: "text" }, code: execute(`f"SELECT id FROM pet WHERE name LIKE '${percent}{name}' AND age >= ${mark} ORDER BY id", [age]`) },
  "values bound on both sides": { takes: { low: "integer", name: "text", high: "integer" }, code: execute(`"SELECT id FROM pet WHERE age > ${mark.replace("%", "%%")} AND name = '%s' AND age < ${mark.replace("%", "%%")}" % name, [low, high]`) },
  "a conversion": { takes: { age: "integer" }, code: execute(`"SELECT id FROM pet WHERE age = %d ORDER BY id" % age`) },
  "a conversion that cuts": { takes: { age: "number" }, code: execute(`"SELECT id FROM pet WHERE age = %d ORDER BY id" % age`) },
  "a cast to text": { takes: { id: "integer" }, code: execute(`"SELECT name FROM pet WHERE id = " + str(id)`) },
  "a fraction cast to text": { takes: { age: "number" }, code: execute(`"SELECT id FROM pet WHERE age > " + str(age) + " ORDER BY id"`) },
  "a date in quotes": { takes: { day: "date" }, code: execute(`"SELECT id FROM visit WHERE day >= '%s' ORDER BY id" % day`) },
  "a date cast to text": { takes: { day: "date" }, code: execute(`"SELECT id FROM visit WHERE day = '" + str(day) + "'"`) },
  "a date written out": { takes: { day: "date" }, code: execute(`f"SELECT id FROM visit WHERE day = '{day.isoformat()}'"`) },
  "a number in quotes": { takes: { id: "integer" }, code: execute(`"SELECT name FROM pet WHERE id = '%s'" % id`) },
  "quotes doubled by hand": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%s'" % name.replace("'", "''")`) },
  "a fallback": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '" + (name or "Rex") + "'"`) },
  "a choice": { takes: { name: "text", flag: "flag" }, code: execute(`f"SELECT id FROM pet WHERE name = '{name if flag else 'Rex'}'"`) },
  "an item": { takes: { values: "json" }, code: execute(`"SELECT id FROM pet WHERE name = '%s'" % values["name"]`) },
  "methods": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE lower(name) = '%s'" % name.strip().lower()`) },
  "insert": { takes: { note: "text", fee: "number" }, code: execute(`"INSERT INTO visit (id, pet_id, note, fee) VALUES (90, 1, '%s', " % note + str(fee) + ")"`) },
  "update": { takes: { note: "text", id: "integer" }, code: execute(`"UPDATE pet SET note = '%s' WHERE id = %d" % (note, id)`) },
  "delete": { takes: { note: "text" }, code: execute(`"DELETE FROM visit WHERE note = '" + note + "'"`) },
  "a value that is selected": { takes: { label: "text" }, code: execute(`"SELECT name || '%s' AS label, '%s' AS suffix FROM pet ORDER BY id" % (label, label)`) },
  "a fallback in SQL": { takes: { kind: "text" }, code: execute(`"SELECT coalesce(kind, '%s') AS kind FROM pet ORDER BY id" % kind`) },
  "a format that pads": { takes: { name: "text" }, code: execute(`"SELECT id FROM pet WHERE name = '%-5s'" % name`), unfixed: "the conversion changes the text" },
});

const cursor: Dialect = { execute: (text, before = "") => `${before}cr.execute(${text})`, mark: "%s", percent: "%%" };

const addon: Dialect = { ...cursor, execute: (text, before = "") => `${before}self.env.cr.execute(${text})` };
const sqlite: Dialect = { ...cursor, mark: "?", percent: "%" };

export const pythonCases = (driver: PythonDriver) => specimens({ language: "python", driver }, PYTHON[driver], cases(driver === "psycopg2" ? addon : driver === "sqlite3" ? sqlite : cursor));
