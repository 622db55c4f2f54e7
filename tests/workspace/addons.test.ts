/** Addons on disk: what their manifests say, and which others they see. */

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addonOf, configuredPaths, visibleFrom, type Manifest } from "../../src/workspace/addons.ts";
import { folderWith, manifest, write } from "./addon-folders.ts";

afterEach(() => { vi.restoreAllMocks(); });

/** What a manifest says, with paths in its addon. */
function read(text: string, name = "__manifest__.py"): Manifest | null {
  const root = join(folderWith({ [`lib/${name}`]: text }), "lib");
  const said = addonOf(join(root, "models/loan.py"))?.manifest;
  return said ? { ...said, data: said.data.map((path) => relative(root, path)), demo: said.demo.map((path) => relative(root, path)) } : null;
}

describe("a manifest", () => {
  it("says what is loaded, what is shown, what it needs and of which series it is", () => {
    expect(read(manifest({ version: "16.0.1.2.3", depends: ["base", "mail"], data: ["security/a.csv", "views/b.xml"], demo: ["demo/c.xml"] }))).toEqual({
      depends: ["base", "mail"], data: ["security/a.csv", "views/b.xml"], demo: ["demo/c.xml"], series: 16,
    });
  });

  it("may say nothing", () => {
    expect(read("{}")).toEqual({ depends: [], data: [], demo: [], series: null });
  });

  it("has the old keys before the new ones", () => {
    expect(read(manifest({ data: ["d.xml"], demo: ["f.xml"], update_xml: ["b.xml", "c.xml"], demo_xml: ["e.xml"], init_xml: ["a.xml"] }))).toMatchObject({
      data: ["a.xml", "b.xml", "c.xml", "d.xml"], demo: ["e.xml", "f.xml"],
    });
  });

  it("may have the old name", () => {
    expect(read(manifest({ data: ["a.xml"] }), "__openerp__.py")).toMatchObject({ data: ["a.xml"] });
  });

  it("has the new name first", () => {
    const folder = folderWith({ "lib/__manifest__.py": manifest({ depends: ["new"] }), "lib/__openerp__.py": manifest({ depends: ["old"] }) });
    expect(addonOf(join(folder, "lib/a.py"))?.manifest?.depends).toEqual(["new"]);
  });

  it("is Python: comments, both quotes, texts in pieces, commas at the end, tuples", () => {
    expect(read(`# -*- coding: utf-8 -*-\n{\n    'name': "Case",  # c\n    'depends': ('base', "mail",),\n    'data': ['security/' 'a.csv', ],\n    'installable': True, 'price': 4.5, 'external_dependencies': {'python': []},\n}\n`)).toMatchObject({
      depends: ["base", "mail"], data: ["security/a.csv"],
    });
  });

  it("may begin with a byte order mark and have ends of line of Windows", () => {
    expect(read(`\uFEFF{\r\n    "depends": ["base"],\r\n}\r\n`)).toMatchObject({ depends: ["base"] });
  });

  it("has the names among its lists, and nothing else", () => {
    expect(read(`{"depends": ["base", 1, None], "data": "a.xml", "demo": None}`)).toMatchObject({ depends: ["base"], data: [], demo: [] });
  });

  it.each([
    ["nothing", ""],
    ["a comment", "# nothing\n"],
    ["no dictionary", '["base"]'],
    ["a call", 'dict(name="Case")'],
    ["a name", "MANIFEST"],
    ["a syntax error", '{"name": "Case", "data": [}'],
    ["a part that is computed", '{"name": "Case", "data": ["a.xml"] + MORE}'],
    ["a dictionary that takes in another one", '{**BASE, "name": "Case"}'],
  ])("that is %s is none", (_, text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ["18.0.1.0.0", 18],
    ["8.0.1.0.0", 8],
    ["11.0.1.0", 11],
    ["16.0.1.2.3.4", 16],
    ["saas~17.1.1.0.0", null],
    ["1.0", null],
    ["1.0.0", null],
    ["0.1.0.0.0", null],
    ["3.4.5.6.7", null],
    ["16.0", null],
    ["", null],
  ])("of version %s is of series %s", (version, series) => {
    expect(read(manifest({ version }))?.series).toBe(series);
  });

  it.each([["1.0.1.0.0", 11], ["1.7.1.2.0", 11], ["2.0.1.0.0", 14], ["2.1.1.0.0", 14]])("of Flectra's version %s is of Odoo's series %s", (version, series) => {
    expect(read(manifest({ version }))?.series).toBe(series);
  });

  it("without a version, or with a number for one, is of no series", () => {
    expect(read(manifest())?.series).toBeNull();
    expect(read('{"version": 16.0}')?.series).toBeNull();
  });

  it("that is edited is read anew a second later", () => {
    const file = join(folderWith({ "lib/__manifest__.py": manifest({ depends: ["base"] }) }), "lib/__manifest__.py");
    const depends = () => addonOf(join(file, "../models/a.py"))?.manifest?.depends;
    const now = vi.spyOn(performance, "now").mockReturnValue(10_000_000);
    expect(depends()).toEqual(["base"]);
    write(file, manifest({ depends: ["base", "mail"] }));
    expect(depends()).toEqual(["base"]);
    now.mockReturnValue(10_001_001);
    expect(depends()).toEqual(["base", "mail"]);
  });
});

describe("the addon of a file", () => {
  const folder = folderWith({ "lib/__manifest__.py": manifest(), "lib/inner/__manifest__.py": manifest(), "loose/models/a.py": "" });

  it.each([["lib/__manifest__.py", "lib"], ["lib/models/deep/a.py", "lib"], ["lib/inner/a.py", "inner"], ["lib/not/there.py", "lib"]])("%s is %s", (path, name) => {
    expect(addonOf(join(folder, path))?.name).toBe(name);
  });

  it("is none without a manifest above it", () => {
    expect(addonOf(join(folder, "loose/models/a.py"))).toBeNull();
  });

  it("is one whose manifest cannot be read", () => {
    const broken = folderWith({ "lib/__manifest__.py": "{" });
    expect(addonOf(join(broken, "lib/a.py"))).toEqual({ name: "lib", root: join(broken, "lib"), manifest: null });
  });

  it("appears with its manifest", () => {
    expect(addonOf(join(folder, "loose/a.py"))).toBeNull();
    write(join(folder, "loose/__manifest__.py"), manifest());
    expect(addonOf(join(folder, "loose/a.py"))?.name).toBe("loose");
  });
});

describe("an addon sees", () => {
  /** The addons that the one at a path sees, by their paths. */
  const seen = (folder: string, path: string, paths: readonly string[] = []): readonly string[] => {
    const addon = addonOf(join(folder, path, "a.py"));
    return addon ? visibleFrom(addon, paths.map((one) => join(folder, one))).map(({ root }) => relative(folder, root)) : [];
  };
  const needs = (...depends: readonly string[]) => manifest({ depends });

  it("itself", () => {
    expect(seen(folderWith({ "a/__manifest__.py": needs() }), "a")).toEqual(["a"]);
  });

  it("what it needs before itself, and once", () => {
    const folder = folderWith({ "a/__manifest__.py": needs("b", "c"), "b/__manifest__.py": needs("d"), "c/__manifest__.py": needs("d"), "d/__manifest__.py": needs(), "e/__manifest__.py": needs() });
    expect(seen(folder, "a")).toEqual(["d", "b", "c", "a"]);
  });

  it("nothing of what is not there", () => {
    expect(seen(folderWith({ "a/__manifest__.py": needs("base", "b") }), "a")).toEqual(["a"]);
  });

  it("an addon whose manifest cannot be read, but nothing that it needs", () => {
    expect(seen(folderWith({ "a/__manifest__.py": needs("b"), "b/__manifest__.py": "{", "c/__manifest__.py": needs() }), "a")).toEqual(["b", "a"]);
  });

  it("each one once in a circle", () => {
    expect(seen(folderWith({ "a/__manifest__.py": needs("b"), "b/__manifest__.py": needs("c"), "c/__manifest__.py": needs("a") }), "a")).toEqual(["c", "b", "a"]);
  });

  it("itself once when it needs itself", () => {
    expect(seen(folderWith({ "a/__manifest__.py": needs("a") }), "a")).toEqual(["a"]);
  });

  it("what lies beside it before what lies in another path", () => {
    expect(seen(folderWith({ "x/a/__manifest__.py": needs("b"), "x/b/__manifest__.py": needs(), "y/b/__manifest__.py": needs() }), "x/a", ["y"])).toEqual(["x/b", "x/a"]);
  });

  it("what lies in the first path that has it", () => {
    expect(seen(folderWith({ "x/a/__manifest__.py": needs("b"), "y/c/__manifest__.py": needs(), "z/b/__manifest__.py": needs() }), "x/a", ["y", "z"])).toEqual(["z/b", "x/a"]);
  });

  it("what lies beside an addon of another path before what lies beside itself", () => {
    const folder = folderWith({ "x/a/__manifest__.py": needs("b"), "y/b/__manifest__.py": needs("c"), "y/c/__manifest__.py": needs(), "x/c/__manifest__.py": needs() });
    expect(seen(folder, "x/a", ["y"])).toEqual(["y/c", "y/b", "x/a"]);
  });

  it("what lies beside itself from an addon of another path", () => {
    const folder = folderWith({ "x/a/__manifest__.py": needs("b"), "y/b/__manifest__.py": needs("c"), "x/c/__manifest__.py": needs() });
    expect(seen(folder, "x/a", ["y"])).toEqual(["x/c", "y/b", "x/a"]);
  });

  it("two hundred that need each other one behind the other", () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`a${String(at)}/__manifest__.py`, needs(`a${String(at + 1)}`)])));
    expect(seen(folder, "a0")).toHaveLength(201);
    expect(readdirSync(folder)).toHaveLength(201);
  });
});

describe("the settings of a server", () => {
  it.each(["odoo.conf", "flectra.conf", ".odoorc", "openerp-server.conf"])("name the addons paths: %s", (name) => {
    const folder = folderWith({ [name]: "[options]\naddons_path = /opt/odoo/addons,custom, ../other\nadmin_passwd = x\n", "x/y/a.py": "" });
    expect(configuredPaths(join(folder, "x/y"))).toEqual(["/opt/odoo/addons", join(folder, "custom"), join(folder, "../other")]);
  });

  it("may go on in the next line", () => {
    expect(configuredPaths(folderWith({ "odoo.conf": "[options]\r\naddons_path =\r\n    /a,\r\n    /b,\r\nport = 1\r\n" }))).toEqual(["/a", "/b"]);
  });

  it("of the nearest folder count", () => {
    const folder = folderWith({ "odoo.conf": "addons_path = /far", "x/odoo.conf": "addons_path = /near" });
    expect(configuredPaths(join(folder, "x"))).toEqual(["/near"]);
  });

  it.each([["none", "[options]\n"], ["one in a comment", "; addons_path = /a\n# addons_path = /b\n"], ["an empty one", "addons_path =\nport = 1\n"]])("may have %s", (_, text) => {
    expect(configuredPaths(folderWith({ "odoo.conf": text }))).toEqual([]);
  });

  it("need not be there", () => {
    expect(configuredPaths(folderWith({ "x/a.py": "" }))).toEqual([]);
  });
});
