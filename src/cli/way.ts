/** Everything that says how files are linted, but for their configuration: versions, options, the build itself. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LintChoice } from "./plan.ts";
import { digestOf } from "./source.ts";

const require = createRequire(import.meta.url);
/** Whose other version may read a file differently. What else we need has one version for each of ours. */
const OTHERS = ["eslint", "typescript", "@typescript-eslint/parser"];
const BUILD = fileURLToPath(new URL("..", import.meta.url));

/** A digest of the way with a configuration. */
export function wayWith({ preset, rules }: LintChoice): (configuration: string) => string {
  const versions = OTHERS.map((name) => (require(`${name}/package.json`) as { readonly version: string }).version);
  const common = JSON.stringify([process.version, versions, buildDigest(), preset, [...new Set(rules)].sort()]);
  const known = new Map<string, string>();
  return (configuration) => {
    const way = known.get(configuration) ?? digestOf(`${common}\n${configuration}`);
    known.set(configuration, way);
    return way;
  };
}

/** The version alone would not tell two builds of one checkout apart. */
function buildDigest(): string {
  const files = readdirSync(BUILD, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).sort();
  return digestOf(files.map((name) => `${name} ${digestOf(readFileSync(join(BUILD, name)))}`).join("\n"));
}
