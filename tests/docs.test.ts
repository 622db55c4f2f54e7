/** Every example on a rule's page is run: what is called incorrect is reported, what is called correct is not, what is called fixed is what the fix gives. */

import { readFileSync, readdirSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../src/index.ts";

interface Block {
  readonly line: number;
  readonly language: "py" | "js" | "ts" | "jsx" | "tsx" | "xml" | "csv";
  readonly kind: "incorrect" | "correct" | "fixed" | "suggested";
  readonly code: string;
  readonly file: string;
  readonly preset: "recommended" | "strict" | null;
  readonly own: Readonly<Record<string, readonly string[] | number>>;
}

const PAGES = new URL("../docs/rules/", import.meta.url);
const EXAMPLE = /^```(py|[jt]sx?|xml|csv) (incorrect|correct|fixed|suggested)(.*)\n([^]*?)^```$/gm;

const PATHS: Readonly<Record<string, string>> = { py: "models/example.py", xml: "views/example.xml", csv: "security/ir.model.access.csv" };

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(EXAMPLE)].map((match) => {
    const [, language, kind, info = "", code = ""] = match;
    const words = new Map([...info.matchAll(/(\w+)=(\S+)/g)].map(([, key = "", value = ""]) => [key, value]));
    const own = ["cursors", "safe", "sensitive", "allow"].flatMap((key) => (words.has(key) ? [[key, words.get(key)?.split(",") ?? []] as const] : []));
    return {
      line: page.slice(0, match.index).split("\n").length,
      language: language as Block["language"],
      kind: kind as Block["kind"],
      code,
      file: words.get("file") ?? PATHS[language ?? ""] ?? `src/example.${language ?? ""}`,
      preset: (words.get("preset") as "recommended" | "strict" | undefined) ?? null,
      // No addon lies around an example to say it.
      own: { ...Object.fromEntries(own), ...(words.has("series") ? { series: Number(words.get("series")) } : {}) },
    };
  });
}

const linter = new Linter({ configType: "flat" });

/** The preset with the example's own names; with a rule's name only that rule. */
function configFor(block: Block, preset: "recommended" | "strict", rule: string | null): Linter.Config[] {
  return pitfalls.configs[preset].map((config) => ({
    ...config,
    settings: { pitfalls: { preset, ...block.own } },
    rules: rule === null ? (config.rules ?? {}) : { [`pitfalls/${rule}`]: "error" },
  }));
}

const lint = (block: Block, preset: "recommended" | "strict", rule: string | null) => linter.verify(block.code, configFor(block, preset, rule), { filename: block.file });

/** The incorrect example that a `fixed` or `suggested` one belongs to. */
function before(blocks: readonly Block[], block: Block): Block {
  const found = blocks.slice(0, blocks.indexOf(block)).findLast(({ kind }) => kind === "incorrect");
  if (!found) throw new Error(`line ${String(block.line)}: nothing incorrect stands before it`);
  return found;
}

function check(rule: string, blocks: readonly Block[], block: Block): void {
  switch (block.kind) {
    case "incorrect": {
      const found = lint(block, block.preset ?? "recommended", null);
      expect(found.map(({ ruleId, message, fatal }) => (fatal ? message : ruleId))).toContain(`pitfalls/${rule}`);
      expect(found.filter(({ fatal }) => fatal)).toEqual([]);
      return;
    }
    case "correct":
      expect(lint(block, block.preset ?? "strict", null).map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([]);
      return;
    case "fixed": {
      const source = before(blocks, block);
      expect(linter.verifyAndFix(source.code, configFor(source, "strict", rule), { filename: source.file }).output).toBe(block.code);
      return;
    }
    case "suggested": {
      const source = before(blocks, block);
      const offers = lint(source, "strict", rule).flatMap(({ suggestions = [] }) => suggestions);
      expect(offers.map(({ fix: { range, text } }) => source.code.slice(0, range[0]) + text + source.code.slice(range[1]))).toContain(block.code);
    }
  }
}

const HEADINGS = ["What it reports", "What it fixes, and when it only suggests", "What it knows", "Known limits", "Options", "When to turn it off", "Further reading"];

const pages = readdirSync(PAGES).filter((file) => file.endsWith(".md")).map((file) => ({ rule: file.slice(0, -3), page: readFileSync(new URL(file, PAGES), "utf8") }));

describe.each(pages)("the page of $rule", ({ rule, page }) => {
  const blocks = blocksOf(page);

  it("has the headings that every page has, in their order", () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  });

  it("shows something incorrect and something correct", () => {
    expect(blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["incorrect", "correct"]));
  });

  it("has no example that this test does not run", () => {
    const fences = page.match(/^```(?:py|[jt]sx?|xml|csv) \S/gm) ?? [];
    expect(blocks).toHaveLength(fences.length);
  });

  it.each(blocks)("line $line: $language $kind", (block) => {
    check(rule, blocks, block);
  });
});

it("every rule has a page", () => {
  expect(pages.map(({ rule }) => rule).sort()).toEqual(Object.keys(pitfalls.rules).sort());
});
