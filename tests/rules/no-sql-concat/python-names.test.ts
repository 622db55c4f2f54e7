/** Names of tables and columns: quoted by what the file imports, as a suggestion. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "without anything imported there is no edit",
        code: code`
          def count(cr, table, column, schema):
              cr.execute("SELECT count(*) FROM %s" % table)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute('SELECT "%s" FROM pet' % column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM {schema}.pet")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "psycopg2's sql composes the statement",
        code: code`
          from psycopg2 import sql

          def count(cr, table, column):
              cr.execute("ALTER TABLE %s DROP COLUMN %s" % (table, column))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute('SELECT "%s" FROM pet' % column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          from psycopg2 import sql

          def count(cr, table, column):
              cr.execute(sql.SQL("ALTER TABLE {} DROP COLUMN {}").format(sql.Identifier(table), sql.Identifier(column)))
              cr.execute('SELECT "%s" FROM pet' % column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `, code`
          from psycopg2 import sql

          def count(cr, table, column):
              cr.execute("ALTER TABLE %s DROP COLUMN %s" % (table, column))
              cr.execute(sql.SQL('SELECT {} FROM pet').format(sql.Identifier(column)))
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `, code`
          from psycopg2 import sql

          def count(cr, table, column):
              cr.execute("ALTER TABLE %s DROP COLUMN %s" % (table, column))
              cr.execute('SELECT "%s" FROM pet' % column)
              cr.execute(sql.SQL("SELECT id FROM pet ORDER BY {}").format(sql.Identifier(column)))
        `],
      },
      {
        name: "the values that are bound stay beside it",
        code: code`
          from psycopg2 import sql

          def find(cr, column, name):
              cr.execute("SELECT %s FROM pet WHERE name = %%s" % column, (name,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          from psycopg2 import sql

          def find(cr, column, name):
              cr.execute(sql.SQL("SELECT {} FROM pet WHERE name = %s").format(sql.Identifier(column)), (name,))
        `],
      },
      {
        name: "by the name that the file gives it",
        code: code`
          from psycopg2 import sql as statements

          def count(cr, table):
              cr.execute("SELECT count(*) FROM %s" % table)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          from psycopg2 import sql as statements

          def count(cr, table):
              cr.execute(statements.SQL("SELECT count(*) FROM {}").format(statements.Identifier(table)))
        `],
      },
      {
        name: "psycopg 3's own",
        code: code`
          import psycopg
          from psycopg import sql

          def count(table):
              connection = psycopg.connect("dbname=pets")
              connection.execute("SELECT count(*) FROM %s" % table)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          import psycopg
          from psycopg import sql

          def count(table):
              connection = psycopg.connect("dbname=pets")
              connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))
        `],
      },
      {
        name: "Odoo's SQL, inside it and around it",
        code: code`
          from odoo.tools import SQL

          def find(cr, table, column, name):
              cr.execute(SQL(f"SELECT id FROM {table}"))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(SQL(f'SELECT "{column}" FROM pet'))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(SQL(f"SELECT {column} FROM pet WHERE name = '{name}'"))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT %s FROM pet WHERE name = '%s'" % (column, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          from odoo.tools import SQL

          def find(cr, table, column, name):
              cr.execute(SQL("SELECT id FROM %s", SQL.identifier(table)))
              cr.execute(SQL(f'SELECT "{column}" FROM pet'))
              cr.execute(SQL(f"SELECT {column} FROM pet WHERE name = '{name}'"))
              cr.execute("SELECT %s FROM pet WHERE name = '%s'" % (column, name))
        `, code`
          from odoo.tools import SQL

          def find(cr, table, column, name):
              cr.execute(SQL(f"SELECT id FROM {table}"))
              cr.execute(SQL('SELECT %s FROM pet', SQL.identifier(column)))
              cr.execute(SQL(f"SELECT {column} FROM pet WHERE name = '{name}'"))
              cr.execute("SELECT %s FROM pet WHERE name = '%s'" % (column, name))
        `, code`
          from odoo.tools import SQL

          def find(cr, table, column, name):
              cr.execute(SQL(f"SELECT id FROM {table}"))
              cr.execute(SQL(f'SELECT "{column}" FROM pet'))
              cr.execute(SQL("SELECT %s FROM pet WHERE name = %s", SQL.identifier(column), name))
              cr.execute("SELECT %s FROM pet WHERE name = '%s'" % (column, name))
        `, code`
          from odoo.tools import SQL

          def find(cr, table, column, name):
              cr.execute(SQL(f"SELECT id FROM {table}"))
              cr.execute(SQL(f'SELECT "{column}" FROM pet'))
              cr.execute(SQL(f"SELECT {column} FROM pet WHERE name = '{name}'"))
              cr.execute(SQL("SELECT %s FROM pet WHERE name = %s", SQL.identifier(column), name))
        `],
      },
      {
        name: "a part of a name cannot be quoted by itself",
        code: code`
          from psycopg2 import sql

          def count(cr, year):
              cr.execute("SELECT count(*) FROM visit_%s" % year)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a list of columns is no name, a direction and an operator neither",
        code: code`
          from psycopg2 import sql

          def find(cr, columns, direction, operator):
              cr.execute("SELECT %s FROM pet" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet ORDER BY id %s" % direction)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE age %s 3" % operator)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "braces of the text would be marks",
        code: code`
          from psycopg2 import sql

          def find(cr, table):
              cr.execute(f"SELECT '{{}}' FROM {table}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
