/** Rows that are read back: of tables foreign, of the database's own catalogue harmless. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "names of the catalogue, however they are fetched",
        code: code`
          def clear(cr):
              cr.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
              for row in cr.dictfetchall():
                  cr.execute('DROP TABLE "%s"' % row["table_name"])
              cr.execute("SELECT c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid")
              cr.execute("ALTER TABLE pet DROP CONSTRAINT %s" % cr.fetchone()[0])
              cr.execute("SELECT tablename FROM pg_tables")
              cr.execute("DROP TABLE " + ", ".join([row[0] for row in cr.fetchall()]))
        `,
      },
    ],
    invalid: [
      {
        name: "a row, by its column's name",
        code: code`
          def relabel(cr):
              cr.execute("SELECT id, label FROM tag")
              for row in cr.dictfetchall():
                  cr.execute("UPDATE pet SET label = '%s'" % row["label"])
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        suggestions: [code`
          def relabel(cr):
              cr.execute("SELECT id, label FROM tag")
              for row in cr.dictfetchall():
                  cr.execute("UPDATE pet SET label = %s", (row["label"],))
        `],
      },
      {
        name: "ids that are read back are numbers",
        preset: "strict",
        code: code`
          def clear(cr):
              cr.execute("SELECT id FROM tag")
              ids = [row[0] for row in cr.fetchall()]
              cr.execute("DELETE FROM pet_tag WHERE tag_id IN (%s)" % ",".join(map(str, ids)))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          def clear(cr):
              cr.execute("SELECT id FROM tag")
              ids = [row[0] for row in cr.fetchall()]
              cr.execute("DELETE FROM pet_tag WHERE tag_id IN %s", (tuple(ids),))
        `,
      },
      {
        name: "a statement that is kept in a table",
        code: code`
          def refresh(cr):
              cr.execute("SELECT query FROM gauge")
              for (query,) in cr.fetchall():
                  cr.execute(query)
                             ~~~~~ whole
        `,
      },
      {
        name: "the names of models are a table's rows, not the catalogue's",
        code: code`
          def clear(cr):
              cr.execute("SELECT model FROM ir_model")
              for (name,) in cr.fetchall():
                  cr.execute("DROP TABLE " + name)
                             ~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "a table of its own, joined to the catalogue",
        code: code`
          def clear(cr):
              cr.execute("SELECT o.name FROM pg_class c JOIN old_table o ON o.name = c.relname")
              for (name,) in cr.fetchall():
                  cr.execute("DROP TABLE " + name)
                             ~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
    ],
  },
});
