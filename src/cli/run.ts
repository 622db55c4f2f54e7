/** The command: from arguments to an exit code. */

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { cacheFile } from "./cache.ts";
import { onOneLine } from "./excerpt.ts";
import { filesOf, reason, type FileList } from "./files.ts";
import type { LintRun } from "./lint.ts";
import { HELP, optionsFrom, UsageError, type Options } from "./options.ts";
import { progressTo } from "./progress.ts";
import { suppressing, type Suppressed } from "./suppressions.ts";

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

const NOTHING: LintRun = { results: [], problems: [], notes: [], ignored: 0, hasFailed: false, isRun: () => false };
const PAGES = new URL("../../docs/rules/", import.meta.url);

/** Runs the command: 0 clean, 1 findings or a file that does not parse, 2 could not do what was asked. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const [command, ...rest] = argv;
    if (command === "index" && !rest.includes("--help")) return (await import("./make-index.ts")).makeIndex(rest, around);
    const options = optionsFrom(argv);
    if (options.help) return say(around, `${HELP}\n`);
    if (options.version) return say(around, `${version()}\n`);
    if (options.explain !== null) return say(around, pageOf(options.explain));
    for (const rule of options.rules) if (!ruleNames().includes(rule)) throw new UsageError(`there is no rule ${rule}; the rules are ${ruleNames().join(", ")}`);
    if (options.output !== null) makeRoomFor(resolve(around.cwd, options.output));
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

const version = () => (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;

async function lintAndReport(options: Options, around: Surroundings): Promise<number> {
  const list = filesOf(options.paths, around.cwd);
  const suppress = suppressing(options, list.root, around.cwd);
  const run = await lintWithProgress(list, options, around);
  const done = { ...run, ...suppress(run) };
  const problems = [...list.problems, ...run.problems, ...done.problems];
  try {
    await report(list, done, options, around);
  } catch (error) {
    if (options.output === null) throw error;
    problems.push(`${options.output}: the report cannot be written (${reason(error)})`);
  }
  for (const line of [...done.notes, ...problems]) around.err(`pitfalls: ${onOneLine(line)}\n`);
  return problems.length > 0 || done.hasFailed ? 2 : exitCode(options, done);
}

async function lintWithProgress(list: FileList, options: Options, around: Surroundings): Promise<LintRun> {
  if (list.files.length === 0) return NOTHING;
  const { lint } = await import("./lint.ts");
  const progress = progressTo(around, list.files.length);
  try {
    return await lint(list, { ...options, cache: options.cache ? cacheFile(options.cacheLocation, around.cwd) : null }, progress.at);
  } finally {
    progress.end();
  }
}

async function report(list: FileList, done: LintRun & Suppressed, { format, output, quiet, fixDryRun }: Options, around: Surroundings): Promise<void> {
  const results = quiet ? (await import("./results.ts")).errorsOnly(done.results) : done.results;
  const text = format === "json" ? `${JSON.stringify(results)}\n` : (await import("./stylish.ts")).stylish(results, {
    cwd: around.cwd, color: around.color && output === null, linted: done.results.length, skipped: list.skipped, ignored: done.ignored, accepted: done.accepted, isDry: fixDryRun,
  });
  if (output === null) around.out(text);
  else writeFileSync(resolve(around.cwd, output), text);
}

function exitCode({ exitZero, maxWarnings }: Options, { results }: LintRun): number {
  const errors = results.reduce((sum, result) => sum + result.errorCount, 0);
  const warnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  const fails = errors > 0 || (maxWarnings >= 0 && warnings > maxWarnings);
  return fails && !exitZero ? 1 : 0;
}

/** Said before the work rather than after it. */
function makeRoomFor(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw new UsageError(`the report cannot be written into ${dirname(file)} (${reason(error)})`);
  }
  if (existsSync(file) && statSync(file).isDirectory()) throw new UsageError(`the report cannot be written to ${file}, which is a folder`);
}

/** Every rule has a page; its name is known without loading the rule. */
const ruleNames = (): readonly string[] => readdirSync(PAGES).filter((page) => page.endsWith(".md")).map((page) => basename(page, ".md")).sort();

/** A rule's page, without what only a web page shows. */
function pageOf(rule: string): string {
  if (!ruleNames().includes(rule)) throw new UsageError(`there is no page on ${rule}; the rules are ${ruleNames().join(", ")}`);
  return readFileSync(new URL(`${rule}.md`, PAGES), "utf8").replace(/<!--[^]*?-->\n?/g, "");
}
