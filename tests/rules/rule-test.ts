/** Tests of a rule: code with the expectations written under it, and what must be true of every repair. */

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../src/index.ts";

type Preset = "recommended" | "strict";

interface Shared {
  readonly name: string;
  readonly file?: string;
  /** The rule's options. */
  readonly options?: object;
  /** What `settings.pitfalls` says besides the preset. */
  readonly settings?: object;
}

/** Silent under `strict`, and so under `recommended`. */
export interface Valid extends Shared {
  readonly code: string;
  readonly preset?: Preset;
}

/**
 * Under a line of the code, `~~~ messageId` marks the columns of a finding on it and its message, `~~~> messageId` one that goes on below,
 * `^ messageId` one that has no width and stands before that column; words in quotes behind it must stand in the message.
 */
export interface Invalid extends Shared {
  readonly code: string;
  /** What `--fix` gives; the code itself where nothing is said. */
  readonly output?: string;
  /** What each suggestion gives, of all findings, in order; none where nothing is said. */
  readonly suggestions?: readonly string[];
  readonly preset?: Preset;
}

export interface Cases {
  readonly valid?: readonly Valid[];
  readonly invalid?: readonly Invalid[];
}

type Language = "python" | "javascript" | "typescript" | "csv" | "xml";

const FILES: Readonly<Record<Language, string>> = {
  python: "models/case.py", javascript: "src/case.js", typescript: "src/case.ts", csv: "security/ir.model.access.csv", xml: "security/security.xml",
};
const MARK = /^(\s*)(~+(>?)|\^) (\w+)(.*)$/;
const linter = new Linter({ configType: "flat" });

interface Expected {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number | null;
  readonly messageId: string;
  readonly words: readonly string[];
}

/** Code without its first line break and common indentation. */
export function code(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = String.raw(strings, ...values).replace(/^\n/, "").replace(/\n[ ]*$/, "\n").split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join("\n");
}

function read(source: string): { readonly text: string; readonly expected: readonly Expected[] } {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of source.split("\n")) {
    const mark = MARK.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const [, blank = "", drawn = "", goesOn, messageId = "", rest = ""] = mark;
    const column = blank.length + 1;
    const width = drawn === "^" ? 0 : drawn.length;
    expected.push({ line: lines.length, column, endColumn: goesOn === ">" ? null : column + width, messageId, words: [...rest.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word) });
  }
  return { text: lines.join("\n"), expected };
}

function configFor(rule: string, { options, settings }: Shared, preset: Preset): Linter.Config[] {
  return pitfalls.configs[preset].map((config) => ({
    ...config, rules: { [`pitfalls/${rule}`]: options ? ["error", options] : "error" }, settings: { pitfalls: { preset, ...settings } },
  }));
}

const withCrlf = (text: string) => text.replace(/\n/g, "\r\n");
const commentsIn = (text: string) => (text.match(/#.*|\/\/.*|\/\*[^]*?\*\//g) ?? []).map((comment) => comment.trim()).sort();

/** Tests a rule in each language that cases are given for. */
export function ruleTest(rule: string, languages: Readonly<Partial<Record<Language, Cases>>>): void {
  for (const [language, { valid = [], invalid = [] }] of Object.entries(languages) as [Language, Cases][]) {
    describe(language, () => {
      if (valid.length > 0) it.each(valid)("silent: $name", (one) => { checkValid(rule, language, one); });
      if (invalid.length > 0) it.each(invalid)("$name", (one) => { checkInvalid(rule, language, one); });
    });
  }
}

function checkValid(rule: string, language: Language, one: Valid): void {
  const found = linter.verify(one.code, configFor(rule, one, one.preset ?? "strict"), { filename: one.file ?? FILES[language] });
  expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
}

function checkInvalid(rule: string, language: Language, one: Invalid): void {
  const { text, expected } = read(one.code);
  const preset = one.preset ?? "recommended";
  const config = configFor(rule, one, preset);
  const filename = one.file ?? FILES[language];
  const found = linter.verify(text, config, { filename });
  expect(found.map(({ line, column, endLine, endColumn, messageId, message, fatal }) => (fatal ? message : { line, column, endColumn: endLine === line ? endColumn : null, messageId }))).toEqual(
    expected.map(({ line, column, endColumn, messageId }) => ({ line, column, endColumn, messageId })),
  );
  expected.forEach(({ words }, index) => { for (const word of words) expect(found[index]?.message).toContain(word); });
  const offers = offersIn(text, found);
  expect(offers).toEqual(one.suggestions ?? []);
  for (const offer of offers) expect(linter.verify(offer, config, { filename }).filter(({ fatal }) => fatal)).toEqual([]);
  // A script's own text may hold line ends; a file of data is the same whatever its ends.
  if (language === "csv" || language === "xml") expect(offersIn(withCrlf(text), linter.verify(withCrlf(text), config, { filename }))).toEqual(offers.map(withCrlf));
  checkFix(text, one.output ?? text, config, filename);
}

/** What each suggestion gives. */
const offersIn = (text: string, found: readonly Linter.LintMessage[]): readonly string[] =>
  found.flatMap(({ suggestions = [] }) => suggestions.map(({ fix: { range, text: put } }) => text.slice(0, range[0]) + put + text.slice(range[1])));

/** A fix gives what is said, changes nothing the second time, keeps every comment, and does the same with other line ends and a BOM. */
function checkFix(text: string, output: string, config: Linter.Config[], filename: string): void {
  const once = linter.verifyAndFix(text, config, { filename });
  expect(once.output).toBe(output);
  if (output === text) return;
  const twice = linter.verifyAndFix(output, config, { filename });
  expect(twice.output).toBe(output);
  expect(twice.messages.filter(({ fatal }) => fatal)).toEqual([]);
  expect(commentsIn(output)).toEqual(commentsIn(text));
  expect(linter.verifyAndFix(withCrlf(text), config, { filename }).output).toBe(withCrlf(output));
  expect(linter.verifyAndFix(`\uFEFF${text}`, config, { filename }).output).toBe(`\uFEFF${output}`);
}
