/** What no-sql-concat reports in Python, what it is silent on, what it repairs. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      { name: "bound values", code: `cr.execute("SELECT 1 FROM t WHERE a = %s", [a])\n` },
      { name: "constant parts only", code: `cr.execute("SELECT " + "a" + " FROM t")\n` },
    ],
    invalid: [
      {
        name: "a value in quotes is bound",
        code: code`
          def find(cr, a):
              cr.execute("SELECT 1 FROM t WHERE a = '%s'" % a)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          def find(cr, a):
              cr.execute("SELECT 1 FROM t WHERE a = %s", (a,))
        `,
      },
    ],
  },
});
