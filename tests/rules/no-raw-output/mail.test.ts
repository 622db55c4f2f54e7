/** Mail templates: Jinja up to 14, QWeb from 15 on. */

import { describe } from "vitest";
import { mail, mailText, templateTest } from "./templates.ts";

describe("Jinja", () => {
  templateTest(14, {
    valid: [
      { name: "what is escaped", code: mail`<p>Dear ${"${object.partner_id.name}"}, ${"${object.note or ''}"}</p>` },
      { name: "escaped before it is marked", code: mail`<p>${"${object.note | e | safe} ${object.note|escape|safe} ${object.note|forceescape|safe}"}</p>` },
      { name: "escaped in spite of the mark", code: mail`<p>${"${object.note|safe|forceescape}"}</p>` },
      { name: "filters that only numbers come out of", code: mail`<p>${"${object.set_ids|length|safe} ${object.total|int|safe} ${object.total|round(2)|safe}"}</p>` },
      { name: "a literal", code: mail`<p>${"${'&lt;hr/&gt;'|safe} ${object.paid and 'paid' or ''|safe}"}</p>` },
      { name: "the mark is on the literal only: a filter takes the operand before it", code: mail`<p>${"${object.note or '&lt;i/&gt;'|safe}"}</p>` },
      { name: "a name that is set to a literal", code: mailText`<p>
% set mark = '<b>new</b>'
${"${mark|safe}"}</p>` },
      { name: "a name that is set on both ways", code: mailText`<p>
% if object.late:
% set mark = '<b>late</b>'
% else:
% set mark = ''
% endif
${"${mark|safe}"}</p>` },
      { name: "checked against a list", code: mailText`
% if object.state in ('open', 'done'):
<p>${"${object.state|safe}"}</p>
% endif
` },
      { name: "in a comment, and in other brackets", code: mail`<!-- ${"${object.note|safe}"} --><p>{{ object.note|safe }}</p>` },
      { name: "directives of QWeb, which nobody reads there", code: mail`<p t-raw="object.note"/>` },
      { name: "other fields of the record", code: `<odoo><record id="mail" model="mail.template"><field name="subject">\${object.name|safe}</field><field name="body_html" type="html"><p/></field></record></odoo>` },
    ],
    invalid: [
      {
        name: "a value of the record, in each way to write it",
        code: mail`
          <p>${"${object.note|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~ unknown "object.note" "it is escaped"
          <p>${"${ object.note | safe }"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p>${"${(object.note or '')|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p>${"${object.note|safe if object.note else ''}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
          <p>${"${object.note|upper|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "marked first, nothing escapes it any more; tags taken out leave what was escaped",
        code: mail`
          <p>${"${object.note|safe|e}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~ unknown
          <p>${"${object.note|striptags|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "in a text of markup, through a loop and a name",
        code: mailText`
          % for set in object.set_ids:
          % set text = set.name
          <p>${"${text|safe}"}</p> <!-- kept -->
             ~~~~~~~~~~~~ unknown "object.set_ids" "line 2)"
          % endfor
        `,
      },
      {
        name: "one for each value",
        code: mail`
          <p>${"${object.a|safe} ${object.b|safe}"}</p>
             ~~~~~~~~~~~~~~~~ unknown "object.a"
                              ~~~~~~~~~~~~~~~~ unknown "object.b"
        `,
      },
      {
        name: "an attribute of an event, an address that runs code",
        code: mail`
          <a onclick="go('${"${object.note}"}')">Go</a>
                          ~~~~~~~~~~~~~~ code
          <a href="javascript:go('${"${object.note}"}')">Go</a>
                                  ~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "the same in a text of markup",
        code: mailText`
          <a onclick="go('${"${object.note}"}')" href="/go?${"${object.note}"}">Go</a>
                          ~~~~~~~~~~~~~~ code
        `,
      },
      {
        name: "a number, under strict", preset: "strict",
        code: mail`
          <p>${"${len(object.set_ids)|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
      },
    ],
  });
});

describe("QWeb", () => {
  templateTest(16, {
    valid: [
      { name: "what is escaped", code: mail`<p t-out="object.note"/><p><t t-out="object.note or ''"/></p>` },
      { name: "the signs of Jinja, which nobody reads there", code: mail`<p>${"${object.note|safe}"}</p>` },
      { name: "KNOWN MISS: QWeb of a mail in a section of text that is HTML and not well-formed", code: mailText`<p>Dear<br><t t-raw="object.note"/></p>` },
    ],
    invalid: [
      {
        name: "as elements",
        code: mail`
          <p t-raw="object.note"/>
             ~~~~~~~~~~~~~~~~~~~ unknown
          <p t-out="object.note" t-options="{'widget': 'html'}"/>
             ~~~~~~~~~~~~~~~~~~~ unknown "Without the widget"
        `,
        suggestions: [mail`
          <p t-out="object.note"/>
          <p t-out="object.note" t-options="{'widget': 'html'}"/>
        `],
      },
      {
        name: "as a text, with names of HTML",
        code: mailText`
          <p>&nbsp;&euro;
            <t t-raw="object.note"/></p>
               ~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [mailText`
          <p>&nbsp;&euro;
            <t t-out="object.note"/></p>
        `],
      },
    ],
  });
});

describe("a series that nobody says", () => {
  templateTest(null, {
    invalid: [
      {
        name: "the signs of Jinja",
        code: mail`
          <p>${"${object.note|safe}"}</p>
             ~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "directives of QWeb: no edit",
        code: mail`
          <p t-raw="object.note"/>
             ~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  });
});
