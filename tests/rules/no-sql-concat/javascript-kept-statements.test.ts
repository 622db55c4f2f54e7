/** A prepared statement that a local keeps gets its values where it is run. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "all(), get() and run(), behind and before the values that are there",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");

          export function loans(member) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return statement.all();
          }

          export function open(member, branch) {
            const statement = db.prepare("SELECT id FROM loan WHERE branch = ? AND member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return statement.get(branch);
          }

          export function close(member, branch) {
            const statement = db.prepare("DELETE FROM loan WHERE member = '" + member + "' AND branch = ?");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            statement.run(branch);
          }
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");

          export function loans(member) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = ?");
            return statement.all(member);
          }

          export function open(member, branch) {
            const statement = db.prepare("SELECT id FROM loan WHERE branch = ? AND member = ?");
            return statement.get(branch, member);
          }

          export function close(member, branch) {
            const statement = db.prepare("DELETE FROM loan WHERE member = ? AND branch = ?");
            statement.run(member, branch);
          }
        `,
      },
      {
        name: "run twice, handed on, in a loop, or for another value by then: no edit",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");

          export function twice(member) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return [statement.get(), ...statement.all()];
          }

          export function handed(member) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return statement;
          }

          export function looped(members) {
            const statement = db.prepare("DELETE FROM loan WHERE member = '" + members[0] + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            for (const member of members) if (member) statement.run();
          }

          export function later(member) {
            const statement = db.prepare("DELETE FROM loan WHERE member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            member = "";
            statement.run();
          }
        `,
      },
      {
        name: "a number in quotes stays a text",
        preset: "strict",
        code: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");

          export const find = (isbn) => db.prepare("SELECT id FROM book WHERE isbn = '" + Number(isbn) + "'").all();
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import Database from "better-sqlite3";
          const db = new Database("library.db");

          export const find = (isbn) => db.prepare("SELECT id FROM book WHERE isbn = ?").all(String(Number(isbn)));
        `,
      },
    ],
  },
  typescript: {
    invalid: [
      {
        name: "D1 binds where the statement is prepared, or where it is bound already",
        code: code`
          export async function loans(db: D1Database, member: string) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return statement.all();
          }

          export async function open(db: D1Database, member: string, branch: string) {
            const statement = db.prepare("SELECT id FROM loan WHERE branch = ? AND member = '" + member + "'");
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            return statement.bind(branch).all();
          }

          export async function closed(db: D1Database, member: string, branch: string) {
            return db.prepare("SELECT id FROM loan WHERE branch = ? AND member = '" + member + "'").bind(branch).first();
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
        output: code`
          export async function loans(db: D1Database, member: string) {
            const statement = db.prepare("SELECT id FROM loan WHERE member = ?").bind(member);
            return statement.all();
          }

          export async function open(db: D1Database, member: string, branch: string) {
            const statement = db.prepare("SELECT id FROM loan WHERE branch = ? AND member = ?");
            return statement.bind(branch, member).all();
          }

          export async function closed(db: D1Database, member: string, branch: string) {
            return db.prepare("SELECT id FROM loan WHERE branch = ? AND member = ?").bind(branch, member).first();
          }
        `,
      },
    ],
  },
});
