/** A text in which a pattern found nothing but words. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "anything but a word character is refused",
        code: code`
          import re


          def ordered(cr, column):
              if re.search(r"\W", column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
        `,
      },
    ],
    invalid: [
      {
        name: "only the beginning is looked at, or the whole is one character",
        code: code`
          import re


          def ordered(cr, column, group):
              if re.match(r"\W", column):
                  raise ValueError(column)
              if re.fullmatch(r"\W", group):
                  raise ValueError(group)
              cr.execute("SELECT id FROM gym_member GROUP BY " + group + " ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
