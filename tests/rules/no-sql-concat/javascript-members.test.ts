/** Getters, static methods, fields of classes and objects. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "a getter over constant fields, a static method with constants",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Report {
            static table = "loan";
            #alias = "l";
            get source() { return "FROM " + Report.table + " " + this.#alias; }
            static where(clause) { return "WHERE " + clause; }
            page() { return pool.query("SELECT id " + this.source + " " + Report.where("returned")); }
          }
        `,
      },
      {
        name: "a method and a field of a parent in the same file",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Base {
            alias = "l";
            source(order) { return "FROM loan " + this.alias + " ORDER BY " + order; }
          }
          export class Late extends Base {
            table = "loan";
            page() { return pool.query("SELECT id " + this.source("id")); }
            all() { return pool.query("SELECT id FROM " + this.table); }
          }
        `,
      },
      {
        name: "a method of an object with a constant",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const report = { by(order) { return "ORDER BY " + order; } };
          export const page = () => pool.query("SELECT id FROM loan " + report.by("id"));
        `,
      },
      {
        name: "KNOWN MISS: a setter puts anything into the field",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Report {
            #order = "due_on";
            set order(order) { this.#order = order; }
            page() { return pool.query("SELECT id FROM loan ORDER BY " + this.#order); }
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a getter over a field that the constructor takes",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Report {
            constructor(table) { this.table = table; }
            get source() { return "FROM " + this.table; }
            page() { return pool.query("SELECT id " + this.source); }
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "what a static method, a parent's method or a method of an object makes of its argument",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Base {
            source(order) { return "FROM loan ORDER BY " + order; }
          }
          const report = { by(order) { return "ORDER BY " + order; } };
          export class Late extends Base {
            static where(clause) { return "WHERE " + clause; }
            page(order) { return pool.query("SELECT id " + this.source(order)); }
                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            parent(order) { return pool.query("SELECT id " + super.source(order)); }
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            some(clause) { return pool.query("SELECT id FROM loan " + Late.where(clause)); }
                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            all(order) { return pool.query("SELECT id FROM loan " + report.by(order)); }
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a method puts anything into the field, a function into the instance",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Report {
            #order = "due_on";
            sortBy(order) { this.#order = order; }
            page() { return pool.query("SELECT id FROM loan ORDER BY " + this.#order); }
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          class Sorted { order = "due_on"; }
          export function page(order) {
            const sorted = new Sorted();
            sorted.order = order;
            return pool.query("SELECT id FROM loan ORDER BY " + sorted.order);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a static getter, or the getter of an object",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const report = { get source() { return "FROM loan"; } };
          export class Report {
            static get columns() { return "id, due_on"; }
            page() { return pool.query("SELECT " + Report.columns + " FROM loan"); }
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            all() { return pool.query("SELECT id " + report.source); }
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "KNOWN FALSE ALARM: `this` in a method of an object, and the parent's method by super",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const report = { table: "loan", source() { return "FROM " + this.table; } };
          class Base { source(order) { return "FROM loan ORDER BY " + order; } }
          export class Late extends Base {
            page() { return pool.query("SELECT id " + super.source("id")); }
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            all() { return pool.query("SELECT id " + report.source()); }
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
    ],
  },
});
