/** Which files a run lints: a walk over the given paths that leaves out what no one wrote by hand. */

import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

export interface FileList {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** The folder that all of them lie in. */
  readonly root: string;
  readonly skipped: { readonly folders: number; readonly files: number };
  /** What could not be looked at, each with a sentence that says why. */
  readonly problems: readonly string[];
}

const LINTED = /\.(?:py|[cm]?[jt]sx?)$/i;
const DECLARATIONS = /\.d\.[cm]?ts$/i;
const MINIFIED = /(?:[.-]min\.[cm]?js|\.bundle\.js)$/i;
const FOREIGN_FOLDERS = new Set(["node_modules", "bower_components", "dist", ".git", ".hg", ".svn", "__pycache__", ".venv", "venv", "vendor", ".tox", ".mypy_cache", ".next", ".nuxt"]);
const LOOK_AT = 5_000;

interface Walk {
  readonly files: Set<string>;
  readonly seen: Set<string>;
  readonly problems: string[];
  folders: number;
  skipped: number;
}

/** The files below `paths`, which are relative to `cwd`. A file that is named itself is linted whatever its folder. */
export function filesOf(paths: readonly string[], cwd: string): FileList {
  const walk: Walk = { files: new Set(), seen: new Set(), problems: [], folders: 0, skipped: 0 };
  const roots: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stat = statOf(absolute);
    if (!stat) {
      walk.problems.push(`${path}: there is no such file or folder`);
    } else if (stat.isDirectory()) {
      roots.push(absolute);
      walkFolder(absolute, walk);
    } else {
      roots.push(dirname(absolute));
      if (LINTED.test(absolute)) walk.files.add(absolute);
      else walk.problems.push(`${path}: no language of ours has files of this name`);
    }
  }
  return { files: [...walk.files].sort(), root: commonRoot(roots, cwd), skipped: { folders: walk.folders, files: walk.skipped }, problems: walk.problems };
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** A folder that links to one above it is walked once. */
function walkFolder(start: string, walk: Walk): void {
  const stack = [start];
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    const entries = entriesOf(folder, walk);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && statOf(path)?.isDirectory() === true);
      if (isFolder && isForeign(path)) walk.folders += 1;
      else if (isFolder) stack.push(path);
      else if (LINTED.test(entry.name)) addFile(path, walk);
    }
  }
}

function entriesOf(folder: string, walk: Walk): readonly Dirent[] {
  try {
    const real = realpathSync(folder);
    if (walk.seen.has(real)) return [];
    walk.seen.add(real);
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    walk.problems.push(`${folder}: the folder cannot be read (${reason(error)})`);
    return [];
  }
}

export const reason = (error: unknown): string => (error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error));

function isForeign(folder: string): boolean {
  const name = basename(folder);
  return FOREIGN_FOLDERS.has(name) || (name === "lib" && folder.split(sep).includes("static"));
}

function addFile(path: string, walk: Walk): void {
  if (DECLARATIONS.test(path) || MINIFIED.test(path) || (/\.[cm]?js$/i.test(path) && isMinified(path))) walk.skipped += 1;
  else walk.files.add(path);
}

/** A script whose first five thousand characters are one line was written by a program. */
function isMinified(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const head = Buffer.alloc(LOOK_AT);
      return readSync(file, head, 0, LOOK_AT, 0) === LOOK_AT && !head.includes("\n");
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

function commonRoot(roots: readonly string[], cwd: string): string {
  const [first, ...others] = roots;
  if (first === undefined) return cwd;
  let root = first;
  const isInside = (path: string) => !relative(root, path).startsWith("..");
  while (!others.every(isInside)) root = dirname(root);
  return isInsideOf(root, cwd) ? cwd : root;
}

/** The working directory is the better root when everything lies in it: its configuration counts. */
const isInsideOf = (path: string, folder: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
