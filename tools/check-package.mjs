/** Packs the package and has publint and "are the types wrong" look at the tarball, as an ESM-only package. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "pitfalls-package-"));
const tool = (name) => join(import.meta.dirname, "../node_modules/.bin", name);
const check = (name, args) => spawnSync(tool(name), args, { stdio: "inherit" }).status === 0;

try {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const tarball = join(folder, packed.filename);
  console.log(`${packed.filename}: ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB`);
  const isFit = check("publint", ["run", tarball, "--strict"]);
  const hasTypes = check("attw", [tarball, "--profile", "esm-only", "--no-emoji"]);
  process.exitCode = isFit && hasTypes ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
