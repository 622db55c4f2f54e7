/** The tree of an XML file. All ranges are UTF-16 offsets, half-open. */

import type { SourceLocation } from "@eslint/core";
import type { Range } from "../../facts/node.ts";
import type { Entities } from "./entities.ts";
import type { Lines } from "../text/lines.ts";

const NO_CHILDREN: readonly XMLChild[] = [];
const NO_ATTRIBUTES: readonly XMLAttribute[] = [];

/** The place of a node. A large file has a million nodes, so what can be made of numbers is made when somebody asks. */
abstract class Located {
  protected readonly start: number;
  protected end: number;
  readonly #lines: Lines;

  constructor(lines: Lines, start: number, end: number) {
    this.#lines = lines;
    this.start = start;
    this.end = end;
  }

  get range(): [number, number] {
    return [this.start, this.end];
  }

  get loc(): SourceLocation {
    return this.#lines.locOf(this.range);
  }
}

/** What holds other nodes. */
abstract class Parent extends Located {
  #children: XMLChild[] | null = null;

  /** In source order, without what stands in the start tag. */
  get children(): readonly XMLChild[] {
    return this.#children ?? NO_CHILDREN;
  }

  /** For the scanner: the next child. */
  add(child: XMLChild): void {
    if (this.#children) this.#children.push(child);
    else this.#children = [child];
  }
}

export class XMLDocument extends Parent {
  readonly type = "XMLDocument";
  readonly parent = null;
  /** What the references of the file stand for. */
  readonly entities: Entities;
  #doctype: Range | null = null;

  constructor(lines: Lines, end: number, entities: Entities) {
    super(lines, 0, end);
    this.entities = entities;
  }

  /** The document type declaration; null without one. */
  get doctype(): Range | null {
    return this.#doctype;
  }

  /** The one element that holds all others. */
  get root(): XMLElement {
    const root = this.children.find((child) => child.type === "XMLElement");
    if (!root) throw new Error("a document without an element is not well-formed");
    return root;
  }

  /** For the scanner: where the document type declaration is. */
  declare(doctype: Range): void {
    this.#doctype = doctype;
  }
}

export class XMLElement extends Parent {
  readonly type = "XMLElement";
  readonly parent: XMLParent;
  readonly name: string;
  #attributes: XMLAttribute[] | null = null;
  #startTagEnd: number;
  /** Where the end tag begins; -1 without one. */
  #endTagStart = -1;

  constructor(lines: Lines, parent: XMLParent, name: string, start: number) {
    super(lines, start, start);
    this.parent = parent;
    this.name = name;
    this.#startTagEnd = start;
  }

  get nameRange(): Range {
    return [this.start + 1, this.start + 1 + this.name.length];
  }

  get attributes(): readonly XMLAttribute[] {
    return this.#attributes ?? NO_ATTRIBUTES;
  }

  get startTag(): Range {
    return [this.start, this.#startTagEnd];
  }

  /** Null for an element that closes itself. */
  get endTag(): Range | null {
    return this.selfClosing ? null : [this.#endTagStart, this.end];
  }

  get selfClosing(): boolean {
    return this.#endTagStart < 0;
  }

  attribute(name: string): XMLAttribute | null {
    return this.attributes.find((attribute) => attribute.name === name) ?? null;
  }

  /** The decoded value of an attribute; null without one. */
  get(name: string): string | null {
    return this.attribute(name)?.value ?? null;
  }

  /** For the scanner: the next attribute. */
  addAttribute(attribute: XMLAttribute): void {
    if (this.#attributes) this.#attributes.push(attribute);
    else this.#attributes = [attribute];
  }

  /** For the scanner: where the start tag ends. */
  open(end: number): void {
    this.#startTagEnd = end;
    this.end = end;
  }

  /** For the scanner: where the end tag is. */
  close([start, end]: Range): void {
    this.#endTagStart = start;
    this.end = end;
  }
}

/** An attribute's value as it is written. */
export interface WrittenValue {
  readonly value: string;
  readonly valueRange: Range;
  readonly quote: '"' | "'";
}

export class XMLAttribute extends Located {
  readonly type = "XMLAttribute";
  readonly parent: XMLElement;
  readonly name: string;
  /** Decoded and with its white space as XML hands it on: every character of it a blank. */
  readonly value: string;
  readonly quote: '"' | "'";
  readonly #valueStart: number;

  constructor(lines: Lines, parent: XMLElement, name: string, start: number, { value, valueRange, quote }: WrittenValue) {
    super(lines, start, valueRange[1] + 1);
    this.parent = parent;
    this.name = name;
    this.value = value;
    this.quote = quote;
    this.#valueStart = valueRange[0];
  }

  get nameRange(): Range {
    return [this.start, this.start + this.name.length];
  }

  /** What stands between the quotes. */
  get valueRange(): Range {
    return [this.#valueStart, this.end - 1];
  }
}

/** A leaf whose value is a text. */
abstract class Leaf extends Located {
  readonly parent: XMLParent;
  readonly value: string;

  constructor(lines: Lines, parent: XMLParent, [start, end]: Range, value: string) {
    super(lines, start, end);
    this.parent = parent;
    this.value = value;
  }
}

/** Characters and references between two pieces of markup; its value is decoded. */
export class XMLText extends Leaf {
  readonly type = "XMLText";
}

/** A CDATA section; its value is what stands between the brackets, lines ended by line feeds. */
export class XMLCData extends Leaf {
  readonly type = "XMLCData";
}

/** A comment; its value is what stands between `<!--` and `-->`, as it is written. */
export class XMLComment extends Leaf {
  readonly type = "XMLComment";
}

/** A processing instruction or the XML declaration, as it is written behind its target. */
export class XMLProcessingInstruction extends Leaf {
  readonly type = "XMLProcessingInstruction";
  readonly target: string;

  constructor(lines: Lines, parent: XMLParent, range: Range, { target, value }: { readonly target: string; readonly value: string }) {
    super(lines, parent, range, value);
    this.target = target;
  }
}

export type XMLParent = XMLDocument | XMLElement;
export type XMLChild = XMLElement | XMLText | XMLCData | XMLComment | XMLProcessingInstruction;
export type XMLNode = XMLDocument | XMLChild | XMLAttribute;
export type XMLNodeOf<K extends XMLNode["type"]> = Extract<XMLNode, { readonly type: K }>;
