/** Texts that a library takes with their values: SQLAlchemy's text, Odoo's SQL. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "SQLAlchemy: names in the text, values in the call around it",
        code: code`
          import sqlalchemy
          from sqlalchemy import text

          def find(session, name, kind):
              session.execute(text(f"SELECT id FROM pet WHERE name = '{name}'"))
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              session.execute(sqlalchemy.text("SELECT id FROM pet WHERE name = '%s'" % name)).scalar()
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              session.execute(text(f"SELECT id FROM pet WHERE name = '{name}' AND kind = :kind"), {"kind": kind})
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import sqlalchemy
          from sqlalchemy import text

          def find(session, name, kind):
              session.execute(text("SELECT id FROM pet WHERE name = :name"), {"name": name})
              session.execute(sqlalchemy.text("SELECT id FROM pet WHERE name = :name"), {"name": name}).scalar()
              session.execute(text("SELECT id FROM pet WHERE name = :name AND kind = :kind"), {"kind": kind, "name": name})
        `,
      },
      {
        name: "SQLAlchemy: a text that is kept, and a plain text in the call",
        code: code`
          from sqlalchemy import text

          def find(session, name):
              query = text(f"SELECT id FROM pet WHERE name = '{name}'")
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              session.execute(query)
              session.execute(f"SELECT id FROM pet WHERE name = '{name}'")
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "Odoo's SQL: its arguments are the values",
        code: code`
          from odoo.tools import SQL

          def find(cr, name, kind):
              cr.execute(SQL(f"SELECT id FROM pet WHERE name = '{name}' AND kind = '{kind}'"))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(SQL(f"SELECT id FROM pet WHERE name = '{name}' AND kind = %s", kind))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(SQL("SELECT id FROM pet WHERE name = '%s' AND code LIKE '9%%'" % name))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo.tools import SQL

          def find(cr, name, kind):
              cr.execute(SQL("SELECT id FROM pet WHERE name = %s AND kind = %s", name, kind))
              cr.execute(SQL("SELECT id FROM pet WHERE name = %s AND kind = %s", name, kind))
              cr.execute(SQL("SELECT id FROM pet WHERE name = %s AND code LIKE '9%%'", name))
        `,
      },
      {
        name: "Odoo's SQL: a fragment in a list",
        code: code`
          from odoo.tools import SQL

          def find(env, name):
              where = [SQL("active")]
              where.append(SQL(f"name = '{name}'"))
                               ~~~~~~~~~~~~~~~~~~ unknown
              env.execute_query_dict(SQL("SELECT id FROM pet WHERE %s", SQL(" AND ").join(where)))
        `,
        output: code`
          from odoo.tools import SQL

          def find(env, name):
              where = [SQL("active")]
              where.append(SQL("name = %s", name))
              env.execute_query_dict(SQL("SELECT id FROM pet WHERE %s", SQL(" AND ").join(where)))
        `,
      },
    ],
  },
});
