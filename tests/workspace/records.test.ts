/** The records that an addon loads: in which order, with which ids, and from which text. */

import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { csvRecords } from "../../src/languages/csv/records.ts";
import { xmlRecords } from "../../src/languages/xml/records.ts";
import { Program } from "../../src/workspace/program.ts";
import { addonOf } from "../../src/workspace/addons.ts";
import { fullId, loadedBy } from "../../src/workspace/records.ts";
import type { RecordFacts } from "../../src/facts/records.ts";
import { folderWith, manifest, write } from "./addon-folders.ts";

afterEach(() => { vi.restoreAllMocks(); });

const record = (id: string): string => `<odoo><record id="${id}" model="m"/></odoo>`;

function lib(files: Readonly<Record<string, string>>): string {
  return join(folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [`lib/${path}`, text]))), "lib");
}

/** The ids that the addon at a folder loads. */
function ids(root: string, current: RecordFacts | null = null): readonly (string | null)[] {
  const addon = addonOf(join(root, "__init__.py"));
  return addon ? loadedBy(addon, current).map(({ id }) => id) : [];
}

describe("an addon loads", () => {
  it("the records of its files, in the manifest's order and then the file's", () => {
    const root = lib({
      "__manifest__.py": manifest({ data: ["views/b.xml", "security/m.csv", "views/a.xml"] }),
      "views/a.xml": record("a"), "views/b.xml": '<odoo><record id="b2" model="m"/><record id="b1" model="m"/></odoo>', "security/m.csv": "id\nrow_2\nrow_1\n",
    });
    expect(ids(root)).toEqual(["lib.b2", "lib.b1", "lib.row_2", "lib.row_1", "lib.a"]);
  });

  it("records with their module, whichever it is, or without an id", () => {
    const root = lib({ "__manifest__.py": manifest({ data: ["a.xml"] }), "a.xml": '<odoo><record id="lib.a" model="m"/><record id="base.b" model="m"/><record model="m"/></odoo>' });
    expect(ids(root)).toEqual(["lib.a", "base.b", null]);
  });

  it("an id as often as it is written", () => {
    expect(ids(lib({ "__manifest__.py": manifest({ data: ["a.xml", "b.xml"] }), "a.xml": record("a"), "b.xml": record("a") }))).toEqual(["lib.a", "lib.a"]);
  });

  it("a file twice that is listed twice", () => {
    expect(ids(lib({ "__manifest__.py": manifest({ data: ["a.xml", "a.xml"] }), "a.xml": record("a") }))).toEqual(["lib.a", "lib.a"]);
  });

  it("nothing of what is not there, is broken, or is no data", () => {
    const root = lib({ "__manifest__.py": manifest({ data: ["gone.xml", "broken.xml", "broken.csv", "old.sql", "old.yml", "folder.xml", "a.xml"] }), "broken.xml": "<odoo>", "broken.csv": 'id\n"a', "old.sql": "SELECT 1", "old.yml": "", "folder.xml/x": "", "a.xml": record("a") });
    expect(ids(root)).toEqual(["lib.a"]);
  });

  it("nothing of its demonstration", () => {
    expect(ids(lib({ "__manifest__.py": manifest({ demo: ["a.xml"] }), "a.xml": record("a") }))).toEqual([]);
  });

  it("nothing that is known when its manifest cannot be read", () => {
    expect(ids(lib({ "__manifest__.py": "{", "a.xml": record("a") }))).toEqual([]);
  });

  it("files whose names end in capitals", () => {
    expect(ids(lib({ "__manifest__.py": manifest({ data: ["A.XML", "M.CSV"] }), "A.XML": record("a"), "M.CSV": "id\nrow\n" }))).toEqual(["lib.a", "lib.row"]);
  });

  it("files behind a byte order mark", () => {
    expect(ids(lib({ "__manifest__.py": manifest({ data: ["a.xml", "m.csv"] }), "a.xml": `\uFEFF${record("a")}`, "m.csv": "\uFEFFid\nrow\n" }))).toEqual(["lib.a", "lib.row"]);
  });
});

describe("a file that is being edited", () => {
  const files = { "__manifest__.py": manifest({ data: ["a.xml", "m.csv"] }), "a.xml": record("a"), "m.csv": "id\nrow\n" };

  it("has the editor's text", () => {
    const root = lib(files);
    expect(ids(root, xmlRecords(record("new"), join(root, "a.xml")))).toEqual(["lib.new", "lib.row"]);
    expect(ids(root, csvRecords("id\nnew_row\n", join(root, "m.csv")))).toEqual(["lib.a", "lib.new_row"]);
  });

  it("that is not loaded adds nothing", () => {
    const root = lib(files);
    expect(ids(root, xmlRecords(record("new"), join(root, "b.xml")))).toEqual(["lib.a", "lib.row"]);
  });

  it("is read anew a second later", () => {
    const root = lib(files);
    const now = vi.spyOn(performance, "now").mockReturnValue(20_000_000);
    expect(ids(root)).toEqual(["lib.a", "lib.row"]);
    write(join(root, "a.xml"), record("another"));
    expect(ids(root)).toEqual(["lib.a", "lib.row"]);
    now.mockReturnValue(20_001_001);
    expect(ids(root)).toEqual(["lib.another", "lib.row"]);
  });

  it("that is gone is gone a second later", () => {
    const root = lib({ ...files, "__manifest__.py": manifest({ data: ["a.xml"] }) });
    const now = vi.spyOn(performance, "now").mockReturnValue(30_000_000);
    expect(ids(root)).toEqual(["lib.a"]);
    write(join(root, "a.xml"), "<odoo>");
    now.mockReturnValue(30_001_001);
    expect(ids(root)).toEqual([]);
  });
});

describe("an id", () => {
  it("gets the addon's name before it unless it has one", () => {
    const addon = { name: "lib", root: "/lib", manifest: null };
    expect([fullId("a", addon), fullId("base.a", addon)]).toEqual(["lib.a", "base.a"]);
  });
});

describe("a program's records", () => {
  const settings = { series: null, addonsPath: [] };
  /** The ids of the program of a file that holds a record `a`. */
  const idsAt = (path: string): readonly (string | null)[] => {
    const current = xmlRecords(record("a"), path);
    return current ? new Program(path, settings).records(current).map(({ id }) => id) : [];
  };

  it("are the addon's", () => {
    const root = lib({ "__manifest__.py": manifest({ data: ["a.xml", "b.xml"] }), "a.xml": "", "b.xml": record("b") });
    expect(idsAt(join(root, "a.xml"))).toEqual(["lib.a", "lib.b"]);
  });

  it("are the file's own when the manifest cannot be read", () => {
    expect(idsAt(join(lib({ "__manifest__.py": "{", "b.xml": record("b") }), "a.xml"))).toEqual(["lib.a"]);
  });

  it("are the file's own outside of an addon, and nobody knows whose", () => {
    expect(idsAt(join(lib({ "b.xml": record("b") }), "a.xml"))).toEqual(["a"]);
  });

  it.each([["data", true], ["update_xml", true], ["demo", false], ["qweb", false]])("of a file under the key %s are loaded: %s", (key, isLoaded) => {
    const root = lib({ "__manifest__.py": manifest({ [key]: ["a.xml"] }) });
    expect(new Program(join(root, "a.xml"), settings).loads(join(root, "a.xml"))).toBe(isLoaded);
  });
});
