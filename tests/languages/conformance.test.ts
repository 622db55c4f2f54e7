/** What every language promises to the reasoning, asked of its specimens. A new language has to pass the same suite. */

import { describe, expect, it } from "vitest";
import type { CodeFacts } from "../../src/facts/code.ts";
import type { CodeNode } from "../../src/facts/node.ts";
import type { View } from "../../src/facts/view.ts";
import { fileFrom, SPECIMENS } from "./code-of.ts";

/** Every node of a tree with its parent, as ESLint walks it. */
function nodesOf(of: object): readonly { readonly node: CodeNode; readonly parent: CodeNode | null }[] {
  const source = of as { readonly ast: CodeNode; readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>> };
  const found: { node: CodeNode; parent: CodeNode | null }[] = [];
  const stack: { node: CodeNode; parent: CodeNode | null }[] = [{ node: source.ast, parent: null }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    found.push(top);
    const { node } = top;
    const own = node as Record<string, unknown>;
    const type = (own.nodeType ?? own.type) as string;
    for (const key of source.visitorKeys[type] ?? []) {
      const child = own[key];
      for (const one of (Array.isArray(child) ? child : [child]) as (CodeNode | null | undefined)[]) if (one) stack.push({ node: one, parent: node });
    }
  }
  return found;
}

const partsOf = (view: View): readonly CodeNode[] => {
  switch (view.kind) {
    case "template": return view.pieces.map((piece) => piece.node);
    case "sum": case "repeat": case "overlap": return [view.left, view.right];
    case "percent": return [view.text, view.values];
    case "field": case "slice": return [view.object];
    case "index": return [view.object, view.key];
    case "call": return [view.callee, ...view.args.map((arg) => arg.node)];
    case "either": case "or": case "and": return view.of;
    case "many": return view.items.map((item) => item.node);
    case "table": return view.entries.flatMap(({ key, value }) => [...(key !== null && typeof key !== "string" ? [key] : []), value]);
    case "each": return [view.element, ...(view.key ? [view.key] : [])];
    case "same": return [view.node];
    case "arithmetic": return view.operands;
    case "text": case "constant": case "pattern": case "name": case "function": case "class": case "self": case "module": case "opaque": return [];
  }
};

/** What is no expression by itself: a part of a template, a decorator, an assignment that is a statement, what only a certain function may hold. */
const STANDS_NOT_ALONE = /^(?:[`}:]|@|new\.target|super\b)|\b(?:await|yield|return)\b|\*\w|^<li|^\S+ [-+*%]= /;

/** What a view says, without its nodes. */
const said = (code: CodeFacts, node: CodeNode): unknown => JSON.parse(JSON.stringify(code.view(node), (key, value: unknown) => (["node", "left", "right", "text", "values", "object", "key", "callee", "of", "element", "operands", "value", "fn", "cls", "pieces", "entries", "items", "args", "tag"].includes(key) && typeof value === "object" ? undefined : typeof value === "bigint" ? `${value}n` : value))) as unknown;

describe.each(SPECIMENS)("$name", ({ language, text }) => {
  const { code, engine, source } = fileFrom(text, language);
  const nodes = nodesOf(source);

  it("every node has a range inside its parent's, and a place that is the same range", () => {
    const lines = text.split("\n");
    const offset = ({ line, column }: { line: number; column: number }) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column;
    for (const { node, parent } of nodes) {
      const [start, end] = code.range(node);
      expect(start).toBeLessThanOrEqual(end);
      const { start: from, end: to } = code.place(node);
      expect([offset(from), offset(to)]).toEqual([start, end]);
      // A decorator stands before what ESLint's trees call its parent.
      const isDecorator = (node as { type?: string }).type === "Decorator" || ((parent as { decorator_list?: readonly unknown[] } | null)?.decorator_list?.includes(node) ?? false);
      if (parent && !isDecorator) expect(code.range(parent)[0]).toBeLessThanOrEqual(start);
      if (parent) expect(code.range(parent)[1]).toBeGreaterThanOrEqual(end);
    }
  });

  it("view() answers for every node, with nodes that lie inside it", () => {
    for (const { node } of nodes) {
      const [start, end] = code.range(node);
      for (const part of partsOf(code.view(node))) {
        const [from, to] = code.range(part);
        expect(from).toBeGreaterThanOrEqual(start);
        expect(to).toBeLessThanOrEqual(end);
      }
    }
  });

  it("every node has a point of control flow, and every call is one of calls()", () => {
    const calls = new Set(code.calls().map(({ node }) => node));
    for (const { node } of nodes) {
      expect(code.flow(node)).toHaveProperty("kind");
      if (code.view(node).kind === "call") expect(calls).toContain(node);
    }
  });

  it("the engine answers for every node, and the same twice", () => {
    for (const { node } of nodes) {
      if (code.view(node).kind === "opaque") continue;
      const first = engine.ask().valueOf(node);
      expect(engine.ask().valueOf(node)).toEqual(first);
    }
  });

  it("an expression's text, parsed by itself, gives the same view", () => {
    for (const { node } of nodes) {
      const view = code.view(node);
      if (!["text", "constant", "template", "sum", "percent", "repeat", "field", "index", "call", "many"].includes(view.kind)) continue;
      const [start, end] = code.range(node);
      const own = text.slice(start, end);
      if (STANDS_NOT_ALONE.test(own) || (view.kind === "text" && !/["'`]$/.test(own))) continue;
      const alone = fileFrom(`(${own})\n`, language);
      const found = nodesOf(alone.source).find((one) => {
        const [from, to] = alone.code.range(one.node);
        // The parentheses are a tuple's own.
        return to - from - own.length === (from === 1 ? 0 : 2) && alone.code.view(one.node).kind === view.kind;
      });
      expect(found, own).toBeDefined();
      if (found) expect(said(alone.code, found.node)).toEqual(said(code, node));
    }
  });

  it("each character of a written text has its place, and an empty plan changes nothing", () => {
    let checked = 0;
    for (const { node } of nodes) {
      const template = code.edits.template(node);
      if (!template) continue;
      for (const segment of template.segments) {
        if (segment.kind !== "chars") continue;
        expect(segment.places).toHaveLength(segment.value.length);
        segment.places.forEach(([from, to], at) => {
          const written = text.slice(from, to);
          checked += 1;
          if (written.length === 1) expect(written).toBe(segment.value[at]);
        });
      }
      expect(code.edits.rewrite(template, { chars: [], holes: new Map() })).toEqual([]);
    }
    expect(checked).toBeGreaterThan(100);
  });
});
