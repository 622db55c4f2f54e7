/** Python as a language of ESLint, on py-ast. */

import { readFileSync } from "node:fs";
import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { parse } from "py-ast";
import { failed, textOf, unreadable } from "../text/readable.ts";
import type { PyComment } from "./source-code.ts";
import type { PyModule, PyNode } from "./ast.ts";
import { otherEncoding, problemOf } from "./problems.ts";
import { PythonSourceCode } from "./source-code.ts";
import { tokensIn } from "./tokens.ts";
import { visitorKeys } from "./visitor-keys.ts";

export class PythonLanguage implements Language<{ LangOptions: Record<string, unknown>; Code: PythonSourceCode; RootNode: PyModule; Node: PyNode | PyComment }> {
  readonly fileType = "text";
  readonly lineStart = 1;
  readonly columnStart = 0;
  readonly nodeTypeKey = "nodeType";
  readonly visitorKeys = Object.fromEntries(Object.entries(visitorKeys).map(([type, keys]) => [type, [...keys]]));

  /** Options of other languages may be set for every file; none of them is ours. */
  validateLanguageOptions(): void {
    // nothing to validate
  }

  /** The tree, or one problem with its place; never throws. */
  parse(file: File): ParseResult<PyModule> {
    const text = textOf(file);
    const refused = unreadable(text, () => readFileSync(file.physicalPath), otherEncoding(text));
    if (refused) return failed(refused);
    try {
      return { ok: true, ast: parsed(text) };
    } catch (error) {
      return failed(problemOf(error, text));
    }
  }

  createSourceCode(file: File, { ast }: OkParseResult<PyModule>): PythonSourceCode {
    return new PythonSourceCode({ text: textOf(file), ast, hasBOM: file.bom });
  }
}

/** The tree of a text. What py-ast cannot read but Python can is replaced by blanks of the same length. */
function parsed(text: string): PyModule {
  const plain = text.replace(/\f/g, " ");
  try {
    return parse(plain);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("f-string")) throw error;
    return parse(withoutInnerComments(plain));
  }
}

/** Comments inside the holes of f-strings, which Python allows since 3.12. */
function withoutInnerComments(text: string): string {
  const tokens = tokensIn(text);
  const strings = tokens.filter((token) => token.kind === "string");
  let out = text;
  for (const { kind, range: [start, end] } of tokens) {
    const isInside = kind === "comment" && strings.some(({ range }) => range[0] < start && end <= range[1]);
    if (isInside) out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  }
  return out;
}
