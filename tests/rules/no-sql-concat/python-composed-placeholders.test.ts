/** Placeholders between quotes in composed SQL. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "without quotes",
        code: code`
          from odoo.tools import SQL


          def find(env, name):
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name = %s", name))
        `,
      },
    ],
    invalid: [
      {
        name: "by their place and by name",
        code: code`
          from odoo.tools import SQL


          def find(env, name):
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name = '%s'", name))
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name = '%(name)s'", name=name))
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          from odoo.tools import SQL


          def find(env, name):
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name = %s", name))
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name = %(name)s", name=name))
        `,
      },
      {
        name: "a pattern takes its signs along",
        code: code`
          from odoo.tools import SQL


          def find(env, name):
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name LIKE '%%%s%%'", name))
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ quotedPlaceholder
        `,
        output: code`
          from odoo.tools import SQL


          def find(env, name):
              env.cr.execute(SQL("SELECT id FROM gym_member WHERE name LIKE %s", "%%%s%%" % name))
        `,
      },
    ],
  },
});
