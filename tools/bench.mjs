/**
 * Measures what the plugin costs on a tree, by language and for all of them in one run: a whole lint beside a run of ESLint that only parses, and how that grows
 * with the files. `npm run bench -- DIR… [--language NAME]… [--runs N] [--json FILE]`
 */

import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ESLint } from "eslint";
import { copyOfBuild } from "./bench/build.mjs";
import { measure, scopesOf } from "./bench/measure.mjs";
import { summaryOf } from "./bench/summary.mjs";
import { tableOf } from "./bench/table.mjs";

/** Each with its files. */
const LANGUAGES = {
  python: (file) => /\.py$/i.test(file),
  xml: (file) => /\.xml$/i.test(file),
  csv: (file) => /\.csv$/i.test(file),
  javascript: (file) => /\.[cm]?[jt]sx?$/i.test(file),
  all: () => true,
};
const USAGE = `npm run bench -- DIR… [--language ${Object.keys(LANGUAGES).join("|")}]… [--runs N] [--json FILE]`;
/** A quarter of fewer files than this says nothing. */
const FEWEST_FILES = 8;

const { positionals: paths, values: options } = parseArgs({ allowPositionals: true, options: { language: { type: "string", multiple: true, default: Object.keys(LANGUAGES) }, runs: { type: "string", default: "5" }, json: { type: "string" } } });
const runs = Number(options.runs);

if (paths.length === 0 || !Number.isInteger(runs) || runs < 1 || options.language.some((one) => !(one in LANGUAGES))) {
  console.error(USAGE);
  process.exitCode = 2;
} else await bench();

async function bench() {
  const build = copyOfBuild();
  try {
    const built = (path) => import(pathToFileURL(join(build.folder, "dist", path)).href);
    const { default: plugin } = await built("index.js");
    const { filesOf } = await built("cli/files.js");
    const list = filesOf(paths, process.cwd());
    const scopes = scopesOf(plugin.configs.recommended);
    const machine = { node: process.version, eslint: ESLint.version, plugin: plugin.meta.version, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
    console.log(`pitfalls ${machine.plugin}, ESLint ${machine.eslint}, Node ${machine.node}, ${machine.cores} × ${machine.cpu}\n`);
    const summaries = [];
    for (const language of options.language) {
      const summary = benchLanguage(language, list.files.filter(LANGUAGES[language]), { build: build.folder, root: list.root, scopes });
      if (summary) summaries.push(summary);
    }
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, languages: summaries }, null, 2)}\n`);
  } finally {
    build.remove();
  }
}

/** Measures one language and prints its table; null when there is too little of it. */
function benchLanguage(language, files, shared) {
  if (files.length < FEWEST_FILES) {
    if (files.length > 0) console.log(`${language}: ${files.length} files are too few to measure\n`);
    return null;
  }
  const summary = summaryOf(language, measure({ ...shared, files, runs, onRun: (done, total) => { progress(`${language}: run ${done} of ${total}`); } }));
  progress("");
  console.log(`${tableOf(summary, shared.root)}\n`);
  return summary;
}

/** One line that rewrites itself, for whoever watches. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
