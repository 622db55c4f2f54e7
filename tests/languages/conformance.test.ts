/** What every language promises to ESLint, asked of its specimens. A new language has to pass the same suite. */

import type { Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { EVERY, lintedWith, sourceOf, type Specimen } from "./code-of.ts";
import { asAny, childrenOf, nodesOf, typeOf, type AnySource, type Placed } from "./tree.ts";

/** Every specimen as it is, and with the line ends of Windows. */
const FILES: readonly Specimen[] = EVERY.flatMap((one) => [one, { ...one, name: `${one.name}, CRLF`, text: one.text.replace(/\r?\n/g, "\r\n") }]);

/** How a language writes a comment; CSV has none. */
const COMMENTS: readonly [RegExp, (said: string) => string][] = [
  [/\.py$/, (said) => `# ${said}`],
  [/\.[jt]sx?$/, (said) => `/* ${said} */`],
  [/\.xml$/, (said) => `<!-- ${said} -->`],
];
const WITH_COMMENTS = EVERY.flatMap((one) => COMMENTS.flatMap(([path, comment]) => (path.test(one.path) ? [{ ...one, comment }] : [])));

/** A decorator stands before what ESLint's trees call its parent. */
const isDecorator = ({ node, key }: Placed) => typeOf(node) === "Decorator" || key === "decorator_list";

/** What a tree says, without its nodes' identity. */
const said = (source: AnySource) => nodesOf(source).map(({ node, key }) => {
  const own = node as Record<string, unknown>;
  return [key, typeOf(node), ...source.getRange(node), ...["name", "value", "id"].map((name) => (typeof own[name] === "string" ? own[name] : null))];
});

describe.each(FILES)("$name", ({ text, path }) => {
  const source = asAny(sourceOf(text, path));
  const nodes = nodesOf(source);

  it("every node lies inside its parent", () => {
    for (const one of nodes) {
      const [start, end] = source.getRange(one.node);
      expect(start).toBeLessThanOrEqual(end);
      if (!one.parent) continue;
      const [from, to] = source.getRange(one.parent);
      if (!isDecorator(one)) expect(from).toBeLessThanOrEqual(start);
      expect(to).toBeGreaterThanOrEqual(end);
      expect(source.getAncestors(one.node).at(-1)).toBe(one.parent);
    }
  });

  it("what one field of a node holds stands in order and does not overlap", () => {
    for (const { node } of nodes) {
      const last = new Map<string, number>();
      for (const { node: child, key } of childrenOf(source, node)) {
        const [start, end] = source.getRange(child);
        expect(start).toBeGreaterThanOrEqual(last.get(key) ?? 0);
        last.set(key, end);
      }
    }
  });

  it("a node's text is that of its range, and its place is the same", () => {
    expect(source.getText()).toBe(text);
    for (const { node } of nodes) {
      const [start, end] = source.getRange(node);
      expect(source.getText(node)).toBe(text.slice(start, end));
      const loc = source.getLoc(node);
      expect([source.getIndexFromLoc(loc.start), source.getIndexFromLoc(loc.end)]).toEqual([start, end]);
      expect([source.getLocFromIndex(start), source.getLocFromIndex(end)]).toEqual([loc.start, loc.end]);
    }
  });

  it("ESLint enters every node once, behind its parent, and leaves it once, before its parent", () => {
    const open: unknown[] = [];
    const left = new Set<unknown>();
    for (const { kind, phase, target } of source.traverse()) {
      // The other kind of step are events of ESLint's own analysis of JavaScript.
      if (kind !== 1) continue;
      if (phase === 1) {
        expect(source.getAncestors(target as object).at(-1)).toBe(open.at(-1));
        open.push(target);
        continue;
      }
      expect(open.pop()).toBe(target);
      expect(left.has(target)).toBe(false);
      left.add(target);
    }
    expect(open).toEqual([]);
    expect(left).toEqual(new Set(nodes.map(({ node }) => node)));
  });

  it("the same text gives the same tree", () => {
    expect(said(asAny(sourceOf(text, path)))).toEqual(said(source));
  });
});

/** Complains of every node. */
const complaint: Rule.RuleModule = { create: (context) => ({ "*": (node: Rule.Node) => { context.report({ loc: context.sourceCode.getLoc(node), message: "here" }); } }) };

describe.each(WITH_COMMENTS)("$name", ({ text, path, comment }) => {
  const lines = text.split("\n");
  /** The lines with a finding when a comment has line `at` to itself; none where that cannot be read. */
  const reported = (directive: string, at: number) => {
    const messages = lintedWith(complaint, [...lines.slice(0, at - 1), comment(directive), ...lines.slice(at - 1)].join("\n"), path);
    return new Set(messages.some(({ fatal }) => fatal) ? [] : messages.map(({ line }) => line));
  };
  /** A line at which a comment may stand, with something to complain of behind it. */
  const at = lines.findIndex((_, line) => line > 1 && reported("a note", line).has(line + 1));
  const all = [...reported("a note", at)];

  it("nothing is said behind `eslint-disable`", () => {
    expect([...reported("eslint-disable catch/it", at)]).toEqual(all.filter((line) => line < at));
  });

  it("nothing is said of the line below `eslint-disable-next-line`", () => {
    expect([...reported("eslint-disable-next-line catch/it", at)]).toEqual(all.filter((line) => line !== at + 1));
  });

  it("a setting is for the whole file", () => {
    expect([...reported("eslint catch/it: off", at)]).toEqual([]);
  });
});
