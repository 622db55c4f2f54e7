/** A stamp of all that a file's findings may rest on besides the file itself: it changes when another file of its program does. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { addonOf, configuredPaths, visibleFrom, type Addon } from "../workspace/addons.ts";
import { Kept, stampOf } from "../workspace/kept.ts";
import { pythonFiles } from "../workspace/models.ts";
import { scriptFile } from "./script-modules.ts";

const MOST_FILES = 2_000;

const contents = new Kept<string>(stampOf, (path) => hash(textOf(path)));
const imports = new Kept<readonly string[]>(stampOf, importsOf);
const addons = new Kept<string>(() => String(performance.now()), (root) => addonStamp(root));

/** The stamp of a file: of the addons that it sees, or of the modules that it imports, directly or not. */
export function factsStamp(path: string): string {
  const addon = addonOf(path);
  const own = addon ? visibleFrom(addon, configuredPaths(dirname(addon.root))).map(({ root }) => addons.of(root)) : [];
  const scripts = /\.[cm]?[jt]sx?$/.test(path) ? importedBy(path).map((file) => contents.of(file)) : [];
  return hash([...own, ...scripts].join("\n"));
}

/** Everything in an addon that says something of its models, records and rights. */
function addonStamp(root: string): string {
  const addon: Addon | null = addonOf(`${root}/__init__.py`);
  const files = [...pythonFiles(root), ...(addon?.manifest?.data ?? []), ...(addon?.manifest?.demo ?? [])];
  return hash(files.map((file) => `${file} ${contents.of(file)}`).join("\n"));
}

/** The files of the project that a file imports, those that they import too. */
function importedBy(path: string): readonly string[] {
  const found = new Set<string>();
  const queue = [path];
  for (let at = queue.pop(); at !== undefined && found.size < MOST_FILES; at = queue.pop()) {
    for (const file of imports.of(at)) {
      if (file === path || found.has(file)) continue;
      found.add(file);
      queue.push(file);
    }
  }
  return [...found].sort();
}

function importsOf(path: string): readonly string[] {
  const names = [...textOf(path).matchAll(/\b(?:from|import|require\s*\()\s*\(?\s*["'`]([^"'`\n]+)["'`]/g)].map(([, name = ""]) => name);
  return [...new Set(names)].flatMap((name) => scriptFile(name, path) ?? []);
}

const hash = (text: string): string => createHash("sha1").update(text).digest("base64url");

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
