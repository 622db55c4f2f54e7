/** The models that an addon's Python files define or extend. */

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FieldOptions } from "./framework/data.ts";
import { classesOf, describe, type ClassNode, type Described } from "./framework/source/classes.ts";
import type { Literal } from "./framework/source/literals.ts";
import { entriesOf, firstOf, Kept, once, stampOf } from "./kept.ts";
import { summarized } from "./summaries.ts";

/** What one class says of a model. */
export interface ModelPart extends Described {
  readonly file: string;
  readonly model: string;
  /** Models that it takes fields and methods from, besides itself. */
  readonly parents: readonly string[];
  /** Models whose fields it has through a link. */
  readonly delegates: readonly string[];
}

export interface Field {
  /** The field's class in snake case: `char`, `many2one`. */
  readonly type: string;
  readonly options: FieldOptions;
}

/** What is known of an addon's models; nothing is parsed until a name asks for it. */
export interface Models {
  /** Names that some class gives the result of a call, and that of every method. */
  readonly names: () => ReadonlySet<string>;
  readonly parts: () => ReadonlyMap<string, readonly ModelPart[]>;
  /** Files that call a method with a private name (`_x`). */
  filesCalling(name: string): readonly string[];
}

const MOST_FILES = 2_000;
const MOST_BYTES = 1_000_000;
const LEFT_OUT = new Set(["node_modules", "static", "tests", "migrations", "upgrades", "i18n", ".git", "__pycache__"]);

interface PythonFile {
  readonly names: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  readonly parts: () => readonly ModelPart[];
}

const files = new Kept<PythonFile>(stampOf, (path) => {
  const text = textOf(path);
  return { names: namesIn(text), calls: callsIn(text), parts: once(() => (mayHoldModels(text) ? summarized(path, text, () => partsIn(path)) : [])) };
});
const listings = new Kept<Models>(() => String(performance.now()), modelsUnder);

/** The models of the addon at a folder. */
export const modelsOf = (root: string): Models => listings.of(root);

function modelsUnder(root: string): Models {
  const paths = pythonFiles(root);
  return {
    names: once(() => new Set(paths.flatMap((path) => [...files.of(path).names]))),
    parts: once(() => byModel(paths.flatMap((path) => files.of(path).parts()))),
    filesCalling: (name) => paths.filter((path) => files.of(path).calls.has(name)),
  };
}

function byModel(parts: readonly ModelPart[]): ReadonlyMap<string, readonly ModelPart[]> {
  const models = new Map<string, ModelPart[]>();
  for (const part of parts) models.set(part.model, [...(models.get(part.model) ?? []), part]);
  return models;
}

/** The Python files of an addon, in a fixed order. */
export function pythonFiles(root: string): readonly string[] {
  const found: string[] = [];
  const stack = [root];
  for (let folder = stack.pop(); folder !== undefined && found.length < MOST_FILES; folder = stack.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !LEFT_OUT.has(basename(path))) stack.push(path);
      else if (entry.isFile() && entry.name.endsWith(".py")) found.push(path);
    }
  }
  return found.sort();
}

/** More than a file's fields and methods, never fewer, without a parse. */
function namesIn(text: string): ReadonlySet<string> {
  if (!mayHoldModels(text)) return new Set();
  return new Set(Array.from(text.matchAll(/^[ \t]+(?:(?:async[ \t]+)?def[ \t]+)?(\w+)[ \t]*(?:\(|(?::[^=\n]*)?=[\s\\]*\(*\s*[A-Za-z_])/gm), ([, name = ""]) => name));
}

const mayHoldModels = (text: string): boolean => /\b_(?:name|inherit)\b/.test(text);

const callsIn = (text: string): ReadonlySet<string> => new Set(Array.from(text.matchAll(/\.(_\w+)\s*\(/g), ([, name = ""]) => name));

/** The file of a module in a folder: `a.b` is `a/b.py` or `a/b/__init__.py`; null where neither is. */
export function pythonFile(folder: string, module: string): string | null {
  const path = join(folder, ...module.split("."));
  return firstOf([...(module === "" ? [] : [`${path}.py`]), join(path, "__init__.py")]);
}

function textOf(path: string): string {
  try {
    const text = readFileSync(path, "utf8");
    return text.length > MOST_BYTES ? "" : text;
  } catch {
    return "";
  }
}

function partsIn(path: string): readonly ModelPart[] {
  // The file's own lint says why it cannot be read.
  const nodes = classesOf(path, () => undefined);
  const byName = new Map<string, ClassNode>(nodes.map((node) => [node.name, node]));
  return nodes.flatMap((node) => {
    const described = describe(node, byName);
    const inherits = textsOf(described.attributes.get("_inherit"));
    const own = described.attributes.get("_name");
    const model = typeof own === "string" && own !== "unknown" ? own : inherits[0];
    if (model === undefined) return [];
    return [{ ...described, file: path, model, parents: inherits.filter((one) => one !== model), delegates: delegatesOf(described.attributes.get("_inherits")) }];
  });
}

const textsOf = (value: Literal | undefined): readonly string[] =>
  typeof value === "string" ? (value === "unknown" ? [] : [value]) : Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

const delegatesOf = (value: Literal | undefined): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
