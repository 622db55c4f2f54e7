/** Which templates a file holds, who runs them, what they print and where. */

import { describe, expect, it } from "vitest";
import { enginesOf, outputOf, outputsOf, templatesOf, type Given } from "./template-reading.ts";

const view = (fields: string, arch: string) => `<odoo><record id="v" model="ir.ui.view">${fields}<field name="arch" type="xml">${arch}</field></record></odoo>`;
const mail = (body: string) => `<odoo><record id="m" model="mail.template"><field name="model_id" ref="model_case"/><field name="body_html" type="html">${body}</field></record></odoo>`;
const kanban = "<kanban><templates><t t-name='kanban-box'><b t-raw='x'/></t></templates></kanban>";
const client = "<templates><t t-name='a.B'><b t-raw='x'/></t></templates>";
const marked = "<templates><t t-name='a.B' owl='1'><b t-raw='x'/></t></templates>";
const INHERITS = "<field name='inherit_id' ref='w.x'/>";

describe("the engine of a template", () => {
  it.each([
    ["a template of a data file", "<odoo><template id='page'><b t-raw='x'/></template></odoo>", {}, ["server page"]],
    ["templates in several data elements", "<openerp><data><template id='a'><b t-esc='x'/></template></data><data><template id='b'/></data></openerp>", {}, ["server a", "server b"]],
    ["a view that says it is QWeb", view("<field name='type'>qweb</field>", "<t t-name='a.page'><b t-raw='x'/></t>"), {}, ["server a.page"]],
    ["a view without model", view("", "<t t-name='a.page'><b t-raw='x'/></t>"), {}, ["server a.page"]],
    ["an inheriting view without model", view(INHERITS, "<xpath expr='//b' position='after'><b t-raw='x'/></xpath>"), {}, ["server v"]],
    ["a kanban view", view("<field name='model'>a.b</field>", kanban), {}, ["kanban kanban-box"]],
    ["a kanban view in a field of a form", view("<field name='model'>a.b</field>", `<form><field name='l'>${kanban}</field></form>`), {}, ["kanban kanban-box"]],
    ["a view that inherits one with a model", view(`<field name='model'>a.b</field>${INHERITS}`, "<xpath expr='//templates//b' position='after'><b t-raw='x'/></xpath>"), {}, ["kanban ?"]],
    ["a form", view("<field name='model'>a.b</field>", "<form><field name='t-raw'/></form>"), {}, []],
    ["templates of the browser up to 13", client, { series: 12, path: "a/static/src/xml/a.xml" }, ["legacy-client a.B"]],
    ["templates of the browser in 16", client, { series: 16, path: "a/static/src/a.xml" }, ["legacy-client a.B"]],
    ["marked ones in 14", marked, { series: 14, path: "a/static/src/a.xml" }, ["owl1 a.B"]],
    ["marked ones in 16", marked, { series: 16, path: "a/static/src/a.xml" }, ["owl2 a.B"]],
    ["templates of the browser in 17", client, { series: 17, path: "a/static/src/a.xml" }, ["owl2 a.B"]],
    ["templates of the browser in 19", client, { series: 19, path: "a/static/src/a.xml" }, ["owl3 a.B"]],
    ["legacy ones in 17", client, { series: 17, path: "a/static/src/legacy/a.xml" }, ["legacy-client a.B"]],
    ["with Windows' separators", client, { series: 17, path: "a\\static\\src\\legacy\\a.xml" }, ["legacy-client a.B"]],
    ["one template as the root", "<t t-name='a.B'><b t-raw='x'/></t>", { path: "a/static/src/a.xml" }, ["legacy-client a.B"]],
    ["a root of another name for the same", "<template><t t-name='a.B'><b t-raw='x'/></t></template>", { path: "a/static/src/a.xml" }, ["legacy-client a.B"]],
    ["the same elsewhere", "<t t-name='a.B'><b t-raw='x'/></t>", { path: "a/data/a.xml" }, []],
    ["a mail up to 14", mail("${x}"), { series: 14 }, ["mail-jinja m"]],
    ["a mail from 15 on", mail("<b t-out='x'/>"), { series: 15 }, ["mail-qweb m"]],
    ["a mail of an unknown series", mail("<b t-out='x'/>"), { series: null }, ["mail-qweb m"]],
    ["another one", mail("<b>${x}</b>"), { series: null }, ["mail-jinja m"]],
    ["no template", "<odoo><record id='a' model='res.partner'><field name='name'>${x}</field></record></odoo>", {}, []],
  ] as const)("%s", (_, text, given: Given, expected) => {
    expect(enginesOf(text, given)).toEqual(expected);
  });
});

describe("what a directive does", () => {
  const server = "<odoo><template id='a'><b t-raw='x' t-esc='x' t-out='x' t-field='x.y'/></template></odoo>";
  const browser = "<templates><b t-name='a' t-raw='x' t-esc='x' t-out='x' t-field='x.y'/></templates>";
  const owl = browser.replace("t-name", "owl='1' t-name");
  const inView = view("<field name='model'>a.b</field>", `<kanban>${browser}</kanban>`);
  it.each([
    ["server, 14", server, { series: 14 }, "raw escaped nothing field"],
    ["server, 17", server, { series: 17 }, "raw escaped unmarked field"],
    ["QWeb 2, 14", browser, { series: 14 }, "raw escaped nothing nothing"],
    ["QWeb 2, 16", browser, { series: 16 }, "raw escaped unmarked nothing"],
    ["OWL 1", owl, { series: 15 }, "raw escaped nothing nothing"],
    ["OWL 2", owl, { series: 16 }, "unmarked escaped unmarked nothing"],
    ["OWL 3", browser, { series: 19 }, "nothing escaped unmarked nothing"],
    ["kanban, 14", inView, { series: 14 }, "raw escaped nothing nothing"],
    ["kanban, 15", inView, { series: 15 }, "raw escaped unmarked nothing"],
    ["kanban, 16", inView, { series: 16 }, "unmarked escaped unmarked nothing"],
    ["kanban, 19", inView, { series: 19 }, "nothing escaped unmarked nothing"],
  ])("%s", (_, text, given, expected) => {
    expect(templatesOf(text, given).flatMap(({ outputs }) => outputs.map(({ prints }) => prints)).join(" ")).toBe(expected);
  });
});

describe("the outputs of QWeb", () => {
  const page = (content: string) => `<odoo><template id="page">${content}</template></odoo>`;

  it("every directive, with its value as it is written", () => {
    expect(outputsOf(page(`<a t-att-href="u" t-attf-class="x #{y}" t-att="{'a': b}"><t t-esc='a &lt; b'/><i t-field="r.f"/></a>`))).toEqual([
      "t-att-href escaped u", "t-attf-class escaped x #{y}", "t-att escaped {'a': b}", "t-esc escaped a &lt; b", "t-field field r.f",
    ]);
  });

  it("attributes that an inheriting view adds", () => {
    const text = page(`<xpath expr="//b" position="attributes"><attribute name="t-raw">note</attribute><attribute name="class">t-raw</attribute><attribute name="t-esc"/></xpath>`);
    expect(outputsOf(text)).toEqual(["t-raw raw note"]);
    const { output } = outputOf(text);
    expect(text.slice(...(output.nameRange ?? [0, 0]))).toBe("t-raw");
  });

  it("in CDATA", () => {
    expect(outputsOf(page(`<attribute name="t-raw"><![CDATA[a < b]]></attribute>`))).toEqual(["t-raw raw a < b"]);
  });

  it("other attributes are none", () => {
    expect(outputsOf(page(`<t t-set="a" t-value="b"/><t t-if="c" t-call="d" t-options="{}" t-rawest="e" raw="f" t-att-="g"/>`))).toEqual([]);
  });

  it("says where a directive stands", () => {
    const text = page(`<div><b\n    class="x"\n    t-raw='values["a"]'/></div>`);
    const { template: { code }, output } = outputOf(text);
    expect([code.place(output.node).start, output.tag, text.slice(...(output.nameRange ?? [0, 0])), text.slice(...output.valueRange)]).toEqual([{ line: 3, column: 4 }, "b", "t-raw", `values["a"]`]);
  });

  it.each([
    ["plain", `<b t-raw="x"/>`, { script: null, isInStyle: false, isInSetBody: false, isTextReport: false }],
    ["in a script", `<script><t t-raw="x"/></script>`, { script: "" }],
    ["as a script", `<script type="application/json" t-raw="x"/>`, { script: "application/json" }],
    ["in a style", `<style><t><t t-raw="x"/></t></style>`, { isInStyle: true }],
    ["in a body", `<t t-set="a"><b><t t-raw="x"/></b></t>`, { isInSetBody: true }],
    ["beside a value", `<t t-set="a" t-value="b"><t t-raw="x"/></t>`, { isInSetBody: false }],
  ])("what is around: %s", (_, content, expected) => {
    expect(outputOf(page(content)).output.within).toMatchObject(expected);
  });

  it("what is around: a report of text", () => {
    expect(outputOf(page(`<t t-raw="x"/>`), { reportOf: (id) => (id === "page" ? { model: null, isText: true } : null) }).output.within.isTextReport).toBe(true);
  });

  it.each([
    [`<b t-esc="x"/>`, "", ""],
    [`<b t-esc="x" t-options='{"widget": "html"}'/>`, "", '{"widget": "html"}'],
    [`<b t-esc="x" t-options-widget="'html'"/>`, "'html'", ""],
    [`<b t-esc="x" t-esc-options='{"widget": "html"}'/>`, "", '{"widget": "html"}'],
    [`<b t-esc="x" t-options="options" t-options-widget="kind"/>`, "kind", "options"],
    [`<b t-esc="x" t-options="{"/>`, "", ""],
  ])("the options of %s", (content, widget, options) => {
    const { template: { code }, output } = outputOf(page(content), {}, "t-esc");
    const said = output.options();
    expect([said.widget, said.options].map((one) => (one ? code.excerpt(one) : ""))).toEqual([widget, options]);
  });
});

describe("a mail whose markup is a section of text", () => {
  const section = (body: string) => mail(`\r\n<![CDATA[${body}]]>\r\n`);

  it("is a template with places of the file", () => {
    const text = section(`<p>é&nbsp;\r\n  <b\n  t-out="a &lt; b.c"/></p>`);
    expect(outputsOf(text, { series: 16 })).toEqual(["t-out unmarked a &lt; b.c"]);
    const { output, template: { code } } = outputOf(text, { series: 16 }, "t-out");
    expect([code.place(output.node).start, code.text === text, text.slice(...code.range(output.value() ?? output.node))]).toEqual([{ line: 4, column: 2 }, true, "a &lt; b.c"]);
  });

  it("says by its directives that it is QWeb", () => {
    expect(enginesOf(section(`<p t-out="x"/>`), { series: null })).toEqual(["mail-qweb m"]);
  });

  it("KNOWN MISS: markup that is no XML", () => {
    expect(outputsOf(section(`<p>a<br><b t-raw="x"/></p>`), { series: 16 })).toEqual([]);
  });
});

describe("the outputs of Jinja", () => {
  const found = (body: string) => templatesOf(mail(body)).flatMap(({ outputs }) => outputs.map((one) => [one.prints, mail(body).slice(...one.valueRange).trim(), ...one.filters.map(({ name, range }) => `${name}=${mail(body).slice(...range)}`)].join(" ")));

  it.each([
    ["an expression", "<p>${object.name}</p>", ["escaped object.name"]],
    ["a filter that marks", "<p>${object.note | safe}</p>", ["raw object.note safe=safe"]],
    ["one with arguments before it", "<p>${x|replace('|', ',')|safe}</p>", ["raw x replace=replace safe=safe"]],
    ["escaped before it is marked", "<p>${object.note|e|safe}</p>", ["escaped object.note e=e safe=safe"]],
    ["a filter takes the operand before it", "<p>${a or b.c(d or e)|safe}</p>", ["raw b.c(d or e) safe=safe"]],
    ["two of them", "<p>${a|safe if b else c|safe}</p>", ["raw a safe=safe", "raw c safe=safe"]],
    ["braces and texts inside", "<p>${x({'}': '}'})}</p>", ["escaped x({'}': '}'})"]],
    ["in CDATA", "<![CDATA[<p>${a > b}</p>]]>", ["escaped a > b"]],
    ["between references", "<p>${a &gt; b|safe}</p>", ["raw b safe=safe"]],
    ["in an attribute", "<a href='/x/${a}/${b}'/>", ["escaped a", "escaped b"]],
    ["one that does not end", "<p>${x</p>", []],
    ["in statements and comments", "<p>\n% if x:\n## ${y}\n% endif\n<![CDATA[<% set a = b %>]]></p>", []],
    ["behind a percent sign that begins no line", "<b>5</b>% of ${x}", ["escaped x"]],
  ])("%s", (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it("says what is before it in an attribute", () => {
    const { output, template: { code } } = outputOf(mail("<a href='javascript:go(${x})'/>"), {}, "jinja");
    expect([output.attribute, output.lead, output.tag, code.excerpt(output.node)]).toEqual(["href", "javascript:go(", "a", "${x}"]);
  });

  it("stands at its own line", () => {
    const { output, template: { code } } = outputOf(mail("<p>\n  note:\n  ${x}</p>"), {}, "jinja");
    expect(code.place(output.node)).toEqual({ start: { line: 3, column: 2 }, end: { line: 3, column: 6 } });
  });

  it("in a style", () => {
    expect(outputOf(mail("<style>${x}</style>"), {}, "jinja").output.within.isInStyle).toBe(true);
  });
});
