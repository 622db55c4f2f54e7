/** Helpers: what they return, what they are called with, what they hand on. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "a private method is judged by what its callers pass, by position and by keyword",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _count(self, table, column="id"):
                  self.env.cr.execute("SELECT count(%s) FROM %s" % (column, table))

              def stats(self):
                  self._count("pet")
                  self._count("visit", "pet_id")
                  for table in ("tag", "mood"):
                      self._count(table=table, column="name")
        `,
      },
      {
        name: "any number of arguments, all of them constants",
        code: code`
          def _count(cr, *columns, **names):
              cr.execute("SELECT %s FROM %s" % (", ".join(columns), names["table"]))

          def stats(cr):
              _count(cr, "id", "name", table="pet")
        `,
      },
      {
        name: "the caller checks before it passes",
        code: code`
          def _page(cr, column):
              cr.execute("SELECT id FROM pet ORDER BY " + column)

          def page(cr, column):
              if column not in ("name", "age"):
                  raise ValueError(column)
              _page(cr, column)
        `,
      },
      {
        name: "a report helper that only returns constants",
        code: code`
          from odoo import models

          class VisitReport(models.Model):
              _name = "visit.report"
              _auto = False

              def _select(self):
                  return "SELECT v.id"

              def _from(self):
                  return "FROM visit v"

              def init(self):
                  self.env.cr.execute("CREATE VIEW %s AS (%s %s)" % (self._table, self._select(), self._from()))
        `,
      },
    ],
    invalid: [
      {
        name: "what a helper returns is looked into, call by call",
        code: code`
          def where(name):
              return " WHERE name = '%s'" % name
          def find(cr, name):
              cr.execute("SELECT id FROM pet" + where("Rex"))
              cr.execute("SELECT id FROM pet" + where(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a default, used and overridden",
        code: code`
          def where(name="Rex"):
              return " WHERE name = '%s'" % name
          def find(cr, name):
              cr.execute("SELECT id FROM pet" + where())
              cr.execute("SELECT id FROM pet" + where(name=name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "through three helpers",
        code: code`
          def outer(name):
              return middle(name)
          def middle(name):
              return inner(name)
          def inner(name):
              return " WHERE name = '%s'" % name
          def find(cr, name):
              cr.execute("SELECT id FROM pet" + outer(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "name"
        `,
      },
      {
        name: "a helper that calls itself",
        code: code`
          def ors(words):
              return "name = '%s' OR " % words[0] + ors(words[1:]) if words else "false"
          def find(cr, words):
              cr.execute("SELECT id FROM pet WHERE " + ors(words))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a helper returns a dict, or a tuple of which one element is run",
        code: code`
          def as_dict(name):
              return {"query": "SELECT id FROM pet WHERE name = '%s'" % name}
          def as_tuple(name):
              return "SELECT id FROM pet WHERE name = '%s'" % name, []
          def find(cr, name):
              cr.execute(as_dict(name)["query"])
                         ~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(as_tuple(name)[0])
                         ~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a method of a base class",
        code: code`
          class Base:
              def where(self, name):
                  return " WHERE name = '%s'" % name

          class Finder(Base):
              def find(self, cr, name):
                  cr.execute("SELECT id FROM pet" + self.where(name))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a static method",
        code: code`
          class Finder:
              @staticmethod
              def where(name):
                  return " WHERE name = '%s'" % name

              def find(self, cr, name):
                  cr.execute("SELECT id FROM pet" + self.where(name))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a partial, and a cached helper",
        code: code`
          from functools import lru_cache, partial

          @lru_cache
          def where(column, value):
              return " WHERE %s = '%s'" % (column, value)

          def find(cr, name):
              by_name = partial(where, "name")
              cr.execute("SELECT id FROM pet" + by_name(name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet" + where("name", name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "one caller among several passes what it was called with",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _column(self, column):
                  self.env.cr.execute("SELECT %s FROM pet" % column)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "column"

              def stats(self, column):
                  self._column("id")
                  self._column(column=column)
        `,
      },
      {
        name: "a private method called by another",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _column(self, column):
                  self.env.cr.execute("SELECT %s FROM pet" % column)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign

              def _columns(self, column):
                  self._column(column)

              def stats(self, column):
                  self._columns(column)
        `,
      },
      {
        name: "a caller whose arguments are not written out",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _column(self, column="id"):
                  self.env.cr.execute("SELECT %s FROM pet" % column)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

              def stats(self, options):
                  self._column(**options)
        `,
      },
      {
        name: "a function that anyone may import is not judged by the callers in sight",
        code: code`
          def count(cr, table):
              cr.execute("SELECT count(*) FROM " + table)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def stats(cr):
              count(cr, "pet")
        `,
      },
      {
        name: "handed on whole, through two helpers, by keyword",
        code: code`
          def _run(cr, query, params=None):
              cr.execute(query.strip(), params)

          def _fetch(cr, query):
              _run(cr, query=query)
              return cr.fetchall()

          def find(cr, name):
              return _fetch(cr, "SELECT id FROM pet WHERE name = '%s'" % name)
                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a helper that adds to what it hands on builds",
        code: code`
          def _first(cr, query):
              cr.execute(query + " LIMIT 1")
                         ~~~~~~~~~~~~~~~~~~ unknown

          def find(cr, name):
              _first(cr, "SELECT id FROM pet WHERE name = '%s'" % name)
        `,
      },
    ],
  },
});
