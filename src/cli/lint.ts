/** Lints files with ESLint, batch by batch, so that one bad file never costs another its findings. */

import { readFileSync, writeFileSync } from "node:fs";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ESLint, type Linter } from "eslint";
import plugin from "../index.ts";
import { forgetTraces } from "../core/traces.ts";
import { reason, type FileList } from "./files.ts";
import type { Options } from "./options.ts";

export interface LintRun {
  readonly results: readonly ESLint.LintResult[];
  readonly problems: readonly string[];
}

type LintOptions = Pick<Options, "preset" | "rules" | "fix" | "fixDryRun" | "quiet">;

const BATCH = 64;

/** The results of all files, sorted as the list is; `onProgress` hears how many are done. */
export async function lint(list: FileList, options: LintOptions, cwd: string, onProgress: (done: number) => void): Promise<LintRun> {
  const eslint = await linterFor(list, options, cwd);
  const results: ESLint.LintResult[] = [];
  const problems: string[] = [];
  for (let at = 0; at < list.files.length; at += BATCH) {
    const batch = list.files.slice(at, at + BATCH);
    for (const file of batch) forgetTraces(file);
    results.push(...(await lintBatch(eslint, batch, problems)));
    onProgress(Math.min(at + BATCH, list.files.length));
  }
  if (options.fix || options.fixDryRun) await checkFixes(eslint, results, problems);
  if (options.fix) for (const result of results) if (result.output !== undefined) writeFileSync(result.filePath, result.output);
  return { results: options.quiet ? ESLint.getErrorResults(results) : results, problems };
}

async function lintBatch(eslint: ESLint, batch: readonly string[], problems: string[]): Promise<readonly ESLint.LintResult[]> {
  try {
    return await eslint.lintFiles([...batch]);
  } catch (error) {
    const [only, ...more] = batch;
    if (only === undefined) return [];
    if (more.length === 0) return [failedResult(only, error, problems)];
    const results: ESLint.LintResult[] = [];
    for (const file of batch) results.push(...(await lintBatch(eslint, [file], problems)));
    return results;
  }
}

/** A file that could not be read, or on which a rule of ours failed. */
function failedResult(filePath: string, error: unknown, problems: string[]): ESLint.LintResult {
  const ruleId = /Rule: "([^"]+)"/.exec(error instanceof Error ? error.message : "")?.[1];
  const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const message = ruleId === undefined ? `the file cannot be read (${reason(error)})` : `${ruleId} failed on this file: ${said}. Please report it.`;
  problems.push(`${filePath}: ${message}`);
  return {
    filePath, messages: [{ ruleId: null, fatal: true, severity: 2, message, line: 1, column: 1 }], suppressedMessages: [],
    errorCount: 1, fatalErrorCount: 1, warningCount: 0, fixableErrorCount: 0, fixableWarningCount: 0, usedDeprecatedRules: [],
  };
}

/** Takes back what must not be written: a file that was not decoded exactly, or one that would no longer parse. */
async function checkFixes(eslint: ESLint, results: ESLint.LintResult[], problems: string[]): Promise<void> {
  for (const [index, result] of results.entries()) {
    if (result.output === undefined) continue;
    const why = isExactText(result.filePath) ? (await stillParses(eslint, result) ? null : "a fix would break it; please report this") : "it is not UTF-8 text, so it is not rewritten";
    if (why === null) continue;
    problems.push(`${result.filePath}: ${why}`);
    const { output: _, ...kept } = result;
    results[index] = kept;
  }
}

function isExactText(path: string): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return true;
  } catch {
    return false;
  }
}

async function stillParses(eslint: ESLint, { output = "", filePath }: ESLint.LintResult): Promise<boolean> {
  const [again] = await eslint.lintText(output, { filePath });
  return (again?.fatalErrorCount ?? 0) === 0;
}

const CONFIG_FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);

/** The project's own configuration when it has one with our plugin in it; else ours. */
async function linterFor(list: FileList, options: LintOptions, cwd: string): Promise<ESLint> {
  const base: ESLint.Options = { cwd: list.root, fix: options.fix || options.fixDryRun, errorOnUnmatchedPattern: false, warnIgnored: false };
  if (hasConfig(list.root) || hasConfig(cwd)) {
    const own = new ESLint({ ...base, ...(options.preset || options.rules.length > 0 ? { overrideConfig: overrides(options) } : {}) });
    const [file] = list.files;
    const config = file === undefined ? undefined : ((await own.calculateConfigForFile(file)) as { plugins?: object } | undefined);
    if (config?.plugins && "pitfalls" in config.plugins) return own;
  }
  return new ESLint({ ...base, overrideConfigFile: true, overrideConfig: [...configFor(options)] });
}

function hasConfig(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (CONFIG_FILES.some((name) => existsSync(join(at, name)))) return true;
    if (dirname(at) === at) return false;
  }
}

const isWanted = (options: LintOptions, rule: string) => options.rules.length === 0 || options.rules.includes(rule.replace(/^pitfalls\//, ""));

function configFor(options: LintOptions): readonly Linter.Config[] {
  const configs = plugin.configs[options.preset ?? "recommended"];
  return configs.map((config) => ({
    ...config,
    rules: Object.fromEntries(Object.entries(config.rules ?? {}).filter(([rule]) => isWanted(options, rule))),
    linterOptions: { reportUnusedDisableDirectives: "off" as const },
  }));
}

/** What the command's own options change in a project's configuration. */
function overrides(options: LintOptions): Linter.Config[] {
  const rules = Object.keys(plugin.rules).filter((rule) => !isWanted(options, rule));
  return [{
    ...(options.preset ? { settings: { pitfalls: { preset: options.preset } } } : {}),
    rules: Object.fromEntries(rules.map((rule) => [`pitfalls/${rule}`, "off" as const])),
  }];
}
