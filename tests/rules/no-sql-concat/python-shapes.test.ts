/** How text travels to the call: branches, loops, functions, classes. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "one branch builds",
        code: code`
          def find(cr, name):
              query = "SELECT id FROM pet"
              if name:
                  query += " WHERE name = '%s'" % name
              else:
                  query += " WHERE name IS NULL"
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "a hole in a condition has no exact edit",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet" + (" WHERE name = '%s'" % name if name else ""))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the short circuit builds",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet " + (name and "WHERE name = '%s'" % name or ""))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a loop that takes its words off a list",
        code: code`
          def find(cr, words):
              query = "SELECT id FROM pet WHERE true"
              while words:
                  query += " AND name = '%s'" % words.pop()
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "the else of a loop",
        code: code`
          def find(cr, name):
              for _turn in range(3):
                  query = "SELECT id FROM pet"
              else:
                  query = "SELECT id FROM pet WHERE name = " + name
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "the try casts, its handler does not",
        code: code`
          def find(cr, ref):
              try:
                  where = "id = %d" % int(ref)
              except ValueError:
                  where = "name = '%s'" % ref
              cr.execute("SELECT id FROM pet WHERE " + where)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "finally has the last word",
        code: code`
          def find(cr, name):
              try:
                  query = "SELECT id FROM pet"
              finally:
                  query = "SELECT id FROM pet WHERE name = " + name
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "a case binds what the text is made of",
        code: code`
          def find(cr, criteria):
              match criteria:
                  case {"name": name}:
                      where = "name = '%s'" % name
                  case _:
                      where = "true"
              cr.execute("SELECT id FROM pet WHERE " + where)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a walrus keeps the text",
        code: code`
          def find(cr, name):
              if (query := "SELECT id FROM pet WHERE name = '%s'" % name) and cr.execute(query):
                                                                                         ~~~~~ unknown
                  return query
        `,
      },
      {
        name: "two statements of a list, one of them built",
        code: code`
          def clear(cr, name):
              for query in ["DELETE FROM pet_tag", "DELETE FROM pet WHERE name = '%s'" % name]:
                  cr.execute(query)
                             ~~~~~ unknown
        `,
      },
      {
        name: "one text in two calls: a finding in each",
        code: code`
          def clear(cr, cursor, name):
              query = "DELETE FROM pet WHERE name = '%s'" % name
              cr.execute(query)
                         ~~~~~ unknown
              cursor.execute(query)
                             ~~~~~ unknown
        `,
      },
      {
        name: "a field of the object, set in its constructor",
        code: code`
          class Finder:
              def __init__(self, name):
                  self.query = "SELECT id FROM pet WHERE name = '%s'" % name

              def run(self, cr):
                  cr.execute(self.query)
                             ~~~~~~~~~~ unknown "name"
        `,
      },
      {
        name: "a global that a function goes on writing",
        code: code`
          QUERY = "SELECT id FROM pet"

          def find(cr, name):
              global QUERY
              QUERY = QUERY + " WHERE name = '%s'" % name
              cr.execute(QUERY)
                         ~~~~~ unknown
        `,
      },
      {
        name: "a closure reads the text",
        code: code`
          def finder(cr, name):
              where = "name = '%s'" % name

              def run():
                  cr.execute("SELECT id FROM pet WHERE " + where)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              return run
        `,
      },
      {
        name: "a nested function builds",
        code: code`
          def find(cr, name):
              def where():
                  return "WHERE name = '%s'" % name
              cr.execute("SELECT id FROM pet " + where())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a lambda builds",
        code: code`
          def find(cr, name):
              build = lambda value: "SELECT id FROM pet WHERE name = '%s'" % value
              cr.execute(build(name))
                         ~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a lambda runs what it builds",
        code: code`
          remove = lambda cr, name: cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          remove = lambda cr, name: cr.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "a coroutine",
        code: code`
          async def find(cr, name):
              await cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          async def find(cr, name):
              await cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "a module runs its own text",
        code: code`
          import sqlite3
          db = sqlite3.connect("pets.db")
          db.execute("DELETE FROM pet WHERE name = '%s'" % input())
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3
          db = sqlite3.connect("pets.db")
          db.execute("DELETE FROM pet WHERE name = ?", (input(),))
        `,
      },
      {
        name: "a dict of functions that build",
        code: code`
          QUERIES = {"name": lambda value: "SELECT id FROM pet WHERE name = '%s'" % value}

          def find(cr, key, value):
              cr.execute(QUERIES[key](value))
                         ~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a dict of templates",
        code: code`
          QUERIES = {"name": "SELECT id FROM pet WHERE name = '%s'"}

          def find(cr, key, value):
              cr.execute(QUERIES[key] % value)
                         ~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a name unpacked from a tuple",
        code: code`
          def find(cr, name):
              query, params = "SELECT id FROM pet WHERE name = '%s'" % name, ()
              cr.execute(query, params)
                         ~~~~~ unknown
        `,
      },
    ],
  },
});
