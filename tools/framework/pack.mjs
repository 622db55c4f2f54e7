/**
 * Packs the indexes that the package bundles: `npm run index -- [FOLDER]`, a folder with `<series>.json` (else the knowledge beside the repository).
 * `--check` writes nothing and names what is not current. Needs a build.
 */

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "../..");
const { values: options, positionals: [folder = join(root, "../shared/knowledge/data/framework")] } = parseArgs({ options: { check: { type: "boolean", default: false } }, allowPositionals: true });
const { packed } = await import(new URL("../../dist/workspace/framework/pack.js", import.meta.url).href);

const series = readdirSync(folder).flatMap((file) => /^(\d+)\.json$/.exec(file)?.[1] ?? []);
let size = 0;
const stale = [];
for (const one of series) {
  const bytes = packed(JSON.parse(readFileSync(join(folder, `${one}.json`), "utf8")));
  const path = join(root, "data/framework", `${one}.bin`);
  size += bytes.length;
  if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
  stale.push(`data/framework/${one}.bin`);
  if (!options.check) writeFileSync(path, bytes);
}
console.log(`${series.length} series, ${Math.round(size / 1000)} kB; ${options.check ? "not current" : "written"}: ${stale.join(", ") || "none"}`);
if (series.length === 0 || (options.check && stale.length > 0)) process.exitCode = 1;
