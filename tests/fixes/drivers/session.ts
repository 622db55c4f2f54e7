/** One run of a program: the modules that it imports, and what it has done so far. */

import { DriverError, type Step } from "../outcome.ts";

export type Modules = Readonly<Record<string, unknown>>;

/** Writes down what is run. */
export class Log {
  readonly steps: Step[] = [];
  /** What was begun, awaited by the program or not. */
  readonly #open: Promise<unknown>[] = [];

  /** Adds a step, and throws what it failed with. */
  add(running: Promise<Step>): Promise<void> {
    const added = running.then((step) => {
      this.steps.push(step);
      if (step.kind === "error") throw new DriverError(step.message);
    });
    this.#open.push(added);
    return added;
  }

  /** Calls back like a driver of Node when a function is given, else returns the promise. */
  settle<T>(result: Promise<T>, callback: unknown): Promise<T> | undefined {
    if (typeof callback !== "function") {
      // Its step is written down, whether the program waits for it or not.
      result.catch(() => undefined);
      return result;
    }
    const call = callback as (error: unknown, rows?: unknown) => void;
    this.#open.push(result.then((rows) => { call(null, rows); }, (error: unknown) => { call(error); }));
    return undefined;
  }

  async settled(): Promise<void> {
    // A call that comes out of a callback is begun while others are awaited.
    for (let count = -1; count < this.#open.length; ) {
      count = this.#open.length;
      await Promise.allSettled(this.#open);
    }
  }
}

/** A module with a default export, for `import` and `require` alike. */
export const module = (names: Readonly<Record<string, unknown>>, main: unknown = names): unknown => ({ __esModule: true, default: main, ...names });
