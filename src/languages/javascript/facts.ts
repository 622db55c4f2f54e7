/** Answers about a JavaScript or TypeScript file, over typescript-eslint's tree and scopes. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CodeFacts } from "../../facts/code.ts";
import type { CodeEdits } from "../../facts/edits.ts";
import type { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Exit, FlowNode, Write } from "../../facts/flow.ts";
import type { CallSite, ClassFact, FunctionFact } from "../../facts/functions.ts";
import type { Exported, ModuleFacts } from "../../facts/modules.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { WrittenObject } from "../../facts/objects.ts";
import type { Condition, TypeFact, View } from "../../facts/view.ts";
import { JavaScriptEdits } from "./edits.ts";
import { Exports } from "./exports.ts";
import { flowOf } from "./flow.ts";
import { Inventory } from "./inventory.ts";
import { functionAround, isClass, js, T, type JsFunction, type JsNode } from "./nodes.ts";
import { declaredType, givenName } from "./objects.ts";
import { conditionOf, viewOf } from "./views.ts";

const LONGEST_EXCERPT = 80;

export class JavaScriptFacts implements CodeFacts, ModuleFacts {
  readonly joinsLists = true;
  readonly raisesForKeys = false;
  readonly language = "javascript";
  readonly path: string;
  readonly text: string;
  readonly root: TSESTree.Program;
  readonly edits: CodeEdits;
  readonly #source: Readonly<SourceCode>;
  readonly #views = new Map<JsNode, View>();
  readonly #graphs = new Map<JsFunction | null, FlowBuilder>();
  readonly #sharers = new Map<string, readonly FunctionFact[]>();
  readonly #checked: (node: JsNode) => TypeFact | null;
  #inventory: Inventory | null = null;
  #exports: Exports | null = null;
  #modules: readonly string[] | null = null;

  /** `checked` asks the type checker for a node's type, where typed linting is on. */
  constructor(source: Readonly<SourceCode>, path: string, checked: (node: JsNode) => TypeFact | null) {
    this.#source = source;
    this.path = path;
    this.text = source.text;
    this.root = source.ast;
    this.#checked = checked;
    this.edits = new JavaScriptEdits(source);
  }

  /** Names, functions and calls, made when first asked for: most files are not. */
  get #known(): Inventory {
    this.#inventory ??= new Inventory(this.#source, this.#checked, /\.[cm]?tsx?$/.test(this.path));
    return this.#inventory;
  }

  modules(): readonly string[] {
    this.#modules ??= [...this.text.matchAll(/\b(?:from|import|require\s*\()\s*\(?\s*["'`]([^"'`\n]+)["'`]/g)].map(([, module = ""]) => module);
    return this.#modules;
  }

  get #exported(): Exports {
    this.#exports ??= new Exports(this.root, this.#known.names);
    return this.#exports;
  }

  exported(name: string): readonly Exported[] {
    return this.#exported.of(name);
  }

  exportedNames(): readonly string[] {
    return this.#exported.names();
  }

  handedOn(): readonly string[] {
    return this.#exported.handedOn;
  }

  calls(): readonly CallSite[] {
    return this.#known.calls;
  }

  objects(): readonly WrittenObject[] {
    const { objects, context } = this.#known;
    return objects.map((node) => ({ node, type: () => declaredType(this.#source, node, (annotation) => context.typeOf(annotation)) }));
  }

  classes(): readonly ClassFact[] {
    return this.root.body.flatMap((statement) => {
      const declared = statement.type === T.ExportNamedDeclaration || statement.type === T.ExportDefaultDeclaration ? statement.declaration : statement;
      return declared && isClass(declared) ? [this.#known.functions.class(declared)] : [];
    });
  }

  view(node: CodeNode): View {
    const own = js(node);
    const known = this.#views.get(own);
    if (known) return known;
    const view = viewOf(own, this.#known.context);
    this.#views.set(own, view);
    return view;
  }

  condition(node: CodeNode): Condition {
    return conditionOf(js(node));
  }

  #graph(fn: JsFunction | null): FlowBuilder {
    const known = this.#graphs.get(fn);
    if (known) return known;
    const graph = flowOf(fn ?? this.root, fn ? this.#known.functions.of(fn) : null, {
      names: this.#known.names,
      visitorKeys: this.#source.visitorKeys,
      fn: (node) => this.#known.functions.of(node),
      typeOf: (type) => this.#known.context.typeOf(type),
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
    return { kind: "start", fn: fn ? this.#known.functions.of(fn) : null };
  }

  madeAt(fn: FunctionFact): FlowNode | null {
    const own = js(fn.node);
    return own.type === T.FunctionDeclaration ? null : this.#graph(functionAround(own)).pointOf(own);
  }

  exits(fn: FunctionFact): readonly Exit[] {
    const own = js(fn.node) as JsFunction;
    return own.generator ? [] : this.#graph(own).exits;
  }

  yields(fn: FunctionFact): readonly { readonly value: CodeNode; readonly isEach: boolean }[] {
    const own = js(fn.node) as JsFunction;
    return own.generator ? this.#graph(own).yields : [];
  }

  changes(fn: FunctionFact, place: string): boolean {
    return this.#graph(js(fn.node) as JsFunction).changes(place);
  }

  sharersOf(place: string, scope: FunctionFact | null): readonly FunctionFact[] {
    const known = this.#sharers.get(place);
    if (known) return known;
    const own = scope ? js(scope.node) : null;
    const inner = new Set((this.#known.names.variableAt(place)?.references ?? []).map((reference) => functionAround(reference.identifier)));
    const found = [...inner].flatMap((fn) => (fn && fn !== own ? [this.#known.functions.of(fn)] : []));
    this.#sharers.set(place, found);
    return found;
  }

  functionOf(node: CodeNode): FunctionFact | null {
    const fn = functionAround(js(node));
    return fn ? this.#known.functions.of(fn) : null;
  }

  writes(place: string, scope: FunctionFact | null): readonly Write[] {
    const own = scope ? (js(scope.node) as JsFunction) : null;
    const variable = this.#known.names.variableAt(place);
    const inner = new Set((variable?.references ?? []).filter((reference) => reference.isWrite()).map((reference) => functionAround(reference.identifier)));
    inner.add(own);
    return [...inner].flatMap((fn) => this.#graph(fn).writes.get(place) ?? []);
  }

  scopeOf(place: string): FunctionFact | null | undefined {
    const variable = this.#known.names.variableAt(place);
    if (!variable) return undefined;
    const fn = this.#known.names.functionOf(variable);
    return fn ? this.#known.functions.of(fn) : null;
  }

  fieldWrites(cls: ClassFact, name: string): readonly Write[] {
    const methods = [...cls.methods.values()];
    return methods.flatMap((method) => this.#graph(js(method.node) as JsFunction).writes.get(`this.${name}`) ?? []);
  }

  readsOf(place: string): number {
    return this.#known.names.variableAt(place)?.references.filter((reference) => reference.isRead()).length ?? 0;
  }

  namesOf(): readonly string[] {
    return [];
  }

  classOf(node: CodeNode): ClassFact | null {
    for (let at: JsNode | undefined = js(node); at; at = at.parent) if (isClass(at)) return this.#known.functions.class(at);
    return null;
  }

  typeOf(node: CodeNode): TypeFact | null {
    return this.#checked(js(node));
  }

  pathOf(node: CodeNode): string | null {
    return this.#known.names.pathOf(js(node));
  }

  givenName(node: CodeNode): string | null {
    return givenName(js(node));
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
