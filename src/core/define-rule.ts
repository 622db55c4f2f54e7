/** Makes an ESLint rule of a check; the only file that knows ESLint's rule API. */

import type { Rule } from "eslint";
import { fileOf, type LintedFile } from "./file.ts";
import type { Finding, Repair } from "./finding.ts";
import { settingsOf, type OwnNames, type Settings } from "./settings.ts";
import { keepTrace } from "./traces.ts";
import { isTestPath } from "./test-paths.ts";

export interface RuleDefinition {
  readonly name: string;
  readonly languages: readonly ("javascript" | "python")[];
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
  check(context: CheckContext): Iterable<Finding>;
}

export interface CheckContext extends LintedFile {
  readonly preset: Settings["preset"];
}

export type PitfallsRule = Rule.RuleModule & { readonly name: string };

const LANGUAGES = { javascript: ["js/js"], python: ["pitfalls/python"] } as const;
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
      ...({ languages: definition.languages.flatMap((language) => LANGUAGES[language]) } as object),
    },
    create: (context) => {
      const check = () => { report(context, definition); };
      return { "Program:exit": check, "Module:exit": check };
    },
  };
}

function report(context: Rule.RuleContext, definition: RuleDefinition): void {
  const settings = settingsOf(context.settings, (context.options[0] ?? {}) as OwnNames);
  const isTest = isTestPath(context.filename);
  if (isTest && (settings.preset !== "strict" || definition.tests === "never")) return;
  const file = fileOf(context.sourceCode, context.filename, settings);
  if (!file) return;
  for (const finding of definition.check({ ...file, preset: settings.preset })) reportFinding(context, definition, file, finding);
}

function reportFinding(context: Rule.RuleContext, { name, meta }: RuleDefinition, { code }: LintedFile, finding: Finding): void {
  const loc = code.place(finding.at);
  keepTrace(context.filename, name, { line: loc.start.line, column: loc.start.column + 1 }, finding.trace.map(({ node, note }) => {
    const { start, end } = code.place(node);
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
