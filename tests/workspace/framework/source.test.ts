/** What an index says of a source tree, and what it leaves out. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { IndexData } from "../../../src/workspace/framework/data.ts";
import { Framework } from "../../../src/workspace/framework/index.ts";
import { packed } from "../../../src/workspace/framework/pack.ts";
import { indexOf, type IndexOptions } from "../../../src/workspace/framework/source.ts";

const root = mkdtempSync(join(tmpdir(), "pitfalls-framework-"));
let trees = 0;

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The index of some files. */
function index(files: Readonly<Record<string, string>>, options?: IndexOptions): IndexData {
  const folder = join(root, String((trees += 1)));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return indexOf(folder, options);
}

/** The models of one addon with one Python file. */
const modelsOf = (text: string) => index({ "shop/__manifest__.py": "{'name': 'Shop'}", "shop/models/shop.py": text }).models;

/** What the data file of one addon states. */
const statedIn = (file: string, text: string, python = "") => index({ "shop/__manifest__.py": `{'data': ['security/${file}']}`, "shop/models.py": python, [`shop/security/${file}`]: text });

describe("modules", () => {
  it("are folders with a manifest, wherever they lie, and depend on `base` in any case", () => {
    const { modules } = index({ "odoo/addons/base/__manifest__.py": "{}", "addons/shop/__manifest__.py": "{'depends': ['web', 'mail']}", "addons/empty/__manifest__.py": "{'depends': []}", "addons/none/readme.py": "" });
    expect(modules).toEqual({ base: [], shop: ["mail", "web"], empty: ["base"] });
  });

  it("for tests are left out, those inside of a module and in hidden folders too", () => {
    const { modules } = index({ "test_shop/__manifest__.py": "{}", "shop/__manifest__.py": "{}", "shop/patch/addons/other/__manifest__.py": "{}", ".git/hidden/__manifest__.py": "{}" });
    expect(Object.keys(modules)).toEqual(["shop"]);
  });

  it("are left out as the caller says", () => {
    expect(Object.keys(index({ "l10n_de/__manifest__.py": "{}", "test_shop/__manifest__.py": "{}" }, { leftOut: /^l10n_/ }).modules)).toEqual(["test_shop"]);
  });

  it("with a manifest that cannot be read are told of", () => {
    const told: string[] = [];
    const { modules } = index({ "a/__manifest__.py": "{'name': ", "b/__manifest__.py": "{'name': NAME}" }, { onUnread: (path) => told.push(path.split(/[\\/]/).at(-2) ?? "") });
    expect([modules, told]).toEqual([{}, ["a", "b"]]);
  });

  it("in a circle are all there", () => {
    expect(Object.keys(index({ "a/__manifest__.py": "{'depends': ['b']}", "b/__manifest__.py": "{'depends': ['a']}" }).modules)).toEqual(["a", "b"]);
  });
});

describe("the series", () => {
  const release = (text: string) => index({ "odoo/addons/base/__manifest__.py": "{'version': '1.3'}", "odoo/release.py": text }).series;

  it("is the framework's release", () => {
    expect([release("version_info = (17, 0, 0, FINAL, 0, '')"), release("version_info = ('saas~18', 2, 0, FINAL, 0, '')")]).toEqual(["17", "18"]);
  });

  it("of Flectra is what it was made from", () => {
    expect(release("description = 'Flectra Server'\nversion_info = (2, 0, 0, FINAL, 0, '')")).toBe("14");
  });

  it("of addons alone is what most of them are for", () => {
    expect(index({ "a/__manifest__.py": "{'version': '16.0.1.0.0'}", "b/__manifest__.py": "{'version': '16.0.2.1.0'}", "c/__manifest__.py": "{'version': '17.0.1.0.0'}" }).series).toBe("16");
  });

  it("is what the caller says, else unknown", () => {
    expect([index({ "a/__manifest__.py": "{}" }, { series: "19" }).series, index({ "a/__manifest__.py": "{}" }).series]).toEqual(["19", "unknown"]);
  });
});

describe("models", () => {
  it("say what they are and have", () => {
    const models = modelsOf(`
from odoo import api, fields, models
class Order(models.Model):
    _name = "shop.order"
    _inherit = ["mail.thread"]
    _inherits = {"res.partner": "partner_id"}
    _table = "orders"
    _auto = False
    name = fields.Char(required=True)
    total = fields.Monetary(compute="_compute_total", store=True)
    partner_id: int = fields.Many2one("res.partner", groups="base.group_user")
    line_ids = fields.One2many(comodel_name="shop.line", inverse_name="order_id")
    secret = fields.Char(groups=fields.NO_ACCESS)
    city = fields.Char(related=["partner_id", "city"])
    ref = fields.Many2oneReference(**options)
    if True:
        note = fields.Html(sanitize=False, sanitize_tags=True, strip_style=True)
    def _compute_total(self): pass
    run = _compute_total
    async def later(self): pass
`);
    expect(models).toEqual({
      "shop.order": {
        kind: "model", module: "shop", inherit: ["mail.thread"], inherits: { "res.partner": "partner_id" }, table: "orders", auto: false, methods: ["_compute_total", "later", "run"],
        fields: {
          city: ["char", { related: "partner_id.city" }],
          line_ids: ["one2many", { comodel: "shop.line" }],
          name: ["char"],
          note: ["html", { sanitize: false, strip_style: true }],
          partner_id: ["many2one", { comodel: "res.partner", groups: "base.group_user" }],
          ref: ["many2one_reference", { partial: true }],
          secret: ["char", { groups: "." }],
          total: ["monetary", { store: true, compute: true }],
        },
      },
    });
  });

  it("are named by `_name`, else by the one that they inherit, else by their class", () => {
    expect(Object.keys(modelsOf(`
class A(models.Model):
    _name = "a"
class B(models.TransientModel):
    _inherit = "b"
class C(models.AbstractModel):
    _inherit = ["x", "y"]
class D(models.Model):
    pass
class E(object):
    _name = "e"
class F(models.Model):
    _register = False
    _name = "f"
`))).toEqual(["C", "a", "b"]);
  });

  it("with a name that is not written out are told of", () => {
    const told: string[] = [];
    index({ "shop/__manifest__.py": "{}", "shop/a.py": "class A(models.Model):\n    _name = 'a.%s' % X\n" }, { onUnread: (_, why) => told.push(why) });
    expect(told).toEqual(["the model of the class A has a name that is not written out"]);
  });

  it("take what their Python bases say, of whatever file", () => {
    const { models } = index({
      "shop/__manifest__.py": "{}",
      "shop/a.py": "class Base(models.AbstractModel):\n    _register = False\n    shared = fields.Char()\n    def act(self): pass\n",
      "shop/b.py": "class Own(Base):\n    _name = 'own'\n    _register = True\n    own = fields.Char()\n",
    });
    expect(models).toEqual({ own: { kind: "abstract", module: "shop", methods: ["act"], fields: { own: ["char"], shared: ["char"] } } });
  });

  it("are extended by modules that load later, which say what differs", () => {
    const { models } = index({
      "a_sale/__manifest__.py": "{'depends': ['shop']}",
      "a_sale/a.py": "class A(models.Model):\n    _name = 'shop.order'\n    _inherit = ['shop.order', 'sale.mixin']\n    name = fields.Text(groups='base.group_user')\n    note = fields.Html()\n    def sell(self): pass\n",
      "shop/__manifest__.py": "{}",
      "shop/a.py": "class A(models.Model):\n    _inherit = 'shop.order'\n    more = fields.Char()\n",
      "shop/z.py": "class A(models.Model):\n    _name = 'shop.order'\n    name = fields.Char()\n    note = fields.Html()\n",
    });
    expect(models).toEqual({
      "shop.order": {
        kind: "model", module: "shop", methods: ["sell"], extended: ["a_sale"], by: { a_sale: { inherit: ["sale.mixin"] } },
        fields: { more: ["char"], name: ["char", { by: { a_sale: { type: "text", groups: "base.group_user" } } }], note: ["html"] },
      },
    });
  });

  it("of tests and migrations are left out, and files that are no Python are told of", () => {
    const told: string[] = [];
    const model = "class A(models.Model):\n    _name = 'a'\n";
    const { models } = index({ "shop/__manifest__.py": "{}", "shop/tests/a.py": model, "shop/migrations/16.0/a.py": model, "shop/broken.py": `${model}  def\n` }, { onUnread: (path) => told.push(path.split(/[\\/]/).at(-1) ?? "") });
    expect([models, told]).toEqual([{}, ["broken.py"]]);
  });

  it("of the ORM become part of `base`", () => {
    const { models } = index({
      "odoo/addons/base/__manifest__.py": "{}",
      "odoo/addons/base/models/base.py": "class Base(models.AbstractModel):\n    _name = 'base'\n    def own(self): pass\n",
      "odoo/models.py": "class BaseModel(metaclass=Meta):\n    def search(self): pass\nclass Other:\n    def other(self): pass\n",
    });
    expect(models["base"]).toMatchObject({ methods: ["own", "search"], fields: { create_uid: ["many2one", { comodel: "res.users" }], id: ["id"] } });
  });

  it("KNOWN MISS: fields that are made while the program runs", () => {
    expect(modelsOf("class A(models.Model):\n    _name = 'a'\n    for n in range(3):\n        locals()['x_%s' % n] = fields.Char()\n")["a"]).toEqual({ kind: "model", module: "shop" });
  });
});

describe("rights", () => {
  it("of CSV: who may do what, and what is for everyone", () => {
    const { access } = statedIn("ir.model.access.csv", "id,name,model_id:id,group_id/id,perm_read,perm_write,perm_create,perm_unlink\na,A,model_shop_order,base.group_user,1,1,0,0\nb,\"B, too\",shop.model_shop_order,,1,,,\nc,C,base.model_nobody_knows,group_own,0,False,no,0\n", "class A(models.Model):\n    _name = 'shop.order'\n");
    expect(access).toEqual({
      "shop.a": { model: "shop.order", perms: "rw", group: "base.group_user" },
      "shop.b": { model: "shop.order", perms: "r", group: null },
      "shop.c": { model: "base.model_nobody_knows", perms: "", group: "shop.group_own" },
    });
  });

  it("of XML: groups with what they imply, rules with their groups and domain", () => {
    const { groups, access, rules } = statedIn("rights.xml", `<odoo><data noupdate="1">
      <record id="group_a" model="res.groups"><field name="name">A</field><field name="category_id" ref="base.cat"/><field name="implied_ids" eval="[(4, ref('base.group_user')), (3, ref('base.group_public')), Command.link(ref('group_b'))]"/></record>
      <record id="rule_a" model="ir.rule">
        <field name="model_id" ref="model_shop_order"/>
        <field name="groups" eval="[(4, ref('group_a'))]"/>
        <field name="domain_force">[
          ('name', '&lt;', 'a')  <!-- why -->
        ]</field>
        <field name="perm_unlink" eval="False"/>
      </record>
      <record id="rule_b" model="ir.rule"><field name="model_id" search="[('model', '=', 'shop.order')]"/><field name="domain_force" eval="[(1, '=', 1)]"/><field name="active" eval="False"/></record>
      <record id="access_a" model="ir.model.access"><field name="model_id" ref="model_shop_order"/><field name="perm_read">1</field></record>
      <record id="view" model="ir.ui.view"><field name="name">v</field></record>
    </data></odoo>`, "class A(models.Model):\n    _name = 'shop.order'\n");
    expect(groups).toEqual({ "shop.group_a": { category: "base.cat", implied: ["base.group_user", "shop.group_b"] } });
    expect(rules).toEqual({
      "shop.rule_a": { model: "shop.order", perms: "rwc", groups: ["shop.group_a"], domain: "[ ('name', '<', 'a') ]" },
      "shop.rule_b": { model: "shop.order", perms: "rwcu", active: false, groups: [], global: true, domain: "[(1, '=', 1)]" },
    });
    expect(access).toEqual({ "shop.access_a": { model: "shop.order", perms: "r", group: null } });
  });

  it("that other modules change are theirs", () => {
    const { groups, access, rules } = index({
      "shop/__manifest__.py": "{'data': ['a.xml']}",
      "shop/a.xml": `<odoo><record id="g" model="res.groups"/><record id="r" model="ir.rule"><field name="model_id" ref="base.model_x"/><field name="domain_force">[]</field></record></odoo>`,
      "sale/__manifest__.py": "{'depends': ['shop'], 'data': ['b.xml', 'ir.model.access.csv', 'missing.xml'], 'demo': ['demo.xml']}",
      "sale/b.xml": `<odoo><record id="shop.g" model="res.groups"><field name="implied_ids" eval="[(4, ref('own'))]"/></record><record id="shop.r" model="ir.rule"><field name="perm_read" eval="False"/><field name="active" eval="False"/></record></odoo>`,
      "sale/ir.model.access.csv": "id,group_id:id\nbase.access_x,\n",
      "sale/demo.xml": `<odoo><record id="demo" model="res.groups"/></odoo>`,
    });
    expect(groups).toEqual({ "shop.g": { category: null, implied: [], by: { sale: { implied: ["sale.own"] } } } });
    expect(rules).toMatchObject({ "shop.r": { by: { sale: { perm_read: false, active: false } } } });
    expect(access).toEqual({ "base.access_x": { absent: true, by: { sale: { group: null } } } });
  });

  it("of XML that is not well-formed are told of", () => {
    const told: string[] = [];
    index({ "shop/__manifest__.py": "{'data': ['a.xml']}", "shop/a.xml": '<odoo><record model="res.groups" id="a"></odoo>' }, { onUnread: (path) => told.push(path.split(/[\\/]/).at(-1) ?? "") });
    expect(told).toEqual(["a.xml"]);
  });
});

it("an index, packed, answers", () => {
  const data = index({
    "odoo/release.py": "version_info = (16, 0, 0, FINAL, 0, '')",
    "odoo/models.py": "class BaseModel:\n    def search(self): pass\n",
    "odoo/addons/base/__manifest__.py": "{}",
    "odoo/addons/base/base.py": "class Base(models.AbstractModel):\n    _name = 'base'\n",
    "addons/shop/__manifest__.py": "{}",
    "addons/shop/shop.py": "class Order(models.Model):\n    _name = 'shop.order'\n    name = fields.Char()\n",
  });
  const framework = new Framework(packed(data));
  expect([framework.series, framework.fieldOf("shop.order", "name")?.type, framework.hasMethod("shop.order", "search"), framework.fieldOf("shop.order", "write_uid")?.options.comodel]).toEqual(["16", "char", true, "res.users"]);
});
