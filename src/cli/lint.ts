/** Lints files one by one, so that a bad one never costs another its findings, and repairs them. */

import type { ESLint, Linter as Eslint } from "eslint";
import { forgetTraces } from "../core/traces.ts";
import type { FileList } from "./files.ts";
import { lintersFor, type Linter } from "./linters.ts";
import type { Options } from "./options.ts";
import { asParsingError, failedResult, isParsingError, onlyOurs, resultWith, withoutPrefix } from "./results.ts";
import { isExact, meaningOf, rewrite, sourceOf, type Source } from "./source.ts";

export interface LintRun {
  readonly results: readonly ESLint.LintResult[];
  /** What could not be done, each with its file. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Files that a project's configuration leaves out. */
  readonly ignored: number;
  /** Whether some result says that its file could not be linted, for a reason that does not lie in its text. */
  readonly hasFailed: boolean;
}

type LintOptions = Pick<Options, "preset" | "rules" | "fix" | "fixDryRun">;

interface Outcome {
  readonly result: ESLint.LintResult | null;
  readonly problem?: string | null;
  readonly hasFailed?: boolean;
}

/** The results of all files, sorted as the list is; `onProgress` hears how many are done. */
export async function lint(list: FileList, options: LintOptions, onProgress: (done: number) => void): Promise<LintRun> {
  const linters = await lintersFor(list, options);
  const outcomes: Outcome[] = [];
  for (const file of list.files) {
    outcomes.push(await lintFile(file, linters.of(file), options));
    onProgress(outcomes.length);
  }
  return {
    results: outcomes.flatMap(({ result }) => result ?? []),
    problems: [...linters.problems, ...outcomes.flatMap(({ problem }) => problem ?? [])],
    notes: linters.notes,
    ignored: outcomes.filter(({ result }) => result === null).length,
    hasFailed: outcomes.some(({ hasFailed }) => hasFailed),
  };
}

async function lintFile(path: string, linter: Linter, options: LintOptions): Promise<Outcome> {
  const source = sourceOf(path);
  if ("why" in source) return { result: failedResult(path, source.isDenied ? source.why : asParsingError(source.why)), hasFailed: source.isDenied };
  const wantsFix = options.fix || options.fixDryRun;
  try {
    return wantsFix && linter.mayFix ? await repaired(source, linter, options) : { result: await found(source, linter) };
  } catch (error) {
    return failure(path, error);
  }
}

/** A rule that failed on the file, or a configuration that does not fit it. */
function failure(path: string, error: unknown): Outcome {
  const said = error instanceof Error ? error.message : String(error);
  const [first = ""] = said.split("\n");
  if (error instanceof RangeError && said.includes("call stack")) return { result: failedResult(path, asParsingError("this is nested too deeply to be read")) };
  const rule = /Rule: "([^"]+)"/.exec(said)?.[1];
  return { result: failedResult(path, rule === undefined ? `the file cannot be linted (${first})` : `${rule} failed on this file (${first}); please report it`), hasFailed: true };
}

/** The findings of a file as it lies there. */
async function found(source: Source, linter: Linter, fix = false): Promise<ESLint.LintResult | null> {
  forgetTraces(source.path);
  const result = await linter.lint(source.text, source.path, fix);
  if (!result) return null;
  const own = linter.isOurs ? onlyOurs(result) : result;
  const [only] = own.messages;
  return only && isParsingError(only) ? resultWith(own, [clearer(only, source, linter)]) : own;
}

/** The parser's message in our words, with a place in the file. */
function clearer(given: Eslint.LintMessage, source: Source, { isOurs }: Linter): Eslint.LintMessage {
  const { message, index } = meaningOf(withoutPrefix(given.message), source);
  return { ...given, message: asParsingError(message), ...(index === null ? placeOf(given, isOurs && !source.path.endsWith(".py")) : placeAt(source.text, index)) };
}

/** A place that counts from 1. typescript-eslint counts columns from 0, and ESLint passes on what a parser says. */
function placeOf(given: { line?: number; column?: number }, isFromZero: boolean): { line: number; column: number } {
  return { line: given.line ?? 1, column: Math.max(1, (given.column ?? 0) + (isFromZero ? 1 : 0)) };
}

function placeAt(text: string, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The file's result after its repairs; without them where they must not be written. */
async function repaired(source: Source, linter: Linter, { fix }: LintOptions): Promise<Outcome> {
  const result = await found(source, linter, true);
  if (result?.output === undefined) return { result };
  const why = objection(source, result) ?? (fix ? rewrite(source, result.output) : null);
  return why === null ? { result } : { result: await found(source, linter), problem: `${source.path}: ${why}` };
}

function objection(source: Source, { messages }: ESLint.LintResult): string | null {
  if (!isExact(source)) return "this is not UTF-8 text, so it is not rewritten";
  return messages.some(isParsingError) ? "a repair would break this file, so it is not rewritten; please report it" : null;
}
