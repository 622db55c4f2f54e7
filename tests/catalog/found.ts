/** What the rule finds in a program by a catalog of the test's own: a file is put together as `src/core/file.ts` does. */

import { Linter, type Rule, type SourceCode } from "eslint";
import type { SourceCode as TsSourceCode } from "@typescript-eslint/utils/ts-eslint";
import { vi } from "vitest";
import type { Framework } from "../../src/catalog/schema.ts";
import type { LintedFile } from "../../src/core/file.ts";
import { Catalog } from "../../src/core/knowledge.ts";
import type { CodeFacts } from "../../src/facts/code.ts";
import { Engine } from "../../src/flow/engine.ts";
import plugin from "../../src/index.ts";
import { JavaScriptFacts } from "../../src/languages/javascript/facts.ts";
import { PythonFacts } from "../../src/languages/python/facts.ts";
import { PythonSourceCode } from "../../src/languages/python/source-code.ts";
import rule from "../../src/rules/no-sql-concat.ts";
import type { Specimen } from "./specimens.ts";

const given = vi.hoisted((): { file: unknown } => ({ file: null }));
vi.mock("../../src/core/file.ts", () => ({ fileOf: () => given.file }));

export type Preset = "recommended" | "strict";

/** A finding: its line, its words (`foreign fix`), what its first repair makes of that line. */
export interface Found {
  readonly line: number;
  readonly words: string;
  readonly repaired: string | null;
}

const linter = new Linter({ configType: "flat" });
const known = new Map<Specimen, CodeFacts>();

/** The facts of a program, which no catalog changes. */
function factsOf(specimen: Specimen): CodeFacts {
  const facts = known.get(specimen) ?? readFacts(specimen);
  known.set(specimen, facts);
  return facts;
}

function readFacts({ code, file, name }: Specimen): CodeFacts {
  const [problem] = linter.verify(code, plugin.configs.recommended.map((config) => ({ ...config, rules: {} })), { filename: file });
  if (problem) throw new Error(`${name}: line ${problem.line}: ${problem.message}`);
  const source: unknown = linter.getSourceCode();
  return source instanceof PythonSourceCode ? new PythonFacts(source, file) : new JavaScriptFacts(source as Readonly<TsSourceCode>, file, () => null);
}

/** What is found in a specimen under a preset, when these frameworks are all there is. */
export function foundIn(specimen: Specimen, frameworks: readonly Framework[], preset: Preset): readonly Found[] {
  const code = factsOf(specimen);
  const catalog = new Catalog(frameworks, specimen.language);
  given.file = { code, catalog, engine: new Engine(code, catalog) } satisfies LintedFile;
  const found: Found[] = [];
  const context = {
    settings: { pitfalls: { preset } }, options: [], filename: specimen.file, sourceCode: {} as SourceCode,
    report: (report: Rule.ReportDescriptor) => { found.push(readReport(specimen, report)); },
  };
  rule.create(context as unknown as Rule.RuleContext)["Program:exit"]?.({} as never);
  return found.sort((a, b) => a.line - b.line || a.words.localeCompare(b.words));
}

function readReport({ code }: Specimen, report: Rule.ReportDescriptor): Found {
  const { loc, messageId, fix, suggest } = report as { loc: { start: { line: number } }; messageId: string; fix?: Rule.ReportFixer; suggest: readonly { fix: Rule.ReportFixer }[] };
  const repairs = [...(fix ? [fix] : []), ...suggest.map((one) => one.fix)];
  const [first] = repairs;
  const { line } = loc.start;
  const words = [messageId, ...(fix ? ["fix"] : []), ...suggest.map(() => "suggest")].join(" ");
  return { line, words, repaired: first ? (repairedText(code, first).split("\n")[line - 1] ?? null) : null };
}

interface Put { readonly range: readonly [number, number]; readonly text: string }

function repairedText(code: string, fix: Rule.ReportFixer): string {
  const fixer = { replaceTextRange: (range: readonly [number, number], text: string): Put => ({ range, text }) };
  const puts = [...(fix(fixer as unknown as Rule.RuleFixer) as unknown as Iterable<Put>)].sort((a, b) => b.range[0] - a.range[0]);
  return puts.reduce((text, { range: [start, end], text: put }) => text.slice(0, start) + put + text.slice(end), code);
}
