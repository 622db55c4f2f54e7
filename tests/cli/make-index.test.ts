/** `pitfalls index`: an index of a framework of one's own, in one file. */

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexOf } from "../../src/workspace/framework/source.ts";
import { packed } from "../../src/workspace/framework/pack.ts";
import { command, linesAbout, pitfalls, placeWith, PYTHON, RECORD } from "./command.ts";

const MODEL = `from odoo import fields, models\n\n\nclass Partner(models.Model):\n    _name = "res.partner"\n\n    name = fields.Char()\n`;
const base = (content = MODEL) => ({
  "odoo/release.py": `version_info = (16, 0, 0, "final", 0, "")\n`,
  "odoo/addons/base/__manifest__.py": `{"name": "Base", "depends": [], "data": ["rights.xml"]}\n`, "odoo/addons/base/__init__.py": "from . import partner\n", "odoo/addons/base/partner.py": content,
  "odoo/addons/base/rights.xml": RECORD.replace("model_gym_locker", "model_res_partner"),
});

describe("pitfalls index", () => {
  it("writes what the package's own indexes are made of, and says so in one line", async () => {
    using place = placeWith(base());
    const run = await command(["index", "odoo"], { cwd: place.path });
    expect(run).toEqual({ status: 0, stdout: "pitfalls-index.bin: series 16, 1 module, 1 model, 0 groups, 1 access row, 0 rules, 1 kB\n", stderr: "" });
    expect(readFileSync(place.at("pitfalls-index.bin"))).toEqual(Buffer.from(packed(indexOf(place.at("odoo")))));
  });

  it("writes it where --output says, in a new folder if need be, over an older one, and leaves nothing else behind", async () => {
    using place = placeWith(base());
    for (const args of [["--output", "new/own.bin", "odoo"], ["odoo", "-o", "new/own.bin"]]) {
      expect(await pitfalls(["index", ...args], { cwd: place.path })).toMatchObject({ status: 0, stdout: expect.stringMatching(/^new\/own\.bin: series 16, .*\n$/) as string, stderr: "" });
    }
    expect(readdirSync(place.at("new"))).toEqual(["own.bin"]);
    expect(existsSync(place.at("pitfalls-index.bin"))).toBe(false);
  });

  it("names what it could not read and makes the index of the rest", async () => {
    using place = placeWith({ ...base(), "odoo/addons/base/__init__.py": "from . import partner, broken, other\n", "odoo/addons/base/broken.py": `${MODEL}def f(:\n`, "odoo/addons/base/other.py": `${MODEL}def f(:\n` });
    const run = await pitfalls(["index", "odoo"], { cwd: place.path });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("1 module, 1 model,") as string });
    expect(linesAbout(run.stderr, ".py")).toEqual([expect.stringMatching(/^pitfalls: .*\.py: .*; 1 more could not be read$/)]);
  });

  it.each([
    [[], "index wants one folder: pitfalls index ODOO_DIR [--output FILE]"], [["one", "two"], "index wants one folder: "], [["missing"], "missing: there is no such folder"], [["a.py"], "a.py: this is no folder"],
    [["empty"], "empty: there is no module with a __manifest__.py in it"], [["--output=", "empty"], "--output wants the name of a file"], [["--fix", "empty"], "Unknown option '--fix'"], [["odoo", "--output", "empty"], "empty: the index cannot be written ("],
  ])("%j", async (args, says) => {
    using place = placeWith({ ...base(), "a.py": PYTHON, "empty/x.py": PYTHON });
    const run = await pitfalls(["index", ...args], { cwd: place.path });
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^pitfalls: .*\n$/);
    expect(run.stderr).toContain(`pitfalls: ${says}`);
    expect(existsSync(place.at("pitfalls-index.bin"))).toBe(false);
  });

  it("a folder of that name is linted as ./index", async () => {
    using place = placeWith({ "index/a.py": PYTHON });
    mkdirSync(place.at("other"));
    expect((await pitfalls(["./index"], { cwd: place.path })).stdout).toContain("index/a.py:2:25  error");
    expect(await pitfalls(["index", "--help"], { cwd: place.path })).toMatchObject({ status: 0, stdout: expect.stringContaining("pitfalls index ODOO_DIR [--output FILE]") as string });
  });
});
