/** `--jobs`: the same output as without, whatever happens to a thread. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMAND, command, configOf, findingsOf, JAVASCRIPT, linesAbout, manifestWith, pitfalls, placeWith, PYTHON, RECORD, RIGHTS, TYPESCRIPT } from "./command.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const nested = (depth: number) => `x = ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
const many = (count: number, name: (at: number) => string, content: string) => Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), content]));

/** A rule that ends its process, or thread, on files of a name. */
const CRASHING = `const rule = { create: (context) => { if (context.filename.includes("bad")) process.exit(7); return {}; } };\n`;
const LATE = `const rule = { create: (context) => { if (context.filename.includes("bad")) { queueMicrotask(() => { throw new Error("too late\\nto catch"); }); } return {}; } };\n`;
const withRule = (rule: string) => rule + configOf(`...pitfalls.configs.recommended, { files: ["**/*.{js,py}"], plugins: { any: { rules: { rule } } }, rules: { "any/rule": "error" } }`);

describe("the output", () => {
  const tree = {
    ...many(30, (at) => `gym/models/m${at}.py`, PYTHON), ...many(12, (at) => `web/s${at}.ts`, TYPESCRIPT), ...many(8, (at) => `web/s${at}.js`, JAVASCRIPT), ...many(9, (at) => `gym/views/v${at}.xml`, RECORD),
    "gym/__manifest__.py": manifestWith("security/ir.model.access.csv", "views/v1.xml", "latin1.xml"), "gym/security/ir.model.access.csv": RIGHTS, "gym/latin1.xml": latin1(RECORD.replace("utf-8", "iso-8859-1").replace("locker<", "caf\xe9<")),
    "gym/deep.py": nested(5000), "web/deep.ts": nested(5000), "gym/wide.py": `x = ${"1 + ".repeat(3000)}1\n`, "gym/syntax.py": "def f(:\n", "gym/broken.xml": "<a>", "gym/nul.py": "x\0", "web/latin1.ts": latin1(`// caf\xe9\n${TYPESCRIPT}`),
    "own/eslint.config.mjs": configOf(`...pitfalls.configs.recommended, { files: ["**/*.py"], rules: { "pitfalls/no-sql-concat": "warn" } }, { ignores: ["old/"] }`), ...many(9, (at) => `own/o${at}.py`, PYTHON), "own/old/a.py": PYTHON,
    "broken/eslint.config.mjs": "throw new Error('no luck');\n", ...many(5, (at) => `broken/b${at}.py`, PYTHON),
  };

  it.each([["stylish"], ["json"]])("in %s is the same, byte for byte: findings, paths of values, errors, notes, exit code", async (format) => {
    using place = placeWith(tree);
    const alone = await pitfalls(["--format", format, "."], { cwd: place.path });
    expect(alone.stdout).toContain(format === "json" ? `"ruleId":"pitfalls/no-open-access-right"` : "    line 1    a parameter of `find`");
    for (const jobs of ["2", "3"]) expect(await pitfalls(["--format", format, "--jobs", jobs, "."], { cwd: place.path })).toEqual(alone);
    expect(await pitfalls(["--format", format, "-j", "auto", "--quiet", "."], { cwd: place.path })).toEqual(await pitfalls(["--format", format, "--quiet", "."], { cwd: place.path }));
  });

  it("is the same with --fix-dry-run, and so are the files after --fix", async () => {
    using one = placeWith(tree);
    using two = placeWith(tree);
    const said = async (place: typeof one, ...args: string[]) => {
      const { stdout, stderr, status } = await pitfalls([...args, "."], { cwd: place.path });
      return { status, stdout: stdout.replaceAll(place.path, ""), stderr: stderr.replaceAll(place.path, "") };
    };
    expect(await said(two, "--fix-dry-run", "--jobs", "2")).toEqual(await said(one, "--fix-dry-run"));
    expect(await said(two, "--fix", "--jobs", "2")).toEqual(await said(one, "--fix"));
    for (const name of Object.keys(tree)) expect(readFileSync(two.at(name)), name).toEqual(readFileSync(one.at(name)));
    expect(readFileSync(two.at("gym/models/m7.py"), "utf8")).toContain("(label,)");
  });

  it("has nothing of what a configuration prints when each thread loads it", async () => {
    using place = placeWith({ "eslint.config.mjs": `console.log("hello");\nconsole.error("world");\n${configOf("...pitfalls.configs.recommended")}`, ...many(9, (at) => `a${at}.py`, PYTHON) });
    const run = async (...args: string[]) => command(["--format", "json", ...args, "."], { cwd: place.path });
    const alone = await run();
    expect(await run("--jobs", "2")).toEqual(alone);
    expect(alone.stdout).toMatch(/^hello\n\[\{/);
  });
});

describe("a thread that crashes", () => {
  const files = { ...many(20, (at) => `a${String(at).padStart(2, "0")}.py`, PYTHON), "a05_bad.py": PYTHON, "a17_bad.py": PYTHON };
  const clean = Object.keys(files).filter((name) => name.startsWith("a") && !name.includes("bad")).sort();

  it.each([["process.exit", CRASHING, "it ended"], ["what nobody catches", LATE, "too late"]])("%s: costs the file it was at one line, and no other file anything", async (_, rule, why) => {
    using place = placeWith({ ...files, "eslint.config.mjs": withRule(rule) });
    const run = await command(["--jobs", "2", "."], { cwd: place.path });
    expect(run).toMatchObject({ status: 2, stderr: "" });
    const crashed = ["a05_bad.py", "a17_bad.py"].map((name) => `${name}:1:1  error: the file cannot be linted (its thread crashed: ${why})`);
    expect(linesAbout(run.stdout, "bad")).toEqual(crashed);
    for (const name of clean) expect(linesAbout(run.stdout, `${name}:2:25  error`)).toHaveLength(1);
    expect(run.stdout).toContain("20 findings in 23 files.");
  });

  it("running out of memory is such a crash", async () => {
    const greedy = `const rule = { create: (context) => { if (context.filename.includes("bad")) { const all = []; for (;;) all.push(new Array(1e4).fill(all.length)); } return {}; } };\n`;
    using place = placeWith({ "eslint.config.mjs": withRule(greedy), "a.py": PYTHON, "bad.py": PYTHON, "c.py": PYTHON });
    const run = await command(["--jobs", "2", "."], { cwd: place.path, env: { NODE_OPTIONS: "--max-old-space-size=160" } });
    expect(linesAbout(run.stdout, "bad.py")).toEqual([expect.stringMatching(/^bad\.py:1:1 {2}error: the file cannot be linted \(its thread crashed: .*memory/)]);
    expect(run.stdout).toContain("2 findings in 4 files.");
  });
});

describe("progress", () => {
  it("counts the files of all threads", async () => {
    using place = placeWith(many(40, (at) => `a${at}.py`, PYTHON.repeat(200)));
    const { run } = (await import(pathToFileURL(COMMAND.replace("bin.js", "run.js")).href)) as { run: (argv: readonly string[], around: object) => Promise<number> };
    const shown: string[] = [];
    expect(await run(["--jobs", "2", "."], { cwd: place.path, color: false, isInteractive: true, out: () => undefined, err: (text: string) => shown.push(text) })).toBe(1);
    expect(shown.join("")).toMatch(/\d+ of 40 files/);
  });
});

describe("--jobs", () => {
  it.each([["two"], ["-1"], ["1.5"], [""]])("is no number: %s", async (jobs) => {
    expect(await pitfalls([`--jobs=${jobs}`, "."])).toEqual({ status: 2, stdout: "", stderr: `pitfalls: --jobs wants a whole number or auto, not ${jobs}\n` });
  });

  it("0 and auto are one for each core; one file is linted all the same", async () => {
    using place = placeWith({ "a.py": PYTHON });
    for (const jobs of ["0", "auto", "64"]) expect(findingsOf(await pitfalls(["--format", "json", "--jobs", jobs, "."], { cwd: place.path }), place)).toEqual(["a.py:2:25 pitfalls/no-sql-concat"]);
    using empty = placeWith({});
    expect(await pitfalls(["--jobs", "2", "."], { cwd: empty.path })).toMatchObject({ status: 0, stdout: "No findings in 0 files.\n" });
  });
});
