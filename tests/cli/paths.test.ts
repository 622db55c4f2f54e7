/** Which files the command lints: given paths, walks, links, and what no one wrote by hand. */

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, configOf, findingsOf, JAVASCRIPT, pitfalls, placeWith, PYTHON, resultsOf, TYPESCRIPT } from "./command.ts";

const NAMES = [
  "with blank/a b.py", "ünï/日本.py", "(group)/[...slug]/[id].ts", "[id].ts", "{a,b}.py", "!not.py", "*.py", "?.ts", "#hash.py", "~tilde.py", "@(x).ts", "%20.ts", "a?b=1.ts", "$x.py",
  ".dot.py", ".hidden/x.py", "--fix.py", "-x.ts", "back\\slash.py",
];
const contentOf = (name: string) => (name.endsWith(".py") ? PYTHON : TYPESCRIPT);
const rule = "pitfalls/no-sql-concat";

describe("names", () => {
  it("blanks, brackets, stars, dashes: a name is a name and no pattern", async () => {
    using place = placeWith(Object.fromEntries(NAMES.map((name) => [name, contentOf(name)])));
    const expected = NAMES.map((name) => `${name}:${name.endsWith(".py") ? "2:25" : "4:51"} ${rule}`).sort();
    expect(findingsOf(await pitfalls(["--format", "json"], { cwd: place.path }), place)).toEqual(expected);
    expect(findingsOf(await pitfalls(["--format", "json", "--", ...NAMES], { cwd: place.path }), place)).toEqual(expected);
    place.write({ "eslint.config.mjs": configOf("...pitfalls.configs.recommended") });
    expect(findingsOf(await pitfalls(["--format", "json", "."], { cwd: place.path }), place)).toEqual(expected);
  });

  it("a line break or an escape in a name does not reach the terminal", async () => {
    using place = placeWith({ "a\n\u001b[31m.py": PYTHON });
    expect((await pitfalls(["."], { cwd: place.path })).stdout).toContain("a \uFFFD[31m.py:2:25  error");
  });
});

describe("given paths", () => {
  it("one that is missing, one of no language of ours: a line for each, the rest is linted", async () => {
    using place = placeWith({ "a.py": PYTHON, "notes.txt": "hello\n" });
    const run = await pitfalls(["--format", "json", "missing", "a.py", "notes.txt", "a.py/b.py"], { cwd: place.path });
    expect(run).toMatchObject({ status: 2, stderr: "pitfalls: missing: there is no such file or folder\npitfalls: notes.txt: no language of ours has files of this name\npitfalls: a.py/b.py: there is no such file or folder\n" });
    expect(findingsOf(run, place)).toEqual([`a.py:2:25 ${rule}`]);
  });

  it("may lie outside the working directory, in several places, twice", async () => {
    using place = placeWith({ "one/a.py": PYTHON, "two/b.ts": TYPESCRIPT, "work/c.js": "let x = 1;\n" });
    const run = await pitfalls(["--format", "json", "../one", "../two/b.ts", "../two", "."], { cwd: place.at("work") });
    expect(findingsOf(run, place)).toEqual([`one/a.py:2:25 ${rule}`, `two/b.ts:4:51 ${rule}`]);
    expect(resultsOf(run)).toHaveLength(3);
    const report = await pitfalls([place.at("one"), "../two"], { cwd: place.at("work") });
    expect(report).toMatchObject({ status: 1, stderr: "" });
    expect(report.stdout).toMatch(/^\.\.\/one\/a\.py:2:25 {2}error/m);
  });

  it("an empty folder is clean; an empty path is a mistake", async () => {
    using place = placeWith({});
    expect(await pitfalls(["."], { cwd: place.path })).toEqual({ status: 0, stdout: "No findings in 0 files.\n", stderr: "" });
    expect(await pitfalls([""], { cwd: place.path })).toMatchObject({ status: 2, stderr: "pitfalls: a path is empty\n" });
  });

  it("a pipe is not waited for", async (context) => {
    using place = placeWith({ "a.py": PYTHON });
    if (spawnSync("mkfifo", [place.at("pipe.py")]).status !== 0) return context.skip("left out: no pipes on this system");
    expect(await pitfalls([place.path])).toMatchObject({ status: 1, stderr: "" });
    expect(await pitfalls([place.at("pipe.py")])).toMatchObject({ status: 2, stderr: `pitfalls: ${place.at("pipe.py")}: this is neither a file nor a folder\n` });
  });
});

describe("what no one wrote by hand", () => {
  const FOREIGN = ["node_modules/p/a.js", "addon/static/lib/a.js", "addon/static/src/lib/a.js", "dist/a.js", ".git/hooks/a.py", "web/__pycache__/a.py"];
  const GENERATED = ["addon/static/src/a.min.js", "addon/static/src/a.d.ts"];
  const ONE_LINE = "addon/static/src/bundle.js";

  it("is skipped and counted", async () => {
    const given = [...FOREIGN, ...GENERATED, "addon/lib/a.py", "addon/static/src/a.js"].map((name) => [name, name.endsWith(".py") ? PYTHON : JAVASCRIPT] as const);
    using place = placeWith({ ...Object.fromEntries(given), [ONE_LINE]: `${"function f(){return 1}".repeat(300)}${JAVASCRIPT}` });
    const run = await pitfalls(["."], { cwd: place.path });
    expect(run.stdout).toContain("addon/lib/a.py:2:25");
    expect(run.stdout).toContain("addon/static/src/a.js:4:43");
    expect(run.stdout).toContain("2 findings in 2 files.");
    expect(run.stdout).toContain("Skipped 6 folders and 3 files that nobody wrote by hand.");
  });

  it("is linted when it is named, and a folder above the given one does not count", async () => {
    const files = [...FOREIGN, ...GENERATED].map((name) => [`static/${name}`, name.endsWith(".py") ? PYTHON : JAVASCRIPT] as const);
    using place = placeWith({ ...Object.fromEntries(files), "static/work/lib/a.py": PYTHON });
    const named = await pitfalls(["--format", "json", ...files.map(([name]) => name)], { cwd: place.path });
    expect(resultsOf(named).map(({ filePath, messages }) => [filePath.slice(place.path.length + 1), messages.length])).toEqual(files.map(([name]) => [name, 1]).sort());
    expect(findingsOf(await pitfalls(["--format", "json", "node_modules/p"], { cwd: place.at("static") }), place)).toEqual([`static/node_modules/p/a.js:4:43 ${rule}`]);
    expect(findingsOf(await pitfalls(["--format", "json", "."], { cwd: place.at("static/work") }), place)).toEqual([`static/work/lib/a.py:2:25 ${rule}`]);
  });
});

describe("links", () => {
  it("loops end, nothing is linted twice, nothing outside is reached through a link to a folder above", async () => {
    using place = placeWith({ "outside.py": PYTHON, "repos/gym/models/a.py": PYTHON, "addons/shop/b.py": PYTHON });
    const link = (target: string, name: string) => { symlinkSync(target, place.at("addons", name)); };
    link("../repos/gym", "gym");
    link("../repos/gym", "again");
    link("shop", "same");
    link(".", "self");
    link("..", "up");
    link("/", "root");
    link("shop/b.py", "b_link.py");
    link("loop_b.py", "loop_a.py");
    link("loop_a.py", "loop_b.py");
    link("nowhere.py", "broken.py");
    link("user@host.123", ".#locked.py");
    const run = await pitfalls(["--format", "json", "addons"], { cwd: place.path });
    expect(findingsOf(run, place)).toEqual([expect.stringMatching(/^addons\/(?:again|gym)\/models\/a\.py:2:25/), `addons/shop/b.py:2:25 ${rule}`]);
    expect(run.status).toBe(2);
    expect(run.stderr.split("\n").sort()).toEqual(["", ...["broken.py: there is no such file or folder", "loop_a.py: this link leads to itself", "loop_b.py: this link leads to itself"].map((line) => `pitfalls: ${place.at("addons")}/${line}`)]);
  });

  it("a repair goes through a link into the file", async () => {
    using place = placeWith({ "real.py": PYTHON });
    mkdirSync(place.at("links"));
    symlinkSync("../real.py", place.at("links/a.py"));
    expect((await pitfalls(["--fix", "links"], { cwd: place.path })).status).toBe(0);
    expect(readFileSync(place.at("real.py"), "utf8")).toContain("(label,)");
  });
});

describe("permissions", () => {
  it("an unreadable folder and an unreadable file get a line each, the rest is linted", async (context) => {
    const uid = process.getuid?.();
    if (uid === undefined) return context.skip("left out: no users on this system");
    using place = placeWith({ "closed/a.py": PYTHON, "secret.ts": TYPESCRIPT, "open/b.py": PYTHON });
    chmodSync(place.at("closed"), 0o000);
    chmodSync(place.at("secret.ts"), 0o000);
    const as = uid === 0 ? { uid: 65534 } : {};
    if ((await command(["--version"], as)).status !== 0) return context.skip("left out: root's files are closed to everybody else");
    const run = await command(["."], { cwd: place.path, ...as });
    chmodSync(place.at("closed"), 0o755);
    expect(run).toMatchObject({ status: 2, stderr: `pitfalls: ${place.at("closed")}: the folder cannot be read (EACCES)\n` });
    expect(run.stdout).toContain("secret.ts:1:1  error: the file cannot be read (EACCES)\n");
    expect(run.stdout).toContain("open/b.py:2:25  error");
  });
});
