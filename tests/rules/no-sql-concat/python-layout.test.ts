/** The layout of a fix: literals over several lines, comments, parentheses, continued lines. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "each of the adjacent literals keeps its comment",
        code: code`
          def find(cr, name, kind):
              cr.execute(
                  "SELECT id "  # the id only
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                  "FROM pet "  # all of them
                  "WHERE name = '%s' "  # by name
                  "ORDER BY id" % name
              )
              cr.execute(
                  "SELECT id FROM pet "  # all of them
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                  f"WHERE name = '{name}' "  # by name
                  f"AND kind = '{kind}'"
              )
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute(
                  "SELECT id "  # the id only
                  "FROM pet "  # all of them
                  "WHERE name = %s "  # by name
                  "ORDER BY id", (name,)
              )
              cr.execute(
                  "SELECT id FROM pet "  # all of them
                  "WHERE name = %s "  # by name
                  "AND kind = %s", (name, kind)
              )
        `,
      },
      {
        name: "literals of several kinds on one line",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id " 'FROM pet ' "WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d' " f"AND name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id " 'FROM pet ' "WHERE name = %s", (name,))
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d' " "AND name = %s", (name,))
        `,
      },
      {
        name: "a quote that opens in one literal and closes in another",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '"
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         "%s"
                         "' ORDER BY id" % name)
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = "
                         "%s"
                         " ORDER BY id", (name,))
        `,
      },
      {
        name: "sums over several lines, the sign before or behind",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '"
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         + name
                         + "' ORDER BY id")
              cr.execute("SELECT id FROM pet WHERE name = '" +
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         name +
                         "' ORDER BY id")
              cr.execute("SELECT id FROM pet " + \
                         ~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         "WHERE name = '" + name + "'")
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s"
                         + " ORDER BY id", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s" +
                         " ORDER BY id", (name,))
              cr.execute("SELECT id FROM pet " + \
                         "WHERE name = %s", (name,))
        `,
      },
      {
        name: "two literals of one line become one when they are alike",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '" + name + "' ORDER BY id")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute('SELECT id FROM pet WHERE name = \'' + name + "' ORDER BY id")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d' AND name = '" + name + "' ORDER BY id\n")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s ORDER BY id", (name,))
              cr.execute('SELECT id FROM pet WHERE name = %s' + " ORDER BY id", (name,))
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d' AND name = %s" + " ORDER BY id\n", (name,))
        `,
      },
      {
        name: "a line that goes on behind a backslash, inside the text and before the sign",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet \
                         ~~~~~~~~~~~~~~~~~~~~> unknown
                  WHERE name = '%s'" % name)
              query = "SELECT id FROM pet WHERE name = '%s'" \
                  % name
              cr.execute(query)
                         ~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet \
                  WHERE name = %s", (name,))
              query = "SELECT id FROM pet WHERE name = %s"
              cr.execute(query, (name,))
        `,
      },
      {
        name: "parentheses around the text stay",
        code: code`
          def find(cr, name):
              cr.execute(("SELECT id FROM pet WHERE name = '%s'" % name))
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(("SELECT id FROM pet "
                         ~~~~~~~~~~~~~~~~~~~~~> unknown
                          "WHERE name = '%s'") % name)
              cr.execute((
                         ~> unknown
                  "SELECT id FROM pet "  # all of them
                  "WHERE name = '%s'"  # by name
              ) % name)
        `,
        output: code`
          def find(cr, name):
              cr.execute(("SELECT id FROM pet WHERE name = %s"), (name,))
              cr.execute(("SELECT id FROM pet "
                          "WHERE name = %s"), (name,))
              cr.execute((
                  "SELECT id FROM pet "  # all of them
                  "WHERE name = %s"  # by name
              ), (name,))
        `,
      },
      {
        name: "values on the next line, and a comma at the end",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = '%s'"
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         % name)
              cr.execute(
                  "SELECT id FROM pet WHERE name = '%s' AND kind = '%s'" % (name, kind),  # by both
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              )
              cr.execute("SELECT id FROM pet WHERE name = '{}'"
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                         .format(name), )
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
              cr.execute(
                  "SELECT id FROM pet WHERE name = %s AND kind = %s", (name, kind),  # by both
              )
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,), )
        `,
      },
      {
        name: "a comment among the values would be lost: no edit",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND kind = '%s'" % (
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                  name,  # as it is called
                  kind,
              ))
        `,
      },
      {
        name: "a comment behind the text that is left",
        code: code`
          def find(cr, name):
              cr.execute(
                  "SELECT id FROM pet WHERE name = '%s'" % name
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  # nothing is bound yet
              )
        `,
        output: code`
          def find(cr, name):
              cr.execute(
                  "SELECT id FROM pet WHERE name = %s", (name,)
                  # nothing is bound yet
              )
        `,
      },
      {
        name: "constants joined to the text stay apart",
        code: code`
          BASE = "SELECT id FROM pet "

          def find(cr, name, newest):
              cr.execute(BASE + "WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '" + name + "'" + (" ORDER BY id" if newest else ""))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          BASE = "SELECT id FROM pet "

          def find(cr, name, newest):
              cr.execute(BASE + "WHERE name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s" + (" ORDER BY id" if newest else ""), (name,))
        `,
      },
      {
        name: "in SQL a comment or a doubled apostrophe before the hole opens nothing",
        code: code`
          def find(cr, name):
              cr.execute("""
                         ~~> unknown
                  SELECT id  -- don't ask
                    FROM pet /* can't say */
                   WHERE name = '%s'
              """ % name)
              cr.execute("SELECT id FROM pet WHERE note = 'it''s' AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("""
                  SELECT id  -- don't ask
                    FROM pet /* can't say */
                   WHERE name = %s
              """, (name,))
              cr.execute("SELECT id FROM pet WHERE note = 'it''s' AND name = %s", (name,))
        `,
      },
    ],
  },
});
