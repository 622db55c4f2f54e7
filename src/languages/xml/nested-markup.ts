/** Markup that a CDATA section holds, as a tree whose places are those of the file. */

import { contentOf } from "./decode.ts";
import type { XMLCData } from "./nodes.ts";
import { scanned } from "./scanner.ts";
import { XMLSourceCode } from "./source-code.ts";

const OUTER = "<x>";
/** Names of HTML, which XML does not know; none of them is code. */
const NAMED = /&(?!(?:amp|lt|gt|quot|apos);)\w+;/g;

/** The file with blanks for all but the section's content, which is in an element of ours; null where that is not well-formed. */
export function markupIn(source: XMLSourceCode, section: XMLCData): XMLSourceCode | null {
  const [start, end] = contentOf(section);
  const before = source.text.slice(0, start - OUTER.length).replace(/[^\r\n]/g, " ");
  const content = source.text.slice(start, end).replace(NAMED, (name) => " ".repeat(name.length));
  const text = `${before}${OUTER}${content}</x>`;
  const result = scanned(text);
  return "document" in result ? new XMLSourceCode({ text, ast: result.document, hasBOM: false }) : null;
}
