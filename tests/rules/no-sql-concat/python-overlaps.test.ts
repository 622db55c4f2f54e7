/** What a foreign list has in common with a fixed one, and what a pattern finds in a foreign text. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the sign of intersection, from either side and in a chain",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders, groups):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(COLUMNS & set(columns)))
              cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(sorted(set(orders) & COLUMNS)))
              cr.execute("SELECT id FROM gym_member GROUP BY " + ", ".join(COLUMNS & set(orders) & set(groups)))
        `,
      },
      {
        name: "intersection() with one list or several, and the sign that assigns",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns, orders, groups):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(set(columns).intersection(COLUMNS, {"name"})))
              known = set(orders)
              known &= COLUMNS
              cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(known))
        `,
      },
      {
        name: "the fixed list without what the caller names",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, hidden):
              shown = COLUMNS - set(hidden)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(shown))
        `,
      },
      {
        name: "the fixed list walked, the foreign one only asked",
        code: code`
          COLUMNS = ("name", "joined_on", "city")

          def page(cr, columns):
              shown = [column for column in COLUMNS if column in columns]
              cr.execute("SELECT %s FROM gym_member" % ", ".join(shown))
        `,
      },
      {
        name: "the keys of a dict in common with a set, or a default",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def write(cr, values, columns):
              keys = values.keys() & COLUMNS
              cr.execute("UPDATE gym_member SET " + ", ".join(key + " = %s" for key in keys), [values[key] for key in keys])
              cr.execute("SELECT %s FROM gym_member" % ", ".join(frozenset(columns) & COLUMNS or COLUMNS))
        `,
      },
      {
        name: "what a pattern of words finds, behind a walrus or in a loop",
        code: code`
          import re

          WORD = re.compile(r"\w+")

          def page(cr, text, order):
              if found := re.fullmatch(r"\w+", order):
                  cr.execute("SELECT id FROM gym_member ORDER BY " + found.group())
              for word in WORD.finditer(text):
                  cr.execute("SELECT %s FROM gym_member" % word.group())
        `,
      },
      {
        name: "groups of words in a pattern that admits more around them",
        code: code`
          import re

          ORDER = re.compile(r"(\w+) (asc|desc)")

          def page(cr, text):
              found = ORDER.fullmatch(text)
              if not found:
                  raise ValueError(text)
              cr.execute("SELECT id FROM gym_member ORDER BY %s %s" % (found.group(1), found.group(2)))
        `,
      },
      {
        name: "KNOWN MISS: a match has the whole text in a field of its own",
        code: code`
          import re

          def page(cr, text):
              found = re.match(r"\w+", text)
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.string)
        `,
      },
      {
        name: "KNOWN MISS: under re.M the ends of a pattern are those of any line",
        code: code`
          import re

          def page(cr, column):
              if re.search(r"^\w+$", column, re.M):
                  cr.execute("SELECT id FROM gym_member ORDER BY " + column)
        `,
      },
    ],
    invalid: [
      {
        name: "a union, a difference the other way, what only one of them has",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(COLUMNS | set(columns)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT %s FROM gym_member" % ", ".join(set(columns) - COLUMNS))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT %s FROM gym_member" % ", ".join(set(columns) ^ COLUMNS))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the same by method",
        code: code`
          COLUMNS = {"name", "joined_on", "city"}

          def page(cr, columns):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(COLUMNS.union(columns)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT %s FROM gym_member" % ", ".join(set(columns).difference(COLUMNS)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT %s FROM gym_member" % ", ".join(COLUMNS.symmetric_difference(columns)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "two lists of the caller",
        code: code`
          def page(cr, columns, allowed):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(set(columns) & set(allowed)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the fixed list has grown before, the result afterwards",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns, extra):
              known = COLUMNS | {extra}
              cr.execute("SELECT %s FROM gym_member" % ", ".join(known & set(columns)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              shown = COLUMNS & set(columns)
              shown.update(columns)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(shown))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "all of the caller's when nothing is in common",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns):
              shown = COLUMNS & set(columns)
              if not shown:
                  shown = columns
              cr.execute("SELECT %s FROM gym_member" % ", ".join(shown))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "bits of two unknown values are no list",
        code: code`
          def page(cr, limit, mask):
              cr.execute("SELECT id FROM gym_member LIMIT %s" % (limit & mask))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def page(cr, limit, mask):
              cr.execute("SELECT id FROM gym_member LIMIT %s", (limit & mask,))
        `],
      },
      {
        name: "a pattern that takes anything but commas, and a group that takes anything",
        code: code`
          import re

          def page(cr, text):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(re.findall(r"[^,]+", text)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              found = re.match(r"(\w+) (.*)", text)
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group(2))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a set is narrowed in place, or filter() asks the list's own method",
        code: code`
          COLUMNS = {"name", "joined_on"}

          def page(cr, columns, orders):
              known = set(columns)
              known.intersection_update(COLUMNS)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(known))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member ORDER BY " + ", ".join(filter(COLUMNS.__contains__, orders)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a text is split at everything but word characters",
        code: code`
          import re

          def page(cr, text):
              cr.execute("SELECT %s FROM gym_member" % ", ".join(re.split(r"\W+", text)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
