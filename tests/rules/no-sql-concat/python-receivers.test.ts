/** Whose `execute` it is: cursors by name, by construction and by convention. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "of unknown kind, and a text that begins otherwise",
        code: code`
          def run(robot, name):
              robot.execute("move to '%s'" % name)
              robot.execute("Select '%s' now" % name)
              robot.execute("WHERE name = '%s'" % name)
              robot.query("DELETE FROM pet WHERE name = '%s'" % name)
        `,
      },
      {
        name: "a class of the file that has its own execute",
        code: code`
          class Robot:
              def execute(self, text):
                  print(text)

              def clear(self, name):
                  self.execute("DELETE FROM pet WHERE name = '%s'" % name)

          def clear(name):
              Robot().execute("DELETE FROM pet WHERE name = '%s'" % name)
        `,
      },
      {
        name: "a model of the framework is no cursor",
        code: code`
          from odoo import models

          class Job(models.Model):
              _name = "job"

              def run(self, name):
                  self.env["job.queue"].execute("DELETE FROM pet WHERE name = '%s'" % name)
        `,
      },
      {
        name: "the remote call of the framework is no statement",
        code: code`
          import xmlrpc.client

          def find(database, uid, password, name):
              server = xmlrpc.client.ServerProxy("https://example.com")
              server.execute(database, uid, password, "pet", "search", [("name", "=", name)])
        `,
      },
      {
        name: "a folder of tests is outside recommended",
        file: "addon/tests/common.py",
        preset: "recommended",
        code: code`
          def find(cr, table):
              cr.execute("SELECT id FROM %s" % table)
        `,
      },
      {
        name: "a test by the file's name is outside recommended",
        file: "addon/models/test_pet.py",
        preset: "recommended",
        code: code`
          def find(cr, table):
              cr.execute("SELECT id FROM %s" % table)
        `,
      },
    ],
    invalid: [
      {
        name: "the names of a cursor",
        code: code`
          def clear(self, cur, cron_cr, name):
              self._cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              self.cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              self._cursor.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cur.execute("DELETE FROM pet WHERE name = '%s'" % name)
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cron_cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(self, cur, cron_cr, name):
              self._cr.execute("DELETE FROM pet WHERE name = %s", (name,))
              self.cr.execute("DELETE FROM pet WHERE name = %s", (name,))
              self._cursor.execute("DELETE FROM pet WHERE name = %s", (name,))
              cur.execute("DELETE FROM pet WHERE name = %s", (name,))
              cron_cr.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "the request's cursor",
        code: code`
          from odoo.http import request

          def clear(name):
              request.env.cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              request.cr.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo.http import request

          def clear(name):
              request.env.cr.execute("DELETE FROM pet WHERE name = %s", (name,))
              request.cr.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "a new cursor of the registry, under any name",
        code: code`
          from odoo import sql_db

          def clear(database, name):
              with sql_db.db_connect(database).cursor() as own:
                  own.execute("DELETE FROM pet WHERE name = '%s'" % name)
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo import sql_db

          def clear(database, name):
              with sql_db.db_connect(database).cursor() as own:
                  own.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "an alias of the cursor",
        code: code`
          def clear(self, name):
              warehouse = self.env.cr
              warehouse.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(self, name):
              warehouse = self.env.cr
              warehouse.execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "the bound method itself",
        code: code`
          def clear(self, name):
              execute = self.env.cr.execute
              execute("DELETE FROM pet WHERE name = '%s'" % name)
                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(self, name):
              execute = self.env.cr.execute
              execute("DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "a connection that the constructor opens",
        code: code`
          import sqlite3

          class Store:
              def __init__(self):
                  self.db = sqlite3.connect("pets.db")

              def clear(self, name):
                  self.db.execute("DELETE FROM pet WHERE name = '%s'" % name)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          class Store:
              def __init__(self):
                  self.db = sqlite3.connect("pets.db")

              def clear(self, name):
                  self.db.execute("DELETE FROM pet WHERE name = ?", (name,))
        `,
      },
      {
        name: "a connection that a helper of the file opens",
        code: code`
          import sqlite3

          def connect():
              return sqlite3.connect("pets.db")

          def clear(name):
              connect().cursor().execute("DELETE FROM pet WHERE name = '%s'" % name)
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          def connect():
              return sqlite3.connect("pets.db")

          def clear(name):
              connect().cursor().execute("DELETE FROM pet WHERE name = ?", (name,))
        `,
      },
      {
        name: "a receiver of unknown kind gets no edit, nothing says how it binds",
        code: code`
          def clear(store, name):
              store.execute("DELETE FROM pet WHERE name = '%s'" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "of unknown kind, and a text of each kind of statement",
        code: code`
          def run(store, name, rows):
              store.execute("WITH old AS (SELECT 1) SELECT id FROM old WHERE name = '%s'" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              store.execute("TRUNCATE TABLE %s" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              store.execute("CALL purge('%s')" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              store.executemany("INSERT INTO %s VALUES (?)" % name, rows)
                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              store.executescript("CREATE TABLE %s (id integer)" % name)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              store.mogrify("UPDATE pet SET name = '%s'" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "of unknown kind: comments before the statement change nothing",
        code: code`
          def clear(store, name):
              store.execute("""
                            ~~> unknown
                  -- the old ones
                  DELETE FROM pet WHERE name = '%s'""" % name)
        `,
      },
      {
        name: "a name that only begins like a test's",
        file: "addon/models/testing.py",
        code: code`
          def find(cr, table):
              cr.execute("SELECT id FROM %s" % table)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
