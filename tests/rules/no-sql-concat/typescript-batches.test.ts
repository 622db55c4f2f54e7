/** Statements that libSQL takes in one batch. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  typescript: {
    valid: [
      {
        name: "constants, and objects with their values",
        code: code`
          import { createClient } from "@libsql/client";
          const db = createClient({ url: "file:library.db" });

          export const close = (id: string) => db.batch(["DELETE FROM loan", { sql: "UPDATE member SET loans = 0 WHERE id = ?", args: [id] }], "write");
        `,
      },
    ],
    invalid: [
      {
        name: "a text of the list, and objects of it",
        code: code`
          import { createClient } from "@libsql/client";
          const db = createClient({ url: "file:library.db" });

          export async function close(id: string, member: string) {
            await db.batch(["DELETE FROM loan WHERE id = '" + id + "'", { sql: "UPDATE member SET loans = 0 WHERE id = ?", args: [member] }], "write");
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            await db.batch([{ sql: "DELETE FROM loan WHERE id = '" + id + "'", args: [] }, { sql: "UPDATE member SET loans = 0 WHERE id = '" + member + "'", args: [] }]);
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                                                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a list that a local keeps, or that has grown",
        code: code`
          import { createClient } from "@libsql/client";
          const db = createClient({ url: "file:library.db" });

          export async function close(id: string, column: string) {
            const statements = ["DELETE FROM loan WHERE id = '" + id + "'"];
            await db.batch(statements, "write");
                           ~~~~~~~~~~ unknown
            const changes: string[] = [];
            changes.push("ALTER TABLE loan ADD COLUMN " + column);
            await db.migrate(changes);
                             ~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
