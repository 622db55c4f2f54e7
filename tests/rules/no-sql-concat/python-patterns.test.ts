/** Patterns that admit word characters only, and those that admit more. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the whole of it matches",
        code: code`
          import re

          def page(cr, column):
              if not re.fullmatch(r"[a-z_][a-z0-9_]*", column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "anchored by hand at both ends",
        code: code`
          import re

          def page(cr, column, order):
              if not re.match(r"^[a-z_]+$", column) or not re.match(r"\w+\Z", order):
                  raise ValueError(column)
              cr.execute("SELECT %s FROM pet ORDER BY %s" % (column, order))
        `,
      },
      {
        name: "a compiled pattern of the module",
        code: code`
          import re

          NAME = re.compile(r"^[a-z_][a-z0-9_]*$")

          def page(cr, column, order):
              if NAME.match(column) and NAME.fullmatch(order):
                  cr.execute("SELECT %s FROM pet ORDER BY %s" % (column, order))
        `,
      },
      {
        name: "asserted",
        code: code`
          import re

          def page(cr, column):
              assert re.fullmatch(r"\w+", column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
        `,
      },
      {
        name: "the methods of text that ask for words",
        code: code`
          def page(cr, column, table, ref):
              if not column.isidentifier() or not table.isalnum() or not ref.isdigit():
                  raise ValueError(column)
              cr.execute("SELECT %s FROM %s WHERE id = %s" % (column, table, ref))
        `,
      },
      {
        name: "all that is no word character is taken out",
        code: code`
          import re

          OTHER = re.compile(r"[^a-zA-Z0-9_]")

          def page(cr, column, table):
              cr.execute("SELECT %s FROM %s" % (re.sub(r"\W", "", column), OTHER.sub("_", table)))
        `,
      },
    ],
    invalid: [
      {
        name: "nothing holds it at the end",
        code: code`
          import re

          def page(cr, column):
              if not re.match(r"^[a-z_]+", column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "nothing holds it at the start",
        code: code`
          import re

          def page(cr, column):
              if not re.search(r"[a-z_]+$", column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "each alternative is held at one end only",
        code: code`
          import re

          def page(cr, column):
              if not re.match(r"^name|age$", column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "quotes and blanks are admitted, or anything",
        code: code`
          import re

          def page(cr, column, order):
              if re.fullmatch(r"[a-z ']+", column):
                  cr.execute("SELECT id FROM pet ORDER BY " + column)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              if re.fullmatch(r".+", order):
                  cr.execute("SELECT id FROM pet ORDER BY " + order)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "only quotes are taken out",
        code: code`
          import re

          def page(cr, column):
              cr.execute("SELECT id FROM pet ORDER BY " + re.sub(r"[']", "", column))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "printable is not a word",
        code: code`
          def page(cr, column):
              if not column.isprintable():
                  raise ValueError(column)
              cr.execute("SELECT id FROM pet ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
