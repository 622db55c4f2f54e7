/** A copy of the build, so that a measurement is of one state however long it takes. */

import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A folder with the build, its data and what it needs; `remove` takes it away. */
export function copyOfBuild() {
  const folder = mkdtempSync(join(tmpdir(), "pitfalls-bench-"));
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}
