/** The Python models of the addon that a file lies in, read from disk when a question needs them. */

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Elsewhere } from "../facts/elsewhere.ts";
import { modelsIn, type ModelSummary } from "../languages/python/models.ts";

const MANIFESTS = ["__manifest__.py", "__openerp__.py"];
const MOST_FILES = 2_000;
const MOST_BYTES = 1_000_000;
const LEFT_OUT = new Set(["node_modules", "static", "tests", ".git", "__pycache__"]);
/** How long a listing of an addon is taken for current, in milliseconds: longer than a file's lint, shorter than a person's edit. */
const CURRENT = 1_000;

interface Summary {
  readonly stamp: string;
  readonly models: readonly ModelSummary[];
}

interface Addon {
  readonly readAt: number;
  readonly models: ReadonlyMap<string, readonly ModelSummary[]>;
}

const summaries = new Map<string, Summary>();
const addons = new Map<string, Addon>();
const roots = new Map<string, string>();

/** What the other files of a file's addon say; nothing for a file outside of one. */
export function addonAround(file: string): Elsewhere {
  return {
    fieldOf: (models, name) => {
      const root = rootOf(dirname(file));
      return root === null ? null : fieldIn(modelsOf(root), models, name);
    },
  };
}

function fieldIn(known: Addon["models"], models: readonly string[], name: string): string | null {
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

function modelsOf(root: string): Addon["models"] {
  const known = addons.get(root);
  if (known && performance.now() - known.readAt < CURRENT) return known.models;
  const models = new Map<string, ModelSummary[]>();
  for (const path of pythonFiles(root)) for (const model of summaryOf(path)) models.set(model.name, [...(models.get(model.name) ?? []), model]);
  addons.set(root, { readAt: performance.now(), models });
  return models;
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

/** The models of one file, read anew when it has changed on disk. */
function summaryOf(path: string): readonly ModelSummary[] {
  try {
    const { size, mtimeMs } = statSync(path);
    const stamp = `${size} ${mtimeMs}`;
    const known = summaries.get(path);
    if (known?.stamp === stamp) return known.models;
    const models = size > MOST_BYTES ? [] : modelsIn(readFileSync(path, "utf8"));
    summaries.set(path, { stamp, models });
    return models;
  } catch {
    return [];
  }
}
