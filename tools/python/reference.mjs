/** Asks CPython about files: what `reference.py` says of each, a batch of files to a process. */

import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * @typedef {string | readonly [conversion: number, spec: readonly unknown[] | null]} Part a text, or a hole with its format
 * @typedef {{
 *   error: null,
 *   knowsAllWords: boolean,
 *   nodes: readonly [kind: string, start: number, end: number][],
 *   constants: readonly [start: number, end: number, type: string, value: string][],
 *   templates: readonly [start: number, end: number, parts: readonly Part[]][],
 *   tokens: string | readonly [kind: string, start: number, end: number, literal: readonly [type: string, value: string | readonly Part[]] | null][],
 * }} Facts
 * @typedef {{ path: string } & (Facts | { error: string })} Answer
 */

const SCRIPT = join(import.meta.dirname, "reference.py");
const BATCH = 400;

/** What an interpreter calls itself; null when there is none of that name. */
export function versionOf(python) {
  const { status, stdout, stderr } = spawnSync(python, ["--version"], { encoding: "utf8" });
  return status === 0 ? (stdout || stderr).trim() : null;
}

/**
 * Every file's facts, in the order of the paths. A process that dies costs the file on which it died.
 * @param {readonly string[]} paths
 * @returns {AsyncGenerator<Answer>}
 */
export async function* askPython(python, paths) {
  for (let at = 0; at < paths.length; ) {
    const batch = paths.slice(at, at + BATCH);
    let done = 0;
    for await (const answer of askBatch(python, batch)) {
      done += 1;
      yield answer;
    }
    const died = batch[done];
    if (died !== undefined) yield { path: died, error: "CPython itself died" };
    at += died === undefined ? done : done + 1;
  }
}

async function* askBatch(python, batch) {
  const child = spawn(python, ["-X", "utf8", SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  // A process that dies early closes the pipe; the answers that are missing say so.
  child.stdin.on("error", () => undefined);
  child.stdin.end(batch.map((path) => `${path}\n`).join(""));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
}
