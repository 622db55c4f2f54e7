/** Reads XML as ESLint does, for the tests. */

import { readFileSync } from "node:fs";
import { Linter, type Rule } from "eslint";
import { XMLLanguage } from "../../../src/languages/xml/language.ts";
import type { XMLNode, XMLNodeOf } from "../../../src/languages/xml/nodes.ts";
import type { XMLSourceCode } from "../../../src/languages/xml/source-code.ts";
import { childrenOf } from "../../../src/languages/xml/visitor-keys.ts";

const language = new XMLLanguage();

/** Specimens of our own writing. */
export const XML_SPECIMENS = ["loan_views.xml", "loan_rights.xml", "loan_automation.xml", "loan_templates.xml"].map((name) => ({ name, text: readFileSync(new URL(`../../specimens/${name}`, import.meta.url), "utf8") }));

/** What the language says about a text that lies nowhere. */
export const parsed = (text: string) => language.parse({ path: "case.xml", physicalPath: "/nowhere/case.xml", bom: false, body: text });

/** The source code of a well-formed text. */
export function sourceOf(text: string): XMLSourceCode {
  const file = { path: "case.xml", physicalPath: "/nowhere/case.xml", bom: false, body: text };
  const result = language.parse(file);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return language.createSourceCode(file, result);
}

/** Every node, parents first, in source order. */
export function nodesOf({ ast }: XMLSourceCode): readonly XMLNode[] {
  const nodes: XMLNode[] = [ast];
  for (const node of nodes) nodes.push(...childrenOf(node));
  return nodes.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** The first node of a type. */
export function first<K extends XMLNode["type"]>(source: XMLSourceCode, type: K): XMLNodeOf<K> {
  const node = nodesOf(source).find((one): one is XMLNodeOf<K> => one.type === type);
  if (!node) throw new Error(`no ${type}`);
  return node;
}

/** `line:column message` of the first fault; null for a well-formed text. */
export function faultIn(text: string): string | null {
  const result = parsed(text);
  const [error] = result.ok ? [] : result.errors;
  return error ? `${error.line}:${error.column} ${error.message}` : null;
}

/** What ESLint reports with one rule that shouts at every attribute `bad` and every text `bad`, as `line:column id`. */
export function reported(text: string, linterOptions: Linter.LinterOptions = { reportUnusedDisableDirectives: "off" }): readonly string[] {
  return verified(text, linterOptions).map((message) => `${message.line}:${message.column} ${message.ruleId ?? message.message}`);
}

const shout: Rule.RuleModule = {
  meta: { type: "problem", schema: [] },
  create: (context) => {
    // ESLint's own types know the nodes of JavaScript only.
    const report = (node: unknown) => { context.report({ node: node as Rule.Node, message: "bad" }); };
    return { 'XMLAttribute[name="bad"]': report, 'XMLText[value="bad"]': report };
  },
};

const configOf = (linterOptions: Linter.LinterOptions = {}): Linter.Config[] => [{
  files: ["**/*.xml"],
  plugins: { t: { meta: { name: "t", version: "1" }, languages: { xml: language }, rules: { no: shout, other: shout } } },
  language: "t/xml", rules: { "t/no": "error", "t/other": "off" }, linterOptions,
}];

export const verified = (text: string, linterOptions: Linter.LinterOptions = {}): Linter.LintMessage[] => new Linter({ configType: "flat" }).verify(text, configOf(linterOptions), "case.xml");
