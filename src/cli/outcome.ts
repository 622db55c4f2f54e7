/** What came of one file, in a form that travels between threads. */

import type { ESLint } from "eslint";
import type { TraceRows } from "../core/traces.ts";
import type { LinterKind } from "./plan.ts";

/** One file to lint. */
export interface Task {
  readonly path: string;
  readonly kind: LinterKind;
  /** Whether repairs are tried. */
  readonly fix: boolean;
  /** Whether the outcome is to carry the stamp of what it rests on. */
  readonly isStamped: boolean;
}

export interface Outcome {
  /** Null when the project's configuration leaves the file out. Nothing of it is written yet. */
  readonly result: ESLint.LintResult | null;
  readonly traces: TraceRows;
  /** Of the bytes that were linted; null when they could not be read. */
  readonly digest: string | null;
  /** Of what other files say; null when nobody asked, or it cannot be told. */
  readonly stamp: string | null;
  /** What could not be done. */
  readonly problem: string | null;
  /** What the user should know all the same. */
  readonly note: string | null;
  /** Whether the result says that the file could not be linted, for a reason that does not lie in its text. */
  readonly hasFailed: boolean;
}

/** Lints some files; hears each outcome with its task's index, in any order. */
export type LintAll = (tasks: readonly Task[], onDone: (index: number, outcome: Outcome) => void) => Promise<void>;
