/** What is harmless by its type only: silent under recommended, and in a name's place. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the same, under recommended",
        preset: "recommended",
        code: code`
          def page(cr, limit, ids, low, high):
              cr.execute("SELECT id FROM pet LIMIT %s" % int(limit))
              cr.execute("SELECT id FROM pet LIMIT %s" % len(ids))
              cr.execute("SELECT id FROM pet WHERE age > %d" % low)
              cr.execute("SELECT id FROM pet WHERE age > %s" % (high - low))
        `,
      },
      {
        name: "in a name's place a number, a date and a literal type stay silent",
        code: code`
          import time
          from datetime import datetime
          from typing import Literal

          def archive(cr, year, number, direction: Literal["ASC", "DESC"]):
              cr.execute("SELECT id FROM visit_%s" % int(year))
              cr.execute("SELECT id FROM visit_%d" % number)
              cr.execute("ALTER TABLE visit RENAME TO visit_%s" % datetime.now().strftime("%Y%m%d"))
              cr.execute("ALTER TABLE visit RENAME TO visit_%s" % int(time.time()))
              cr.execute(f"SELECT id FROM visit ORDER BY day {direction}")
              cr.execute("SELECT id FROM visit ORDER BY %s" % int(number))
        `,
      },
      {
        name: "a constant number stays silent in any place",
        code: code`
          LIMIT = 80

          def page(cr):
              cr.execute(f"SELECT id FROM pet LIMIT {LIMIT}")
              cr.execute("SELECT id FROM pet LIMIT %d OFFSET %s" % (LIMIT, 80 * 2))
        `,
      },
    ],
    invalid: [
      {
        name: "casts, and what is reckoned with them",
        preset: "strict",
        code: code`
          def page(cr, limit, ratio, width):
              cr.execute("SELECT id FROM pet LIMIT %s" % int(limit))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet LIMIT " + str(int(limit)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet WHERE ratio > %s" % float(ratio))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet WHERE width > %s" % round(width, 2))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet LIMIT %s" % (int(limit) + 1))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def page(cr, limit, ratio, width):
              cr.execute("SELECT id FROM pet LIMIT %s", (int(limit),))
              cr.execute("SELECT id FROM pet LIMIT %s", (int(limit),))
              cr.execute("SELECT id FROM pet WHERE ratio > %s", (float(ratio),))
              cr.execute("SELECT id FROM pet WHERE width > %s", (round(width, 2),))
              cr.execute("SELECT id FROM pet LIMIT %s", (int(limit) + 1,))
        `,
      },
      {
        name: "a number that the format makes, cast where it is bound",
        preset: "strict",
        code: code`
          def page(cr, age, low, high):
              cr.execute("SELECT id FROM pet WHERE age = %d" % age)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet WHERE age > %(low)d" % {"low": low})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet WHERE age = '%d'" % high)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def page(cr, age, low, high):
              cr.execute("SELECT id FROM pet WHERE age = %s", (int(age),))
              cr.execute("SELECT id FROM pet WHERE age > %(low)s", {"low": int(low)})
              cr.execute("SELECT id FROM pet WHERE age = %s", (str(int(high)),))
        `,
      },
      {
        name: "a format that rounds: no edit",
        preset: "strict",
        code: code`
          def page(cr, ratio):
              cr.execute("SELECT id FROM pet WHERE ratio > %.2f" % ratio)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute(f"SELECT id FROM pet WHERE ratio > {ratio:.2f}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
      {
        name: "annotated numbers, and lists of them",
        preset: "strict",
        code: code`
          from typing import Optional

          def find(cr, year: int, limit: Optional[int], ids: list[int]):
              cr.execute(f"SELECT id FROM pet WHERE born > {year}")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet LIMIT %s" % limit)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM pet WHERE id IN (%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from typing import Optional

          def find(cr, year: int, limit: Optional[int], ids: list[int]):
              cr.execute("SELECT id FROM pet WHERE born > %s", (year,))
              cr.execute("SELECT id FROM pet LIMIT %s", (limit,))
              cr.execute("SELECT id FROM pet WHERE id IN %s", (tuple(ids),))
        `,
      },
      {
        name: "an annotated parameter of a public method",
        preset: "strict",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def page(self, limit: int):
                  self.env.cr.execute("SELECT id FROM pet LIMIT %s" % limit)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def page(self, limit: int):
                  self.env.cr.execute("SELECT id FROM pet LIMIT %s", (limit,))
        `,
      },
      {
        name: "a check of the type, whoever sends the value",
        preset: "strict",
        code: code`
          def page(cr, limit):
              if not isinstance(limit, (int, float)):
                  raise TypeError(limit)
              cr.execute("SELECT id FROM pet LIMIT %s" % limit)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def page(cr, limit):
              if not isinstance(limit, (int, float)):
                  raise TypeError(limit)
              cr.execute("SELECT id FROM pet LIMIT %s", (limit,))
        `,
      },
      {
        name: "the only value that a literal type leaves, in a value's place",
        preset: "strict",
        code: code`
          from typing import Literal

          def find(cr, kind: Literal["cat", "dog"]):
              cr.execute(f"SELECT id FROM pet WHERE kind = '{kind}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from typing import Literal

          def find(cr, kind: Literal["cat", "dog"]):
              cr.execute("SELECT id FROM pet WHERE kind = %s", (kind,))
        `,
      },
      {
        name: "a number or NULL: no edit, the choice stays the author's",
        preset: "strict",
        code: code`
          def find(cr, age):
              cr.execute("SELECT id FROM pet WHERE age = %s" % (int(age) if age else "NULL"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
      {
        name: "dates of the framework, added to and printed",
        preset: "strict",
        code: code`
          from datetime import datetime
          from dateutil.relativedelta import relativedelta
          from odoo import fields

          def due(self):
              self.env.cr.execute("SELECT id FROM visit WHERE day = '%s'" % fields.Date.context_today(self))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute("SELECT id FROM visit WHERE day < '" + str(fields.Date.today()) + "'")
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute(f"SELECT id FROM visit WHERE day < '{datetime.now().strftime('%Y-%m-%d')}'")
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              self.env.cr.execute("SELECT id FROM visit WHERE day < '%s'" % (fields.Date.today() - relativedelta(days=3)))
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from datetime import datetime
          from dateutil.relativedelta import relativedelta
          from odoo import fields

          def due(self):
              self.env.cr.execute("SELECT id FROM visit WHERE day = %s", (fields.Date.context_today(self),))
              self.env.cr.execute("SELECT id FROM visit WHERE day < %s", (str(fields.Date.today()),))
              self.env.cr.execute("SELECT id FROM visit WHERE day < %s", (datetime.now().strftime('%Y-%m-%d'),))
              self.env.cr.execute("SELECT id FROM visit WHERE day < %s", (fields.Date.today() - relativedelta(days=3),))
        `,
      },
      {
        name: "a number beside a value: both are bound",
        code: code`
          def find(cr, name, limit):
              cr.execute("SELECT id FROM pet WHERE name = '%s' LIMIT %d" % (name, limit))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, limit):
              cr.execute("SELECT id FROM pet WHERE name = %s LIMIT %s", (name, int(limit)))
        `,
      },
      {
        name: "a number in a name stays where it is, the value is bound",
        code: code`
          def find(cr, year, name):
              cr.execute(f"SELECT id FROM visit_{int(year)} WHERE name = '{name}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, year, name):
              cr.execute(f"SELECT id FROM visit_{int(year)} WHERE name = %s", (name,))
        `,
      },
    ],
  },
});
