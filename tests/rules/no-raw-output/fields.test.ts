/** Fields of records whose model is certain: of this addon, of what it inherits, of relations, of the framework's own models. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { write } from "../../workspace/addon-folders.ts";
import { addon, kanban, mail, report, VISIT, type Preset } from "./templates.ts";

const MODEL = "models/visit.py";
const VIEW = "views/sheet.xml";

interface Given {
  readonly version?: string;
  /** The module of the addon's models. */
  readonly model?: string;
  readonly preset?: Preset;
  readonly around?: typeof report;
}

/** What is found for `t-raw` of each expression, in its order; empty for silence. */
function foundOf(expressions: readonly string[], { version = "14.0.1.0.0", model = VISIT, preset = "strict", around = report }: Given = {}): readonly string[] {
  const text = around`${expressions.map((one) => `<p t-raw="${one}"/>`).join("\n")}`;
  const found = addon({ [VIEW]: text, [MODEL]: model }, { version }).found(VIEW, preset);
  return expressions.map((_, at) => found.filter((one) => one.startsWith(`${at + 2} `)).map((one) => one.replace(/^\d+ /, "")).join(", "));
}

describe("a report's document", () => {
  it.each([
    ["subject", "foreign fix"],
    ["note", "foreign fix"],
    ["state", "foreign fix"],
    ["subject or ''", "foreign fix"],
    ["subject and doc.note", "foreign fix"],
    ["subject.upper()", "foreign fix"],
    ["sudo().subject", "foreign fix"],
    ["with_context(lang='de_DE').subject", "foreign fix"],
    ["label()", "foreign fix"],
    ["rounds", "typed fix"],
    ["weight", "typed fix"],
    ["begun", "typed fix"],
    ["id", "typed fix"],
    ["summary", "typed"],
    ["summary or ''", "typed"],
    ["footer", "foreign"],
    ["partner_id.name", "foreign fix"],
    ["partner_id.parent_id.country_id.code", "foreign fix"],
    ["set_ids[:1].name", "foreign fix"],
    ["set_ids.visit_id.subject", "foreign fix"],
    ["partner_id", "unknown suggestion"],
    ["secret", "unknown suggestion"],
    ["stars()", ""],
    ["subject or '&lt;i&gt;none&lt;/i&gt;'", "foreign"],
    ["note.replace('\\n', '&lt;br/&gt;')", "foreign"],
  ])("doc.%s: %s", (expression, expected) => {
    expect(foundOf([`doc.${expression}`])).toEqual([expected]);
  });

  it("KNOWN MISS: the type of a field by its name in brackets, or of one of several records by its place", () => {
    expect(foundOf(["doc['rounds']", "doc.set_ids[0].name"])).toEqual(["unknown suggestion", "unknown suggestion"]);
  });

  it("from 15 on Html fields are marked: t-out prints them", () => {
    const expressions = ["doc.subject", "doc.summary", "doc.summary or ''", "doc.subject or doc.summary", "doc.footer", "doc.summary or '&lt;i&gt;none&lt;/i&gt;'"];
    expect(foundOf(expressions, { version: "15.0.1.0.0" })).toEqual(["foreign fix", "typed fix", "typed fix", "foreign suggestion", "foreign suggestion", "typed"]);
  });

  it("recommended is silent on numbers and on what is sanitized", () => {
    expect(foundOf(["doc.rounds", "doc.begun", "doc.summary", "doc.subject", "doc.footer"], { preset: "recommended" })).toEqual(["", "", "", "foreign fix", "foreign"]);
  });

  it("by all names that hold it", () => {
    const text = report`
      <p t-raw="docs.subject"/><p t-raw="docs[0].subject"/>
      <t t-set="o" t-value="doc.with_context(lang='de_DE')"/><p t-raw="o.subject"/>
      <t t-foreach="doc.set_ids" t-as="set"><p t-raw="set.name"/></t>
      <t t-call="web.html_container"><p t-raw="doc.subject"/></t>
      <t t-set="doc" t-value="other"/><p t-raw="doc.subject"/>
      <p t-raw="user.name"/><p t-raw="res_company.name"/><p t-raw="user.signature"/>
    `;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT }).found(VIEW)).toEqual([
      "2 foreign fix", "2 foreign fix", "3 foreign fix", "4 foreign fix", "5 foreign fix", "6 unknown suggestion", "7 foreign fix", "7 foreign fix", "7 typed",
    ]);
  });

  it("of a plain text: no edit, nothing is escaped there and nothing undoes it", () => {
    const text = report`<p t-raw="doc.subject"/>`.replace("</record>", `<field name="report_type">qweb-text</field></record>`);
    expect(addon({ [VIEW]: text, [MODEL]: VISIT }).found(VIEW)).toEqual(["2 foreign"]);
  });
});

describe("the report that prints a template", () => {
  const TEMPLATE = `<odoo><template id="sheet"><t t-foreach="docs" t-as="doc"><p t-raw="doc.subject"/></t></template></odoo>`;
  const record = (model: string, id = "act") => `<odoo><record id="${id}" model="ir.actions.report"><field name="model">${model}</field><field name="report_name">gym.sheet</field></record></odoo>`;
  const found = (others: Readonly<Record<string, string>>, said?: object) => addon({ [VIEW]: TEMPLATE, [MODEL]: VISIT, ...others }, said).found(VIEW);

  it.each([
    ["lies in another file", { "report/act.xml": record("gym.visit") }, "1 foreign fix"],
    ["is written in short", { "report/act.xml": `<odoo><report id="act" model="gym.visit" string="Visit" report_type="qweb-pdf" name="gym.sheet" file="gym.sheet"/></odoo>` }, "1 foreign fix"],
    ["is one of two on the same model", { "report/act.xml": record("gym.visit"), "report/more.xml": record("gym.visit", "more") }, "1 foreign fix"],
    ["is one of two on different models", { "report/act.xml": record("gym.visit"), "report/more.xml": record("res.partner", "more") }, "1 unknown suggestion"],
    ["prints another template", { "report/act.xml": record("gym.visit").replace("gym.sheet", "gym.card") }, "1 unknown suggestion"],
  ])("%s", (_, others, expected) => {
    expect(found(others)).toEqual([expected]);
  });

  it("is not loaded", () => {
    expect(found({ "report/act.xml": record("gym.visit") }, { version: "14.0.1.0.0", data: [VIEW] })).toEqual(["1 unknown suggestion"]);
  });

  it("calls another template of the file", () => {
    const text = `<odoo><template id="sheet"><t t-call="web.html_container"><t t-foreach="docs" t-as="doc"><t t-call="gym.page"/></t></t></template>\n<template id="page"><p t-raw="doc.subject"/></template></odoo>`;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT, "report/act.xml": record("gym.visit") }).found(VIEW)).toEqual(["2 foreign fix"]);
  });

  it("KNOWN MISS: the type of a document that a report hands to another template under a name that it sets", () => {
    const text = `<odoo><template id="sheet"><t t-foreach="docs" t-as="doc"><t t-set="o" t-value="doc"/><t t-call="gym.page"/></t></template>\n<template id="page"><p t-raw="o.subject"/></template></odoo>`;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT, "report/act.xml": record("gym.visit") }).found(VIEW)).toEqual(["2 unknown suggestion"]);
  });
});

describe("what a model inherits", () => {
  const model = (body: string) => `from odoo import fields, models\n\n\nclass Mixin(models.AbstractModel):\n    _name = "gym.mixin"\n\n    outcome = fields.Char()\n    summary = fields.Html()\n\n\nclass Visit(models.Model):\n    _name = "gym.visit"\n${body}`;

  it.each([
    ["_inherit", `    _inherit = "gym.mixin"\n`, ["foreign fix", "typed"]],
    ["several of them", `    _inherit = ["mail.thread", "gym.mixin"]\n`, ["foreign fix", "typed"]],
    ["nothing", ``, ["unknown suggestion", "unknown suggestion"]],
    ["a field that is declared once more", `    _inherit = "gym.mixin"\n\n    summary = fields.Html(sanitize=False)\n`, ["foreign fix", "foreign"]],
  ])("%s", (_, body, expected) => {
    expect(foundOf(["doc.outcome", "doc.summary"], { model: model(body) })).toEqual(expected);
  });

  it("_inherits: the fields of the record behind a relation", () => {
    const body = `    _inherits = {"res.partner": "partner_id"}\n\n    partner_id = fields.Many2one("res.partner")\n`;
    expect(foundOf(["doc.name", "doc.country_id.code", "doc.color"], { model: model(body) })).toEqual(["foreign fix", "foreign fix", "typed fix"]);
  });

  it("an extension in another file, of the framework's own model", () => {
    const text = mail`<p>${"${object.nickname|safe} ${object.name|safe} ${object.bio|safe}"}</p>`.replace("model_gym_visit", "base.model_res_partner");
    const partner = `from odoo import fields, models\n\n\nclass Partner(models.Model):\n    _inherit = "res.partner"\n\n    nickname = fields.Char()\n    bio = fields.Html()\n`;
    expect(addon({ "data/mail.xml": text, "models/partner.py": partner }).found("data/mail.xml")).toEqual(["2 foreign", "2 foreign", "2 typed"]);
  });

  it("the framework's own fields, of addons that are depended on", () => {
    const sale = (depends: readonly string[]) => {
      const text = report`<p t-raw="doc.client_order_ref"/>`.replace("gym.visit", "sale.order");
      return addon({ [VIEW]: text }, { version: "16.0.1.0.0", depends }).found(VIEW);
    };
    expect(sale(["sale"])).toEqual(["2 foreign fix"]);
    expect(sale(["base"])).toEqual(["2 unknown suggestion"]);
  });

  it("of the framework the series matters: a text in 14 that is Html in 15", () => {
    const found = (version: string) => foundOf(["doc.partner_id.comment"], { version });
    expect([found("14.0.1.0.0"), found("15.0.1.0.0")]).toEqual([["foreign fix"], ["typed fix"]]);
  });
});

describe("the record of a mail", () => {
  it("in Jinja: no edit, the filter is a person's to take away", () => {
    const text = mail`<p>${"${object.subject|safe} ${object.summary|safe} ${object.rounds|safe} ${object.partner_id.name|safe} ${user.signature|safe} ${user.name|safe}"}</p>`;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT }).found(VIEW)).toEqual(["2 foreign", "2 typed", "2 typed", "2 foreign", "2 typed", "2 foreign"]);
  });

  it("in QWeb", () => {
    expect(foundOf(["object.subject", "object.summary", "object.footer", "user.signature"], { version: "16.0.1.0.0", around: mail })).toEqual(["foreign fix", "typed fix", "foreign suggestion", "typed fix"]);
  });

  it("of a model that nobody declares", () => {
    expect(foundOf(["object.subject"], { version: "16.0.1.0.0", around: mail, model: "" })).toEqual(["unknown suggestion"]);
  });
});

describe("the record of a kanban view", () => {
  const fields = ["subject.raw_value", "subject.value", "summary.raw_value", "footer.raw_value", "rounds.value", "partner_id.value", "subject.raw_value || ''"].map((one) => `record.${one}`);

  it("up to 14", () => {
    expect(foundOf(fields, { around: kanban })).toEqual(["foreign fix", "foreign fix", "typed", "foreign", "typed fix", "unknown suggestion", "foreign fix"]);
  });

  it("in 15: `raw_value` is not marked, so what is sanitized is a suggestion", () => {
    expect(foundOf(fields, { around: kanban, version: "15.0.1.0.0" })).toEqual(["foreign fix", "foreign fix", "typed suggestion", "foreign suggestion", "typed fix", "unknown suggestion", "foreign fix"]);
  });

  it("from 16 on t-raw is t-out", () => {
    expect(foundOf(["record.subject.raw_value", "record.summary.raw_value"], { around: kanban, version: "16.0.1.0.0" })).toEqual(["escaped fix", "escaped fix"]);
  });

  it("inside a field of another view it is a record of another model", () => {
    const text = `<odoo><record id="form" model="ir.ui.view"><field name="model">gym.visit</field><field name="arch" type="xml"><form><field name="set_ids"><kanban><templates><t t-name="kanban-box"><p t-raw="record.subject.raw_value"/></t></templates></kanban></field></form></field></record></odoo>`;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT }).found(VIEW)).toEqual(["1 unknown suggestion"]);
  });

  it("in what an inheriting view adds", () => {
    const text = `<odoo><record id="more" model="ir.ui.view"><field name="model">gym.visit</field><field name="inherit_id" ref="boxes"/><field name="arch" type="xml">
      <xpath expr="//div" position="inside"><p t-raw="record.subject.raw_value"/></xpath>
      <xpath expr="//div" position="attributes"><attribute name="t-raw">record.subject.value</attribute></xpath>
    </field></record></odoo>`;
    expect(addon({ [VIEW]: text, [MODEL]: VISIT }).found(VIEW)).toEqual(["2 foreign fix", "3 foreign fix"]);
  });
});

it("a model that is edited between two runs is read again", async () => {
  const one = addon({ [VIEW]: report`<p t-raw="doc.summary"/>`, [MODEL]: VISIT });
  expect(one.found(VIEW, "recommended")).toEqual([]);
  write(join(one.folder, MODEL), VISIT.replace("summary = fields.Html()", "summary = fields.Html(sanitize=False)"));
  await new Promise((resolve) => { setTimeout(resolve, 1_200); });
  expect(one.found(VIEW, "recommended")).toEqual(["2 foreign"]);
});
