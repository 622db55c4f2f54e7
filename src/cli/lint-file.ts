/** Lints one file and tries its repairs, so that a bad one never costs another its findings. */

import type { ESLint, Linter as Eslint } from "eslint";
import { forgetTraces, tracesOf } from "../core/traces.ts";
import { languageOf } from "./file-language.ts";
import { lintersWith, type Linter, type LinterSettings } from "./linters.ts";
import type { LintAll, Outcome, Task } from "./outcome.ts";
import { asParsingError, failedResult, isParsingError, onlyOurs, resultWith, withoutPrefix } from "./results.ts";
import { digestOf, isExact, meaningOf, sourceOf, type Source } from "./source.ts";
import { stampOf } from "./stamp.ts";

export interface LintSettings extends LinterSettings {
  /** How many bytes of memory a thread has. */
  readonly memory: number;
}

/** Lints a file in this thread; never throws. */
export type LintOne = (task: Task) => Promise<Outcome>;

/** Lints files one by one in this thread. */
export function lintHere(settings: LintSettings): LintAll {
  const lint = lintOneWith(settings);
  return async (tasks, onDone) => {
    for (const [index, task] of tasks.entries()) onDone(index, await lint(task));
  };
}

/** What lints one file after another with the same linters. */
export function lintOneWith(settings: LintSettings): LintOne {
  const linterOf = lintersWith(settings);
  return async (task) => {
    const { path } = task;
    // Before the lint: what changes meanwhile makes the stamp too old, and never too new.
    const stamp = task.isStamped ? stampOf(path) : null;
    forgetTraces(path);
    const outcome = await lintFile(task, linterOf(task.kind), settings);
    return { traces: tracesOf(path), stamp, digest: null, problem: null, note: null, hasFailed: false, ...outcome };
  };
}

type Found = Pick<Outcome, "result"> & Partial<Outcome>;

async function lintFile({ path, kind, fix }: Task, linter: Linter, { memory }: LintSettings): Promise<Found> {
  const source = sourceOf(path, memory);
  if ("why" in source) return { result: failedResult(path, source.isDenied ? source.why : asParsingError(source.why)), hasFailed: source.isDenied };
  const { encoding } = source;
  const about = { digest: digestOf(source.bytes), note: encoding === null ? null : `${path}: the file is in ${encoding} and was read as such; it is never rewritten` };
  try {
    return { ...about, ...(fix && kind.mayFix ? await repaired(source, linter) : { result: await found(source, linter, false) }) };
  } catch (error) {
    return { ...about, ...failure(path, error) };
  }
}

/** A rule that failed on the file, or a configuration that does not fit it. */
function failure(path: string, error: unknown): Found {
  const said = error instanceof Error ? error.message : String(error);
  const [first = ""] = said.split("\n");
  if (error instanceof RangeError && said.includes("call stack")) return { result: failedResult(path, asParsingError("this is nested too deeply to be read")) };
  const rule = /Rule: "([^"]+)"/.exec(said)?.[1];
  return { result: failedResult(path, rule === undefined ? `the file cannot be linted (${first})` : `${rule} failed on this file (${first}); please report it`), hasFailed: true };
}

/** The findings of a file as it lies there, or as it would be after its repairs. */
async function found(source: Source, linter: Linter, fix: boolean): Promise<ESLint.LintResult | null> {
  forgetTraces(source.path);
  const given = await linter.lint(source.linted, source.path, fix);
  if (!given) return null;
  const result = given.source === undefined ? given : { ...given, source: source.text };
  const own = linter.isOurs ? onlyOurs(result) : result;
  const [only] = own.messages;
  return only && isParsingError(only) ? resultWith(own, [clearer(only, source, linter)]) : own;
}

/** The file's result after its repairs; without them where they must not be written. */
async function repaired(source: Source, linter: Linter): Promise<Found> {
  const result = await found(source, linter, true);
  const why = result?.output === undefined ? null : objection(source, result);
  return why === null ? { result } : { result: await found(source, linter, false), problem: `${source.path}: ${why}` };
}

function objection(source: Source, { messages }: ESLint.LintResult): string | null {
  if (!isExact(source)) return "this is not UTF-8 text, so it is not rewritten";
  return messages.some(isParsingError) ? "a repair would break this file, so it is not rewritten; please report it" : null;
}

/** The parser's message in our words, with a place in the file. */
function clearer(given: Eslint.LintMessage, source: Source, { isOurs }: Linter): Eslint.LintMessage {
  const { message, index } = meaningOf(withoutPrefix(given.message), source);
  return { ...given, message: asParsingError(message), ...(index === null ? placeOf(given, isOurs && languageOf(source.path) === "script") : placeAt(source.text, index)) };
}

/** A place that counts from 1. typescript-eslint counts columns from 0, and ESLint passes on what a parser says. */
function placeOf(given: { line?: number; column?: number }, isFromZero: boolean): { line: number; column: number } {
  return { line: given.line ?? 1, column: Math.max(1, (given.column ?? 0) + (isFromZero ? 1 : 0)) };
}

function placeAt(text: string, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
