/** Answers about a Python file, over py-ast's tree. */

import type { CodeFacts } from "../../facts/code.ts";
import type { CodeEdits } from "../../facts/edits.ts";
import type { Exit, FlowNode, Write } from "../../facts/flow.ts";
import type { CallSite, ClassFact, FunctionFact } from "../../facts/functions.ts";
import type { Exported, ModuleFacts } from "../../facts/modules.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { WrittenObject } from "../../facts/objects.ts";
import type { Condition, TypeFact, View } from "../../facts/view.ts";
import type { PyNode, PyNodeOf } from "./ast.ts";
import { PythonEdits } from "./edits.ts";
import { flowOf, type PythonGraph } from "./flow.ts";
import { pathOf } from "./flow-expressions.ts";
import { functionAround, Functions, isFunction, type Tree } from "./functions.ts";
import type { PythonSourceCode } from "./source-code.ts";
import { childrenOf } from "./visitor-keys.ts";
import { conditionOf, py, viewOf, type PyFunction, type ViewContext } from "./views.ts";

const LONGEST_EXCERPT = 80;

export class PythonFacts implements CodeFacts, ModuleFacts {
  readonly joinsLists = false;
  readonly raisesForKeys = true;
  readonly language = "python";
  readonly path: string;
  readonly text: string;
  readonly root: PyNodeOf<"Module">;
  readonly edits: CodeEdits;
  readonly #source: PythonSourceCode;
  readonly #tree: Tree;
  readonly #functions: Functions;
  readonly #views = new Map<PyNode, View>();
  readonly #graphs = new Map<PyFunction | null, PythonGraph>();
  readonly #inner = new Map<PyNode, readonly FunctionFact[]>();
  readonly #context: ViewContext;
  #calls: readonly CallSite[] | null = null;
  #modules: readonly string[] | null = null;

  constructor(source: PythonSourceCode, path: string) {
    this.#source = source;
    this.path = path;
    this.root = source.ast;
    this.text = source.text;
    this.#tree = { module: source.ast, parent: (node) => source.getParent(node) ?? null };
    this.#functions = new Functions(this.#tree);
    this.#context = {
      placeOf: (node) => this.#placeOf(node),
      fn: (node) => this.#functions.of(node),
      cls: (node) => this.#functions.class(node),
      classValue: (node) => this.#classValue(node),
    };
    this.edits = new PythonEdits(source);
  }

  modules(): readonly string[] {
    this.#modules ??= [...this.text.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gm)].flatMap(([, from, list]) => (from === undefined ? (list ?? "").split(",").map((one) => one.trim().split(/\s/)[0] ?? "") : [from]));
    return this.#modules;
  }

  exported(name: string): readonly Exported[] {
    return this.writes(name, null).length > 0 ? [{ kind: "place", place: name }] : [];
  }

  exportedNames(): readonly string[] {
    return this.namesOf(null);
  }

  handedOn(): readonly string[] {
    return this.root.body.flatMap((one) => (one.nodeType === "ImportFrom" && one.names.some(({ name }) => name === "*") ? [".".repeat(one.level ?? 0) + (one.module ?? "")] : []));
  }

  calls(): readonly CallSite[] {
    if (this.#calls) return this.#calls;
    const calls: CallSite[] = [];
    const stack: PyNode[] = [this.root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.nodeType === "Call") calls.push({ node, name: lastName(node.func) });
      const children = childrenOf(node);
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child) stack.push(child);
      }
    }
    this.#calls = calls;
    return calls;
  }

  /** Dictionaries hold data; nothing declares what they are. */
  objects(): readonly WrittenObject[] {
    return [];
  }

  classes(): readonly ClassFact[] {
    return this.#functions.all();
  }

  view(node: CodeNode): View {
    const own = py(node);
    const known = this.#views.get(own);
    if (known) return known;
    const view = viewOf(own, this.#context);
    this.#views.set(own, view);
    return view;
  }

  condition(node: CodeNode): Condition {
    return conditionOf(py(node));
  }

  #graph(fn: PyFunction | null): PythonGraph {
    const known = this.#graphs.get(fn);
    if (known) return known;
    const graph = flowOf(fn ?? this.root, fn ? this.#functions.of(fn) : null, { fn: (node) => this.#functions.of(node), children: childrenOf, type: (annotation) => this.#functions.types.of(annotation) });
    this.#graphs.set(fn, graph);
    return graph;
  }

  #placeOf(node: PyNodeOf<"Name">): string {
    return this.#graph(functionAround(node, this.#tree)).places.get(node) ?? node.id;
  }

  /** A class's body reads its own names; its methods don't. */
  #classValue(node: PyNodeOf<"Name">): CodeNode | null {
    let child: PyNode = node;
    for (let at = this.#tree.parent(node); at && !isFunction(at); child = at, at = this.#tree.parent(at)) {
      if (at.nodeType !== "ClassDef") continue;
      if (!(at.body as readonly PyNode[]).includes(child)) return null;
      const earlier = (this.#functions.class(at).attributes.get(node.id) ?? []).filter((one) => this.range(one.node)[0] < this.range(node)[0] && one.value !== child);
      return earlier.at(-1)?.value ?? null;
    }
    return null;
  }

  flow(node: CodeNode): FlowNode {
    const own = py(node);
    const fn = functionAround(own, this.#tree);
    const { flow } = this.#graph(fn);
    for (let at: PyNode | null = own; at && at !== fn; at = this.#tree.parent(at)) {
      const point = flow.pointOf(at);
      if (point) return point;
    }
    return { kind: "start", fn: fn ? this.#functions.of(fn) : null };
  }

  madeAt(fn: FunctionFact): FlowNode | null {
    const own = py(fn.node);
    return this.#graph(functionAround(own, this.#tree)).flow.pointOf(own);
  }

  exits(fn: FunctionFact): readonly Exit[] {
    const graph = this.#graph(py(fn.node) as PyFunction);
    return graph.isGenerator ? [] : graph.flow.exits;
  }

  yields(fn: FunctionFact): readonly { readonly value: CodeNode; readonly isEach: boolean }[] {
    const graph = this.#graph(py(fn.node) as PyFunction);
    return graph.isGenerator ? graph.flow.yields : [];
  }

  changes(fn: FunctionFact, place: string): boolean {
    return this.#graph(py(fn.node) as PyFunction).flow.changes(place);
  }

  sharersOf(place: string, scope: FunctionFact | null): readonly FunctionFact[] {
    return this.#nested(scope ? py(scope.node) : this.root).filter((fn) => {
      const graph = this.#graph(py(fn.node) as PyFunction);
      return graph.flow.changes(place) && (graph.foreign.has(place) || !graph.flow.writes.has(place));
    });
  }

  /** The functions that are written inside a function; of a module none, as any of them may run at any time. */
  #nested(root: PyNode): readonly FunctionFact[] {
    if (root.nodeType === "Module") return [];
    const known = this.#inner.get(root);
    if (known) return known;
    const found: FunctionFact[] = [];
    const stack: PyNode[] = [...childrenOf(root)];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (isFunction(node)) found.push(this.#functions.of(node));
      stack.push(...childrenOf(node));
    }
    this.#inner.set(root, found);
    return found;
  }

  functionOf(node: CodeNode): FunctionFact | null {
    const fn = functionAround(py(node), this.#tree);
    return fn ? this.#functions.of(fn) : null;
  }

  writes(place: string, scope: FunctionFact | null): readonly Write[] {
    return this.#graph(scope ? (py(scope.node) as PyFunction) : null).flow.writes.get(place) ?? [];
  }

  scopeOf(place: string, from: FunctionFact | null): FunctionFact | null | undefined {
    for (let fn = from; fn; fn = fn.outer) {
      const graph = this.#graph(py(fn.node) as PyFunction);
      if (graph.flow.writes.has(place) && !graph.foreign.has(place)) return fn;
    }
    return this.#graph(null).flow.writes.has(place) ? null : undefined;
  }

  fieldWrites(cls: ClassFact, name: string): readonly Write[] {
    return [...cls.methods.values()].flatMap((method) => (method.self === null ? [] : (this.#graph(py(method.node) as PyFunction).flow.writes.get(`${method.self}.${name}`) ?? [])));
  }

  readsOf(place: string, scope: FunctionFact | null): number {
    const from = scope ? py(scope.node) : this.root;
    let reads = 0;
    const stack: PyNode[] = [from];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.nodeType === "Name" && node.id === place && node.ctx.nodeType === "Load") reads += 1;
      stack.push(...childrenOf(node));
    }
    return reads;
  }

  namesOf(fn: FunctionFact | null): readonly string[] {
    return [...this.#graph(fn ? (py(fn.node) as PyFunction) : null).flow.writes.keys()].filter((place) => !/[.~]/.test(place));
  }

  classOf(node: CodeNode): ClassFact | null {
    for (let at: PyNode | null = py(node); at; at = this.#tree.parent(at)) if (at.nodeType === "ClassDef") return this.#functions.class(at);
    return null;
  }

  typeOf(): TypeFact | null {
    return null;
  }

  pathOf(node: CodeNode): string | null {
    const own = py(node);
    if (own.nodeType === "Arg") return own.arg;
    return pathOf(own.nodeType === "NamedExpr" ? own.target : own, (name) => this.#placeOf(name));
  }

  givenName(node: CodeNode): string | null {
    const around = this.#tree.parent(py(node));
    const [target] = around?.nodeType === "Assign" && around.value === node ? around.targets : [];
    return target?.nodeType === "Name" ? target.id : null;
  }

  parent(node: CodeNode): CodeNode | null {
    return this.#tree.parent(py(node));
  }

  range(node: CodeNode): Range {
    return this.#source.getRange(py(node));
  }

  place(node: CodeNode): Place {
    return this.#source.getLoc(py(node));
  }

  excerpt(node: CodeNode): string {
    const own = py(node);
    if (own.nodeType === "Arg") return own.arg;
    if (own.nodeType === "ExceptHandler") return own.name ?? "except";
    if (own.nodeType === "FunctionDef" || own.nodeType === "AsyncFunctionDef" || own.nodeType === "ClassDef") return own.name;
    const [start, end] = this.range(node);
    const text = this.#source.text.slice(start, end).replace(/\s+/g, " ");
    return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1)}…` : text;
  }
}

const lastName = (func: PyNode): string => (func.nodeType === "Name" ? func.id : func.nodeType === "Attribute" ? func.attr : "");
