/** CSV as a language of ESLint: data files as Odoo loads them. */

import { readFileSync } from "node:fs";
import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { failed, textOf, unreadable } from "../text/readable.ts";
import type { CSVDocument, CSVNode } from "./ast.ts";
import { CSVSourceCode } from "./source-code.ts";
import { parsed } from "./tree.ts";
import { visitorKeys } from "./visitor-keys.ts";

export class CSVLanguage implements Language<{ LangOptions: Record<string, unknown>; Code: CSVSourceCode; RootNode: CSVDocument; Node: CSVNode }> {
  readonly fileType = "text";
  readonly lineStart = 1;
  readonly columnStart = 0;
  readonly nodeTypeKey = "type";
  readonly visitorKeys = visitorKeys;

  /** Options of other languages may be set for every file; none of them is ours. */
  validateLanguageOptions(): void {
    // nothing to validate
  }

  /** The tree, or one problem with its place; never throws. */
  parse(file: File): ParseResult<CSVDocument> {
    const text = textOf(file);
    const refused = unreadable(text, () => readFileSync(file.physicalPath));
    if (refused) return failed(refused);
    const result = parsed(text);
    return result.ok ? { ok: true, ast: result.document } : failed(result.problem);
  }

  createSourceCode(file: File, { ast }: OkParseResult<CSVDocument>): CSVSourceCode {
    return new CSVSourceCode({ text: textOf(file), ast, hasBOM: file.bom });
  }
}
