/** `npm run bench` measures each language of a tree and says whether the targets are met. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

const bench = (...args: readonly string[]) => spawnSync(process.execPath, ["tools/bench.mjs", ...args], { cwd: new URL("../..", import.meta.url), encoding: "utf8" });

it("prints a table and writes the numbers", { timeout: 120_000 }, () => {
  const tree = mkdtempSync(join(tmpdir(), "pitfalls-bench-test-"));
  onTestFinished(() => { rmSync(tree, { recursive: true }); });
  for (let index = 0; index < 8; index += 1) writeFileSync(join(tree, `${index}.py`), `cr.execute("SELECT %s" % a${index})\n`);
  writeFileSync(join(tree, "only.js"), "");
  const json = join(tree, "bench.json");
  const { stdout, stderr, status } = bench(tree, "--runs", "1", "--json", json);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("python: 8 files");
  expect(stdout).toMatch(/(?:met|NOT MET) +exponent of CPU time/);
  expect(stdout).toContain("javascript: 1 files are too few to measure");
  expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({ languages: [{ language: "python", runs: 1, unreadable: 0, files: { lint: 8, half: 4, quarter: 2 } }, { language: "all", runs: 1, unreadable: 0, files: { lint: 9 } }] });
});

it("wants a folder and a number of runs", () => {
  expect(bench()).toMatchObject({ status: 2 });
  expect(bench(".", "--runs", "0")).toMatchObject({ status: 2 });
});
