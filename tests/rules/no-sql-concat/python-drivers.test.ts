/** Each driver's own placeholders: sqlite3, psycopg2, psycopg 3, MySQL, ODBC. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "sqlite3: a question mark, and percent signs are its own",
        code: code`
          import sqlite3

          def find(name):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE code LIKE '9%%' AND name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute(f"SELECT strftime('%Y', born) FROM pet WHERE name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute(f"SELECT id FROM pet WHERE name LIKE '%{name}%'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          def find(name):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE code LIKE '9%' AND name = ?", (name,))
              db.execute("SELECT strftime('%Y', born) FROM pet WHERE name = ?", (name,))
              db.execute("SELECT id FROM pet WHERE name LIKE ?", (f"%{name}%",))
        `,
      },
      {
        name: "sqlite3: among question marks, and among names",
        code: code`
          import sqlite3

          def find(name, kind, age):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE kind = ? AND name = '%s' AND age > ?" % name, (kind, age))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute("SELECT id FROM pet WHERE kind = :kind AND name = '%s'" % name, {"kind": kind})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlite3

          def find(name, kind, age):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE kind = ? AND name = ? AND age > ?", (kind, name, age))
              db.execute("SELECT id FROM pet WHERE kind = :kind AND name = :name", {"kind": kind, "name": name})
        `,
      },
      {
        name: "sqlite3: names with values by position are not mixed further",
        code: code`
          import sqlite3

          def find(name, kind):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE kind = :kind AND name = '%s'" % name, (kind,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "sqlite3: an unquoted value, a name, a pragma, many rows",
        code: code`
          import sqlite3

          def find(ref, table, rows):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE id = %s" % ref)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute(f'SELECT id FROM "{table}"')
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.execute(f"PRAGMA table_info('{table}')")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          import sqlite3

          def find(ref, table, rows):
              db = sqlite3.connect("pets.db")
              db.execute("SELECT id FROM pet WHERE id = ?", (ref,))
              db.execute(f'SELECT id FROM "{table}"')
              db.execute(f"PRAGMA table_info('{table}')")
              db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
        `],
      },
      {
        name: "psycopg2: a cursor from a pool, of its own kind",
        code: code`
          import psycopg2.pool
          from psycopg2.extras import RealDictCursor

          pool = psycopg2.pool.SimpleConnectionPool(1, 4)

          def find(connection, name):
              pool.getconn().cursor().execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              own = pool.getconn().cursor(cursor_factory=RealDictCursor)
              own.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg2.pool
          from psycopg2.extras import RealDictCursor

          pool = psycopg2.pool.SimpleConnectionPool(1, 4)

          def find(connection, name):
              pool.getconn().cursor().execute("SELECT id FROM pet WHERE name = %s", (name,))
              own = pool.getconn().cursor(cursor_factory=RealDictCursor)
              own.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "psycopg2 fills in the text itself: in any statement, in several at once",
        code: code`
          import psycopg2

          def create(name):
              cursor = psycopg2.connect("dbname=pets").cursor()
              cursor.execute("CREATE VIEW named AS SELECT id FROM pet WHERE name = '%s'" % name)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cursor.execute("DELETE FROM visit; DELETE FROM pet WHERE name = '%s'" % name)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg2

          def create(name):
              cursor = psycopg2.connect("dbname=pets").cursor()
              cursor.execute("CREATE VIEW named AS SELECT id FROM pet WHERE name = %s", (name,))
              cursor.execute("DELETE FROM visit; DELETE FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "psycopg 3: connections, pools and coroutines",
        code: code`
          import psycopg
          from psycopg_pool import ConnectionPool

          pool = ConnectionPool("dbname=pets")

          def find(name):
              with psycopg.connect("dbname=pets") as connection:
                  connection.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              with pool.connection() as connection:
                  connection.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          async def later(name):
              async with await psycopg.AsyncConnection.connect("dbname=pets") as connection:
                  await connection.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg
          from psycopg_pool import ConnectionPool

          pool = ConnectionPool("dbname=pets")

          def find(name):
              with psycopg.connect("dbname=pets") as connection:
                  connection.execute("SELECT id FROM pet WHERE name = %s", (name,))
              with pool.connection() as connection:
                  connection.execute("SELECT id FROM pet WHERE name = %s", (name,))

          async def later(name):
              async with await psycopg.AsyncConnection.connect("dbname=pets") as connection:
                  await connection.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "psycopg 3 binds on the server: other statements, several, functions of any type are only explained",
        code: code`
          import psycopg

          def create(name, days):
              connection = psycopg.connect("dbname=pets")
              connection.execute("CREATE VIEW named AS SELECT id FROM pet WHERE name = '%s'" % name)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              connection.execute("DELETE FROM visit; DELETE FROM pet WHERE name = '%s'" % name)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              connection.execute("SELECT concat('x', '%s') FROM pet" % name)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              connection.execute("SELECT id FROM pet WHERE born > now() - interval '%s days'" % days)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "MySQL drivers, by each of their modules",
        code: code`
          import MySQLdb
          import mysql.connector
          import pymysql

          def find(name):
              MySQLdb.connect().cursor().execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              mysql.connector.connect().cursor().execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              pymysql.connect().cursor().execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import MySQLdb
          import mysql.connector
          import pymysql

          def find(name):
              MySQLdb.connect().cursor().execute("SELECT id FROM pet WHERE name = %s", (name,))
              mysql.connector.connect().cursor().execute("SELECT id FROM pet WHERE name = %s", (name,))
              pymysql.connect().cursor().execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "MySQL: double quotes hold text, backticks names",
        code: code`
          import pymysql

          def find(name, table):
              cursor = pymysql.connect().cursor()
              cursor.execute('SELECT id FROM pet WHERE name = "%s"' % name)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cursor.execute("SELECT id FROM ${"`"}%s${"`"}" % table)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import pymysql

          def find(name, table):
              cursor = pymysql.connect().cursor()
              cursor.execute('SELECT id FROM pet WHERE name = %s', (name,))
              cursor.execute("SELECT id FROM ${"`"}%s${"`"}" % table)
        `,
      },
      {
        name: "pyodbc: a question mark",
        code: code`
          import pyodbc

          def find(name):
              cursor = pyodbc.connect("dsn").cursor()
              cursor.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import pyodbc

          def find(name):
              cursor = pyodbc.connect("dsn").cursor()
              cursor.execute("SELECT id FROM pet WHERE name = ?", (name,))
        `,
      },
    ],
  },
});
