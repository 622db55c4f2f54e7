/** The modules of a source tree: folders with a manifest, those that others depend on first. */

import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { literalOf, textOf, treeOf, UNKNOWN, type Literal, type OnUnread } from "./literals.ts";

export interface SourceModule {
  readonly name: string;
  readonly path: string;
  readonly depends: readonly string[];
  /** The data files of its manifest, without those of demonstrations. */
  readonly data: readonly string[];
  readonly version: string;
}

const MANIFEST = "__manifest__.py";
const DATA_KEYS = ["init_xml", "data", "update_xml"];
const NO_ADDONS = new Set(["node_modules", "__pycache__", "static", "tests"]);
/** `addons`, `odoo/addons`, `src/odoo/odoo/addons`. */
const DEEPEST = 5;

/** The modules at and under a folder, in the order in which they load. Of several with one name the first counts. */
export function modulesIn(folder: string, onUnread: OnUnread): readonly SourceModule[] {
  const found = new Map<string, SourceModule>();
  for (const path of manifestFolders(folder, 0)) {
    const module = moduleAt(path, onUnread);
    if (module && !found.has(module.name)) found.set(module.name, module);
  }
  return ordered(found);
}

function manifestFolders(folder: string, depth: number): readonly string[] {
  if (existsSync(join(folder, MANIFEST))) return [folder];
  if (depth === DEEPEST) return [];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NO_ADDONS.has(entry.name));
  return folders.map(({ name }) => name).sort().flatMap((name) => manifestFolders(join(folder, name), depth + 1));
}

function moduleAt(path: string, onUnread: OnUnread): SourceModule | null {
  const file = join(path, MANIFEST);
  const manifest = manifestOf(file, onUnread);
  if (!manifest) return null;
  const name = basename(path);
  const depends = textsOf(manifest["depends"]);
  return {
    name,
    path,
    depends: depends.length > 0 || name === "base" ? depends : ["base"],
    data: DATA_KEYS.flatMap((key) => textsOf(manifest[key])).map((one) => join(path, one)),
    version: typeof manifest["version"] === "string" ? manifest["version"] : "",
  };
}

function manifestOf(file: string, onUnread: OnUnread): { readonly [key: string]: Literal } | null {
  const statement = treeOf(file, textOf(file), onUnread)?.body.find(({ nodeType }) => nodeType === "Expr");
  const manifest = statement?.nodeType === "Expr" ? literalOf(statement.value, new Map()) : UNKNOWN;
  if (typeof manifest === "object" && manifest !== null && !isList(manifest)) return manifest;
  if (statement) onUnread(file, "this manifest is no dictionary that is written out");
  return null;
}

const isList = (value: Literal | undefined): value is readonly Literal[] => Array.isArray(value);

const textsOf = (value: Literal | undefined): readonly string[] => (isList(value) ? value.filter((one) => typeof one === "string") : []);

/** What a module depends on loads before it; what is not there is taken for loaded, and of a circle the first name goes first. */
function ordered(found: ReadonlyMap<string, SourceModule>): readonly SourceModule[] {
  const loaded = new Map<string, SourceModule>();
  let left = [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  while (left.length > 0) {
    const ready = left.filter(({ depends }) => depends.every((name) => loaded.has(name) || !found.has(name)));
    for (const module of ready.length > 0 ? ready : left.slice(0, 1)) loaded.set(module.name, module);
    left = left.filter(({ name }) => !loaded.has(name));
  }
  return [...loaded.values()];
}
