/** The other code files of a program, read and parsed when a question leads to them. */

import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { SourceCode } from "eslint";
import type * as scriptParser from "@typescript-eslint/parser";
import type { SourceCode as TsSourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { Module } from "../flow/elsewhere.ts";
import { Engine } from "../flow/engine.ts";
import { JavaScriptFacts } from "../languages/javascript/facts.ts";
import { PythonFacts } from "../languages/python/facts.ts";
import { PythonLanguage } from "../languages/python/language.ts";
import { PythonSourceCode } from "../languages/python/source-code.ts";
import { Kept, stampOf } from "../workspace/kept.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { catalogFor } from "./catalogs.ts";
import type { Settings } from "./settings.ts";


const MOST_BYTES = 1_000_000;

const require = createRequire(import.meta.url);
const python = new PythonLanguage();
const bySettings = new Map<string, Kept<Module | null>>();

/** The engine of a file and what others may import from it; null for one that cannot be read, or is too large. */
export function moduleAt(path: string, settings: Settings): Module | null {
  const key = JSON.stringify([settings.frameworks("python"), settings.frameworks("javascript"), settings.series, settings.addonsPath, settings.framework]);
  const kept = bySettings.get(key) ?? new Kept(stampOf, (file) => read(file, settings));
  bySettings.set(key, kept);
  return kept.of(path);
}

function read(path: string, settings: Settings): Module | null {
  try {
    if (statSync(path).size > MOST_BYTES) return null;
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    const facts = path.endsWith(".py") ? pythonFacts(path, text) : scriptFacts(path, text);
    return facts && { engine: new Engine(facts, catalogFor(facts.language, settings), elsewhereOf(path, facts.language, settings)), exports: facts };
  } catch {
    // Whoever lints the file itself hears why it cannot be read.
    return null;
  }
}

function pythonFacts(path: string, text: string): PythonFacts | null {
  const parsed = python.parse({ path, physicalPath: path, body: text, bom: false });
  return parsed.ok ? new PythonFacts(new PythonSourceCode({ text, ast: parsed.ast, hasBOM: false }), path) : null;
}

function scriptFacts(path: string, text: string): JavaScriptFacts {
  const { parseForESLint } = require("@typescript-eslint/parser") as typeof scriptParser;
  const { ast, scopeManager, visitorKeys } = parseForESLint(text, { ecmaFeatures: { jsx: /x$/.test(path) || /\.[cm]?js$/.test(path) }, filePath: path, range: true, loc: true, tokens: true, comment: true });
  const source = new SourceCode({ text, ast, scopeManager, visitorKeys } as unknown as ConstructorParameters<typeof SourceCode>[0]) as unknown as TsSourceCode;
  linkParents(ast, visitorKeys);
  return new JavaScriptFacts(source, path, () => null);
}

interface Linked {
  parent?: unknown;
  readonly type: string;
}

/** ESLint gives each node its parent when it walks; here nobody does. */
function linkParents(root: object, keys: Readonly<Record<string, readonly string[] | undefined>>): void {
  const stack: Linked[] = [root as Linked];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of childrenOf(node, keys[node.type] ?? [])) {
      child.parent = node;
      stack.push(child);
    }
  }
}

const childrenOf = (node: Linked, keys: readonly string[]): readonly Linked[] =>
  keys.flatMap((key) => (node as unknown as Record<string, Linked | (Linked | null)[] | null | undefined>)[key] ?? []).filter((child) => child !== null);
