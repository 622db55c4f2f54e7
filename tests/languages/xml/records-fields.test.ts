/** What a field of an XML record says of a flag and of other records, and how it gets another value. */

import { describe, expect, it } from "vitest";
import type { SourceEdit } from "../../../src/facts/edits.ts";
import type { FieldValue } from "../../../src/facts/records.ts";
import { factsOf, fieldOf, firstOf } from "./record-cases.ts";

const applied = (text: string, edits: readonly SourceEdit[]) => edits.reduceRight((after, { range: [start, end], text: spelled }) => after.slice(0, start) + spelled + after.slice(end), text);

describe("a flag", () => {
  it.each([
    ["1", "on"], ["True", "on"], ["no", "on"], ["", "on"], [" 0", "on"], ["False\n", "on"], ["<!-- off -->0", "on"],
    ["0", "off"], ["FALSE", "off"], ["Off", "off"], ["<![CDATA[0]]>", "off"], ["0<!-- off -->", "off"],
  ])("of the text `%s` is %s", (text, state) => {
    const { facts, field } = fieldOf(`<field name="x">${text}</field>`);
    expect(facts.flag(field)).toBe(state);
  });

  it.each([
    ["1", "on"], ["True", "on"], ["-1", "on"], ["not 0", "on"], ["'1'", "on"], ["[(4, ref('a'))]", "on"], ["{'a': 1}", "on"], ["not ''", "on"],
    ["0", "off"], [" False ", "off"], ["''", "off"], ["None", "off"], ["0.0", "off"], ["not True", "off"], ["'False'", "off"], ["[]", "off"], ["{}", "off"], ["()", "off"],
    ["x", "unknown"], ["not x", "unknown"], ["~0", "unknown"], ["[*x]", "unknown"], ["{**x}", "unknown"], ["1 if x else 0", "unknown"], ["ref('a')", "unknown"], ["0 0", "unknown"], ["0j", "unknown"],
  ])("of the expression `%s` is %s", (source, state) => {
    const { facts, field } = fieldOf(`<field name="x" eval="${source}"/>`);
    expect(facts.flag(field)).toBe(state);
  });

  it.each([
    ['<field name="x" type="int">00</field>', "off"], ['<field name="x" type="float">0.0</field>', "off"], ['<field name="x" type="int">None</field>', "off"],
    ['<field name="x" type="int">2</field>', "on"], ['<field name="x" type="int">off</field>', "unknown"],
    ['<field name="x" ref="a"/>', "unknown"], ['<field name="x" search="[]"/>', "unknown"], ['<field name="x" type="xml"><a/></field>', "unknown"], ['<field name="x" file="a"/>', "unknown"],
  ])("of %s is %s", (element, state) => {
    const { facts, field } = fieldOf(element);
    expect(facts.flag(field)).toBe(state);
  });

  it.each([["1", "on"], [" False ", "off"], ["0", "off"], ["no", "on"], [" ", "unknown"]])("of a menu's attribute `%s` is %s", (value, state) => {
    const facts = factsOf(`<odoo><menuitem id="m" active="${value}"/></odoo>`);
    const field = firstOf(facts).fields.get("active");
    expect(field && facts.flag(field)).toBe(state);
  });
});

/** A text without its marks, and the names that a field has, marked in it again. */
function marked(text: string, name: string): readonly [ids: readonly string[], text: string] {
  const facts = factsOf(text.replaceAll(/[‹›]/g, ""));
  const field = firstOf(facts).fields.get(name);
  const mentions = field ? facts.mentions(field) : [];
  const marks = mentions.map(({ node }) => facts.range(node)).map((range) => ({ range, text: `‹${facts.text.slice(...range)}›` }));
  return [mentions.map(({ id }) => id), applied(facts.text, marks)];
}

describe("the records that a field names", () => {
  it.each([
    ['ref="‹base.a›"', ["base.a"]],
    ['ref="‹base.&#97;›"', ["base.a"]],
    [`eval="ref('‹a›')"`, ["a"]],
    [`eval="[(4, ref('‹a›')), (3, ref(&quot;‹b›&quot;)), (0, 0, {'c': ref('‹d›')})]"`, ["a", "b", "d"]],
    [`eval="ref(‹'a' 'b'›)"`, ["ab"]],
    [`search="[('a', '=', ref('‹b›'))]"`, ["b"]],
    [`eval="'ref'"`, []],
    [`eval="ref(x) + ref() + x.ref('a')"`, []],
  ])("%s", (attribute, ids) => {
    const text = `<odoo><record model="m"><field name="x" ${attribute}/></record></odoo>`;
    expect(marked(text, "x")).toEqual([ids, text]);
  });

  it("are none in text and markup", () => {
    const { facts, field } = fieldOf('<field name="x">base.a</field>');
    expect(facts.mentions(field)).toEqual([]);
  });

  it("in a list with commas stand each for itself", () => {
    const text = '<odoo><menuitem id="m" parent="p" groups="‹base.a›,,‹-b›"/></odoo>';
    expect(marked(text, "groups")).toEqual([["base.a", "-b"], text]);
  });
});

describe("what a field does to the records that it refers to", () => {
  it.each([
    [`eval="[(4, ref('a')), (3, ref('b')), (2, ref('c')), (5,), (6, 0, [ref('d'), ref('e')])]"`, ["add a", "remove b", "remove c", "set ", "set d e"]],
    [`eval="[Command.link(ref('a')), Command.unlink(ref('b')), Command.delete(ref('c')), Command.clear(), Command.set([ref('d')])]"`, ["add a", "remove b", "remove c", "set ", "set d"]],
    [`eval="[ref('a'), ref('b')]"`, ["set a b"]],
    [`eval="[]"`, []],
    [`eval="ref('a')"`, ["set a"]],
    [`ref="a"`, ["set a"]],
    [`eval="[(4, ref('a')), (0, 0, {})]"`, null],
    [`eval="[Command.create({})]"`, null],
    [`eval="[other.link(ref('a'))]"`, null],
    [`eval="[(4, x)]"`, null],
    [`eval="[(7, ref('a'))]"`, null],
    [`eval="True"`, null],
    [`search="[]"`, null],
  ])("%s", (attribute, expected) => {
    const { facts, field } = fieldOf(`<field name="x" ${attribute}/>`);
    expect(facts.links(field)?.map(({ does, mentions }) => `${does} ${mentions.map(({ id }) => id).join(" ")}`) ?? null).toEqual(expected);
  });

  it("a menu adds groups, or takes them away", () => {
    const facts = factsOf('<odoo><menuitem id="m" groups="a,-b"/></odoo>');
    const groups = firstOf(facts).fields.get("groups");
    expect(groups && facts.links(groups)?.map(({ does }) => does)).toEqual(["add", "remove"]);
  });

  it("a call is given records and does nothing to them", () => {
    const facts = factsOf(`<odoo><function model="m" name="f" eval="[ref('a')]"/></odoo>`);
    const given = firstOf(facts).fields.get("eval");
    expect(given && [facts.links(given), facts.mentions(given).length]).toEqual([null, 1]);
  });
});

it.each([
  ['<field name="x" ref="base.a"/>', "base.b", '<field name="x" ref="base.b"/>'],
  [`<field name="x" eval='[(4, ref("a"))]'/>`, "base.b", `<field name="x" eval='[(4, ref("base.b"))]'/>`],
  [`<field name="x" eval="[(4, ref('a'))]"/>`, "it's", null],
  [`<field name="x" eval="ref('a' 'b')"/>`, "base.b", null],
])("rename in %s", (element, id, after) => {
  const { facts, field } = fieldOf(element);
  const [mention] = facts.mentions(field);
  const edit = mention ? facts.rename(mention, id) : null;
  expect(edit && applied(facts.text, [edit])).toBe(after === null ? null : facts.text.replace(element, after));
});

describe("a part of a field's text", () => {
  const { facts, field } = fieldOf('<field name="x">\n<![CDATA[[(\'a\', \'<\', uid)]]]> &amp; b</field>');
  const text = field.value.kind === "text" ? field.value.text : "";
  const part = (piece: string) => facts.part(field, [text.indexOf(piece), text.indexOf(piece) + piece.length]);
  const at = (piece: string) => { const found = part(piece); return found && facts.text.slice(...facts.range(found)); };

  it.each([["uid", "uid"], ["& b", "&amp; b"], ["<", "<"], ["\n", "\n"], ["uid)] &", "uid)]]]> &amp;"]])("%s is written %s", (piece, expected) => {
    expect(at(piece)).toBe(expected);
  });

  it("is written anew in its own node", () => {
    const [inData, inText, both] = ["uid", "& b", "uid)] &"].map(part);
    expect(inData && facts.replaced(inData, "a < b")).toEqual({ range: inData?.range, text: "a < b" });
    expect(inText && facts.replaced(inText, "a < b")).toEqual({ range: inText?.range, text: "a &lt; b" });
    expect(both && facts.replaced(both, "a")).toBeNull();
  });

  it("is Python at its place", () => {
    const { facts: own, field: domain } = fieldOf('<field name="x">\n  <![CDATA[[uid, 1]]]>\n</field>');
    const python = own.python(domain);
    const list = python?.expression;
    if (!python || list?.nodeType !== "List" || !list.elts[0]) throw new Error("no list");
    expect(own.text.slice(...python.rangeOf(list.elts[0]))).toBe("uid");
    expect(own.text.slice(...(python.exactRangeOf(list) ?? [0, 0]))).toBe("[uid, 1]");
    expect(own.python(domain)).toBe(python);
  });
});

const USERS: FieldValue = { kind: "ref", id: "base.group_user" };
const OFF: FieldValue = { kind: "flag", on: false };
const ON: FieldValue = { kind: "flag", on: true };

describe("setField: a field that is there", () => {
  it.each<[string, FieldValue, string | null]>([
    ['<field name="x" ref="base.group_public"/>', USERS, '<field name="x" ref="base.group_user"/>'],
    ["<field ref='a' name='x' />", USERS, "<field ref='base.group_user' name='x' />"],
    ['<field name="x" ref="base.group_user"/>', USERS, '<field name="x" ref="base.group_user"/>'],
    ['<field name="x" eval="False"/>', USERS, '<field name="x" ref="base.group_user"/>'],
    [`<field name="x" eval=' None '/>`, USERS, `<field name="x" ref='base.group_user'/>`],
    [`<field name="x" eval="ref('a')"/>`, USERS, `<field name="x" eval="ref('base.group_user')"/>`],
    [`<field name="x" eval="ref('base.group_user')"/>`, USERS, `<field name="x" eval="ref('base.group_user')"/>`],
    ['<field name="x"/>', USERS, '<field name="x" ref="base.group_user"/>'],
    ["<field name='x' ></field>", USERS, "<field name='x' ref='base.group_user' ></field>"],
    ['<field name="x" ref=""/>', USERS, '<field name="x" ref="base.group_user"/>'],
    ['<field name="x">False</field>', USERS, null],
    ['<field name="x"><!-- none --></field>', USERS, null],
    [`<field name="x" eval="[(4, ref('a'))]"/>`, USERS, null],
    ['<field name="x" eval="y"/>', USERS, null],
    ['<field name="x" search="[]"/>', USERS, null],
    ['<field name="x" eval="1"/>', OFF, '<field name="x" eval="0"/>'],
    ['<field name="x" eval="True"/>', OFF, '<field name="x" eval="False"/>'],
    ['<field name="x" eval="not False"/>', OFF, '<field name="x" eval="False"/>'],
    ['<field name="x" eval="0"/>', ON, '<field name="x" eval="1"/>'],
    ['<field name="x" eval="None"/>', ON, '<field name="x" eval="True"/>'],
    ['<field name="x" eval="0"/>', OFF, '<field name="x" eval="0"/>'],
    ['<field name="x">1</field>', OFF, '<field name="x">0</field>'],
    ['<field name="x">True</field>', OFF, '<field name="x">False</field>'],
    ['<field name="x">true</field>', OFF, '<field name="x">false</field>'],
    ['<field name="x">on</field>', OFF, '<field name="x">off</field>'],
    ['<field name="x">yes</field>', OFF, '<field name="x">0</field>'],
    ['<field name="x">\n True\n</field>', OFF, '<field name="x">0</field>'],
    ['<field name="x"><![CDATA[1]]></field>', OFF, '<field name="x"><![CDATA[0]]></field>'],
    ['<field name="x">1<!-- on --></field>', OFF, '<field name="x">0<!-- on --></field>'],
    ['<field name="x">FALSE</field>', ON, '<field name="x">TRUE</field>'],
    ['<field name="x"></field>', OFF, '<field name="x">0</field>'],
    ['<field name="x"/>', OFF, '<field name="x" eval="0"/>'],
    ['<field name="x">False</field>', OFF, '<field name="x">False</field>'],
    ['<field name="x"><!-- c -->1</field>', OFF, null],
    ['<field name="x">1<![CDATA[1]]></field>', OFF, null],
    ['<field name="x" eval="y"/>', OFF, null],
    ['<field name="x" ref="a"/>', OFF, null],
  ])("%s", (element, value, after) => {
    const { facts } = fieldOf(element);
    const edits = facts.setField(firstOf(facts), "x", value);
    expect(edits && applied(facts.text, edits)).toBe(after === null ? null : facts.text.replace(element, after));
  });

  it("has nothing to do where the value is there already", () => {
    const { facts } = fieldOf('<field name="x">off</field>');
    expect(facts.setField(firstOf(facts), "x", OFF)).toEqual([]);
  });

  it.each<[string, string, FieldValue, string | null]>([
    ['<menuitem id="m" parent="p"/>', "parent", USERS, '<menuitem id="m" parent="base.group_user"/>'],
    ['<menuitem id="m" active="True"/>', "active", OFF, '<menuitem id="m" active="False"/>'],
    ['<menuitem id="m" groups="a"/>', "groups", USERS, null],
    ['<menuitem id="m"/>', "parent", USERS, null],
    ['<template id="t"><p/></template>', "arch", USERS, null],
  ])("of %s", (element, name, value, after) => {
    const facts = factsOf(`<odoo>${element}</odoo>`);
    const edits = facts.setField(firstOf(facts), name, value);
    expect(edits && applied(facts.text, edits)).toBe(after === null ? null : facts.text.replace(element, after));
  });

  it("of a menu in a menu is the menu", () => {
    const facts = factsOf('<odoo><menuitem id="a"><menuitem id="b"/></menuitem></odoo>');
    const [, inner] = facts.records();
    expect(inner && facts.setField(inner, "parent", USERS)).toBeNull();
  });
});

describe("setField: a field that is missing", () => {
  it.each<[string, string, FieldValue, string | null, string?]>([
    ["comes behind another, on a line of its own",
      '<record id="a" model="m">\n    <field name="b" ref="c"/>\n    <field name="d">1</field>\n</record>', USERS,
      '<record id="a" model="m">\n    <field name="b" ref="c"/>\n    <field name="x" ref="base.group_user"/>\n    <field name="d">1</field>\n</record>', "b"],
    ["behind the last one", '<record>\r\n\t<field name="b" />\r\n</record>', USERS, '<record>\r\n\t<field name="b" />\r\n\t<field name="x" ref="base.group_user" />\r\n</record>', "b"],
    ["in the quotes of the others", "<record>\n <field name='b'>1</field>\n</record>", USERS, "<record>\n <field name='b'>1</field>\n <field name='x' ref='base.group_user'/>\n</record>", "b"],
    ["behind a field of several lines", '<record>\n  <field name="b">\n    1\n  </field>\n</record>', USERS, '<record>\n  <field name="b">\n    1\n  </field>\n  <field name="x" ref="base.group_user"/>\n</record>', "b"],
    ["behind a comment on its line", '<record>\n  <field name="b"/> <!-- c --> \n</record>', USERS, '<record>\n  <field name="b"/> <!-- c -->\n  <field name="x" ref="base.group_user"/> \n</record>', "b"],
    ["first, where the other is missing too", '<record> <!-- c -->\n  <!-- d -->\n  <field name="b"/>\n</record>', USERS, '<record> <!-- c -->\n  <field name="x" ref="base.group_user"/>\n  <!-- d -->\n  <field name="b"/>\n</record>', "z"],
    ["first, where no other is named", '<record>\n  <field name="b"/>\n</record>', USERS, '<record>\n  <field name="x" ref="base.group_user"/>\n  <field name="b"/>\n</record>'],
    ["on the line of all the others", '<record><field name="b"/><field name="d"/></record>', USERS, '<record><field name="b"/><field name="x" ref="base.group_user"/><field name="d"/></record>', "b"],
    ["with blanks where the others have them", '<record> <field name="b"/> <field name="d"/> </record>', USERS, '<record> <field name="b"/> <field name="d"/> <field name="x" ref="base.group_user"/> </record>', "d"],
    ["as a number", '<record>\n <field name="b" eval="1"/>\n</record>', OFF, '<record>\n <field name="b" eval="1"/>\n <field name="x" eval="0"/>\n</record>', "b"],
    ["as a word", '<record>\n <field name="b" eval="True"/>\n</record>', OFF, '<record>\n <field name="b" eval="True"/>\n <field name="x" eval="False"/>\n</record>', "b"],
    ["nowhere where two fields share a line", '<record>\n <field name="b"/><field name="d"/>\n</record>', USERS, null, "b"],
    ["nowhere behind a comment of several lines", '<record>\n <field name="b"/> <!-- c\n d -->\n</record>', USERS, null, "b"],
    ["nowhere in an empty record", '<record id="a" model="m"/>', USERS, null],
    ["nowhere in a record without fields", '<record id="a" model="m">\n</record>', USERS, null, "b"],
  ])("%s", (_, element, value, after, behind) => {
    const facts = factsOf(`<odoo>\n${element}\n</odoo>`);
    const edits = facts.setField(firstOf(facts), "x", value, behind);
    expect(edits && applied(facts.text, edits)).toBe(after === null ? null : `<odoo>\n${after}\n</odoo>`);
  });
});
