/** What is reported and only explained, because no edit is exact. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "clauses, operators, directions",
        code: code`
          def find(cr, clause, operator, direction, name):
              cr.execute("SELECT id FROM pet WHERE %s" % clause)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE active AND " + clause)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name %s '%s'" % (operator, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet ORDER BY name {direction}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet %s" % clause)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "one hole that cannot be bound keeps the others",
        code: code`
          def find(cr, column, name, order):
              cr.execute("SELECT id FROM pet WHERE %s = '%s'" % (column, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s' ORDER BY %s" % (name, order))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a type or a prefix before the quotes",
        code: code`
          def find(cr, name, days, day):
              cr.execute("SELECT id FROM pet WHERE name = E'%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE born > now() - INTERVAL '%s days'" % days)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE born > date '%s'" % day)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "comments and quoted blocks of SQL",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet -- for %s" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id /* for %s */ FROM pet" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DO $$ BEGIN DELETE FROM pet WHERE name = '%s'; END $$" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "two holes side by side, or one that touches a word",
        code: code`
          def find(cr, prefix, number):
              cr.execute("SELECT id FROM pet WHERE code = %s%s" % (prefix, number))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE code = x%s" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a value or NULL",
        code: code`
          def find(cr, name):
              cr.execute("UPDATE pet SET name = %s" % ("'%s'" % name if name else "NULL"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a doubled apostrophe beside the hole: the literal as Python has it is another text",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE note = 'it''s %s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE note = 'it''s {name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the text is a constant of the module or the class",
        code: code`
          BY_NAME = "SELECT id FROM pet WHERE name = '%s'"

          class Pet:
              BY_KIND = "SELECT id FROM pet WHERE kind = '{}'"

              def find(self, cr, name): cr.execute(BY_NAME % name)
                                                   ~~~~~~~~~~~~~~ unknown
              def find_kind(self, cr, kind): cr.execute(self.BY_KIND.format(kind))
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the local is read again, assigned again, or reaches a nested function",
        code: code`
          def find(cr, name, log):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              try:
                  cr.execute(query)
                             ~~~~~ unknown
              except Exception:
                  log.error(query)

          def find_kind(cr, kind):
              query = "SELECT id FROM pet WHERE kind = '%s'" % kind
              cr.execute(query)
                         ~~~~~ unknown
              query = ""

          def finder(cr, name):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              def run(): cr.execute(query)
                                    ~~~~~ unknown
              return run
        `,
      },
      {
        name: "a name of the text is overwritten before the call, or within its loop",
        code: code`
          def find(cr, name, other):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              name = other
              cr.execute(query)
                         ~~~~~ unknown

          def find_all(cr, name, others):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              for other in others:
                  cr.execute(query)
                             ~~~~~ unknown
                  name = other
        `,
      },
      {
        name: "a call among the values would move past another",
        code: code`
          def find(cr, script):
              query = "SELECT id FROM pet WHERE name = '%s'" % script.read()
              script.close()
              cr.execute(query)
                         ~~~~~ unknown
        `,
      },
      {
        name: "a local is bound where it is run: in a branch, in a loop, after other statements",
        code: code`
          def find(cr, name, really):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              count = 0
              if really:
                  count += 1
                  cr.execute(query)
                             ~~~~~ unknown
              return count

          def find_all(cr, names):
              for name in names:
                  query: str = f"SELECT id FROM pet WHERE name = '{name}'"
                  cr.execute(query)
                             ~~~~~ unknown
        `,
        output: code`
          def find(cr, name, really):
              query = "SELECT id FROM pet WHERE name = %s"
              count = 0
              if really:
                  count += 1
                  cr.execute(query, (name,))
              return count

          def find_all(cr, names):
              for name in names:
                  query: str = "SELECT id FROM pet WHERE name = %s"
                  cr.execute(query, (name,))
        `,
      },
      {
        name: "a wrapper of the file takes the values elsewhere",
        code: code`
          def _run(cr, query, params=None):
              cr.execute(query, params)

          def find(cr, name):
              _run(cr, "SELECT id FROM pet WHERE name = '%s'" % name)
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
