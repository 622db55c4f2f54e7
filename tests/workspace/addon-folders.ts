/** Addons that a test writes to a folder of its own. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }); });

/** A new folder with these files, by their paths in it; it goes away behind the tests. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pitfalls-addons-")));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  return folder;
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A manifest that says this, and has a name. */
export const manifest = (said: object = {}): string => JSON.stringify({ name: "Case", ...said }, null, 4).replace(/\btrue\b/g, "True").replace(/\bfalse\b/g, "False");
