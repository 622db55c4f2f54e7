/** Lints all files as the plan says: what is known already comes from the cache, the rest from one thread or several; repairs are written last. */

import type { ESLint } from "eslint";
import { restoreTraces } from "../core/traces.ts";
import type { FileList } from "./files.ts";
import { knownFrom, type Known } from "./known.ts";
import type { Options } from "./options.ts";
import type { LintAll, Outcome, Task } from "./outcome.ts";
import { isRun, planFor } from "./plan.ts";
import { memoryHere, rewrite } from "./source.ts";

export interface LintRun {
  readonly results: readonly ESLint.LintResult[];
  /** What could not be done, each with its file. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Files that a project's configuration leaves out. */
  readonly ignored: number;
  /** Whether some result says that its file could not be linted, for a reason that does not lie in its text. */
  readonly hasFailed: boolean;
  /** Whether a rule was run on a file. */
  readonly isRun: (file: string, ruleId: string) => boolean;
}

export interface LintOptions extends Pick<Options, "preset" | "rules" | "fix" | "fixDryRun" | "jobs"> {
  /** The cache's file; null for none. */
  readonly cache: string | null;
}

/** The results of all files, sorted as the list is; `onProgress` hears how many are done. */
export async function lint(list: FileList, options: LintOptions, onProgress: (done: number) => void): Promise<LintRun> {
  const plan = await planFor(list, options, options.cache !== null);
  const known = knownFrom(options, plan);
  const lintAll = linting(list, options);
  const tasks = list.files.map((path): Task => ({ path, kind: plan.kindOf(path), fix: options.fix || options.fixDryRun, isStamped: options.cache !== null }));
  const found = await outcomesOf(tasks, known, lintAll, onProgress);
  const outcomes = options.fix ? await withRepairs(tasks, found, lintAll) : found;
  for (const [index, { path }] of tasks.entries()) restoreTraces(path, outcomes[index]?.traces ?? []);
  return {
    results: outcomes.flatMap(({ result }) => result ?? []),
    problems: [...plan.problems, ...outcomes.flatMap(({ problem }) => problem ?? [])],
    notes: [...plan.notes, ...outcomes.flatMap(({ note }) => note ?? []), ...known.keep(tasks, outcomes)],
    ignored: outcomes.filter(({ result }) => result === null).length,
    hasFailed: outcomes.some(({ hasFailed }) => hasFailed),
    isRun: (file, ruleId) => isRun(plan.kindOf(file), options, ruleId),
  };
}

/** Lints here or in several threads; ESLint and the parsers are loaded when there is something to lint. */
function linting({ root }: FileList, { preset, rules, jobs }: LintOptions): LintAll {
  const settings = { root, preset, rules, memory: memoryHere() };
  return async (tasks, onDone) => {
    if (tasks.length === 0) return;
    const lintAll = jobs > 1 ? (await import("./jobs.ts")).lintIn(jobs, settings) : (await import("./lint-file.ts")).lintHere(settings);
    await lintAll(tasks, onDone);
  };
}

async function outcomesOf(tasks: readonly Task[], known: Known, lintAll: LintAll, onProgress: (done: number) => void): Promise<readonly Outcome[]> {
  const outcomes = tasks.map(known.outcomeOf);
  const unknown = [...tasks.entries()].filter(([index]) => !outcomes[index]);
  let done = tasks.length - unknown.length;
  await lintAll(unknown.map(([, task]) => task), (at, outcome) => {
    const [index] = unknown[at] ?? [at];
    outcomes[index] = outcome;
    onProgress(done += 1);
  });
  return outcomes.flatMap((outcome) => outcome ?? []);
}

/** Writes what was repaired, when everything has been linted: no file's findings depend on which other one was repaired before. */
async function withRepairs(tasks: readonly Task[], found: readonly Outcome[], lintAll: LintAll): Promise<readonly Outcome[]> {
  const refused = found.flatMap(({ result, digest }, index) => {
    const task = tasks[index];
    const why = task && result?.output !== undefined ? rewrite(task.path, digest, result.output) : null;
    return task && why !== null ? [{ index, task, problem: `${task.path}: ${why}` }] : [];
  });
  const outcomes = [...found];
  await lintAll(refused.map(({ task }) => ({ ...task, fix: false })), (at, outcome) => {
    const { index = at, problem = null } = refused[at] ?? {};
    outcomes[index] = { ...outcome, problem };
  });
  return outcomes;
}
