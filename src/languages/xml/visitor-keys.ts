/** Which fields of an XML node hold its children, in source order. */

import type { XMLNode } from "./nodes.ts";

export const visitorKeys = {
  XMLDocument: ["children"],
  XMLElement: ["attributes", "children"],
  XMLAttribute: [],
  XMLText: [],
  XMLCData: [],
  XMLComment: [],
  XMLProcessingInstruction: [],
} satisfies Readonly<Record<XMLNode["type"], readonly string[]>>;

const NONE: readonly XMLNode[] = [];

/** A node's children in source order: attributes come before what stands between the tags. */
export function childrenOf(node: XMLNode): readonly XMLNode[] {
  switch (node.type) {
    case "XMLDocument":
      return node.children;
    case "XMLElement":
      return node.attributes.length === 0 ? node.children : [...node.attributes, ...node.children];
    case "XMLAttribute":
    case "XMLText":
    case "XMLCData":
    case "XMLComment":
    case "XMLProcessingInstruction":
      return NONE;
  }
}
