/** The groups of a pattern that was found in a foreign text. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "groups of words, by their place and by their name",
        code: code`
          import re

          ORDER = re.compile(r"(?P<column>\w+) (?P<way>asc|desc)")


          def page(cr, text):
              found = re.match(r"(\w+):(asc|desc)$", text)
              cr.execute("SELECT id FROM gym_member ORDER BY %s %s" % (found.group(1), found.group(2)))
              cr.execute("SELECT id FROM gym_member ORDER BY %s %s" % (found[1], found[2]))


          def named(cr, text):
              found = ORDER.match(text)
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group("column") + " " + found["way"])
        `,
      },
    ],
    invalid: [
      {
        name: "the whole match, where something else than words is between the groups",
        code: code`
          import re


          def page(cr, text):
              found = re.match(r"(\w+)'(\w+)", text)
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group(1))
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group(0))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a group that takes anything",
        code: code`
          import re


          def page(cr, text):
              found = re.match(r"(\w+):(.+)", text)
              cr.execute("SELECT id FROM gym_member ORDER BY " + found.group(2))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member ORDER BY " + found[2])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
