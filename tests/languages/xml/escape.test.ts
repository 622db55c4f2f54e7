/** A text that is written into a file reads back as it was. */

import { describe, expect, it } from "vitest";
import type { XMLHost } from "../../../src/languages/xml/decode.ts";
import { nodesOf, sourceOf } from "./reading.ts";

function hostIn(file: string): { readonly node: XMLHost; readonly source: ReturnType<typeof sourceOf> } {
  const source = sourceOf(file);
  const node = nodesOf(source).find((one): one is XMLHost => one.type === "XMLAttribute" || one.type === "XMLText" || one.type === "XMLCData");
  if (!node) throw new Error("no host");
  return { node, source };
}

/** The text as it is written in the place of the whole content. */
function written(file: string, text: string): string | null {
  const { node, source } = hostIn(file);
  const escaped = source.escapeFor(node, text);
  if (escaped === null) return null;
  const [start, end] = source.decoded(node).range;
  expect(hostIn(file.slice(0, start) + escaped + file.slice(end)).node.value).toBe(text);
  return escaped;
}

describe("a text is written", () => {
  it.each([
    ["in double quotes", '<a b="x"/>', `< & > " ' \t\n\r`, "&lt; &amp; > &quot; ' &#9;&#10;&#13;"],
    ["in single quotes", "<a b='x'/>", `"'`, '"&apos;'],
    ["between tags", "<a>x</a>", `< & > " ' \n ]]> \r`, `&lt; &amp; > " ' \n ]]&gt; &#13;`],
    ["in CDATA", "<a><![CDATA[x]]></a>", "< & > [1]", "< & > [1]"],
    ["in CDATA that ends in brackets", "<a><![CDATA[x]]></a>", "a[b[0]]", "a[b[0]]"],
  ])("%s", (_, file, text, expected) => {
    expect(written(file, text)).toBe(expected);
  });
});

describe("there is no way to write", () => {
  it.each([
    ["the end of CDATA in CDATA", "<a><![CDATA[x]]></a>", "a]]>b"],
    ["a carriage return in CDATA", "<a><![CDATA[x]]></a>", "\r"],
    ["a control character", '<a b="x"/>', "\u0001"],
    ["half a pair", "<a>x</a>", "\uD83D"],
  ])("%s", (_, file, text) => {
    expect(written(file, text)).toBeNull();
  });
});

describe("a part of a text", () => {
  it("between tags heeds the brackets before it", () => {
    const { node, source } = hostIn("<a>]]x</a>");
    expect(source.escapeFor(node, ">", [5, 6])).toBe("&gt;");
  });

  it("between tags cannot heed what stands behind it", () => {
    const { node, source } = hostIn("<a>x></a>");
    expect(source.escapeFor(node, "]]", [3, 4])).toBeNull();
    expect(source.escapeFor(node, "]", [3, 4])).toBe("]");
  });

  it("in CDATA does not end it together with its surroundings", () => {
    const { node, source } = hostIn("<a><![CDATA[x]>]]></a>");
    expect(source.escapeFor(node, "y]", [12, 13])).toBeNull();
    expect(source.escapeFor(node, "y", [12, 13])).toBe("y");
  });
});
