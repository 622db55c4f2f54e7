/** Dates, with a delta added or taken off, are dates. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "relativedelta and timedelta, from either library",
        preset: "strict",
        code: code`
          from datetime import date, datetime, timedelta

          from dateutil.relativedelta import relativedelta
          from odoo import fields


          def late(cr, months):
              cr.execute("SELECT id FROM gym_fee WHERE due < '%s'" % (date.today() - relativedelta(months=months)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_fee WHERE due < '%s'" % (fields.Date.today() + timedelta(days=7)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_fee WHERE due < '" + str(date.today() + relativedelta(months=1)) + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from datetime import date, datetime, timedelta

          from dateutil.relativedelta import relativedelta
          from odoo import fields


          def late(cr, months):
              cr.execute("SELECT id FROM gym_fee WHERE due < %s", (date.today() - relativedelta(months=months),))
              cr.execute("SELECT id FROM gym_fee WHERE due < %s", (fields.Date.today() + timedelta(days=7),))
              cr.execute("SELECT id FROM gym_fee WHERE due < %s", (str(date.today() + relativedelta(months=1)),))
        `,
      },
      {
        name: "written by a format of its own",
        preset: "strict",
        code: code`
          from datetime import datetime

          from dateutil.relativedelta import relativedelta


          def late(cr):
              cr.execute("SELECT id FROM gym_fee WHERE due < '%s'" % (datetime.now() + relativedelta(months=1)).strftime("%Y-%m-%d"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from datetime import datetime

          from dateutil.relativedelta import relativedelta


          def late(cr):
              cr.execute("SELECT id FROM gym_fee WHERE due < %s", ((datetime.now() + relativedelta(months=1)).strftime("%Y-%m-%d"),))
        `,
      },
      {
        name: "a date at the end of a foreign text does not make it a date",
        code: code`
          from datetime import date


          def keyed(cr, name):
              cr.execute("SELECT id FROM gym_fee WHERE name = '" + name + str(date.today()) + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_fee WHERE name = '%s'" % (name + "-" + date.today().isoformat()))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from datetime import date


          def keyed(cr, name):
              cr.execute("SELECT id FROM gym_fee WHERE name = %s", (name + str(date.today()),))
              cr.execute("SELECT id FROM gym_fee WHERE name = %s", (name + "-" + date.today().isoformat(),))
        `,
      },
    ],
  },
});
