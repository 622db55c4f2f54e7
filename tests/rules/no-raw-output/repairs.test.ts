/** What is true of every repair: nothing but the directive changes, comments stay, the result is read, and a second run has nothing to do. */

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../../src/index.ts";
import { client, component, kanban, mail, page } from "./templates.ts";

const linter = new Linter({ configType: "flat" });

const DIRECTIVE = /\bt-(?:raw|esc|out)\b/g;
const without = (text: string) => text.replace(DIRECTIVE, "t-?");

const templates: readonly (readonly [name: string, series: number, file: string, text: string])[] = [
  ["a number", 14, "views/a.xml", page`<!-- a --><b t-raw="len(days)"/><!-- t-raw="len(days)" -->`],
  ["from 15 on", 15, "views/a.xml", page`<b t-raw='len(days)'> default <!-- of nobody --> </b>`],
  ["on lines of its own", 16, "views/a.xml", page`
    <b
        t-raw = "len(days)
           + 1"
    ><!-- b --></b>
  `],
  ["among other directives", 14, "views/a.xml", page`<b t-if="days" t-raw="len(days)" t-att-title="'t-raw'"/>`],
  ["in a loop", 14, "views/a.xml", page`<t t-foreach="days" t-as="day"><!-- t-raw --><i t-raw="day_index"/></t>`],
  ["two in one line", 14, "views/a.xml", page`<b t-raw="len(a)"/><b t-raw="len(b)"/>`],
  ["a caller's value", 14, "views/a.xml", page`<!-- a --><b t-raw="title"/><!-- b -->`],
  ["a caller's value, from 15 on", 17, "views/a.xml", page`<b t-raw="title or 'x'"/>`],
  ["an added attribute", 16, "views/a.xml", page`<xpath expr="//b" position="attributes"><!-- a --><attribute name="t-raw">title</attribute></xpath>`],
  ["a widget", 14, "views/a.xml", page`<b t-raw="total" t-options='{"widget": "float", "precision": 2}'/>`],
  ["the legacy engine", 14, "static/src/xml/a.xml", client`<b t-raw="rows.length"/><!-- a --><i t-raw="note"/>`],
  ["a component", 16, "static/src/a.xml", component`<b t-raw="props.note"/><!-- a -->`],
  ["a component of OWL 2", 18, "static/src/a.xml", client`<b t-raw="props.a &amp;&amp; props.b"/>`],
  ["a kanban view", 17, "views/a.xml", kanban`<b t-raw="record.note.raw_value"/>`],
  ["a mail", 16, "data/a.xml", mail`<p><t t-raw="object.note"/><!-- a --></p>`],
  ["a mail as a text", 16, "data/a.xml", mail`<![CDATA[<p><t t-raw="len(object.note)"/><!-- a --></p>]]>`],
];

describe.each([["as it is", (text: string) => text], ["with other line ends", (text: string) => text.replace(/\n/g, "\r\n")], ["with a BOM", (text: string) => `\uFEFF${text}`]])("%s", (_, written) => {
  it.each(templates)("%s (%i)", (_name, series, filename, text) => {
    const source = written(text);
    const config: Linter.Config[] = pitfalls.configs.strict.map((one) => ({ ...one, rules: { "pitfalls/no-raw-output": "error" }, settings: { pitfalls: { preset: "strict", series } } }));
    const fixed = linter.verifyAndFix(source, config, { filename }).output;
    const found = linter.verify(fixed, config, { filename });
    const offers = found.flatMap(({ suggestions = [] }) => suggestions.map(({ fix: { range: [start, end], text: put } }) => {
      // Ranges are those of a text without a mark of its encoding.
      const mark = fixed.startsWith("\uFEFF") ? 1 : 0;
      return fixed.slice(0, start + mark) + put + fixed.slice(end + mark);
    }));
    const results = [...(fixed === source ? [] : [fixed]), ...offers];
    expect(results).not.toEqual([]);
    for (const result of results) {
      expect(without(result)).toBe(without(source));
      expect(result.match(/<!--[^]*?-->/g)).toEqual(source.match(/<!--[^]*?-->/g));
      expect(linter.verify(result, config, { filename }).filter(({ fatal }) => fatal)).toEqual([]);
      expect(linter.verifyAndFix(result, config, { filename }).output).toBe(result);
    }
    expect(found.filter(({ fix }) => fix)).toEqual([]);
  });
});
