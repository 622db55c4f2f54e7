/** The templates of mails in Jinja: what they print, and the control flow of their statements. */

import type { CodeNode, Range } from "../../facts/node.ts";
import type { Printing, Surroundings, TemplateFilter, TemplateOutput } from "../../facts/templates.ts";
import type { XMLHost } from "./decode.ts";
import { statementsOf, type JinjaStatement, type PlacedToken } from "./jinja-statements.ts";
import { attributeAt, filteredIn, jinjaIn, type Filtered } from "./jinja-scan.ts";
import { XMLElement } from "./nodes.ts";
import { withinTag } from "./qweb-outputs.ts";
import { TemplatePart, type TemplateExpression, type TemplateExpressions } from "./template-expressions.ts";
import { DEEPEST, TemplateFlow } from "./template-flow.ts";

/** What is still to be looked through. */
interface Waiting {
  readonly node: XMLElement | XMLHost;
  readonly within: Surroundings;
}

const PLAIN: Surroundings = { script: null, isInStyle: false, isInSetBody: false, isTextReport: false };

/** All tokens in the content of a field, in source order. */
export function jinjaTokens(field: XMLElement, { source }: TemplateExpressions): readonly PlacedToken[] {
  const tokens: PlacedToken[] = [];
  const first = field.children[0];
  const stack: Waiting[] = contentOf(field, PLAIN);
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, within } = top;
    if (node instanceof XMLElement) {
      const inner = withinTag(node, within);
      stack.push(...contentOf(node, inner), ...node.attributes.map((attribute) => ({ node: attribute, within: inner })).reverse());
      continue;
    }
    const { parent } = node;
    if (parent.type !== "XMLElement") continue;
    const { text } = source.decoded(node);
    const found = jinjaIn(text, { startsLine: node === first, isLine: node.type === "XMLAttribute" });
    tokens.push(...found.map((token) => ({ token, host: node, element: parent, within })));
  }
  return tokens;
}

const contentOf = (element: XMLElement, within: Surroundings): Waiting[] =>
  element.children.flatMap((node) => (node.type === "XMLElement" || node.type === "XMLText" || node.type === "XMLCData" ? [{ node, within }] : [])).reverse();

/** What the tokens print. */
export const jinjaOutputs = (tokens: readonly PlacedToken[], expressions: TemplateExpressions): readonly TemplateOutput[] =>
  tokens.flatMap((placed) => {
    const { token, host } = placed;
    if (token.kind !== "output") return [];
    return filteredIn(expressions.source.decoded(host).text, token.range).map((filtered) => new JinjaOutput(placed, token.whole, filtered, expressions));
  });

class JinjaOutput implements TemplateOutput {
  readonly directive = "jinja";
  readonly prints: Printing;
  readonly node: CodeNode;
  readonly element: XMLElement;
  readonly attribute: string | null;
  readonly nameRange = null;
  readonly valueRange: Range;
  readonly within: Surroundings;
  readonly filters: readonly TemplateFilter[];
  readonly lead: string;
  readonly #expression: TemplateExpression;

  constructor({ host, element, within }: PlacedToken, whole: Range, { value, filters }: Filtered, expressions: TemplateExpressions) {
    const decoded = expressions.source.decoded(host);
    const range = decoded.sourceRange(whole);
    this.node = new TemplatePart({ kind: "opaque" }, range, decoded.text.slice(...whole));
    this.element = element;
    this.within = within;
    const around = host.type === "XMLAttribute" ? { name: host.name, lead: decoded.text.slice(0, whole[0]) } : attributeAt(decoded.text, whole[0]);
    this.attribute = around?.name ?? null;
    this.lead = around?.lead ?? "";
    this.filters = filters.map((filter) => ({ name: filter.name, range: decoded.sourceRange(filter.range) }));
    this.prints = isPrintedRaw(filters.map(({ name }) => name)) ? "raw" : "escaped";
    this.#expression = expressions.in(host, value);
    this.valueRange = this.#expression.decoded.range;
  }

  get tag(): string {
    return this.element.name;
  }

  value(): CodeNode | null {
    return this.#expression.parsed?.root ?? null;
  }

  options(): ReturnType<TemplateOutput["options"]> {
    return { widget: null, options: null };
  }
}

/** Filters that nothing but a number or text without markup comes out of. */
const CLEANING: ReadonlySet<string> = new Set(["forceescape", "urlencode", "tojson", "int", "float", "length", "count", "round", "abs", "wordcount"]);
const ESCAPING: ReadonlySet<string> = new Set(["e", "escape"]);

/** The one filter that marks a value as markup, unless it is escaped before. What is marked is not escaped by others that do so. */
function isPrintedRaw(filters: readonly string[]): boolean {
  const safe = filters.indexOf("safe");
  return safe >= 0 && !filters.slice(0, safe).some((name) => ESCAPING.has(name)) && !filters.some((name) => CLEANING.has(name));
}

export class JinjaFlow extends TemplateFlow {
  #depth = 0;

  run(tokens: readonly PlacedToken[]): this {
    this.#block(statementsOf(tokens));
    return this;
  }

  #block(block: readonly JinjaStatement[]): void {
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (const statement of block) this.#statement(statement);
    this.#depth -= 1;
  }

  #statement(statement: JinjaStatement): void {
    const { host } = statement.at;
    switch (statement.kind) {
      case "print":
        for (const { value } of filteredIn(this.expressions.source.decoded(host).text, statement.range)) this.evaluate(this.expressions.in(host, value));
        return;
      case "set": {
        const value = this.expressions.in(host, statement.value);
        this.evaluate(value);
        this.set(statement.name, this.#named(statement.name, value), value.parsed?.root ?? null);
        return;
      }
      case "for": {
        const list = this.expressions.in(host, statement.list);
        this.loop(statement.names, this.#named(statement.names.join(", "), list), list, () => { this.#block(statement.body); });
        return;
      }
      case "if":
        this.branch(this.expressions.in(host, statement.condition), () => { this.#block(statement.then); }, () => { this.#block(statement.otherwise); });
    }
  }

  #named(name: string, { decoded }: TemplateExpression): TemplatePart {
    return new TemplatePart({ kind: "opaque" }, decoded.range, name);
  }
}
