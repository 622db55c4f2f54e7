/** The command: from arguments to an exit code. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import plugin from "../index.ts";
import { filesOf } from "./files.ts";
import { lint, type LintRun } from "./lint.ts";
import { HELP, optionsFrom, UsageError, type Options } from "./options.ts";
import { progressTo } from "./progress.ts";
import { stylish } from "./stylish.ts";

/** What the command reads and writes besides files. */
export interface Surroundings {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether the report goes to a terminal that shows colours. */
  readonly color: boolean;
  /** Whether notes go to a terminal, where progress can be shown. */
  readonly isInteractive: boolean;
}

/** Runs the command: 0 clean, 1 findings or a file that cannot be read, 2 could not do what was asked. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const options = optionsFrom(argv);
    if (options.help) return say(around, `${HELP}\n`);
    if (options.version) return say(around, `${plugin.meta.version}\n`);
    if (options.explain !== null) return say(around, pageOf(options.explain));
    checkRules(options.rules);
    return await lintAndReport(options, around);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.err(`pitfalls: ${error.message}\n`);
    return 2;
  }
}

function say(around: Surroundings, text: string): 0 {
  around.out(text);
  return 0;
}

async function lintAndReport(options: Options, around: Surroundings): Promise<number> {
  const list = filesOf(options.paths, around.cwd);
  const progress = progressTo(around, list.files.length);
  const done = await lint(list, options, around.cwd, progress.at);
  progress.end();
  const report = options.format === "json" ? `${JSON.stringify(done.results)}\n` : stylish(done.results, { cwd: around.cwd, color: around.color && options.output === null, skipped: list.skipped });
  if (options.output === null) around.out(report);
  else writeFileSync(resolve(around.cwd, options.output), report);
  const problems = [...list.problems, ...done.problems];
  for (const problem of problems) around.err(`pitfalls: ${problem}\n`);
  return exitCode(options, done, problems.length > 0);
}

function exitCode({ exitZero, maxWarnings }: Options, { results }: LintRun, hasProblems: boolean): number {
  if (hasProblems) return 2;
  const errors = results.reduce((sum, result) => sum + result.errorCount, 0);
  const warnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  const fails = errors > 0 || (maxWarnings >= 0 && warnings > maxWarnings);
  return fails && !exitZero ? 1 : 0;
}

const ruleNames = (): readonly string[] => Object.keys(plugin.rules);

function checkRules(rules: readonly string[]): void {
  for (const rule of rules) if (!ruleNames().includes(rule)) throw new UsageError(`there is no rule ${rule}; the rules are ${ruleNames().join(", ")}`);
}

/** A rule's page, without what only a web page shows. */
function pageOf(rule: string): string {
  const page = new URL(`../../docs/rules/${rule}.md`, import.meta.url);
  if (!ruleNames().includes(rule) || !existsSync(page)) throw new UsageError(`there is no page on ${rule}; the rules are ${ruleNames().join(", ")}`);
  return readFileSync(page, "utf8").replace(/<!--[^]*?-->\n?/g, "");
}
