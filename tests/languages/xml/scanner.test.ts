/** What is well-formed, what the tree of it is, and what is wrong with the rest. */

import { describe, expect, it } from "vitest";
import { faultIn, first, nodesOf, sourceOf, XML_SPECIMENS } from "./reading.ts";

describe("well-formed", () => {
  it.each([
    ["one element", "<odoo/>"],
    ["a declaration with everything", "<?xml version = '1.0' encoding=\"utf-8\" standalone='no' ?>\n<odoo/>"],
    ["comments and instructions around the element", "<!-- a --><?b c?><odoo/>\n<!----><?d?>\n"],
    ["blanks wherever they may be", "<a\n b = 'c'\t></a\n>"],
    ["both quotes", `<a b='"' c="'"/>`],
    ["`>` in text and in values", "<a b='>'>]] > ]></a>"],
    ["names of other scripts", "<книга:título ключ-1='x'/>"],
    ["references of all kinds", "<a b='&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;'>&amp;&#10;</a>"],
    ["a CDATA section with markup", "<a><![CDATA[<b>&c;]] >]]></a>"],
    ["an entity of the file", "<!DOCTYPE a [<!ENTITY b '<c>&d;</c>'><!ENTITY d \"e\">]><a>&b;</a>"],
    ["an entity that a later one uses before it is declared", "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c 'd'>]><a e='&b;'/>"],
    ["a document type with all declarations", "<!DOCTYPE a PUBLIC '-//x//y' 'z.dtd' [<!ELEMENT a (b,(c|d)*)+><!ELEMENT b (#PCDATA|c)*><!ATTLIST a e (f|g) 'f' h CDATA #IMPLIED><!NOTATION i SYSTEM 'j'><!ENTITY % k 'l'>%k;<?m?><!--n-->]><a/>"],
    ["an entity that another file may declare", "<!DOCTYPE html SYSTEM 'x.dtd'><a b='&nbsp;'>&nbsp;</a>"],
    ["an entity that is another file, between tags", "<!DOCTYPE a [<!ENTITY b SYSTEM 'b.xml'>]><a>&b;</a>"],
    ["a prefix that nobody declares", "<a:b c:d='e'/>"],
    ["a byte order mark", "\uFEFF<?xml version='1.0'?><a/>"],
    ["the first of two declarations", "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY b '&b;'>]><a>&b;</a>"],
  ])("%s", (_, text) => {
    expect(faultIn(text)).toBeNull();
  });

  it.each(XML_SPECIMENS)("$name", ({ text }) => {
    expect(faultIn(text)).toBeNull();
  });
});

describe("not well-formed", () => {
  it.each([
    ["an empty file", "", "1:1 the file is empty; XML needs an element"],
    ["white space", " \n", "2:1 there is no element in this file"],
    ["a comment alone", "<!-- a -->", "1:11 there is no element in this file"],
    ["text before the element", "a<b/>", "1:1 text cannot stand outside of an element"],
    ["text behind the element", "<b/>\n a", "2:2 nothing but comments can stand behind the end of the outermost element"],
    ["a second element", "<a/><b/>", "1:5 `<b>` is a second outermost element; there can be only one"],
    ["an end tag too many", "<a/></a>", "1:5 `</a>` closes nothing"],
    ["another end tag", "<a>\n<b></a>", "2:4 `</a>` stands where `<b>` of line 2 is to be closed"],
    ["no end tag", "<a>\n<b/>", "2:5 the file ends before `<a>` of line 1 is closed"],
    ["a declaration behind a blank", "\n<?xml version='1.0'?><a/>", "2:1 the XML declaration can only stand at the very beginning of the file"],
    ["a declaration without a version", "<?xml encoding='utf-8'?><a/>", "1:1 the XML declaration is not well-formed; it is `<?xml version=\"1.0\" encoding=\"utf-8\"?>`"],
    ["an instruction named XML", "<?XML a?><a/>", "1:1 `XML` is no name for a processing instruction"],
    ["an attribute twice", "<a b='1' b='2'/>", "1:10 the attribute `b` stands twice in one tag"],
    ["an attribute twice among many", "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' d=''/>", "1:59 the attribute `d` stands twice in one tag"],
    ["an attribute without quotes", "<a b=c/>", "1:6 the value of `b` is not in quotes"],
    ["an attribute without a value", "<a b/>", "1:5 the attribute `b` has no value; XML wants `b=\"…\"`"],
    ["no blank between attributes", "<a b='c'd='e'/>", "1:9 `d` cannot stand behind an attribute; a blank is missing"],
    ["`<` in a value", "<a b='<'/>", "1:7 `<` cannot stand in the value of `b`; it is written `&lt;`, or a quote is missing before it"],
    ["a value that does not end", "<a b='c>", "1:6 the value of `b` is never ended"],
    ["a tag that does not end", "<a><b c='d'", "1:4 the start tag `<b` is never ended"],
    ["`<` before a blank", "<a>1 < 2</a>", "1:6 `<` begins a tag; the character itself is written `&lt;`"],
    ["`<` before a digit", "<a><1/></a>", "1:5 `1` cannot stand behind `<`; the character itself is written `&lt;`"],
    ["a name with a sign", "<a$/>", "1:3 `$` cannot stand in a tag's name"],
    ["an attribute's name with a digit", "<a 1='2'/>", "1:4 `1` cannot stand where the name of an attribute of `<a>` is expected"],
    ["`&` alone", "<a>b & c</a>", "1:6 `&` begins a reference, and this is none; the character itself is written `&amp;`"],
    ["`&` without a semicolon", "<a b='c&d=e'/>", "1:8 `&` begins a reference, and this is none; the character itself is written `&amp;`"],
    ["an entity of HTML", "<a>&nbsp;</a>", "1:4 the entity `nbsp` is not declared; without a declaration there are only amp, lt, gt, quot and apos"],
    ["a character that is none", "<a>&#0;</a>", "1:4 `&#0;` names no character that XML allows"],
    ["half a character", "<a b='&#xD800;'/>", "1:7 `&#xD800;` names no character that XML allows"],
    ["a number that is too large", "<a>&#99999999999;</a>", "1:4 `&#99999999999;` names no character that XML allows"],
    ["the end of a CDATA section in text", "<a>]]></a>", "1:4 `]]>` cannot stand in text; it is written `]]&gt;`"],
    ["a CDATA section that does not end", "<a><![CDATA[b</a>", "1:4 the CDATA section that begins here is never ended"],
    ["a CDATA section outside", "<![CDATA[a]]><b/>", "1:1 `<!` begins nothing that can stand here"],
    ["`--` in a comment", "<a><!-- b -- c --></a>", "1:11 `--` cannot stand in a comment"],
    ["a comment that ends in `-`", "<a><!-- b ---></a>", "1:11 `--` cannot stand in a comment"],
    ["a comment that does not end", "<a>\n<!-- b -", "2:1 the comment that begins here is never ended"],
    ["an instruction that does not end", "<a><?b c></a>", "1:4 the processing instruction that begins here is never ended"],
    ["a control character", "<a>\n b\u0001</a>", "2:3 the character U+0001 cannot stand in an XML file"],
    ["a control character in a value", "<a b='\u000C'/>", "1:7 the character U+000C cannot stand in an XML file"],
    ["a control character before another fault", "<!-- \u0002", "1:6 the character U+0002 cannot stand in an XML file"],
    ["half a pair", "<a>\uD83D</a>", "1:4 the character U+D83D cannot stand in an XML file"],
    ["a document type behind the element", "<a/><!DOCTYPE a>", "1:5 `<!` begins nothing that can stand here"],
    ["a declaration of a strange form", "<!DOCTYPE a [\n<!ENTITY b c>]><a/>", "2:1 this `<!ENTITY` is not well-formed"],
    ["two kinds of signs in one group", "<!DOCTYPE a [<!ELEMENT a (b,c|d)>]><a/>", "1:14 this `<!ELEMENT` is not well-formed"],
    ["an entity that refers to itself", "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c 'x&b;'>]><a>&b;</a>", "1:54 the entity `b` refers to itself"],
    ["an entity with half an element", "<!DOCTYPE a [<!ENTITY b '<c>'>]><a>&b;</c></a>", "1:36 the entity `b` stands for a text that is not well-formed: `<c>` is not closed in it"],
    ["an entity that closes what it did not open", "<!DOCTYPE a [<!ENTITY b '</a>'>]><a>&b;", "1:37 the entity `b` stands for a text that is not well-formed: `</a>` closes nothing in it"],
    ["an entity with an element in a value", "<!DOCTYPE a [<!ENTITY b '<c/>'>]><a d='&b;'/>", "1:40 the entity `b` holds `<`, which an attribute cannot hold"],
    ["an entity of another file in a value", "<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a d='&b;'/>", "1:44 the entity `b` is another file, which an attribute cannot hold"],
    ["an undeclared entity of a file that stands alone", "<?xml version='1.0' standalone='yes'?><!DOCTYPE a SYSTEM 'b'><a>&c;</a>", "1:65 the entity `c` is not declared; without a declaration there are only amp, lt, gt, quot and apos"],
  ])("%s", (_, text, fault) => {
    expect(faultIn(text)).toBe(fault);
  });
});

describe("entities that grow", () => {
  const declared = (count: number, text: string, times: number) => Array.from({ length: count }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(times)}">`).join(`\n`) .replace(/^/, `<!DOCTYPE a [<!ENTITY e0 "${text}">\n`) + "]>";

  it("a thousand million of them are refused where they are used", () => {
    expect(faultIn(`${declared(9, "lol", 10)}<a>&e9;</a>`)).toMatch(/^10:.* the entities of this file stand for more than 1,000,000 characters, which is refused$/);
    expect(faultIn(`${declared(9, "lol", 10)}<a b="&e9;"/>`)).toMatch(/more than 1,000,000 characters/);
    expect(faultIn(`${declared(9, "<b/>", 10)}<a>&e9;</a>`)).toMatch(/more than 1,000,000 characters/);
  });

  it("declared and not used they do no harm", () => {
    expect(faultIn(`${declared(9, "lol", 10)}<a/>`)).toBeNull();
  });

  it("a long one that is used often is refused", () => {
    expect(faultIn(`${declared(0, "x".repeat(10_000), 0)}<a>${"&e0;".repeat(101)}</a>`)).toMatch(/more than 1,000,000 characters/);
    expect(faultIn(`${declared(0, "x".repeat(10_000), 0)}<a>${"&e0;".repeat(100)}</a>`)).toBeNull();
  });

  it("deeper than anybody writes is refused, and does not overflow", () => {
    expect(faultIn(`${declared(100_000, "x", 1)}<a>&e100000;</a>`)).toMatch(/the entity `e99960` is nested too deeply in others$/);
    expect(faultIn(`${declared(30, "x", 1)}<a>&e30;</a>`)).toBeNull();
  });
});

describe("the tree", () => {
  const text = `<?xml version="1.0"?>\n<a b = 'c&amp;'>d<e/><![CDATA[f]]><!--g--><?h  i ?></a\n>\n`;
  const source = sourceOf(text);

  it("has every node at its exact place", () => {
    expect(nodesOf(source).map((node) => [node.type, text.slice(...node.range)])).toEqual([
      ["XMLDocument", text],
      ["XMLProcessingInstruction", '<?xml version="1.0"?>'],
      ["XMLElement", "<a b = 'c&amp;'>d<e/><![CDATA[f]]><!--g--><?h  i ?></a\n>"],
      ["XMLAttribute", "b = 'c&amp;'"],
      ["XMLText", "d"],
      ["XMLElement", "<e/>"],
      ["XMLCData", "<![CDATA[f]]>"],
      ["XMLComment", "<!--g-->"],
      ["XMLProcessingInstruction", "<?h  i ?>"],
    ]);
  });

  it("knows the parts of an element", () => {
    const { root } = source.ast;
    expect(root).toMatchObject({ name: "a", selfClosing: false, parent: source.ast });
    expect([root.nameRange, root.startTag, root.endTag ?? [0, 0]].map((range) => text.slice(...range))).toEqual(["a", "<a b = 'c&amp;'>", "</a\n>"]);
    expect(first(sourceOf("<e />"), "XMLElement")).toMatchObject({ nameRange: [1, 2], startTag: [0, 5], endTag: null, selfClosing: true, range: [0, 5] });
    expect(first(sourceOf("<e></e>"), "XMLElement")).toMatchObject({ endTag: [3, 7], selfClosing: false, children: [] });
  });

  it("knows the parts of an attribute", () => {
    const attribute = first(source, "XMLAttribute");
    expect(attribute).toMatchObject({ name: "b", value: "c&", quote: "'", parent: source.ast.root });
    expect([attribute.nameRange, attribute.valueRange].map((range) => text.slice(...range))).toEqual(["b", "c&amp;"]);
    expect([source.ast.root.get("b"), source.ast.root.get("c")]).toEqual(["c&", null]);
  });

  it("counts lines from 1 and columns from 0, whatever ends a line", () => {
    expect(first(sourceOf("<a\r\n b='\r1\n'/>"), "XMLAttribute").loc).toEqual({ start: { line: 2, column: 1 }, end: { line: 4, column: 1 } });
  });

  it("has the parts of instructions, comments and data", () => {
    expect(first(sourceOf("<a><?h  i ?></a>"), "XMLProcessingInstruction")).toMatchObject({ target: "h", value: "i " });
    expect(first(source, "XMLComment").value).toBe("g");
    expect(first(sourceOf("<a><![CDATA[1\r\n2]]></a>"), "XMLCData").value).toBe("1\n2");
  });

  it("keeps white space and joins characters with references", () => {
    expect(nodesOf(sourceOf("<a> b&lt;c\r\n<d/> </a>")).filter((node) => node.type === "XMLText").map((node) => node.value)).toEqual([" b<c\n", " "]);
  });

  it("knows where the document type stands", () => {
    expect(sourceOf("<!DOCTYPE a> <a/>").ast.doctype).toEqual([0, 12]);
    expect(source.ast.doctype).toBeNull();
  });

  it.each(XML_SPECIMENS)("$name: every node lies in its parent, and its text says what it is", ({ text: specimen }) => {
    const document = sourceOf(specimen);
    for (const node of nodesOf(document)) {
      const [start, end] = node.range;
      if (node.parent) expect([start >= node.parent.range[0], end <= node.parent.range[1]]).toEqual([true, true]);
      if (node.type === "XMLElement") expect(specimen.slice(...node.nameRange)).toBe(node.name);
      if (node.type === "XMLAttribute") expect(specimen.slice(start, end)).toBe(`${node.name}=${node.quote}${specimen.slice(...node.valueRange)}${node.quote}`);
    }
  });
});

describe("large files", () => {
  const seconds = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };

  it("nest deeper than the stack", () => {
    const source = sourceOf("<a>".repeat(100_000) + "</a>".repeat(100_000));
    expect(Array.from(source.traverse()).length).toBe(200_002);
    expect(faultIn("<a>".repeat(100_000))).toBe("1:300001 the file ends before `<a>` of line 1 is closed");
  });

  // About one second of an idle machine; the limit is for one that is not.
  it("of ten megabytes take about a second", { timeout: 60_000 }, () => {
    const record = '<record id="a_b" model="x.y">\n  <field name="name" eval="[(4, ref(&apos;x&apos;))]">Hello &amp; all</field>\n</record>\n';
    const text = `<odoo>${record.repeat(Math.ceil(10_000_000 / record.length))}</odoo>`;
    expect(seconds(() => { expect(faultIn(text)).toBeNull(); })).toBeLessThan(8);
  });

  it.each([
    ["attributes in one tag", `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="&lt;"`).join(" ")}/>`],
    ["references", `<a>${"&amp;".repeat(500_000)}</a>`],
    ["brackets", `<a>${"]]".repeat(2_000_000)}</a>`],
    ["comments", `<a>${"<!-- - -->".repeat(200_000)}</a>`],
    ["lines", `<a>${"\r\n".repeat(500_000)}</a>`],
    ["declared attributes", `<!DOCTYPE a [<!ATTLIST a ${"b CDATA #IMPLIED ".repeat(100_000)}>]><a/>`],
    ["groups in groups", `<!DOCTYPE a [<!ELEMENT a ${"(".repeat(100_000)}b${")".repeat(100_000)}>]><a/>`],
  ])("of many %s take no longer than others", (_, text) => {
    expect(seconds(() => { expect(faultIn(text)).toBeNull(); })).toBeLessThan(5);
  });
});
