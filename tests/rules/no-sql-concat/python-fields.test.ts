/** Records: text and numbers of their fields, and their ids. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "a chosen field in a name's place",
        code: code`
          from odoo import fields, models

          class Pet(models.TransientModel):
              _name = "pet"
              column = fields.Selection([("age", "Age"), ("name", "Name")])
              direction = fields.Selection([("ASC", "Up"), ("DESC", "Down")])

              def _page(self):
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s %s" % (self.column, self.direction))
        `,
      },
    ],
    invalid: [
      {
        name: "a text field, required or not, is a suggestion: empty it is False",
        code: code`
          from odoo import fields, models

          class Pet(models.Model):
              _name = "pet"
              nick = fields.Char(required=True)
              note = fields.Html()

              def _twins(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE nick = '%s'" % self.nick)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  self.env.cr.execute("SELECT id FROM pet WHERE note = '%s'" % self.note)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        suggestions: [code`
          from odoo import fields, models

          class Pet(models.Model):
              _name = "pet"
              nick = fields.Char(required=True)
              note = fields.Html()

              def _twins(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE nick = %s", (self.nick,))
                  self.env.cr.execute("SELECT id FROM pet WHERE note = '%s'" % self.note)
        `, code`
          from odoo import fields, models

          class Pet(models.Model):
              _name = "pet"
              nick = fields.Char(required=True)
              note = fields.Html()

              def _twins(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE nick = '%s'" % self.nick)
                  self.env.cr.execute("SELECT id FROM pet WHERE note = %s", (self.note,))
        `],
      },
      {
        name: "beside a text field everything is a suggestion",
        code: code`
          from odoo import fields, models

          class Pet(models.Model):
              _name = "pet"
              nick = fields.Char()

              def twins(self, kind):
                  self.env.cr.execute("SELECT id FROM pet WHERE nick = '%s' AND kind = '%s'" % (self.nick, kind))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        suggestions: [code`
          from odoo import fields, models

          class Pet(models.Model):
              _name = "pet"
              nick = fields.Char()

              def twins(self, kind):
                  self.env.cr.execute("SELECT id FROM pet WHERE nick = %s AND kind = %s", (self.nick, kind))
        `],
      },
      {
        name: "numbers, dates and ids of fields count under strict",
        preset: "strict",
        code: code`
          from odoo import fields, models

          class Pet(models.TransientModel):
              _name = "pet"
              age = fields.Integer()
              weight = fields.Float()
              born = fields.Date()
              owner_id = fields.Many2one("owner")

              def _twins(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE age = %s" % self.age)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  self.env.cr.execute("SELECT id FROM pet WHERE weight > %s" % self.weight)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  self.env.cr.execute("SELECT id FROM pet WHERE born = '%s'" % self.born)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  self.env.cr.execute("SELECT id FROM pet WHERE owner_id = %s" % self.owner_id.id)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from odoo import fields, models

          class Pet(models.TransientModel):
              _name = "pet"
              age = fields.Integer()
              weight = fields.Float()
              born = fields.Date()
              owner_id = fields.Many2one("owner")

              def _twins(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE age = %s", (self.age,))
                  self.env.cr.execute("SELECT id FROM pet WHERE weight > %s", (self.weight,))
                  self.env.cr.execute("SELECT id FROM pet WHERE born = %s", (self.born,))
                  self.env.cr.execute("SELECT id FROM pet WHERE owner_id = %s", (self.owner_id.id,))
        `,
      },
      {
        name: "the id of whatever record a client names",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def action_sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s" % self.id)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  for pet in self.sudo():
                      self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s" % pet.id)
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        suggestions: [code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def action_sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s", (self.id,))
                  for pet in self.sudo():
                      self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s" % pet.id)
        `, code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def action_sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s" % self.id)
                  for pet in self.sudo():
                      self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s", (pet.id,))
        `],
      },
      {
        name: "ids in a private method are the framework's",
        preset: "strict",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s" % self.id)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id IN (%s)" % ",".join(map(str, self.ids)))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s", (self.id,))
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id IN %s", (tuple(self.ids),))
        `,
      },
      {
        name: "an id that is formatted as a number counts under strict, even in a public method",
        preset: "strict",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def action_sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %d" % self.id)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def action_sleep(self):
                  self.env.cr.execute("UPDATE pet SET state = 'asleep' WHERE id = %s", (int(self.id),))
        `,
      },
      {
        name: "users and companies",
        preset: "strict",
        code: code`
          def find(self):
              self.env.cr.execute("SELECT id FROM pet WHERE create_uid = %s" % self.env.uid)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute("SELECT id FROM pet WHERE user_id = %s" % self.env.user.id)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute("SELECT id FROM pet WHERE partner_id = %s" % self.env.user.partner_id.id)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute("SELECT id FROM pet WHERE company_id IN (%s)" % ",".join(map(str, self.env.companies.ids)))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def find(self):
              self.env.cr.execute("SELECT id FROM pet WHERE create_uid = %s", (self.env.uid,))
              self.env.cr.execute("SELECT id FROM pet WHERE user_id = %s", (self.env.user.id,))
              self.env.cr.execute("SELECT id FROM pet WHERE partner_id = %s", (self.env.user.partner_id.id,))
              self.env.cr.execute("SELECT id FROM pet WHERE company_id IN %s", (tuple(self.env.companies.ids),))
        `,
      },
      {
        name: "what a user is called",
        code: code`
          def find(self):
              self.env.cr.execute("SELECT id FROM pet WHERE login LIKE E'%s'" % self.env.user.login)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "part"
              self.env.cr.execute("SELECT id FROM pet WHERE lang = E'%s'" % self.env.lang)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "part"
        `,
      },
      {
        name: "a parameter of the system is text that administrators write",
        code: code`
          def find(self):
              table = self.env["ir.config_parameter"].sudo().get_param("pet.table")
              self.env.cr.execute("SELECT id FROM %s" % table)
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
