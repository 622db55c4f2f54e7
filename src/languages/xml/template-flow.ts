/** What the control flow of every template is made of: expressions that are evaluated, names that are set, loops over elements. */

import { FlowBuilder } from "../../facts/flow-builder.ts";
import type { FlowNode } from "../../facts/flow.ts";
import type { CodeNode } from "../../facts/node.ts";
import type { View } from "../../facts/view.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";
import type { TemplateGraph } from "./template-code.ts";
import { TemplatePart, type TemplateExpression, type TemplateExpressions } from "./template-expressions.ts";
import { recordsOf } from "./template-records.ts";

/** What lies deeper is taken as if it stood at the template's beginning: no hand-written template comes near. */
export const DEEPEST = 200;
const TRUTH: View = { kind: "arithmetic", operands: [], result: "boolean" };

/** What a template begins with. */
export interface Beginning {
  readonly element: XMLElement;
  /** The models of names that hold records. */
  readonly records: ReadonlyMap<string, string>;
  /** The modules that names stand for. */
  readonly modules: ReadonlyMap<string, string>;
}

export class TemplateFlow implements TemplateGraph {
  readonly flow = new FlowBuilder(null);
  readonly points = new Map<TemplateExpression | TemplatePart, FlowNode>();
  protected readonly expressions: TemplateExpressions;

  constructor(expressions: TemplateExpressions, { element, records, modules }: Beginning) {
    this.expressions = expressions;
    const range = element.startTag;
    for (const [name, path] of modules) this.flow.write({ place: name, node: new TemplatePart({ kind: "opaque" }, range, name), source: { kind: "import", path } });
    for (const [name, model] of records) {
      const node = recordsOf(model, name, range);
      this.flow.write({ place: name, node, source: { kind: "entered", node } });
    }
  }

  /** An expression is evaluated here, and may change what its calls are handed. */
  protected evaluate(expression: TemplateExpression): void {
    this.points.set(expression, this.flow.current);
    const { text } = expression.decoded;
    for (const [name] of text.matchAll(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu)) this.flow.touch(name);
    if (!text.includes("(")) return;
    for (const { node } of expression.parsed?.facts.calls() ?? []) this.flow.call(node);
  }

  /** The same of a text with holes. */
  protected evaluatePart(part: TemplatePart, holes: readonly TemplateExpression[]): void {
    this.points.set(part, this.flow.current);
    for (const hole of holes) this.evaluate(hole);
  }

  protected branch(condition: TemplateExpression | null, then: () => void, otherwise: () => void): void {
    const test = condition?.parsed?.root;
    if (condition) this.evaluate(condition);
    this.flow.branch(
      () => { if (test) this.flow.test(test, true); then(); },
      () => { if (test) this.flow.test(test, false); otherwise(); },
    );
  }

  /** `node` is what the name is set by; null for a value that nobody can read. */
  protected set(name: string, node: CodeNode, value: CodeNode | null): void {
    this.flow.write({ place: name, node, source: value ? { kind: "value", node: value } : { kind: "unknown" } });
  }

  /** `names`: what an element is taken apart into; null for what cannot be told. */
  protected loop(names: readonly string[], node: CodeNode, list: TemplateExpression, body: () => void): void {
    this.evaluate(list);
    const of = list.parsed?.root;
    this.flow.loop({
      body: () => {
        names.forEach((place, index) => {
          this.flow.write({ place, node, source: of ? { kind: "element", of } : { kind: "unknown" }, path: names.length > 1 ? [{ kind: "position", index }] : [] });
        });
        body();
      },
      leave: () => undefined,
    });
  }

  /** Counters and the like that a loop sets beside its element. */
  protected setCounters(name: string, node: XMLAttribute): void {
    const { range } = node;
    const counter = (suffix: string, view: View) => { this.set(`${name}_${suffix}`, node, new TemplatePart(view, range, `${name}_${suffix}`)); };
    const number: View = { kind: "arithmetic", operands: [new TemplatePart({ kind: "opaque" }, range, name)], result: "number" };
    for (const suffix of ["index", "size"]) counter(suffix, number);
    for (const suffix of ["first", "last", "odd", "even", "parity"]) counter(suffix, TRUTH);
    for (const suffix of ["value", "all"]) this.set(`${name}_${suffix}`, node, null);
  }
}
