/** What a file says of the objects that it writes out: their types, the names that they get, and what is left of them without an entry. */

import { describe, expect, it } from "vitest";
import type { CodeFacts } from "../../src/facts/code.ts";
import { fileFrom, type Language } from "./code-of.ts";

const objectsOf = (code: CodeFacts) => code.objects().map(({ node, type }) => ({ node, type: type() }));

/** The types of a file's objects, in order. */
const typesIn = (text: string, language: Language = "typescript"): readonly unknown[] => objectsOf(fileFrom(text, language).code).map(({ type }) => (type?.kind === "instance" ? type.path : (type?.kind ?? null)));

describe("declared types", () => {
  const imported = `import type { Config } from "lib";\n`;

  it.each([
    ["a variable", "const a: Config = {};", ["lib.Config()"]],
    ["satisfies, behind another cast", "const a = {} as const satisfies Config;", ["lib.Config()"]],
    ["a cast", "f({} as Config, <Config>{});", ["lib.Config()", "lib.Config()"]],
    ["the elements of a list, and of one way to it", "const a: Config[] = open ? [{}] : [];", ["lib.Config()"]],
    ["what a function returns", "function f(): Config { return {}; }\nconst g = async (): Promise<Config> => ({});", ["lib.Config()", "lib.Config()"]],
    ["a field of a class", "class A { static a: Config = {}; }", ["lib.Config()"]],
    ["a part of a type", "const a: Partial<Config> = {};", ["lib.Config()"]],
    ["nothing", "const a = {}; f({}); function* g(): Config { return {}; }", [null, null, null]],
    ["what is inside is something else", "const a: Config = { b: {} };", ["lib.Config()", null]],
  ] as const)("%s", (_, text, types) => {
    expect(typesIn(imported + text)).toEqual(types);
  });

  it("stand in comments where there are no types", () => {
    const text = `/** @type {import("lib").Config} */\nexport const a = {};\n/** @type {import('lib').Config[]} */\nconst b = [{}];\n/** @satisfies {import("lib").Config<any>} */\nexport default {};\n/** @type {import("./own").Config} */\nconst c = {};\n/** A config. */\nconst d = {};\n`;
    expect(typesIn(text, "javascript")).toEqual(["lib.Config()", "lib.Config()", "lib.Config()", null, null]);
  });
});

it("names are those of variables and fields", () => {
  const { code } = fileFrom("const a = { b: {} } as const; x.c = {}; d = {}; class E { f = {}; } g({});", "typescript");
  expect(code.objects().map(({ node }) => code.givenName(node))).toEqual(["a", "b", "c", "d", "f", null]);
});

it("Python's calls have names, too", () => {
  const { code } = fileFrom("a = f()\ng()\n", "python");
  expect(code.calls().map(({ node }) => code.givenName(node))).toEqual(["a", null]);
  expect(code.objects()).toEqual([]);
});

describe("an object without an entry", () => {
  /** What is left of a text without its first entry `gone`. */
  function without(text: string): string | null {
    const { code } = fileFrom(text, "javascript");
    const entries = code.objects().flatMap(({ node }) => { const view = code.view(node); return view.kind === "table" ? view.entries : []; });
    const entry = entries.find(({ key }) => key === "gone");
    const edits = entry ? code.edits.dropped(entry.value) : null;
    return edits && [...edits].sort((a, b) => b.range[0] - a.range[0]).reduce((left, { range: [start, end], text: put }) => left.slice(0, start) + put + left.slice(end), text);
  }

  it.each([
    ["the only one", "f({ gone: 1 });", "f({});"],
    ["the only one, on a line of its own", "f({\n  gone: 1,\n});", "f({\n});"],
    ["the only one, on a line of its own without a comma", "f({\n  gone: 1\n});", "f({\n});"],
    ["the first", "f({ gone: 1, a: 2 });", "f({ a: 2 });"],
    ["one in the middle", "f({ a: 1, gone: 2, b: 3 });", "f({ a: 1, b: 3 });"],
    ["the last", "f({ a: 1, gone: 2 });", "f({ a: 1 });"],
    ["the last, with a comma behind it", "f({ a: 1, gone: 2, });", "f({ a: 1, });"],
    ["a line in the middle", "f({\n  a: 1,\n  gone: 2,\n  b: 3,\n});", "f({\n  a: 1,\n  b: 3,\n});"],
    ["the last line, without a comma", "f({\n  a: 1,\n  gone: 2\n});", "f({\n  a: 1\n});"],
    ["lines that end otherwise", "f({\r\n  a: 1,\r\n  gone: 2,\r\n});", "f({\r\n  a: 1,\r\n});"],
    ["the last on a line, with more below", "f({ a: 1, gone: 2,\n  b: 3 });", "f({ a: 1,\n  b: 3 });"],
    ["several lines", "f({\n  a: 1,\n  gone: () => {\n    return 2;\n  },\n});", "f({\n  a: 1,\n});"],
    ["a shorthand", "f({ a, gone });", "f({ a });"],
    ["a method", "f({ gone() { return 1; }, a });", "f({ a });"],
    ["a comment in front of it stays", "f({\n  a: 1, // one\n  // two\n  gone: 2\n});", "f({\n  a: 1 // one\n  // two\n  \n});"],
    ["a comment behind it stays", "f({\n  gone: 2, // two\n  a: 1,\n});", "f({\n  // two\n  a: 1,\n});"],
    ["a comment in it", "f({ gone: /* two */ 2, a: 1 });", null],
    ["a comment before its comma", "f({ gone: 2 /* two */, a: 1 });", null],
  ] as const)("%s", (_, text, left) => {
    expect(without(text)).toBe(left);
  });
});
