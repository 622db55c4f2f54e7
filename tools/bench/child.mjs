/** One measured run, in a process of its own: reads a job from standard input, lints its files, says what that cost. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ESLint } from "eslint";

/** @typedef {import("./measure.mjs").Job} Job */

/** @type {Job} */
const job = JSON.parse(readFileSync(0, "utf8"));
const built = (path) => import(pathToFileURL(join(job.build, "dist", path)).href);

const LANGUAGES = {
  "pitfalls/python": { extension: ".py", load: async () => new (await built("languages/python/language.js")).PythonLanguage() },
  "pitfalls/xml": { extension: ".xml", load: async () => new (await built("languages/xml/language.js")).XMLLanguage() },
  "pitfalls/csv": { extension: ".csv", load: async () => new (await built("languages/csv/language.js")).CSVLanguage() },
};

/** The same files with the same languages and parsers and no rule; what these files don't need is not even loaded. */
async function parseOnly() {
  const languages = {};
  for (const [id, { extension, load }] of Object.entries(LANGUAGES)) if (job.files.some((file) => file.toLowerCase().endsWith(extension))) languages[id.replace("pitfalls/", "")] = await load();
  const hasScripts = job.files.some((file) => /\.[cm]?[jt]sx?$/i.test(file));
  const parser = hasScripts ? await import("@typescript-eslint/parser") : undefined;
  const scopes = job.scopes.filter(({ language, hasParser }) => (language ? language.replace("pitfalls/", "") in languages : !hasParser || hasScripts));
  return scopes.map(({ files, language, hasParser, parserOptions }) => ({
    files,
    plugins: { pitfalls: { languages } },
    ...(language ? { language } : {}),
    ...(hasParser ? { languageOptions: { parser, ...(parserOptions ? { parserOptions } : {}) } } : {}),
  }));
}

/** As the command does it: which tables are data of an addon was decided when the files were listed. */
const withEveryTable = (config) => (config.language === "pitfalls/csv" ? { ...config, files: ["**/*.csv"] } : config);

const configs = job.kind === "lint" ? (await built("index.js")).default.configs.recommended : await parseOnly();
const eslint = new ESLint({
  cwd: job.root,
  overrideConfigFile: true,
  overrideConfig: configs.map((config) => ({ ...withEveryTable(config), linterOptions: { reportUnusedDisableDirectives: "off" } })),
  stats: true,
  errorOnUnmatchedPattern: false,
  warnIgnored: false,
});
const results = await eslint.lintFiles([...job.files]);

const { user, system } = process.cpuUsage();
const passes = results.flatMap((result) => (result.stats?.times.passes ?? []).map((pass) => ({ file: result.filePath, ...pass })));
const rules = {};
const slow = [];
for (const { file, rules: own = {} } of passes) {
  let ofFile = 0;
  for (const [rule, { total }] of Object.entries(own)) {
    if (!rule.startsWith("pitfalls/")) continue;
    rules[rule] = (rules[rule] ?? 0) + total;
    ofFile += total;
  }
  slow.push({ file, ms: ofFile });
}

console.log(JSON.stringify({
  cpu: (user + system) / 1e6,
  wall: performance.now() / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  files: results.length,
  unreadable: results.filter((result) => result.fatalErrorCount > 0).length,
  findings: results.reduce((sum, result) => sum + result.messages.filter(({ ruleId }) => ruleId?.startsWith("pitfalls/")).length, 0),
  // A file that cannot be parsed has no total.
  eslint: passes.reduce((sum, pass) => sum + (pass.total ?? 0), 0) / 1000,
  rules: Object.fromEntries(Object.entries(rules).map(([rule, ms]) => [rule, ms / 1000])),
  slowest: slow.sort((a, b) => b.ms - a.ms).slice(0, 5),
}));
