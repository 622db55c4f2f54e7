/** Checks at run time that admit a value on every path to the call. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the list is a constant of the module, the class or the function",
        code: code`
          ALLOWED = frozenset({"name", "age"})

          class Page:
              ORDERS = ("name", "age")

              def page(self, cr, column, order, group):
                  groups = ["name", "age"]
                  if column not in ALLOWED or order not in self.ORDERS or group not in groups:
                      raise ValueError(column)
                  cr.execute(f"SELECT {column} FROM pet GROUP BY {group} ORDER BY {order}")
        `,
      },
      {
        name: "the list is split off a text",
        code: code`
          ALLOWED = "name age".split()

          def page(cr, column):
              if column in ALLOWED:
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "the keys and the values of a table",
        code: code`
          COLUMNS = {"n": "name", "a": "age"}

          def page(cr, key, column):
              assert key in COLUMNS.keys()
              if column in COLUMNS.values():
                  cr.execute("SELECT %s FROM pet ORDER BY %s" % (key, column))
        `,
      },
      {
        name: "a value outside the list is replaced",
        code: code`
          def page(cr, column):
              if column not in ("name", "age"):
                  column = "name"
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "a conditional expression and a short circuit",
        code: code`
          def page(cr, column):
              cr.execute("SELECT id FROM pet ORDER BY " + (column if column in ("name", "age") else "name"))
              cr.execute("SELECT id FROM pet ORDER BY " + (column in ("name", "age") and column or "name"))
        `,
      },
      {
        name: "compared with each of the constants",
        code: code`
          def page(cr, column, direction):
              if column != "name" and column != "age":
                  return
              if direction == "ASC" or direction == "DESC":
                  cr.execute("SELECT id FROM pet ORDER BY %s %s" % (column, direction))
        `,
      },
      {
        name: "a case of constants, and a default that raises",
        code: code`
          def page(cr, column, direction):
              match direction:
                  case "ASC" | "DESC":
                      pass
                  case _:
                      raise ValueError(direction)
              match column:
                  case name if name in ("name", "age"):
                      cr.execute("SELECT id FROM pet ORDER BY %s %s" % (name, direction))
        `,
      },
      {
        name: "a key of a dict, a field of an object, a walrus",
        code: code`
          def page(cr, options, params):
              if options["column"] not in ("name", "age") or params.order not in ("name", "age"):
                  return
              if (direction := options.get("direction")) in ("ASC", "DESC"):
                  cr.execute("SELECT %s FROM pet ORDER BY %s %s" % (options["column"], params.order, direction))
        `,
      },
      {
        name: "a loop goes on to the next, or stops",
        code: code`
          def clear(cr, tables):
              for table in tables:
                  if table not in ("pet", "visit"):
                      continue
                  cr.execute("DELETE FROM " + table)
              for table in tables:
                  if table not in ("pet", "visit"):
                      break
                  cr.execute("DELETE FROM " + table)
        `,
      },
      {
        name: "asked until it fits",
        code: code`
          def page(cr, column):
              while column not in ("name", "age"):
                  column = input("Which column? ")
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "a filter lets through what the list has",
        code: code`
          def page(cr, columns):
              cr.execute("SELECT %s FROM pet" % ", ".join(column for column in columns if column in ("name", "age")))
              cr.execute("SELECT %s FROM pet" % ", ".join(filter(lambda column: column in ("name", "age"), columns)))
        `,
      },
      {
        name: "a helper raises, answers or gives back",
        code: code`
          ALLOWED = ("name", "age")

          def check(column):
              if column not in ALLOWED:
                  raise ValueError(column)

          def is_allowed(column):
              return column in ALLOWED

          def checked(column):
              return column if column in ALLOWED else "name"

          def page(cr, column, order, group):
              check(column)
              if is_allowed(order):
                  cr.execute("SELECT %s FROM pet GROUP BY %s ORDER BY %s" % (column, checked(group), order))
        `,
      },
      {
        name: "a check that may raise and is caught by a way out",
        code: code`
          def check(column):
              if column not in ("name", "age"):
                  raise ValueError(column)

          def page(cr, column):
              try:
                  check(column)
              except ValueError:
                  return
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "checked before a closure runs it",
        code: code`
          def page(cr, column):
              if column not in ("name", "age"):
                  raise ValueError(column)
              def run():
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
              run()
        `,
      },
      {
        name: "lower case first, then the check",
        code: code`
          def page(cr, column, direction):
              column = column.lower()
              if column in ("name", "age") and direction in ("asc", "desc"):
                  cr.execute("SELECT id FROM pet ORDER BY " + column + " " + direction.upper())
        `,
      },
      {
        name: "a field of the model, by the check or by its own name",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def columns(self, name, other):
                  if name in self._fields and other in self.env["visit"]._fields:
                      self.env.cr.execute("SELECT p.%s, v.%s FROM pet p, visit v" % (name, other))
                  self.env.cr.execute("SELECT %s FROM pet" % self._fields[name].name)
        `,
      },
    ],
  },
});
