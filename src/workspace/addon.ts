/** The Python models of the addon that a file lies in, read from disk when a question needs them. */

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Elsewhere } from "../facts/elsewhere.ts";
import { declaredNames, modelsIn, type ModelSummary } from "../languages/python/models.ts";

const MANIFESTS = ["__manifest__.py", "__openerp__.py"];
const MOST_FILES = 2_000;
const MOST_BYTES = 1_000_000;
const LEFT_OUT = new Set(["node_modules", "static", "tests", ".git", "__pycache__"]);
/** How long a listing of an addon is taken for current, in milliseconds: longer than a file's lint, shorter than a person's edit. */
const CURRENT = 1_000;

/** A file as it lies on disk; its models are read when a name that it declares is asked for. */
interface Summary {
  readonly stamp: string;
  readonly names: ReadonlySet<string>;
  readonly models: () => readonly ModelSummary[];
}

interface Addon {
  readonly readAt: number;
  /** Names that some class of the addon gives the result of a call. */
  readonly names: ReadonlySet<string>;
  readonly models: () => ReadonlyMap<string, readonly ModelSummary[]>;
}

const summaries = new Map<string, Summary>();
const addons = new Map<string, Addon>();
const roots = new Map<string, string>();

/** What the other files of a file's addon say; nothing for a file outside of one. */
export function addonAround(file: string): Elsewhere {
  return {
    fieldOf: (models, name) => {
      const root = rootOf(dirname(file));
      const addon = root === null ? null : addonAt(root);
      return addon?.names.has(name) ? fieldIn(addon.models(), models, name) : null;
    },
  };
}

function fieldIn(known: ReturnType<Addon["models"]>, models: readonly string[], name: string): string | null {
  const seen = new Set<string>();
  const queue = [...models];
  for (let model = queue.shift(); model !== undefined; model = queue.shift()) {
    if (seen.has(model)) continue;
    seen.add(model);
    for (const summary of known.get(model) ?? []) {
      const field = summary.fields.get(name);
      if (field !== undefined) return field;
      queue.push(...summary.inherits);
    }
  }
  return null;
}

/** The nearest folder with a manifest. */
function rootOf(folder: string): string | null {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  const root = MANIFESTS.some((name) => existsSync(join(folder, name))) ? folder : parent === folder ? null : rootOf(parent);
  if (root !== null) roots.set(folder, root);
  return root;
}

function addonAt(root: string): Addon {
  const known = addons.get(root);
  if (known && performance.now() - known.readAt < CURRENT) return known;
  const files = pythonFiles(root).map(summaryOf);
  const addon = { readAt: performance.now(), names: new Set(files.flatMap(({ names }) => [...names])), models: once(() => modelsOf(files)) };
  addons.set(root, addon);
  return addon;
}

function modelsOf(files: readonly Summary[]): ReadonlyMap<string, readonly ModelSummary[]> {
  const models = new Map<string, ModelSummary[]>();
  for (const model of files.flatMap((file) => file.models())) models.set(model.name, [...(models.get(model.name) ?? []), model]);
  return models;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function pythonFiles(root: string): readonly string[] {
  const files: string[] = [];
  const stack = [root];
  for (let folder = stack.pop(); folder !== undefined && files.length < MOST_FILES; folder = stack.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !LEFT_OUT.has(basename(path))) stack.push(path);
      else if (entry.isFile() && entry.name.endsWith(".py")) files.push(path);
    }
  }
  return files.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const NOTHING: Summary = { stamp: "", names: new Set(), models: () => [] };

/** What one file declares, read anew when it has changed on disk. */
function summaryOf(path: string): Summary {
  try {
    const { size, mtimeMs } = statSync(path);
    const stamp = `${size} ${mtimeMs}`;
    const known = summaries.get(path);
    if (known?.stamp === stamp) return known;
    const text = size > MOST_BYTES ? "" : readFileSync(path, "utf8");
    const summary = { stamp, names: declaredNames(text), models: once(() => modelsIn(text)) };
    summaries.set(path, summary);
    return summary;
  } catch {
    return NOTHING;
  }
}
