/** Rights that other files of the addon have a say in: what is loaded, in which order, by which rules it is narrowed. */

import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../../src/index.ts";
import { folderWith, manifest } from "../../workspace/addon-folders.ts";

type Files = Readonly<Record<string, string>>;
type Preset = "recommended" | "strict";

// The folders lie outside of the project.
const linter = new Linter({ configType: "flat", cwd: "/" });

/** `path:line messageId` of all findings in an addon `lib`, whose files are given by their paths in it. */
function found(files: Files, { preset = "recommended", name = "lib", allow = [] }: { preset?: Preset; name?: string; allow?: readonly string[] } = {}): readonly string[] {
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(name, path), text])));
  return Object.entries(files).filter(([path]) => /\.(?:csv|xml)$/.test(path)).flatMap(([path, text]) => {
    const filename = join(folder, name, path);
    const configs: Linter.Config[] = pitfalls.configs[preset].map((config) => ({ ...config, rules: { "pitfalls/no-open-access-right": ["error", { allow }] } }));
    return linter.verify(text, configs, { filename }).map(({ line, messageId, message }) => `${path}:${line} ${messageId ?? message}`);
  });
}

const ROWS = "security/ir.model.access.csv";
const RULES = "security/rules.xml";
const OPEN = "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,,1\n";
const PORTAL = "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,base.group_portal,1\n";
const OWN_LOANS = `<odoo><record id="own_loans" model="ir.rule"><field name="model_id" ref="model_lib_loan"/><field name="domain_force">[('reader_id', '=', user.partner_id.id)]</field></record></odoo>\n`;
const record = (id: string, ...fields: readonly string[]): string => `<odoo><record id="${id}" model="ir.model.access">${fields.join("")}</record></odoo>\n`;
const USER = '<field name="group_id" ref="base.group_user"/>';

describe("a file", () => {
  it("that the manifest loads", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it.each(["data", "init_xml", "update_xml"])("that the manifest loads as %s", (key) => {
    expect(found({ "__manifest__.py": manifest({ [key]: [ROWS] }), [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("that the manifest of an old addon loads", () => {
    expect(found({ "__openerp__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("that is spelled in a roundabout way", () => {
    expect(found({ "__manifest__.py": manifest({ data: [`./security//${ROWS.split("/")[1] ?? ""}`] }), [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("that is listed twice is reported once", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, ROWS] }), [ROWS]: OPEN.replace("loan,", ",") })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("that no key lists grants nothing", () => {
    expect(found({ "__manifest__.py": manifest({ data: ["views/loan.xml"] }), [ROWS]: OPEN }, { preset: "strict" })).toEqual([]);
  });

  it("of an addon without data grants nothing", () => {
    expect(found({ "__manifest__.py": manifest(), [ROWS]: OPEN }, { preset: "strict" })).toEqual([]);
  });

  it.each(["demo", "demo_xml"])("of the demonstration (%s) grants nothing that stays", (key) => {
    expect(found({ "__manifest__.py": manifest({ [key]: [ROWS] }), [ROWS]: OPEN }, { preset: "strict" })).toEqual([]);
  });

  it("may be loaded when the manifest cannot be read", () => {
    expect(found({ "__manifest__.py": "{'name': 'Case', 'data': [}", [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("may be loaded when the manifest is no dictionary that is written out", () => {
    expect(found({ "__manifest__.py": "dict(name='Case', data=[])", [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("may be loaded when there is no manifest", () => {
    expect(found({ [ROWS]: OPEN })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("in a folder of tests that is loaded: strict only", () => {
    const files = { "__manifest__.py": manifest({ data: [`tests/${ROWS}`] }), [`tests/${ROWS}`]: OPEN };
    expect(found(files)).toEqual([]);
    expect(found(files, { preset: "strict" })).toEqual([`tests/${ROWS}:2 everyone`]);
  });

  it("with ends of line of Windows", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, RULES] }).replaceAll("\n", "\r\n"), [ROWS]: PORTAL.replaceAll("\n", "\r\n"), [RULES]: OWN_LOANS.replaceAll("\n", "\r\n") })).toEqual([]);
  });

  it("with a byte order mark, as its neighbours", () => {
    expect(found({ "__manifest__.py": `\uFEFF${manifest({ data: [ROWS, RULES] })}`, [ROWS]: PORTAL, [RULES]: `\uFEFF${OWN_LOANS}` })).toEqual([]);
  });
});

describe("an id of several files", () => {
  const LATER = "security/later.xml";

  it("counts as the last one says: a group", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([]);
  });

  it("counts as the last one says: with the addon's name", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: record("lib.loan", USER) })).toEqual([]);
  });

  it("counts as the last one says: nothing granted", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: record("loan", '<field name="perm_write" eval="0"/>') })).toEqual([]);
  });

  it("counts as the last one says: deleted", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: '<odoo><delete model="ir.model.access" id="loan"/></odoo>' })).toEqual([]);
  });

  it("is reported where it is said last", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: record("loan", '<field name="name">Loans</field>') })).toEqual([`${LATER}:1 everyone`]);
  });

  it("is the same in the order of the manifest, not of the names", () => {
    expect(found({ "__manifest__.py": manifest({ data: [LATER, ROWS] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is the same by the keys of an old manifest: `init_xml`, `update_xml`, `data`", () => {
    expect(found({ "__openerp__.py": manifest({ data: [LATER], update_xml: [ROWS] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([]);
    expect(found({ "__openerp__.py": manifest({ init_xml: [LATER], update_xml: [ROWS] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is not the same in a file that is not loaded", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is not the same in the demonstration", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS], demo: [LATER] }), [ROWS]: OPEN, [LATER]: record("loan", USER) })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is another one with another addon's name", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, LATER] }), [ROWS]: OPEN, [LATER]: record("shop.loan", USER) })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is read where its file is broken, as if that were not there", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, RULES] }), [ROWS]: OPEN, [RULES]: "<odoo>" })).toEqual([`${ROWS}:2 everyone`, expect.stringContaining(`${RULES}:1 Parsing error`)]);
  });
});

describe("a part of another addon's record", () => {
  const loaded = (text: string) => found({ "__manifest__.py": manifest({ data: [RULES] }), [RULES]: text });

  it("keeps the group that it has there", () => {
    expect(loaded(record("sale.access_sale_order", '<field name="perm_write" eval="1"/>'))).toEqual([]);
  });

  it("is open when it takes that group away", () => {
    expect(loaded(record("sale.access_sale_order", '<field name="group_id" eval="False"/>', '<field name="perm_write" eval="1"/>'))).toEqual([`${RULES}:1 everyone`]);
  });

  it("is visitors' when it says so", () => {
    expect(loaded(record("sale.access_sale_order", '<field name="group_id" ref="base.group_public"/>', '<field name="perm_write" eval="1"/>'))).toEqual([`${RULES}:1 public`]);
  });

  it("is the addon's own with its name", () => {
    expect(loaded(record("lib.loan", '<field name="perm_write" eval="1"/>'))).toEqual([`${RULES}:1 everyone`]);
  });

  it("is the addon's own as well when its manifest cannot be read", () => {
    expect(found({ "__manifest__.py": "{", [RULES]: record("lib.loan", '<field name="perm_write" eval="1"/>') })).toEqual([`${RULES}:1 everyone`]);
  });

  it("KNOWN MISS: a part of another addon's record that adds a right, where the record is visitors' there", () => {
    expect(loaded(record("sale.access_public", '<field name="perm_unlink" eval="1"/>'))).toEqual([]);
  });
});

describe("what is open on purpose", () => {
  it.each(["lib.loan", "loan"])("is named as %s", (id) => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN }, { allow: [id] })).toEqual([]);
  });

  it("is not what another addon calls so", () => {
    expect(found({ "__manifest__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN }, { allow: ["shop.loan"] })).toEqual([`${ROWS}:2 everyone`]);
  });

  it("is named by its addon whose manifest cannot be read", () => {
    expect(found({ "__manifest__.py": "{", [ROWS]: OPEN }, { allow: ["lib.loan"] })).toEqual([]);
  });
});

describe("the portal's right", () => {
  const narrowed = (rules: string, data: readonly string[] = [ROWS, RULES]) => found({ "__manifest__.py": manifest({ data }), [ROWS]: PORTAL, [RULES]: rules });

  it("is narrowed by a rule of the addon", () => {
    expect(narrowed(OWN_LOANS)).toEqual([]);
  });

  it("is narrowed by a rule that is loaded before it", () => {
    expect(narrowed(OWN_LOANS, [RULES, ROWS])).toEqual([]);
  });

  it("is narrowed by no rule that is not loaded", () => {
    expect(narrowed(OWN_LOANS, [ROWS])).toEqual([`${ROWS}:2 portal`]);
  });

  it("is narrowed by a rule in CSV, for the rights that its columns say", () => {
    const files = (rules: string): Files => ({ "__manifest__.py": manifest({ data: [ROWS, "security/ir.rule.csv"] }), [ROWS]: PORTAL, "security/ir.rule.csv": rules });
    expect(found(files(`id,model_id:id,groups:id,domain_force,perm_write\nown,model_lib_loan,base.group_portal,"[('reader_id', '=', user.partner_id.id)]",1\n`))).toEqual([]);
    expect(found(files(`id,model_id:id,groups:id,domain_force\nown,model_lib_loan,"base.group_user,base.group_portal","[('reader_id', '=', user.partner_id.id)]"\n`))).toEqual([]);
    expect(found(files(`id,model_id:id,groups:id,domain_force,perm_write\nown,model_lib_loan,base.group_portal,"[('reader_id', '=', user.partner_id.id)]",\n`))).toEqual([`${ROWS}:2 portal`]);
    expect(found(files(`id,model_id:id,groups:id,domain_force\nown,model_lib_loan,,"[(1, '=', 1)]"\n`))).toEqual([`${ROWS}:2 portal`]);
  });

  it("is narrowed by a rule no more when a later file switches it off", () => {
    const off = '<odoo><record id="own_loans" model="ir.rule"><field name="active" eval="False"/></record></odoo>';
    expect(found({ "__manifest__.py": manifest({ data: [ROWS, RULES, "security/off.xml"] }), [ROWS]: PORTAL, [RULES]: OWN_LOANS, "security/off.xml": off })).toEqual([`${ROWS}:2 portal`]);
  });

  it("KNOWN FALSE ALARM: a right of the portal that a rule narrows in an addon that this one needs", () => {
    const folder = folderWith({
      "base_lib/__manifest__.py": manifest({ data: [RULES] }), [`base_lib/${RULES}`]: OWN_LOANS,
      "lib/__manifest__.py": manifest({ depends: ["base_lib"], data: [ROWS] }), [`lib/${ROWS}`]: PORTAL,
    });
    const filename = join(folder, "lib", ROWS);
    expect(linter.verify(PORTAL, pitfalls.configs.recommended, { filename }).map(({ messageId }) => messageId)).toEqual(["portal"]);
  });
});

describe("the group of an addon that is called `base`", () => {
  it("is the framework's own", () => {
    const files = { "__manifest__.py": manifest({ data: [ROWS] }), [ROWS]: OPEN.replace(",,", ",group_public,") };
    expect(found(files, { name: "base" })).toEqual([`${ROWS}:2 public`]);
    expect(found(files)).toEqual([]);
  });
});
