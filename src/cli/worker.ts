/** A thread that lints the files it is given, one after the other, and says of each what came of it. */

import { parentPort, workerData } from "node:worker_threads";
import type { ThreadData } from "./jobs.ts";
import { lintOneWith } from "./lint-file.ts";
import type { Outcome, Task } from "./outcome.ts";
import { failedResult } from "./results.ts";

/** Each message wakes the other thread, in milliseconds. */
const RARELY = 100;

const { settings, started } = workerData as ThreadData;
const lint = lintOneWith(settings);

/** As text: what a rule of someone else's puts into a suggestion may not be copied as it is. */
function written(outcome: Outcome, path: string): string {
  try {
    return JSON.stringify(outcome);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return JSON.stringify({ ...outcome, result: failedResult(path, `the result cannot be written as JSON (${why})`), hasFailed: true });
  }
}

/** What a rule throws when nobody can catch it any more is to end the thread while it is its file's turn. */
const turn = () => new Promise<void>((done) => { setImmediate(done); });

async function lintAll(tasks: readonly Task[]): Promise<void> {
  let done: string[] = [];
  let said = performance.now();
  for (const task of tasks) {
    Atomics.add(started, 0, 1);
    done.push(written(await lint(task), task.path));
    await turn();
    if (performance.now() - said < RARELY) continue;
    parentPort?.postMessage(done);
    done = [];
    said = performance.now();
  }
  parentPort?.postMessage(done);
}

parentPort?.on("message", (tasks: readonly Task[]) => { void lintAll(tasks); });
parentPort?.postMessage([]);
