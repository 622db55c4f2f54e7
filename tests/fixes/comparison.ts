/** Runs a program and what became of it with the same values: do they do the same? */

import { runJavascript } from "./javascript.ts";
import { hasFailed, isBound, isSame, told, type Outcome } from "./outcome.ts";
import { runPython } from "./python.ts";
import type { Driver, JavascriptDriver, PythonDriver } from "./specimen.ts";
import { isMarked, type Marks, type Value } from "./values.ts";

/** What each driver reads as its own in a text, and whether it reads texts that come without values. */
const MARKS: Readonly<Record<JavascriptDriver | PythonDriver, { readonly marks: Marks; readonly isRead: "with values" | "always" | "never" }>> = {
  pg: { marks: null, isRead: "never" },
  pglite: { marks: null, isRead: "never" },
  "postgres.js": { marks: null, isRead: "never" },
  mysql: { marks: /\?/, isRead: "with values" },
  mysql2: { marks: /\?/, isRead: "with values" },
  "mysql2-execute": { marks: null, isRead: "never" },
  "better-sqlite3": { marks: null, isRead: "never" },
  sqlite3: { marks: null, isRead: "never" },
  "sql.js": { marks: null, isRead: "never" },
  libsql: { marks: null, isRead: "never" },
  "knex-pg": { marks: /\?/, isRead: "always" },
  "knex-sqlite": { marks: /\?/, isRead: "always" },
  sequelize: { marks: null, isRead: "never" },
  "sequelize-pg": { marks: null, isRead: "never" },
  psycopg2: { marks: /%/, isRead: "with values" },
  odoo: { marks: /%/, isRead: "always" },
  psycopg: { marks: /%/, isRead: "with values" },
  pymysql: { marks: /%/, isRead: "with values" },
  connector: { marks: /%/, isRead: "with values" },
  sqlalchemy: { marks: /:/, isRead: "always" },
};

export interface Comparison {
  /** How many of the calls worked before: what failed was no harmless value, and a repair may mend it. */
  readonly working: number;
  /** The first call that does something else; null when there is none. */
  readonly mismatch: Mismatch | null;
}

export interface Mismatch {
  readonly values: readonly Value[];
  readonly before: string;
  readonly after: string;
}

export const run = (on: Driver, source: string, calls: readonly (readonly Value[])[]): Promise<readonly Outcome[]> => (on.language === "python" ? runPython(on.driver, source, calls) : runJavascript(on, source, calls));

/** A value with the driver's own marks was harmless only where the driver did not read the text that it stood in. */
function wasHarmless({ driver }: Driver, values: readonly Value[], before: Outcome): boolean {
  const { marks, isRead } = MARKS[driver];
  return isRead === "never" || !isMarked(values, marks) || (isRead === "with values" && !isBound(before));
}

/** Compares two programs call by call. */
export async function compared(on: Driver, before: string, after: string, calls: readonly (readonly Value[])[]): Promise<Comparison> {
  const [old, now] = [await run(on, before, calls), await run(on, after, calls)];
  let working = 0;
  let mismatch: Mismatch | null = null;
  calls.forEach((values, index) => {
    const [was = [], is = []] = [old[index], now[index]];
    if (!wasHarmless(on, values, was)) return;
    if (hasFailed(was)) return;
    working += 1;
    if (!isSame(was, is)) mismatch ??= { values, before: told(was), after: told(is) };
  });
  return { working, mismatch };
}
