/** A team's own index of the framework takes the place of the bundled one. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packed } from "../../src/workspace/framework/pack.ts";
import { indexOf } from "../../src/workspace/framework/source.ts";
import { Program } from "../../src/workspace/program.ts";

const folder = mkdtempSync(join(tmpdir(), "pitfalls-index-"));

afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function write(path: string, text: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

it("says what its own addons declare, and nothing of what they have not", () => {
  write("source/base/__manifest__.py", `{"name": "Base", "version": "16.0.1.0", "depends": []}\n`);
  write("source/base/models.py", `from odoo import fields, models\n\n\nclass Ship(models.Model):\n    _name = "our.ship"\n\n    hull = fields.Char()\n`);
  const index = write("own.bin", packed(indexOf(join(folder, "source"))));
  write("addons/fleet/__manifest__.py", `{"name": "Fleet", "version": "16.0.1.0.0", "depends": ["base"]}\n`);
  const file = write("addons/fleet/models.py", "");
  const own = new Program(file, { series: null, addonsPath: [], framework: index });
  expect(own.fieldOf("our.ship", "hull")?.type).toBe("char");
  expect(own.fieldOf("res.partner", "name")).toBeNull();
  const bundled = new Program(file, { series: null, addonsPath: [] });
  expect(bundled.fieldOf("our.ship", "hull")).toBeNull();
  expect(bundled.fieldOf("res.partner", "name")?.type).toBe("char");
});

it("is passed over when it is no index", () => {
  const file = write("addons/harbour/models.py", "");
  write("addons/harbour/__manifest__.py", `{"name": "Harbour", "version": "16.0.1.0.0", "depends": ["base"]}\n`);
  const program = new Program(file, { series: null, addonsPath: [], framework: write("broken.bin", "nothing") });
  expect(program.fieldOf("res.partner", "name")?.type).toBe("char");
});
