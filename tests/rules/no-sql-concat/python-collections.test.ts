/** Checks of whole lists before they are joined: what every element has passed, and what only looks like it. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "all of them, or any that is not",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders):
              if not all(column in COLUMNS for column in columns):
                  raise ValueError(columns)
              if any(order not in COLUMNS for order in orders):
                  raise ValueError(orders)
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "a subset, from either side of the sign",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders):
              if not set(columns) <= COLUMNS or not COLUMNS >= frozenset(orders):
                  return
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "nothing is left over when the known ones are taken away",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders):
              unknown = set(columns) - COLUMNS
              if unknown:
                  raise ValueError(unknown)
              if set(orders) - COLUMNS:
                  raise ValueError(orders)
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "a list of the unknown ones is empty, or counts none",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders):
              unknown = [column for column in columns if column not in COLUMNS]
              if unknown:
                  raise ValueError(unknown)
              if len([order for order in orders if order not in COLUMNS]) > 0:
                  raise ValueError(orders)
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "the keys of a table",
        code: code`
          COLUMNS = {"name": "m.name", "city": "m.city"}

          def page(cr, columns, orders):
              if set(columns) <= COLUMNS.keys() and set(orders).issubset(COLUMNS):
                  cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(orders)))
        `,
      },
      {
        name: "each is a word",
        code: code`
          def page(cr, columns):
              if not all(column.isidentifier() for column in columns):
                  raise ValueError(columns)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
      {
        name: "a helper answers for the list",
        code: code`
          COLUMNS = ("name", "city")

          def are_columns(names):
              return set(names).issubset(COLUMNS)

          def page(cr, columns):
              if not are_columns(columns):
                  return
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
      {
        name: "what is made of the elements, and one of them",
        code: code`
          COLUMNS = ("name", "city")

          def page(cr, columns):
              assert all(column in COLUMNS for column in columns)
              for column in columns:
                  cr.execute("UPDATE gym_member SET " + column + " = NULL")
              cr.execute("SELECT %s FROM gym_member" % columns[0])
              cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(f"{column} DESC" for column in columns))
        `,
      },
      {
        name: "the keys of a dict become the columns of an update",
        code: code`
          COLUMNS = {"name", "city"}

          def write(cr, values, changes):
              if not all(key in COLUMNS for key in values) or set(changes) - COLUMNS:
                  raise ValueError(values)
              cr.execute("UPDATE gym_member SET " + ", ".join(key + " = %s" for key in values), list(values.values()))
              cr.execute("UPDATE gym_member SET " + ", ".join("%s = %%s" % key for key in changes), list(changes.values()))
        `,
      },
      {
        name: "a loop of its own raises for each name that is not in the list, but for one that is known",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              for column in columns:
                  if column == "id":
                      continue
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
      {
        name: "a loop of its own raises for each name that is not in the list",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
    ],
    invalid: [
      {
        name: "a helper that raises when one of the names is unknown",
        code: code`
          COLUMNS = {"name", "city"}

          def check(names):
              if not all(name in COLUMNS for name in names):
                  raise ValueError(names)

          def page(cr, columns):
              check(columns)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
        `,
      },
      {
        name: "one of them is enough for any, and for all that are not",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              if any(column in COLUMNS for column in columns):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if not all(column not in COLUMNS for column in columns):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the list that is joined is another",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns, orders):
              if all(column in COLUMNS for column in columns):
                  cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(orders))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "all that is known is in the list, whatever else is",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              if COLUMNS <= set(columns) or columns.issuperset(COLUMNS):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if not COLUMNS - set(columns):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "only some of them are asked",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              if all(column in COLUMNS for column in columns if len(column) < 20):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if all(column in COLUMNS for column in columns[1:]):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "one more is added behind the check",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns, extra):
              if all(column in COLUMNS for column in columns):
                  columns.append(extra)
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "some good ones are found, all are joined",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              known = [column for column in columns if column in COLUMNS]
              if known:
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "nothing in common with a list of words that are forbidden",
        code: code`
          def page(cr, columns):
              if {"password", "token"}.isdisjoint(columns):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the list of what is known comes from the caller",
        code: code`
          def page(cr, columns, allowed):
              if all(column in allowed for column in columns):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the keys of a dict are compared with a set, then its items are walked",
        code: code`
          COLUMNS = {"name", "city"}

          def write(cr, values):
              if not values.keys() <= COLUMNS:
                  raise ValueError(values)
              columns = ", ".join("%s = %%s" % key for key, value in values.items())
              cr.execute("UPDATE gym_member SET " + columns, list(values.values()))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: map() asks the list's own method for each name",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              if all(map(COLUMNS.__contains__, columns)):
                  cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a loop that warns, breaks at the first good one, or changes what it has seen",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns, log):
              for column in columns:
                  if column not in COLUMNS:
                      log.warning(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def first(cr, columns):
              for column in columns:
                  if column in COLUMNS:
                      break
                  raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def more(cr, columns, extra):
              for column in columns:
                  if column not in COLUMNS:
                      raise ValueError(column)
              columns.append(extra)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a loop that may not run, within a condition or a try",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns, strictly):
              if strictly:
                  for column in columns:
                      if column not in COLUMNS:
                          raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def tried(cr, columns):
              try:
                  for column in columns:
                      if column not in COLUMNS:
                          raise ValueError(column)
              except ValueError:
                  pass
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a loop that goes on for some names unchecked, or leaves the first out",
        code: code`
          COLUMNS = {"name", "city"}

          def page(cr, columns):
              for column in columns:
                  if column.startswith("m."):
                      continue
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def rest(cr, columns):
              for column in columns[1:]:
                  if column not in COLUMNS:
                      raise ValueError(column)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def tried(cr, columns):
              for column in columns:
                  try:
                      if column not in COLUMNS:
                          raise ValueError(column)
                  except ValueError:
                      continue
              cr.execute("SELECT %s FROM gym_member" % ", ".join(columns))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
