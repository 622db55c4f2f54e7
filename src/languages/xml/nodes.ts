/** The tree of an XML file. All ranges are UTF-16 offsets, half-open. */

import type { SourceLocation } from "@eslint/core";
import type { Range } from "../../facts/node.ts";
import type { Entities } from "./entities.ts";
import type { Lines } from "./lines.ts";

/** The place of a node; its lines are counted when somebody asks. */
abstract class Located {
  readonly range: [number, number];
  readonly #lines: Lines;

  constructor(lines: Lines, range: [number, number]) {
    this.#lines = lines;
    this.range = range;
  }

  get loc(): SourceLocation {
    return this.#lines.locOf(this.range);
  }
}

export class XMLDocument extends Located {
  readonly type = "XMLDocument";
  readonly parent = null;
  readonly children: XMLChild[] = [];
  /** The document type declaration; null without one. */
  readonly doctype: Range | null = null;
  /** What the references of the file stand for. */
  readonly entities: Entities;

  constructor(lines: Lines, length: number, entities: Entities) {
    super(lines, [0, length]);
    this.entities = entities;
  }

  /** The one element that holds all others. */
  get root(): XMLElement {
    const root = this.children.find((child) => child.type === "XMLElement");
    if (!root) throw new Error("a document without an element is not well-formed");
    return root;
  }
}

export class XMLElement extends Located {
  readonly type = "XMLElement";
  readonly parent: XMLParent;
  readonly name: string;
  readonly nameRange: Range;
  readonly attributes: XMLAttribute[] = [];
  readonly children: XMLChild[] = [];
  readonly startTag: [number, number];
  /** Null for an element that closes itself. */
  readonly endTag: Range | null = null;
  readonly selfClosing: boolean = false;

  constructor(lines: Lines, parent: XMLParent, name: string, start: number) {
    super(lines, [start, start]);
    this.parent = parent;
    this.name = name;
    this.nameRange = [start + 1, start + 1 + name.length];
    this.startTag = [start, start];
  }

  /** The decoded value of an attribute; null without one. */
  get(name: string): string | null {
    return this.attribute(name)?.value ?? null;
  }

  attribute(name: string): XMLAttribute | null {
    return this.attributes.find((attribute) => attribute.name === name) ?? null;
  }
}

/** A name and where it stands. */
export interface Named {
  readonly name: string;
  readonly start: number;
}

/** An attribute's value and where it stands between its quotes. */
export interface Quoted {
  readonly value: string;
  readonly range: Range;
  readonly quote: '"' | "'";
}

export class XMLAttribute extends Located {
  readonly type = "XMLAttribute";
  readonly parent: XMLElement;
  readonly name: string;
  readonly nameRange: Range;
  /** Decoded and with its white space as XML hands it on: every character of it a blank. */
  readonly value: string;
  /** What stands between the quotes. */
  readonly valueRange: Range;
  readonly quote: '"' | "'";

  constructor(lines: Lines, parent: XMLElement, name: Named, { value, range, quote }: Quoted) {
    super(lines, [name.start, range[1] + 1]);
    this.parent = parent;
    this.name = name.name;
    this.nameRange = [name.start, name.start + name.name.length];
    this.value = value;
    this.valueRange = range;
    this.quote = quote;
  }
}

/** A leaf whose value is a text. */
abstract class Leaf extends Located {
  readonly parent: XMLParent;
  readonly value: string;

  constructor(lines: Lines, parent: XMLParent, range: [number, number], value: string) {
    super(lines, range);
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

  constructor(lines: Lines, parent: XMLParent, range: [number, number], { target, value }: { readonly target: string; readonly value: string }) {
    super(lines, parent, range, value);
    this.target = target;
  }
}

export type XMLParent = XMLDocument | XMLElement;
export type XMLChild = XMLElement | XMLText | XMLCData | XMLComment | XMLProcessingInstruction;
export type XMLNode = XMLDocument | XMLChild | XMLAttribute;
export type XMLNodeOf<K extends XMLNode["type"]> = Extract<XMLNode, { readonly type: K }>;

/** A node while the scanner still learns where it ends. */
export type Unfinished<T> = { -readonly [K in keyof T]: T[K] };
