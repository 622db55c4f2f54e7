/** What records an XML file loads, and what their fields hold. */

import { describe, expect, it } from "vitest";
import type { DataRecord, DataValue } from "../../../src/facts/records.ts";
import { xmlRecords } from "../../../src/languages/xml/records.ts";
import { factsOf, fieldOf, firstOf } from "./record-cases.ts";
import { XML_SPECIMENS } from "./reading.ts";

/** `kind id model`, with `*` where an update leaves the record alone. */
const listed = (text: string) => factsOf(text).records().map(({ kind, id, model, isNoupdate }) => `${kind} ${id ?? "-"} ${model}${isNoupdate ? " *" : ""}`);

/** The fields of the first record. */
const fieldsOf = (text: string): Readonly<Record<string, DataValue>> => Object.fromEntries([...firstOf(factsOf(text)).fields].map(([name, { value }]) => [name, value]));

describe("the records of a file", () => {
  it.each<[string, string, readonly string[]]>([
    ["below the root", '<odoo><record id="a" model="m.a"/><record id="x.b" model="m.b"/></odoo>', ["record a m.a", "record x.b m.b"]],
    ["below `flectra`", '<flectra><data><record id="a" model="m"/></data></flectra>', ["record a m"]],
    ["below `openerp`", '<openerp><data noupdate="1"><record id="a" model="m"/></data></openerp>', ["record a m *"]],
    ["below `data`", '<data><record id="a" model="m"/></data>', ["record a m"]],
    ["without an id", '<odoo><record model="m"/><record id="" model="m"/></odoo>', ["record - m", "record - m"]],
    ["of an id as often as it is written", '<odoo><record id="a" model="m"/><record id="a" model="m"/></odoo>', ["record a m", "record a m"]],
    ["behind a comment", '<!-- c --><odoo><!-- c --><record id="a" model="m"/></odoo>', ["record a m"]],
    ["in a comment", '<odoo><!-- <record id="a" model="m"/> --></odoo>', []],
    ["of each short form", '<odoo><template id="t"/><menuitem id="m"/><report id="r" model="x"/><act_window id="w" res_model="x"/></odoo>', ["template t ir.ui.view", "menuitem m ir.ui.menu", "report r ir.actions.report", "act_window w ir.actions.act_window"]],
    ["that a template names by `t-name`", '<odoo><template t-name="x.t"/></odoo>', ["template x.t ir.ui.view"]],
    ["of what does something", '<odoo><function model="m" name="f"/><delete model="m" id="a"/><delete model="m" search="[]"/></odoo>', ["function - m", "delete a m", "delete - m"]],
    ["of elements that we do not read", '<odoo><url id="u" name="n" url="/"/><assert model="m"/><ir_set/><x><record id="a" model="m"/></x></odoo>', []],
    ["of a template, whatever it is made of", '<odoo><template id="t"><record id="a" model="m"/><template id="u"/></template></odoo>', ["template t ir.ui.view"]],
    ["in the field of another", '<odoo><record id="a" model="m"><field name="x"><record id="b" model="n"><field name="y"><record id="c" model="o"/></field></record></field></record><record id="d" model="m"/></odoo>', ["record a m", "record b n", "record c o", "record d m"]],
    ["in markup", '<odoo><record id="a" model="m"><field name="arch" type="xml"><record id="b" model="n"/></field></record></odoo>', ["record a m"]],
    ["in a menu", '<odoo><menuitem id="a"><menuitem id="b"><menuitem id="c"/></menuitem></menuitem></odoo>', ["menuitem a ir.ui.menu", "menuitem b ir.ui.menu", "menuitem c ir.ui.menu"]],
  ])("%s", (_, text, records) => {
    expect(listed(text)).toEqual(records);
  });

  it.each([
    ["templates of the client", '<templates><t t-name="a"/><record id="a" model="m"/></templates>'],
    ["one template", '<t t-name="a"><record id="a" model="m"/></t>'],
    ["a view", '<form><field name="a"/></form>'],
    ["a record without its root", '<record id="a" model="m"/>'],
  ])("%s has none", (_, text) => {
    expect(listed(text)).toEqual([]);
  });

  it("that is not well-formed has no facts", () => {
    expect(xmlRecords('<odoo><record id="a"></odoo>', "a.xml")).toBeNull();
  });

  it("are as deep as they are", () => {
    expect(listed(`<odoo>${"<data>".repeat(20_000)}<record id="a" model="m"/>${"</data>".repeat(20_000)}</odoo>`)).toEqual(["record a m"]);
  });
});

describe("an update leaves alone", () => {
  it.each([
    ['<odoo noupdate="1">', "", true],
    ['<odoo noupdate="1">', '<data noupdate="0">', false],
    ['<odoo noupdate="1">', "<data>", true],
    ["<odoo>", '<data noupdate="True">', true],
    ["<odoo>", '<data noupdate="FALSE">', false],
    ["<odoo>", '<data noupdate="no">', true],
    ["<odoo>", '<data noupdate="">', false],
    ['<odoo noupdate="1">', '<data noupdate=" ">', true],
    ["<odoo>", '<data noupdate=" 0 ">', false],
    ["<odoo>", '<data noupdate="1"><data noupdate="0">', false],
    ["<odoo>", '<data noupdate="1"><data>', true],
  ])("what stands in %s%s: %s", (root, data, is) => {
    const ends = "</data>".repeat(data.split("<data").length - 1);
    const text = `${root}${data}<record model="m"><field name="x"><record model="n"/></field></record>${ends}<record model="o"/></odoo>`;
    expect(factsOf(text).records().map(({ isNoupdate }) => isNoupdate)).toEqual([is, is, root.includes("noupdate")]);
  });
});

describe("a record", () => {
  const text = '\uFEFF<odoo>\r\n  <record\r\n    id="a" model="m">\r\n  </record>\r\n</odoo>';
  const facts = factsOf(text);
  const { node, at, idNode } = firstOf(facts);

  it("stands at its start tag", () => {
    expect(text.slice(...facts.range(at))).toBe('<record\r\n    id="a" model="m">');
    expect(facts.place(at)).toEqual({ start: { line: 2, column: 2 }, end: { line: 3, column: 21 } });
  });

  it("is the whole element", () => {
    expect(text.slice(...facts.range(node))).toBe('<record\r\n    id="a" model="m">\r\n  </record>');
  });

  it("has its id in an attribute", () => {
    expect(idNode && text.slice(...facts.range(idNode))).toBe('id="a"');
  });
});

describe("a field's value", () => {
  it.each<[string, string, DataValue]>([
    ["text", '<field name="x">A &amp; B</field>', { kind: "text", text: "A & B" }],
    ["text with its blanks", '<field name="x"> 1\r\n</field>', { kind: "text", text: " 1\n" }],
    ["CDATA", '<field name="x"><![CDATA[a < b]]></field>', { kind: "text", text: "a < b" }],
    ["text and CDATA", '<field name="x">\n<![CDATA[a]]> &lt; b</field>', { kind: "text", text: "\na < b" }],
    ["text that a comment ends", '<field name="x">1<!-- c -->0</field>', { kind: "text", text: "1" }],
    ["nothing but a comment first", '<field name="x"><!-- c -->0</field>', { kind: "text", text: "" }],
    ["nothing", '<field name="x"></field>', { kind: "text", text: "" }],
    ["nothing at all", '<field name="x"/>', { kind: "text", text: "" }],
    ["a text said to be one", '<field name="x" type="char">1</field>', { kind: "text", text: "1" }],
    ["a number", '<field name="x" type="int"> 7 </field>', { kind: "text", text: "7" }],
    ["a number with a point", '<field name="x" type="float">7.5</field>', { kind: "text", text: "7.5" }],
    ["a reference", '<field name="x" ref="base.a"/>', { kind: "ref", id: "base.a" }],
    ["an empty reference", '<field name="x" ref=""/>', { kind: "text", text: "" }],
    ["a search", '<field name="x" search="[(\'model\', \'=\', \'m\')]"/>', { kind: "search", domain: "[('model', '=', 'm')]" }],
    ["a search rather than a reference", '<field name="x" ref="a" search="[]"/>', { kind: "search", domain: "[]" }],
    ["a reference rather than an expression", '<field name="x" eval="1" ref="a"/>', { kind: "ref", id: "a" }],
    ["an expression rather than a type", '<field name="x" type="xml" eval="ref(\'a\')"/>', { kind: "ref", id: "a" }],
    ["a view", '<field name="x" type="xml"><form/></field>', { kind: "markup" }],
    ["HTML", '<field name="x" type="html">Text</field>', { kind: "markup" }],
    ["elements", '<field name="x"><p/></field>', { kind: "markup" }],
    ["records", '<field name="x"><record model="m"/></field>', { kind: "opaque" }],
    ["a list", '<field name="x" type="list"><value eval="1"/></field>', { kind: "opaque" }],
    ["a file", '<field name="x" type="base64" file="a/b.png"/>', { kind: "opaque" }],
    ["a file's text", '<field name="x" file="a/b.txt"/>', { kind: "opaque" }],
    ["the path of a file", '<field name="x" type="file">b.png</field>', { kind: "opaque" }],
    ["a type that the loader does not know", '<field name="x" type="text">a</field>', { kind: "opaque" }],
  ])("%s", (_, field, value) => {
    expect(fieldOf(field).field.value).toEqual(value);
  });

  it("that is written twice is the last one", () => {
    expect(fieldsOf('<odoo><record model="m"><field name="x">1</field><field name="y">2</field><field name="x">3</field></record></odoo>')).toEqual({ x: { kind: "text", text: "3" }, y: { kind: "text", text: "2" } });
  });

  it("of a translation is none", () => {
    expect(fieldsOf('<odoo><record model="m"><field name="x@fr">1</field><field/><other name="y"/></record></odoo>')).toEqual({});
  });
});

describe("an expression", () => {
  it.each<[string, DataValue["kind"], DataValue | null]>([
    ["ref('a.b')", "ref", { kind: "ref", id: "a.b" }],
    [" ref( 'a' ) ", "ref", { kind: "ref", id: "a" }],
    ["ref('a', raise_if_not_found=False)", "ref", { kind: "ref", id: "a" }],
    ["[(4, ref('a'))]", "refs", { kind: "refs", ids: ["a"] }],
    ["[(4, ref('a')), (4, ref('b'), 0)]", "refs", { kind: "refs", ids: ["a", "b"] }],
    ["[(6, 0, [ref('a'), ref('b')])]", "refs", { kind: "refs", ids: ["a", "b"] }],
    ["[(4, ref('a')), (6, False, (ref('b'),))]", "refs", { kind: "refs", ids: ["b"] }],
    ["[[6, 0, []]]", "refs", { kind: "refs", ids: [] }],
    ["[(5,)]", "refs", { kind: "refs", ids: [] }],
    ["[(5, 0, 0), (4, ref('a'))]", "refs", { kind: "refs", ids: ["a"] }],
    ["[Command.link(ref('a'))]", "refs", { kind: "refs", ids: ["a"] }],
    ["[Command.clear(), Command.set([ref('a')])]", "refs", { kind: "refs", ids: ["a"] }],
    ["[ref('a'), ref('b')]", "refs", { kind: "refs", ids: ["a", "b"] }],
    ["[(3, ref('a'))]", "python", null],
    ["[(4, ref('a')), Command.unlink(ref('b'))]", "python", null],
    ["[(0, 0, {'x': ref('a')})]", "python", null],
    ["[(4, ref('a')), (1, ref('b'), {})]", "python", null],
    ["[(4, x)]", "python", null],
    ["[(4,)]", "python", null],
    ["[(6, 0)]", "python", null],
    ["[]", "python", null],
    ["ref(x)", "python", null],
    ["obj(ref('a')).name", "python", null],
    ["True", "python", null],
    ["no python", "python", null],
  ])("%s is %s", (source, kind, value) => {
    const { field } = fieldOf(`<field name="x" eval="${source}"/>`);
    expect(field.value).toMatchObject(value ?? { kind, source });
  });

  it("stands between the quotes", () => {
    const { facts, field: { value } } = fieldOf(`<field name="x"\n eval='time.time() &lt; 3'/>`);
    if (value.kind !== "python") throw new Error(value.kind);
    expect(value.source).toBe("time.time() < 3");
    expect(facts.text.slice(...facts.range(value.node))).toBe("time.time() &lt; 3");
    expect(facts.place(value.node).start).toEqual({ line: 2, column: 7 });
  });
});

describe("attributes of a short form are fields", () => {
  it.each<[string, string, Readonly<Record<string, DataValue>>]>([
    ["a menu", '<menuitem id="m" name="N" parent="base.p" action="a" sequence="3" groups="base.g,h,-base.i" web_icon=""/>', {
      name: { kind: "text", text: "N" }, parent: { kind: "ref", id: "base.p" }, action: { kind: "ref", id: "a" }, sequence: { kind: "text", text: "3" },
      groups: { kind: "refs", ids: ["base.g", "h", "-base.i"] }, web_icon: { kind: "text", text: "" },
    }],
    ["a menu without a parent", '<menuitem id="m" parent="" groups=""/>', { parent: { kind: "text", text: "" }, groups: { kind: "text", text: "" } }],
    ["a template", '<template id="t" inherit_id="web.layout" name="T" priority="8" groups="base.g" active="False" primary="True" customize_show="1"><p/></template>', {
      inherit_id: { kind: "ref", id: "web.layout" }, name: { kind: "text", text: "T" }, priority: { kind: "text", text: "8" }, groups: { kind: "refs", ids: ["base.g"] },
      active: { kind: "text", text: "False" }, primary: { kind: "text", text: "True" }, arch: { kind: "markup" },
    }],
    ["a report", '<report id="r" string="S" model="m" name="x.r" groups="g" paperformat="base.p"/>', {
      string: { kind: "text", text: "S" }, model: { kind: "text", text: "m" }, name: { kind: "text", text: "x.r" }, groups: { kind: "refs", ids: ["g"] }, paperformat: { kind: "ref", id: "base.p" },
    }],
    ["a window", '<act_window id="w" name="W" res_model="m" view_id="v"/>', { name: { kind: "text", text: "W" }, res_model: { kind: "text", text: "m" }, view_id: { kind: "ref", id: "v" } }],
    ["a call", '<function model="m" name="f" eval="[ref(\'a\')]"/>', { name: { kind: "text", text: "f" }, eval: expect.objectContaining({ kind: "python", source: "[ref('a')]" }) as DataValue }],
    ["a deletion", '<delete model="m" search="[(1, \'=\', 1)]"/>', { search: { kind: "search", domain: "[(1, '=', 1)]" } }],
  ])("%s", (_, element, fields) => {
    expect(fieldsOf(`<odoo>${element}</odoo>`)).toEqual(fields);
  });

  it("a menu in a menu has that one for a parent, whatever it says", () => {
    const [, inner] = factsOf('<odoo><menuitem id="a"><menuitem id="b" parent="c"/></menuitem></odoo>').records();
    expect(inner?.fields.get("parent")?.value).toEqual({ kind: "ref", id: "a" });
  });
});

it("our specimen of rights", () => {
  const facts = factsOf(XML_SPECIMENS.find(({ name }) => name === "loan_rights.xml")?.text ?? "");
  const rules = facts.records().filter(({ model, kind }) => model === "ir.rule" && kind === "record");
  const text = (record: DataRecord, name: string) => { const value = record.fields.get(name)?.value; return value?.kind === "text" ? value.text : null; };
  expect(rules.map((rule) => [rule.id, facts.place(rule.at).start.line, rule.isNoupdate, text(rule, "domain_force")])).toEqual([
    ["loan_rule_reader", 20, true, "[('partner_id', '=', user.partner_id.id), ('company_id', 'in', company_ids)]"],
    ["loan_rule_desk", 28, true, "['|', ('company_id', '=', False), ('company_id', 'in', company_ids)]"],
  ]);
  expect(facts.records().map(({ kind, id }) => `${kind} ${id ?? "-"}`)).toEqual(["record group_desk", "record group_manager", "record loan_rule_reader", "record loan_rule_desk", "delete -"]);
});
