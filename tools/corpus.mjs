/**
 * Prints what the rules find on trees, for a person to judge: counts, files that cannot be read, and a random sample of findings with code, path and repairs.
 * `npm run corpus -- DIR… [--preset recommended|strict] [--rule NAME] [--sample N] [--seed N] [--all]`
 */

import { parseArgs } from "node:util";
import { filesOf } from "../dist/cli/files.js";
import plugin from "../dist/index.js";
import { lintCorpus } from "./corpus/lint.mjs";
import { countsOf, findingBlock, troubleOf } from "./corpus/report.mjs";
import { sampleOf } from "./corpus/sample.mjs";

const { positionals: paths, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: "string", default: "recommended" }, rule: { type: "string", multiple: true, default: [] },
    sample: { type: "string", default: "50" }, seed: { type: "string", default: "1" }, all: { type: "boolean", default: false },
  },
});
const unknown = options.rule.filter((rule) => !(rule in plugin.rules));
const complaint =
  paths.length === 0 || !/^\d+$/.test(options.sample) || !/^\d+$/.test(options.seed) ? "npm run corpus -- DIR… [--preset recommended|strict] [--rule NAME] [--sample N] [--seed N] [--all]"
  : !(options.preset in plugin.configs) ? `there is no preset ${options.preset}; the presets are ${Object.keys(plugin.configs).join(", ")}`
  : unknown.length > 0 ? `there is no rule ${unknown.join(", ")}; the rules are ${Object.keys(plugin.rules).join(", ")}`
  : null;

if (complaint === null) await corpus();
else {
  console.error(complaint);
  process.exitCode = 2;
}

async function corpus() {
  const list = filesOf(paths, process.cwd());
  const { findings, unreadable, crashes } = await lintCorpus({ root: list.root, files: list.files, preset: options.preset, rules: options.rule, onProgress: progress(list.files.length) });
  const countOf = (extension) => list.files.filter((file) => extension.test(file)).length;
  const languages = `${countOf(/\.py$/i)} Python, ${countOf(/\.xml$/i)} XML, ${countOf(/\.csv$/i)} CSV, ${countOf(/\.[cm]?[jt]sx?$/i)} JavaScript and TypeScript`;
  const shown = options.all ? findings : sampleOf(findings, Number(options.sample), Number(options.seed));
  const most = options.all ? Infinity : 3;
  const sections = [
    `${options.preset}, ${list.files.length} files below ${list.root} (${languages}); skipped ${list.skipped.folders} folders, ${list.skipped.files} files`,
    ...list.problems,
    findings.length === 0 ? "No findings." : `${findings.length} findings in ${new Set(findings.map(({ file }) => file)).size} files\n${countsOf(findings)}`,
    troubleOf("Files that cannot be read", unreadable, { root: list.root, most }),
    troubleOf("Files on which a rule failed", crashes, { root: list.root, most }),
    options.all ? "Every finding" : `A sample of ${shown.length} (seed ${options.seed})`,
    ...shown.map((finding, index) => findingBlock(finding, { root: list.root, number: index + 1, of: shown.length })),
  ];
  console.log(sections.join("\n\n"));
  process.exitCode = crashes.length > 0 ? 1 : 0;
}

/** How far it is, on one line that rewrites itself, for whoever watches. */
function progress(total) {
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(done === total ? "\r\u001b[K" : `\r\u001b[K${done} of ${total} files`);
  };
}
