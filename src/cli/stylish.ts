/** The report for people: each finding with its code, the path of its value, and what can be done. */

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { styleText } from "node:util";
import type { ESLint, Linter } from "eslint";
import { traceOf } from "../core/traces.ts";
import type { FileList } from "./files.ts";

type Style = Parameters<typeof styleText>[0];

export interface StylishOptions {
  readonly cwd: string;
  readonly color: boolean;
  readonly skipped: FileList["skipped"];
}

const WIDEST_LINE = 160;

/** The whole report, ending in a newline. */
export function stylish(results: readonly ESLint.LintResult[], options: StylishOptions): string {
  const paint = (style: Style, text: string) => (options.color ? styleText(style, text, { validateStream: false }) : text);
  const blocks = results.flatMap((result) => (result.messages.length > 0 ? [fileBlock(result, options.cwd, paint)] : []));
  return `${[...blocks, summary(results, options, paint)].join("\n")}\n`;
}

type Paint = (style: Style, text: string) => string;

function fileBlock(result: ESLint.LintResult, cwd: string, paint: Paint): string {
  const lines = sourceLines(result);
  const path = relative(cwd, result.filePath) || result.filePath;
  return result.messages.map((message) => findingBlock(message, { path, lines, file: result.filePath, paint })).join("\n");
}

function sourceLines(result: ESLint.LintResult): readonly string[] {
  try {
    return (result.source ?? result.output ?? readFileSync(result.filePath, "utf8")).split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

interface Context {
  readonly path: string;
  readonly file: string;
  readonly lines: readonly string[];
  readonly paint: Paint;
}

function findingBlock(message: Linter.LintMessage, { path, file, lines, paint }: Context): string {
  const head = `${paint("bold", `${path}:${message.line}:${message.column}`)}  ${paint(message.severity === 2 ? "red" : "yellow", message.fatal ? "cannot be read" : message.severity === 2 ? "error" : "warning")}  ${paint("dim", message.ruleId ?? "")}`;
  const out = [head.trimEnd(), `  ${message.message}`];
  out.push(...excerpt(message, lines, paint));
  if (message.ruleId !== null) {
    const steps = traceOf(file, message.ruleId, message.line, message.column);
    if (steps.length > 1) out.push(...steps.map((step) => paint("dim", `    line ${String(step.line).padEnd(4)} ${step.note.padEnd(36)} ${cut((lines[step.line - 1] ?? "").trim(), 80)}`)));
  }
  const help = helpFor(message);
  if (help !== "") out.push(`  ${paint("green", help)}`);
  return `${out.join("\n")}\n`;
}

function excerpt(message: Linter.LintMessage, lines: readonly string[], paint: Paint): readonly string[] {
  const line = lines[message.line - 1];
  if (line === undefined || line.trim() === "") return [];
  const shown = cut(line, WIDEST_LINE);
  const start = message.column - 1;
  const end = message.endLine === message.line && message.endColumn !== undefined ? message.endColumn - 1 : shown.length;
  const number = String(message.line).padStart(5);
  const marker = line.slice(0, start).replace(/[^\t]/g, " ") + "^".repeat(Math.max(1, Math.min(end, shown.length) - start));
  return [`${paint("dim", `${number} |`)} ${shown}`, `${" ".repeat(5)} ${paint("dim", "|")} ${paint("red", marker)}`];
}

function helpFor(message: Linter.LintMessage): string {
  const suggestions = message.suggestions ?? [];
  if (message.fix) return "fixable with --fix";
  return suggestions.length > 0 ? suggestions.map((one) => `suggestion: ${one.desc}`).join("\n  ") : "";
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function summary(results: readonly ESLint.LintResult[], { skipped }: StylishOptions, paint: Paint): string {
  const messages = results.flatMap((result) => result.messages);
  const byRule = new Map<string, number>();
  for (const { ruleId } of messages) if (ruleId !== null) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
  const broken = messages.filter((message) => message.fatal).length;
  const fixable = messages.filter((message) => message.fix).length;
  const lines = [
    messages.length === 0 ? paint("green", `No findings in ${plural(results.length, "file")}.`) : paint("bold", `${plural(messages.length - broken, "finding")} in ${plural(results.length, "file")}.`),
    ...[...byRule].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${String(count).padStart(5)}  ${rule}`),
    ...(broken > 0 ? [`${plural(broken, "file")} could not be read.`] : []),
    ...(fixable > 0 ? [`${plural(fixable, "finding")} can be repaired with --fix.`] : []),
    ...(skipped.folders + skipped.files > 0 ? [paint("dim", `Skipped ${plural(skipped.folders, "folder")} and ${plural(skipped.files, "file")} that nobody wrote by hand.`)] : []),
  ];
  return lines.join("\n");
}
