/** Answers about a JavaScript or TypeScript file, over typescript-eslint's tree and scopes. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CodeFacts } from "../../facts/code.ts";
import type { CodeEdits } from "../../facts/edits.ts";
import type { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Exit, FlowNode, Write } from "../../facts/flow.ts";
import type { CallSite, ClassFact, FunctionFact } from "../../facts/functions.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { Condition, TypeFact, View } from "../../facts/view.ts";
import { JavaScriptEdits } from "./edits.ts";
import { flowOf } from "./flow.ts";
import { Functions } from "./functions.ts";
import { Names } from "./names.ts";
import { bare, childrenOf, functionAround, isClass, isFunction, js, keyName, T, type JsFunction, type JsNode } from "./nodes.ts";
import { typeFactOf } from "./types.ts";
import { conditionOf, viewOf, type ViewContext } from "./views.ts";

const LONGEST_EXCERPT = 80;

export class JavaScriptFacts implements CodeFacts {
  readonly language = "javascript";
  readonly path: string;
  readonly root: TSESTree.Program;
  readonly edits: CodeEdits;
  readonly #source: Readonly<SourceCode>;
  readonly #names: Names;
  readonly #functions: Functions;
  readonly #calls: CallSite[] = [];
  readonly #views = new Map<JsNode, View>();
  readonly #graphs = new Map<JsFunction | null, FlowBuilder>();
  readonly #context: ViewContext;

  /** `checked` asks the type checker for a node's type, where typed linting is on. */
  constructor(source: Readonly<SourceCode>, path: string, checked: (node: JsNode) => TypeFact | null) {
    this.#source = source;
    this.path = path;
    this.root = source.ast;
    const manager = source.scopeManager;
    if (!manager) throw new Error("a JavaScript file without scopes");
    this.#names = new Names(manager);
    this.#functions = new Functions(this.#names, checked);
    this.#context = {
      names: this.#names,
      fn: (node) => this.#functions.of(node),
      cls: (node) => this.#functions.class(node),
      typeOf: (node) => typeFactOf(node, this.#names),
    };
    this.edits = new JavaScriptEdits(source);
    this.#collect();
  }

  /** One pass for what is asked of every file: calls, and what is exported. */
  #collect(): void {
    const stack: JsNode[] = [this.root];
    const keys = this.#source.visitorKeys;
    for (let node = stack.pop(); node; node = stack.pop()) {
      this.#note(node);
      const children = childrenOf(node, keys[node.type]);
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child) stack.push(child);
      }
    }
  }

  #note(node: JsNode): void {
    switch (node.type) {
      case T.CallExpression:
      case T.NewExpression:
        this.#calls.push({ node, name: lastName(node.callee) });
        break;
      case T.TaggedTemplateExpression:
        this.#calls.push({ node, name: lastName(node.tag) });
        break;
      case T.ExportNamedDeclaration:
        this.#exports(node);
        break;
      case T.ExportDefaultDeclaration:
        if (node.declaration.type === T.Identifier) this.#names.markExported(node.declaration);
        else if ("id" in node.declaration && node.declaration.id) this.#names.markExported(node.declaration.id);
        break;
      case T.AssignmentExpression:
        this.#commonExports(node);
        break;
      default:
    }
  }

  #exports(node: TSESTree.ExportNamedDeclaration): void {
    for (const specifier of node.specifiers) if (!node.source) this.#names.markExported(specifier.local);
    const { declaration } = node;
    if (declaration?.type === T.VariableDeclaration) {
      for (const one of declaration.declarations) if (one.id.type === T.Identifier) this.#names.markExported(one.id);
    } else if (declaration && "id" in declaration && declaration.id) this.#names.markExported(declaration.id);
  }

  /** `module.exports = { a, b }`, `exports.a = a`. */
  #commonExports({ left, right }: TSESTree.AssignmentExpression): void {
    if (left.type !== T.MemberExpression) return;
    const root = this.#names.pathOf(left);
    if (root === null || !/^(?:module\.)?exports(?:\.|$)/.test(root)) return;
    if (right.type === T.Identifier) this.#names.markExported(right);
    if (right.type === T.ObjectExpression) for (const one of right.properties) if (one.type === T.Property && one.value.type === T.Identifier) this.#names.markExported(one.value);
  }

  imports(module: string): boolean {
    return this.root.body.some((statement) => statement.type === T.ImportDeclaration && statement.source.value === module);
  }

  calls(): readonly CallSite[] {
    return this.#calls;
  }

  view(node: CodeNode): View {
    const own = js(node);
    const known = this.#views.get(own);
    if (known) return known;
    const view = viewOf(own, this.#context);
    this.#views.set(own, view);
    return view;
  }

  condition(node: CodeNode): Condition {
    return conditionOf(js(node));
  }

  #graph(fn: JsFunction | null): FlowBuilder {
    const known = this.#graphs.get(fn);
    if (known) return known;
    const graph = flowOf(fn ?? this.root, fn ? this.#functions.of(fn) : null, {
      names: this.#names,
      visitorKeys: this.#source.visitorKeys,
      fn: (node) => this.#functions.of(node),
    });
    this.#graphs.set(fn, graph);
    return graph;
  }

  flow(node: CodeNode): FlowNode {
    const own = js(node);
    const fn = functionAround(own);
    const graph = this.#graph(fn);
    for (let at: JsNode | undefined = own; at && at !== fn; at = at.parent) {
      const point = graph.pointOf(at);
      if (point) return point;
    }
    // What stands outside the statements (a property's initializer, a default) sees the function's or the module's beginning.
    return { kind: "start", fn: fn ? this.#functions.of(fn) : null };
  }

  madeAt(fn: FunctionFact): FlowNode | null {
    const own = js(fn.node);
    return own.type === T.FunctionDeclaration ? null : this.#graph(functionAround(own)).pointOf(own);
  }

  exits(fn: FunctionFact): readonly Exit[] {
    return this.#graph(js(fn.node) as JsFunction).exits;
  }

  endOfModule(): FlowNode {
    return this.#graph(null).exits[0]?.at ?? { kind: "start", fn: null };
  }

  functionOf(node: CodeNode): FunctionFact | null {
    const fn = functionAround(js(node));
    return fn ? this.#functions.of(fn) : null;
  }

  writes(place: string, scope: FunctionFact | null): readonly Write[] {
    const own = scope ? (js(scope.node) as JsFunction) : null;
    const variable = this.#names.variableAt(place);
    const inner = new Set((variable?.references ?? []).filter((reference) => reference.isWrite()).map((reference) => functionAround(reference.identifier)));
    inner.add(own);
    return [...inner].flatMap((fn) => this.#graph(fn).writes.get(place) ?? []);
  }

  scopeOf(place: string): FunctionFact | null | undefined {
    const variable = this.#names.variableAt(place);
    if (!variable) return undefined;
    const fn = this.#names.functionOf(variable);
    return fn ? this.#functions.of(fn) : null;
  }

  fieldWrites(cls: ClassFact, name: string): readonly Write[] {
    const methods = [...cls.methods.values()];
    return methods.flatMap((method) => this.#graph(js(method.node) as JsFunction).writes.get(`this.${name}`) ?? []);
  }

  readsOf(place: string): number {
    return this.#names.variableAt(place)?.references.filter((reference) => reference.isRead()).length ?? 0;
  }

  namesOf(): readonly string[] {
    return [];
  }

  classOf(node: CodeNode): ClassFact | null {
    for (let at: JsNode | undefined = js(node); at; at = at.parent) if (isClass(at)) return this.#functions.class(at);
    return null;
  }

  typeOf(node: CodeNode): TypeFact | null {
    const own = js(node);
    return "typeAnnotation" in own && own.typeAnnotation?.type === T.TSTypeAnnotation ? typeFactOf(own.typeAnnotation.typeAnnotation, this.#names) : null;
  }

  pathOf(node: CodeNode): string | null {
    return this.#names.pathOf(js(node));
  }

  parent(node: CodeNode): CodeNode | null {
    return js(node).parent ?? null;
  }

  range(node: CodeNode): Range {
    return js(node).range;
  }

  place(node: CodeNode): Place {
    return js(node).loc;
  }

  excerpt(node: CodeNode): string {
    const own = js(node);
    const text = (own.type === T.Identifier ? own.name : this.#source.getText(own)).replace(/\s+/g, " ");
    return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1)}…` : text;
  }
}

function lastName(callee: JsNode): string {
  const at = bare(callee);
  if (at.type === T.Identifier) return at.name;
  if (at.type === T.MemberExpression) return keyName(at.property, at.computed) ?? "";
  return isFunction(at) ? "" : "";
}
