/** One run of a program: the modules that it imports, and what it has done so far. */

import { DriverError, failed, type Step } from "../outcome.ts";

export type Modules = Readonly<Record<string, unknown>>;

/** Writes down what is run. */
export class Log {
  readonly steps: Step[] = [];
  /** What was begun without being awaited, as calls with a callback are. */
  readonly #open: Promise<unknown>[] = [];

  /** Adds a step, and throws what it failed with. */
  async add(running: Promise<Step>): Promise<void> {
    const step = await running;
    this.steps.push(step);
    if (step.kind === "error") throw new DriverError(step.message);
  }

  /** A refusal of the driver itself. */
  refuse(error: unknown, isBound: boolean): never {
    this.steps.push(failed(error, isBound));
    throw new DriverError(error instanceof Error ? error.message : String(error));
  }

  /** Calls back like a driver of Node when a function is given, else returns the promise. */
  settle<T>(result: Promise<T>, callback: unknown): Promise<T> | undefined {
    if (typeof callback !== "function") return result;
    const call = callback as (error: unknown, rows?: unknown) => void;
    this.#open.push(result.then((rows) => { call(null, rows); }, (error: unknown) => { call(error); }));
    return undefined;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#open);
  }
}

/** A module with a default export, for `import` and `require` alike. */
export const module = (names: Readonly<Record<string, unknown>>, main: unknown = names): unknown => ({ __esModule: true, default: main, ...names });
