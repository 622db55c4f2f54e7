/**
 * Regenerates what is generated: the rules' index, the README's table, the head, catalog and limits of each rule's page, `docs/catalog.md`, `docs/limits.md`.
 * `--check` writes nothing and names what is not current.
 */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogPage, catalogSection } from "./generate/catalog.mjs";
import { limitsOf, limitsPage, limitsSection } from "./generate/limits.mjs";
import { ruleHead, ruleIndex, ruleTable } from "./generate/rules.mjs";

const root = join(import.meta.dirname, "..");
const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "");
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const stale = [];

/** Writes a generated text where it differs; under `--check` only notes that it does. */
function put(path, text) {
  if (read(path) === text) return;
  stale.push(path);
  if (!options.check) writeFileSync(join(root, path), text);
}

/** Puts generated text between a page's own marks: `<!-- begin NAME … -->`, `<!-- end NAME -->`. */
const between = (page, name, text) =>
  page.replace(new RegExp(`(<!-- begin ${name}(?::? [^>]*?)?-->\n)[^]*?(<!-- end ${name} -->)`, "g"), (_, begin, end) => `${begin}\n${text(/: ([\w-]+)/.exec(begin)?.[1] ?? "")}\n\n${end}`);

function updatePage(rule, catalog, limits) {
  const path = `docs/rules/${rule.name}.md`;
  const page = read(path);
  if (page === "") {
    stale.push(`${path} (there is none: npm run new)`);
    return;
  }
  const END_OF_HEAD = "<!-- end auto-generated rule header -->";
  const body = page.slice(page.indexOf(END_OF_HEAD) + END_OF_HEAD.length);
  const withCatalog = between(body, "catalog", (kind) => catalogSection(catalog, kind));
  put(path, `${ruleHead(rule)}\n${END_OF_HEAD}${between(withCatalog, "known limits", () => limitsSection(limits, rule.name))}`);
}

/** The compiler writes what it can, so a type error elsewhere doesn't keep the pages back; it still fails the run. */
function build() {
  if (spawnSync("npm", ["run", "-s", "build"], { cwd: root, stdio: "inherit" }).status !== 0) process.exitCode = 1;
}

const names = readdirSync(join(root, "src/rules")).filter((file) => file.endsWith(".ts") && file !== "index.ts").map((file) => file.slice(0, -3)).sort();
put("src/rules/index.ts", ruleIndex(names));
if (!options.check) build();

const { rules: byName } = await built("rules/index.js");
const { frameworks } = await built("catalog/index.js");
const rules = names.flatMap((name) => (byName[name] ? [{ name, meta: byName[name].meta }] : []));
const limits = limitsOf(join(root, "tests"), names);

for (const rule of rules) updatePage(rule, frameworks, limits);
put("README.md", between(read("README.md"), "rules", () => ruleTable(rules)));
put("docs/catalog.md", catalogPage(frameworks));
put("docs/limits.md", limitsPage(limits));

if (options.check && stale.length > 0) {
  console.error(`Not current; run \`npm run update\`:\n${stale.map((path) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
} else if (!options.check) console.log(stale.length > 0 ? `updated ${stale.join(", ")}` : "everything was current");
