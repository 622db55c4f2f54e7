/** Checks that prove nothing, and escaping that is no quoting. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "what the check raises is swallowed",
        code: code`
          def check(column):
              if column not in ("name", "age"):
                  raise ValueError(column)

          def page(cr, column):
              try:
                  check(column)
              except ValueError:
                  pass
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the answer is dropped, of an expression and of a helper",
        code: code`
          def is_allowed(column):
              return column in ("name", "age")

          def page(cr, column):
              column in ("name", "age")
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              is_allowed(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the check comes later",
        code: code`
          def page(cr, column):
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if column not in ("name", "age"):
                  raise ValueError(column)
        `,
      },
      {
        name: "the checked value is overwritten",
        code: code`
          def page(cr, column, other):
              if column not in ("name", "age"):
                  raise ValueError(column)
              column = other
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "another value is checked",
        code: code`
          def page(cr, column, order):
              if order not in ("name", "age"):
                  raise ValueError(order)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "both would have to be wrong",
        code: code`
          def page(cr, column, direction):
              if column not in ("name", "age") and direction not in ("ASC", "DESC"):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column + " " + direction)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a list of what is forbidden",
        code: code`
          def page(cr, column):
              if column in ("password", "token"):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a list that the caller brings, or adds to",
        code: code`
          def page(cr, column, allowed, extra):
              if column in allowed:
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              known = ["name", "age"]
              known.append(extra)
              if column in known:
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "parentheses without a comma are a text, not a list",
        code: code`
          def page(cr, column):
              if column in ("name,age"):
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a length, a beginning, a missing quote, a type of text",
        code: code`
          def page(cr, column):
              if len(column) > 9 or not column.startswith("n") or "'" in column or not isinstance(column, str):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an attribute of that name is there",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def column(self, name):
                  if hasattr(self, name):
                      self.env.cr.execute("SELECT %s FROM pet" % name)
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "escaping for LIKE, for HTML, for JSON, for a shell",
        code: code`
          import html
          import json
          import shlex
          from odoo.tools import escape_psql

          def write(cr, name):
              cr.execute("SELECT id FROM pet WHERE name LIKE '%s'" % escape_psql(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("UPDATE pet SET note = '%s'" % html.escape(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("UPDATE pet SET data = '%s'" % json.dumps({"name": name}))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("UPDATE pet SET name = " + shlex.quote(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import html
          import json
          import shlex
          from odoo.tools import escape_psql

          def write(cr, name):
              cr.execute("SELECT id FROM pet WHERE name LIKE %s", (escape_psql(name),))
              cr.execute("UPDATE pet SET note = %s", (html.escape(name),))
              cr.execute("UPDATE pet SET data = %s", (json.dumps({"name": name}),))
              cr.execute("UPDATE pet SET name = " + shlex.quote(name))
        `,
        suggestions: [code`
          import html
          import json
          import shlex
          from odoo.tools import escape_psql

          def write(cr, name):
              cr.execute("SELECT id FROM pet WHERE name LIKE '%s'" % escape_psql(name))
              cr.execute("UPDATE pet SET note = '%s'" % html.escape(name))
              cr.execute("UPDATE pet SET data = '%s'" % json.dumps({"name": name}))
              cr.execute("UPDATE pet SET name = %s", (shlex.quote(name),))
        `],
      },
      {
        name: "a quote with a backslash before it, and one that is taken out",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '" + name.replace("'", "\\'") + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '" + name.replace("'", "") + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s", (name.replace("'", ""),))
        `,
      },
      {
        name: "a sum may be text",
        code: code`
          def find(cr, low, high):
              cr.execute("SELECT id FROM pet WHERE age > '%s'" % (low + high))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE age > '%s'" % (low + 1))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, low, high):
              cr.execute("SELECT id FROM pet WHERE age > %s", (low + high,))
              cr.execute("SELECT id FROM pet WHERE age > %s", (low + 1,))
        `,
      },
      {
        name: "mogrify quotes: in quotes again it gets out",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % cr.mogrify("%s", (name,)).decode())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ requoted
        `,
        suggestions: [code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s" % cr.mogrify("%s", (name,)).decode())
        `],
      },
      {
        name: "annotated as text, or with a name of another file",
        code: code`
          from .types import Code

          def find(cr, name: str, code: Code):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE code = '%s'" % code)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from .types import Code

          def find(cr, name: str, code: Code):
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE code = %s", (code,))
        `,
      },
      {
        name: "a cast whose result is dropped",
        code: code`
          def find(cr, ref):
              int(ref)
              cr.execute("SELECT id FROM pet WHERE id = %s" % ref)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def find(cr, ref):
              int(ref)
              cr.execute("SELECT id FROM pet WHERE id = %s", (ref,))
        `],
      },
      {
        name: "a function of the file that is only called int",
        code: code`
          def int(value):
              return value

          def find(cr, ref):
              cr.execute("SELECT id FROM pet WHERE id = %s" % int(ref))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def int(value):
              return value

          def find(cr, ref):
              cr.execute("SELECT id FROM pet WHERE id = %s", (int(ref),))
        `],
      },
    ],
  },
});
