/** The templates behind the source code of an XML file, each with the engine that reasons about it. */

import type { SourceCode } from "eslint";
import { frameworks } from "../catalog/index.ts";
import { odoo } from "../catalog/python/odoo.ts";
import { clientTemplates, reports, SANITIZED, serverTemplates } from "../catalog/templates.ts";
import type { Framework } from "../catalog/schema.ts";
import type { CodeFacts } from "../facts/code.ts";
import type { DataRecord } from "../facts/records.ts";
import type { Template, TemplateContext, TemplateReport } from "../facts/templates.ts";
import type { Elsewhere } from "../flow/elsewhere.ts";
import { Engine } from "../flow/engine.ts";
import { XMLSourceCode } from "../languages/xml/source-code.ts";
import { XMLTemplates } from "../languages/xml/templates.ts";
import type { Program } from "../workspace/program.ts";
import { recordsOf } from "./data-file.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { Catalog } from "./knowledge.ts";
import { programOf } from "./programs.ts";
import type { Settings } from "./settings.ts";

export interface LintedTemplate {
  readonly template: Template;
  readonly engine: Engine;
}

const catalogs: Partial<Record<CodeFacts["language"], Catalog>> = {};

/** Empty for a file that is no XML or holds none. */
export function templatesOf(source: SourceCode, path: string, settings: Settings): readonly LintedTemplate[] {
  if (!((source as unknown) instanceof XMLSourceCode)) return [];
  const program = programOf(path, settings);
  const context: TemplateContext = { series: program.series, reportOf: (name) => reportOf(source, path, program, name), modelNamed: (id) => program.modelNamed(id) };
  return new XMLTemplates(source as unknown as XMLSourceCode, path, context).templates().map((template) => {
    const { language } = template.code;
    return { template, engine: new Engine(template.code, catalogFor(language), elsewhereFor(language, path, settings)) };
  });
}

/** What the models say that templates show. */
function elsewhereFor(language: CodeFacts["language"], path: string, settings: Settings): Elsewhere {
  const python = elsewhereOf(path, "python", settings);
  const fieldOf = (models: readonly string[], name: string) => {
    const field = python.fieldOf(models, name);
    return field?.isSanitized && language === "javascript" ? { ...field, declaration: `odoo.fields.${SANITIZED}` } : field;
  };
  return { ...python, module: () => null, fieldOf };
}

/** Records of models are the same in the browser's templates. */
function catalogFor(language: CodeFacts["language"]): Catalog {
  const records = withoutGuesses(odoo);
  const own = language === "python" ? [records, serverTemplates] : [{ ...records, language }, clientTemplates];
  return (catalogs[language] ??= new Catalog([...frameworks.filter((one) => one !== odoo), ...own], language));
}

/** Where the models of records are certain, what a field holds is asked of its model and not told from its name. */
const withoutGuesses = (one: Framework): Framework => ({
  ...one, rows: one.rows.map((row) => (row.family === "name" ? { ...row, from: row.from.filter((from) => !/\*_ids?$/.test(from)) } : row)),
});

/** The one report that prints a template; of several with different models the model is not certain. */
function reportOf(source: SourceCode, path: string, program: Program, template: string): TemplateReport | null {
  const facts = recordsOf(source, path);
  const id = program.fullId(template);
  const found = facts ? program.records(facts).filter(({ record }) => reports.models.includes(record.model) && program.fullId(firstText(record, reports.template)) === id) : [];
  if (found.length === 0) return null;
  const models = new Set(found.map(({ record }) => textOf(record, reports.of)));
  const [model = ""] = models;
  return { model: models.size === 1 && model !== "" ? model : null, isText: found.every(({ record }) => textOf(record, reports.type) === reports.text) };
}

const firstText = (record: DataRecord, names: readonly string[]): string => names.map((name) => textOf(record, name)).find((text) => text !== "") ?? "";

function textOf(record: DataRecord, name: string): string {
  const value = record.fields.get(name)?.value;
  return value?.kind === "text" ? value.text.trim() : "";
}
