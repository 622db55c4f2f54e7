/** Which calls take a statement or a fragment, and where in them the text stands. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "a function of your own that vouches, by its name in the options",
        options: { safe: ["build_where"] },
        code: code`
          def find(cr, criteria):
              cr.execute("SELECT id FROM pet WHERE " + build_where(criteria))
        `,
      },
      {
        name: "what is only built is not run",
        code: code`
          def clause(name):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              return query
        `,
      },
      {
        name: "overwritten before it is run",
        code: code`
          def find(cr, name):
              query = "SELECT id FROM pet WHERE name = '%s'" % name
              query = "SELECT id FROM pet"
              cr.execute(query)
        `,
      },
      {
        name: "AsIs of what is known",
        code: code`
          from psycopg2.extensions import AsIs

          def find(self, column):
              self.env.cr.execute("SELECT id FROM %s", (AsIs(self._table),))
              if column in ("name", "age"):
                  self.env.cr.execute("SELECT %s FROM pet", (AsIs(column),))
        `,
      },
    ],
    invalid: [
      {
        name: "a cursor of your own, by its name in the options",
        options: { cursors: ["warehouse"] },
        code: code`
          def clear(self, name):
              self.warehouse.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(self, name):
              self.warehouse.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "executed many times, in batches and copied: nothing there binds what is in the text",
        code: code`
          import psycopg2.extras
          from psycopg2.extras import execute_batch

          def load(cr, table, rows, out):
              cr.executemany("INSERT INTO " + table + " VALUES (%s)", rows)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              execute_batch(cr, "UPDATE " + table + " SET qty = %s", rows)
                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              psycopg2.extras.execute_values(cr, sql="INSERT INTO %s (qty) VALUES %%s" % table, argslist=rows)
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.copy_expert(sql="COPY (SELECT id FROM %s) TO STDOUT" % table, file=out)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the text by keyword is bound by keyword",
        code: code`
          def clear(cr, name):
              cr.execute(query="DELETE FROM pet WHERE name = '%s'" % name, log_exceptions=False)
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, name):
              cr.execute(query="DELETE FROM pet WHERE name = %s", params=(name,), log_exceptions=False)
        `,
      },
      {
        name: "SQL vouches: one finding, at its text",
        code: code`
          from odoo.tools import SQL

          def clear(cr, name):
              cr.execute(SQL("DELETE FROM pet WHERE name = '%s'" % name))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo.tools import SQL

          def clear(cr, name):
              cr.execute(SQL("DELETE FROM pet WHERE name = %s", name))
        `,
      },
      {
        name: "SQL under its module",
        code: code`
          from odoo import tools

          def clear(cr, name):
              cr.execute(tools.SQL(f"DELETE FROM pet WHERE name = '{name}'"))
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo import tools

          def clear(cr, name):
              cr.execute(tools.SQL("DELETE FROM pet WHERE name = %s", name))
        `,
      },
      {
        name: "a fragment of unknown origin is taken for SQL as it is",
        code: code`
          from odoo.tools import SQL

          def find(cr, order):
              cr.execute(SQL("SELECT id FROM pet ORDER BY %s", SQL(order)))
                                                                   ~~~~~ fragment
        `,
      },
      {
        name: "psycopg2's SQL vouches too, built or whole",
        code: code`
          from psycopg2 import sql

          def find(cr, table):
              cr.execute(sql.SQL(f"SELECT id FROM {table}"))
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(sql.SQL("SELECT id FROM {}").format(sql.SQL(table)))
                                                                     ~~~~~ fragment
        `,
      },
      {
        name: "a statement that psycopg2's SQL took before",
        code: code`
          from psycopg2 import sql

          def find(cr, name):
              query = sql.SQL("SELECT id FROM pet WHERE name = '%s'" % name)
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(query)
        `,
      },
      {
        name: "AsIs puts its text in as it is, built or whole",
        code: code`
          import psycopg2.extensions
          from psycopg2.extensions import AsIs

          def find(cr, table, name):
              cr.execute("SELECT id FROM %s", (psycopg2.extensions.AsIs(table),))
                                                                        ~~~~~ fragment
              cr.execute("SELECT id FROM pet WHERE %s", (AsIs("name = '%s'" % name),))
                                                              ~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a filter of SQLAlchemy takes fragments by text and literal_column",
        code: code`
          from sqlalchemy import literal_column, text

          def find(query, order, name):
              query.filter(text("name = '%s'" % name))
                                ~~~~~~~~~~~~~~~~~~~~ unknown
              return query.order_by(literal_column(order))
                                                   ~~~~~ fragment
        `,
      },
    ],
  },
});
