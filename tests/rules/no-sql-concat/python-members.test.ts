/** Properties, class methods, attributes of classes, and records by other ways than self. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "a property, a class method, an attribute by the class",
        code: code`
          class Report:
              _table = "loan"
              columns = ("id", "due_on")

              @property
              def listed(self):
                  return ", ".join(self.columns)

              @classmethod
              def source(cls):
                  return "FROM " + cls._table

              def page(self, cr):
                  cr.execute("SELECT %s %s" % (self.listed, self.source()))
                  cr.execute("SELECT id FROM %s, %s, %s" % (self.__class__._table, type(self)._table, Report._table))
        `,
      },
      {
        name: "a property of a field that __init__ sets to a constant or a number",
        code: code`
          class Report:
              def __init__(self, year):
                  self._alias = "l"
                  self.year = int(year)

              @property
              def source(self):
                  return "FROM loan_%s %s" % (self.year, self._alias)

              def page(self, cr):
                  cr.execute("SELECT id " + self.source)
        `,
      },
      {
        name: "the parent's method by super(), in the same file",
        code: code`
          class Base:
              def source(self, alias):
                  return f"FROM loan {alias}"

          class Late(Base):
              def page(self, cr):
                  cr.execute("SELECT id " + super().source("l"))
        `,
      },
      {
        name: "methods and attributes of the model, by sudo(), with_context(), browse(), env",
        code: code`
          from odoo import models

          class Loan(models.Model):
              _name = "library.loan"
              _columns_shown = ("due_on", "member_id")

              def _ordered(self):
                  return "due_on, id"

              @property
              def _view(self):
                  return "library_loan_view"

              def page(self):
                  self.env.cr.execute("SELECT id FROM %s ORDER BY %s" % (self.sudo()._view, self.sudo()._ordered()))
                  self.env.cr.execute("SELECT id FROM library_loan ORDER BY " + self.with_context(lang=None)._ordered())
                  self.env.cr.execute("SELECT id FROM %s ORDER BY %s" % (self.env["library.loan"]._table, self.env["library.loan"].sudo()._ordered()))
                  self.env.cr.execute("SELECT %s FROM library_loan ORDER BY %s" % (", ".join(self.sudo()._columns_shown), self.browse(1)._ordered()))
        `,
      },
      {
        name: "a check against the model's own list, reached through sudo() and env",
        code: code`
          from odoo import models

          class Loan(models.Model):
              _name = "library.loan"
              _columns_shown = ("due_on", "member_id")

              def page(self, column, order):
                  if column in self.sudo()._columns_shown and order in self.env["library.loan"]._fields:
                      self.env.cr.execute("SELECT %s FROM library_loan ORDER BY %s" % (column, order))
        `,
      },
      {
        name: "fields of a dataclass with a default or a literal type",
        code: code`
          from dataclasses import dataclass
          from typing import Literal

          @dataclass
          class Page:
              direction: Literal["ASC", "DESC"] = "ASC"
              table: str = "loan"

          def page(cr, asked: Page):
              cr.execute(f"SELECT id FROM {asked.table} ORDER BY id {asked.direction}")
        `,
      },
      {
        name: "KNOWN MISS: a function of the file writes the attribute of a class or of an instance, whose method runs it",
        code: code`
          class Report:
              table = "loan"
              order = "due_on"

              def page(self, cr):
                  cr.execute("SELECT id FROM %s ORDER BY %s" % (self.table, self.order))

          def page(cr, table, order):
              Report.table = table
              report = Report()
              report.order = order
              report.page(cr)
        `,
      },
      {
        name: "KNOWN MISS: setattr() with the name written out",
        code: code`
          class Report:
              table = "loan"

              def use(self, table):
                  setattr(self, "table", table)

              def page(self, cr):
                  cr.execute("SELECT id FROM " + self.table)
        `,
      },
    ],
    invalid: [
      {
        name: "a property of a field that __init__ takes from its caller",
        code: code`
          from functools import cached_property

          class Report:
              def __init__(self, table):
                  self.table = table

              @property
              def source(self):
                  return "FROM " + self.table

              @cached_property
              def counted(self):
                  return "SELECT count(*) FROM " + self.table

              def page(self, cr):
                  cr.execute("SELECT id " + self.source)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  cr.execute(self.counted)
                             ~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a class method with what it is called with, a parent's method as well",
        code: code`
          class Base:
              @classmethod
              def sorted_by(cls, order):
                  return "ORDER BY " + order

              def source(self, alias):
                  return f"FROM loan {alias}"

          class Loan(Base):
              def page(self, cr, order, alias):
                  cr.execute("SELECT id FROM loan " + self.sorted_by(order))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  cr.execute("SELECT id FROM loan " + Loan.sorted_by("id"))
                  cr.execute("SELECT id " + super().source(alias))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a setter puts anything into the field",
        code: code`
          class Report:
              def __init__(self):
                  self._order = "due_on"

              @property
              def order(self):
                  return self._order

              @order.setter
              def order(self, value):
                  self._order = value

              def page(self, cr):
                  cr.execute("SELECT id FROM loan ORDER BY " + self.order)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a class method puts anything into the class, a function into an instance",
        code: code`
          class Report:
              table = "loan"

              @classmethod
              def use(cls, table):
                  cls.table = table

              def page(self, cr):
                  cr.execute("SELECT id FROM " + self.table)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          class Sorted:
              order = "due_on"

          def page(cr, order):
              report = Sorted()
              report.order = order
              cr.execute("SELECT id FROM loan ORDER BY " + report.order)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "what a method of the model makes of its argument, by sudo() and by env",
        code: code`
          from odoo import models

          class Loan(models.Model):
              _name = "library.loan"

              def _named(self, name):
                  return "name = '%s'" % name

              def find(self, name):
                  self.env.cr.execute("SELECT id FROM library_loan WHERE " + self.sudo()._named(name))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  self.env.cr.execute("SELECT id FROM library_loan WHERE " + self.env["library.loan"]._named(name))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "a method of another model is not in this file",
        code: code`
          from odoo import models

          class Loan(models.Model):
              _name = "library.loan"

              def _ordered(self):
                  return "due_on, id"

              def _page(self):
                  self.env.cr.execute("SELECT id FROM library_loan ORDER BY " + self.env["library.shelf"]._ordered())
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "fields of records by sudo(), by env, in a loop",
        preset: "strict",
        code: code`
          from odoo import fields, models

          class Loan(models.Model):
              _name = "library.loan"

              state = fields.Selection([("open", "Open"), ("done", "Done")])
              code = fields.Char()
              copies = fields.Integer()

              def _find(self):
                  self.env.cr.execute("SELECT id FROM library_loan WHERE state = '%s'" % self.sudo().state)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  self.env.cr.execute("SELECT id FROM library_loan WHERE code = '%s'" % self.env["library.loan"].browse(1).code)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  for loan in self.search([]):
                      self.env.cr.execute("SELECT id FROM library_loan WHERE copies = %s" % loan.copies)
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from odoo import fields, models

          class Loan(models.Model):
              _name = "library.loan"

              state = fields.Selection([("open", "Open"), ("done", "Done")])
              code = fields.Char()
              copies = fields.Integer()

              def _find(self):
                  self.env.cr.execute("SELECT id FROM library_loan WHERE state = '%s'" % self.sudo().state)
                  self.env.cr.execute("SELECT id FROM library_loan WHERE code = '%s'" % self.env["library.loan"].browse(1).code)
                  for loan in self.search([]):
                      self.env.cr.execute("SELECT id FROM library_loan WHERE copies = %s", (loan.copies,))
        `,
        suggestions: [code`
          from odoo import fields, models

          class Loan(models.Model):
              _name = "library.loan"

              state = fields.Selection([("open", "Open"), ("done", "Done")])
              code = fields.Char()
              copies = fields.Integer()

              def _find(self):
                  self.env.cr.execute("SELECT id FROM library_loan WHERE state = %s", (self.sudo().state,))
                  self.env.cr.execute("SELECT id FROM library_loan WHERE code = '%s'" % self.env["library.loan"].browse(1).code)
                  for loan in self.search([]):
                      self.env.cr.execute("SELECT id FROM library_loan WHERE copies = %s" % loan.copies)
        `, code`
          from odoo import fields, models

          class Loan(models.Model):
              _name = "library.loan"

              state = fields.Selection([("open", "Open"), ("done", "Done")])
              code = fields.Char()
              copies = fields.Integer()

              def _find(self):
                  self.env.cr.execute("SELECT id FROM library_loan WHERE state = '%s'" % self.sudo().state)
                  self.env.cr.execute("SELECT id FROM library_loan WHERE code = %s", (self.env["library.loan"].browse(1).code,))
                  for loan in self.search([]):
                      self.env.cr.execute("SELECT id FROM library_loan WHERE copies = %s" % loan.copies)
        `],
      },
      {
        name: "KNOWN FALSE ALARM: a setter that checks before it writes",
        code: code`
          class Report:
              def __init__(self):
                  self._order = "due_on"

              @property
              def order(self):
                  return self._order

              @order.setter
              def order(self, value):
                  if value not in ("due_on", "member_id"):
                      raise ValueError(value)
                  self._order = value

              def page(self, cr):
                  cr.execute("SELECT id FROM loan ORDER BY " + self.order)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
