/** Makes an ESLint rule of a check; the only file that knows ESLint's rule API. */

import type { Rule } from "eslint";
import { rights } from "../catalog/rights.ts";
import type { CodeNode, Place } from "../facts/node.ts";
import type { RecordFacts } from "../facts/records.ts";
import type { RightsVocabulary } from "../facts/rights.ts";
import type { Program } from "../workspace/program.ts";
import { recordsOf } from "./data-file.ts";
import { fileOf, type LintedFile } from "./file.ts";
import type { Finding, Repair } from "./finding.ts";
import { programOf } from "./programs.ts";
import { settingsOf, type OwnNames, type RuleOptions, type Settings } from "./settings.ts";
import { keepTrace } from "./traces.ts";
import { isTestPath } from "./test-paths.ts";
import { templatesOf, type LintedTemplate } from "./template-file.ts";

export interface RuleDefinition {
  readonly name: string;
  readonly languages: readonly (keyof typeof LANGUAGES)[];
  readonly meta: {
    readonly type: "problem" | "suggestion";
    readonly docs: { readonly description: string; readonly recommended: boolean; readonly cwe: readonly number[] };
    readonly fixable?: "code";
    readonly hasSuggestions?: boolean;
    readonly schema: Rule.RuleMetaData["schema"];
    readonly messages: Readonly<Record<string, string>>;
  };
  /** Whether the rule speaks of test files under `strict`. */
  readonly tests?: "strict" | "never";
  /** What it finds in code. */
  check?(context: CheckContext): Iterable<Finding>;
  /** What it finds in files of data. */
  checkRecords?(context: RecordContext): Iterable<Finding>;
  /** What it finds in a template. */
  checkTemplate?(context: TemplateContext): Iterable<Finding>;
}

export interface CheckContext extends LintedFile {
  readonly preset: Settings["preset"];
  readonly options: RuleOptions;
}

export interface RecordContext {
  readonly facts: RecordFacts;
  readonly program: Program;
  readonly rights: RightsVocabulary;
  readonly preset: Settings["preset"];
  readonly options: RuleOptions;
}

export interface TemplateContext extends LintedTemplate {
  /** The series of the framework; null when it is not known. */
  readonly series: number | null;
  readonly preset: Settings["preset"];
  readonly options: RuleOptions;
}

export type PitfallsRule = Rule.RuleModule & { readonly name: string };

const LANGUAGES = { javascript: "js/js", python: "pitfalls/python", xml: "pitfalls/xml", csv: "pitfalls/csv" } as const;
const DOCS = "https://www.npmjs.com/package/eslint-plugin-pitfalls?activeTab=code#docs-rules-";

export function defineRule(definition: RuleDefinition): PitfallsRule {
  const { meta } = definition;
  return {
    name: definition.name,
    meta: {
      ...meta,
      docs: { ...meta.docs, url: `${DOCS}${definition.name}` },
      messages: { ...meta.messages },
      // ESLint 10 refuses a rule on a language that it does not name.
      ...({ languages: definition.languages.map((language) => LANGUAGES[language]) } as object),
    },
    create: (context) => {
      const check = () => { report(context, definition); };
      return { "Program:exit": check, "Module:exit": check, "XMLDocument:exit": check, "CSVDocument:exit": check };
    },
  };
}

function report(context: Rule.RuleContext, definition: RuleDefinition): void {
  const settings = settingsOf(context.settings, (context.options[0] ?? {}) as OwnNames);
  const isTest = isTestPath(context.filename);
  if (isTest && (settings.preset !== "strict" || definition.tests === "never")) return;
  for (const { found, place } of findingsOf(context, definition, settings)) {
    for (const finding of found) reportFinding(context, definition, finding, place);
  }
}

interface Findings {
  readonly found: Iterable<Finding>;
  readonly place: (node: CodeNode) => Place;
}

/** What a rule finds in a file, whatever its language. */
function findingsOf({ sourceCode, filename, physicalFilename }: Rule.RuleContext, definition: RuleDefinition, settings: Settings): readonly Findings[] {
  const { preset, options } = settings;
  const records = definition.checkRecords ? recordsOf(sourceCode, physicalFilename) : null;
  if (records) {
    const context = { facts: records, program: programOf(physicalFilename, settings), rights, preset, options };
    return [{ found: definition.checkRecords?.(context) ?? [], place: (node) => records.place(node) }];
  }
  const templates = definition.checkTemplate ? templatesOf(sourceCode, physicalFilename, settings) : [];
  if (templates.length > 0) {
    const { series } = programOf(physicalFilename, settings);
    return templates.map((one) => ({ found: definition.checkTemplate?.({ ...one, series, preset, options }) ?? [], place: (node) => one.template.code.place(node) }));
  }
  const file = definition.check ? fileOf(sourceCode, filename, settings) : null;
  return file ? [{ found: definition.check?.({ ...file, preset, options }) ?? [], place: (node) => file.code.place(node) }] : [];
}

function reportFinding(context: Rule.RuleContext, { name, meta }: RuleDefinition, finding: Finding, place: Findings["place"]): void {
  const loc = place(finding.at);
  keepTrace(context.filename, name, { line: loc.start.line, column: loc.start.column + 1 }, finding.trace.map(({ node, note }) => {
    const { start, end } = place(node);
    return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1, note };
  }));
  const fix = finding.repairs.find((repair) => repair.kind === "fix");
  const suggestions = meta.hasSuggestions ? finding.repairs.filter((repair) => repair.kind === "suggestion") : [];
  context.report({
    loc: { start: { ...loc.start }, end: { ...loc.end } },
    messageId: finding.message,
    data: { ...finding.data },
    ...(fix ? { fix: (fixer) => applied(fixer, fix) } : {}),
    suggest: suggestions.map((repair) => ({ messageId: repair.message, data: { ...repair.data }, fix: (fixer) => applied(fixer, repair) })),
  });
}

const applied = (fixer: Rule.RuleFixer, repair: Repair): Rule.Fix[] =>
  repair.edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
