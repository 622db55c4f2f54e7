/** What comes out of constant tables, lists and enumerations. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "looked up, with a constant default",
        code: code`
          ORDERS = {"newest": "id DESC", "name": "lower(name), id"}

          class Page:
              COLUMNS = {"n": "name"}

              def page(self, cr, sort, key):
                  cr.execute("SELECT " + self.COLUMNS[key] + " FROM pet ORDER BY " + ORDERS.get(sort, "id"))
                  cr.execute("SELECT id FROM pet ORDER BY " + (ORDERS.get(sort) or "id"))
                  cr.execute("SELECT id FROM pet ORDER BY " + {"name": "lower(name)", "age": "born"}[sort])
        `,
      },
      {
        name: "a table in a table, a tuple in a table",
        code: code`
          BY = {"name": {"column": "lower(name)", "direction": "ASC"}}
          PAIRS = {"name": ("lower(name)", "ASC")}

          def page(cr, sort):
              cr.execute("SELECT id FROM pet ORDER BY %s %s" % (BY[sort]["column"], BY[sort]["direction"]))
              column, direction = PAIRS[sort]
              cr.execute("SELECT id FROM pet ORDER BY %s %s" % (column, direction))
        `,
      },
      {
        name: "an element by its number",
        code: code`
          COLUMNS = ["name", "age"]

          def page(cr, number, descending):
              cr.execute("SELECT id FROM pet ORDER BY " + COLUMNS[number] + " " + ("ASC", "DESC")[bool(descending)])
        `,
      },
      {
        name: "an enumeration, by name and by value",
        code: code`
          from enum import Enum

          class Order(str, Enum):
              NAME = "lower(name)"
              AGE = "born DESC"

          def page(cr, name, value):
              cr.execute(f"SELECT id FROM pet ORDER BY {Order[name].value}, {Order(value).value}")
        `,
      },
      {
        name: "lists and dicts of constants, taken apart in loops",
        code: code`
          TABLES = {"pet": [("nick", "name"), ("size", None)]}

          def migrate(cr, version):
              for table, pairs in TABLES.items():
                  for old, new in pairs:
                      cr.execute("ALTER TABLE %s RENAME %s TO %s" % (table, old, new or old + "_legacy"))
              for number, column in enumerate(sorted({"name", "age"})):
                  cr.execute("ALTER TABLE pet_%s DROP COLUMN %s" % (number, column))
              for table, column in zip(["pet", "visit"], ["nick", "note"]):
                  cr.execute("ALTER TABLE %s DROP COLUMN %s" % (table, column))
        `,
      },
      {
        name: "a template and its values are constants",
        code: code`
          NAMES = {"table": "pet"}
          PAIR = ("id", "pet")

          def find(cr, name):
              cr.execute("SELECT id FROM %(table)s WHERE name = %%(name)s" % NAMES, {"name": name})
              cr.execute("SELECT id FROM {table}".format(**NAMES))
              cr.execute("SELECT %s FROM %s" % PAIR)
        `,
      },
      {
        name: "a constant of the class, by the class's own names",
        code: code`
          class Pet:
              TABLE = "pet"

              @classmethod
              def count(cls, cr):
                  cr.execute("SELECT count(*) FROM " + cls.TABLE)
                  cr.execute("SELECT count(*) FROM " + Pet.TABLE)
        `,
      },
      {
        name: "one of two constants, by the import that works",
        code: code`
          try:
              import psycopg2
              TABLE = "pet"
          except ImportError:
              TABLE = "pet_copy"

          def count(cr):
              cr.execute("SELECT count(*) FROM " + TABLE)
        `,
      },
    ],
    invalid: [
      {
        name: "the default is the key itself",
        code: code`
          ORDERS = {"newest": "id DESC", "name": "lower(name), id"}

          def page(cr, sort):
              cr.execute("SELECT id FROM pet ORDER BY " + ORDERS.get(sort, sort))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "sort"
              cr.execute("SELECT id FROM pet ORDER BY " + (ORDERS.get(sort) or sort))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "sort"
        `,
      },
      {
        name: "a table that a caller adds to is none",
        code: code`
          ORDERS = {"name": "lower(name)"}

          def page(cr, sort, own):
              ORDERS["own"] = own
              cr.execute("SELECT id FROM pet ORDER BY " + ORDERS[sort])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a constant of another file is not in sight",
        code: code`
          from .names import TABLE

          def count(cr):
              cr.execute("SELECT count(*) FROM " + TABLE)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
