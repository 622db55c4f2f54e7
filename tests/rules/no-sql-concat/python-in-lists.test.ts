/** Lists in IN: cast, quoted one by one, or bringing their own quotes. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "cast one by one, by every way of writing it",
        code: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN (" + ", ".join([str(one) for one in ids]) + ") AND active")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN ({})".format(",".join(str(one) for one in ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"DELETE FROM pet WHERE id IN ({','.join(map(str, ids))})")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("delete from pet where id not in(%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s AND active", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("delete from pet where id not in %s", (tuple(ids),))
        `,
      },
      {
        name: "the list is an expression",
        code: code`
          def clear(cr, ids, pets):
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, ids or [0])))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(str(pet.id) for pet in pets if pet.active))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, set(ids + [0]))))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, ids, pets):
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids or [0]),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(pet.id for pet in pets if pet.active),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(set(ids + [0])),))
        `,
      },
      {
        name: "quoted one by one, by every way of writing it",
        code: code`
          def clear(cr, names, pets):
              cr.execute("DELETE FROM pet WHERE name IN (%s)" % ", ".join("'%s'" % name for name in names))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE name IN (%s)" % ", ".join([f"'{name}'" for name in names]))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE name IN (" + ",".join("'" + pet.name + "'" for pet in pets) + ")")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE name IN (%s)" % ",".join("'%s'" % name.replace("'", "''") for name in names))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, names, pets):
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(pet.name for pet in pets),))
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
        `,
      },
      {
        name: "a tuple as text, its parentheses and all",
        code: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN %s" % str(tuple(ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN " + str(tuple(ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"DELETE FROM pet WHERE id IN {tuple(ids)}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id IN %s" % (tuple(ids),))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
        `,
      },
      {
        name: "quotes joined in: an empty list worked",
        code: code`
          def clear(cr, names):
              cr.execute("DELETE FROM pet WHERE name IN ('%s')" % "','".join(names))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE name IN ('" + "', '".join(names) + "')")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"""DELETE FROM pet WHERE name IN ('{"','".join(names)}')""")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def clear(cr, names):
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
              cr.execute("DELETE FROM pet WHERE name IN ('" + "', '".join(names) + "')")
              cr.execute(f"""DELETE FROM pet WHERE name IN ('{"','".join(names)}')""")
        `, code`
          def clear(cr, names):
              cr.execute("DELETE FROM pet WHERE name IN ('%s')" % "','".join(names))
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
              cr.execute(f"""DELETE FROM pet WHERE name IN ('{"','".join(names)}')""")
        `, code`
          def clear(cr, names):
              cr.execute("DELETE FROM pet WHERE name IN ('%s')" % "','".join(names))
              cr.execute("DELETE FROM pet WHERE name IN ('" + "', '".join(names) + "')")
              cr.execute("""DELETE FROM pet WHERE name IN %s""", (tuple(names),))
        `],
      },
      {
        name: "joined as they are, or put in whole: what they are is unknown",
        code: code`
          def clear(cr, names, ids):
              cr.execute("DELETE FROM pet WHERE name IN (%s)" % ",".join(names))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"DELETE FROM pet WHERE id IN {ids}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def clear(cr, names, ids):
              cr.execute("DELETE FROM pet WHERE name IN %s", (tuple(names),))
              cr.execute(f"DELETE FROM pet WHERE id IN {ids}")
        `, code`
          def clear(cr, names, ids):
              cr.execute("DELETE FROM pet WHERE name IN (%s)" % ",".join(names))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
        `],
      },
      {
        name: "numbers by a cast of each",
        preset: "strict",
        code: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, map(int, ids))))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(f"{int(one)}" for one in ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(map(int, ids)),))
              cr.execute("DELETE FROM pet WHERE id IN %s", (tuple(int(one) for one in ids),))
        `,
      },
      {
        name: "beside a value, and among those already bound",
        code: code`
          def clear(cr, name, ids):
              cr.execute("DELETE FROM pet WHERE name = '%s' AND id IN (%s)" % (name, ",".join(map(str, ids))))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE name = %%s AND id IN (%s)" % ",".join(map(str, ids)), (name,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, name, ids):
              cr.execute("DELETE FROM pet WHERE name = %s AND id IN %s", (name, tuple(ids)))
              cr.execute("DELETE FROM pet WHERE name = %s AND id IN %s", (name, tuple(ids),))
        `,
      },
      {
        name: "joined before: it is no longer written where it stands",
        code: code`
          def clear(cr, ids):
              joined = ",".join(map(str, ids))
              cr.execute("DELETE FROM pet WHERE id IN (%s)" % joined)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a list with something before it, an array, a row of values: no edit",
        code: code`
          def clear(cr, ids):
              cr.execute("DELETE FROM pet WHERE id IN (0, %s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("DELETE FROM pet WHERE id = ANY(ARRAY[%s])" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("INSERT INTO pet VALUES (%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "in Odoo's SQL",
        code: code`
          from odoo.tools import SQL

          def clear(cr, ids):
              cr.execute(SQL("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, ids))))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo.tools import SQL

          def clear(cr, ids):
              cr.execute(SQL("DELETE FROM pet WHERE id IN %s", tuple(ids)))
        `,
      },
      {
        name: "psycopg 3 compares with an array",
        code: code`
          import psycopg

          def clear(ids, names):
              with psycopg.connect("dbname=pets") as connection:
                  connection.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(str(one) for one in ids))
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  connection.execute("DELETE FROM pet WHERE name NOT IN (%s)" % ",".join("'%s'" % name for name in names))
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg

          def clear(ids, names):
              with psycopg.connect("dbname=pets") as connection:
                  connection.execute("DELETE FROM pet WHERE id = ANY(%s)", (list(ids),))
                  connection.execute("DELETE FROM pet WHERE name <> ALL(%s)", (list(names),))
        `,
      },
      {
        name: "a MySQL driver takes a tuple",
        code: code`
          import pymysql

          def clear(ids):
              cursor = pymysql.connect().cursor()
              cursor.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, ids)))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import pymysql

          def clear(ids):
              cursor = pymysql.connect().cursor()
              cursor.execute("DELETE FROM pet WHERE id IN %s", (tuple(ids),))
        `,
      },
      {
        name: "sqlite3 has nothing for a list",
        code: code`
          import sqlite3

          def clear(ids):
              db = sqlite3.connect("pets.db")
              db.execute("DELETE FROM pet WHERE id IN (%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
