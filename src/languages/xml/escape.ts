/** How a text is written at its place in an XML file. */

import type { Range } from "../../facts/node.ts";
import { illegalIn } from "./characters.ts";
import { contentOf, type XMLHost } from "./decode.ts";

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;", "'": "&apos;" };

/**
 * How to write a text in the place of a part of a node's content (UTF-16, half-open; else of all of it), so that it reads back as it is;
 * null when there is no way. `source` is the whole file.
 */
export function escapeFor(source: string, node: XMLHost, text: string, part: Range = contentOf(node)): string | null {
  if (illegalIn(text) >= 0) return null;
  switch (node.type) {
    case "XMLAttribute":
      return text.replace(node.quote === '"' ? /[&<"\t\n\r]/g : /[&<'\t\n\r]/g, written);
    case "XMLText": {
      // `>` only ends something behind `]]`, some of which may stand before the part.
      const before = source.slice(Math.max(contentOf(node)[0], part[0] - 2), part[0]);
      const escaped = text.replace(/[&<\r]/g, written);
      const joined = (before + escaped).replaceAll("]]>", "]]&gt;").slice(before.length);
      return (before + joined + source.slice(part[1], part[1] + 2)).includes("]]>") ? null : joined;
    }
    case "XMLCData": {
      const [start, end] = contentOf(node);
      const around = source.slice(Math.max(start, part[0] - 2), part[0]) + text + source.slice(part[1], Math.min(end, part[1] + 2));
      return text.includes("\r") || around.includes("]]>") ? null : text;
    }
  }
}

const written = (character: string): string => NAMED[character] ?? `&#${character.charCodeAt(0)};`;
