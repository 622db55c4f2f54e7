/** `npm run corpus` shows what a person needs to judge findings. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = new URL("../..", import.meta.url);
const corpus = (...args: readonly string[]) => spawnSync(process.execPath, ["tools/corpus.mjs", ...args], { cwd: root, encoding: "utf8" });
let tree = "";

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "pitfalls-corpus-"));
  mkdirSync(join(tree, "models"));
  writeFileSync(join(tree, "eslint.config.js"), "throw new Error('a foreign configuration is never run');\n");
  writeFileSync(join(tree, "models/partner.py"), "from odoo import models\n\n\nclass Partner(models.Model):\n    def find(self, name):\n        self.env.cr.execute(\"SELECT id FROM res_partner WHERE name = '%s'\" % name)\n");
  writeFileSync(join(tree, "server.js"), "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (req) => pool.query(`SELECT * FROM t WHERE a = ${req.query.a}`); // eslint-disable-line\n");
  writeFileSync(join(tree, "broken.py"), "def f(:\n");
});

afterAll(() => { rmSync(tree, { recursive: true }); });

describe("npm run corpus", () => {
  it("counts, names what cannot be read, and shows each finding with code, path and repair", { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = corpus(tree, "--all");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("4 files below");
    expect(stdout).toMatch(/Files that cannot be read: 1\n.+\n\s+broken\.py:1\n/);
    expect(stdout).toContain("models/partner.py:6:29");
    expect(stdout).toContain(">     6 |         self.env.cr.execute(");
    expect(stdout).toMatch(/path of the value:\n\s+line 5:/);
    expect(stdout, "comments of the tree don't count").toContain("server.js:3:36");
    expect(stdout).toMatch(/fix:\n\s+- .*\n\s+\+ .*/);
  });

  it("says the same for the same seed", { timeout: 60_000 }, () => {
    expect(corpus(tree, "--seed", "7", "--sample", "1").stdout).toBe(corpus(tree, "--seed", "7", "--sample", "1").stdout);
  });

  it.each([[[]], [["--preset", "none", "."]], [["--rule", "none", "."]], [["--sample", "x", "."]]])("refuses %j", (args) => {
    expect(corpus(...args)).toMatchObject({ status: 2, stdout: "" });
  });
});
