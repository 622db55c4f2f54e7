/** Reads the templates of an XML file as a rule does, for the tests. */

import { frameworks } from "../../../src/catalog/index.ts";
import { Catalog } from "../../../src/core/knowledge.ts";
import type { Template, TemplateContext, TemplateOutput } from "../../../src/facts/templates.ts";
import { Engine } from "../../../src/flow/engine.ts";
import { XMLTemplates } from "../../../src/languages/xml/templates.ts";
import { printedValue } from "../printed.ts";
import { sourceOf } from "./reading.ts";

export interface Given extends Partial<TemplateContext> {
  readonly path?: string;
  /** What models declare: `case.visit.subject` → `odoo.fields.Char`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export function templatesOf(text: string, { path = "views/case.xml", series = 14, reportOf = () => null, modelNamed = () => null }: Given = {}): readonly Template[] {
  return new XMLTemplates(sourceOf(text), path, { series, reportOf, modelNamed }).templates();
}

/** `server notice_page` for each template. */
export const enginesOf = (text: string, given?: Given): readonly string[] => templatesOf(text, given).map(({ engine, name }) => `${engine} ${name ?? "?"}`);

/** `t-raw raw` and what is written as its value, for each output. */
export const outputsOf = (text: string, given?: Given): readonly string[] =>
  templatesOf(text, given).flatMap(({ outputs }) => outputs.map((one) => `${one.attribute === null ? one.directive : one.directive.replace("*", one.attribute)} ${one.prints} ${text.slice(...one.valueRange)}`));

/** The one output with a directive; of several the last. */
export function outputOf(text: string, given: Given = {}, directive = "t-raw"): { readonly template: Template; readonly output: TemplateOutput } {
  const found = templatesOf(text, given).flatMap((template) => template.outputs.filter((output) => output.directive === directive).map((output) => ({ template, output })));
  const last = found.at(-1);
  if (!last) throw new Error(`no ${directive}`);
  return last;
}

/** What the last output prints, as the engine sees it. */
export function valueOf(text: string, given: Given = {}, directive = "t-raw"): string {
  const { template: { code }, output } = outputOf(text, given, directive);
  const node = output.value();
  if (!node) return "no expression";
  const know = new Catalog(frameworks, code.language);
  const fieldOf = (models: readonly string[], name: string) => {
    const declaration = given.fields?.[`${models[0] ?? ""}.${name}`];
    return declaration === undefined ? null : { declaration, isSanitized: false, model: null };
  };
  const elsewhere = { ...new Engine(code, know).elsewhere, fieldOf };
  const value = new Engine(code, know, elsewhere).ask().valueOf(node);
  return printedValue(code, value);
}
