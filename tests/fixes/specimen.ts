/** A small program that builds a statement from values, and what must be true of its repair. */

import type { Kind } from "./values.ts";

export type JavascriptDriver = "pg" | "pglite" | "mysql" | "mysql2" | "mysql2-execute" | "better-sqlite3" | "sqlite3" | "sql.js" | "libsql" | "knex-pg" | "knex-sqlite" | "sequelize" | "sequelize-pg" | "postgres.js";
export type PythonDriver = "psycopg2" | "odoo" | "psycopg" | "sqlite3" | "pymysql" | "connector" | "sqlalchemy";

export type Dialect = "postgres" | "sqlite";

export type Driver = { readonly language: "javascript" | "typescript"; readonly driver: JavascriptDriver } | { readonly language: "python"; readonly driver: PythonDriver };

export interface Program {
  readonly on: Driver;
  /** A whole module; its `run` is what is called. */
  readonly source: string;
  /** What `run` takes, in order. */
  readonly kinds: readonly Kind[];
}

/** What is expected of a repair: that `--fix` makes it, that it is only offered, or that nothing is (and why). */
export type Expected = { readonly kind: "fixed" } | { readonly kind: "offered" } | { readonly kind: "unfixed"; readonly reason: string };

export interface Specimen extends Program {
  readonly name: string;
  readonly expected: Expected;
  /** The program that a broken one was meant to be; its results are what the repair must give. */
  readonly meant: string | null;
}

export interface Case {
  /** What the program takes: each parameter, and what it was written for. */
  readonly takes: Readonly<Record<string, Kind>>;
  /** The body of `run`. */
  readonly code: string;
  /** What stands before `run`, behind the import of the driver. */
  readonly head?: string;
  readonly meant?: string;
  /** The repair is a suggestion. */
  readonly isOffered?: boolean;
  /** Why there is no repair. */
  readonly unfixed?: string;
}

export type Cases = Readonly<Record<string, Case>>;

/** A module around the body of `run`. */
export type Frame = (body: string, parameters: readonly string[], head: string) => string;

export const indented = (body: string, by: string): string => body.replace(/^(?=.)/gm, by);

/** The specimens of one driver, by name. */
export function specimens(on: Driver, frame: Frame, cases: Cases): readonly Specimen[] {
  return Object.entries(cases).map(([name, { takes, code, head = "", meant, isOffered = false, unfixed }]) => {
    const module = (body: string) => frame(body, Object.keys(takes), head);
    return {
      name, on, kinds: Object.values(takes), source: module(code), meant: meant === undefined ? null : module(meant),
      expected: unfixed === undefined ? { kind: isOffered ? "offered" : "fixed" } : { kind: "unfixed", reason: unfixed },
    };
  });
}
