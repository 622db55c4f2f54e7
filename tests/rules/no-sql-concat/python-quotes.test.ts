/** The text of a fix: the author's quotes, prefixes, escapes, comments and lines stay. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "quotes that had to be escaped",
        code: code`
          def find(cr, name):
              cr.execute('SELECT id FROM pet WHERE name = \'%s\' AND active' % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute('SELECT id FROM pet WHERE name = \'' + name + '\'')
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute('SELECT id FROM pet WHERE name = %s AND active', (name,))
              cr.execute('SELECT id FROM pet WHERE name = %s', (name,))
        `,
      },
      {
        name: "triple quotes of both kinds",
        code: code`
          def find(cr, name):
              cr.execute("""SELECT id FROM pet WHERE name = '%s'""" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute('''
                         ~~> unknown
                  SELECT id FROM pet
                   WHERE name = '%s'
              ''' % name)
        `,
        output: code`
          def find(cr, name):
              cr.execute("""SELECT id FROM pet WHERE name = %s""", (name,))
              cr.execute('''
                  SELECT id FROM pet
                   WHERE name = %s
              ''', (name,))
        `,
      },
      {
        name: "raw texts, with f and without",
        code: code`
          def find(cr, name):
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d+' AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(rf"SELECT id FROM pet WHERE code ~ '\d+' AND name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(u"SELECT id FROM pet WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d+' AND name = %s", (name,))
              cr.execute(r"SELECT id FROM pet WHERE code ~ '\d+' AND name = %s", (name,))
              cr.execute(u"SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "escapes, and signs beyond ASCII before the hole",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id\nFROM pet\tWHERE kind = '\u00d6' AND name = '%s'\n" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE kind = 'Öl €😀' AND name = '{name}' AND größe = 1")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE kind = '\N{BULLET}' AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id\nFROM pet\tWHERE kind = '\u00d6' AND name = %s\n", (name,))
              cr.execute("SELECT id FROM pet WHERE kind = 'Öl €😀' AND name = %s AND größe = 1", (name,))
              cr.execute("SELECT id FROM pet WHERE kind = '\N{BULLET}' AND name = '%s'" % name)
        `,
      },
      {
        name: "f goes with its last hole, and doubled braces become single ones",
        code: code`
          def find(cr, name):
              cr.execute(f"SELECT id FROM pet WHERE data = '{{}}' AND name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE data = '{{1,2}}' AND name = '{}'".format(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE data = '{}' AND name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE data = '{1,2}' AND name = %s", (name,))
        `,
      },
      {
        name: "f stays where a harmless name stays, and so do its braces",
        code: code`
          def find(self, cr, name):
              cr.execute(f"SELECT id FROM {self._table} WHERE name = '{name}' AND data = '{{}}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM {self._table} WHERE name = '{name}' AND code LIKE '9%'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(self, cr, name):
              cr.execute(f"SELECT id FROM {self._table} WHERE name = %s AND data = '{{}}'", (name,))
              cr.execute(f"SELECT id FROM {self._table} WHERE name = %s AND code LIKE '9%%'", (name,))
        `,
      },
      {
        name: "a harmless name stays among the values of a percent sign",
        code: code`
          def find(self, cr, name, kind):
              cr.execute("SELECT id FROM %s WHERE name = '%s'" % (self._table, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM %s WHERE name = '%s' AND kind = %%s" % (self._table, name), (kind,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(self, cr, name, kind):
              cr.execute("SELECT id FROM %s WHERE name = %%s" % (self._table,), (name,))
              cr.execute("SELECT id FROM %s WHERE name = %%s AND kind = %%s" % (self._table,), (name, kind,))
        `,
      },
      {
        name: "a name that a check admits stays too",
        code: code`
          def page(cr, name, column):
              if column not in ("name", "age"):
                  raise ValueError(column)
              cr.execute(f"SELECT id FROM pet WHERE name = '{name}' ORDER BY {column}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def page(cr, name, column):
              if column not in ("name", "age"):
                  raise ValueError(column)
              cr.execute(f"SELECT id FROM pet WHERE name = %s ORDER BY {column}", (name,))
        `,
      },
      {
        name: "a bare percent sign is doubled when values are first added",
        code: code`
          def find(cr, name):
              cr.execute(f"SELECT id FROM pet WHERE code LIKE '9%' AND name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE age %% 2 = 0 AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '" + name + "' AND code LIKE '9%'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE code LIKE '9%%' AND name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE age %% 2 = 0 AND name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s AND code LIKE '9%%'", (name,))
        `,
      },
      {
        name: "with values there already it is doubled already",
        code: code`
          def find(cr, name, kind):
              cr.execute(f"SELECT id FROM pet WHERE code LIKE '9%%' AND name = '{name}' AND kind = %s", (kind,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE code LIKE '9%%' AND name = %s AND kind = %s", (name, kind,))
        `,
      },
    ],
  },
});
