/** The text of an element as the loader reads it: what stands before its first child that is no text. */

import type { Range } from "../../facts/node.ts";
import { contentOf, Decoded, type Step, type XMLHost } from "./decode.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";
import type { XMLSourceCode } from "./source-code.ts";

/** A part of a file that is no node of its own: a start tag, what stands between quotes, an id in an expression. */
export class XMLPart {
  readonly range: Range;
  /** The node in which this part can be written anew; null when there is no exact way. */
  readonly host: XMLHost | null;

  constructor(range: Range, host: XMLHost | null) {
    this.range = range;
    this.host = host;
  }
}

/** The texts and CDATA sections that are an element's text; a comment ends it as an element does. */
export function hostsOf(element: XMLElement): readonly XMLHost[] {
  const hosts: XMLHost[] = [];
  for (const child of element.children) {
    if (child.type !== "XMLText" && child.type !== "XMLCData") break;
    hosts.push(child);
  }
  return hosts;
}

/** What is written in an attribute, or as the text of an element. */
export const hostsIn = (node: XMLElement | XMLAttribute): readonly XMLHost[] => (node.type === "XMLAttribute" ? [node] : hostsOf(node));

/** What some nodes that follow each other say together, and where; null for none. */
export function decodedHosts(source: XMLSourceCode, hosts: readonly XMLHost[]): Decoded | null {
  const [first, ...others] = hosts;
  if (!first) return null;
  const begin = source.decoded(first);
  return others.length === 0 ? begin : joined([begin, ...others.map((host) => source.decoded(host))]);
}

/** Between two pieces stands markup, which is no unit of the text. */
function joined(pieces: readonly Decoded[]): Decoded {
  const start = pieces[0]?.range[0] ?? 0;
  const steps: Step[] = [];
  let text = "";
  let end = start;
  for (const piece of pieces) {
    steps.push({ at: text.length, length: 0, range: [end, piece.range[0]] });
    for (const step of piece.steps ?? []) steps.push({ ...step, at: text.length + step.at });
    text += piece.text;
    end = piece.range[1];
  }
  return new Decoded(text, [start, end], steps);
}

/** The part of the file in which a range of a text is written; it can be written anew where it lies in one node. */
export function partOf(decoded: Decoded, hosts: readonly XMLHost[], range: Range): XMLPart {
  const exact = decoded.exactRange(range);
  const host = exact && hosts.find((one) => contentOf(one)[0] <= exact[0] && exact[1] <= contentOf(one)[1]);
  return new XMLPart(exact ?? decoded.sourceRange(range), host ?? null);
}
