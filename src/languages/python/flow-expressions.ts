/** Walks Python's expressions in the order in which they are evaluated: what they write, test and call. */

import type { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Selector, WriteSource } from "../../facts/flow.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import type { PyFunction } from "./views.ts";

export interface FlowContext {
  fn(node: PyFunction): FunctionFact;
  children(node: PyNode): readonly PyNode[];
  type(annotation: PyNode): TypeFact | null;
}

type Comprehension = PyNodeOf<"ListComp"> | PyNodeOf<"SetComp"> | PyNodeOf<"GeneratorExp"> | PyNodeOf<"DictComp">;

/** Calls that never come back. */
const ENDS = new Set(["sys.exit", "os._exit", "os.abort", "exit", "quit"]);

export abstract class ExpressionWalker {
  readonly foreign = new Set<string>();
  readonly places = new Map<PyNode, string>();
  isGenerator = false;
  protected readonly flow: FlowBuilder;
  protected readonly context: FlowContext;
  /** Variables of the comprehensions around, innermost last. */
  readonly #inner: Map<string, string>[] = [];
  #comprehensions = 0;

  constructor(flow: FlowBuilder, context: FlowContext) {
    this.flow = flow;
    this.context = context;
  }

  all(nodes: readonly PyNode[]): void {
    for (const node of nodes) this.visit(node);
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
        this.flow.mark(target);
        this.flow.write({ place: this.#placeOf(target), node: target, source, path });
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
    if (place !== null) this.flow.write({ place, node, source, path });
    else if (object !== null) this.flow.write({ place: `${object}.*`, node, source, path });
  }

  protected if(test: PyExpr, then: () => void, otherwise: () => void): void {
    this.flow.branch(() => { this.test(test, true); then(); }, () => { this.test(test, false); otherwise(); });
  }

  /** Evaluates a condition that comes out so: conjunctions and negations split by themselves. */
  test(node: PyExpr, outcome: boolean): void {
    if (node.nodeType === "UnaryOp" && node.op.nodeType === "Not") {
      this.test(node.operand, !outcome);
      return;
    }
    if (node.nodeType !== "BoolOp") {
      this.visit(node);
      this.flow.test(node, outcome);
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
    this.flow.branch(...ways);
  }

  // eslint-disable-next-line max-lines-per-function -- one case for each kind of expression
  protected expression(node: PyNode): boolean {
    const flow = this.flow;
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
        this.if(node.test, () => { this.visit(node.body); }, () => { this.visit(node.orelse); });
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
        if (node.value) this.flow.yields.push({ value: node.value, isEach: node.nodeType === "YieldFrom" });
        return false;
      default:
        return false;
    }
  }

  #call(node: PyNodeOf<"Call">): void {
    this.visit(node.func);
    if (node.func.nodeType === "Attribute") this.flow.called.add(pathOf(node.func.value, (name) => this.#placeOf(name)) ?? "");
    this.all(node.args);
    for (const keyword of node.keywords) this.visit(keyword.value);
    this.flow.call(node);
    this.flow.mark(node);
    const path = pathOf(node.func, ({ id }) => id);
    if (path !== null && ENDS.has(path)) this.flow.throw();
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
      this.flow.branch(() => { this.flow.test(left, goesOn); this.visit(right); rest(at + 1, right); }, () => { this.flow.test(left, !goesOn); });
    };
    rest(0, first);
  }

  /** Its variables live inside it; the first iterable is evaluated outside. */
  #comprehension(node: Comprehension): void {
    const after = this.flow.current;
    const variables = new Map<string, string>();
    this.#comprehensions += 1;
    const mark = `~${this.#comprehensions}`;
    node.generators.forEach((generator, index) => {
      this.visit(generator.iter);
      if (index === 0) this.#inner.push(variables);
      for (const name of namesIn(generator.target, this.context)) variables.set(name, `${name}${mark}`);
      this.target(generator.target, { kind: "element", of: generator.iter }, []);
      for (const condition of generator.ifs) this.test(condition, true);
    });
    if (node.nodeType === "DictComp") {
      this.visit(node.key);
      this.visit(node.value);
    } else this.visit(node.elt);
    this.#inner.pop();
    this.flow.mark(node);
    this.flow.current = after;
  }

  abstract visit(node: PyNode): void;
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
