/** `npm run new` begins a rule that fails its own test and page until it is filled in. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const run = (...args: readonly string[]) => spawnSync(process.execPath, ["tools/new-rule.mjs", ...args], { cwd: new URL("..", import.meta.url), encoding: "utf8" });

describe("npm run new", () => {
  it.each(["", "noX", "sql", "no-X", "utils"])("refuses the name %j", (name) => {
    expect(run(name)).toMatchObject({ status: 2, stdout: "" });
  });

  it("refuses a language that we don't speak", () => {
    expect(run("no-thing", "--languages", "cobol")).toMatchObject({ status: 2, stderr: expect.stringContaining("cobol") as string });
  });

  it("never overwrites a rule", () => {
    expect(run("no-sql-concat")).toMatchObject({ status: 2, stderr: expect.stringContaining("there already") as string });
  });

  it("begins a rule, a test and a page that say what is to be done, in the languages asked for", () => {
    const root = mkdtempSync(join(tmpdir(), "pitfalls-new-"));
    onTestFinished(() => { rmSync(root, { recursive: true }); });
    expect(run("no-thing", "--languages", "python", "--root", root).status).toBe(0);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/.test(path)).sort();
    expect(files).toEqual(["docs/rules/no-thing.md", "src/rules/no-thing.ts", "tests/rules/no-thing.test.ts"]);
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      expect(text).toContain("TODO");
      expect(text).not.toMatch(/javascript|js incorrect/i);
    }
  });
});
