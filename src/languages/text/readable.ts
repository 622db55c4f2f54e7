/** Whether a file is a text that a front end can read, and how ESLint hears that it is not. */

import type { File } from "@eslint/core";
import { Lines } from "./lines.ts";

/** A sentence, and the line and the column, both from 1, as ESLint prints them. */
export interface Problem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The text that ESLint hands over. */
export const textOf = ({ body }: File): string => (typeof body === "string" ? body : new TextDecoder().decode(body));

/** What a parse answers for a file that it cannot read. */
export const failed = ({ message, line, column }: Problem): { readonly ok: false; readonly errors: Problem[] } => ({ ok: false, errors: [{ message, line, column }] });

/** A problem at a UTF-16 offset. */
export function problemAt(lines: Lines, offset: number, message: string): Problem {
  const { line, column } = lines.placeOf(offset);
  return { message, line, column: column + 1 };
}

/**
 * Why a text is not even tried: it is no text, or not in UTF-8. `bytes` reads the file itself; `otherEncoding` is the one that the
 * file says it is in, if that is not UTF-8.
 */
export function unreadable(text: string, bytes: () => Uint8Array, otherEncoding: string | null = null): Problem | null {
  const nul = text.indexOf("\0");
  if (nul >= 0) return problemAt(new Lines(text), nul, /\0.\0/s.test(text.slice(nul, nul + 200)) ? "this is not UTF-8 text (it looks like UTF-16)" : "this is no text: it holds a NUL character");
  if (otherEncoding !== null) return { message: `the file says it is in ${otherEncoding}; only UTF-8 is read, and a file in another encoding is never rewritten`, line: 1, column: 1 };
  const broken = text.indexOf("\uFFFD");
  return broken >= 0 && !isUtf8(bytes) ? problemAt(new Lines(text), broken, "this is not UTF-8 text; save the file as UTF-8") : null;
}

function isUtf8(bytes: () => Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes());
    return true;
  } catch (error) {
    // A text that is on no disk has been decoded by whoever handed it over.
    return !(error instanceof TypeError);
  }
}
