/** What only other files say: these names are published in docs/limits.md. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "KNOWN MISS: a wrapper around `execute` that another file defines is not known to run its argument",
        code: code`
          from .database import run

          def clear(name):
              run("DELETE FROM pet WHERE name = '%s'" % name)
        `,
      },
      {
        name: "KNOWN MISS: a private method whose callers in sight pass constants may get other values from files that are not linted",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _page(self, order):
                  self.env.cr.execute("SELECT id FROM pet ORDER BY " + order)

              def newest(self):
                  self._page("id DESC")
        `,
      },
      {
        name: "KNOWN MISS: a class attribute that is a constant here may be overridden by a class in another file",
        code: code`
          class Report:
              from_clause = "visit v"

              def count(self, cr):
                  cr.execute("SELECT count(*) FROM " + self.from_clause)
        `,
      },
      {
        name: "KNOWN MISS: a table of constants may be added to by another file that imports it",
        code: code`
          ORDERS = {"name": "lower(name)"}

          def page(cr, sort):
              cr.execute("SELECT id FROM pet ORDER BY " + ORDERS[sort])
        `,
      },
    ],
  },
});
