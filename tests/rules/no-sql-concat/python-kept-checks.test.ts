/** Checks whose answer a local keeps, that ask for None, or that look at another spelling of the value. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the answer is kept, and asked later",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column, order):
              is_column = column in COLUMNS
              if not is_column:
                  raise ValueError(column)
              is_order = order in COLUMNS
              if is_order:
                  cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (column, order))
        `,
      },
      {
        name: "an answer for two values, and one for a whole list",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns, order, direction):
              fits = order in COLUMNS and direction in ("ASC", "DESC")
              if not fits:
                  return
              known = all(column in COLUMNS for column in columns)
              if not known:
                  raise ValueError(columns)
              cr.execute("SELECT %s FROM gym_member ORDER BY %s %s" % (", ".join(columns), order, direction))
        `,
      },
      {
        name: "a kept answer chooses the value",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, order):
              known = order in COLUMNS
              cr.execute("SELECT id FROM gym_member ORDER BY " + (order if known else "name"))
        `,
      },
      {
        name: "compared with True and False, by a walrus, by another name",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column, order, group):
              known = column in COLUMNS
              if known is False:
                  raise ValueError(column)
              assert (fine := order in COLUMNS)
              first = group in COLUMNS
              second = first
              if second is not True:
                  raise ValueError(group)
              cr.execute("SELECT %s FROM gym_member GROUP BY %s ORDER BY %s" % (column, group, order))
        `,
      },
      {
        name: "a table has nothing for the key",
        code: code`
          COLUMNS = {"name": "m.name"}

          def page(cr, key, order, group):
              column = COLUMNS.get(key)
              if column is None:
                  raise KeyError(key)
              if COLUMNS.get(order) is None:
                  return
              if (grouped := COLUMNS.get(group)) is not None:
                  cr.execute("SELECT %s AS %s FROM gym_member GROUP BY %s ORDER BY %s" % (column, key, grouped, order))
        `,
      },
      {
        name: "a match that is not None, kept or not",
        code: code`
          import re

          def page(cr, column, order):
              found = re.fullmatch(r"\w+", column)
              if found is None:
                  raise ValueError(column)
              if re.fullmatch(r"\w+", order) is not None:
                  cr.execute("SELECT %s, %s FROM gym_member ORDER BY %s" % (column, found.group(0), order))
        `,
      },
      {
        name: "lower case, upper case, without blanks: the value itself says the same",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column, order, direction):
              if column.lower() not in COLUMNS or direction.strip().upper() not in ("ASC", "DESC"):
                  raise ValueError(column)
              if order.casefold() == "name":
                  cr.execute("SELECT %s FROM gym_member ORDER BY %s %s" % (column, order, direction))
        `,
      },
      {
        name: "KNOWN MISS: behind a kept answer the list grows by append(), or one of its elements is replaced",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns, other):
              known = all(column in COLUMNS for column in columns)
              columns.append(other)
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(columns))

          def replaced(cr, columns, other):
              known = all(column in COLUMNS for column in columns)
              columns[0] = other
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(columns))
        `,
      },
      {
        name: "KNOWN MISS: behind a kept answer the dict of the value is updated",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, order, changes):
              known = order["column"] in COLUMNS
              order.update(changes)
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + order["column"])
        `,
      },
    ],
    invalid: [
      {
        name: "KNOWN FALSE ALARM: a helper answers with what is wrong, or with None",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def problem(column):
              return None if column in COLUMNS else "unknown column"

          def page(cr, column):
              error = problem(column)
              if error:
                  return
              cr.execute("SELECT %s FROM gym_member" % column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the value has changed since",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column, other):
              known = column in COLUMNS
              column = other
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the kept answer has changed since, or never was the whole of it",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column, force):
              known = column in COLUMNS
              if force:
                  known = True
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def forced(cr, column, force):
              known = column in COLUMNS or force
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the answer is of the turn before",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns):
              known = False
              for column in columns:
                  if known:
                      cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  known = column in COLUMNS

          def pages(cr, column, columns):
              known = column in COLUMNS
              for column in columns:
                  if known:
                      cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an entry is overwritten, a list extended by the sign",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, order, other):
              known = order["column"] in COLUMNS
              order["column"] = other
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + order["column"])
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def pages(cr, columns, other):
              known = all(column in COLUMNS for column in columns)
              columns += [other]
              if known:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "None is asked, and nothing follows",
        code: code`
          import re

          def page(cr, column, order):
              if re.fullmatch(r"\w+", column) is None:
                  pass
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if order is None:
                  order = "name"
              cr.execute("SELECT id FROM gym_member ORDER BY " + order)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a match somewhere in the text",
        code: code`
          import re

          def page(cr, column):
              if re.search(r"\w+", column) is None:
                  raise ValueError(column)
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a part of it, or what is left when something is taken away",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column):
              if column[:4] in COLUMNS or column.split(" ")[0] in COLUMNS:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if column.replace("'", "") in COLUMNS or column.strip("'; -") in COLUMNS:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if column.removesuffix(" desc") in COLUMNS or column.lstrip("-") in COLUMNS:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a position in a text",
        code: code`
          def page(cr, column):
              if "name joined_on".find(column) >= 0:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "in a loop the answer is only asked anew under a condition",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns, strictly):
              known = None
              while columns:
                  column = columns.pop()
                  if strictly:
                      known = column in COLUMNS
                  if known:
                      cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a kept answer says that the value is replaced",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column):
              unknown = column not in COLUMNS
              if unknown:
                  column = "name"
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the text of a value is checked, and the text is used",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, column):
              if str(column) in COLUMNS:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + str(column))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a table raises for a key that it has not",
        code: code`
          COLUMNS = {"name": "m.name"}

          def page(cr, key):
              try:
                  COLUMNS[key]
              except KeyError:
                  return
              cr.execute("SELECT %s FROM gym_member" % key)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: count() of a list is compared with a number",
        code: code`
          COLUMNS = ["name", "joined_on"]

          def page(cr, column):
              if COLUMNS.count(column) > 0:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
