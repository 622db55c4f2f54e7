/** Which files a run lints: a walk over the given paths that leaves out what no one wrote by hand. */

import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { addonDataTest } from "./addon-data.ts";
import { isLinted } from "./file-language.ts";

export interface FileList {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** The folder that all of them lie in. */
  readonly root: string;
  readonly skipped: { readonly folders: number; readonly files: number };
  /** What could not be looked at, each with a sentence that says why. */
  readonly problems: readonly string[];
}

const DECLARATIONS = /\.d\.[cm]?ts$/;
const MINIFIED = /(?:[.-]min\.[cm]?js|\.bundle\.js)$/;
const EDITOR_LOCK = /^\.#/;
const FOREIGN_FOLDERS = new Set(["node_modules", "bower_components", "dist", ".git", ".hg", ".svn", "__pycache__", ".venv", "venv", "vendor", ".tox", ".mypy_cache", ".next", ".nuxt", ".idea"]);
/** The one that asks the system, many times as fast as the other. */
const realPath = realpathSync.native;
const LOOK_AT = 5_000;
const CODE = /\b(?:function|return)\b|=>/;

interface Link {
  readonly path: string;
  /** The given folder below which it was met. */
  readonly start: string;
}

interface Walk {
  /** By the place where it really lies, so that none is linted twice. */
  readonly files: Map<string, string>;
  readonly folders: Set<string>;
  readonly links: Link[];
  readonly problems: string[];
  readonly skipped: { folders: number; files: number };
  readonly isAddonData: (path: string) => boolean;
}

/** The files below `paths`, which are relative to `cwd`. A file that is named itself is linted whatever its folder. */
export function filesOf(paths: readonly string[], cwd: string): FileList {
  const walk: Walk = { files: new Map(), folders: new Set(), links: [], problems: [], skipped: { folders: 0, files: 0 }, isAddonData: addonDataTest() };
  const roots: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const { stat, why } = statOf(absolute);
    if (!stat) {
      walk.problems.push(`${path}: ${why}`);
    } else if (stat.isDirectory()) {
      roots.push(absolute);
      walkFolder(absolute, absolute, walk);
    } else if (!stat.isFile()) {
      walk.problems.push(`${path}: this is neither a file nor a folder`);
    } else {
      roots.push(dirname(absolute));
      if (isLinted(absolute)) keep(absolute, realPath(absolute), walk);
      else walk.problems.push(`${path}: no language of ours has files of this name`);
    }
  }
  // What has a place of its own goes before what is linked to it.
  for (const link of walk.links) followLink(link, walk);
  return { files: [...walk.files.values()].sort(), root: commonRoot(roots, cwd), skipped: walk.skipped, problems: walk.problems };
}

function statOf(path: string): { stat: Stats; why?: never } | { stat: null; why: string } {
  try {
    return { stat: statSync(path) };
  } catch (error) {
    const why = reason(error);
    return { stat: null, why: why === "ENOENT" || why === "ENOTDIR" ? "there is no such file or folder" : why === "ELOOP" ? "this link leads to itself" : `this cannot be read (${why})` };
  }
}

/** The code of a system's error, else its message. */
export const reason = (error: unknown): string => (error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error));

function walkFolder(from: string, start: string, walk: Walk): void {
  const stack = [{ folder: from, real: realOr(from) }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { folder, real } = at;
    for (const entry of entriesOf(folder, real, walk)) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) walk.links.push({ path, start });
      else if (entry.isDirectory() && isForeign(path, start)) walk.skipped.folders += 1;
      else if (entry.isDirectory()) stack.push({ folder: path, real: join(real, entry.name) });
      else if (entry.isFile() && isLinted(entry.name)) addFile(path, join(real, entry.name), walk);
    }
  }
}

/** Where a folder really lies; one that cannot be looked at is named where it is read. */
function realOr(folder: string): string {
  try {
    return realPath(folder);
  } catch {
    return folder;
  }
}

/** What lies in a folder; nothing when it was met before. */
function entriesOf(folder: string, real: string, walk: Walk): readonly Dirent[] {
  if (walk.folders.has(real)) return [];
  walk.folders.add(real);
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    walk.problems.push(`${folder}: the folder cannot be read (${reason(error)})`);
    return [];
  }
}

/** A linked addon counts as if it lay there; a link to a folder around it does not lead out of what was asked for. */
function followLink({ path, start }: Link, walk: Walk): void {
  const { stat, why } = statOf(path);
  if (!stat) {
    if (isLinted(path) && !EDITOR_LOCK.test(basename(path))) walk.problems.push(`${path}: ${why}`);
  } else if (stat.isDirectory()) {
    if (isForeign(path, start)) walk.skipped.folders += 1;
    else if (!isWithin(realPath(dirname(path)), realPath(path))) walkFolder(path, start, walk);
  } else if (stat.isFile() && isLinted(path)) {
    addFile(path, realPath(path), walk);
  }
}

function isForeign(folder: string, start: string): boolean {
  const name = basename(folder);
  return FOREIGN_FOLDERS.has(name) || (name === "lib" && relative(dirname(start), folder).split(sep).includes("static"));
}

function addFile(path: string, real: string, walk: Walk): void {
  if (path.endsWith(".csv") && !walk.isAddonData(path)) return;
  if (DECLARATIONS.test(path) || MINIFIED.test(path) || (/\.[cm]?js$/.test(path) && isMinified(path))) walk.skipped.files += 1;
  else keep(path, real, walk);
}

function keep(path: string, real: string, { files }: Walk): void {
  if (!files.has(real)) files.set(real, path);
}

/** A script whose first five thousand characters are one line of code was written by a program. */
function isMinified(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const head = Buffer.alloc(LOOK_AT);
      return readSync(file, head, 0, LOOK_AT, 0) === LOOK_AT && !/[\r\n]/.test(head.toString("latin1")) && CODE.test(head.toString("latin1"));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** The working directory when everything lies in it, else the lowest folder that holds all. */
function commonRoot(roots: readonly string[], cwd: string): string {
  const [first, ...others] = roots;
  if (first === undefined) return cwd;
  let root = first;
  while (!others.every((other) => isWithin(other, root)) && dirname(root) !== root) root = dirname(root);
  return isWithin(root, cwd) ? cwd : root;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
