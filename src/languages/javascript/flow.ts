/** Builds the flow graph of a JavaScript function along its statements. */

import type { TSESTree } from "@typescript-eslint/utils";
import { FlowBuilder } from "../../facts/flow-builder.ts";
import type { WriteSource } from "../../facts/flow.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { ExpressionWalker, type FlowContext } from "./flow-expressions.ts";
import { modulePath } from "./names.ts";
import { bare, isClass, isFunction, T, type JsFunction, type JsNode } from "./nodes.ts";

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
  if (root.body.type === T.BlockStatement) {
    walker.hoist(root.body.body);
    walker.all(root.body.body);
    builder.return(null);
  } else {
    walker.visit(root.body);
    builder.return(root.body);
  }
  return builder;
}

class Walker extends ExpressionWalker {
  /** Function declarations hold from the beginning of their block. */
  hoist(statements: readonly TSESTree.ProgramStatement[]): void {
    for (const statement of statements) {
      const declared = (statement.type === T.ExportNamedDeclaration || statement.type === T.ExportDefaultDeclaration) ? statement.declaration : statement;
      if (declared?.type !== T.FunctionDeclaration || !declared.id) continue;
      this.flow.write({ place: this.context.names.placeOf(declared.id), node: declared.id, source: { kind: "function", fn: this.context.fn(declared) } });
    }
  }

  parameter(node: TSESTree.Parameter, index: number): void {
    const inner = node.type === T.TSParameterProperty ? node.parameter : node;
    if (inner.type === T.AssignmentPattern) {
      this.visit(inner.right);
      this.pattern(inner.left, { kind: "parameter", index }, [], null);
    } else this.pattern(inner, { kind: "parameter", index }, [], null);
  }

  visit(node: JsNode): void {
    if (isFunction(node)) {
      this.flow.mark(node);
      return;
    }
    if (isClass(node)) {
      this.#class(node);
      return;
    }
    if (!this.#statement(node) && !this.expression(node)) this.children(node);
  }

  #class(node: Extract<JsNode, { type: typeof T.ClassDeclaration | typeof T.ClassExpression }>): void {
    if (node.superClass) this.visit(node.superClass);
    for (const member of node.body.body) if ("computed" in member && member.computed) this.visit(member.key);
    this.flow.mark(node);
    if (node.id) this.flow.write({ place: this.context.names.placeOf(node.id), node: node.id, source: { kind: "value", node } });
  }

  /** Statements that steer control. Whether the node was one. */
  // eslint-disable-next-line max-lines-per-function -- one case for each kind of statement
  #statement(node: JsNode): boolean {
    const flow = this.flow;
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
        flow.write({ place: this.context.names.placeOf(node.id), node: node.id, source: { kind: "value", node } });
        return true;
      case T.ImportDeclaration:
        this.#imports(node);
        return true;
      case T.IfStatement:
        this.if(node.test, () => { this.visit(node.consequent); }, () => { if (node.alternate) this.visit(node.alternate); });
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
    this.flow.breakable(node.label.name, () => { this.visit(node.body); });
  }

  #loop(node: JsNode, label: string | null): boolean {
    const flow = this.flow;
    switch (node.type) {
      case T.WhileStatement:
        flow.loop({ label, body: () => { this.test(node.test, true); this.visit(node.body); }, leave: () => { this.test(node.test, false); } });
        return true;
      case T.DoWhileStatement:
        flow.loop({ label, body: () => { this.visit(node.body); this.test(node.test, true); }, leave: () => { this.visit(node.body); this.test(node.test, false); } });
        return true;
      case T.ForStatement:
        if (node.init) this.visit(node.init);
        flow.loop({
          label,
          body: () => { if (node.test) this.test(node.test, true); this.visit(node.body); if (node.update) this.visit(node.update); },
          leave: () => { if (node.test) this.test(node.test, false); },
        });
        return true;
      case T.ForOfStatement:
      case T.ForInStatement:
        this.visit(node.right);
        flow.loop({ label, isOfElements: true, body: () => { this.#turn(node); this.visit(node.body); }, leave: () => undefined });
        return true;
      default:
        return false;
    }
  }

  #turn(node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
    const source: WriteSource = { kind: node.type === T.ForOfStatement ? "element" : "key", of: node.right };
    const target = node.left.type === T.VariableDeclaration ? node.left.declarations[0].id : node.left;
    this.pattern(target, source, [], null);
  }

  #switch(node: TSESTree.SwitchStatement): void {
    const flow = this.flow;
    this.visit(node.discriminant);
    flow.breakable(null, () => {
      const head = flow.current;
      let fallen: typeof head = { kind: "dead" };
      const place = this.context.names.pathOf(receiverOf(node.discriminant));
      for (const one of node.cases) {
        flow.current = head;
        if (one.test) this.visit(one.test);
        flow.case(node.discriminant, one.test ? [one.test] : null, place);
        flow.join(head, flow.current, fallen);
        this.all(one.consequent);
        fallen = flow.current;
      }
      const hasDefault = node.cases.some((one) => one.test === null);
      flow.join(head, fallen, hasDefault ? { kind: "dead" } : head);
    });
  }

  #try(node: TSESTree.TryStatement): void {
    const { handler, finalizer } = node;
    this.flow.try({
      body: () => { this.visit(node.block); },
      handlers: handler ? [() => {
        if (handler.param) this.pattern(handler.param, { kind: "caught" }, [], null);
        this.visit(handler.body);
      }] : [],
      after: finalizer ? () => { this.visit(finalizer); } : null,
    });
  }

  #imports(node: TSESTree.ImportDeclaration): void {
    for (const specifier of node.specifiers) {
      const member = specifier.type === T.ImportSpecifier ? (specifier.imported.type === T.Identifier ? specifier.imported.name : specifier.imported.value) : null;
      const path = modulePath(node.source.value, member);
      this.flow.write({ place: this.context.names.placeOf(specifier.local), node: specifier.local, source: { kind: "import", path: path === "?" ? `?${specifier.local.name}` : path, from: { module: node.source.value, member: specifier.type === T.ImportDefaultSpecifier ? "default" : member } } });
    }
  }
}

/** `sort` of `sort.toLowerCase()`. */
function receiverOf(node: JsNode): JsNode {
  const at = bare(node);
  return at.type === T.CallExpression && at.callee.type === T.MemberExpression ? receiverOf(at.callee.object) : at;
}
