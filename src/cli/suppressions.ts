/** Errors that a team has accepted, counted by file and rule as ESLint counts them and in its file. */

import { existsSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { ESLint, Linter } from "eslint";
import { reason } from "./files.ts";
import type { LintRun } from "./lint.ts";
import { UsageError, type Options } from "./options.ts";
import { resultWith } from "./results.ts";
import { writeWhole } from "./whole-file.ts";

type Counts = Record<string, { count: number }>;
type Table = Record<string, Counts>;

export type SuppressionOptions = Pick<Options, "suppressAll" | "pruneSuppressions" | "passOnUnprunedSuppressions" | "suppressionsLocation">;

export interface Suppressed {
  readonly results: readonly ESLint.LintResult[];
  /** How many errors are accepted. */
  readonly accepted: number;
  readonly problems: readonly string[];
}

export type Suppress = (run: Pick<LintRun, "results" | "isRun">) => Suppressed;

const DEFAULT = "eslint-suppressions.json";
// ESLint's words.
const UNUSED = "There are suppressions left that do not occur anymore. To resolve this, re-run the command with `--prune-suppressions` to remove unused suppressions. To ignore unused suppressions, use `--pass-on-unpruned-suppressions`.";

/** What accepts errors in a run over files below `root`; throws a UsageError when the file cannot be used. */
export function suppressing(options: SuppressionOptions, root: string, cwd: string): Suppress {
  const { suppressAll, pruneSuppressions, suppressionsLocation } = options;
  const file = suppressionsLocation === null ? resolve(root, DEFAULT) : resolve(cwd, suppressionsLocation);
  const exists = existsSync(file);
  if (!exists && suppressionsLocation !== null && !suppressAll) throw new UsageError(`${suppressionsLocation}: the suppressions file does not exist; --suppress-all creates it`);
  if (!exists && !suppressAll) return ({ results }) => ({ results, accepted: 0, problems: [] });
  const table = exists ? tableIn(file) : {};
  const nameOf = (path: string) => relative(root, path).split(sep).join("/");
  return ({ results, isRun }) => {
    if (suppressAll) addAll(table, results, nameOf);
    const applied = results.map((result) => applyTo(result, table[nameOf(result.filePath)] ?? {}, isRun));
    const unused = new Map(applied.map(({ result, unused: left }) => [nameOf(result.filePath), left]));
    if (pruneSuppressions) prune(table, unused, (name) => existsSync(resolve(root, name)));
    const isLeft = !pruneSuppressions && !options.passOnUnprunedSuppressions && [...unused.values()].some(({ size }) => size > 0);
    return {
      results: applied.map(({ result }) => result),
      accepted: applied.reduce((sum, { accepted }) => sum + accepted, 0),
      problems: [...(suppressAll || pruneSuppressions ? written(file, table) : []), ...(isLeft ? [UNUSED] : [])],
    };
  };
}

function tableIn(file: string): Table {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: the suppressions cannot be read (${error instanceof SyntaxError ? "this is no JSON" : reason(error)})`);
  }
  if (!isTable(found)) throw new UsageError(`${file}: the suppressions cannot be read (this is not what --suppress-all writes)`);
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isTable = (value: unknown): value is Table =>
  isObject(value) && Object.values(value).every((counts) => isObject(counts) && Object.values(counts).every((one) => isObject(one) && typeof one["count"] === "number"));

/** Errors that a rule has made; warnings fail nothing. */
function countsIn(messages: readonly Linter.LintMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, ruleId } of messages) if (severity === 2 && ruleId !== null) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

function addAll(table: Table, results: readonly ESLint.LintResult[], nameOf: (path: string) => string): void {
  for (const { filePath, messages } of results) {
    for (const [rule, count] of countsIn(messages)) (table[nameOf(filePath)] ??= {})[rule] = { count };
  }
}

interface Applied {
  readonly result: ESLint.LintResult;
  readonly accepted: number;
  /** How many more of a rule were accepted than there are. */
  readonly unused: ReadonlyMap<string, number>;
}

/** A rule with more errors than were accepted reports all of them: nobody can say which of them is new. */
function applyTo(result: ESLint.LintResult, suppressed: Counts, isRun: LintRun["isRun"]): Applied {
  const counts = countsIn(result.messages);
  const isFatal = result.messages.some(({ fatal }) => fatal === true);
  // A rule that was not run, or could not be, says nothing of what it had found.
  const rules = Object.entries(suppressed).map(([rule, { count }]) => ({ rule, count, found: counts.get(rule) ?? 0 })).filter(({ rule }) => !isFatal && isRun(result.filePath, rule));
  const unused = new Map(rules.filter(({ count, found }) => found < count).map(({ rule, count, found }) => [rule, count - found]));
  const sufficient = new Set(rules.filter(({ count, found }) => found > 0 && found <= count).map(({ rule }) => rule));
  const accepted = new Set([...counts.keys()].filter((rule) => sufficient.has(rule)));
  if (accepted.size === 0) return { result, accepted: 0, unused };
  const isAccepted = ({ ruleId }: Linter.LintMessage) => ruleId !== null && accepted.has(ruleId);
  const hidden = [...accepted].flatMap((rule) => result.messages.filter(({ ruleId }) => ruleId === rule)).map((message) => ({ ...message, suppressions: [{ kind: "file", justification: "" }] }));
  const rest = resultWith(result, result.messages.filter((message) => !isAccepted(message)));
  return { result: { ...rest, suppressedMessages: [...result.suppressedMessages, ...hidden] }, accepted: hidden.length, unused };
}

/** Takes the unused ones out of the table, and files that are gone. */
function prune(table: Table, unused: ReadonlyMap<string, ReadonlyMap<string, number>>, isThere: (name: string) => boolean): void {
  for (const [name, counts] of Object.entries(table)) {
    for (const [rule, left] of unused.get(name) ?? []) {
      const one = counts[rule];
      if (one) one.count -= left;
    }
    const rest = Object.entries(counts).filter(([, { count }]) => count > 0);
    if (rest.length > 0 && isThere(name)) table[name] = Object.fromEntries(rest);
    else Reflect.deleteProperty(table, name);
  }
}

/** Writes the table, byte for byte as ESLint does; says why not when it cannot. */
function written(file: string, table: Table): readonly string[] {
  const sorted = <T>(rows: Record<string, T>) => Object.fromEntries(Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1)));
  const text = JSON.stringify(sorted(Object.fromEntries(Object.entries(table).map(([name, counts]) => [name, sorted(counts)]))), null, 2);
  try {
    writeWhole(file, text === "{}" ? "{\n}" : text);
    return [];
  } catch (error) {
    return [`${file}: the suppressions cannot be written (${reason(error)})`];
  }
}
