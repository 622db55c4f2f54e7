/** A key that was looked up among fixed ones, where a missing one is an error, is one of them. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "among the fields of a model, and in a constant table",
        code: code`
          from odoo import models
          from odoo.exceptions import UserError

          FORMATS = {"opened_on": "date", "label": "text"}


          class Locker(models.Model):
              _name = "gym.locker"

              def title_of(self, name):
                  field = self._fields[name]
                  self.env.cr.execute('SELECT "%s" FROM gym_locker' % name)
                  return field.string

              def stored(self, name):
                  if not self._fields[name].store:
                      return []
                  self.env.cr.execute('SELECT "%s" FROM gym_locker' % name)

              def known(self, name):
                  field = self._fields.get(name)
                  if not field:
                      raise UserError(name)
                  self.env.cr.execute('SELECT "%s" FROM gym_locker' % name)

              def printed(self, name):
                  form = FORMATS[name]
                  self.env.cr.execute('SELECT "%s" FROM gym_locker' % name)
                  return form

              def columns(self, names):
                  kept = [name for name in names if self._fields[name].store]
                  self.env.cr.execute("SELECT %s FROM gym_locker" % ", ".join(kept))
        `,
      },
    ],
    invalid: [
      {
        name: "where the error is caught, or another key is looked up",
        code: code`
          FORMATS = {"opened_on": "date", "label": "text"}


          def printed(cr, name, other):
              try:
                  form = FORMATS[name]
              except KeyError:
                  cr.execute("SELECT " + name + " FROM gym_locker")
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              form = FORMATS[other]
              cr.execute("SELECT " + name + " FROM gym_locker")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
  javascript: {
    invalid: [
      {
        name: "a table that answers nothing for a missing key",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const FORMATS = { opened_on: "date", label: "text" };
          export function printed(name) {
            const form = FORMATS[name];
            return pool.query("SELECT " + name + " FROM gym_locker WHERE form = $1", [form]);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
