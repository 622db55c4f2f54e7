/** Statements that grow in other methods, closures or helpers, and methods that are called by another name. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    valid: [
      {
        name: "clauses with placeholders and their values, grown by other methods",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Search {
            #clauses = ["active"];
            #params = [];
            byName(name) {
              this.#params.push(name);
              this.#clauses.push("name = $" + this.#params.length);
              return this;
            }
            run() { return pool.query("SELECT id FROM member WHERE " + this.#clauses.join(" AND "), this.#params); }
          }
        `,
      },
      {
        name: "a closure that adds placeholders, or a constant",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name, city, paid) {
            const clauses = ["active"];
            const params = [];
            const add = (column, value) => { params.push(value); clauses.push(column + " = $" + params.length); };
            add("name", name);
            add("city", city);
            let order = "id";
            const newest = () => { order += ", joined_on DESC"; };
            if (paid) newest();
            return pool.query("SELECT id FROM member WHERE " + clauses.join(" AND ") + " ORDER BY " + order, params);
          }
        `,
      },
      {
        name: "a helper grows the list that it gets by a constant",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const add = (clauses, clause) => { clauses.push(clause); };
          export function find() {
            const clauses = ["active"];
            add(clauses, "paid");
            return pool.query("SELECT id FROM member WHERE " + clauses.join(" AND "));
          }
        `,
      },
      {
        name: "KNOWN MISS: the same builder when its text comes from toString()",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Query {
            #parts = [];
            where(clause) { this.#parts.push(clause); return this; }
            toString() { return "SELECT id FROM member WHERE " + this.#parts.join(" AND "); }
          }
          export const page = (clause) => pool.query(new Query().where(clause).toString());
        `,
      },
      {
        name: "KNOWN MISS: an object of closures over a text that one of them adds to",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          function builder() {
            let text = "SELECT id FROM member";
            return { where(clause) { text += " WHERE " + clause; return this; }, text: () => text };
          }
          export const page = (clause) => pool.query(builder().where(clause).text());
        `,
      },
      {
        name: "KNOWN MISS: the statement through call(), apply() or Reflect.apply()",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name) {
            const { query } = pool;
            query.call(pool, "SELECT id FROM member WHERE name = '" + name + "'");
            query.apply(pool, ["SELECT id FROM member WHERE name = '" + name + "'"]);
            Reflect.apply(query, pool, ["SELECT id FROM member WHERE name = '" + name + "'"]);
          }
        `,
      },
      {
        name: "KNOWN MISS: a bound method in a private field, and push() of a list by another name",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Search {
            #run = pool.query.bind(pool);
            find(name) { return this.#run("SELECT id FROM member WHERE name = '" + name + "'"); }
          }
          export function find(name) {
            const clauses = ["active"];
            const add = clauses.push.bind(clauses);
            add("name = '" + name + "'");
            return pool.query("SELECT id FROM member WHERE " + clauses.join(" AND "));
          }
        `,
      },
    ],
    invalid: [
      {
        name: "a clause with the value in it, pushed by another method, and a text that another method adds to",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Search {
            #clauses = ["active"];
            #order = "id";
            byName(name) { this.#clauses.push("name = '" + name + "'"); return this; }
            sortBy(order) { this.#order += ", " + order; return this; }
            run() { return pool.query("SELECT id FROM member WHERE " + this.#clauses.join(" AND ")); }
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            sorted() { return pool.query("SELECT id FROM member ORDER BY " + this.#order); }
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a closure pushes the value, or adds it to the text",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export function find(name) {
            const clauses = ["active"];
            const add = (column, value) => clauses.push(column + " = '" + value + "'");
            add("name", name);
            return pool.query("SELECT id FROM member WHERE " + clauses.join(" AND "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
          export function count(name) {
            let where = "active";
            const narrow = (value) => { where += " AND name = '" + value + "'"; };
            narrow(name);
            return pool.query("SELECT count(*) FROM member WHERE " + where);
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a callback pushes each entry, a helper pushes what it gets",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          const add = (clauses, clause) => { clauses.push(clause); };
          export function find(filters, clause) {
            const clauses = ["active"];
            Object.entries(filters).forEach(([column, value]) => { clauses.push(column + " = '" + value + "'"); });
            pool.query("SELECT id FROM member WHERE " + clauses.join(" AND "));
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
            const others = ["active"];
            add(others, clause);
            return pool.query("SELECT id FROM member WHERE " + others.join(" AND "));
                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          }
        `,
      },
      {
        name: "a builder that anyone may call with anything",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          export class Query {
            #parts = [];
            where(clause) { this.#parts.push(clause); return this; }
            text() { return "SELECT id FROM member WHERE " + this.#parts.join(" AND "); }
          }
          export const page = (clause) => pool.query(new Query().where(clause).text());
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a builder of the file alone, which one caller gives an unknown clause",
        code: code`
          import { Pool } from "pg";
          const pool = new Pool();
          class Query {
            #parts = [];
            where(clause) { this.#parts.push(clause); return this; }
            text() { return "SELECT id FROM member WHERE " + this.#parts.join(" AND "); }
          }
          export const page = (clause) => pool.query(new Query().where(clause).text());
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
