/** Builds the flow graph of a Python function along its statements. */

import { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Selector, WriteSource } from "../../facts/flow.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import type { PyFunction } from "./views.ts";

export interface FlowContext {
  fn(node: PyFunction): FunctionFact;
  children(node: PyNode): readonly PyNode[];
}

/** A function's graph, with what only Python has: names of outer scopes, and of comprehensions. */
export interface PythonGraph {
  readonly flow: FlowBuilder;
  /** Names declared `global` or `nonlocal`. */
  readonly foreign: ReadonlySet<string>;
  /** The place of a name inside a comprehension that has a variable of that name. */
  readonly places: ReadonlyMap<PyNode, string>;
  readonly isGenerator: boolean;
}

type Comprehension = PyNodeOf<"ListComp"> | PyNodeOf<"SetComp"> | PyNodeOf<"GeneratorExp"> | PyNodeOf<"DictComp">;

export function flowOf(root: PyFunction | PyNodeOf<"Module">, fact: FunctionFact | null, context: FlowContext): PythonGraph {
  const flow = new FlowBuilder(fact);
  const walker = new Walker(flow, context);
  if (root.nodeType === "Module") walker.all(root.body);
  else if (fact) {
    fact.parameters.forEach((parameter, index) => { flow.write({ place: parameter.name, node: parameter.node, source: { kind: "parameter", index } }); });
    if (root.nodeType === "Lambda") {
      walker.visit(root.body);
      flow.return(root.body);
    } else walker.all(root.body);
  }
  if (root.nodeType !== "Lambda") flow.return(null);
  return { flow, foreign: walker.foreign, places: walker.places, isGenerator: walker.isGenerator };
}

class Walker {
  readonly foreign = new Set<string>();
  readonly places = new Map<PyNode, string>();
  isGenerator = false;
  readonly #flow: FlowBuilder;
  readonly #context: FlowContext;
  /** Variables of the comprehensions around, innermost last. */
  readonly #inner: Map<string, string>[] = [];
  #comprehensions = 0;

  constructor(flow: FlowBuilder, context: FlowContext) {
    this.#flow = flow;
    this.#context = context;
  }

  all(nodes: readonly PyNode[]): void {
    for (const node of nodes) this.visit(node);
  }

  visit(node: PyNode): void {
    if (!this.#statement(node) && !this.#loop(node) && !this.#expression(node)) this.all(this.#context.children(node));
  }

  #placeOf(node: PyNodeOf<"Name">): string {
    for (let at = this.#inner.length - 1; at >= 0; at -= 1) {
      const place = this.#inner[at]?.get(node.id);
      if (place !== undefined) {
        this.places.set(node, place);
        return place;
      }
    }
    return node.id;
  }

  /** Writes what a target takes apart. */
  target(target: PyNode, source: WriteSource, path: readonly Selector[]): void {
    switch (target.nodeType) {
      case "Name":
        this.#flow.mark(target);
        this.#flow.write({ place: this.#placeOf(target), node: target, source, path });
        return;
      case "Tuple":
      case "List":
        target.elts.forEach((element, index) => {
          if (element.nodeType === "Starred") this.target(element.value, source, [...path, { kind: "rest", without: [] }]);
          else this.target(element, source, [...path, { kind: "position", index }]);
        });
        return;
      case "Starred":
        this.target(target.value, source, [...path, { kind: "rest", without: [] }]);
        return;
      case "Attribute":
      case "Subscript":
        this.#member(target, source, path);
        return;
      default:
        this.visit(target);
    }
  }

  #member(node: PyNodeOf<"Attribute"> | PyNodeOf<"Subscript">, source: WriteSource, path: readonly Selector[]): void {
    this.visit(node.value);
    if (node.nodeType === "Subscript") this.visit(node.slice);
    const place = pathOf(node, (name) => this.#placeOf(name));
    const object = place === null ? pathOf(node.value, (name) => this.#placeOf(name)) : null;
    if (place !== null) this.#flow.write({ place, node, source, path });
    else if (object !== null) this.#flow.write({ place: `${object}.*`, node, source, path });
  }

  #statement(node: PyNode): boolean {
    const flow = this.#flow;
    switch (node.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.all(node.decorator_list);
        flow.mark(node);
        flow.write({ place: node.name, node, source: { kind: "function", fn: this.#context.fn(node) } });
        return true;
      case "ClassDef":
        this.all(node.bases);
        flow.mark(node);
        flow.write({ place: node.name, node, source: { kind: "value", node } });
        return true;
      case "Return":
        if (node.value) this.visit(node.value);
        flow.return(node.value ?? null);
        return true;
      case "Raise":
        this.all(this.#context.children(node));
        flow.throw();
        return true;
      case "Assign":
        this.visit(node.value);
        for (const target of node.targets) this.target(target, { kind: "value", node: node.value }, []);
        return true;
      case "AnnAssign":
        if (node.value) {
          this.visit(node.value);
          this.target(node.target, { kind: "value", node: node.value }, []);
        }
        return true;
      case "AugAssign":
        this.visit(node.target);
        this.visit(node.value);
        flow.mark(node);
        this.target(node.target, { kind: "value", node }, []);
        return true;
      case "If":
        this.#if(node.test, () => { this.all(node.body); }, () => { this.all(node.orelse); });
        return true;
      case "Assert":
        this.test(node.test, true);
        return true;
      case "Break":
        flow.break(null);
        return true;
      case "Continue":
        flow.continue(null);
        return true;
      case "Delete":
        for (const target of node.targets) if (target.nodeType === "Name") flow.write({ place: target.id, node: target, source: { kind: "unknown" }, how: "delete" });
        return true;
      case "Global":
      case "Nonlocal":
        for (const name of node.names) this.foreign.add(name);
        return true;
      case "Import":
      case "ImportFrom":
        this.#imports(node);
        return true;
      default:
        return false;
    }
  }

  #loop(node: PyNode): boolean {
    const flow = this.#flow;
    switch (node.nodeType) {
      case "While":
        flow.loop({ enter: () => undefined, body: () => { this.test(node.test, true); this.all(node.body); }, leave: () => { this.test(node.test, false); this.all(node.orelse); } });
        return true;
      case "For":
      case "AsyncFor":
        this.visit(node.iter);
        flow.loop({
          enter: () => undefined,
          body: () => { this.target(node.target, { kind: "element", of: node.iter }, []); this.all(node.body); },
          leave: () => { this.all(node.orelse); },
        });
        return true;
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          this.visit(item.context_expr);
          if (item.optional_vars) this.target(item.optional_vars, { kind: "entered", node: item.context_expr }, []);
        }
        this.all(node.body);
        return true;
      case "Try":
      case "TryStar":
        this.#try(node);
        return true;
      case "Match":
        this.#match(node);
        return true;
      default:
        return false;
    }
  }

  #try(node: PyNodeOf<"Try"> | PyNodeOf<"TryStar">): void {
    this.#flow.try({
      body: () => { this.all(node.body); this.all(node.orelse); },
      handlers: node.handlers.map((handler) => () => {
        if (handler.nodeType !== "ExceptHandler") return;
        if (handler.type) this.visit(handler.type);
        if (handler.name) this.#flow.write({ place: handler.name, node: handler, source: { kind: "unknown" } });
        this.all(handler.body);
      }),
      after: node.finalbody.length > 0 ? () => { this.all(node.finalbody); } : null,
    });
  }

  #match(node: PyNodeOf<"Match">): void {
    this.visit(node.subject);
    const isComplete = node.cases.some((one) => !one.guard && one.pattern.nodeType === "MatchAs" && !one.pattern.pattern);
    const ways = node.cases.map((one) => () => {
      const values = constantsOf(one.pattern);
      this.#flow.case(node.subject, values);
      if (!values) for (const name of capturesOf(one.pattern, this.#context)) this.#flow.write({ place: name, node: one.pattern, source: { kind: "unknown" } });
      if (one.guard) this.test(one.guard, true);
      this.all(one.body);
    });
    this.#flow.branch(...ways, ...(isComplete ? [] : [() => undefined]));
  }

  #imports(node: PyNodeOf<"Import"> | PyNodeOf<"ImportFrom">): void {
    for (const alias of node.names) {
      const local = alias.asname ?? (node.nodeType === "Import" ? (alias.name.split(".")[0] ?? alias.name) : alias.name);
      const whole = alias.asname || node.nodeType === "ImportFrom" ? alias.name : local;
      const isRelative = node.nodeType === "ImportFrom" && (node.level ?? 0) > 0;
      const path = isRelative ? `?${alias.name}` : node.nodeType === "ImportFrom" ? `${node.module ?? ""}.${alias.name}` : whole;
      this.#flow.write({ place: local, node: alias, source: { kind: "import", path } });
    }
  }

  #if(test: PyExpr, then: () => void, otherwise: () => void): void {
    this.#flow.branch(() => { this.test(test, true); then(); }, () => { this.test(test, false); otherwise(); });
  }

  /** Evaluates a condition that comes out so: conjunctions and negations split by themselves. */
  test(node: PyExpr, outcome: boolean): void {
    if (node.nodeType === "UnaryOp" && node.op.nodeType === "Not") {
      this.test(node.operand, !outcome);
      return;
    }
    if (node.nodeType !== "BoolOp") {
      this.visit(node);
      this.#flow.test(node, outcome);
      return;
    }
    if ((node.op.nodeType === "And") === outcome) {
      for (const value of node.values) this.test(value, outcome);
      return;
    }
    const ways = node.values.map((last, index) => () => {
      for (const value of node.values.slice(0, index)) this.test(value, !outcome);
      this.test(last, outcome);
    });
    this.#flow.branch(...ways);
  }

  #expression(node: PyNode): boolean {
    const flow = this.#flow;
    switch (node.nodeType) {
      case "Name":
        flow.mark(node);
        flow.touch(this.#placeOf(node));
        return true;
      case "Attribute":
        this.visit(node.value);
        flow.mark(node);
        return true;
      case "Subscript":
        this.visit(node.value);
        this.visit(node.slice);
        flow.mark(node);
        return true;
      case "Call":
        this.#call(node);
        return true;
      case "BinOp":
        this.#binary(node);
        return true;
      case "BoolOp":
        this.#connective(node);
        return true;
      case "IfExp":
        this.#if(node.test, () => { this.visit(node.body); }, () => { this.visit(node.orelse); });
        return true;
      case "NamedExpr":
        this.visit(node.value);
        this.target(node.target, { kind: "value", node: node.value }, []);
        return true;
      case "Lambda":
        flow.mark(node);
        return true;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        this.#comprehension(node);
        return true;
      case "Yield":
      case "YieldFrom":
        this.isGenerator = true;
        return false;
      default:
        return false;
    }
  }

  #call(node: PyNodeOf<"Call">): void {
    this.visit(node.func);
    this.all(node.args);
    for (const keyword of node.keywords) this.visit(keyword.value);
    this.#flow.call(node);
    this.#flow.mark(node);
  }

  #binary(node: PyNodeOf<"BinOp">): void {
    const rights: PyNode[] = [];
    let left: PyNode = node;
    while (left.nodeType === "BinOp") {
      rights.push(left.right);
      left = left.left;
    }
    this.visit(left);
    for (const right of rights.reverse()) this.visit(right);
  }

  #connective(node: PyNodeOf<"BoolOp">): void {
    const goesOn = node.op.nodeType === "And";
    const [first, ...others] = node.values;
    if (!first) return;
    this.visit(first);
    const rest = (at: number, left: PyExpr): void => {
      const right = others[at];
      if (!right) return;
      this.#flow.branch(() => { this.#flow.test(left, goesOn); this.visit(right); rest(at + 1, right); }, () => { this.#flow.test(left, !goesOn); });
    };
    rest(0, first);
  }

  /** Its variables live inside it; the first iterable is evaluated outside. */
  #comprehension(node: Comprehension): void {
    const after = this.#flow.current;
    const variables = new Map<string, string>();
    this.#comprehensions += 1;
    const mark = `~${this.#comprehensions}`;
    node.generators.forEach((generator, index) => {
      this.visit(generator.iter);
      if (index === 0) this.#inner.push(variables);
      for (const name of namesIn(generator.target, this.#context)) variables.set(name, `${name}${mark}`);
      this.target(generator.target, { kind: "element", of: generator.iter }, []);
      for (const condition of generator.ifs) this.test(condition, true);
    });
    if (node.nodeType === "DictComp") {
      this.visit(node.key);
      this.visit(node.value);
    } else this.visit(node.elt);
    this.#inner.pop();
    this.#flow.mark(node);
    this.#flow.current = after;
  }
}

/** A text for a name or a path of attributes and constant keys. */
export function pathOf(node: PyNode, placeOf: (name: PyNodeOf<"Name">) => string): string | null {
  const parts: string[] = [];
  let at = node;
  for (;;) {
    if (parts.length > 5) return null;
    if (at.nodeType === "Name") return [placeOf(at), ...parts].join(".");
    if (at.nodeType === "Attribute") {
      parts.unshift(at.attr);
      at = at.value;
    } else if (at.nodeType === "Subscript" && at.slice.nodeType === "Constant" && typeof at.slice.value === "string" && !at.slice.value.includes(".")) {
      parts.unshift(at.slice.value);
      at = at.value;
    } else return null;
  }
}

function namesIn(target: PyNode, context: FlowContext): readonly string[] {
  return target.nodeType === "Name" ? [target.id] : context.children(target).flatMap((child) => namesIn(child, context));
}

/** The constants that a pattern matches; null for any other pattern. */
function constantsOf(pattern: PyNode): readonly PyNode[] | null {
  if (pattern.nodeType === "MatchValue") return [pattern.value];
  if (pattern.nodeType !== "MatchOr") return null;
  const parts = pattern.patterns.map(constantsOf);
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function capturesOf(pattern: PyNode, context: FlowContext): readonly string[] {
  const own = (pattern.nodeType === "MatchAs" || pattern.nodeType === "MatchStar") && pattern.name ? [pattern.name] : [];
  return [...own, ...context.children(pattern).flatMap((child) => capturesOf(child, context))];
}


