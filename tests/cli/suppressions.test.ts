/** Accepted errors: the file, the exit codes and the results are those of `eslint` itself. */

import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configOf, findingsOf, JAVASCRIPT, pitfalls, placeWith, PYTHON, resultsOf, RIGHTS, type Place, type Run } from "./command.ts";

const ESLINT = join(import.meta.dirname, "../../node_modules/eslint/bin/eslint.js");
const FILE = "eslint-suppressions.json";
const sql = "pitfalls/no-sql-concat";
const UNUSED = "There are suppressions left that do not occur anymore. To resolve this, re-run the command with `--prune-suppressions` to remove unused suppressions. To ignore unused suppressions, use `--pass-on-unpruned-suppressions`.\n";

const CONFIG = configOf(`...pitfalls.configs.recommended, { files: ["**/*.js"], rules: { "no-debugger": "error", "no-console": "warn" } }`);
const TREE = { "eslint.config.mjs": CONFIG, "gym/a.py": PYTHON + PYTHON, "gym/b.py": PYTHON, "web/a.js": `debugger;\nconsole.log();\n${JAVASCRIPT}debugger;\n`, "web/clean.js": "export const x = 1;\n" };

const eslint = (args: readonly string[], { path }: Place): Promise<Run> => new Promise((done) => {
  const child = execFile(process.execPath, [ESLINT, "--format", "json", ...args, "."], { cwd: path }, (_, stdout, stderr) => { done({ status: child.exitCode, stdout, stderr }); });
});
const ours = (args: readonly string[], { path }: Place): Promise<Run> => pitfalls(["--format", "json", ...args, "."], { cwd: path });

const accepted = (place: Place): unknown => JSON.parse(readFileSync(place.at(FILE), "utf8"));

/** The same steps by both commands: what they leave and say has to be the same. */
async function compared(steps: (run: (args: readonly string[], place: Place) => Promise<Run>, place: Place) => AsyncIterable<Run>): Promise<readonly unknown[]> {
  const [one, two] = await Promise.all([eslint, ours].map(async (run) => {
    using place = placeWith(TREE);
    const said: unknown[] = [];
    for await (const { status, stdout, stderr } of steps(run, place)) {
      const results = (JSON.parse(stdout) as readonly object[]).filter((result) => !("filePath" in result) || !String(result.filePath).endsWith("mjs"));
      said.push({ status, results: JSON.stringify(results).replaceAll(place.path, ""), stderr: stderr.replace(/^pitfalls: /gm, ""), file: existsSync(place.at(FILE)) ? readFileSync(place.at(FILE), "utf8") : null });
    }
    return said;
  }));
  expect(two).toEqual(one);
  return two ?? [];
}

describe("beside ESLint's own command", () => {
  it("--suppress-all, then what is new, then what is gone, then --prune-suppressions", async () => {
    const said = await compared(async function* (run, place) {
      yield await run([], place);
      yield await run(["--suppress-all"], place);
      yield await run([], place);
      // One more than accepted: all of them are reported.
      place.write({ "gym/b.py": PYTHON + PYTHON });
      yield await run([], place);
      // One fewer.
      place.write({ "gym/b.py": PYTHON, "gym/a.py": PYTHON, "web/a.js": "debugger;\n" });
      yield await run([], place);
      yield await run(["--pass-on-unpruned-suppressions"], place);
      rmSync(place.at("gym/b.py"));
      yield await run(["--prune-suppressions"], place);
      yield await run([], place);
      place.write({ "gym/a.py": "x = 1\n", "web/a.js": "x = 1\n" });
      yield await run(["--prune-suppressions"], place);
    });
    expect(said.map((step) => (step as { status: number }).status)).toEqual([1, 0, 0, 1, 2, 0, 0, 0, 0]);
    expect(said[4]).toMatchObject({ stderr: UNUSED });
    expect(said[8]).toMatchObject({ file: "{\n}" });
  });

  it("in another file", async () => {
    await compared(async function* (run, place) {
      const there = ["--suppressions-location", "accepted.json"];
      yield await run(["--suppress-all", ...there], place);
      yield await run(there, place);
      yield await run([], place);
    });
  });

  it("each reads what the other has written", async () => {
    using place = placeWith(TREE);
    expect((await eslint(["--suppress-all"], place)).status).toBe(0);
    expect((await ours([], place)).status).toBe(0);
    const theirs = readFileSync(place.at(FILE), "utf8");
    rmSync(place.at(FILE));
    expect((await ours(["--suppress-all"], place)).status).toBe(0);
    expect(readFileSync(place.at(FILE), "utf8")).toBe(theirs);
    expect((await eslint([], place)).status).toBe(0);
  });
});

describe("without a configuration of one's own", () => {
  const files = { "gym/a.py": PYTHON + PYTHON, "gym/b.py": PYTHON };
  const count = (many: number) => ({ [sql]: { count: many } });

  it("accepts today's errors, says how many, and reports the next one", async () => {
    using place = placeWith({ ...files, "gym/__manifest__.py": `{"name": "Gym", "version": "16.0.1.0.0", "data": ["security/ir.model.access.csv"]}\n`, "gym/security/ir.model.access.csv": RIGHTS });
    const all = "No findings in 4 files.\n4 findings accepted by the suppressions file.\n";
    expect(await pitfalls(["--suppress-all", "."], { cwd: place.path })).toEqual({ status: 0, stdout: all, stderr: "" });
    expect(accepted(place)).toEqual({ "gym/a.py": count(2), "gym/b.py": count(1), "gym/security/ir.model.access.csv": { "pitfalls/no-open-access-right": { count: 1 } } });
    expect(await pitfalls(["--cache", "--jobs", "2", "."], { cwd: place.path })).toEqual({ status: 0, stdout: all, stderr: "" });
    expect(await pitfalls(["--cache", "."], { cwd: place.path })).toEqual({ status: 0, stdout: all, stderr: "" });
    place.write({ "gym/b.py": PYTHON + PYTHON });
    const next = await pitfalls(["--cache", "--format", "json", "."], { cwd: place.path });
    expect(next).toMatchObject({ status: 1, stderr: "" });
    expect(findingsOf(next, place)).toEqual([`gym/b.py:2:25 ${sql}`, `gym/b.py:4:25 ${sql}`]);
  });

  it("is about the files and the rules of the run: what it cannot judge is neither unused nor pruned", async () => {
    const table = { "gym/a.py": { ...count(2), "no-console": { count: 3 }, "other/rule": { count: 1 } }, "gym/b.py": count(1), "web/app.js": { "no-console": { count: 1 } } };
    using place = placeWith({ ...files, "web/app.js": "console.log();\n", "broken.py": "def f(:\n", [FILE]: JSON.stringify({ ...table, "broken.py": count(1) }) });
    expect(await ours(["gym"], place)).toMatchObject({ stderr: "" });
    expect((await pitfalls(["gym"], { cwd: place.path })).status).toBe(0);
    expect((await pitfalls(["gym/a.py"], { cwd: place.path })).status).toBe(0);
    expect((await pitfalls(["--rule", "no-open-access-right", "gym"], { cwd: place.path })).status).toBe(0);
    expect(await pitfalls(["--prune-suppressions", "."], { cwd: place.path })).toMatchObject({ status: 1, stderr: "" });
    expect(accepted(place)).toEqual({ ...table, "broken.py": count(1) });
  });

  it("lies where the run's root is", async () => {
    using place = placeWith({ ...files, "elsewhere/x.py": "x = 1\n" });
    expect((await pitfalls(["--suppress-all", "../gym"], { cwd: place.at("elsewhere") })).status).toBe(0);
    expect(JSON.parse(readFileSync(place.at("gym", FILE), "utf8"))).toEqual({ "a.py": count(2), "b.py": count(1) });
    expect((await pitfalls(["../gym"], { cwd: place.at("elsewhere") })).status).toBe(0);
    expect((await pitfalls(["."], { cwd: place.at("gym") })).status).toBe(0);
    expect((await pitfalls(["--suppressions-location", `gym/${FILE}`, "gym"], { cwd: place.path })).status).toBe(1);
  });

  it("--fix repairs first, and accepts the rest", async () => {
    using place = placeWith(files);
    expect(await pitfalls(["--fix", "--suppress-all", "."], { cwd: place.path })).toMatchObject({ status: 0, stdout: "No findings in 2 files.\n2 files were repaired.\n" });
    expect(accepted(place)).toEqual({});
  });

  it("an unused one fails even with --exit-zero, as it is no finding", async () => {
    using place = placeWith({ "a.py": "x = 1\n", [FILE]: JSON.stringify({ "a.py": count(1) }) });
    expect(await pitfalls(["--exit-zero", "."], { cwd: place.path })).toEqual({ status: 2, stdout: "No findings in 1 file.\n", stderr: `pitfalls: ${UNUSED}` });
  });

  it("hidden findings are in the JSON's suppressedMessages", async () => {
    using place = placeWith({ "a.py": PYTHON });
    const [result] = resultsOf(await ours(["--suppress-all"], place));
    expect(result).toMatchObject({ messages: [], errorCount: 0, suppressedMessages: [{ ruleId: sql, line: 2, suppressions: [{ kind: "file", justification: "" }] }] });
  });
});

describe("a file that cannot be used", () => {
  it.each([["{", "this is no JSON"], ["[]", "this is not what --suppress-all writes"], [`{"a.py": {"rule": 3}}`, "this is not what --suppress-all writes"]])("%s", async (content, why) => {
    using place = placeWith({ "a.py": PYTHON, [FILE]: content });
    expect(await pitfalls(["."], { cwd: place.path })).toEqual({ status: 2, stdout: "", stderr: `pitfalls: ${place.at(FILE)}: the suppressions cannot be read (${why})\n` });
    expect(readFileSync(place.at(FILE), "utf8")).toBe(content);
  });

  it("one that does not exist, both options at once, an empty name", async () => {
    using place = placeWith({ "a.py": PYTHON });
    const says = async (...args: string[]) => pitfalls([...args, "."], { cwd: place.path });
    expect(await says("--suppressions-location", "none.json")).toMatchObject({ status: 2, stdout: "", stderr: "pitfalls: none.json: the suppressions file does not exist; --suppress-all creates it\n" });
    expect(await says("--suppress-all", "--prune-suppressions")).toMatchObject({ status: 2, stdout: "", stderr: "pitfalls: the --suppress-all option and the --prune-suppressions option cannot be used together\n" });
    expect(await says("--suppressions-location=")).toMatchObject({ status: 2, stderr: "pitfalls: --suppressions-location wants the name of a file\n" });
    expect(await says("--suppress-all", "--suppressions-location", "/dev/null/x.json")).toMatchObject({ status: 2, stderr: expect.stringContaining("the suppressions cannot be written (") as string });
  });
});
