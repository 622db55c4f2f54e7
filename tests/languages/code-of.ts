/** Facts and engine of a piece of code, made as the plugin makes them for a linted file. */

import { readFileSync } from "node:fs";
import { Linter, type Rule, type SourceCode } from "eslint";
import { fileOf, type LintedFile } from "../../src/core/file.ts";
import { settingsOf } from "../../src/core/settings.ts";
import pitfalls from "../../src/index.ts";

export type Language = "python" | "javascript" | "typescript" | "jsx";

const NAMES: Readonly<Record<Language, string>> = { python: "case.py", javascript: "case.js", typescript: "case.ts", jsx: "case.jsx" };
const linter = new Linter({ configType: "flat" });

/** The source code that ESLint hands to a rule. */
function sourceOf(text: string, language: Language): SourceCode {
  const found: SourceCode[] = [];
  const rule: Rule.RuleModule = { create: (context) => { found.push(context.sourceCode); return {}; } };
  const configs = pitfalls.configs.strict.map((config): Linter.Config => ({ ...config, plugins: { ...config.plugins, catch: { rules: { it: rule } } }, rules: { "catch/it": "error" } }));
  const messages = linter.verify(text, configs, { filename: NAMES[language] });
  const fatal = messages.find((message) => message.fatal);
  const [source] = found;
  if (fatal || !source) throw new Error(fatal ? `line ${fatal.line}: ${fatal.message} in ${text.slice(0, 100)}` : "no source code");
  return source;
}

/** A file's facts and engine, with the tree that ESLint walks. */
export function fileFrom(text: string, language: Language): LintedFile & { readonly source: SourceCode } {
  const source = sourceOf(text, language);
  const file = fileOf(source, NAMES[language], settingsOf({}, {}));
  if (!file) throw new Error(`no facts for ${language}`);
  return { ...file, source };
}

/** The specimens of each language: our own writing, with all that the language has. */
export const SPECIMENS: readonly { readonly language: Language; readonly name: string; readonly text: string }[] = ([
  ["python", "loans.py"], ["typescript", "bookings.ts"], ["jsx", "board.jsx"],
] as const).map(([language, name]) => ({ language, name, text: readFileSync(new URL(`../specimens/${name}`, import.meta.url), "utf8") }));
