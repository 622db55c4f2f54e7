/** What a series makes of a directive, and where the series is said. */

import { describe, expect, it } from "vitest";
import { addon, client, component, kanban, page, templateTest } from "./templates.ts";

const RAW = page`<p t-raw="title"/>`;

describe("the server's", () => {
  templateTest(11, { invalid: [{ name: "t-esc", code: page`
    <p t-raw="title"/>
       ~~~~~~~~~~~~~ unknown
  `, suggestions: [page`<p t-esc="title"/>`] }] });
  templateTest(15, {
    valid: [
      { name: "t-out escapes what is not marked", code: page`<p t-out="title"/><p><t t-out="0"/></p>` },
      { name: "t-out of what is set with a body", code: page`<t t-set="mark"><b/></t><p t-out="mark"/>` },
    ],
    invalid: [
      {
        name: "t-raw is still raw, t-out takes its place",
        code: page`
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<p t-out="title"/>`],
      },
      {
        name: "a body is marked from there on: t-out prints it as it is",
        code: page`
          <t t-if="late"><t t-set="mark"><b>late</b></t></t><p t-raw="mark"/>
                                                               ~~~~~~~~~~~~ unknown
        `,
        suggestions: [page`<t t-if="late"><t t-set="mark"><b>late</b></t></t><p t-out="mark"/>`],
      },
      {
        name: "a literal is not: no edit",
        code: page`
          <p t-raw="title or '&lt;i&gt;none&lt;/i&gt;'"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a number", preset: "strict",
        code: page`
          <p t-raw="len(days)"/>
             ~~~~~~~~~~~~~~~~~ typed
        `,
        output: page`<p t-out="len(days)"/>`,
      },
      {
        name: "a value that is marked",
        code: page`
          <p t-out="Markup(title)"/>
             ~~~~~~~~~~~~~~~~~~~~~ unknown "title"
        `,
      },
    ],
  });
  templateTest(18, { invalid: [{ name: "the same in the last ones", code: page`
    <p t-raw="title"/>
       ~~~~~~~~~~~~~ unknown
  `, suggestions: [page`<p t-out="title"/>`] }] });
});

describe("of nobody's word", () => {
  templateTest(null, {
    valid: [{ name: "a component's t-raw may be t-out: strict only", preset: "recommended", code: component`<p t-raw="props.note"/>`, file: "static/src/card.xml" }],
    invalid: [
      {
        name: "the server's: no edit, the directive that escapes is not known",
        code: page`
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown "Escape it, or build the markup in the template"
        `,
      },
      {
        name: "the browser's: no edit", file: "static/src/card.xml",
        code: client`
          <p t-raw="title"/>
             ~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a component's, under strict", preset: "strict", file: "static/src/card.xml",
        code: component`
          <p t-raw="props.note"/>
             ~~~~~~~~~~~~~~~~~~ escaped "in some series"
        `,
      },
      {
        name: "a kanban view's: no edit",
        code: kanban`
          <p t-raw="record.note.value"/>
             ~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  });
});

describe("said by", () => {
  const files = { "views/page.xml": RAW };

  it.each([
    ["12.0.1.0.0", "t-esc"], ["14.0.2.3.1", "t-esc"], ["15.0.1.0.0", "t-out"], ["17.0.1.0.0", "t-out"], ["1.4.1.0.0", "t-esc"], ["2.0.1.0.0", "t-esc"],
  ])("the version %s of the manifest: %s", (version, directive) => {
    const one = addon(files, { version });
    expect(one.found("views/page.xml")).toEqual(["2 unknown suggestion"]);
    expect(addon({ "views/page.xml": page`<p t-raw="len(days)"/>` }, { version }).fixed("views/page.xml")).toBe(page`<p ${directive}="len(days)"/>`);
  });

  it("no version of a series: no edit", () => {
    expect(addon(files, { version: "1.0" }).found("views/page.xml")).toEqual(["2 unknown"]);
    expect(addon(files, {}).found("views/page.xml")).toEqual(["2 unknown"]);
  });

  it("the manifest of an addon, for the browser's templates: the folder of the legacy engine, the mark of a component", () => {
    const raw = client`<p t-raw="note"/>`;
    const marked = component`<p t-raw="note"/>`;
    const all = { "static/src/legacy/card.xml": raw, "static/src/card.xml": raw, "static/src/marked.xml": marked };
    const found = (version: string) => Object.keys(all).map((path) => addon(all, { version }).found(path).join());
    expect(found("14.0.1.0.0")).toEqual(["2 unknown suggestion", "2 unknown suggestion", "2 unknown suggestion"]);
    expect(found("16.0.1.0.0")).toEqual(["2 unknown suggestion", "2 unknown suggestion", "2 escaped fix"]);
    expect(found("17.0.1.0.0")).toEqual(["2 unknown suggestion", "2 escaped fix", "2 escaped fix"]);
    expect(found("19.0.1.0.0")).toEqual(["2 unknown suggestion", "", ""]);
  });
});
