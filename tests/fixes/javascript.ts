/** Runs programs in JavaScript and TypeScript: their imports are the drivers of the tests. */

import { compileFunction } from "node:vm";
import ts from "typescript";
import { knexPg, knexSqlite, sequelize } from "./drivers/builders.ts";
import { mysql } from "./drivers/mysql.ts";
import { pg, pglite, postgresJs } from "./drivers/pg.ts";
import { Log, type Modules } from "./drivers/session.ts";
import { betterSqlite3, libsql, sqlite3, sqlJs } from "./drivers/sqlite.ts";
import { DriverError, failed, type Outcome } from "./outcome.ts";
import type { Driver, JavascriptDriver } from "./specimen.ts";
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

type JavascriptOn = Exclude<Driver, { language: "python" }>;
type Run = (...values: readonly unknown[]) => unknown;

/** TypeScript without its types. */
function untyped(source: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }, reportDiagnostics: true });
  const [wrong] = diagnostics;
  if (wrong) throw new SyntaxError(`${ts.flattenDiagnosticMessageText(wrong.messageText, "\n")}\n${source}`);
  return outputText;
}

/** The few forms of imports and exports that the programs of the tests have, as a function's body can have them. */
const withoutModules = (source: string): string =>
  source
    .replace(/^import (\w+) from ("[^"]+");$/gm, "const $1 = require($2).default;")
    .replace(/^import (\{[^}]+\}) from ("[^"]+");$/gm, "const $1 = require($2);")
    .replace(/^export async function run\(/m, "exports.run = run;\nasync function run(");

/** A module's function `run`, with the imports that it is given. */
function compiled(source: string, language: "javascript" | "typescript"): (modules: Modules) => Run {
  const script = withoutModules(language === "typescript" ? untyped(source) : source);
  const body = compileFunction(script, ["require", "exports"]) as (require: (name: string) => unknown, exports: Record<string, unknown>) => void;
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
export async function runJavascript({ language, driver }: JavascriptOn, source: string, calls: readonly (readonly Value[])[]): Promise<readonly Outcome[]> {
  const load = compiled(source, language);
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
