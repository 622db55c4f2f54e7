/** Runs programs in JavaScript and TypeScript: their imports are the drivers of the tests. */

import { compileFunction } from "node:vm";
import ts from "typescript";
import { knexPg, knexSqlite, sequelize } from "./drivers/builders.ts";
import { mysql } from "./drivers/mysql.ts";
import { pg, pglite, postgresJs } from "./drivers/pg.ts";
import { Log, type Modules } from "./drivers/session.ts";
import { betterSqlite3, libsql, sqlite3, sqlJs } from "./drivers/sqlite.ts";
import { DriverError, failed, type Outcome } from "./outcome.ts";
import type { JavascriptDriver } from "./specimen.ts";
import type { Value } from "./values.ts";

const DRIVERS: Readonly<Record<JavascriptDriver, (log: Log) => Modules>> = {
  pg, pglite, "postgres.js": postgresJs,
  mysql: (log) => mysql(log, "mysql"),
  mysql2: (log) => mysql(log, "mysql2"),
  "mysql2-execute": (log) => mysql(log, "mysql2"),
  "better-sqlite3": betterSqlite3, sqlite3, "sql.js": sqlJs, libsql,
  "knex-pg": knexPg, "knex-sqlite": knexSqlite,
  sequelize: (log) => sequelize(log, "sqlite"),
  "sequelize-pg": (log) => sequelize(log, "postgres"),
};

const isDate = (value: Value): value is { readonly $date: string } => typeof value === "object" && "$date" in value;
/** A copy of its own for each call: a program may change what it is given. */
const read = (value: Value): unknown => (isDate(value) ? new Date(value.$date) : structuredClone(value));

type Run = (...values: readonly unknown[]) => unknown;

/** A module's function `run`, with the imports that it is given. */
function compiled(source: string): (modules: Modules) => Run {
  const { outputText, diagnostics = [] } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }, reportDiagnostics: true });
  const [wrong] = diagnostics;
  if (wrong) throw new SyntaxError(`${ts.flattenDiagnosticMessageText(wrong.messageText, "\n")}\n${source}`);
  const body = compileFunction(outputText, ["require", "exports"]) as (require: (name: string) => unknown, exports: Record<string, unknown>) => void;
  return (modules) => {
    const exports: Record<string, unknown> = {};
    body((name) => {
      if (!(name in modules)) throw new Error(`no specimen imports ${name}`);
      return modules[name];
    }, exports);
    return exports["run"] as Run;
  };
}

/** What each call of a program does. */
export async function runJavascript(driver: JavascriptDriver, source: string, calls: readonly (readonly Value[])[]): Promise<readonly Outcome[]> {
  const load = compiled(source);
  const outcomes: Outcome[] = [];
  for (const values of calls) {
    const log = new Log();
    try {
      await load(DRIVERS[driver](log))(...values.map(read));
    } catch (error) {
      if (!(error instanceof DriverError)) log.steps.push(failed(error, false));
    }
    await log.settled();
    outcomes.push(log.steps);
  }
  return outcomes;
}
