/** What counts as built text: every way of putting a value into it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "a sum of literals and a value",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '" + name + "' ORDER BY id")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s ORDER BY id", (name,))
        `,
      },
      {
        name: "a percent sign with a tuple, in the order of the marks",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE kind = '%s' AND name = '%s'" % (kind, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE kind = %s AND name = %s", (kind, name))
        `,
      },
      {
        name: "format by position takes its arguments in the text's order",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE kind = '{1}' AND name = '{0}'".format(name, kind))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE kind = %s AND name = %s", (kind, name))
        `,
      },
      {
        name: "format with one value in two places binds it twice",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '{0}' OR nick = '{0}'".format(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s OR nick = %s", (name, name))
        `,
      },
      {
        name: "format of a whole mapping: which keys it holds is not in sight",
        code: code`
          def find(cr, values):
              cr.execute("SELECT id FROM pet WHERE name = '{name}'".format(**values))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a percent sign with a variable: its values are not written out",
        code: code`
          def find(cr, values):
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND kind = '%s'" % values)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an f-string that prints the name of its value too",
        code: code`
          def find(cr, age):
              cr.execute(f"SELECT id FROM pet WHERE {age=}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a width changes the value: no edit",
        code: code`
          def find(cr, code):
              cr.execute(f"SELECT id FROM pet WHERE code = '{code:>10}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "fragments of a list, appended, extended and inserted",
        code: code`
          def find(cr, owner, order):
              parts = ["FROM pet"]
              parts.insert(0, "SELECT id")
              parts.append("WHERE owner = %s")
              parts.extend(["ORDER BY", order])
              cr.execute(" ".join(parts), (owner,))
                         ~~~~~~~~~~~~~~~ unknown "order"
        `,
      },
      {
        name: "an element of a list is replaced",
        code: code`
          def find(cr, name):
              parts = ["SELECT id FROM pet", ""]
              parts[1] = "WHERE name = '%s'" % name
              cr.execute(" ".join(parts))
                         ~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an entry of a dict is set later",
        code: code`
          def find(cr, name):
              part = {"from": "SELECT id FROM pet ", "where": ""}
              part["where"] = "WHERE name = '%s'" % name
              cr.execute(part["from"] + part["where"])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the values of a dict, joined",
        code: code`
          def find(cr, name):
              part = {"from": "SELECT id FROM pet", "where": "WHERE name = '%s'" % name}
              cr.execute(" ".join(part.values()))
                         ~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a comprehension writes the clauses",
        code: code`
          def find(cr, words):
              cr.execute("SELECT id FROM pet WHERE " + " OR ".join("name = '%s'" % word for word in words))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a lambda over a list writes the clauses",
        code: code`
          def find(cr, words):
              cr.execute("SELECT id FROM pet WHERE " + " OR ".join(map(lambda word: "name = '%s'" % word, words)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a bound format writes the clauses",
        code: code`
          def find(cr, words):
              cr.execute("SELECT id FROM pet WHERE " + " OR ".join(map("name = '{}'".format, words)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a walrus keeps the clause of a comprehension",
        code: code`
          def find(cr, words):
              parts = [part for word in words if (part := "name = '%s'" % word)]
              cr.execute("SELECT id FROM pet WHERE " + " OR ".join(parts))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "names of columns from the keys of a dict that is passed",
        code: code`
          def create(cr, vals):
              cr.execute("INSERT INTO pet (%s) VALUES (%s)" % (", ".join(vals), ", ".join(["%s"] * len(vals))), list(vals.values()))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "vals"
        `,
      },
      {
        name: "a mark that is replaced",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '#'".replace("#", name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the percent sign assigns",
        code: code`
          def find(cr, name):
              query = "SELECT id FROM pet WHERE name = '%s'"
              query %= name
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "the template is a local: the text is not one expression in the call",
        code: code`
          def find(cr, name):
              query = "SELECT id FROM pet WHERE name = '{}'"
              cr.execute(query.format(name))
                         ~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "bytes are text",
        code: code`
          def find(cr, name):
              cr.execute(b"SELECT id FROM pet WHERE name = '" + name + b"'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the text passes through slices, splits and encodings",
        code: code`
          def find(cr, name):
              cr.execute(("SELECT id FROM pet WHERE name = '%s' OR " % name)[:-4])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(" ".join(("SELECT id FROM pet WHERE name = '%s'" % name).split()))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(("SELECT id FROM pet WHERE name = '%s'" % name).encode())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an unknown statement that a value is put into",
        code: code`
          def find(cr, query, name):
              cr.execute(query % name)
                         ~~~~~~~~~~~~ unknown
              cr.execute(query.replace("#", name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "two formats, one on the other",
        code: code`
          def find(cr, name):
              cr.execute(("SELECT id FROM {} WHERE name = '%s'" % name).format("pet"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
