/** Parts of lists and dicts that callers pass to a private helper. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "all that callers pass is written in the program",
        code: code`
          def _clause(pairs):
              return " AND ".join("%s = '%s'" % (name, value) for name, value in pairs)


          def _from(options):
              return "SELECT id FROM %s" % options["table"]


          def _order(cr, parts):
              cr.execute("SELECT id FROM gym_member ORDER BY %s %s" % (parts[0], parts[1]))


          def _each(cr, pairs):
              for name, value in pairs:
                  cr.execute("UPDATE gym_member SET %s = %%s" % name, [value])


          def find(cr):
              cr.execute("SELECT id FROM gym_member WHERE " + _clause([("state", "open"), ("kind", "guest")]))
              cr.execute(_from({"table": "gym_member"}))
              _order(cr, ("name", "desc"))
              _each(cr, [("state", "closed"), ("reason", "none")])
        `,
      },
    ],
    invalid: [
      {
        name: "a helper's text is judged by what its caller passed",
        code: code`
          def _clause(pairs):
              return " AND ".join("%s = '%s'" % (name, value) for name, value in pairs)


          def _from(options):
              return "SELECT id FROM %s" % options["table"]


          def find(cr, name, table):
              cr.execute("SELECT id FROM gym_member WHERE " + _clause([("state", "open")]))
              cr.execute("SELECT id FROM gym_member WHERE " + _clause([("name", name)]))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(_from({"table": "gym_member"}))
              cr.execute(_from({"table": table}))
                         ~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the parameter of a public method",
        code: code`
          from odoo import models


          class Member(models.Model):
              _name = "gym.member"

              def _clause(self, pairs):
                  return " AND ".join("%s = '%s'" % (name, value) for name, value in pairs)

              def find(self, name):
                  self.env.cr.execute("SELECT id FROM gym_member WHERE " + self._clause([("name", name)]))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
    ],
  },
});
