/** The templates of an XML file: QWeb of the server and of the browser, and the templates of mails. */

import type { CodeFacts } from "../../facts/code.ts";
import type { Template, TemplateContext, TemplateEngine, TemplateFacts, TemplateOutput } from "../../facts/templates.ts";
import type { PlacedToken } from "./jinja-statements.ts";
import { JinjaFlow, jinjaOutputs, jinjaTokens } from "./jinja-template.ts";
import { markupIn } from "./nested-markup.ts";
import type { XMLElement } from "./nodes.ts";
import { QWebFlow } from "./qweb-flow.ts";
import { qwebOutputs } from "./qweb-outputs.ts";
import type { XMLSourceCode } from "./source-code.ts";
import { TemplateCode, type TemplateGraph } from "./template-code.ts";
import { languageOf, modulesOf } from "./template-engines.ts";
import { TemplateExpressions } from "./template-expressions.ts";
import type { Beginning } from "./template-flow.ts";
import { placedTemplates, type PlacedTemplate } from "./template-places.ts";

/** A file without one of these prints nothing. */
const PRINTS = /t-(?:raw|esc|out|field|att)|\$\{|#\{/;

export class XMLTemplates implements TemplateFacts {
  readonly language = "xml";
  readonly path: string;
  readonly text: string;
  readonly #source: XMLSourceCode;
  readonly #context: TemplateContext;
  #templates: readonly Template[] | null = null;

  constructor(source: XMLSourceCode, path: string, context: TemplateContext) {
    this.#source = source;
    this.path = path;
    this.text = source.text;
    this.#context = context;
  }

  templates(): readonly Template[] {
    this.#templates ??= PRINTS.test(this.text)
      ? placedTemplates(this.#source.ast, this.path, this.#context).map((placed) => new XMLTemplate(placed, this.#source, this.path, this.#context.series))
      : [];
    return this.#templates;
  }
}

class XMLTemplate implements Template {
  readonly node: XMLElement;
  readonly engine: TemplateEngine;
  readonly name: string | null;
  readonly records: ReadonlyMap<string, string>;
  readonly code: CodeFacts;
  readonly #expressions: TemplateExpressions;
  readonly #placed: PlacedTemplate;
  /** What the template is the content of; of one in a section of text, an element of ours. */
  readonly #content: XMLElement;
  readonly #series: number | null;
  #outputs: readonly TemplateOutput[] | null = null;
  #tokens: readonly PlacedToken[] | null = null;

  constructor(placed: PlacedTemplate, file: XMLSourceCode, path: string, series: number | null) {
    const language = languageOf(placed.engine);
    const source = placed.engine === "mail-qweb" ? nestedIn(file, placed.element) : file;
    this.#content = source === file ? placed.element : source.ast.root;
    this.node = placed.element;
    this.engine = placed.engine;
    this.name = placed.name;
    this.records = placed.records;
    this.#placed = placed;
    this.#series = series;
    this.#expressions = new TemplateExpressions(source, language, path);
    this.code = new TemplateCode({ element: placed.element, language, path, file, expressions: this.#expressions, graph: () => this.#graph() });
  }

  /** Tokens of Jinja; none for another engine. */
  get #jinja(): readonly PlacedToken[] {
    this.#tokens ??= this.engine === "mail-jinja" ? jinjaTokens(this.node, this.#expressions) : [];
    return this.#tokens;
  }

  get outputs(): readonly TemplateOutput[] {
    this.#outputs ??= this.engine === "mail-jinja"
      ? jinjaOutputs(this.#jinja, this.#expressions)
      : qwebOutputs({ element: this.#content, engine: this.engine, series: this.#series, isTextReport: this.#placed.isTextReport, expressions: this.#expressions });
    return this.#outputs;
  }

  #graph(): TemplateGraph {
    const beginning: Beginning = { element: this.node, records: this.records, modules: modulesOf(this.engine) };
    if (this.engine === "mail-jinja") return new JinjaFlow(this.#expressions, beginning).run(this.#jinja);
    return new QWebFlow(this.#expressions, beginning).run(this.#content, this.#placed.isWhole);
  }
}

/** The file's tree, or that of the one section in which a field has all its markup. */
function nestedIn(file: XMLSourceCode, field: XMLElement): XMLSourceCode {
  const content = field.children.filter((child) => child.type !== "XMLText" || child.value.trim() !== "");
  const [section, another] = content;
  return section?.type === "XMLCData" && !another ? (markupIn(file, section) ?? file) : file;
}
