/** The control flow of QWeb: `t-if`, `t-foreach`, `t-set`, `t-call`, and what an element prints, in the order in which they happen. */

import { RENDERED } from "../../facts/templates.ts";
import type { XMLHost } from "./decode.ts";
import { XMLElement, type XMLAttribute } from "./nodes.ts";
import { addedDirective, directiveOf, isFormat, isOption } from "./qweb-directives.ts";
import { DEEPEST, TemplateFlow } from "./template-flow.ts";
import { TemplatePart } from "./template-expressions.ts";

const NAME = /^[A-Za-z_$][\w$]*$/;

export class QWebFlow extends TemplateFlow {
  #depth = 0;

  /** What a template does from its outermost element on; without it, of what stands in it. */
  run(element: XMLElement, isWhole: boolean): this {
    if (isWhole) this.#chain([element], 0);
    else this.#content(element);
    return this;
  }

  #content(parent: XMLElement): void {
    const elements = parent.children.filter((child) => child instanceof XMLElement);
    for (let at = 0; at < elements.length; ) {
      const chain = chainAt(elements, at);
      this.#deeper(() => { this.#chain(chain, 0); });
      at += chain.length;
    }
  }

  #deeper(walk: () => void): void {
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    walk();
    this.#depth -= 1;
  }

  /** Elements of which one at most is printed. */
  #chain(chain: readonly XMLElement[], at: number): void {
    const element = chain[at];
    if (!element) return;
    const condition = element.attribute("t-if") ?? element.attribute("t-elif");
    if (element.attribute("t-foreach")) this.#loop(element);
    else if (condition) this.branch(this.expressions.in(condition), () => { this.#element(element); }, () => { this.#deeper(() => { this.#chain(chain, at + 1); }); });
    // One whose `t-if` is not in sight.
    else if (at === 0 && element.attribute("t-else")) this.branch(null, () => { this.#element(element); }, () => undefined);
    else this.#element(element);
  }

  #loop(element: XMLElement): void {
    const list = element.attribute("t-foreach");
    const name = element.attribute("t-as");
    if (!list) return;
    const names = name && NAME.test(name.value) ? [name.value] : [];
    const condition = element.attribute("t-if");
    this.loop(names, name ?? list, this.expressions.in(list), () => {
      for (const one of names) this.setCounters(one, name ?? list);
      if (condition) this.branch(this.expressions.in(condition), () => { this.#element(element); }, () => undefined);
      else this.#element(element);
    });
  }

  #element(element: XMLElement): void {
    for (const attribute of element.attributes) this.#print(attribute.name, attribute);
    const added = addedDirective(element);
    if (added) this.#print(added.name.value, added.host);
    const name = element.attribute("t-set");
    if (name && NAME.test(name.value)) this.#set(element, name);
    else if (element.attribute("t-call")) this.#apart(element);
    else this.#content(element);
  }

  #print(name: string, host: XMLHost): void {
    if (!directiveOf(name) && !isOption(name)) return;
    if (isFormat(name)) this.#format(host);
    else this.evaluate(this.expressions.in(host));
  }

  #format(host: XMLHost): TemplatePart {
    const { part, holes } = this.expressions.format(host);
    this.evaluatePart(part, holes);
    return part;
  }

  #set(element: XMLElement, name: XMLAttribute): void {
    const value = element.attribute("t-value");
    const format = element.attribute("t-valuef");
    if (value) {
      const expression = this.expressions.in(value);
      this.evaluate(expression);
      this.set(name.value, name, expression.parsed?.root ?? null);
    } else if (format) this.set(name.value, name, this.#format(format));
    else {
      this.#content(element);
      this.set(name.value, name, bodyOf(element, this.expressions.source.text));
    }
  }

  /** What the content of a call sets is the called template's only. */
  #apart(element: XMLElement): void {
    const around = this.flow.current;
    this.#content(element);
    this.flow.join(around, around);
  }
}

/** What a name is set to by the content of an element: a text where there is nothing else. */
function bodyOf(element: XMLElement, file: string): TemplatePart {
  const content = element.children.filter((child) => child.type !== "XMLComment");
  const isText = content.every((child) => child.type === "XMLText");
  const text = content.map((child) => file.slice(...child.range)).join("");
  return new TemplatePart(isText ? { kind: "text", value: text } : { kind: "module", path: RENDERED }, element.range, element.get("t-set") ?? "");
}

/** An element with `t-if` and those behind it that are printed in its place. */
function chainAt(elements: readonly XMLElement[], at: number): readonly XMLElement[] {
  const [first, ...others] = elements.slice(at, at + DEEPEST);
  if (!first) return [];
  if (!first.attribute("t-if") || first.attribute("t-foreach")) return [first];
  const end = others.findIndex((one) => !one.attribute("t-elif") && !one.attribute("t-else"));
  return [first, ...others.slice(0, end < 0 ? others.length : end)];
}
