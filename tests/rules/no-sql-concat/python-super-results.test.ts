/** What a method of the class below gives: records, or a text of the framework's. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the parts of a view, which only addons add to",
        code: code`
          from odoo import models


          class Report(models.Model):
              _inherit = "gym.report"

              def _select(self):
                  return super()._select() + ", m.branch_id"

              def _from(self):
                  return super()._from() + " LEFT JOIN gym_branch b ON b.id = m.branch_id"

              def init(self):
                  self.env.cr.execute("CREATE OR REPLACE VIEW gym_report AS (%s %s)" % (self._select(), self._from()))
        `,
      },
    ],
    invalid: [
      {
        name: "a field of what super().create() made",
        code: code`
          from odoo import api, models


          class Member(models.Model):
              _inherit = "gym.member"

              @api.model_create_multi
              def create(self, vals_list):
                  members = super().create(vals_list)
                  for member in members:
                      self.env.cr.execute("UPDATE gym_card SET holder = '%s'" % member.name)
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  return members
        `,
        suggestions: [code`
          from odoo import api, models


          class Member(models.Model):
              _inherit = "gym.member"

              @api.model_create_multi
              def create(self, vals_list):
                  members = super().create(vals_list)
                  for member in members:
                      self.env.cr.execute("UPDATE gym_card SET holder = %s", (member.name,))
                  return members
        `],
      },
      {
        name: "at once, without a name of its own",
        code: code`
          from odoo import models


          class Member(models.Model):
              _inherit = "gym.member"

              def _make(self, vals):
                  self.env.cr.execute("UPDATE gym_card SET holder = '%s'" % super().create(vals).name)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          from odoo import models


          class Member(models.Model):
              _inherit = "gym.member"

              def _make(self, vals):
                  self.env.cr.execute("UPDATE gym_card SET holder = %s", (super().create(vals).name,))
        `],
      },
      {
        name: "the id of what super().copy() made",
        preset: "strict",
        code: code`
          from odoo import models


          class Member(models.Model):
              _inherit = "gym.member"

              def copy(self, default=None):
                  made = super().copy(default)
                  self.env.cr.execute("UPDATE gym_card SET holder = %s" % made.id)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
                  return made
        `,
        output: code`
          from odoo import models


          class Member(models.Model):
              _inherit = "gym.member"

              def copy(self, default=None):
                  made = super().copy(default)
                  self.env.cr.execute("UPDATE gym_card SET holder = %s", (made.id,))
                  return made
        `,
      },
    ],
  },
});
