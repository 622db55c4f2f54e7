/** What a part of an XML file says once its references and line ends are read, and where each character of that is written. */

import type { Range } from "../../facts/node.ts";
import type { XMLAttribute, XMLCData, XMLText } from "./nodes.ts";
import { PREDEFINED, referenceAt } from "./references.ts";

/** Where a text stands, which decides what is markup in it. */
export type Host = "attribute" | "text" | "cdata";

/** A node that holds text somebody may read as a language of its own, or change. */
export type XMLHost = XMLAttribute | XMLText | XMLCData;

/** What a node's content is decoded as. */
export function hostOf(node: XMLHost): Host {
  switch (node.type) {
    case "XMLAttribute":
      return "attribute";
    case "XMLText":
      return "text";
    case "XMLCData":
      return "cdata";
  }
}

/** Where a node's text stands: between the quotes, between the tags, or between the brackets of CDATA. */
export function contentOf(node: XMLHost): Range {
  switch (node.type) {
    case "XMLAttribute":
      return node.valueRange;
    case "XMLText":
      return node.range;
    case "XMLCData":
      return [node.range[0] + "<![CDATA[".length, node.range[1] - "]]>".length];
  }
}

/** What references stand for; null when it is not known. */
export interface References {
  textOf(name: string, place: "attribute" | "text"): string | null;
}

/** A file whose parts can be decoded. */
export interface Encoded {
  readonly text: string;
  readonly entities: References;
}

/** Some units of decoded text that are not written as so many units of the file. */
export interface Step {
  /** In the decoded text. */
  readonly at: number;
  readonly length: number;
  /** In the file. */
  readonly range: Range;
}

const SPECIAL: Readonly<Record<Host, RegExp>> = { attribute: /&[^;]*;|\r\n|[\t\n\r]/g, text: /&[^;]*;|\r\n?/g, cdata: /\r\n?/g };

/** The decoded text of a part of a file. Offsets are UTF-16, ranges half-open. */
export class Decoded {
  readonly text: string;
  /** The part of the file. */
  readonly range: Range;
  /** What is written otherwise than it reads, in order; null when nothing is. */
  readonly steps: readonly Step[] | null;

  constructor(text: string, range: Range, steps: readonly Step[]) {
    this.text = text;
    this.range = range;
    this.steps = steps.length > 0 ? steps : null;
  }

  /** Where in the file a unit of the text is written; all units of one reference are where it begins. The end of the text is the end of the part. */
  sourceOffset(index: number): number {
    const step = this.#stepAt(index);
    if (!step) return this.range[0] + index;
    const behind = index - step.at - step.length;
    return behind < 0 ? step.range[0] : step.range[1] + behind;
  }

  /** The part of the file in which a range of the text is written: references at its ends are taken whole. */
  sourceRange([start, end]: Range): Range {
    const from = this.sourceOffset(start);
    if (end <= start) return [from, from];
    const step = this.#stepAt(end - 1);
    return [from, step && end - 1 < step.at + step.length ? step.range[1] : this.sourceOffset(end - 1) + 1];
  }

  /** The part of the file that says this range of the text and nothing else; null when an end of it lies within a reference. */
  exactRange(range: Range): Range | null {
    return range.some((index) => this.#isWithin(index)) ? null : this.sourceRange(range);
  }

  /** Whether a place is between two units of one reference. */
  #isWithin(index: number): boolean {
    const step = this.#stepAt(index);
    return step !== null && step.at < index && index < step.at + step.length;
  }

  /** The last step that does not begin behind a place. */
  #stepAt(index: number): Step | null {
    const steps = this.steps ?? [];
    let low = -1;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((steps[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return steps[low] ?? null;
  }
}

/** Decodes a part of a well-formed file. A reference to something unknown stays as it is written. */
export function decode({ text, entities }: Encoded, range: Range, host: Host): Decoded {
  const steps: Step[] = [];
  let out = "";
  let from = range[0];
  for (const { index, 0: piece } of text.slice(...range).matchAll(SPECIAL[host])) {
    const start = range[0] + index;
    const end = start + piece.length;
    const reading = readingOf(piece, host, entities);
    if (reading === null) continue;
    out += text.slice(from, start);
    if (reading.length !== 1 || piece.length !== 1) steps.push({ at: out.length, length: reading.length, range: [start, end] });
    out += reading;
    from = end;
  }
  return new Decoded(out + text.slice(from, range[1]), range, steps);
}

/** What some encoded text says, without the places. A reference to something unknown stays as it is written. */
export const readText = (encoded: string, host: Host, entities: References): string => encoded.replace(SPECIAL[host], (piece: string) => readingOf(piece, host, entities) ?? piece);

/** Whether everything in some encoded text is known. */
export function isKnown(encoded: string, host: Host, entities: References): boolean {
  return (encoded.match(SPECIAL[host]) ?? []).every((piece) => readingOf(piece, host, entities) !== null);
}

function readingOf(piece: string, host: Host, entities: References): string | null {
  const predefined = PREDEFINED.get(piece.slice(1, -1));
  if (predefined !== undefined) return predefined;
  if (piece.startsWith("&") && host !== "cdata") {
    const { character, name } = referenceAt(piece, 0);
    return character ?? entities.textOf(name, host);
  }
  return host === "attribute" ? " " : "\n";
}
