/** Whose configuration counts: the nearest one to the linted files that has our plugin in it, else ours. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, configOf, findingsOf, JAVASCRIPT, linesAbout, pitfalls, placeWith, PYTHON, resultsOf, TYPESCRIPT } from "./command.ts";

const RECOMMENDED = configOf("...pitfalls.configs.recommended");
const WARNING = (files: string) => `...pitfalls.configs.recommended, { files: [${JSON.stringify(files)}], rules: { "pitfalls/no-sql-concat": "warn" } }`;
const rule = "pitfalls/no-sql-concat";
const counts = (run: Parameters<typeof resultsOf>[0]) => resultsOf(run).map(({ errorCount, warningCount }) => [errorCount, warningCount]);

describe("a project's own configuration", () => {
  it("counts when it has our plugin: its severities, its ignores, its other rules", async () => {
    using place = placeWith({
      "eslint.config.mjs": configOf(`{ ignores: ["old/"] }, ${WARNING("**/*.py")}, { rules: { "no-debugger": "error" } }`),
      "a.py": PYTHON, "b.js": "debugger;\n", "old/c.py": PYTHON,
    });
    const run = await pitfalls(["."], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(run.stdout).toContain("a.py:2:25  warning  pitfalls/no-sql-concat");
    expect(run.stdout).toContain("b.js:1:1  error  no-debugger");
    expect(run.stdout).toContain("2 findings in 3 files.");
    expect(run.stdout).toContain("1 file left out by the project's configuration.");
    expect(run.stdout).toContain("line 1    a parameter of `find`");
  });

  it("is looked for beside the files, not in the working directory", async () => {
    using place = placeWith({ "mine/eslint.config.mjs": "throw new Error('not mine');\n", "theirs/eslint.config.mjs": configOf(WARNING("**/*.py")), "theirs/a.py": PYTHON, "bare/a.py": PYTHON });
    const run = await pitfalls(["--format", "json", "../theirs", "../bare"], { cwd: place.at("mine") });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(counts(run)).toEqual([[1, 0], [0, 1], [0, 0]]);
    // The house's own configuration has nothing to do with a file elsewhere.
    expect(await command(["--rule", "no-sql-concat", place.at("bare")], { cwd: join(import.meta.dirname, "../..") })).toMatchObject({ status: 1, stderr: "" });
  });

  it("without our plugin says nothing of what we find", async () => {
    using place = placeWith({ "eslint.config.mjs": `export default [{ ignores: ["**/*.js"] }, { rules: { "no-debugger": "error" } }];\n`, "a.py": PYTHON, "b.js": `debugger;\n${JAVASCRIPT}` });
    const run = await pitfalls(["--format", "json", "."], { cwd: place.path });
    expect(run.stderr).toBe("");
    expect(findingsOf(run, place)).toEqual([`a.py:2:25 ${rule}`, `b.js:5:43 ${rule}`]);
  });

  it("may call our plugin something else, and use it for some files only", async () => {
    using place = placeWith({
      "eslint.config.mjs": configOf(`{ files: ["**/*.py"], plugins: { traps: pitfalls }, language: "traps/python", rules: { "traps/no-sql-concat": "warn" } }`),
      "a.js": JAVASCRIPT, "b.py": PYTHON, "c.ts": TYPESCRIPT,
    });
    const run = await pitfalls(["--rule", "no-sql-concat", "."], { cwd: place.path });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("b.py:2:25  warning  traps/no-sql-concat");
    expect(run.stdout).toContain("1 finding in 3 files.");
    expect(run.stdout).toContain("1 file left out by the project's configuration.");
  });

  it("each package of a repository has its nearest one", async () => {
    using place = placeWith({
      "eslint.config.mjs": RECOMMENDED, "a.py": PYTHON,
      "packages/warns/eslint.config.mjs": configOf(WARNING("src/*.py")), "packages/warns/src/a.py": PYTHON, "packages/warns/a.py": PYTHON,
      "packages/other/eslint.config.js": "export default [];\n", "packages/other/package.json": `{ "type": "module" }\n`, "packages/other/a.py": PYTHON,
      "packages/silent/eslint.config.cjs": `module.exports = import(${JSON.stringify("../../eslint.config.mjs")}).then(({ default: all }) => [...all, { rules: { "pitfalls/no-sql-concat": "off" } }]);\n`, "packages/silent/a.py": PYTHON,
      "packages/bare/a.py": PYTHON,
    });
    const run = await pitfalls(["--format", "json", "."], { cwd: place.at("packages") });
    const addons = resultsOf(run).filter(({ filePath }) => filePath.endsWith(".py"));
    expect(addons.map(({ filePath, errorCount, warningCount }) => [filePath.slice(place.path.length + 1), errorCount, warningCount])).toEqual([
      ["packages/bare/a.py", 1, 0], ["packages/other/a.py", 1, 0], ["packages/silent/a.py", 0, 0], ["packages/warns/a.py", 1, 0], ["packages/warns/src/a.py", 0, 1],
    ]);
  });

  it("--preset and --rule count beside it", async () => {
    const number = `def find(self, label: int):\n    self.env.cr.execute("SELECT id FROM gym_locker WHERE label = %d" % label)\n`;
    using place = placeWith({ "eslint.config.mjs": configOf(`...pitfalls.configs.recommended, { rules: { "no-debugger": "error" } }`), "a.py": number, "b.js": `debugger;\n${JAVASCRIPT}` });
    expect(findingsOf(await pitfalls(["--format", "json", "."], { cwd: place.path }), place)).toEqual(["b.js:1:1 no-debugger", `b.js:5:43 ${rule}`]);
    expect(findingsOf(await pitfalls(["--format", "json", "--preset", "strict", "--rule", "pitfalls/no-sql-concat", "."], { cwd: place.path }), place)).toEqual([`a.py:2:25 ${rule}`, `b.js:5:43 ${rule}`]);
  });

  it("a rule asked for that it turns off is no silent success", async () => {
    using place = placeWith({ "eslint.config.mjs": configOf(`...pitfalls.configs.recommended, { rules: { "pitfalls/no-sql-concat": "off" } }`), "a.py": PYTHON });
    expect(await pitfalls(["--rule", "no-sql-concat", "."], { cwd: place.path })).toMatchObject({ status: 0, stderr: `pitfalls: ${place.at("eslint.config.mjs")} has no-sql-concat turned off for these files\n` });
  });
});

describe("a configuration that cannot be used", () => {
  const says = (config: string) => `pitfalls: ${config}: the configuration cannot be used (`;

  it("is named with its reason and its line; its files are linted all the same, but not repaired", async () => {
    using place = placeWith({
      "throws/eslint.config.mjs": `\nthrow new Error("no luck\\nat all");\n`, "throws/a.py": PYTHON,
      "syntax/eslint.config.mjs": "export default [\n{,\n];\n", "syntax/a.py": PYTHON,
      "wrong/eslint.config.mjs": configOf(`{ rules: { "nobody/knows": "error" } }`), "wrong/a.js": JAVASCRIPT,
      "key/eslint.config.mjs": "export default [{ rulez: {} }];\n", "key/a.js": JAVASCRIPT,
      "missing/eslint.config.mjs": `import "pitfalls-not-installed";\nexport default [];\n`, "missing/a.js": JAVASCRIPT,
      "fine/eslint.config.mjs": RECOMMENDED, "fine/a.py": PYTHON,
    });
    const run = await pitfalls(["--format", "json", "--fix", "."], { cwd: place.path });
    expect(run.status).toBe(2);
    expect(run.stderr.split("\n").sort()).toEqual([
      "", ...[
        says(place.at("key/eslint.config.mjs")), `${says(place.at("missing/eslint.config.mjs"))}Cannot find package 'pitfalls-not-installed'`, says(place.at("syntax/eslint.config.mjs")),
        `${says(place.at("throws/eslint.config.mjs"))}line 2: no luck at all); its files are linted without it and not repaired`, says(place.at("wrong/eslint.config.mjs")),
      ].map((line) => expect.stringContaining(line) as string),
    ]);
    expect(findingsOf(run, place)).toEqual([`key/a.js:4:43 ${rule}`, `missing/a.js:4:43 ${rule}`, `syntax/a.py:2:25 ${rule}`, "syntax/eslint.config.mjs:2:2 Parsing error: Property assignment expected.", `throws/a.py:2:25 ${rule}`, `wrong/a.js:4:43 ${rule}`]);
    expect(readFileSync(place.at("throws/a.py"), "utf8")).toBe(PYTHON);
  });

  it("is only mentioned when it is not installed here and has nothing to do with us", async () => {
    using place = placeWith({ "eslint.config.mjs": `import "eslint-plugin-of-somebody";\nexport default [];\n`, "a.py": PYTHON });
    const run = await pitfalls(["--fix", "."], { cwd: place.path });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("1 file was repaired.") as string });
    expect(linesAbout(run.stderr, "eslint.config.mjs")).toEqual([expect.stringMatching(/cannot be used \(.*eslint-plugin-of-somebody.*\); it does not name this plugin$/)]);
  });

  it("is mentioned once, however many there are", async () => {
    const config = `import "eslint-plugin-of-somebody";\nexport default [];\n`;
    using place = placeWith({ "a/eslint.config.mjs": config, "a/a.py": PYTHON, "b/eslint.config.mjs": config, "b/b.py": PYTHON, "c/eslint.config.mjs": config, "c/c.py": PYTHON });
    const run = await pitfalls(["."], { cwd: place.path });
    expect(linesAbout(run.stderr, "eslint.config.mjs")).toEqual([expect.stringMatching(/does not name this plugin; the same goes for 2 more$/)]);
  });
});

describe("comments for ESLint in a file", () => {
  const code = `/* eslint react/prop-types: 2, no-console: 2, quotes: ["error"] */\n/* eslint broken: [ */\n/* eslint-env browser */\n// eslint-disable-next-line import/no-unresolved\nconsole.log("");\n`;

  it("that speak of other rules are no findings of ours", async () => {
    using place = placeWith({ "a.js": code, "b.py": `# eslint react/prop-types: 2\n# eslint-disable-next-line import/foo\nx = 1\n` });
    expect(await pitfalls(["."], { cwd: place.path })).toEqual({ status: 0, stdout: "No findings in 2 files.\n", stderr: "" });
  });

  it("that speak of ours count", async () => {
    const [first, second] = PYTHON.split("\n");
    using place = placeWith({
      "a.js": `/* eslint pitfalls/no-sql-concat: "off" */\n${JAVASCRIPT}`, "b.ts": `/* eslint-disable pitfalls/no-sql-concat -- reviewed */\n${TYPESCRIPT}`,
      "c.py": `${String(first)}\n    # eslint-disable-next-line pitfalls/no-sql-concat\n${String(second)}\n`, "d.py": `# eslint pitfalls/no-sql-concat: "off"\n${PYTHON}`, "e.py": PYTHON,
    });
    expect(findingsOf(await pitfalls(["--format", "json", "."], { cwd: place.path }), place)).toEqual([`e.py:2:25 ${rule}`]);
  });
});
