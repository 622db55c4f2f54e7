/** The models of addons, and what is known of their fields through all that they inherit. */

import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { modelsOf, pythonFiles } from "../../src/workspace/models.ts";
import { Program } from "../../src/workspace/program.ts";
import { folderWith, manifest, write } from "./addon-folders.ts";

afterEach(() => { vi.restoreAllMocks(); });

type Files = Readonly<Record<string, string>>;

/** A file with these classes; a class is its attributes and fields, one a line. */
const python = (...classes: readonly (readonly string[])[]): string =>
  `from odoo import fields, models\n${classes.map((lines, at) => `\n\nclass C${String(at)}(models.Model):\n${lines.map((line) => `    ${line}\n`).join("")}`).join("")}`;

/** The program of a file in the addon `lib` of a folder. */
function programIn(folder: string, { series = null, addonsPath = [] }: { series?: number | null; addonsPath?: readonly string[] } = {}): Program {
  return new Program(join(folder, "lib/models/case.py"), { series, addonsPath: addonsPath.map((one) => join(folder, one)) });
}

/** The type of a model's field in an addon with these files. */
const typeOf = (files: Files, model: string, name: string): string | null => programIn(folderWith({ "lib/__manifest__.py": manifest(), ...files })).fieldOf(model, name)?.type ?? null;

describe("a field", () => {
  it("is of the model that is defined", () => {
    expect(typeOf({ "lib/models/loan.py": python(['_name = "lib.loan"', "days = fields.Integer()"]) }, "lib.loan", "days")).toBe("integer");
  });

  it("is of no other model", () => {
    expect(typeOf({ "lib/models/loan.py": python(['_name = "lib.loan"', "days = fields.Integer()"]) }, "lib.fine", "days")).toBeNull();
  });

  it("is of the model that is extended", () => {
    expect(typeOf({ "lib/models/loan.py": python(['_inherit = "lib.loan"', "days = fields.Integer()"]) }, "lib.loan", "days")).toBe("integer");
  });

  it("is of the model that is extended by its own name", () => {
    expect(typeOf({ "lib/models/loan.py": python(['_name = "lib.loan"', '_inherit = "lib.loan"', "days = fields.Integer()"]) }, "lib.loan", "days")).toBe("integer");
  });

  it("is of the only model in a list", () => {
    expect(typeOf({ "lib/models/loan.py": python(['_inherit = ["lib.loan"]', "days = fields.Integer()"]) }, "lib.loan", "days")).toBe("integer");
  });

  it("comes from a mixin", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.dated"', "due = fields.Date()"], ['_name = "lib.loan"', '_inherit = ["lib.other", "lib.dated"]']) }, "lib.loan", "due")).toBe("date");
  });

  it("comes from a mixin's mixin, in another file", () => {
    expect(typeOf({
      "lib/models/a.py": python(['_name = "lib.loan"', '_inherit = "lib.dated"']), "lib/models/b.py": python(['_name = "lib.dated"', '_inherit = "lib.base"']), "lib/models/c.py": python(['_name = "lib.base"', "due = fields.Date()"]),
    }, "lib.loan", "due")).toBe("date");
  });

  it("comes from a mixin that an extension adds", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.loan"'], ['_name = "lib.loan"', '_inherit = ["lib.loan", "lib.dated"]'], ['_name = "lib.dated"', "due = fields.Date()"]) }, "lib.loan", "due")).toBe("date");
  });

  it("comes through a link", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.person"', "born = fields.Date()"], ['_name = "lib.reader"', '_inherits = {"lib.person": "person_id"}', 'person_id = fields.Many2one("lib.person")']) }, "lib.reader", "born")).toBe("date");
  });

  it("comes from a mixin of a linked model", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.dated"', "due = fields.Date()"], ['_name = "lib.person"', '_inherit = "lib.dated"'], ['_name = "lib.reader"', '_inherits = {"lib.person": "person_id"}']) }, "lib.reader", "due")).toBe("date");
  });

  it("comes from a class of Python's", () => {
    const text = `from odoo import fields, models\n\n\nclass Dated(models.AbstractModel):\n    due = fields.Date()\n\n\nclass Loan(Dated):\n    _name = "lib.loan"\n`;
    expect(typeOf({ "lib/models/a.py": text }, "lib.loan", "due")).toBe("date");
  });

  it("is the model's own before the mixin's", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.dated"', "due = fields.Date()"], ['_name = "lib.loan"', '_inherit = "lib.dated"', "due = fields.Char()"]) }, "lib.loan", "due")).toBe("char");
  });

  it("is none in a circle of models", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.a"', '_inherit = "lib.b"'], ['_name = "lib.b"', '_inherit = "lib.a"']) }, "lib.a", "due")).toBeNull();
  });

  it("is what the last one says that is assigned twice", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.loan"', "due = fields.Date()", "due = fields.Char()"]) }, "lib.loan", "due")).toBe("char");
  });

  it("that a call makes which nobody knows is there, of an unknown type", () => {
    expect(typeOf({ "lib/models/a.py": python(['_name = "lib.loan"', "due = make()"]) }, "lib.loan", "due")).toBe("unknown");
  });

  it("has what its options say, the nearest over those that it extends", () => {
    const program = programIn(folderWith({
      "shop/__manifest__.py": manifest(), "shop/models/a.py": python(['_name = "shop.order"', 'state = fields.Selection([("a", "A")], groups="base.group_user")']),
      "lib/__manifest__.py": manifest({ depends: ["shop"] }), "lib/models/a.py": python(['_inherit = "shop.order"', 'state = fields.Selection(groups="base.group_system")']),
    }));
    expect(program.fieldOf("shop.order", "state")).toMatchObject({ type: "selection", options: { groups: "base.group_system" } });
  });

  it.each([
    ["static/src/a.py", null], ["tests/a.py", null], ["migrations/16.0.1.0.0/a.py", null], ["node_modules/x/a.py", null], ["wizards/deep/down/a.py", "date"], ["a.py", "date"],
  ])("of a file in %s is %s", (path, type) => {
    expect(typeOf({ [`lib/${path}`]: python(['_name = "lib.loan"', "due = fields.Date()"]) }, "lib.loan", "due")).toBe(type);
  });

  it("of a file that is no Python is unknown, and the others are not", () => {
    expect(typeOf({ "lib/models/a.py": "class A(:\n    _name = 'lib.loan'\n", "lib/models/b.py": python(['_name = "lib.loan"', "due = fields.Date()"]) }, "lib.loan", "due")).toBe("date");
  });

  it("of a file behind a byte order mark, with ends of line of Windows", () => {
    expect(typeOf({ "lib/models/a.py": `\uFEFF${python(['_name = "lib.loan"', "due = fields.Date()"]).replaceAll("\n", "\r\n")}` }, "lib.loan", "due")).toBe("date");
  });

  it("of no addon is unknown", () => {
    expect(programIn(folderWith({ "lib/models/a.py": python(['_name = "lib.loan"', "due = fields.Date()"]) })).fieldOf("lib.loan", "due")).toBeNull();
  });
});

describe("an addon that is needed", () => {
  const shop = { "x/shop/__manifest__.py": manifest(), "x/shop/models/a.py": python(['_name = "shop.order"', "due = fields.Date()"]) };

  it("gives its fields", () => {
    expect(typeOf({ "lib/__manifest__.py": manifest({ depends: ["shop"] }), "shop/__manifest__.py": manifest(), "shop/models/a.py": python(['_name = "shop.order"', "due = fields.Date()"]) }, "shop.order", "due")).toBe("date");
  });

  it("gives none when it is not needed", () => {
    expect(typeOf({ "shop/__manifest__.py": manifest(), "shop/models/a.py": python(['_name = "shop.order"', "due = fields.Date()"]) }, "shop.order", "due")).toBeNull();
  });

  it("may lie in a path of the settings", () => {
    const folder = folderWith({ "lib/__manifest__.py": manifest({ depends: ["shop"] }), ...shop });
    expect(programIn(folder).fieldOf("shop.order", "due")).toBeNull();
    expect(programIn(folder, { addonsPath: ["x"] }).fieldOf("shop.order", "due")?.type).toBe("date");
  });

  it("may lie in a path of the server's settings", () => {
    expect(typeOf({ "lib/__manifest__.py": manifest({ depends: ["shop"] }), "odoo.conf": "[options]\naddons_path = x\n", ...shop }, "shop.order", "due")).toBe("date");
  });

  it("is redefined by the one that needs it", () => {
    expect(typeOf({
      "lib/__manifest__.py": manifest({ depends: ["shop"] }), "lib/models/a.py": python(['_inherit = "shop.order"', "due = fields.Datetime()"]), "odoo.conf": "addons_path = x\n", ...shop,
    }, "shop.order", "due")).toBe("datetime");
  });

  it("may need two hundred others", () => {
    const chain = Array.from({ length: 200 }, (_, at) => [`a${String(at)}/__manifest__.py`, manifest({ depends: [`a${String(at + 1)}`] })] as const);
    expect(typeOf({
      "lib/__manifest__.py": manifest({ depends: ["a0"] }), ...Object.fromEntries(chain), "a200/__manifest__.py": manifest(), "a200/models/a.py": python(['_name = "far.away"', "due = fields.Date()"]),
    }, "far.away", "due")).toBe("date");
  });
});

describe("the framework", () => {
  const of = (said: object, model: string, name: string, files: Files = {}, settings: { series?: number | null } = {}) =>
    programIn(folderWith({ "lib/__manifest__.py": manifest(said), ...files }), settings).fieldOf(model, name)?.type ?? null;

  it("gives its fields by the series of the version", () => {
    expect(of({ version: "14.0.1.0.0" }, "res.partner", "email")).toBe("char");
  });

  it("has fields that came and went", () => {
    expect(of({ version: "12.0.1.0.0" }, "res.partner", "customer")).toBe("boolean");
    expect(of({ version: "16.0.1.0.0" }, "res.partner", "customer")).toBeNull();
  });

  it("is Flectra by its numbers", () => {
    expect(of({ version: "1.0.1.0.0" }, "res.partner", "image_1920")).toBeNull();
    expect(of({ version: "2.0.1.0.0" }, "res.partner", "image_1920")).toBe("image");
  });

  it("is of the settings' series where the version names none", () => {
    expect(of({ version: "1.0" }, "res.partner", "email")).toBeNull();
    expect(of({ version: "1.0" }, "res.partner", "email", {}, { series: 16 })).toBe("char");
  });

  it("is of the version's series before the settings'", () => {
    expect(of({ version: "12.0.1.0.0" }, "res.partner", "customer", {}, { series: 16 })).toBe("boolean");
  });

  it("of a series that nobody knows is unknown", () => {
    expect(of({ version: "99.0.1.0.0" }, "res.partner", "email")).toBeNull();
  });

  it("shows the models of addons that are needed", () => {
    expect(of({ version: "16.0.1.0.0" }, "sale.order", "date_order")).toBeNull();
    expect(of({ version: "16.0.1.0.0", depends: ["sale"] }, "sale.order", "date_order")).toBe("datetime");
  });

  it("shows what an addon needs that is needed", () => {
    expect(of({ version: "16.0.1.0.0", depends: ["shop"] }, "sale.order", "date_order", { "shop/__manifest__.py": manifest({ depends: ["sale"] }) })).toBe("datetime");
  });

  it("gives its fields to models that inherit them", () => {
    expect(of({ version: "16.0.1.0.0", depends: ["mail"] }, "lib.loan", "message_ids", { "lib/models/a.py": python(['_name = "lib.loan"', '_inherit = ["mail.thread"]']) })).toBe("one2many");
  });

  it("gives its fields to models that link to one of its own", () => {
    expect(of({ version: "16.0.1.0.0" }, "lib.reader", "email", { "lib/models/a.py": python(['_name = "lib.reader"', '_inherits = {"res.partner": "partner_id"}']) })).toBe("char");
  });

  it("is redefined by an addon", () => {
    expect(of({ version: "16.0.1.0.0" }, "res.partner", "email", { "lib/models/a.py": python(['_inherit = "res.partner"', "email = fields.Text()"]) })).toBe("text");
  });
});

describe("names", () => {
  const root = (text: string): string => folderWith({ "models/a.py": text });

  it("of fields and methods are known without a parse", () => {
    const names = modelsOf(root(python(['_name = "lib.loan"', "days = fields.Integer()", "note: str = fields.Text(", "    size=2)", "def close(self):", "    pass"]))).names();
    expect(["days", "note", "close"].filter((name) => names.has(name))).toEqual(["days", "note", "close"]);
    expect(names.has("open")).toBe(false);
  });

  it("of a file without a model are none", () => {
    expect([...modelsOf(root("class A:\n    days = Integer()\n")).names()]).toEqual([]);
  });

  it("are those of every addon in sight", () => {
    const program = programIn(folderWith({ "lib/__manifest__.py": manifest({ depends: ["shop"] }), "shop/__manifest__.py": manifest(), "shop/models/a.py": python(['_name = "shop.order"', "due = fields.Date()"]) }));
    expect([program.names("due"), program.names("days")]).toEqual([true, false]);
  });
});

describe("the files of an addon", () => {
  it("come in one order, without those that are no models", () => {
    const folder = folderWith({ "models/b.py": "", "a.py": "", "models/a.py": "", "tests/a.py": "", "static/a.py": "", "i18n/a.py": "", "a.pyc": "", "models/a.xml": "" });
    expect(pythonFiles(folder)).toEqual(["a.py", "models/a.py", "models/b.py"].map((path) => join(folder, path)));
  });

  it("are read anew a second later, new ones too", () => {
    const folder = folderWith({ "lib/__manifest__.py": manifest(), "lib/models/a.py": python(['_name = "lib.loan"', "days = fields.Integer()"]) });
    const type = (name: string) => programIn(folder).fieldOf("lib.loan", name)?.type ?? null;
    const now = vi.spyOn(performance, "now").mockReturnValue(40_000_000);
    expect(type("days")).toBe("integer");
    write(join(folder, "lib/models/a.py"), python(['_name = "lib.loan"', "days = fields.Float(digits=(5, 1))"]));
    write(join(folder, "lib/models/b.py"), python(['_inherit = "lib.loan"', "due = fields.Date()"]));
    expect([type("days"), type("due")]).toEqual(["integer", null]);
    now.mockReturnValue(40_001_001);
    expect([type("days"), type("due")]).toEqual(["float", "date"]);
  });
});
