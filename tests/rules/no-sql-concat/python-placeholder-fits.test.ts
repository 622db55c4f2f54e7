/** Which edit is offered where a placeholder would not do what the value did: percent signs, numbers in quotes, names of marks, types. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "a percent sign of the text is doubled for a driver that fills it in",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM gym_member WHERE note LIKE '10%' AND name = '" + name + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE note LIKE '10%%' AND name = '{}'".format(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM gym_member WHERE note LIKE '%{name}%' AND id % 2 = 0")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM gym_member WHERE note LIKE '10%%' AND name = %s", (name,))
              cr.execute("SELECT id FROM gym_member WHERE note LIKE '10%%%%' AND name = %s", (name,))
              cr.execute("SELECT id FROM gym_member WHERE note LIKE %s AND id %% 2 = 0", (f"%{name}%",))
        `,
      },
      {
        name: "the marks of a driver with question marks leave percent signs as they are",
        code: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(name):
              db.execute("SELECT id FROM gym_member WHERE note LIKE '10%%' AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT id FROM gym_member WHERE note LIKE '%s%%'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT id FROM gym_member WHERE note LIKE '10%' AND name = '" + name + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(name):
              db.execute("SELECT id FROM gym_member WHERE note LIKE '10%' AND name = ?", (name,))
              db.execute("SELECT id FROM gym_member WHERE note LIKE ?", ("%s%%" % name,))
              db.execute("SELECT id FROM gym_member WHERE note LIKE '10%' AND name = ?", (name,))
        `,
      },
      {
        name: "a number that the format makes in quotes stays a text",
        preset: "strict",
        code: code`
          def find(cr, number):
              cr.execute("SELECT id FROM gym_member WHERE code = '%d'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE code = '%i'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE code = '" + str(int(number)) + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute(f"SELECT id FROM gym_member WHERE code = '{number:d}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def find(cr, number):
              cr.execute("SELECT id FROM gym_member WHERE code = %s", (str(int(number)),))
              cr.execute("SELECT id FROM gym_member WHERE code = %s", (str(int(number)),))
              cr.execute("SELECT id FROM gym_member WHERE code = %s", (str(int(number)),))
              cr.execute("SELECT id FROM gym_member WHERE code = %s", (f"{number:d}",))
        `,
      },
      {
        name: "a number within a longer text in quotes moves there with it",
        preset: "strict",
        code: code`
          def find(cr, number, year):
              cr.execute("SELECT id FROM gym_member WHERE code = 'M%d'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE code = '%s-%s'" % (int(year), int(number)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def find(cr, number, year):
              cr.execute("SELECT id FROM gym_member WHERE code = %s", ("M%d" % number,))
              cr.execute("SELECT id FROM gym_member WHERE code = %s", ("%s-%s" % (int(year), int(number)),))
        `,
      },
      {
        name: "a number with zeros before it, in another base or with a fraction: no edit",
        preset: "strict",
        code: code`
          def find(cr, number):
              cr.execute("SELECT id FROM gym_member WHERE code = '%05d'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE code = '%x'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE fee = '%f'" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
      {
        name: "in quotes and without them in one text",
        preset: "strict",
        code: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(number, age):
              db.execute("SELECT id FROM gym_member WHERE code = '%d' AND age = %d" % (number, age))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(number, age):
              db.execute("SELECT id FROM gym_member WHERE code = ? AND age = ?", (str(int(number)), int(age)))
        `,
      },
      {
        name: "names beside names, marks beside marks, and a name that is taken",
        code: code`
          def find(cr, name, city):
              cr.execute(f"SELECT id FROM gym_member WHERE name = '{name}' AND city = %(city)s", {"city": city})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM gym_member WHERE name = '{name}' AND city = %s", (city,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM gym_member WHERE city = %(name)s AND name = '{name}'", {"name": city})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, city):
              cr.execute("SELECT id FROM gym_member WHERE name = %(name)s AND city = %(city)s", {"city": city, "name": name})
              cr.execute("SELECT id FROM gym_member WHERE name = %s AND city = %s", (name, city,))
              cr.execute("SELECT id FROM gym_member WHERE city = %(name)s AND name = %(name2)s", {"name": city, "name2": name})
        `,
      },
      {
        name: "names that the text has already",
        code: code`
          def find(cr, name, city):
              cr.execute("SELECT id FROM gym_member WHERE name = '%(name)s' OR nick = '%(name)s'" % {"name": name})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE name = '%(name)s' AND city = %%(city)s" % {"name": name}, {"city": city})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE name = '{name}' OR nick = '{name}'".format(name=name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, city):
              cr.execute("SELECT id FROM gym_member WHERE name = %(name)s OR nick = %(name)s", {"name": name})
              cr.execute("SELECT id FROM gym_member WHERE name = %(name)s AND city = %(city)s", {"city": city, "name": name})
              cr.execute("SELECT id FROM gym_member WHERE name = %s OR nick = %s", (name, name))
        `,
      },
      {
        name: "sqlite3's own names, and one that is taken",
        code: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(name, city):
              db.execute(f"SELECT id FROM gym_member WHERE name = '{name}' AND city = :city", {"city": city})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute(f"SELECT id FROM gym_member WHERE city = :name AND name = '{name}'", {"name": city})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          db = sqlite3.connect("gym.db")

          def find(name, city):
              db.execute("SELECT id FROM gym_member WHERE name = :name AND city = :city", {"city": city, "name": name})
              db.execute("SELECT id FROM gym_member WHERE city = :name AND name = :name2", {"name": city, "name2": name})
        `,
      },
      {
        name: "all that the function has: no edit",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM gym_member WHERE name = '%(name)s'" % locals())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "psycopg 3 gives each mark a type: a comparison and a literal are edited, arithmetic and IS are not",
        code: code`
          import psycopg

          db = psycopg.connect("dbname=gym")

          def find(name, number):
              db.execute("SELECT id FROM gym_member WHERE lower('%s') = name" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT '%s' AS name FROM gym_member" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT id FROM gym_member WHERE age > age - %s" % number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT id FROM gym_member WHERE '%s' IS NULL" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg

          db = psycopg.connect("dbname=gym")

          def find(name, number):
              db.execute("SELECT id FROM gym_member WHERE lower(%s) = name", (name,))
              db.execute("SELECT %s AS name FROM gym_member", (name,))
              db.execute("SELECT id FROM gym_member WHERE age > age - %s" % number)
              db.execute("SELECT id FROM gym_member WHERE '%s' IS NULL" % name)
        `,
      },
      {
        name: "numbers of an array in quotes are one text, those of ARRAY[] stay",
        preset: "strict",
        code: code`
          def find(cr, ids):
              cr.execute("SELECT id FROM gym_member WHERE id = ANY('{%s}')" % ",".join(str(int(one)) for one in ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE id = ANY(ARRAY[%s])" % ",".join(str(int(one)) for one in ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def find(cr, ids):
              cr.execute("SELECT id FROM gym_member WHERE id = ANY(%s)", ("{%s}" % ",".join(str(int(one)) for one in ids),))
              cr.execute("SELECT id FROM gym_member WHERE id = ANY(ARRAY[%s])" % ",".join(str(int(one)) for one in ids))
        `,
      },
      {
        name: "one hole stays a column of the output, the other is bound",
        code: code`
          def find(cr, number, name):
              cr.execute("SELECT %d, '%s' FROM gym_member" % (number, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("UPDATE gym_member SET name = '%s', age = %d WHERE id = %d" % (name, number, number))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, number, name):
              cr.execute("SELECT %d, %%s FROM gym_member" % (number,), (name,))
              cr.execute("UPDATE gym_member SET name = %s, age = %s WHERE id = %s", (name, int(number), int(number)))
        `,
      },
    ],
  },
});
