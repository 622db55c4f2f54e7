/** What a template prints, as the engine follows it through the template's own control flow. */

import { describe, expect, it } from "vitest";
import { outputOf, valueOf, type Given } from "./template-reading.ts";

const page = (content: string) => `<odoo><template id="page">${content}</template></odoo>`;
const browser = (content: string) => `<templates><t t-name="a.B">${content}</t></templates>`;
const mail = (body: string) => `<odoo><record id="m" model="mail.template"><field name="model_id" ref="model_case"/><field name="body_html" type="html">${body}</field></record></odoo>`;
const kanban = (content: string, around = (one: string) => one) =>
  `<odoo><record id="v" model="ir.ui.view"><field name="model">case.visit</field><field name="arch" type="xml">${around(`<kanban><templates><t t-name="kanban-box">${content}</t></templates></kanban>`)}</field></record></odoo>`;
const BODY = "unknown(badge)";

describe("names of a server template", () => {
  it.each([
    ["the caller's", `<b t-raw="note"/>`, "unknown(note)"],
    ["the caller's content", `<b t-raw="0"/>`, "constant 0"],
    ["a literal", `<b t-raw="'&amp;nbsp;'"/>`, `text("&nbsp;")`],
    ["a choice between literals", `<b t-raw="'a' if c else ''"/>`, `(text("") | text("a"))`],
    ["set to a constant", `<t t-set="a" t-value="'x'"/><b t-raw="a"/>`, `text("x")`],
    ["set behind", `<b t-raw="a"/><t t-set="a" t-value="'x'"/>`, "unknown(a)"],
    ["set again", `<t t-set="a" t-value="'x'"/><t t-set="a" t-value="'y'"/><b t-raw="a"/>`, `text("y")`],
    ["set on both branches", `<t t-if="c" t-set="a" t-value="'x'"/><t t-else="" t-set="a" t-value="'y'"/><b t-raw="a"/>`, `(text("x") | text("y"))`],
    ["set on three branches", `<t t-if="c"><t t-set="a" t-value="'x'"/></t><!-- or --> <t t-elif="d"><t t-set="a" t-value="'y'"/></t>\n<t t-else=""><t t-set="a" t-value="'z'"/></t><b t-raw="a"/>`, `((text("y") | text("z")) | text("x"))`],
    ["set on one branch", `<t t-if="c" t-set="a" t-value="'x'"/><b t-raw="a"/>`, `one of (text("x") | unknown(a))`],
    ["set in a loop", `<t t-foreach="l" t-as="i"><t t-set="a" t-value="'x'"/></t><b t-raw="a"/>`, `one of (text("x") | unknown(a))`],
    ["set to itself and more", `<t t-set="a" t-value="'x'"/><t t-set="a" t-value="a + b"/><b t-raw="a"/>`, `text("x") hole(unknown(b))`],
    ["set to what is no expression", `<t t-set="a" t-value="b ?: c"/><b t-raw="a"/>`, "unknown(a)"],
    ["set to a format", `<t t-set="a" t-valuef="x #{b} {{ c }}"/><b t-raw="a"/>`, `text("x ") hole(unknown(b)) text(" ") hole(unknown(c))`],
    ["set to nothing", `<t t-set="a"/><b t-raw="a"/>`, `text("")`],
    ["set to a body", `<t t-set="badge"><i t-esc="x"/></t><b t-raw="badge"/>`, BODY],
    ["set to a body on both branches", `<t t-if="c" t-set="badge"><i>x</i></t><t t-else="" t-set="badge"><i>y</i></t><b t-raw="badge"/>`, `one of (${BODY} | ${BODY})`],
    ["set to a text on both branches", `<t t-if="c" t-set="badge">x</t><t t-else="" t-set="badge">&amp;</t><b t-raw="badge"/>`, `(text("&amp;") | text("x"))`],
    ["set in the content of a call", `<t t-call="w.layout"><t t-set="a" t-value="'x'"/><b t-raw="a"/></t>`, `text("x")`],
    ["set in the content of a call, outside of it", `<t t-call="w.layout"><t t-set="a" t-value="'x'"/></t><b t-raw="a"/>`, "unknown(a)"],
    ["set in another template", `</template><template id="other"><t t-set="a" t-value="'x'"/></template><template id="p"><b t-raw="a"/>`, "unknown(a)"],
    ["an element of what the caller gives", `<t t-foreach="l" t-as="i"><b t-raw="i"/></t>`, "unknown(l)"],
    ["an element of constants", `<t t-foreach="['x', 'y']" t-as="i"><b t-raw="i"/></t>`, `(text("x") | text("y"))`],
    ["a loop on the element itself", `<b t-foreach="['x']" t-as="i" t-raw="i"/>`, `text("x")`],
    ["a loop's counter", `<t t-foreach="l" t-as="i"><b t-raw="i_index"/></t>`, "typed number(i_index)"],
    ["what goes with a loop's element", `<t t-foreach="l" t-as="i"><b t-raw="i_value"/></t>`, "unknown(i)"],
    ["added to a list", `<t t-set="l" t-value="['x']"/><t t-set="_" t-value="l.append(b)"/><b t-raw="', '.join(l)"/>`, `text("x") text(", ") hole(unknown(b))`],
    ["joined in a comprehension", `<b t-raw="''.join(i.name for i in l)"/>`, `(holes(unknown(l)) | text(""))`],
    ["a name of the comprehension's own", `<t t-set="i" t-value="'x'"/><b t-raw="[i for i in l][0]"/>`, "unknown(l)"],
    ["a name in a function", `<t t-set="a" t-value="'x'"/><b t-raw="(lambda y: a)(1)"/>`, `text("x")`],
    ["checked against a list", `<t t-if="kind in ('a', 'b')"><b t-raw="kind"/></t>`, "harmless(kind)"],
    ["checked against a list, otherwise", `<t t-if="kind in ('a', 'b')"/><t t-else=""><b t-raw="kind"/></t>`, "unknown(kind)"],
    ["checked in the expression", `<b t-raw="kind if kind in ('a', 'b') else ''"/>`, `one of (harmless(kind) | text(""))`],
    ["a condition that is no expression", `<t t-if="a ? b"><t t-set="a" t-value="'x'"/></t><b t-raw="a"/>`, `one of (text("x") | unknown(a))`],
    ["in an attribute that is added", `<t t-set="a" t-value="'x'"/><xpath expr="//b" position="attributes"><attribute name="t-raw">a</attribute></xpath>`, `text("x")`],
  ])("%s", (_, content, expected) => {
    expect(valueOf(page(content))).toBe(expected);
  });

  it("deeper than any hand writes, a name is nobody's", () => {
    expect(valueOf(page(`${"<t>".repeat(30_000)}<t t-set="a" t-value="'x'"/><b t-raw="a"/>${"</t>".repeat(30_000)}`))).toBe("unknown(a)");
  });

  it("ten thousand branches are walked without the stack", () => {
    expect(valueOf(page(`<t t-if="a"/>${"<t t-elif='b'/>".repeat(10_000)}<b t-raw="'x'"/>`))).toBe(`text("x")`);
  });
});

describe("values of an attribute", () => {
  it.each([
    ["a format", `<a t-attf-onclick="go('{{ a }}', #{b})"/>`, "t-attf-*", `text("go('") hole(unknown(a)) text("', ") hole(unknown(b)) text(")")`],
    ["a format of a name that is set", `<t t-set="a" t-value="'x'"/><a t-attf-onclick="{{ a }}"/>`, "t-attf-*", `text("x")`],
    ["a format with a hole that is no expression", `<a t-attf-onclick="{{ a b }}"/>`, "t-attf-*", "hole(unknown( a b ))"],
    ["an expression", `<a t-att-onclick="'go(' + a"/>`, "t-att-*", `text("go(") hole(unknown(a))`],
    ["several attributes", `<a t-att="{'onclick': a}"/>`, "t-att", "table{onclick: unknown(a)}"],
  ])("%s", (_, content, directive, expected) => {
    expect(valueOf(page(content), {}, directive)).toBe(expected);
  });
});

describe("names of a template in the browser", () => {
  it.each([
    ["the caller's", `<b t-raw="props.note"/>`, "unknown(props.note)"],
    ["words for signs", `<b t-raw="a and 'x' or 'y'"/>`, `((text("") | text("x")) | text("y"))`],
    ["words in texts and names", `<b t-raw="'and or' + a.or"/>`, `text("and or") hole(unknown(a.or))`],
    ["a key of such a name", `<b t-raw="{and: 'x'}.and"/>`, `text("x")`],
    ["comparisons", `<b t-raw="a gte 1 and a lt 5 ? 'x' : 'y'"/>`, `(text("x") | text("y"))`],
    ["comparisons by half a word", `<b t-raw="a lt= 1 ? 'x' : 'y'"/>`, `(text("x") | text("y"))`],
    ["set on both branches", `<t t-if="not c" t-set="a" t-value="'x'"/><t t-else="" t-set="a" t-value="'y'"/><b t-raw="a"/>`, `(text("x") | text("y"))`],
    ["set to a body", `<t t-set="badge"><i/></t><b t-raw="badge"/>`, BODY],
    ["a template literal", "<t t-set='a' t-value='`x`'/><b t-raw='`${a}y`'/>", `text("x") text("y")`],
    ["an element", `<t t-foreach="['x']" t-as="i"><b t-raw="i"/></t>`, `text("x")`],
    ["an arrow function", `<t t-set="a" t-value="'x'"/><b t-raw="(() => a)()"/>`, `text("x")`],
    ["two expressions", `<b t-raw="a) + (b"/>`, "no expression"],
    ["Python", `<b t-raw="a if b else c"/>`, "no expression"],
    ["nothing", `<b t-raw=""/>`, "no expression"],
  ])("%s", (_, content, expected) => {
    expect(valueOf(browser(content), { path: "a/static/src/a.xml" })).toBe(expected);
  });
});

describe("names of a mail in Jinja", () => {
  it.each([
    ["the mail's", "${note|safe}", "unknown(note)"],
    ["set before", "\n% set a = 'x'\n<p>${a|safe}</p>", `text("x")`],
    ["set in signs", "<![CDATA[<% set a = 'x' %>${a|safe}]]>", `text("x")`],
    ["set on both branches", "\n% if c:\n% set a = 'x'\n% elif d\n% set a = 'y'\n% else:\n% set a = 'z'\n% endif\n<p>${a|safe}</p>", `((text("y") | text("z")) | text("x"))`],
    ["set on one branch", "\n% if c:\n<b>\n% set a = 'x'\n</b>\n% endif\n<p>${a|safe}</p>", `one of (text("x") | unknown(a))`],
    ["an element", "\n% for a in ['x', 'y']:\n<p>${a|safe}</p>\n% endfor", `(text("x") | text("y"))`],
    ["a pair", "\n% for a, b in [('x', 'y')]:\n<p>${b|safe}</p>\n% endfor", `text("y")`],
    ["checked against a list", "\n% if kind in ('a', 'b'):\n<p>${kind|safe}</p>\n% endif", "harmless(kind)"],
    ["what closes nothing", "\n% endif\n% else\n% endfor\n% set a = 'x'\n% if c:\n<p>${a|safe}</p>", `text("x")`],
    ["what only Jinja reads", "${a ~ b|safe(c=)}", "unknown(b)"],
    ["what nobody reads", "${a b|safe}", "no expression"],
  ])("%s", (_, body, expected) => {
    expect(valueOf(mail(body), {}, "jinja")).toBe(expected);
  });
});

describe("records of a certain model", () => {
  const given: Given = {
    fields: { "case.visit.subject": "odoo.fields.Char", "case.visit.count": "odoo.fields.Integer" },
    reportOf: (id) => (id === "page" ? { model: "case.visit", isText: false } : null),
    modelNamed: (id) => (id === "model_case" ? "case.visit" : null),
  };

  it.each([
    ["a report's documents", page(`<t t-foreach="docs" t-as="doc"><b t-raw="doc.subject"/></t>`), "foreign(doc.subject)"],
    ["of another type", page(`<t t-foreach="docs" t-as="o"><b t-raw="o.count"/></t>`), "typed integer(o.count)"],
    ["in another environment", page(`<t t-foreach="docs" t-as="doc"><t t-set="doc" t-value="doc.with_context(lang=l)"/><b t-raw="doc.count"/></t>`), "typed integer(doc.count)"],
    ["a field that nobody declares", page(`<t t-foreach="docs" t-as="o"><b t-raw="o.other"/></t>`), "unknown(docs)"],
    ["set to something else before", page(`<t t-set="docs" t-value="x"/><t t-foreach="docs" t-as="o"><b t-raw="o.count"/></t>`), "unknown(x)"],
    ["no documents of a report", page(`<b t-raw="doc.count"/>`), "unknown(doc.count)"],
  ])("%s", (_, text, expected) => {
    expect(valueOf(text, given)).toBe(expected);
  });

  const called = (calls: string, id = "sheet") => `<odoo><template id="page">${calls}</template><template id="${id}"><b t-raw="doc.count"/></template></odoo>`;
  it.each([
    ["for each document", called(`<t t-foreach="docs" t-as="doc"><t t-call="case_addon.sheet"/></t>`), "typed integer(doc.count)"],
    ["on the element of the loop", called(`<t t-foreach="docs" t-as="doc" t-call="sheet"/>`), "typed integer(doc.count)"],
    ["through another one", called(`<t t-foreach="docs" t-as="doc" t-call="between"/></template><template id="between"><t t-call="sheet"/>`), "typed integer(doc.count)"],
    ["of another addon", called(`<t t-foreach="docs" t-as="doc" t-call="other.sheet"/>`), "unknown(doc.count)"],
    ["under another name", called(`<t t-foreach="docs" t-as="o" t-call="sheet"/>`), "unknown(doc.count)"],
    ["once without a document", called(`<t t-foreach="docs" t-as="doc" t-call="sheet"/><t t-call="sheet"/>`), "unknown(doc.count)"],
    ["with a name that is set again", called(`<t t-foreach="docs" t-as="doc"><t t-set="doc" t-value="x"/><t t-call="sheet"/></t>`), "unknown(doc.count)"],
  ])("a template that a report calls %s", (_, text, expected) => {
    expect(valueOf(text, { ...given, path: "addons/case_addon/report/case.xml" })).toBe(expected);
  });

  it("the record of a mail", () => {
    expect(valueOf(mail("${object.count|safe}"), given, "jinja")).toBe("typed integer(object.count)");
    expect(valueOf(mail("<b t-out='object.count'/>"), { ...given, series: 16 }, "t-out")).toBe("typed integer(object.count)");
  });

  it.each([
    ["of a kanban view", kanban(`<b t-raw="record.subject.raw_value"/>`), [["record", "case.visit"]]],
    ["of one in a field", kanban(`<b t-raw="record.subject.raw_value"/>`, (one) => `<form><field name="lines">${one}</field></form>`), []],
    ["of an inheriting view", kanban("").replace(/<kanban>.*<\/kanban>/, `<xpath expr="//templates//field[@name='a']" position="after"><b t-raw="x"/></xpath>`).replace("<field name=\"arch\"", "<field name='inherit_id' ref='a.b'/>$&"), [["record", "case.visit"]]],
    ["of an inheriting view that reaches into a field", kanban("").replace(/<kanban>.*<\/kanban>/, `<xpath expr="//field[@name='a']/kanban//b" position="after"><b t-raw="x"/></xpath>`).replace("<field name=\"arch\"", "<field name='inherit_id' ref='a.b'/>$&"), []],
  ])("the record %s", (_, text, expected) => {
    expect([...outputOf(text, given).template.records]).toEqual(expected);
  });

  it("a view's record by its own name for reports", () => {
    const text = `<odoo><record id="v" model="ir.ui.view"><field name="type">qweb</field><field name="arch" type="xml"><t t-name="page"><b t-foreach="docs" t-as="d" t-raw="d.count"/></t></field></record></odoo>`;
    expect(valueOf(text, given)).toBe("typed integer(d.count)");
  });
});

describe("places", () => {
  /** Where the value of the last output, and the first name in it, are written. */
  const written = (text: string, given: Given = {}, directive = "t-raw") => {
    const { template: { code }, output } = outputOf(text, given, directive);
    const node = output.value();
    const view = node ? code.view(node) : null;
    return [text.slice(...(node ? code.range(node) : [0, 0])), text.slice(...(view?.kind === "field" ? code.range(view.object) : [0, 0])), code.place(node ?? output.node).start];
  };

  it.each([
    ["Python", page(`\n<b t-raw=" a.b "/>`), {}, "t-raw", ["a.b", "a", { line: 2, column: 11 }]],
    ["Python on several lines, between references", page(`<b t-raw="\n  d['é&lt;'].c\n"/>`), {}, "t-raw", ["d['é&lt;'].c", "d['é&lt;']", { line: 2, column: 2 }]],
    ["JavaScript", browser(`\n<b t-raw="a['&amp;'].b"/>`), {}, "t-raw", ["a['&amp;'].b", "a['&amp;']", { line: 2, column: 10 }]],
    ["an element's text", page(`<attribute name="t-raw">\n  a.b\n</attribute>`), {}, "t-raw", ["a.b", "a", { line: 2, column: 2 }]],
    ["Jinja", mail("<p>\n ${ x|safe }  &amp; ${ a.b | safe }</p>"), {}, "jinja", ["a.b", "a", { line: 2, column: 23 }]],
  ] as const)("%s", (_, text, given, directive, expected) => {
    expect(written(text, given, directive)).toEqual(expected);
  });

  it("a hole of a format", () => {
    const text = page(`<a t-attf-class="&lt;b&gt; #{ x.y } {{z}}"/>`);
    const { template: { code }, output } = outputOf(text, {}, "t-attf-*");
    const view = code.view(output.value() ?? output.node);
    expect(view.kind === "template" ? view.pieces.map((piece) => text.slice(...code.range(piece.node))) : []).toEqual(["&lt;b&gt; ", "x.y", " ", "z"]);
  });

  it("what a name is set by is spoken of by that name", () => {
    const { template: { code }, output } = outputOf(page(`<t t-set="a" t-value="b"/><i t-raw="a"/>`));
    const point = code.flow(output.value() ?? output.node);
    expect(point.kind === "write" ? [code.excerpt(point.node), code.place(point.node).start.column] : []).toEqual(["a", 29]);
  });
});
