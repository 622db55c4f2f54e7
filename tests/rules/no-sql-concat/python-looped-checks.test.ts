/** A loop that raises for each bad element vouches for the list behind it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "raise, or assert, for each that is not listed",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns, orders):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
              for order in orders:
                  assert order in COLUMNS
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "one of the elements, and the keys of a dict",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns, values):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % columns[0])
              for key in values:
                  if key not in COLUMNS:
                      raise ValueError(key)
              cr.execute("UPDATE gym_member SET " + ", ".join("%s = %%s" % key for key in values), list(values.values()))
        `,
      },
      {
        name: "a constant may go on unchecked",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns):
              for column in columns:
                  if column == "id":
                      continue
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
    ],
    invalid: [
      {
        name: "the loop breaks off before the check, or goes on without it",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns, orders):
              for column in columns:
                  if column == "id":
                      break
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              for order in orders:
                  if order.startswith("-"):
                      continue
                  if order not in COLUMNS:
                      raise ValueError(order)
              cr.execute("SELECT id FROM gym_member ORDER BY %s" % ", ".join(orders))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the list is another one by then, or has grown",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns, orders, others, other):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
              columns = others
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              for order in orders:
                  if order not in COLUMNS:
                      raise ValueError(order)
              orders.append(other)
              cr.execute("SELECT id FROM gym_member ORDER BY %s" % ", ".join(orders))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "read inside the loop, where the rest is not checked yet",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the element is changed before the check",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def page(cr, columns):
              for column in columns:
                  column = column.strip()
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a warning, a caught error, a loop over some of them",
        code: code`
          COLUMNS = {"name", "joined_on"}


          def warned(cr, columns, log):
              for column in columns:
                  if column not in COLUMNS:
                      log.warning(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown


          def caught(cr, columns):
              try:
                  for column in columns:
                      if column not in COLUMNS:
                          raise ValueError(column)
              except ValueError:
                  pass
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown


          def some(cr, columns):
              for column in columns[1:]:
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
