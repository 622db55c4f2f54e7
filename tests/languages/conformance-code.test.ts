/** What every language of code promises to the reasoning, asked of its specimens; the expressions of a template are code, too. */

import { describe, expect, it } from "vitest";
import type { LintedTemplate } from "../../src/core/template-file.ts";
import type { CodeFacts } from "../../src/facts/code.ts";
import type { CodeNode } from "../../src/facts/node.ts";
import type { View } from "../../src/facts/view.ts";
import { TemplatePart } from "../../src/languages/xml/template-expressions.ts";
import { CODE, fileFrom, TEMPLATES, templatesFrom } from "./code-of.ts";
import { asAny, nodesOf } from "./tree.ts";

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

/** What a template prints and what it sets, with all that these are made of. */
function nodesOfTemplate({ template: { outputs, code } }: LintedTemplate): readonly CodeNode[] {
  const values = outputs.flatMap((output) => output.value() ?? []);
  const set = code.namesOf(null).flatMap((name) => code.writes(name, null).map(({ node }) => node));
  const nodes = [...new Set([...values, ...set])];
  for (const node of nodes) for (const part of partsOf(code.view(node))) if (!nodes.includes(part)) nodes.push(part);
  return nodes;
}

const FILES = CODE.map(({ name, text, language }) => {
  const { code, engine, source } = fileFrom(text, language);
  return { name, text, language, code, engine, nodes: nodesOf(asAny(source)).map(({ node }) => node) };
});

const OF_TEMPLATES = TEMPLATES.flatMap((specimen) => templatesFrom(specimen, specimen.series).map((one) => ({
  name: `${specimen.name}, ${String(specimen.series)}: ${one.template.engine} ${one.template.name ?? ""}`,
  text: specimen.text, code: one.template.code, engine: one.engine, nodes: nodesOfTemplate(one), template: one.template,
})));

describe.each([...FILES, ...OF_TEMPLATES])("$name", ({ text, code, engine, nodes }) => {
  it("every node has a place that is its range", () => {
    const lines = text.split("\n");
    const offset = ({ line, column }: { line: number; column: number }) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column;
    for (const node of nodes) {
      const { start, end } = code.place(node);
      expect([offset(start), offset(end)]).toEqual(code.range(node));
    }
  });

  it("view() answers for every node, with nodes that lie inside it", () => {
    for (const node of nodes) {
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
    for (const node of nodes) {
      expect(code.flow(node)).toHaveProperty("kind");
      // What the engine hands in is an instance that no call of the file has made.
      if (code.view(node).kind === "call" && !(node instanceof TemplatePart)) expect(calls).toContain(node);
    }
  });

  it("the engine answers for every node, and the same twice", () => {
    for (const node of nodes) {
      if (code.view(node).kind === "opaque") continue;
      const first = engine.ask().valueOf(node);
      expect(engine.ask().valueOf(node)).toEqual(first);
    }
  });
});

/** What is no expression by itself: a part of a template, a decorator, an assignment that is a statement, what only a certain function may hold. */
const STANDS_NOT_ALONE = /^(?:[`}:]|@|new\.target|super\b)|\b(?:await|yield|return)\b|\*\w|^<li|^\S+ [-+*%]= /;

/** What a view says, without its nodes. */
const said = (code: CodeFacts, node: CodeNode): unknown => JSON.parse(JSON.stringify(code.view(node), (key, value: unknown) => (["node", "left", "right", "text", "values", "object", "key", "callee", "of", "element", "operands", "value", "fn", "cls", "pieces", "entries", "items", "args", "tag"].includes(key) && typeof value === "object" ? undefined : typeof value === "bigint" ? `${value}n` : value))) as unknown;

describe.each(FILES)("$name", ({ text, language, code, nodes }) => {
  it("an expression's text, parsed by itself, gives the same view", () => {
    for (const node of nodes) {
      const view = code.view(node);
      if (!["text", "constant", "template", "sum", "percent", "repeat", "field", "index", "call", "many"].includes(view.kind)) continue;
      const [start, end] = code.range(node);
      const own = text.slice(start, end);
      if (STANDS_NOT_ALONE.test(own) || (view.kind === "text" && !/["'`]$/.test(own))) continue;
      const alone = fileFrom(`(${own})\n`, language);
      const found = nodesOf(asAny(alone.source)).find((one) => {
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
    for (const node of nodes) {
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

describe.each(OF_TEMPLATES)("$name", ({ text, code, nodes, template }) => {
  it("what is printed lies where it is written, with the directive's name beside it", () => {
    for (const output of template.outputs) {
      const { directive, nameRange, valueRange } = output;
      const [start, end] = code.range(output.node);
      const name = nameRange && text.slice(...nameRange);
      if (name !== null) expect(name).toBe(directive.replace("*", output.attribute ?? ""));
      expect(start).toBeLessThanOrEqual(valueRange[0]);
      expect(end).toBeGreaterThanOrEqual(valueRange[1]);
      const value = output.value();
      expect(value, text.slice(...valueRange)).not.toBeNull();
      if (!value) continue;
      const [from, to] = code.range(value);
      expect(from).toBeGreaterThanOrEqual(valueRange[0]);
      expect(to).toBeLessThanOrEqual(valueRange[1]);
    }
  });

  it("an expression's name is written as it reads, and a repair of the code is none", () => {
    for (const node of nodes) {
      const view = code.view(node);
      if (code.parent(node) && view.kind === "name") expect(text.slice(...code.range(node))).toBe(view.name);
      expect(code.edits.template(node)).toBeNull();
    }
  });
});

it("the specimens have templates of every kind of engine, in both languages", () => {
  expect([...new Set(OF_TEMPLATES.map(({ template: { engine }, code: { language } }) => `${engine} ${language}`))].sort()).toEqual([
    "kanban javascript", "legacy-client javascript", "mail-jinja python", "mail-qweb python", "owl2 javascript", "server python",
  ]);
});
