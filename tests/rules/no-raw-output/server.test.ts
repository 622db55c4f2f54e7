/** QWeb of the server: what is printed raw, what may be, and what takes its place. */

import { describe } from "vitest";
import { code } from "../rule-test.ts";
import { page, templateTest } from "./templates.ts";

describe("values", () => {
  templateTest(14, {
    valid: [
      { name: "the content of the caller", code: page`<div><t t-raw="0"/></div>` },
      { name: "nothing", code: page`<t t-raw=""/>` },
      { name: "a literal", code: page`<t t-raw="'&amp;nbsp;'"/>` },
      { name: "one of two literals", code: page`<t t-raw="'&lt;hr/&gt;' if not day_last else ''"/>` },
      { name: "one of two literals, by and and or", code: page`<t t-raw="paid and '&lt;b&gt;paid&lt;/b&gt;' or ''"/>` },
      { name: "literals joined", code: page`<t t-raw="'&lt;b&gt;' + 'paid' + '&lt;/b&gt;'"/>` },
      { name: "a literal repeated", code: page`<t t-raw="'&amp;nbsp;' * depth"/>` },
      { name: "an entry of a table of literals", code: page`<t t-raw="{'a': '&lt;i&gt;A&lt;/i&gt;', 'b': ''}[kind]"/>` },
      { name: "an entry of such a table, or nothing", code: page`<t t-raw="{'a': '&lt;i&gt;A&lt;/i&gt;'}.get(kind, '')"/>` },
      { name: "an element of a list of literals", code: page`<t t-raw="['&lt;i&gt;', ''][at]"/>` },
      { name: "a truth value", code: page`<t t-raw="day in days"/>` },
      { name: "no expression at all", code: page`<t t-raw="day ? 'a'"/>` },
      { name: "what is escaped", code: page`<h1 t-esc="title"/><p><t t-esc="title"/></p>` },
      { name: "a field by its own directive", code: page`<p t-field="visit.note"/><p t-field="visit.summary" t-options='{"widget": "html"}'/>` },
      { name: "other attributes", code: page`<a t-att-title="title" t-attf-class="day-{{ day }}" t-att="{'data-id': day}">Read</a>` },
      { name: "the name of a directive in a text, a comment and a path", code: page`<p title="t-raw">t-raw="title"</p><!-- <p t-raw="title"/> --><xpath expr="//t[@t-raw='title']" position="replace"/>` },
      { name: "the same word as a plain attribute", code: page`<p raw="title" data-t-raw="title"/>` },
    ],
    invalid: [
      {
        name: "what a caller hands over",
        code: page`
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown "is printed as markup, whatever it holds. Print it with"
        `,
        suggestions: [page`<p t-esc="title"/>`],
      },
      {
        name: "with blanks, in single quotes, on lines of its own",
        code: page`
          <td
              t-raw = ' values["comment"] '
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              colspan="2"/>
        `,
        suggestions: [page`
          <td
              t-esc = ' values["comment"] '
              colspan="2"/>
        `],
      },
      {
        name: "over several lines",
        code: page`
          <p t-raw="title
             ~~~~~~~~~~~~> unknown
                    or ''"/>
        `,
        suggestions: [page`
          <p t-esc="title
                    or ''"/>
        `],
      },
      {
        name: "a value or nothing",
        code: page`
          <p t-raw="title or ''"/>
             ~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="title or ''"/>`],
      },
      {
        name: "a table that falls back to its key",
        code: page`
          <p t-raw="{'a': 'A'}.get(kind, kind)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "line 2)" "kind"
        `,
        suggestions: [page`<p t-esc="{'a': 'A'}.get(kind, kind)"/>`],
      },
      {
        name: "the same value in text without markup",
        code: page`
          <p t-raw="'%s' % title"/>
             ~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="'%s' % title"/>`],
      },
      {
        name: "markup around a value: no edit, it would show the markup",
        code: page`
          <p t-raw="'&lt;em&gt;%s&lt;/em&gt;' % title"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "build the markup in the template"
          <p t-raw="'&lt;em&gt;' + title + '&lt;/em&gt;'"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p t-raw="title or '&lt;em&gt;none&lt;/em&gt;'"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "markup put into a value: no edit",
        code: page`
          <p t-raw="note.replace('\n', '&lt;br/&gt;')"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p t-raw="'&lt;br/&gt;'.join(lines)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <t t-set="lined" t-value="note.replace('\n', '&lt;br/&gt;')"/><p t-raw="lined"/>
                                                                           ~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a function's name is no escaper",
        code: page`
          <p t-raw="escape(title)"/>
             ~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="escape(title)"/>`],
      },
      {
        name: "the request",
        code: page`
          <p t-raw="request.params.get('q')"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "comes from outside" "the request, line 2)"
        `,
        suggestions: [page`<p t-esc="request.params.get('q')"/>`],
      },
      {
        name: "an element of what a caller hands over",
        code: page`
          <p t-foreach="days" t-as="day" t-raw="day.name"/>
                                         ~~~~~~~~~~~~~~~~ unknown "line 2)" "days"
        `,
        suggestions: [page`<p t-foreach="days" t-as="day" t-esc="day.name"/>`],
      },
    ],
  });
});

describe("numbers", () => {
  templateTest(14, {
    valid: [{ name: "under recommended", preset: "recommended", code: page`<b t-raw="len(days)"/><b t-raw="'%d' % total"/><t t-foreach="days" t-as="day"><b t-raw="day_index + 1"/></t>` }],
    invalid: [
      {
        name: "under strict", preset: "strict",
        code: page`
          <b t-raw="len(days)"/>
             ~~~~~~~~~~~~~~~~~ typed "only its type keeps it harmless"
          <b t-raw="'%.2f' % total"/>
             ~~~~~~~~~~~~~~~~~~~~~~ typed
          <b t-foreach="range(3)" t-as="at" t-raw="at"/>
                                            ~~~~~~~~~~ typed
          <b t-if="isinstance(total, int)" t-raw="total"/>
                                           ~~~~~~~~~~~~~ typed
        `,
        output: page`
          <b t-esc="len(days)"/>
          <b t-esc="'%.2f' % total"/>
          <b t-foreach="range(3)" t-as="at" t-esc="at"/>
          <b t-if="isinstance(total, int)" t-esc="total"/>
        `,
      },
      {
        name: "in markup: no fix", preset: "strict",
        code: page`
          <b t-raw="'&lt;i&gt;%d&lt;/i&gt;' % total"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
    ],
  });
});

describe("names that the template sets", () => {
  templateTest(14, {
    valid: [
      { name: "to a body", code: page`<t t-set="badge"><i class="fa"/> <t t-esc="label"/></t><t t-raw="badge"/>` },
      { name: "to an empty body, to a section of text", code: page`<t t-set="badge"/><t t-raw="badge"/><t t-set="mark"><![CDATA[<b>]]></t><t t-raw="mark"/>` },
      { name: "to what another template prints", code: page`<t t-set="badge"><t t-call="gym.badge"/></t><t t-raw="badge"/>` },
      { name: "to a literal, by each attribute", code: page`<t t-set="a" t-value="'&lt;b&gt;'"/><t t-set="b" t-valuef="late"/><t t-raw="a"/><t t-raw="b"/>` },
      { name: "on every branch", code: page`<t t-if="late" t-set="mark" t-value="'late'"/><t t-elif="soon" t-set="mark"><b>soon</b></t><t t-else="" t-set="mark" t-value="''"/><t t-raw="mark"/>` },
      { name: "before a branch", code: page`<t t-set="mark" t-value="''"/><t t-if="late"><t t-set="mark"><b>late</b></t></t><td t-raw="mark"/>` },
      { name: "grown in a loop", code: page`<t t-set="bar" t-value="''"/><t t-foreach="days" t-as="day"><t t-set="bar" t-value="bar + '&lt;i/&gt;'"/></t><t t-raw="bar"/>` },
      { name: "grown in a loop, by its own body", code: page`<t t-set="bar" t-value="''"/><t t-foreach="days" t-as="day"><t t-set="bar"><t t-raw="bar"/><i t-esc="day"/></t></t><t t-raw="bar"/>` },
      { name: "an element of literals", code: page`<t t-foreach="['&lt;i/&gt;', '']" t-as="mark"><t t-raw="mark"/></t><t t-foreach="[('a', '&lt;i/&gt;')]" t-as="pair" t-raw="pair[1]"/>` },
      { name: "an entry of a table", code: page`<t t-set="marks" t-value="{'late': '&lt;b/&gt;'}"/><t t-raw="marks['late']"/><t t-raw="marks.get(kind)"/>` },
      { name: "checked against a list", code: page`<t t-if="kind in ('a', 'b')"><b t-raw="kind"/></t><t t-if="mark == '&lt;b/&gt;'" t-raw="mark"/><t t-if="kind not in ('a', 'b')"/><b t-else="" t-raw="kind"/>` },
      { name: "in the content of a call, for that content", code: page`<t t-call="gym.layout"><t t-set="badge"><i/></t><t t-raw="badge"/></t>` },
    ],
    invalid: [
      {
        name: "a body that prints raw is the place: no edit, what it prints is printed once more",
        code: page`
          <t t-set="badge"><i/> <t t-raw="label"/></t>
                                   ~~~~~~~~~~~~~ unknown
          <t t-raw="badge"/>
        `,
      },
      {
        name: "on one branch only",
        code: page`
          <t t-if="late" t-set="mark" t-value="'late'"/>
          <t t-elif="soon" t-set="mark" t-value="'soon'"/>
          <td t-raw="mark"/>
              ~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`
          <t t-if="late" t-set="mark" t-value="'late'"/>
          <t t-elif="soon" t-set="mark" t-value="'soon'"/>
          <td t-esc="mark"/>
        `],
      },
      {
        name: "in a loop that may not turn, behind the use, to a value, from a value",
        code: page`
          <t t-foreach="days" t-as="day"><t t-set="a" t-value="'x'"/></t><b t-raw="a"/>
                                                                            ~~~~~~~~~ unknown
          <b t-raw="later"/><t t-set="later" t-value="'x'"/>
             ~~~~~~~~~~~~~ unknown
          <t t-set="own" t-value="title"/><b t-raw="own"/>
                                             ~~~~~~~~~~~ unknown "line 4)" "title"
          <t t-set="title" t-value="title or ''"/><b t-raw="title"/>
                                                     ~~~~~~~~~~~~~ unknown
          <t t-set="form" t-valuef="to #{title}"/><b t-raw="form"/>
                                                     ~~~~~~~~~~~~ unknown
        `,
        suggestions: ["a", "later", "own", "title", "form"].map((name) => page`
          <t t-foreach="days" t-as="day"><t t-set="a" t-value="'x'"/></t><b t-raw="a"/>
          <b t-raw="later"/><t t-set="later" t-value="'x'"/>
          <t t-set="own" t-value="title"/><b t-raw="own"/>
          <t t-set="title" t-value="title or ''"/><b t-raw="title"/>
          <t t-set="form" t-valuef="to #{title}"/><b t-raw="form"/>
        `.replace(`t-raw="${name}"`, `t-esc="${name}"`)),
      },
      {
        name: "a name that only the content of a call has",
        code: page`
          <t t-call="gym.layout"><t t-set="mark" t-value="'x'"/></t>
          <t t-raw="mark"/>
             ~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`
          <t t-call="gym.layout"><t t-set="mark" t-value="'x'"/></t>
          <t t-esc="mark"/>
        `],
      },
      {
        name: "a list that grows by values",
        code: page`
          <t t-set="names" t-value="[]"/>
          <t t-foreach="days" t-as="day"><t t-set="_" t-value="names.append(day)"/></t>
          <t t-raw="', '.join(names)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~ unknown "line 3)" "days"
        `,
        suggestions: [page`
          <t t-set="names" t-value="[]"/>
          <t t-foreach="days" t-as="day"><t t-set="_" t-value="names.append(day)"/></t>
          <t t-esc="', '.join(names)"/>
        `],
      },
      {
        name: "KNOWN FALSE ALARM: a name is set under a condition, and printed under the same one",
        code: page`
          <t t-if="late"><t t-set="mark"><b>late</b></t></t>
          <td t-if="late" t-raw="mark"/>
                          ~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the values of a table of literals, in a `t-foreach` over it",
        code: page`
          <t t-foreach="{'a': 'A'}" t-as="key"><b t-raw="key_value"/></t>
                                                  ~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<t t-foreach="{'a': 'A'}" t-as="key"><b t-esc="key_value"/></t>`],
      },
    ],
  });
});

describe("places where escaping does not help", () => {
  templateTest(14, {
    valid: [
      { name: "JSON in a script", code: page`<script>var points = <t t-raw="json.dumps(points)"/>;</script><script type="application/json" t-raw="json.dumps(points)"/>` },
      { name: "JSON or a literal, by a name", code: page`<t t-set="points" t-value="json.dumps(rows) if rows else 'null'"/><script><t t-raw="points"/></script>` },
    ],
    invalid: [
      {
        name: "JSON elsewhere",
        code: page`
          <p t-raw="json.dumps(points)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="json.dumps(points)"/>`],
      },
      {
        name: "a script, a style: no edit",
        code: page`
          <script>var title = "<t t-raw="title"/>";</script>
                                  ~~~~~~~~~~~~~ unknown "json.dumps()"
          <style>h1 { color: <t t-raw="color"/> }</style>
                                ~~~~~~~~~~~~~ unknown
          <SCRIPT t-raw="title"/>
                  ~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a number in a script", preset: "strict",
        code: page`
          <script>var total = <t t-raw="len(days)"/>;</script>
                                 ~~~~~~~~~~~~~~~~~ typed
        `,
      },
    ],
  });
});

describe("the file", () => {
  templateTest(14, {
    valid: [
      {
        name: "a comment with a reason switches it off, for a line and up to the next one",
        code: page`
          <!-- eslint-disable-next-line pitfalls/no-raw-output - the editor sanitizes it -->
          <p t-raw="title"/>
          <!-- eslint-disable pitfalls/no-raw-output - old page -->
          <p t-raw="title"/>
          <p
             t-raw="title"/>
          <!-- eslint-enable pitfalls/no-raw-output -->
        `,
      },
      {
        name: "the comment is for the whole tag below it",
        code: page`
          <!-- eslint-disable-next-line pitfalls/no-raw-output - the editor sanitizes it -->
          <p class="note"
             t-raw="title"/>
        `,
      },
      { name: "no templates", code: `<odoo><record id="a" model="res.partner"><field name="name" t-raw="x">t-raw</field></record></odoo>` },
      { name: "another root", code: `<svg><g t-raw="x"/></svg>` },
    ],
    invalid: [
      {
        name: "several templates: each name is its own template's",
        code: code`
          <flectra><data noupdate="1">
              <template id="one"><t t-set="mark"><b/></t><t t-raw="mark"/></template>
              <template id="two" inherit_id="web.layout"><xpath expr="//p" position="inside"><t t-raw="mark"/></xpath></template>
                                                                                                ~~~~~~~~~~~~ unknown
              <record id="three" model="ir.ui.view">
                  <field name="type">qweb</field>
                  <field name="arch" type="xml"><t t-name="gym.three"><p t-raw="mark"/></t></field>
                                                                         ~~~~~~~~~~~~ unknown
              </record>
              <template id="four"><i t-foreach="marks" t-as="one" t-raw="one"/></template>
                                                                  ~~~~~~~~~~~ unknown "line 8)" "marks"
          </data></flectra>
        `,
        suggestions: ["two", "three", "four"].map((id) => code`
          <flectra><data noupdate="1">
              <template id="one"><t t-set="mark"><b/></t><t t-raw="mark"/></template>
              <template id="two" inherit_id="web.layout"><xpath expr="//p" position="inside"><t ${id === "two" ? "t-esc" : "t-raw"}="mark"/></xpath></template>
              <record id="three" model="ir.ui.view">
                  <field name="type">qweb</field>
                  <field name="arch" type="xml"><t t-name="gym.three"><p ${id === "three" ? "t-esc" : "t-raw"}="mark"/></t></field>
              </record>
              <template id="four"><i t-foreach="marks" t-as="one" ${id === "four" ? "t-esc" : "t-raw"}="one"/></template>
          </data></flectra>
        `),
      },
      {
        name: "what an inheriting view adds to an element",
        code: code`
          <odoo><template id="note" inherit_id="portal.portal_layout">
              <xpath expr="//div[@id='wrap']" position="attributes">
                  <attribute name="t-esc"/>
                  <attribute name="t-raw">note</attribute>
                             ~~~~~~~~~~~~ unknown
              </xpath>
              <div position="attributes"><attribute name='t-raw'><![CDATA[0]]></attribute><attribute name="class">t-raw</attribute></div>
          </template></odoo>
        `,
        suggestions: [code`
          <odoo><template id="note" inherit_id="portal.portal_layout">
              <xpath expr="//div[@id='wrap']" position="attributes">
                  <attribute name="t-esc"/>
                  <attribute name="t-esc">note</attribute>
              </xpath>
              <div position="attributes"><attribute name='t-raw'><![CDATA[0]]></attribute><attribute name="class">t-raw</attribute></div>
          </template></odoo>
        `],
      },
      {
        name: "behind other characters than those of ASCII, and many references",
        code: page`
          <p title="«é» &amp;&#x1F600; 😀"><t t-if="a &lt; b and c == &quot;d&quot;" t-raw="title"/></p>
                                                                                     ~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p title="«é» &amp;&#x1F600; 😀"><t t-if="a &lt; b and c == &quot;d&quot;" t-esc="title"/></p>`],
      },
      {
        name: "deep in other elements",
        code: page`
          ${"<div>".repeat(300)}
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown
          ${"</div>".repeat(300)}
        `,
        suggestions: [page`
          ${"<div>".repeat(300)}
          <p t-esc="title"/>
          ${"</div>".repeat(300)}
        `],
      },
      {
        name: "a test's own file, under strict", preset: "strict", file: "tests/case.xml",
        code: page`
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="title"/>`],
      },
    ],
  });
});
