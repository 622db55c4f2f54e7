/** Reads XML: the whole tree of a well-formed text, or the first thing that is wrong with it. Linear, and without recursion. */

import type { Range } from "../../facts/node.ts";
import { behindBlanks, illegalIn, isBlank, S, shown } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { readText } from "./decode.ts";
import { skipDoctype } from "./doctype.ts";
import { Entities, type Place } from "./entities.ts";
import { Lines } from "../text/lines.ts";
import { Malformed } from "./malformed.ts";
import { XMLAttribute, XMLCData, XMLComment, XMLDocument, XMLElement, XMLProcessingInstruction, XMLText, type WrittenValue, type XMLParent } from "./nodes.ts";
import type { Problem } from "../text/readable.ts";
import { referenceAt } from "./references.ts";

const DECLARATION = new RegExp(
  String.raw`<\?xml(?<value>${S}+version${S}*=${S}*(?:"[\w.\-]*"|'[\w.\-]*')(?:${S}+encoding${S}*=${S}*(?:"[A-Za-z][\w.\-]*"|'[A-Za-z][\w.\-]*'))?(?:${S}+standalone${S}*=${S}*(?:"(?:yes|no)"|'(?:yes|no)'))?${S}*)\?>`,
  "y",
);
const DECLARATION_BEGINS = new RegExp(String.raw`<\?xml(?:${S}|\?>)`, "y");
const MANY = 8;

export type Scanned = { readonly document: XMLDocument } | { readonly problem: Problem };

/** The tree of a text, or why it has none; never throws. */
export function scanned(text: string): Scanned {
  const lines = new Lines(text);
  const illegal = illegalIn(text);
  try {
    const document = new Scanner(text, lines).document();
    if (illegal < 0) return { document };
    return failed(lines, illegalAt(text, illegal));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return failed(lines, illegal >= 0 && illegal <= error.reached ? illegalAt(text, illegal) : error);
  }
}

const illegalAt = (text: string, at: number): Malformed => new Malformed(`${shown(text, at)} cannot stand in an XML file`, at);

function failed(lines: Lines, { message, at }: Malformed): Scanned {
  const { line, column } = lines.placeOf(at);
  return { problem: { message, line, column: column + 1 } };
}

/** Throws when a text may not stand between tags. */
function checkContent(text: string, entities: Entities): void {
  new Scanner(text, new Lines(text), entities).checkContent();
}

class Scanner {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #cursor: Cursor;
  readonly #entities: Entities;
  readonly #document: XMLDocument;
  readonly #open: XMLElement[] = [];
  readonly #hasReturns: boolean;
  #parent: XMLParent;
  #hasRoot = false;
  #isStandalone = false;

  constructor(text: string, lines: Lines, entities?: Entities) {
    this.#text = text;
    this.#lines = lines;
    this.#cursor = new Cursor(text, 0);
    this.#entities = entities ?? new Entities((replacement) => { checkContent(replacement, this.#entities); });
    this.#document = new XMLDocument(lines, text.length, this.#entities);
    this.#parent = this.#document;
    this.#hasReturns = text.includes("\r");
  }

  document(): XMLDocument {
    if (this.#text.startsWith("\uFEFF")) this.#cursor.at = 1;
    this.#declaration();
    this.#content();
    const element = this.#open.at(-1);
    if (element) throw new Malformed(`the file ends before \`<${element.name}>\` of line ${this.#lineOf(element.range[0])} is closed`, this.#text.length);
    if (!this.#hasRoot) throw new Malformed(this.#text.length === 0 ? "the file is empty; XML needs an element" : "there is no element in this file", this.#text.length);
    return this.#document;
  }

  checkContent(): void {
    const around = new XMLElement(this.#lines, this.#document, "", 0);
    this.#open.push(around);
    this.#parent = around;
    this.#content();
    if (this.#open.at(-1) !== around) throw new Malformed(`\`<${this.#open.at(-1)?.name ?? ""}>\` is not closed in it`, this.#text.length);
  }

  #isAtEnd(): boolean {
    return this.#cursor.at >= this.#text.length;
  }

  #lineOf(index: number): number {
    return this.#lines.placeOf(index).line;
  }

  #declaration(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    if (!cursor.match(DECLARATION_BEGINS)) return;
    cursor.at = start;
    const match = cursor.match(DECLARATION);
    if (!match) throw new Malformed("the XML declaration is not well-formed; it is `<?xml version=\"1.0\" encoding=\"utf-8\"?>`", start);
    const value = match.groups?.value ?? "";
    this.#isStandalone = /standalone\s*=\s*["']yes/.test(value);
    this.#document.add(new XMLProcessingInstruction(this.#lines, this.#document, [start, cursor.at], { target: "xml", value: value.slice(1) }));
  }

  #content(): void {
    const cursor = this.#cursor;
    for (let at = cursor.at; at < this.#text.length; at = cursor.at) {
      const less = Math.min(cursor.less.from(at), this.#text.length);
      if (less > at) this.#characters([at, less]);
      cursor.at = less;
      if (less < this.#text.length) this.#markup(less);
    }
  }

  #characters(range: [number, number]): void {
    const [start, end] = range;
    if (this.#open.length === 0) {
      this.#checkBlank(range);
      return;
    }
    const { ampersand, endOfData } = this.#cursor;
    const fault = endOfData.from(start);
    const hasReferences = ampersand.from(start) < end;
    if (hasReferences) this.#checkReferences([start, Math.min(end, fault)], "text");
    if (fault < end) throw new Malformed("`]]>` cannot stand in text; it is written `]]&gt;`", fault);
    const written = this.#text.slice(start, end);
    const value = hasReferences || this.#hasReturns ? readText(written, "text", this.#entities) : written;
    this.#parent.add(new XMLText(this.#lines, this.#parent, range, value));
  }

  #checkBlank([start, end]: Range): void {
    const at = behindBlanks(this.#text, start);
    if (at < end) throw new Malformed(this.#hasRoot ? "nothing but comments can stand behind the end of the outermost element" : "text cannot stand outside of an element", at);
  }

  #checkReferences([start, end]: Range, place: Place): void {
    for (let at = this.#cursor.ampersand.from(start); at < end; ) {
      const { name, end: behind } = referenceAt(this.#text, at);
      if (name !== "") this.#entities.check(name, place, at);
      at = this.#cursor.ampersand.from(behind);
    }
  }

  #markup(start: number): void {
    const cursor = this.#cursor;
    const second = this.#text[start + 1];
    if (second === undefined) throw cursor.unfinished("the tag that begins here", start);
    if (second === "/") this.#endTag(start);
    else if (second === "!") this.#declarationOrData(start);
    else if (second === "?") {
      cursor.at = start + 2;
      const instruction = cursor.instruction();
      this.#parent.add(new XMLProcessingInstruction(this.#lines, this.#parent, [start, cursor.at], instruction));
    } else this.#startTag(start);
  }

  #declarationOrData(start: number): void {
    const cursor = this.#cursor;
    if (cursor.skip("<!--")) {
      const value = cursor.comment();
      this.#parent.add(new XMLComment(this.#lines, this.#parent, [start, cursor.at], value));
    } else if (this.#open.length > 0 && cursor.skip("<![CDATA[")) {
      const value = cursor.characterData();
      this.#parent.add(new XMLCData(this.#lines, this.#parent, [start, cursor.at], value.replace(/\r\n?/g, "\n")));
    } else if (!this.#hasRoot && !this.#document.doctype && this.#open.length === 0 && cursor.skip("<!DOCTYPE")) {
      skipDoctype(cursor, this.#entities, this.#isStandalone);
      this.#document.declare([start, cursor.at]);
    } else throw new Malformed("`<!` begins nothing that can stand here", start);
  }

  #endTag(start: number): void {
    const cursor = this.#cursor;
    cursor.at = start + 2;
    const name = cursor.name("where the name of an end tag is expected");
    cursor.skipBlanks();
    if (!cursor.skip(">")) throw this.#isAtEnd() ? cursor.unfinished("the end tag that begins here", start) : cursor.unexpected("in an end tag");
    const element = this.#open.at(-1);
    if (!element) throw new Malformed(`\`</${name}>\` closes nothing`, start);
    if (element.name !== name) throw new Malformed(this.#mismatch(element, name), start);
    element.close([start, cursor.at]);
    this.#open.pop();
    this.#parent = element.parent;
  }

  #mismatch({ name: open, range: [start] }: XMLElement, name: string): string {
    if (open === "") return `\`</${name}>\` closes nothing in it`;
    return `\`</${name}>\` stands where \`<${open}>\` of line ${this.#lineOf(start)} is to be closed`;
  }

  #startTag(start: number): void {
    const cursor = this.#cursor;
    cursor.at = start + 1;
    if (isBlank(this.#text.charCodeAt(cursor.at))) throw new Malformed("`<` begins a tag; the character itself is written `&lt;`", start, cursor.at);
    const name = cursor.name("behind `<`; the character itself is written `&lt;`");
    if (this.#open.length === 0 && this.#hasRoot) throw new Malformed(`\`<${name}>\` is a second outermost element; there can be only one`, start);
    this.#hasRoot = true;
    const element = new XMLElement(this.#lines, this.#parent, name, start);
    this.#attributes(element);
    const isClosed = cursor.skip("/");
    if (!cursor.skip(">")) throw this.#isAtEnd() ? cursor.unfinished(`the start tag \`<${name}\``, start) : cursor.unexpected(`in the start tag \`<${name}\``);
    element.open(cursor.at);
    this.#parent.add(element);
    if (isClosed) return;
    this.#open.push(element);
    this.#parent = element;
  }

  /** The attributes up to the end of a start tag. */
  #attributes(element: XMLElement): void {
    const cursor = this.#cursor;
    let names: Set<string> | null = null;
    for (;;) {
      const isApart = cursor.skipBlanks();
      const code = this.#text.charCodeAt(cursor.at);
      // The end of the tag, or of the file.
      if (code === 0x3e || code === 0x2f || Number.isNaN(code)) return;
      if (!isApart) throw cursor.unexpected(element.attributes.length > 0 ? "behind an attribute; a blank is missing" : "in a tag's name");
      const start = cursor.at;
      const name = cursor.name(`where the name of an attribute of \`<${element.name}>\` is expected`);
      const quoted = this.#value(name, element.range[0]);
      if (names?.has(name) ?? element.attribute(name) !== null) throw new Malformed(`the attribute \`${name}\` stands twice in one tag`, start);
      element.addAttribute(new XMLAttribute(this.#lines, element, name, start, quoted));
      // A few names are faster compared than remembered.
      if (names) names.add(name);
      else if (element.attributes.length > MANY) names = new Set(element.attributes.map((one) => one.name));
    }
  }

  /** The value behind an attribute's name, in the tag that begins at `tag`. */
  #value(name: string, tag: number): WrittenValue {
    const cursor = this.#cursor;
    cursor.skipBlanks();
    if (!cursor.skip("=")) throw this.#isAtEnd() ? cursor.unfinished("the start tag that begins here", tag) : new Malformed(`the attribute \`${name}\` has no value; XML wants \`${name}="…"\``, cursor.at);
    cursor.skipBlanks();
    const quote = this.#text[cursor.at];
    if (quote !== '"' && quote !== "'") throw this.#isAtEnd() ? cursor.unfinished("the start tag that begins here", tag) : new Malformed(`the value of \`${name}\` is not in quotes`, cursor.at);
    const start = cursor.at + 1;
    const found = this.#text.indexOf(quote, start);
    const end = found < 0 ? this.#text.length : found;
    const less = cursor.less.from(start);
    const hasReferences = cursor.ampersand.from(start) < end;
    if (hasReferences) this.#checkReferences([start, Math.min(end, less)], "attribute");
    if (less < end) throw new Malformed(`\`<\` cannot stand in the value of \`${name}\`; it is written \`&lt;\`, or a quote is missing before it`, less);
    if (found < 0) throw cursor.unfinished(`the value of \`${name}\``, start - 1);
    cursor.at = end + 1;
    const written = this.#text.slice(start, end);
    const value = hasReferences || /[\t\n\r]/.test(written) ? readText(written, "attribute", this.#entities) : written;
    return { value, valueRange: [start, end], quote };
  }
}
