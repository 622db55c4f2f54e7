/** Builds the flow graph of a JavaScript function along its statements. */

import type { TSESTree } from "@typescript-eslint/utils";
import { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Selector, WriteSource } from "../../facts/flow.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { modulePath, type Names } from "./names.ts";
import { bare, isClass, isFunction, keyName, T, type JsFunction, type JsNode } from "./nodes.ts";

export interface FlowContext {
  readonly names: Names;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  fn(node: JsFunction): FunctionFact;
}

const ASSERTIONS = new Set(["assert", "invariant", "assert.ok", "console.assert"]);

/** The graph of a function's body, or of the module's statements. */
export function flowOf(root: JsFunction | TSESTree.Program, fact: FunctionFact | null, context: FlowContext): FlowBuilder {
  const builder = new FlowBuilder(fact);
  const walker = new Walker(builder, context);
  if (root.type === T.Program) {
    walker.hoist(root.body);
    walker.all(root.body);
    builder.return(null);
    return builder;
  }
  root.params.forEach((parameter, index) => { walker.parameter(parameter, index); });
  if (root.body?.type === T.BlockStatement) {
    walker.hoist(root.body.body);
    walker.all(root.body.body);
    builder.return(null);
  } else if (root.body) {
    walker.visit(root.body);
    builder.return(root.body);
  }
  return builder;
}

class Walker {
  readonly #flow: FlowBuilder;
  readonly #context: FlowContext;

  constructor(flow: FlowBuilder, context: FlowContext) {
    this.#flow = flow;
    this.#context = context;
  }

  /** Function declarations hold from the beginning of their block. */
  hoist(statements: readonly TSESTree.ProgramStatement[]): void {
    for (const statement of statements) {
      const declared = (statement.type === T.ExportNamedDeclaration || statement.type === T.ExportDefaultDeclaration) ? statement.declaration : statement;
      if (declared?.type !== T.FunctionDeclaration || !declared.id) continue;
      this.#flow.write({ place: this.#context.names.placeOf(declared.id), node: declared.id, source: { kind: "function", fn: this.#context.fn(declared) } });
    }
  }

  all(nodes: readonly (JsNode | null)[]): void {
    for (const node of nodes) if (node) this.visit(node);
  }

  parameter(node: TSESTree.Parameter, index: number): void {
    const inner = node.type === T.TSParameterProperty ? node.parameter : node;
    if (inner.type === T.AssignmentPattern) {
      this.visit(inner.right);
      this.pattern(inner.left, { kind: "parameter", index }, [], null);
    } else this.pattern(inner, { kind: "parameter", index }, [], null);
  }

  /** Writes what a pattern takes apart. */
  pattern(target: JsNode, source: WriteSource, path: readonly Selector[], fallback: JsNode | null): void {
    const to = bare(target);
    switch (to.type) {
      case T.Identifier:
        this.#flow.write({ place: this.#context.names.placeOf(to), node: to, source, path, fallback });
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
    const place = this.#context.names.pathOf(node);
    const object = place === null ? this.#context.names.pathOf(node.object) : null;
    if (place !== null) this.#flow.write({ place, node, source, path });
    else if (object !== null) this.#flow.write({ place: `${object}.*`, node, source, path });
  }

  visit(node: JsNode): void {
    if (isFunction(node)) {
      this.#flow.mark(node);
      return;
    }
    if (isClass(node)) {
      this.#class(node);
      return;
    }
    if (!this.#statement(node) && !this.#expression(node)) this.children(node);
  }

  children(node: JsNode): void {
    for (const key of this.#context.visitorKeys[node.type] ?? []) {
      // The visitor keys name children that the type of one node does not show.
      const child = (node as unknown as Record<string, JsNode | (JsNode | null)[] | null>)[key];
      if (Array.isArray(child)) this.all(child);
      else if (child && key !== "typeAnnotation" && key !== "typeArguments" && key !== "returnType") this.visit(child);
    }
  }

  #class(node: Extract<JsNode, { type: typeof T.ClassDeclaration | typeof T.ClassExpression }>): void {
    if (node.superClass) this.visit(node.superClass);
    for (const member of node.body.body) if ("computed" in member && member.computed) this.visit(member.key);
    this.#flow.mark(node);
    if (node.id) this.#flow.write({ place: this.#context.names.placeOf(node.id), node: node.id, source: { kind: "value", node } });
  }

  /** Statements that steer control. Whether the node was one. */
  #statement(node: JsNode): boolean {
    const flow = this.#flow;
    switch (node.type) {
      case T.BlockStatement:
      case T.StaticBlock:
        this.hoist(node.body);
        this.all(node.body);
        return true;
      case T.FunctionDeclaration:
      case T.TSTypeAliasDeclaration:
      case T.TSInterfaceDeclaration:
        return true;
      case T.TSEnumDeclaration:
        flow.mark(node);
        flow.write({ place: this.#context.names.placeOf(node.id), node: node.id, source: { kind: "value", node } });
        return true;
      case T.ImportDeclaration:
        this.#imports(node);
        return true;
      case T.IfStatement:
        this.#if(node.test, () => { this.visit(node.consequent); }, () => { if (node.alternate) this.visit(node.alternate); });
        return true;
      case T.ReturnStatement:
        if (node.argument) this.visit(node.argument);
        flow.return(node.argument);
        return true;
      case T.ThrowStatement:
        this.visit(node.argument);
        flow.throw();
        return true;
      case T.BreakStatement:
        flow.break(node.label?.name ?? null);
        return true;
      case T.ContinueStatement:
        flow.continue(node.label?.name ?? null);
        return true;
      case T.LabeledStatement:
        this.#labelled(node);
        return true;
      case T.SwitchStatement:
        this.#switch(node);
        return true;
      case T.TryStatement:
        this.#try(node);
        return true;
      default:
        return this.#loop(node, null);
    }
  }

  #labelled(node: TSESTree.LabeledStatement): void {
    if (this.#loop(node.body, node.label.name)) return;
    this.#flow.breakable(node.label.name, () => { this.visit(node.body); });
  }

  #loop(node: JsNode, label: string | null): boolean {
    const flow = this.#flow;
    switch (node.type) {
      case T.WhileStatement:
        flow.loop({ label, enter: () => undefined, body: () => { this.test(node.test, true); this.visit(node.body); }, leave: () => { this.test(node.test, false); } });
        return true;
      case T.DoWhileStatement:
        flow.loop({ label, enter: () => undefined, body: () => { this.visit(node.body); this.test(node.test, true); }, leave: () => { this.visit(node.body); this.test(node.test, false); } });
        return true;
      case T.ForStatement:
        if (node.init) this.visit(node.init);
        flow.loop({
          label, enter: () => undefined,
          body: () => { if (node.test) this.test(node.test, true); this.visit(node.body); if (node.update) this.visit(node.update); },
          leave: () => { if (node.test) this.test(node.test, false); },
        });
        return true;
      case T.ForOfStatement:
      case T.ForInStatement:
        this.visit(node.right);
        flow.loop({ label, enter: () => undefined, body: () => { this.#turn(node); this.visit(node.body); }, leave: () => undefined });
        return true;
      default:
        return false;
    }
  }

  #turn(node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
    const source: WriteSource = { kind: node.type === T.ForOfStatement ? "element" : "key", of: node.right };
    const target = node.left.type === T.VariableDeclaration ? node.left.declarations[0]?.id : node.left;
    if (target) this.pattern(target, source, [], null);
  }

  #switch(node: TSESTree.SwitchStatement): void {
    const flow = this.#flow;
    this.visit(node.discriminant);
    flow.breakable(null, () => {
      const head = flow.current;
      let fallen: typeof head = { kind: "dead" };
      for (const one of node.cases) {
        flow.current = head;
        if (one.test) this.visit(one.test);
        flow.case(node.discriminant, one.test ? [one.test] : null);
        const here = flow.current;
        flow.branch(() => { flow.current = here; }, () => { flow.current = fallen; });
        this.all(one.consequent);
        fallen = flow.current;
      }
      const hasDefault = node.cases.some((one) => one.test === null);
      flow.branch(() => { flow.current = fallen; }, () => { flow.current = hasDefault ? { kind: "dead" } : head; });
    });
  }

  #try(node: TSESTree.TryStatement): void {
    const { handler, finalizer } = node;
    this.#flow.try({
      body: () => { this.visit(node.block); },
      handlers: handler ? [() => {
        if (handler.param) this.pattern(handler.param, { kind: "unknown" }, [], null);
        this.visit(handler.body);
      }] : [],
      after: finalizer ? () => { this.visit(finalizer); } : null,
    });
  }

  #imports(node: TSESTree.ImportDeclaration): void {
    for (const specifier of node.specifiers) {
      const member = specifier.type === T.ImportSpecifier ? (specifier.imported.type === T.Identifier ? specifier.imported.name : specifier.imported.value) : null;
      const path = modulePath(node.source.value, member);
      this.#flow.write({ place: this.#context.names.placeOf(specifier.local), node: specifier.local, source: { kind: "import", path: path === "?" ? `?${specifier.local.name}` : path } });
    }
  }

  #if(test: JsNode, then: () => void, otherwise: () => void): void {
    this.#flow.branch(() => { this.test(test, true); then(); }, () => { this.test(test, false); otherwise(); });
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
        this.#flow.branch(() => { this.test(at.left, outcome); }, () => { this.test(at.left, !outcome); this.test(at.right, outcome); });
      }
      return;
    }
    this.visit(at);
    this.#flow.test(at, outcome);
  }

  /** Expressions whose parts are not simply evaluated one after another. Whether the node was one. */
  #expression(node: JsNode): boolean {
    const flow = this.#flow;
    switch (node.type) {
      case T.Identifier:
        flow.mark(node);
        flow.touch(this.#context.names.placeOf(node));
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
        this.#if(node.test, () => { this.visit(node.consequent); }, () => { this.visit(node.alternate); });
        return true;
      case T.AssignmentExpression:
        this.#assignment(node);
        return true;
      case T.UpdateExpression:
        this.visit(node.argument);
        this.pattern(node.argument, { kind: "value", node }, [], null);
        return true;
      case T.VariableDeclarator:
        if (node.init) {
          this.visit(node.init);
          this.pattern(node.id, { kind: "value", node: node.init }, [], null);
        } else if (node.id.type === T.Identifier && node.parent.kind !== "var") {
          flow.write({ place: this.#context.names.placeOf(node.id), node: node.id, source: { kind: "nothing" } });
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
    this.all(node.arguments);
    const [condition] = node.arguments;
    if (condition && node.callee.type !== T.Super && ASSERTIONS.has(nameOf(node.callee))) this.#flow.test(bare(condition), true);
    this.#flow.call(node);
    this.#flow.mark(node);
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
}

const nameOf = (node: JsNode): string => {
  if (node.type === T.Identifier) return node.name;
  return node.type === T.MemberExpression && node.object.type === T.Identifier && node.property.type === T.Identifier ? `${node.object.name}.${node.property.name}` : "";
};
