/** What people see: the code of a finding, the path of its value, its repair, and how far a run is. */

import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { excerptOf } from "../../src/cli/excerpt.ts";
import { progressTo } from "../../src/cli/progress.ts";
import { command, COMMAND, pitfalls, placeWith, PYTHON } from "./command.ts";

describe("stylish", () => {
  it("shows the code, the path of the value and whether a fix exists", async () => {
    using place = placeWith({ "a.py": `def find(self, label):\n    query = "SELECT id FROM gym_locker WHERE label = '%s'" % label\n    self.env.cr.execute(query)\n` });
    const { stdout } = await pitfalls(["a.py"], { cwd: place.path });
    expect(stdout).toMatch(/^a\.py:3:25 {2}error {2}pitfalls\/no-sql-concat\n {2}`label` \S.*\n {4}3 \| {5}self\.env\.cr\.execute\(query\)\n {6}\| {25}\^{5}\n/);
    expect(stdout).toMatch(/^ {4}line 1 .*def find\(self, label\):$/m);
    expect(stdout).toMatch(/^ {4}line 3 .*self\.env\.cr\.execute\(query\)$/m);
    expect(stdout).toMatch(/^ {2}(?:fixable with --fix|suggestion: .*)$/m);
  });

  it("has colours when asked to, and none in a pipe", async () => {
    using place = placeWith({ "a.py": PYTHON });
    expect((await command(["."], { cwd: place.path, env: { FORCE_COLOR: "1" } })).stdout).toContain("\u001b[1ma.py:2:25\u001b[22m");
    expect((await command(["."], { cwd: place.path, env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toContain("\u001b");
  });

  it("ends quietly when nobody reads on", () => {
    using place = placeWith(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}.py`, PYTHON.repeat(20)])));
    const { stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${COMMAND}" . | head -n 1`], { cwd: place.path, encoding: "utf8" });
    expect(stderr).toBe("");
  });
});

describe("an excerpt", () => {
  const at = (line: string, column: number, endColumn: number) => excerptOf({ ruleId: null, severity: 2, message: "", line: 1, column, endLine: 1, endColumn }, [line]);

  it("marks what the finding is about", () => {
    expect(at("\tx = run(query)", 10, 15)).toEqual({ line: "\tx = run(query)", marker: "\t        ^^^^^" });
  });

  it("is as wide as the letters are", () => {
    expect(at("名 = run(q)", 9, 10)).toEqual({ line: "名 = run(q)", marker: `${" ".repeat(9)}^` });
  });

  it("of a long line is the part around the finding", () => {
    const found = at(`${"a".repeat(5000)}HERE${"b".repeat(5000)}`, 5001, 5005);
    expect(found?.line).toMatch(/^…a{40}HEREb+…$/);
    expect(found?.line.length).toBeLessThan(170);
    expect(found?.marker).toBe(`${" ".repeat(41)}^^^^`);
  });

  it("does not let the file speak to the terminal", () => {
    expect(at("x = '\u001b[2J\u202e' + q", 1, 2)?.line).toBe("x = '\uFFFD[2J\uFFFD' + q");
  });

  it("of an empty line or one beyond the file is nothing", () => {
    expect(at("  ", 1, 2)).toBeNull();
    expect(excerptOf({ ruleId: null, severity: 2, message: "", line: 9, column: 1 }, [""])).toBeNull();
  });
});

describe("progress", () => {
  const shown = (isInteractive: boolean) => {
    const out: string[] = [];
    let time = 0;
    const progress = progressTo({ isInteractive, err: (text) => out.push(text) }, 4, () => time);
    for (const done of [1, 2, 3]) {
      time += done === 2 ? 1 : 5000;
      progress.at(done);
    }
    progress.end();
    return out;
  };

  it("on a terminal tells the files done and the time left, rewrites its line, not too often, and takes it away", () => {
    expect(shown(true)).toEqual(["\r\u001b[K1 of 4 files", "\r\u001b[K3 of 4 files, 3 s left", "\r\u001b[K"]);
  });

  it("is silent elsewhere", () => {
    expect(shown(false)).toEqual([]);
  });
});
