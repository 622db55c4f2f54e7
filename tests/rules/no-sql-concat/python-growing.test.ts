/** Statements that grow in other methods or helpers, and methods that are called by another name. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "clauses with placeholders and their values, grown by other methods",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.clauses = ["active"]
                  self.params = []

              def by_name(self, name):
                  self.clauses.append("name = %s")
                  self.params.append(name)

              def run(self):
                  self.cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(self.clauses), self.params)
        `,
      },
      {
        name: "a statement that grows by constants, here or in a nested function",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.query = "SELECT id FROM gym_member WHERE active"

              def newest(self):
                  self.query += " ORDER BY joined_on DESC"
                  return self

              def run(self):
                  self.cr.execute(self.query)

          def count(cr, paid):
              where = "active"

              def narrow():
                  nonlocal where
                  where += " AND paid"

              if paid:
                  narrow()
              cr.execute("SELECT count(*) FROM gym_member WHERE " + where)
        `,
      },
      {
        name: "a helper grows the list that it gets by placeholders",
        code: code`
          def add(clauses, params, column, value):
              clauses.append(column + " = %s")
              params.append(value)

          def find(cr, name):
              clauses = ["active"]
              params = []
              add(clauses, params, "name", name)
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(clauses), params)
        `,
      },
      {
        name: "a nested function adds placeholders",
        code: code`
          def find(cr, name, city):
              clauses = ["active"]
              params = []

              def add(column, value):
                  clauses.append(column + " = %s")
                  params.append(value)

              add("name", name)
              add("city", city)
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(clauses), params)
        `,
      },
      {
        name: "a bound method that runs nothing, and one that gets its values",
        code: code`
          def find(cr, log, name):
              debug = log.debug
              debug("SELECT id FROM gym_member WHERE name = '%s'" % name)
              execute = cr.execute
              execute("SELECT id FROM gym_member WHERE name = %s", [name])
        `,
      },
      {
        name: "a private builder in a chain, with constants",
        code: code`
          class _Query:
              def __init__(self):
                  self._parts = []

              def _where(self, clause):
                  self._parts.append(clause)
                  return self

              def _text(self):
                  return "SELECT id FROM gym_member WHERE " + " AND ".join(self._parts)

          def page(cr):
              cr.execute(_Query()._where("active")._where("paid")._text())
        `,
      },
      {
        name: "KNOWN MISS: an entry or an element of the instance's container is set by another method",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.columns = {"id": "m.id"}
                  self.orders = ["m.id"]

              def labelled(self, name, column):
                  self.columns[name] = column
                  self.orders[0] = column

              def run(self):
                  self.cr.execute("SELECT %s FROM gym_member m" % ", ".join(self.columns.values()))
                  self.cr.execute("SELECT id FROM gym_member m ORDER BY " + ", ".join(self.orders))
        `,
      },
      {
        name: "KNOWN MISS: another function appends to the list of the module",
        code: code`
          CLAUSES = ["active"]

          def register(clause):
              CLAUSES.append(clause)

          def find(cr):
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(CLAUSES))
        `,
      },
      {
        name: "KNOWN MISS: append() of a list by another name",
        code: code`
          def find(cr, name):
              clauses = ["active"]
              add = clauses.append
              add("name = '%s'" % name)
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(clauses))
        `,
      },
      {
        name: "KNOWN MISS: format() of a text by another name",
        code: code`
          BY_NAME = "SELECT id FROM gym_member WHERE name = '{}'".format

          def find(cr, name):
              cr.execute(BY_NAME(name))
        `,
      },
      {
        name: "KNOWN MISS: the cursor's method is handed to a function of the file, or asked for by getattr() or partial()",
        code: code`
          from functools import partial

          def each(run, names):
              for name in names:
                  run("DELETE FROM gym_member WHERE name = '%s'" % name)

          def clear(cr, names, name):
              each(cr.execute, names)
              getattr(cr, "execute")("DELETE FROM gym_member WHERE name = '%s'" % name)
              partial(cr.execute)("DELETE FROM gym_member WHERE name = '%s'" % name)
        `,
      },
      {
        name: "KNOWN MISS: a text that is written piece by piece into a buffer",
        code: code`
          from io import StringIO

          def find(cr, name):
              out = StringIO()
              out.write("SELECT id FROM gym_member WHERE name = '")
              out.write(name)
              out.write("'")
              cr.execute(out.getvalue())
        `,
      },
    ],
    invalid: [
      {
        name: "a nested function appends to the list of its outer one, or adds to its text",
        code: code`
          def find(cr, name):
              clauses = ["active"]

              def add(value):
                  clauses.append("name = '%s'" % value)

              add(name)
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(clauses))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def count(cr, name):
              where = "active"

              def narrow(value):
                  nonlocal where
                  where += " AND name = '%s'" % value

              narrow(name)
              cr.execute("SELECT count(*) FROM gym_member WHERE " + where)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a clause with the value in it, appended by another method",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.clauses = ["active"]

              def by_name(self, name):
                  self.clauses.append("name = '%s'" % name)

              def run(self):
                  self.cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(self.clauses))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "lists and dicts of the instance, extended by what a method gets",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.clauses = ["active"]
                  self.orders = []
                  self.columns = {"id": "m.id"}

              def more(self, clauses, order, columns):
                  self.clauses.extend(clauses)
                  self.orders += [order]
                  self.columns.update(columns)

              def run(self):
                  self.cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(self.clauses))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  self.cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(self.orders))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  self.cr.execute("SELECT %s FROM gym_member m" % ", ".join(self.columns.values()))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the text of the instance, grown by another method",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.cr = cr
                  self.query = "SELECT id FROM gym_member WHERE active"

              def by_name(self, name):
                  self.query += " AND name = '%s'" % name
                  return self

              def run(self):
                  self.cr.execute(self.query)
                                  ~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a helper appends to the list that it gets, a private method as well",
        code: code`
          def add(clauses, column, value):
              clauses.append("%s = '%s'" % (column, value))

          def find(cr, name):
              clauses = ["active"]
              add(clauses, "name", name)
              cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(clauses))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          class Search:
              def _clauses(self, name):
                  clauses = ["active"]
                  self._more(clauses, name)
                  return clauses

              def _more(self, clauses, name):
                  clauses.append("name = '%s'" % name)

              def run(self, cr, name):
                  cr.execute("SELECT id FROM gym_member WHERE " + " AND ".join(self._clauses(name)))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a builder that anyone may call with anything",
        code: code`
          class Query:
              def __init__(self):
                  self._parts = []

              def where(self, clause):
                  self._parts.append(clause)
                  return self

              def text(self):
                  return "SELECT id FROM gym_member WHERE " + " AND ".join(self._parts)

          def page(cr, clause):
              cr.execute(Query().where("active").where(clause).text())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the cursor's method by another name: a local, a field",
        code: code`
          class Search:
              def __init__(self, cr):
                  self.execute = cr.execute

              def run(self, name):
                  self.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def find(cr, name):
              execute = cr.execute
              execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          class Search:
              def __init__(self, cr):
                  self.execute = cr.execute

              def run(self, name):
                  self.execute("SELECT id FROM gym_member WHERE name = %s", (name,))

          def find(cr, name):
              execute = cr.execute
              execute("SELECT id FROM gym_member WHERE name = %s", (name,))
        `,
      },
      {
        name: "one of two methods, and a lambda around it: only explained",
        code: code`
          def find(cr, name, rows):
              run = cr.executemany if rows else cr.execute
              run("SELECT id FROM gym_member WHERE name = '%s'" % name)
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              once = lambda text: cr.execute(text)
              once("SELECT id FROM gym_member WHERE name = '%s'" % name)
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: join() of a text by another name, with constants",
        code: code`
          def page(cr):
              joined = ", ".join
              cr.execute("SELECT %s FROM gym_member" % joined(["name", "city"]))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
