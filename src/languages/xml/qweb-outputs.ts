/** Every place where a template in QWeb prints a value. */

import type { CodeNode, Range } from "../../facts/node.ts";
import type { Surroundings, TemplateDirective, TemplateEngine, TemplateOutput } from "../../facts/templates.ts";
import { contentOf, type XMLHost } from "./decode.ts";
import { XMLElement, type XMLAttribute } from "./nodes.ts";
import { addedDirective, directiveOf, isFormat, type PrintingAttribute } from "./qweb-directives.ts";
import { languageOf, printingOf } from "./template-engines.ts";
import type { TemplateExpressions } from "./template-expressions.ts";

/** A template whose outputs are looked for. */
export interface Printed {
  readonly element: XMLElement;
  readonly engine: TemplateEngine;
  readonly series: number | null;
  readonly isTextReport: boolean;
  readonly expressions: TemplateExpressions;
}

/** A directive where it is written. */
interface Written extends PrintingAttribute {
  readonly node: XMLAttribute;
  /** The name that a finding stands at is another's: an element that adds an attribute has it as a value. */
  readonly name: string;
  readonly nameRange: Range;
  readonly valueRange: Range;
  readonly host: XMLHost;
}

/** In source order; iterative, files may nest deeper than the stack. */
export function qwebOutputs(printed: Printed): readonly TemplateOutput[] {
  const outputs: TemplateOutput[] = [];
  const { element: root, isTextReport } = printed;
  const stack: { readonly element: XMLElement; readonly around: Surroundings }[] = [{ element: root, around: { script: null, isInStyle: false, isInSetBody: false, isTextReport } }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { element, around } = top;
    const within = withinTag(element, around);
    for (const written of writtenIn(element)) outputs.push(new QWebOutput(printed, element, within, written));
    const inner = element.attribute("t-set") && !element.attribute("t-value") ? { ...within, isInSetBody: true } : within;
    for (const child of element.children.toReversed()) if (child instanceof XMLElement) stack.push({ element: child, around: inner });
  }
  return outputs;
}

/** What is printed by an element stands in the element. */
export function withinTag(element: XMLElement, around: Surroundings): Surroundings {
  const tag = element.name.toLowerCase();
  if (tag === "script") return { ...around, script: element.get("type") ?? "" };
  return tag === "style" ? { ...around, isInStyle: true } : around;
}

function writtenIn(element: XMLElement): readonly Written[] {
  const written = element.attributes.flatMap((node): readonly Written[] => {
    const directive = directiveOf(node.name);
    return directive ? [{ ...directive, node, name: node.name, nameRange: node.nameRange, valueRange: node.valueRange, host: node }] : [];
  });
  const added = addedDirective(element);
  return added ? [...written, { ...added, node: added.name, name: added.name.value, nameRange: added.name.valueRange, valueRange: contentOf(added.host) }] : written;
}

class QWebOutput implements TemplateOutput {
  readonly directive: TemplateDirective;
  readonly prints: TemplateOutput["prints"];
  readonly node: XMLAttribute;
  readonly element: XMLElement;
  readonly attribute: string | null;
  readonly nameRange: Range;
  readonly valueRange: Range;
  readonly within: Surroundings;
  readonly filters = [];
  readonly lead = "";
  readonly #name: string;
  readonly #host: XMLHost;
  readonly #expressions: TemplateExpressions;
  readonly #hasWidgets: boolean;

  constructor({ engine, series, expressions }: Printed, element: XMLElement, within: Surroundings, written: Written) {
    this.directive = written.directive;
    this.prints = printingOf(engine, series, written.directive);
    this.node = written.node;
    this.element = element;
    this.attribute = written.attribute;
    this.nameRange = written.nameRange;
    this.valueRange = written.valueRange;
    this.within = within;
    this.#name = written.name;
    this.#host = written.host;
    this.#expressions = expressions;
    this.#hasWidgets = languageOf(engine) === "python";
  }

  get tag(): string {
    return this.element.name;
  }

  value(): CodeNode | null {
    return isFormat(this.#name) ? this.#expressions.format(this.#host).part : (this.#expressions.in(this.#host).parsed?.root ?? null);
  }

  /** Only the server's engine knows widgets; those with the directive's name are of series up to 10. */
  options(): { readonly widget: CodeNode | null; readonly options: CodeNode | null } {
    const written = (name: string) => (this.#hasWidgets ? this.element.attribute(name) : null);
    const root = (attribute: XMLAttribute | null | undefined) => (attribute ? (this.#expressions.in(attribute).parsed?.root ?? null) : null);
    return { widget: root(written("t-options-widget")), options: root(written("t-options") ?? written(`${this.directive}-options`)) };
  }
}
