/** Lints files in several threads. One that crashes costs the file it was at, and no other. */

import { Worker } from "node:worker_threads";
import { languageOf } from "./file-language.ts";
import type { LintSettings } from "./lint-file.ts";
import type { LintAll, Outcome, Task } from "./outcome.ts";
import { failedResult } from "./results.ts";
import { Shares } from "./shares.ts";

const MEGABYTE = 1024 ** 2;
/** For fewer files it isn't worth a second to start a thread. */
const FEWEST_FILES = 4;
/** What Node gives its main thread, and what it keeps of it in others, so that what is nested too deeply is so in every thread. */
const STACK = (984 + 192) / 1024;

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly settings: LintSettings;
  /** How many files it has begun: when it crashes, the last of them is the one it was at. */
  readonly started: Int32Array;
}

/** Lints in at most so many threads. Where none can be started, in this one. */
export const lintIn = (jobs: number, settings: LintSettings): LintAll => async (tasks, onDone) => {
  const count = Math.min(jobs, Math.ceil(tasks.length / FEWEST_FILES));
  const shares = new Shares(inOrder(tasks), count);
  await Promise.all(Array.from({ length: count }, (_, share) => new Seat(share, { tasks, shares, settings, onDone }).done));
  const left = shares.rest();
  if (left.length === 0) return;
  const { lintHere } = await import("./lint-file.ts");
  await lintHere(settings)(left.flatMap((index) => tasks[index] ?? []), (at, outcome) => { onDone(left[at] ?? 0, outcome); });
};

/** Scripts first: TypeScript takes a second to load, in each thread that needs it. */
function inOrder(tasks: readonly Task[]): readonly number[] {
  const [scripts, others] = [[], []] as [number[], number[]];
  for (const [index, { path }] of tasks.entries()) (languageOf(path) === "script" ? scripts : others).push(index);
  return [...scripts, ...others];
}

interface Work {
  readonly tasks: readonly Task[];
  readonly shares: Shares;
  readonly settings: LintSettings;
  readonly onDone: (index: number, outcome: Outcome) => void;
}

/** A thread and, when it crashes, its successor. */
class Seat {
  readonly done: Promise<void>;
  readonly #share: number;
  readonly #work: Work;
  /** What the thread has been given and not answered, in order. */
  #given: number[] = [];
  #leave: () => void = () => undefined;

  constructor(share: number, work: Work) {
    this.#share = share;
    this.#work = work;
    this.done = new Promise((leave) => { this.#leave = leave; });
    this.#start();
  }

  #start(): void {
    const { settings } = this.#work;
    const started = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const limits = { maxOldGenerationSizeMb: Math.ceil(settings.memory / MEGABYTE), stackSizeMb: STACK };
    // What a configuration prints when it is loaded has been printed once.
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { settings, started } satisfies ThreadData, resourceLimits: limits, stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    let why = "it ended";
    let answered = 0;
    worker.on("message", (outcomes: readonly string[]) => {
      answered += outcomes.length;
      for (const outcome of outcomes) this.#hear(JSON.parse(outcome) as Outcome);
      if (this.#given.length === 0) this.#give(worker);
    });
    worker.on("error", (error: unknown) => { why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error); });
    worker.on("exit", () => { this.#end(Atomics.load(started, 0) - answered, why); });
  }

  #hear(outcome: Outcome): void {
    const index = this.#given.shift();
    if (index !== undefined) this.#work.onDone(index, outcome);
  }

  #give(worker: Worker): void {
    const { tasks, shares } = this.#work;
    this.#given = [...shares.next(this.#share)];
    if (this.#given.length > 0) worker.postMessage(this.#given.flatMap((index) => tasks[index] ?? []));
    else void worker.terminate();
  }

  /** The thread is gone: because there was nothing left for it, or with `begun` files that it had not answered. */
  #end(begun: number, why: string): void {
    const [at] = this.#given.splice(Math.max(0, begun - 1), begun > 0 ? 1 : 0);
    this.#work.shares.giveBack(this.#share, this.#given);
    this.#given = [];
    const task = at === undefined ? undefined : this.#work.tasks[at];
    if (task) {
      this.#work.onDone(at ?? 0, crashed(task.path, why));
      this.#start();
    } else this.#leave();
  }
}

const crashed = (path: string, why: string): Outcome => ({
  result: failedResult(path, `the file cannot be linted (its thread crashed: ${why})`), hasFailed: true,
  traces: [], digest: null, stamp: null, problem: null, note: null,
});
