/** What the reasoning may ask about the templates of a file: what they print, where it stands, and what becomes of it there. */

import type { CodeFacts } from "./code.ts";
import type { CodeNode, Range } from "./node.ts";

/** Who runs a template. `kanban`: the browser, a template in the architecture of a view that the server hands out. */
export type TemplateEngine = "server" | "legacy-client" | "owl1" | "owl2" | "owl3" | "kanban" | "mail-jinja" | "mail-qweb";

/** How a value is printed; `t-att-*` and `t-attf-*` give it to one attribute, `t-att` to those that its own keys name, `jinja` is an expression in a text or an attribute. */
export type TemplateDirective = "t-raw" | "t-esc" | "t-out" | "t-field" | "t-att" | "t-att-*" | "t-attf-*" | "jinja";

/**
 * What becomes of the value. `raw`: it is printed as it is; `escaped`; `unmarked`: escaped, unless it is marked as markup; `field`: what the type
 * of the field, or a widget, makes of it; `nothing`: the engine knows no such directive.
 */
export type Printing = "raw" | "escaped" | "unmarked" | "field" | "nothing";

/** What a printed value stands in. */
export interface Surroundings {
  /** The type of the `<script>` around it, empty where it says none; null outside of one. */
  readonly script: string | null;
  readonly isInStyle: boolean;
  /** Whether it is part of what a name is set to, and printed once more with that name. */
  readonly isInSetBody: boolean;
  /** Whether the template is a report of plain text. */
  readonly isTextReport: boolean;
}

/** A filter of Jinja, without its arguments. */
export interface TemplateFilter {
  readonly name: string;
  readonly range: Range;
}

/** A place where a value is printed. */
export interface TemplateOutput {
  readonly directive: TemplateDirective;
  readonly prints: Printing;
  /** Where a finding stands: the attribute, the expression of Jinja. */
  readonly node: CodeNode;
  readonly element: CodeNode;
  /** The name of the element. */
  readonly tag: string;
  /** The attribute that gets the value (`href` of `t-att-href`); null for content, and for `t-att`. */
  readonly attribute: string | null;
  /** Where the directive's name is written, to be replaced by another one; null where it has none. */
  readonly nameRange: Range | null;
  readonly valueRange: Range;
  readonly within: Surroundings;
  /** In the order in which they are applied. */
  readonly filters: readonly TemplateFilter[];
  /** What is written in the same attribute before an expression of Jinja. */
  readonly lead: string;
  /** What is printed, a node of the template's code; null when it is no expression of the engine's language. A format is a text with holes. */
  value(): CodeNode | null;
  /** What says by which widget the value is printed, nodes of the template's code: its name by itself, and options of which it is one. */
  options(): { readonly widget: CodeNode | null; readonly options: CodeNode | null };
}

export interface Template {
  readonly node: CodeNode;
  readonly engine: TemplateEngine;
  /** As others call it: its own name, else its external id as it is written. */
  readonly name: string | null;
  /** In source order. */
  readonly outputs: readonly TemplateOutput[];
  /** Names that hold records of a certain model when the template begins. In its code they are instances of a class that says so. */
  readonly records: ReadonlyMap<string, string>;
  /**
   * The template as code: expressions in its engine's language at their exact place, names that it sets, its conditions and loops as control flow.
   * A name that nothing has set is the caller's. A name that is set to a body holds `RENDERED`. Nodes of the tree may be asked for their place, too.
   */
  readonly code: CodeFacts;
}

/** The path of what a body renders: markup whose own outputs are outputs of the template. */
export const RENDERED = "template:body";

export interface TemplateFacts {
  readonly language: "xml";
  /** The file's path as ESLint knows it. */
  readonly path: string;
  readonly text: string;
  templates(): readonly Template[];
}

/** What a report prints a template with. */
export interface TemplateReport {
  /** The model of its documents; null when it is not certain. */
  readonly model: string | null;
  readonly isText: boolean;
}

/** What has to be known from elsewhere to tell what a template is. */
export interface TemplateContext {
  /** The series of the framework; null when it is not known. */
  readonly series: number | null;
  /** The report that prints a template, by the template's name or external id as it is written; null when no certain one does. */
  reportOf(template: string): TemplateReport | null;
  /** The model that an external id, as it is written, stands for (`model_res_partner`). */
  modelNamed(id: string): string | null;
}
