/** Each unit of a decoded text knows where it is written. */

import { describe, expect, it } from "vitest";
import type { XMLHost } from "../../../src/languages/xml/decode.ts";
import { nodesOf, sourceOf, XML_SPECIMENS } from "./reading.ts";

/** The text of the first host and, unit by unit, what it is written as. */
function decodedIn(text: string, type: XMLHost["type"]): { readonly text: string; readonly written: readonly string[] } {
  const source = sourceOf(text);
  const node = nodesOf(source).find((one): one is XMLHost => one.type === type);
  if (!node) throw new Error(`no ${type}`);
  const decoded = source.decoded(node);
  expect(decoded.text).toBe(node.value);
  return { text: decoded.text, written: Array.from({ length: decoded.text.length }, (_, index) => text.slice(...decoded.sourceRange([index, index + 1]))) };
}

describe("a decoded text", () => {
  it("is the same as the written one when nothing is special", () => {
    const source = sourceOf("<a b='c d'/>");
    const [attribute] = source.ast.root.attributes;
    const decoded = attribute && source.decoded(attribute);
    expect(decoded).toMatchObject({ text: "c d", steps: null, range: [6, 9] });
    expect([decoded?.sourceOffset(0), decoded?.sourceOffset(2), decoded?.sourceOffset(3)]).toEqual([6, 8, 9]);
  });

  it("of references", () => {
    expect(decodedIn("<a b='x&lt;y&quot;&#10;&#x41;'/>", "XMLAttribute")).toEqual({ text: 'x<y"\nA', written: ["x", "&lt;", "y", "&quot;", "&#10;", "&#x41;"] });
  });

  it("of a character of two units that is written by number", () => {
    expect(decodedIn("<a>&#x1F4DA;!</a>", "XMLText")).toEqual({ text: "📚!", written: ["&#x1F4DA;", "&#x1F4DA;", "!"] });
  });

  it("of a character of two units that stands there itself", () => {
    expect(decodedIn("<a b='📚&amp;é'/>", "XMLAttribute")).toEqual({ text: "📚&é", written: ["\uD83D", "\uDCDA", "&amp;", "é"] });
  });

  it("of lines in a text", () => {
    expect(decodedIn("<a>1\r\n2\r3\n4</a>", "XMLText")).toEqual({ text: "1\n2\n3\n4", written: ["1", "\r\n", "2", "\r", "3", "\n", "4"] });
  });

  it("of lines in a value, which become blanks", () => {
    expect(decodedIn("<a b='1\r\n2\r3\n4\t5'/>", "XMLAttribute")).toEqual({ text: "1 2 3 4 5", written: ["1", "\r\n", "2", "\r", "3", "\n", "4", "\t", "5"] });
  });

  it("of CDATA, where a reference is none", () => {
    expect(decodedIn("<a><![CDATA[1\r\n&lt;]]></a>", "XMLCData")).toEqual({ text: "1\n&lt;", written: ["1", "\r\n", "&", "l", "t", ";"] });
  });

  it("of an entity of the file", () => {
    expect(decodedIn("<!DOCTYPE a [<!ENTITY b 'x&c;&#38;#10;'><!ENTITY c '\n'>]><a d='-&b;-'/>", "XMLAttribute")).toEqual({ text: "-x \n-", written: ["-", "&b;", "&b;", "&b;", "-"] });
  });

  it("of an entity that says nothing", () => {
    expect(decodedIn("<!DOCTYPE a [<!ENTITY b ''>]><a>1&b;&b;2</a>", "XMLText")).toEqual({ text: "12", written: ["1", "2"] });
  });

  it("KNOWN MISS: an entity with markup, or of another file, stays as it is written", () => {
    expect(decodedIn("<!DOCTYPE a SYSTEM 'x' [<!ENTITY b '<i/>'>]><a>&b;&amp;&c;</a>", "XMLText").text).toBe("&b;&&c;");
  });

  it("KNOWN MISS: a value that a declaration says to be a token keeps its blanks", () => {
    expect(decodedIn("<!DOCTYPE a [<!ATTLIST a b NMTOKEN #IMPLIED>]><a b=' c '/>", "XMLAttribute").text).toBe(" c ");
  });
});

describe("a range of a decoded text", () => {
  const text = "<!DOCTYPE a [<!ENTITY b 'xyz'>]><a>1&b;2</a>";
  const source = sourceOf(text);
  const [node] = source.ast.root.children;
  if (node?.type !== "XMLText") throw new Error("no text");
  const decoded = source.decoded(node);

  it("takes references at its ends whole", () => {
    expect(text.slice(...decoded.sourceRange([0, 2]))).toBe("1&b;");
    expect(text.slice(...decoded.sourceRange([2, 5]))).toBe("&b;2");
    expect(decoded.sourceRange([2, 2])).toEqual([36, 36]);
  });

  it("is exact only when no end of it lies within a reference", () => {
    expect([decoded.exactRange([0, 2]), decoded.exactRange([2, 5])]).toEqual([null, null]);
    expect(decoded.exactRange([1, 4])).toEqual([36, 39]);
    expect(decoded.exactRange([0, 5])).toEqual([35, 40]);
  });
});

it.each(XML_SPECIMENS)("$name: every unit of every text is written where it says", ({ text }) => {
  const source = sourceOf(text);
  for (const node of nodesOf(source)) {
    if (node.type !== "XMLAttribute" && node.type !== "XMLText" && node.type !== "XMLCData") continue;
    const decoded = source.decoded(node);
    for (let index = 0; index < decoded.text.length; index += 1) {
      const written = text.slice(...decoded.sourceRange([index, index + 1]));
      expect(written.startsWith("&") || written === decoded.text[index] || (node.type === "XMLAttribute" && decoded.text[index] === " " && written === "\n")).toBe(true);
    }
  }
});
