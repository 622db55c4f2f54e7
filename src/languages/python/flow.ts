/** Builds the flow graph of a Python function along its statements. */

import { FlowBuilder } from "../../facts/flow-builder.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { PyNode, PyNodeOf } from "./ast.ts";
import { ExpressionWalker, pathOf, type FlowContext } from "./flow-expressions.ts";
import type { PyFunction } from "./views.ts";

/** A function's graph, with what only Python has: names of outer scopes, and of comprehensions. */
export interface PythonGraph {
  readonly flow: FlowBuilder;
  /** Names declared `global` or `nonlocal`. */
  readonly foreign: ReadonlySet<string>;
  /** The place of a name inside a comprehension that has a variable of that name. */
  readonly places: ReadonlyMap<PyNode, string>;
  readonly isGenerator: boolean;
}

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

class Walker extends ExpressionWalker {
  visit(node: PyNode): void {
    if (!this.#statement(node) && !this.#loop(node) && !this.expression(node)) this.all(this.context.children(node));
  }

  // eslint-disable-next-line max-lines-per-function -- one case for each kind of statement
  #statement(node: PyNode): boolean {
    const flow = this.flow;
    switch (node.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.all(node.decorator_list);
        flow.mark(node);
        flow.write({ place: node.name, node, source: { kind: "function", fn: this.context.fn(node) } });
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
        this.all(this.context.children(node));
        flow.throw();
        return true;
      case "Assign":
        this.visit(node.value);
        for (const target of node.targets) this.target(target, { kind: "value", node: node.value }, []);
        return true;
      case "AnnAssign":
        if (node.value) {
          this.visit(node.value);
          this.target(node.target, { kind: "value", node: node.value, type: this.context.type(node.annotation) }, []);
        }
        return true;
      case "AugAssign":
        this.visit(node.target);
        this.visit(node.value);
        flow.mark(node);
        this.target(node.target, { kind: "value", node }, []);
        return true;
      case "If":
        this.if(node.test, () => { this.all(node.body); }, () => { this.all(node.orelse); });
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
    const flow = this.flow;
    switch (node.nodeType) {
      case "While":
        flow.loop({ body: () => { this.test(node.test, true); this.all(node.body); }, leave: () => { this.test(node.test, false); this.all(node.orelse); } });
        return true;
      case "For":
      case "AsyncFor":
        this.visit(node.iter);
        flow.loop({
          isOfElements: true,
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
    this.flow.try({
      body: () => { this.all(node.body); this.all(node.orelse); },
      handlers: node.handlers.map((handler) => () => {
        if (handler.type) this.visit(handler.type);
        if (handler.name) this.flow.write({ place: handler.name, node: handler, source: { kind: "caught" } });
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
      this.flow.case(node.subject, values, pathOf(node.subject, ({ id }) => id));
      if (!values) for (const name of capturesOf(one.pattern, this.context)) this.flow.write({ place: name, node: one.pattern, source: { kind: "unknown" } });
      if (one.guard) this.test(one.guard, true);
      this.all(one.body);
    });
    this.flow.branch(...ways, ...(isComplete ? [] : [() => undefined]));
  }

  #imports(node: PyNodeOf<"Import"> | PyNodeOf<"ImportFrom">): void {
    for (const alias of node.names) {
      const local = alias.asname ?? (node.nodeType === "Import" ? (alias.name.split(".")[0] ?? alias.name) : alias.name);
      const whole = alias.asname || node.nodeType === "ImportFrom" ? alias.name : local;
      const isRelative = node.nodeType === "ImportFrom" && (node.level ?? 0) > 0;
      const path = isRelative ? `?${alias.name}` : node.nodeType === "ImportFrom" ? `${node.module ?? ""}.${alias.name}` : whole;
      const module = node.nodeType === "ImportFrom" ? ".".repeat(node.level ?? 0) + (node.module ?? "") : whole;
      this.flow.write({ place: local, node: alias, source: { kind: "import", path, from: { module, member: node.nodeType === "ImportFrom" ? alias.name : null } } });
    }
  }
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
