/** Measures one language: the lint, the parse alone, and the lint of a half and a quarter of the files, in turns. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ files: any, language?: string, hasParser: boolean, parserOptions?: object }} Scope
 * @typedef {{ kind: "lint" | "parse", build: string, root: string, files: readonly string[], scopes: readonly Scope[] }} Job
 * @typedef {{ cpu: number, wall: number, memory: number, files: number, unreadable: number, findings: number, eslint: number, rules: Record<string, number>, slowest: { file: string, ms: number }[] }} Cost seconds and megabytes
 */

/** A run of `child.mjs`; throws with what the child said when it failed. */
function cost(/** @type {Job} */ job) {
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [join(import.meta.dirname, "child.mjs")], { input: JSON.stringify(job), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`The ${job.kind} of ${job.files.length} files failed (${signal ?? status}):\n${stderr.trim()}`);
  return /** @type {Cost} */ (JSON.parse(stdout));
}

/** The scopes of a configuration that a process without the plugin can rebuild. */
export const scopesOf = (/** @type {readonly any[]} */ configs) =>
  configs.map(({ files, language, languageOptions }) => ({ files, language, hasParser: languageOptions?.parser !== undefined, parserOptions: languageOptions?.parserOptions }));

/**
 * All costs, in rounds. Each round begins with another job, so that a slow minute of the machine falls on all of them alike.
 * @param {{ build: string, root: string, files: readonly string[], scopes: readonly Scope[], runs: number, onRun: (done: number, total: number) => void }} plan
 */
export function measure({ files, runs, onRun, ...shared }) {
  const sizes = sizesOf(files);
  const [all, half, quarter] = [1, 2, 4].map((part) => partOf(files, sizes, part));
  const jobs = { lint: { kind: "lint", files: all }, parse: { kind: "parse", files: all }, half: { kind: "lint", files: half }, quarter: { kind: "lint", files: quarter } };
  const names = Object.keys(jobs);
  const rounds = [];
  for (let run = 0; run < runs; run += 1) {
    const round = {};
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(run + turn) % names.length];
      round[name] = cost({ ...shared, ...jobs[name] });
      onRun(run * names.length + turn + 1, runs * names.length);
    }
    rounds.push(round);
  }
  const bytesOf = (part) => part.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  return { rounds, files: { lint: all.length, half: half.length, quarter: quarter.length }, bytes: { lint: bytesOf(all), half: bytesOf(half), quarter: bytesOf(quarter) } };
}

/** Reading the files once also brings them into the system's cache before the first run. */
const sizesOf = (files) => new Map(files.map((file) => [file, readFileSync(file).length]));

/** Every nth file by size, so that a part is as mixed as the whole. */
function partOf(files, sizes, nth) {
  const bySize = [...files].sort((a, b) => sizes.get(a) - sizes.get(b) || (a < b ? -1 : 1));
  return bySize.filter((_, index) => index % nth === nth - 1).sort();
}
