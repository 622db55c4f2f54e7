/** What the rules find in a program by a catalog of the test's own: a file is put together as `src/core/file.ts` does. */

import { Linter, type Rule } from "eslint";
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
import noOpenAccessRight from "../../src/rules/no-open-access-right.ts";
import noSqlConcat from "../../src/rules/no-sql-concat.ts";
import type { Specimen } from "./specimens.ts";

const given = vi.hoisted((): { file: unknown } => ({ file: null }));
vi.mock("../../src/core/file.ts", () => ({ fileOf: () => given.file }));

export type Preset = "recommended" | "strict";

/** A finding: its line, its words (`foreign fix`, `open update items`), what its first repair makes of that line. */
export interface Found {
  readonly line: number;
  readonly words: string;
  readonly repaired: string | null;
}

const linter = new Linter({ configType: "flat" });
const known = new Map<Specimen, CodeFacts>();
const catalogs = new WeakMap<readonly Framework[], Map<string, Catalog>>();

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

/** One catalog for each list of frameworks, which a test hands over once for each language. */
function catalogOf(frameworks: readonly Framework[], language: Specimen["language"]): Catalog {
  const own = catalogs.get(frameworks)?.get(language) ?? new Catalog(frameworks, language);
  catalogs.set(frameworks, (catalogs.get(frameworks) ?? new Map<string, Catalog>()).set(language, own));
  return own;
}

/** The facts of a program as if it had no calls and objects but those of one line; the reasoning behind them sees all. */
function onLine(code: CodeFacts, line: number): CodeFacts {
  const onIt = ({ node }: { readonly node: object }) => code.place(node).start.line === line;
  const calls = code.calls().filter(onIt);
  const objects = code.objects().filter(onIt);
  return new Proxy(code, {
    get: (target, name) => {
      if (name === "calls") return () => calls;
      if (name === "objects") return () => objects;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === "function" ? (own.bind(target) as unknown) : own;
    },
  });
}

/** What is found in a specimen, or on one line of it, under a preset, when these frameworks are all there is. */
export function foundIn(specimen: Specimen, frameworks: readonly Framework[], preset: Preset, line: number | null = null): readonly Found[] {
  const code = factsOf(specimen);
  const catalog = catalogOf(frameworks, specimen.language);
  given.file = { code: line === null ? code : onLine(code, line), catalog, engine: new Engine(code, catalog) } satisfies LintedFile;
  const found: Found[] = [];
  const context = {
    settings: { pitfalls: { preset } }, options: [], filename: specimen.file, sourceCode: {},
    report: (report: Rule.ReportDescriptor) => { found.push(readReport(specimen, report)); },
  };
  for (const rule of [noSqlConcat, noOpenAccessRight]) rule.create(context as unknown as Rule.RuleContext)["Program:exit"]?.({} as never);
  return found.sort((a, b) => a.line - b.line || a.words.localeCompare(b.words));
}

function readReport({ code }: Specimen, report: Rule.ReportDescriptor): Found {
  const { loc, messageId, data, fix, suggest } = report as { loc: { start: { line: number } }; messageId: string; data: Readonly<Record<string, string>>; fix?: Rule.ReportFixer; suggest: readonly { fix: Rule.ReportFixer }[] };
  const repairs = [...(fix ? [fix] : []), ...suggest.map((one) => one.fix)];
  const [first] = repairs;
  const { line } = loc.start;
  const words = [messageId, ...(messageId === "open" ? [data.operations] : []), ...(fix ? ["fix"] : []), ...suggest.map(() => "suggest")].join(" ");
  return { line, words, repaired: first ? (repairedText(code, first).split("\n")[line - 1] ?? null) : null };
}

interface Put { readonly range: readonly [number, number]; readonly text: string }

function repairedText(code: string, fix: Rule.ReportFixer): string {
  const fixer = { replaceTextRange: (range: readonly [number, number], text: string): Put => ({ range, text }) };
  const puts = [...(fix(fixer as unknown as Rule.RuleFixer) as unknown as Iterable<Put>)].sort((a, b) => b.range[0] - a.range[0]);
  return puts.reduce((text, { range: [start, end], text: put }) => text.slice(0, start) + put + text.slice(end), code);
}
