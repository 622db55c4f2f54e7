/** Facts and engine of a piece of code, made as the plugin makes them for a linted file, and the specimens of every language. */

import { readFileSync } from "node:fs";
import { Linter, type Rule, type SourceCode } from "eslint";
import { recordsOf } from "../../src/core/data-file.ts";
import { fileOf, type LintedFile } from "../../src/core/file.ts";
import { settingsOf } from "../../src/core/settings.ts";
import { templatesOf, type LintedTemplate } from "../../src/core/template-file.ts";
import type { RecordFacts } from "../../src/facts/records.ts";
import pitfalls from "../../src/index.ts";

export type Language = "python" | "javascript" | "typescript" | "jsx";

/** A file of our own writing. */
export interface Specimen {
  readonly name: string;
  /** Where it would lie in an addon; it decides the file's language. */
  readonly path: string;
  readonly text: string;
}

const NAMES: Readonly<Record<Language, string>> = { python: "case.py", javascript: "case.js", typescript: "case.ts", jsx: "case.jsx" };
const linter = new Linter({ configType: "flat" });

/** What ESLint says of a text when one more rule looks at it. */
export function lintedWith(rule: Rule.RuleModule, text: string, path: string): Linter.LintMessage[] {
  const configs = pitfalls.configs.strict.map((config): Linter.Config => ({ ...config, plugins: { ...config.plugins, catch: { rules: { it: rule } } }, rules: { "catch/it": "error" } }));
  return linter.verify(text, configs, { filename: path });
}

/** The source code that ESLint hands to a rule. */
export function sourceOf(text: string, path: string): SourceCode {
  const found: SourceCode[] = [];
  const messages = lintedWith({ create: (context) => { found.push(context.sourceCode); return {}; } }, text, path);
  const fatal = messages.find((message) => message.fatal);
  const [source] = found;
  if (fatal || !source) throw new Error(fatal ? `line ${fatal.line}: ${fatal.message} in ${text.slice(0, 100)}` : "no source code");
  return source;
}

/** A file's facts and engine, with the tree that ESLint walks. */
export function fileFrom(text: string, language: Language): LintedFile & { readonly source: SourceCode } {
  const source = sourceOf(text, NAMES[language]);
  const file = fileOf(source, NAMES[language], settingsOf({}, {}));
  if (!file) throw new Error(`no facts for ${language}`);
  return { ...file, source };
}

/** The records of a file of data. */
export function recordsFrom({ text, path }: Pick<Specimen, "text" | "path">): RecordFacts {
  const facts = recordsOf(sourceOf(text, path), path);
  if (!facts) throw new Error(`no records in ${path}`);
  return facts;
}

/** The templates of a file, as a series has them. */
export const templatesFrom = ({ text, path }: Specimen, series: number): readonly LintedTemplate[] => templatesOf(sourceOf(text, path), path, settingsOf({ pitfalls: { series } }, {}));

const specimen = (path: string): Specimen => {
  const name = path.replace(/^.*\//, "");
  return { name, path, text: readFileSync(new URL(`../specimens/${name}`, import.meta.url), "utf8") };
};

/** Of each language of code, with all that the language has. */
export const CODE: readonly (Specimen & { readonly language: Language })[] = [
  { ...specimen("models/loans.py"), language: "python" },
  { ...specimen("src/bookings.ts"), language: "typescript" },
  { ...specimen("src/board.jsx"), language: "jsx" },
];

export const DATA: readonly Specimen[] = [
  "views/loan_views.xml", "security/loan_rights.xml", "data/loan_automation.xml", "views/loan_templates.xml", "views/loan_cards.xml",
  "security/ir.model.access.csv", "data/workshop.order.stage.csv",
].map(specimen);

/** Files with templates, and a series in which they are run by different engines. */
export const TEMPLATES: readonly (Specimen & { readonly series: number })[] = [
  { ...specimen("views/loan_templates.xml"), series: 14 },
  { ...specimen("data/loan_automation.xml"), series: 16 },
  { ...specimen("views/loan_cards.xml"), series: 14 },
  { ...specimen("static/src/xml/loan_widgets.xml"), series: 14 },
  { ...specimen("static/src/xml/loan_widgets.xml"), series: 17 },
];

export const EVERY: readonly Specimen[] = [...CODE, ...DATA, specimen("static/src/xml/loan_widgets.xml")];
