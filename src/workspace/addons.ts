/** Addons: folders with a manifest, what they load and what they depend on. */

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { literalOf, treeOf, type Literal } from "./framework/source/literals.ts";
import { firstOf, Kept, stampOf } from "./kept.ts";

export interface Addon {
  readonly name: string;
  readonly root: string;
  /** Null for a manifest that is no dictionary that is written out. */
  readonly manifest: Manifest | null;
}

export interface Manifest {
  readonly depends: readonly string[];
  /** Files that are loaded with the addon, in order, and those of its demonstration: full paths. */
  readonly data: readonly string[];
  readonly demo: readonly string[];
  /** The framework's series, as Odoo numbers them; null where the version does not begin with one. */
  readonly series: number | null;
}

const MANIFESTS = ["__manifest__.py", "__openerp__.py"];
// odoo/modules/loading.py, _get_files_of_kind: in this order.
const DATA = ["init_xml", "update_xml", "data"];
const DEMO = ["demo_xml", "demo"];
/** Odoo's numbers of Flectra's. */
const OF_FLECTRA: Readonly<Record<number, number>> = { 1: 11, 2: 14 };

const roots = new Map<string, string>();
const manifests = new Kept<Manifest | null>(stampOf, readManifest);
const settled = new Kept<readonly string[]>(stampOf, pathsOfSettings);

/** The addon that a file lies in; null outside of one. */
export function addonOf(file: string): Addon | null {
  const root = rootOf(dirname(file));
  return root === null ? null : addonAt(root);
}

/** The nearest folder with a manifest. */
function rootOf(folder: string): string | null {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  const root = manifestOf(folder) ? folder : parent === folder ? null : rootOf(parent);
  if (root !== null) roots.set(folder, root);
  return root;
}

const manifestOf = (folder: string) => firstOf(MANIFESTS.map((name) => join(folder, name)));

function addonAt(root: string): Addon | null {
  const path = manifestOf(root);
  return path === null ? null : { name: basename(root), root, manifest: manifests.of(path) };
}

/**
 * An addon and all that it depends on, what others depend on first; names that no path has are left out. Each is looked for beside the
 * addon first, then in the other paths.
 */
export function visibleFrom(addon: Addon, paths: readonly string[]): readonly Addon[] {
  const seen = new Set<string>();
  const found: Addon[] = [];
  const visit = (one: Addon): void => {
    seen.add(one.name);
    for (const name of one.manifest?.depends ?? []) {
      const next = seen.has(name) ? null : addonNamed(name, [dirname(one.root), dirname(addon.root), ...paths]);
      if (next) visit(next);
    }
    found.push(one);
  };
  visit(addon);
  return found;
}

function addonNamed(name: string, folders: readonly string[]): Addon | null {
  for (const folder of folders) {
    const addon = addonAt(join(folder, name));
    if (addon) return addon;
  }
  return null;
}

/** The addons paths that a server's settings at a folder or above it name. */
export function configuredPaths(folder: string): readonly string[] {
  for (let at = folder; ; at = dirname(at)) {
    const file = firstOf(["odoo.conf", "flectra.conf", ".odoorc", "openerp-server.conf"].map((name) => join(at, name)));
    if (file !== null) return settled.of(file);
    if (dirname(at) === at) return [];
  }
}

function pathsOfSettings(file: string): readonly string[] {
  const [, paths = ""] = /^[ \t]*addons_path[ \t]*=[ \t]*(.*(?:\r?\n[ \t]+\S.*)*)/m.exec(textAt(file)) ?? [];
  return paths.split(",").map((path) => path.trim()).filter((path) => path !== "").map((path) => join(path.startsWith("/") ? "" : dirname(file), path));
}

function readManifest(path: string): Manifest | null {
  const statement = treeOf(path, textAt(path), () => undefined)?.body.find(({ nodeType }) => nodeType === "Expr");
  const read = statement?.nodeType === "Expr" ? literalOf(statement.value, new Map()) : null;
  if (typeof read !== "object" || read === null || isList(read)) return null;
  const files = (keys: readonly string[]) => keys.flatMap((key) => textsOf(read[key])).map((file) => join(dirname(path), file));
  const version = typeof read["version"] === "string" ? read["version"] : "";
  return { depends: textsOf(read["depends"]), data: files(DATA), demo: files(DEMO), series: seriesOf(version) };
}

/** `16.0.1.2.3`; an addon's own `1.0.0` is none. */
function seriesOf(version: string): number | null {
  const [, major = ""] = /^(\d+)\.\d+\.\d+\.\d+/.exec(version) ?? [];
  const number = Number(major);
  return major === "" ? null : (OF_FLECTRA[number] ?? (number >= 7 ? number : null));
}

function textAt(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return "";
  }
}

const isList = (value: Literal | undefined): value is readonly Literal[] => Array.isArray(value);
const textsOf = (value: Literal | undefined): readonly string[] => (isList(value) ? value.filter((one) => typeof one === "string") : []);
