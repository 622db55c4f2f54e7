/** Every option of the command, and what it says to a wrong one. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, configOf, findingsOf, JAVASCRIPT, pitfalls, placeWith, PYTHON, resultsOf } from "./command.ts";

const WARNINGS = configOf(`...pitfalls.configs.recommended, { files: ["**/*.py"], rules: { "pitfalls/no-sql-concat": "warn" } }`);
const rule = "pitfalls/no-sql-concat";

describe("wrong options", () => {
  it.each([
    { args: ["--colour"], says: "Unknown option '--colour' (a path that begins with a dash goes behind --)" },
    { args: ["-x.py"], says: "Unknown option '-x' (a path that begins with a dash goes behind --)" },
    { args: ["--preset", "lax"], says: "--preset is recommended or strict, not lax" },
    { args: ["--format", "xml"], says: "--format is stylish or json, not xml" },
    { args: ["--max-warnings", "many"], says: "--max-warnings wants a whole number, not many" },
    { args: ["--max-warnings", "1.5"], says: "--max-warnings wants a whole number, not 1.5" },
    { args: ["--max-warnings="], says: "--max-warnings wants a whole number, not " },
    { args: ["--max-warnings=-2"], says: "--max-warnings wants a whole number, not -2" },
    { args: ["--rule", "no-such-rule"], says: "there is no rule no-such-rule; the rules are " },
    { args: ["--rule", "--quiet"], says: "Option '--rule' argument is ambiguous" },
    { args: ["--explain", "no-such-rule"], says: "there is no page on no-such-rule; the rules are " },
    { args: ["--explain", "../limits"], says: "there is no page on ../limits; " },
    { args: ["--fix", "--fix-dry-run"], says: "--fix writes and --fix-dry-run does not: give one of them" },
    { args: ["--fix=yes"], says: "Option '--fix' does not take an argument" },
    { args: ["--output", "/dev/null/report"], says: "the report cannot be written into /dev/null (" },
    { args: ["--output", "/"], says: "the report cannot be written to /, which is a folder" },
    { args: ["--output="], says: "--output wants the name of a file" },
  ])("$args", async ({ args, says }) => {
    const run = await pitfalls([...args, "missing"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^pitfalls: .*\n$/);
    expect(run.stderr).toContain(`pitfalls: ${says}`);
  });
});

describe("what needs no files", () => {
  it("--help, --version, --explain", async () => {
    expect(await pitfalls(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("Exit code: 0 clean, 1 findings or a file that does not parse, 2 could not do what was asked.") as string, stderr: "" });
    expect(await pitfalls(["--version"])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: "" });
    const page = await pitfalls(["--explain", "no-sql-concat"]);
    expect(page).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^# no-sql-concat\n/) as string });
    expect(page.stdout).not.toContain("<!--");
    expect(await pitfalls(["--explain", "pitfalls/no-sql-concat"])).toEqual(page);
  });
});

describe("--preset and --rule", () => {
  it("strict finds more; a rule may be named twice and as the report names it", async () => {
    using place = placeWith({ "a.py": `def find(self, label: int):\n    self.env.cr.execute("SELECT id FROM gym_locker WHERE label = %d" % label)\n` });
    const found = async (...args: string[]) => findingsOf(await pitfalls([...args, "--format", "json", place.path]), place);
    expect(await found()).toEqual([]);
    expect(await found("--preset", "recommended")).toEqual([]);
    expect(await found("--preset", "strict", "--rule", "no-sql-concat", "--rule", "pitfalls/no-sql-concat")).toEqual([`a.py:2:25 ${rule}`]);
  });
});

describe("--format and --output", () => {
  it("json is ESLint's own shape", async () => {
    using place = placeWith({ "a.py": PYTHON, "b.js": "let x = 1;\n" });
    const [a, b] = resultsOf(await pitfalls(["--format", "json", "."], { cwd: place.path }));
    expect(Object.keys(a ?? {}).sort()).toEqual(["errorCount", "fatalErrorCount", "filePath", "fixableErrorCount", "fixableWarningCount", "messages", "source", "suppressedMessages", "usedDeprecatedRules", "warningCount"]);
    expect(a?.messages[0]).toMatchObject({ ruleId: rule, severity: 2, line: 2, column: 25, endLine: 2, endColumn: 79, messageId: expect.any(String) as string, fix: expect.any(Object) as object });
    expect(b).toMatchObject({ messages: [], errorCount: 0 });
  });

  it("--output gets the whole report, in a new folder if need be, without the terminal's colours", async () => {
    using place = placeWith({ "a.py": PYTHON });
    const shown = await pitfalls(["a.py"], { cwd: place.path });
    const silent = { status: 1, stdout: "", stderr: "" };
    expect(await pitfalls(["-f", "json", "-o", "new/folder/report.json", "a.py"], { cwd: place.path })).toEqual(silent);
    expect(await command(["--output", "report.txt", "a.py"], { cwd: place.path, env: { FORCE_COLOR: "1" } })).toEqual(silent);
    expect(JSON.parse(readFileSync(place.at("new/folder/report.json"), "utf8"))).toMatchObject([{ filePath: place.at("a.py"), errorCount: 1 }]);
    expect(readFileSync(place.at("report.txt"), "utf8")).toBe(shown.stdout);
  });
});

describe("exit codes", () => {
  it("0 clean, 1 findings or a file that does not parse, 2 what could not be done, which --exit-zero does not hide", async () => {
    using place = placeWith({ "clean.py": "x = 1\n", "found.py": PYTHON, "broken.py": "def f(:\n" });
    const status = async (...args: string[]) => (await command(args, { cwd: place.path })).status;
    expect(await status("clean.py")).toBe(0);
    expect(await status("clean.py", "found.py")).toBe(1);
    expect(await status("clean.py", "broken.py")).toBe(1);
    expect(await status("found.py", "missing.py")).toBe(2);
    expect(await status("--exit-zero", "found.py", "broken.py")).toBe(0);
    expect(await status("--exit-zero", "missing.py")).toBe(2);
  });

  it("--max-warnings fails on one more than that", async () => {
    using place = placeWith({ "eslint.config.mjs": WARNINGS, "a.py": PYTHON, "b.py": PYTHON });
    const status = async (...args: string[]) => (await pitfalls([...args, "a.py", "b.py"], { cwd: place.path })).status;
    expect(await status()).toBe(0);
    expect(await status("--max-warnings", "2")).toBe(0);
    expect(await status("--max-warnings", "1")).toBe(1);
    expect(await status("--max-warnings=-1")).toBe(0);
    // What is not shown is counted all the same.
    expect(await pitfalls(["--quiet", "--max-warnings", "0", "a.py", "b.py"], { cwd: place.path })).toMatchObject({ status: 1, stdout: "No findings in 2 files.\n" });
  });

  it("--quiet shows errors only", async () => {
    using place = placeWith({ "eslint.config.mjs": WARNINGS, "a.py": PYTHON, "b.js": JAVASCRIPT });
    const json = await pitfalls(["--quiet", "--format", "json", "."], { cwd: place.path });
    expect(json.status).toBe(1);
    expect(findingsOf(json, place)).toEqual([`b.js:4:43 ${rule}`]);
    expect((await pitfalls(["--quiet", "."], { cwd: place.path })).stdout).toContain("1 finding in 3 files.");
  });
});
