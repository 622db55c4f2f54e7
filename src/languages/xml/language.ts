/** XML as a language of ESLint. */

import { readFileSync } from "node:fs";
import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { failed, textOf, unreadable } from "../text/readable.ts";
import { otherEncoding } from "./encoding.ts";
import type { XMLDocument, XMLNode } from "./nodes.ts";
import { scanned } from "./scanner.ts";
import { XMLSourceCode } from "./source-code.ts";
import { visitorKeys } from "./visitor-keys.ts";

export class XMLLanguage implements Language<{ LangOptions: Record<string, unknown>; Code: XMLSourceCode; RootNode: XMLDocument; Node: XMLNode }> {
  readonly fileType = "text";
  readonly lineStart = 1;
  readonly columnStart = 0;
  readonly nodeTypeKey = "type";
  readonly visitorKeys: Record<string, string[]> = visitorKeys;

  /** Options of other languages may be set for every file; none of them is ours. */
  validateLanguageOptions(): void {
    // nothing to validate
  }

  /** The tree, or one problem with its place; never throws. */
  parse(file: File): ParseResult<XMLDocument> {
    const text = textOf(file);
    const refused = unreadable(text, () => readFileSync(file.physicalPath), otherEncoding(text));
    if (refused) return failed(refused);
    const result = scanned(text);
    return "document" in result ? { ok: true, ast: result.document } : failed(result.problem);
  }

  createSourceCode(file: File, { ast }: OkParseResult<XMLDocument>): XMLSourceCode {
    return new XMLSourceCode({ text: textOf(file), ast, hasBOM: file.bom });
  }
}
