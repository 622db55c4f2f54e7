/** Placeholders inside quotes, with bound values. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "sqlite3: a question that is text, when every value has its place",
        code: code`
          import sqlite3

          def find(name):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE note = 'what?' AND name = ?", (name,))
        `,
      },
      {
        name: "a doubled percent sign and an apostrophe in a comment",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE note = '100%%s' AND name = %s", (name,))
              cr.execute("""
                  SELECT id  -- don't ask
                    FROM pet WHERE name = %s AND kind = 'cat'
              """, (name,))
        `,
      },
      {
        name: "text that only looks like a placeholder, with nothing bound",
        code: code`
          def count(cr):
              cr.execute("SELECT count(*) FROM translation WHERE source LIKE '%s%'")
        `,
      },
    ],
    invalid: [
      {
        name: "the quotes go, whoever holds the values",
        code: code`
          def find(cr, name, params):
              cr.execute("SELECT id FROM pet WHERE name = '%s'", [name])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              cr.execute('SELECT id FROM pet WHERE name = \'%s\'', params)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              cr.execute("SELECT id FROM pet WHERE name = '%(name)s'", {"name": name})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          def find(cr, name, params):
              cr.execute("SELECT id FROM pet WHERE name = %s", [name])
              cr.execute('SELECT id FROM pet WHERE name = %s', params)
              cr.execute("SELECT id FROM pet WHERE name = %(name)s", {"name": name})
        `,
      },
      {
        name: "in triple quotes, in an f-string, in a local",
        code: code`
          def find(self, cr, name):
              cr.execute("""
                         ~~> quotedPlaceholder
                  SELECT id FROM pet
                   WHERE name = '%s'
              """, (name,))
              cr.execute(f"SELECT id FROM {self._table} WHERE name = '%s'", (name,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              query = "SELECT id FROM pet WHERE name = '%s'"
              cr.execute(query, (name,))
                         ~~~~~ quotedPlaceholder
        `,
        output: code`
          def find(self, cr, name):
              cr.execute("""
                  SELECT id FROM pet
                   WHERE name = %s
              """, (name,))
              cr.execute(f"SELECT id FROM {self._table} WHERE name = %s", (name,))
              query = "SELECT id FROM pet WHERE name = %s"
              cr.execute(query, (name,))
        `,
      },
      {
        name: "each of several",
        code: code`
          def find(cr, name, nick):
              cr.execute("SELECT id FROM pet WHERE name IN ('%s', '%s')", (name, nick))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          def find(cr, name, nick):
              cr.execute("SELECT id FROM pet WHERE name IN (%s, %s)", (name, nick))
        `,
      },
      {
        name: "in mogrify too",
        code: code`
          def clause(cr, name):
              return cr.mogrify("name = '%s'", (name,))
                                ~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          def clause(cr, name):
              return cr.mogrify("name = %s", (name,))
        `,
      },
      {
        name: "a constant of the module is shared: no edit",
        code: code`
          BY_NAME = "SELECT id FROM pet WHERE name = '%s'"

          def find(cr, name):
              cr.execute(BY_NAME, (name,))
                         ~~~~~~~ quotedPlaceholder
        `,
      },
      {
        name: "a pattern moves into its value, at one end or at both",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name LIKE '%s%%'", (name,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              cr.execute("SELECT id FROM pet WHERE name LIKE '%%%(name)s%%'", {"name": name})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name LIKE %s", ("%s%%" % name,))
              cr.execute("SELECT id FROM pet WHERE name LIKE %(name)s", {"name": "%%%s%%" % name})
        `,
      },
      {
        name: "a pattern whose values are elsewhere",
        code: code`
          def find(cr, params):
              cr.execute("SELECT id FROM pet WHERE name LIKE '%%%s%%'", params)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
      },
      {
        name: "an interval has a type before it: no edit",
        code: code`
          def recent(cr, days):
              cr.execute("SELECT id FROM pet WHERE born > now() - interval '%s days'", (days,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
      },
      {
        name: "a number by cast or annotation counts under strict",
        preset: "strict",
        code: code`
          def find(cr, number, year: int):
              cr.execute("SELECT id FROM pet WHERE id = '%s'", (int(number),))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              cr.execute("SELECT id FROM pet WHERE born = '%s'", (year,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          def find(cr, number, year: int):
              cr.execute("SELECT id FROM pet WHERE id = %s", (int(number),))
              cr.execute("SELECT id FROM pet WHERE born = %s", (year,))
        `,
      },
      {
        name: "psycopg 3 finds no value's place in the quotes",
        code: code`
          import psycopg

          def find(name, age):
              connection = psycopg.connect("dbname=pets")
              connection.execute("SELECT id FROM pet WHERE name = '%s' AND age = %s", (name, age))
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          import psycopg

          def find(name, age):
              connection = psycopg.connect("dbname=pets")
              connection.execute("SELECT id FROM pet WHERE name = %s AND age = %s", (name, age))
        `,
      },
      {
        name: "sqlite3's mark in quotes leaves a value without a place",
        code: code`
          import sqlite3

          def find(name):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE name = '?'", (name,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          import sqlite3

          def find(name):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE name = ?", (name,))
        `,
      },
      {
        name: "a MySQL driver fills double quotes as well",
        code: code`
          import pymysql

          def find(name):
              cursor = pymysql.connect().cursor()
              cursor.execute('SELECT id FROM pet WHERE name = "%s"', (name,))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          import pymysql

          def find(name):
              cursor = pymysql.connect().cursor()
              cursor.execute('SELECT id FROM pet WHERE name = %s', (name,))
        `,
      },
    ],
  },
});
