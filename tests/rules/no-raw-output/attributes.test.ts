/** Attributes that run what they are given, and widgets that print it. */

import { describe } from "vitest";
import { client, page, templateTest } from "./templates.ts";

describe("attributes of events", () => {
  templateTest(14, {
    valid: [
      { name: "code without a value", code: page`<b onclick="go()" t-att-onclick="'go()'" t-attf-onfocus="go()"/>` },
      { name: "one of two literals", code: page`<b t-att-onclick="'go()' if late else False"/>` },
      { name: "another attribute", code: page`<b t-att-data-onclick="title" t-attf-one-time="{{ title }}" t-att-on_change="title"/>` },
      { name: "a number, under recommended", preset: "recommended", code: page`<b t-attf-onclick="go({{ len(days) }})"/>` },
      { name: "other entries of several attributes", code: page`<b t-att="{'onclick': 'go()', 'title': title}"/><b t-att="['title', title]"/>` },
      { name: "KNOWN MISS: `t-att` with a name that holds the attributes", code: page`<t t-set="attributes" t-value="{'onclick': code}"/><b t-att="attributes"/>` },
    ],
    invalid: [
      {
        name: "made of a value",
        code: page`
          <b t-att-onclick="code">Go</b>
             ~~~~~~~~~~~~~~~~~~~~ code "becomes part of code that the page runs"
          <b t-att-onClick="'go(%s)' % code">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code "code"
        `,
      },
      {
        name: "a value in it, in both kinds of brackets",
        code: page`
          <b t-attf-onclick="go('{{ color }}')">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code "color"
          <b t-attf-onclick='go("#{color}")'>Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "among several attributes",
        code: page`
          <b t-att="{'title': title, 'onclick': code}">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code "code"
          <b t-att="('onclick', 'go(' + code + ')')">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "that an inheriting view adds",
        code: page`
          <xpath expr="//b" position="attributes"><attribute name="t-att-onclick">code</attribute></xpath>
                                                             ~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "a number, under strict", preset: "strict",
        code: page`
          <b t-attf-onclick="go({{ len(days) }})">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "JSON too: quotes around it are not the encoder's business",
        code: page`
          <b t-attf-onclick="go('{{ json.dumps(days) }}')">Go</b>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
    ],
  });
});

describe("addresses", () => {
  templateTest(14, {
    valid: [
      { name: "of pages", code: page`<a t-attf-href="/visit/#{visit_slug}" t-att-href="partner.website"/><img t-att-src="url"/><form t-attf-action="/go?{{ query }}"/>` },
      { name: "that run constant code", code: page`<a href="javascript:void(0)" t-att-href="'javascript:go()'"/>` },
      { name: "a value, or constant code", code: page`<a t-att-href="url or 'javascript:void(0)'"/><a t-att-href="url if late else 'javascript:void(0)'"/>` },
      { name: "the word elsewhere in it", code: page`<a t-attf-href="/javascript:/{{ title }}" t-att-title="'javascript:' + title"/>` },
      { name: "a document, which is no address", code: page`<iframe t-att-srcdoc="title"/>` },
    ],
    invalid: [
      {
        name: "code with a value in it",
        code: page`
          <a t-att-href="'javascript:' + code">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code "code"
          <a t-attf-href="javascript:go('#{color}')">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
          <a t-att-href="'JavaScript:go(%s)' % color">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
          <iframe t-attf-src="javascript:{{ code }}"/>
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
          <a t-att="{'href': 'javascript:' + code}">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "in one of several cases",
        code: page`
          <a t-att-href="'javascript:' + code if code else '#'">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "by a name",
        code: page`
          <t t-set="url" t-value="'javascript:' + code"/><a t-att-href="url">Go</a>
                                                            ~~~~~~~~~~~~~~~~ code
          <t t-set="scheme">javascript:</t><a t-attf-href="{{ scheme }}{{ code }}">Go</a>
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "as browsers read it: blanks before it, line ends in it, references",
        code: page`
          <a t-att-href="' javascript:' + code">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
          <a t-attf-href="java&#10;script:{{ code }}">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
          <a t-attf-href="&#106;avascript:{{ code }}">Go</a>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
    ],
  });
});

describe("addresses in the browser's templates", () => {
  templateTest(17, {
    invalid: [{
      name: "the same",
      code: client`
        <a t-att-href="${"`javascript:go(${props.id})`"}">Go</a>
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        <a t-attf-href="javascript:go({{ props.id }})">Go</a>
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        <b t-att-onclick="props.code">Go</b>
           ~~~~~~~~~~~~~~~~~~~~~~~~~~ code
      `,
    }],
  }, "static/src/card.xml");
});

describe("the widget that prints its value as markup", () => {
  templateTest(14, {
    valid: [
      { name: "around a literal", code: page`<p t-esc="'&lt;b/&gt;'" t-options="{'widget': 'html'}"/>` },
      { name: "other widgets", code: page`<p t-esc="note" t-options='{"widget": "text"}'/><p t-esc="total" t-options="{'widget': 'monetary', 'display_currency': currency}"/>` },
      { name: "another option of that name's", code: page`<p t-esc="note" t-options="{'format': 'html'}" t-options-format="'html'"/>` },
      { name: "a widget that nobody knows", code: page`<p t-esc="note" t-options="options"/><p t-esc="note" t-options-widget="kind"/>` },
      { name: "of a field, which sanitizes", code: page`<p t-field="visit.note" t-options="{'widget': 'html'}"/>` },
      { name: "a widget that escapes, in the place of t-raw, under recommended", preset: "recommended", code: page`<p t-raw="total" t-options="{'widget': 'monetary', 'display_currency': currency}"/>` },
      { name: "KNOWN MISS: the widget that an inheriting view adds to an element", code: page`<xpath expr="//p" position="attributes"><attribute name="t-options">{'widget': 'html'}</attribute></xpath>` },
    ],
    invalid: [
      {
        name: "in each way to write it",
        code: page`
          <p t-esc="note" t-options='{"widget": "html"}'/>
             ~~~~~~~~~~~~ unknown "Without the widget it is escaped"
          <p t-options="{ 'tag': 'p', 'widget' : 'html' }" t-esc="note"/>
                                                           ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-options="{&quot;widget&quot;: &quot;html&quot;}"/>
             ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-options="dict(widget='html')"/>
             ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-options-widget="'html'"/>
             ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-options='{"widget": "text"}' t-options-widget='"html"'/>
             ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-esc-options="{'widget': 'html'}"/>
             ~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "by a name, in one of two cases",
        code: page`
          <t t-set="options" t-value="{'widget': 'html'}"/><p t-esc="note" t-options="options"/>
                                                              ~~~~~~~~~~~~ unknown
          <t t-set="kind">html</t><p t-esc="note" t-options-widget="kind"/>
                                     ~~~~~~~~~~~~ unknown
          <p t-esc="note" t-options="{'widget': 'html' if late else 'text'}"/>
             ~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a widget that escapes, in the place of t-raw, under strict: the same by t-esc", preset: "strict",
        code: page`
          <p t-raw="total" t-options="{'widget': 'monetary', 'display_currency': currency}"/>
             ~~~~~~~~~~~~~ escaped "a widget formats it"
        `,
        output: page`<p t-esc="total" t-options="{'widget': 'monetary', 'display_currency': currency}"/>`,
      },
      {
        name: "the one that does not, in the place of t-raw",
        code: page`
          <p t-raw="note" t-options="{'widget': 'html'}"/>
             ~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-esc="note" t-options="{'widget': 'html'}"/>`],
      },
    ],
  });
});
