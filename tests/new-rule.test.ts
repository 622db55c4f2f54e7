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

  /** What the tool writes, by path. */
  function begun(languages: string): Readonly<Record<string, string>> {
    const root = mkdtempSync(join(tmpdir(), "pitfalls-new-"));
    onTestFinished(() => { rmSync(root, { recursive: true }); });
    expect(run("no-thing", "--languages", languages, "--root", root).status).toBe(0);
    const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/.test(path)).sort();
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  }

  it("begins a rule, a test and a page that say what is to be done, in the languages asked for", () => {
    const files = begun("python");
    expect(Object.keys(files)).toEqual(["docs/rules/no-thing.md", "src/rules/no-thing.ts", "tests/rules/no-thing.test.ts"]);
    for (const text of Object.values(files)) {
      expect(text).toContain("TODO");
      expect(text).not.toMatch(/javascript|js incorrect|xml|csv/i);
    }
  });

  it.each([
    ["python,javascript", ["check"]],
    ["xml,csv", ["checkRecords"]],
    ["csv", ["checkRecords"]],
    ["xml", ["checkTemplate"]],
    ["python,xml", ["check", "checkTemplate"]],
  ])("asks in %s for what these hold", (languages, checks) => {
    const rule = begun(languages)["src/rules/no-thing.ts"] ?? "";
    expect([...rule.matchAll(/^ {2}\*(\w+)\(/gm)].map(([, name]) => name)).toEqual(checks);
  });

  it("shows XML and CSV on the page and in the test, with texts that can be read", () => {
    const files = begun("xml,csv");
    expect(files["docs/rules/no-thing.md"]).toMatch(/^```xml incorrect\n<odoo>[^]*^```csv incorrect\nid,name\n/m);
    expect(files["tests/rules/no-thing.test.ts"]).toContain(String.raw`linesOf("id,name\nTODO,TODO\n", "security/ir.model.access.csv")`);
  });
});
