/** Who chooses a value: callers, routes, the request, the context. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "a public method's keyword, default or not",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def page(self, *, order="id"):
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s" % order)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "a parameter of the public method"
        `,
      },
      {
        name: "whatever else a public method is called with",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def find(self, *names, **criteria):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % names[0])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  self.env.cr.execute("SELECT id FROM pet WHERE kind = '%s'" % criteria["kind"])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def find(self, *names, **criteria):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = %s", (names[0],))
                  self.env.cr.execute("SELECT id FROM pet WHERE kind = %s", (criteria["kind"],))
        `,
      },
      {
        name: "api.model leaves a method public",
        code: code`
          from odoo import api, models

          class Pet(models.Model):
              _name = "pet"

              @api.model
              def find(self, name):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from odoo import api, models

          class Pet(models.Model):
              _name = "pet"

              @api.model
              def find(self, name):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "what the framework's own methods are called with",
        code: code`
          from odoo import api, models

          class Pet(models.Model):
              _inherit = "pet"

              @api.model_create_multi
              def create(self, vals_list):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % vals_list[0]["name"])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign

              def write(self, vals):
                  self.env.cr.execute("UPDATE pet SET nick = '%s'" % vals.get("nick"))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from odoo import api, models

          class Pet(models.Model):
              _inherit = "pet"

              @api.model_create_multi
              def create(self, vals_list):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = %s", (vals_list[0]["name"],))

              def write(self, vals):
                  self.env.cr.execute("UPDATE pet SET nick = %s", (vals.get("nick"),))
        `,
      },
      {
        name: "an order and an operator of the framework's own methods",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _inherit = "pet"

              def read_group(self, domain, fields, groupby, orderby=False):
                  self.env.cr.execute("SELECT kind FROM pet GROUP BY kind ORDER BY %s" % orderby)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign

              def name_search(self, name="", args=None, operator="ilike", limit=100):
                  self.env.cr.execute("SELECT id FROM pet WHERE name %s %%s" % operator, (name,))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "the value of a search method",
        code: code`
          from flectra import fields, models

          class Pet(models.Model):
              _name = "pet"

              mood = fields.Char(search="_search_mood")

              def _search_mood(self, operator, value):
                  self.env.cr.execute("SELECT pet_id FROM visit WHERE mood = '%s'" % value)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from flectra import fields, models

          class Pet(models.Model):
              _name = "pet"

              mood = fields.Char(search="_search_mood")

              def _search_mood(self, operator, value):
                  self.env.cr.execute("SELECT pet_id FROM visit WHERE mood = %s", (value,))
        `,
      },
      {
        name: "a private method that nobody in sight calls",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _find(self, name):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _find(self, name):
                  self.env.cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "a method of a class that is no model",
        code: code`
          class Finder:
              def find(self, cr, name):
                  cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          class Finder:
              def find(self, cr, name):
                  cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "of two values the message names the one that comes from outside",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def page(self, order):
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s LIMIT %s" % (order, self.limit))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "order"
        `,
      },
    ],
  },
});
