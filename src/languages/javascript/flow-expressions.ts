/** Walks JavaScript's expressions in the order in which they are evaluated: what they write, test and call. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Selector, WriteSource } from "../../facts/flow.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { Names } from "./names.ts";
import { bare, childrenOf, keyName, T, type JsFunction, type JsNode } from "./nodes.ts";

export interface FlowContext {
  readonly names: Names;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  fn(node: JsFunction): FunctionFact;
  typeOf(node: TSESTree.TypeNode): TypeFact | null;
}

const TYPES = new Set(["typeAnnotation", "typeArguments", "returnType"]);
const ASSERTIONS = new Set(["assert", "invariant", "assert.ok"]);
const ENDS = new Set(["process.exit", "process.abort", "assert.fail"]);

export abstract class ExpressionWalker {
  protected readonly flow: FlowBuilder;
  protected readonly context: FlowContext;

  constructor(flow: FlowBuilder, context: FlowContext) {
    this.flow = flow;
    this.context = context;
  }

  all(nodes: readonly (JsNode | null)[]): void {
    for (const node of nodes) if (node) this.visit(node);
  }

  /** Writes what a pattern takes apart. */
  pattern(target: JsNode, source: WriteSource, path: readonly Selector[], fallback: JsNode | null): void {
    const to = bare(target);
    switch (to.type) {
      case T.Identifier:
        this.flow.write({ place: this.context.names.placeOf(to), node: to, source, path, fallback });
        return;
      case T.MemberExpression:
        this.#member(to, source, path);
        return;
      case T.AssignmentPattern:
        this.visit(to.right);
        this.pattern(to.left, source, path, to.right);
        return;
      case T.RestElement:
        this.pattern(to.argument, source, [...path, { kind: "rest", without: [] }], null);
        return;
      case T.ArrayPattern:
        to.elements.forEach((element, index) => { if (element) this.pattern(element, source, element.type === T.RestElement ? path : [...path, { kind: "position", index }], null); });
        return;
      case T.ObjectPattern:
        for (const property of to.properties) this.#property(property, source, path);
        return;
      default:
        this.visit(to);
    }
  }

  #property(property: TSESTree.Property | TSESTree.RestElement, source: WriteSource, path: readonly Selector[]): void {
    if (property.type === T.RestElement) {
      this.pattern(property, source, path, null);
      return;
    }
    const name = keyName(property.key, property.computed);
    if (name === null) this.visit(property.key);
    this.pattern(property.value, name === null ? { kind: "unknown" } : source, name === null ? [] : [...path, { kind: "key", name }], null);
  }

  #member(node: TSESTree.MemberExpression, source: WriteSource, path: readonly Selector[]): void {
    this.visit(node.object);
    if (node.computed) this.visit(node.property);
    const place = this.context.names.pathOf(node);
    const object = place === null ? this.context.names.pathOf(node.object) : null;
    if (place !== null) this.flow.write({ place, node, source, path });
    else if (object !== null) this.flow.write({ place: `${object}.*`, node, source, path });
  }

  children(node: JsNode): void {
    this.all(childrenOf(node, this.context.visitorKeys[node.type]?.filter((key) => !TYPES.has(key))));
  }

  protected if(test: JsNode, then: () => void, otherwise: () => void): void {
    this.flow.branch(() => { this.test(test, true); then(); }, () => { this.test(test, false); otherwise(); });
  }

  /** Evaluates a condition that comes out so: conjunctions and negations split by themselves. */
  test(node: JsNode, outcome: boolean): void {
    const at = bare(node);
    if (at.type === T.UnaryExpression && at.operator === "!") {
      this.test(at.argument, !outcome);
      return;
    }
    if (at.type === T.LogicalExpression && at.operator !== "??") {
      const both = (at.operator === "&&") === outcome;
      if (both) {
        this.test(at.left, outcome);
        this.test(at.right, outcome);
      } else {
        this.flow.branch(() => { this.test(at.left, outcome); }, () => { this.test(at.left, !outcome); this.test(at.right, outcome); });
      }
      return;
    }
    this.visit(at);
    this.flow.test(at, outcome);
  }

  /** Expressions whose parts are not simply evaluated one after another. Whether the node was one. */
  // eslint-disable-next-line max-lines-per-function -- one case for each kind of expression
  protected expression(node: JsNode): boolean {
    const flow = this.flow;
    switch (node.type) {
      case T.Identifier:
        flow.mark(node);
        flow.touch(this.context.names.placeOf(node));
        return true;
      case T.ThisExpression:
        flow.mark(node);
        flow.touch("this");
        return true;
      case T.MemberExpression:
        this.visit(node.object);
        if (node.computed) this.visit(node.property);
        flow.mark(node);
        return true;
      case T.CallExpression:
      case T.NewExpression:
        this.#call(node);
        return true;
      case T.TaggedTemplateExpression:
        this.visit(node.tag);
        this.visit(node.quasi);
        flow.mark(node);
        return true;
      case T.BinaryExpression:
        this.#binary(node);
        return true;
      case T.LogicalExpression:
        this.visit(node.left);
        flow.branch(() => { flow.test(bare(node.left), node.operator === "&&"); this.visit(node.right); }, () => { if (node.operator !== "??") flow.test(bare(node.left), node.operator !== "&&"); });
        return true;
      case T.ConditionalExpression:
        this.if(node.test, () => { this.visit(node.consequent); }, () => { this.visit(node.alternate); });
        return true;
      case T.AssignmentExpression:
        this.#assignment(node);
        return true;
      case T.YieldExpression:
        if (node.argument) {
          this.visit(node.argument);
          flow.yields.push({ value: node.argument, isEach: node.delegate });
        }
        return true;
      case T.UpdateExpression:
        this.visit(node.argument);
        this.pattern(node.argument, { kind: "value", node }, [], null);
        return true;
      case T.VariableDeclarator:
        if (node.init) {
          this.visit(node.init);
          this.pattern(node.id, { kind: "value", node: node.init, type: node.id.typeAnnotation ? this.context.typeOf(node.id.typeAnnotation.typeAnnotation) : null }, [], null);
        } else if (node.id.type === T.Identifier && node.parent.kind !== "var") {
          flow.write({ place: this.context.names.placeOf(node.id), node: node.id, source: { kind: "nothing" } });
        }
        return true;
      default:
        return false;
    }
  }

  #binary(node: TSESTree.BinaryExpression): void {
    const rights: JsNode[] = [];
    let left: JsNode = node;
    while (left.type === T.BinaryExpression) {
      rights.push(left.right);
      left = left.left;
    }
    this.visit(left);
    for (const right of rights.reverse()) this.visit(right);
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): void {
    this.visit(node.callee);
    if (node.callee.type === T.MemberExpression) this.flow.called.add(this.context.names.pathOf(node.callee.object) ?? "");
    this.all(node.arguments);
    const [condition] = node.arguments;
    if (condition && node.callee.type !== T.Super && ASSERTIONS.has(nameOf(node.callee))) this.flow.test(bare(condition), true);
    this.flow.call(node);
    this.flow.mark(node);
    if (node.callee.type !== T.Super && ENDS.has(nameOf(node.callee))) this.flow.throw();
  }

  #assignment(node: TSESTree.AssignmentExpression): void {
    if (node.operator === "=") {
      this.visit(node.right);
      this.pattern(node.left, { kind: "value", node: node.right }, [], null);
      return;
    }
    this.visit(node.left);
    this.visit(node.right);
    this.pattern(node.left, { kind: "value", node }, [], null);
  }

  abstract visit(node: JsNode): void;
}

const nameOf = (node: JsNode): string => {
  if (node.type === T.Identifier) return node.name;
  return node.type === T.MemberExpression && node.object.type === T.Identifier && node.property.type === T.Identifier ? `${node.object.name}.${node.property.name}` : "";
};
