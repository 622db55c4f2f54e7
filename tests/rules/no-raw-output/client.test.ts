/** QWeb of the browser: the legacy engine, components, the boxes of kanban views. */

import { describe } from "vitest";
import { code } from "../rule-test.ts";
import { client, component, kanban, page, templateTest } from "./templates.ts";

const file = "static/src/xml/card.xml";

describe("the legacy engine", () => {
  templateTest(14, {
    valid: [
      { name: "literals and the content of the caller", code: client`<t t-raw="0"/><t t-raw="late ? '&lt;b/&gt;' : ''"/><t t-raw="late and '&lt;b/&gt;' or ''"/>` },
      { name: "a name set with a body, a name of a loop over literals", code: client`<t t-set="mark"><b/></t><t t-raw="mark"/><t t-foreach="['&lt;i/&gt;']" t-as="one"><t t-raw="one"/></t>` },
      { name: "the escaper that it hands to every template", code: client`<t t-raw="_.escape(note)"/><t t-raw="'&lt;b&gt;' + _.str.escapeHTML(note) + '&lt;/b&gt;'"/>` },
      { name: "a translation", code: client`<t t-raw="_t('Press &lt;kbd&gt;Enter&lt;/kbd&gt;')"/>` },
      { name: "what is escaped, and widgets that it does not know", code: client`<p t-esc="note" t-options="{'widget': 'html'}"/><a t-att-title="note" t-attf-href="/visit/#{id}"/>` },
      { name: "handlers of components are no attributes of events", code: client`<b t-on-click="() => this.go(note)"/>` },
    ],
    invalid: [
      {
        name: "what a caller hands over",
        code: client`
          <p t-raw="widget.node.help"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <t t-jquery=".o_note" t-operation="append"><t t-raw="note || ''"/></t>
                                                        ~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [
          client`
            <p t-esc="widget.node.help"/>
            <t t-jquery=".o_note" t-operation="append"><t t-raw="note || ''"/></t>
          `,
          client`
            <p t-raw="widget.node.help"/>
            <t t-jquery=".o_note" t-operation="append"><t t-esc="note || ''"/></t>
          `,
        ],
      },
      {
        name: "markup around a value, or put into it: no edit",
        code: client`
          <p t-raw="'&lt;b&gt;' + name"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p t-raw="note.split('\n').join('&lt;br/&gt;')"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p t-raw="${"`<b>${name}</b>`".replaceAll("<", "&lt;")}"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an escaper of another name's",
        code: client`
          <t t-set="_" t-value="tools"/><p t-raw="_.escape(note)"/>
                                           ~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [client`<t t-set="_" t-value="tools"/><p t-esc="_.escape(note)"/>`],
      },
      {
        name: "a number, under strict", preset: "strict",
        code: client`
          <p t-raw="rows.length + 1"/>
             ~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: client`<p t-esc="rows.length + 1"/>`,
      },
      {
        name: "each template of a file, and one without others around it",
        code: code`
          <template>
              <t t-name="gym.A"><t t-set="mark"><b/></t><t t-raw="mark"/></t>
              <t t-extend="gym.B"><t t-jquery="p" t-operation="attributes"><attribute name="t-raw">mark</attribute></t></t>
                                                                                      ~~~~~~~~~~~~ unknown
          </template>
        `,
        suggestions: [code`
          <template>
              <t t-name="gym.A"><t t-set="mark"><b/></t><t t-raw="mark"/></t>
              <t t-extend="gym.B"><t t-jquery="p" t-operation="attributes"><attribute name="t-esc">mark</attribute></t></t>
          </template>
        `],
      },
    ],
  }, file);
});

describe("components of OWL 1", () => {
  templateTest(14, {
    invalid: [{
      name: "t-raw is raw",
      code: component`
        <p t-raw="props.note"/>
           ~~~~~~~~~~~~~~~~~~ unknown
      `,
      suggestions: [component`<p t-esc="props.note"/>`],
    }],
  }, file);
  templateTest(15, {
    invalid: [{
      name: "t-raw is raw, and t-out is known",
      code: component`
        <p t-raw="props.note"/>
           ~~~~~~~~~~~~~~~~~~ unknown
      `,
      suggestions: [component`<p t-out="props.note"/>`],
    }],
  }, file);
});

describe("components of OWL 2", () => {
  templateTest(17, {
    valid: [
      { name: "t-raw under recommended", preset: "recommended", code: client`<p t-raw="props.note"/>` },
      { name: "t-out and t-esc", code: client`<p t-out="props.note"/><p t-esc="props.note"/><t t-out="0"/>` },
      { name: "markup() around a literal", code: client`<p t-out="markup('&lt;b/&gt;')"/>` },
      { name: "markup() that is escaped all the same", code: client`<p t-esc="markup(props.note)"/>` },
    ],
    invalid: [
      {
        name: "t-raw under strict: the same by its own name, wherever it stands", preset: "strict",
        code: client`
          <p t-raw="props.note"/>
             ~~~~~~~~~~~~~~~~~~ escaped "in series 17"
          <t t-set="body"><p t-raw="'&lt;b&gt;' + props.note"/></t>
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ escaped
          <p position="attributes"><attribute name="t-raw">props.note</attribute></p>
                                              ~~~~~~~~~~~~ escaped
        `,
        output: client`
          <p t-out="props.note"/>
          <t t-set="body"><p t-out="'&lt;b&gt;' + props.note"/></t>
          <p position="attributes"><attribute name="t-out">props.note</attribute></p>
        `,
      },
      {
        name: "a value that is marked as markup, directly, in a branch, by a name",
        code: client`
          <p t-out="markup(props.note)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "props.note" "Unless it is marked it is escaped"
          <p t-out="this.markup(props.note)"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p t-out="props.note ? markup(props.note) : ''"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <t t-set="note" t-value="markup(props.note)"/><p t-out="note"/>
                                                           ~~~~~~~~~~~~ unknown
        `,
      },
    ],
  }, file);
});

describe("components of OWL 3", () => {
  templateTest(19, {
    valid: [{ name: "there is no t-raw", code: client`<p t-raw="props.note"/>` }],
    invalid: [{
      name: "a value that is marked",
      code: client`
        <p t-out="markup(props.note)"/>
           ~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
      `,
    }],
  }, file);
});

describe("boxes of a kanban view", () => {
  templateTest(14, {
    valid: [{ name: "what is escaped", code: kanban`<p t-esc="record.note.value"/><field name="note"/>` }],
    invalid: [
      {
        name: "a field of a model that is not in sight",
        code: kanban`
          <p t-raw="record.note.raw_value"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [kanban`<p t-esc="record.note.raw_value"/>`],
      },
      {
        name: "what runs as code",
        code: kanban`
          <a t-attf-href="javascript:open('#{record.note.raw_value}')"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ code
        `,
      },
    ],
  });
  templateTest(16, {
    valid: [
      { name: "t-raw under recommended: OWL 2 renders it", preset: "recommended", code: kanban`<p t-raw="record.note.raw_value"/>` },
      { name: "escaped by t-out", code: kanban`<p t-out="record.note.raw_value"/>` },
    ],
    invalid: [{
      name: "t-raw under strict", preset: "strict",
      code: kanban`
        <p t-raw="record.note.raw_value"/>
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ escaped
      `,
      output: kanban`<p t-out="record.note.raw_value"/>`,
    }],
  });
});

describe("the server's templates beside them", () => {
  templateTest(17, {
    invalid: [{
      name: "a file with records is the server's wherever it lies",
      code: page`
        <p t-raw="note"/>
           ~~~~~~~~~~~~ unknown
      `,
      suggestions: [page`<p t-out="note"/>`],
    }],
  }, "static/src/xml/page.xml");
});
