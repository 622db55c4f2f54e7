/** Python in attributes and texts is parsed when asked for, at its exact place in the file. */

import { describe, expect, it } from "vitest";
import { childrenOf } from "../../../src/languages/python/visitor-keys.ts";
import type { PyNode } from "../../../src/languages/python/ast.ts";
import type { XMLHost } from "../../../src/languages/xml/decode.ts";
import { pythonIn, type EmbeddedPython, type PythonMode } from "../../../src/languages/xml/embedded.ts";
import { nodesOf, sourceOf, XML_SPECIMENS } from "./reading.ts";

function pythonOf(file: string, mode: PythonMode): EmbeddedPython | null {
  const source = sourceOf(file);
  const node = nodesOf(source).find((one): one is XMLHost => one.type === "XMLAttribute" || one.type === "XMLCData" || (one.type === "XMLText" && one.value.trim() !== ""));
  return node ? pythonIn(source.decoded(node), mode) : null;
}

/** Every node of a type as it is written in the file. */
function writtenAs(file: string, mode: PythonMode, type: PyNode["nodeType"]): readonly string[] {
  const python = pythonOf(file, mode);
  if (!python) return [];
  const nodes: PyNode[] = [python.module];
  for (const node of nodes) nodes.push(...childrenOf(node));
  return nodes.filter((node) => node.nodeType === type).map((node) => file.slice(...(python.exactRangeOf(node) ?? [0, 0])));
}

describe("an expression", () => {
  it.each([
    ["plain", `<t t-if="user.name"/>`, "Attribute", ["user.name"]],
    ["between references", `<t t-if="a &lt; b.c and &quot;é&quot; in d['x&amp;y']"/>`, "Constant", ["&quot;é&quot;", "'x&amp;y'"]],
    ["behind characters of two units", `<t t-if="'📚📚' + b.c"/>`, "Attribute", ["b.c"]],
    ["on several lines", `<t t-value="[\r\n  a.b,\r\n  c.d(e)\r\n]"/>`, "Attribute", ["a.b", "c.d"]],
    ["on several lines without brackets", `<t t-value="\n  a.b\n  or c.d\n"/>`, "BoolOp", ["a.b\n  or c.d"]],
    ["with blanks around it", `<t t-value="  a.b  "/>`, "Attribute", ["a.b"]],
    ["in a text", `<field name="domain">[('a', '=', b.c)]</field>`.replace(' name="domain"', ""), "Tuple", ["('a', '=', b.c)"]],
    ["a tuple without parentheses", `<t t-value="a, b"/>`, "Tuple", ["a, b"]],
    ["in CDATA with a comment", `<a><![CDATA[a.b < c  # why]]></a>`, "Compare", ["a.b < c"]],
  ] as const)("%s", (_, file, type, expected) => {
    expect(writtenAs(file, "expression", type)).toEqual(expected);
  });

  it("is handed over itself", () => {
    expect(pythonOf(`<t t-if="a(1)"/>`, "expression")?.expression?.nodeType).toBe("Call");
  });

  it.each([
    ["JavaScript", `<t t-if="a === b"/>`],
    ["nothing", `<t t-if="  "/>`],
    ["a statement", `<t t-if="a = 1"/>`],
    ["two expressions", `<t t-if="a; b"/>`],
    ["parentheses that only ours would close", `<t t-if="a) or (b"/>`],
    ["a generator without its parentheses", `<t t-if="a for a in b"/>`],
    ["an assignment without its parentheses", `<t t-if="a := 1"/>`],
    ["a text that does not end", `<t t-if="'a"/>`],
    ["more parentheses than the stack has room for", `<t t-if="${"(".repeat(20_000)}${")".repeat(20_000)}"/>`],
  ])("%s is none, and no fault", (_, file) => {
    expect(pythonOf(file, "expression")).toBeNull();
  });
});

describe("a program", () => {
  it("in CDATA", () => {
    const file = "<field><![CDATA[\r\nfor a in b:\r\n    a.c()  # d\r\ne.f = 1\r\n]]></field>";
    expect(writtenAs(file, "statements", "Attribute")).toEqual(["e.f", "a.c"]);
    expect(writtenAs(file, "statements", "For")).toEqual(["for a in b:\r\n    a.c()"]);
    expect(pythonOf(file, "statements")?.expression).toBeNull();
  });

  it("in a text with references", () => {
    expect(writtenAs("<field>\n  a = b &lt; c.d\n</field>", "statements", "Compare")).toEqual(["b &lt; c.d"]);
  });

  it("of which only the first line loses its indentation is none, as when it is run", () => {
    expect(pythonOf("<field>\n    a = 1\n    b = 2\n</field>", "statements")).toBeNull();
  });

  it("of nothing is none", () => {
    expect(pythonOf("<field><![CDATA[ \n ]]></field>", "statements")).toBeNull();
  });
});

describe("a place within a reference", () => {
  const file = "<!DOCTYPE a [<!ENTITY b 'c.d'>]><a>[&b;, e]</a>";
  const python = pythonOf(file, "expression");
  const list = python?.expression?.nodeType === "List" ? python.expression : null;

  it("is pointed at and not edited", () => {
    const [attribute] = list?.elts ?? [];
    if (!python || attribute?.nodeType !== "Attribute") throw new Error("no attribute");
    expect(file.slice(...(python.exactRangeOf(attribute) ?? [0, 0]))).toBe("&b;");
    expect(file.slice(...python.rangeOf(attribute.value))).toBe("&b;");
    expect(python.exactRangeOf(attribute.value)).toBeNull();
  });
});

it.each(XML_SPECIMENS)("$name: every name is written as it reads", ({ text }) => {
  const source = sourceOf(text);
  for (const node of nodesOf(source)) {
    if (node.type !== "XMLAttribute" && node.type !== "XMLCData") continue;
    const python = pythonIn(source.decoded(node), node.type === "XMLCData" ? "statements" : "expression");
    const nodes: PyNode[] = python ? [python.module] : [];
    for (const one of nodes) nodes.push(...childrenOf(one));
    for (const one of nodes) if (python && one.nodeType === "Name") expect(text.slice(...python.rangeOf(one))).toBe(one.id);
  }
});
