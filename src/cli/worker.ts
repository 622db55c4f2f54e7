/** A thread that lints the files it is given, one after the other, and says of each what came of it. */

import { setImmediate as turn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { lintOneWith, type LintSettings } from "./lint-file.ts";
import type { Outcome, Task } from "./outcome.ts";
import { failedResult } from "./results.ts";

const lint = lintOneWith(workerData as LintSettings);

/** As text: what a rule of someone else's puts into a suggestion may not be copied as it is. */
function written(outcome: Outcome, path: string): string {
  try {
    return JSON.stringify(outcome);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return JSON.stringify({ ...outcome, result: failedResult(path, `the result cannot be written as JSON (${why})`), hasFailed: true });
  }
}

parentPort?.on("message", (tasks: readonly Task[]) => {
  void (async () => {
    for (const task of tasks) {
      const outcome = await lint(task);
      // What a rule throws when nobody can catch it any more is to end the thread while it is this file's turn.
      await turn();
      parentPort?.postMessage(written(outcome, task.path));
    }
  })();
});
parentPort?.postMessage("ready");
