/** The report for people: each finding with its code, the path of its value, and what can be done. */

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { styleText } from "node:util";
import type { ESLint, Linter } from "eslint";
import { traceOf } from "../core/traces.ts";
import { cut, excerptOf, linesOf, onOneLine, visible } from "./excerpt.ts";
import type { FileList } from "./files.ts";
import { isParsingError, withoutPrefix } from "./results.ts";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const WIDEST_NOTE = 60;

export interface StylishOptions {
  readonly cwd: string;
  readonly color: boolean;
  /** How many files were linted; results may be those with something to say only. */
  readonly linted: number;
  readonly skipped: FileList["skipped"];
  readonly ignored: number;
  /** Errors that the team has accepted. */
  readonly accepted: number;
  /** Whether repairs were written or only tried. */
  readonly isDry: boolean;
}

/** The whole report, ending in a newline. */
export function stylish(results: readonly ESLint.LintResult[], options: StylishOptions): string {
  const paint: Paint = (style, text) => (options.color ? styleText(style, text, { validateStream: false }) : text);
  const blocks = results.flatMap((result) => (result.messages.length > 0 ? [fileBlock(result, options.cwd, paint)] : []));
  return `${[...blocks, summary(results, options, paint)].join("\n")}\n`;
}

function fileBlock(result: ESLint.LintResult, cwd: string, paint: Paint): string {
  const lines = sourceLines(result);
  const path = onOneLine(shortest(result.filePath, cwd));
  return result.messages.map((message) => (message.fatal ? fatalLine(message, path, paint) : findingBlock(message, { path, lines, file: result.filePath, paint }))).join("\n");
}

function shortest(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path !== "" && path.length <= file.length ? path : file;
}

function sourceLines({ source, output, filePath }: ESLint.LintResult): readonly string[] {
  try {
    return linesOf(source ?? output ?? readFileSync(filePath, "utf8"), filePath);
  } catch {
    return [];
  }
}

const headOf = (message: Linter.LintMessage, path: string, paint: Paint) =>
  `${paint("bold", `${path}:${message.line}:${message.column}`)}  ${paint(message.severity === 2 ? "red" : "yellow", isParsingError(message) ? "cannot be read" : message.severity === 2 ? "error" : "warning")}`;

/** What is wrong with a file as a whole takes one line. */
const fatalLine = (message: Linter.LintMessage, path: string, paint: Paint) =>
  `${headOf(message, path, paint)}: ${onOneLine(withoutPrefix(message.message))}\n`;

interface Context {
  readonly path: string;
  readonly file: string;
  readonly lines: readonly string[];
  readonly paint: Paint;
}

function findingBlock(message: Linter.LintMessage, { path, file, lines, paint }: Context): string {
  const head = `${headOf(message, path, paint)}  ${paint("dim", message.ruleId ?? "")}`;
  const out = [head.trimEnd(), `  ${visible(message.message)}`];
  const excerpt = excerptOf(message, lines);
  if (excerpt) {
    const number = String(message.line).padStart(5);
    out.push(`${paint("dim", `${number} |`)} ${excerpt.line}`, `${" ".repeat(number.length)} ${paint("dim", "|")} ${paint("red", excerpt.marker)}`);
  }
  const steps = message.ruleId === null ? [] : traceOf(file, message.ruleId, message.line, message.column);
  const width = Math.min(WIDEST_NOTE, Math.max(...steps.map(({ note }) => note.length)));
  if (steps.length > 1) out.push(...steps.map(({ line, note }) => paint("dim", `    line ${String(line).padEnd(4)} ${visible(note).padEnd(width)} ${visible(cut((lines[line - 1] ?? "").trim(), 80))}`)));
  out.push(...helpFor(message).map((help) => `  ${paint("green", help)}`));
  return `${out.join("\n")}\n`;
}

function helpFor({ fix, suggestions = [] }: Linter.LintMessage): readonly string[] {
  return fix ? ["fixable with --fix"] : suggestions.map(({ desc }) => `suggestion: ${visible(desc)}`);
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function summary(results: readonly ESLint.LintResult[], { cwd, linted, skipped, ignored, accepted, isDry }: StylishOptions, paint: Paint): string {
  const messages = results.flatMap((result) => result.messages);
  const byRule = new Map<string, number>();
  for (const { ruleId } of messages) if (ruleId !== null) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
  const findings = messages.filter(({ fatal }) => !fatal).length;
  const broken = results.filter(({ fatalErrorCount }) => fatalErrorCount > 0).length;
  const fixable = messages.filter(({ fix }) => fix).length;
  const repaired = results.filter(({ output }) => output !== undefined);
  const files = plural(linted, "file");
  const lines = [
    messages.length === 0 ? paint("green", `No findings in ${files}.`) : paint("bold", `${plural(findings, "finding")} in ${files}.`),
    ...[...byRule].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${String(count).padStart(5)}  ${rule}`),
    ...(broken > 0 ? [`${plural(broken, "file")} could not be linted.`] : []),
    ...(repaired.length > 0 ? [`${plural(repaired.length, "file")} ${isDry ? "would be repaired; nothing was written:" : `${repaired.length === 1 ? "was" : "were"} repaired.`}`] : []),
    ...(isDry ? repaired.map(({ filePath }) => `  ${onOneLine(shortest(filePath, cwd))}`) : []),
    ...(fixable > 0 ? [`${plural(fixable, "finding")} can be repaired with --fix.`] : []),
    ...(accepted > 0 ? [paint("dim", `${plural(accepted, "finding")} accepted by the suppressions file.`)] : []),
    ...(ignored > 0 ? [paint("dim", `${plural(ignored, "file")} left out by the project's configuration.`)] : []),
    ...(skipped.folders + skipped.files > 0 ? [paint("dim", `Skipped ${plural(skipped.folders, "folder")} and ${plural(skipped.files, "file")} that nobody wrote by hand.`)] : []),
  ];
  return lines.join("\n");
}
