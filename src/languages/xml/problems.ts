/** Why a file cannot be read as XML before its markup is even looked at: one clear sentence with its place. */

import { Lines } from "./lines.ts";

export interface Problem {
  readonly message: string;
  readonly line: number;
  /** From 1, as ESLint prints it. */
  readonly column: number;
}

const DECLARED = /^\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/;
const UTF_8 = /^(?:utf[-_]?8|u8)$/i;
/** Encodings in which a text of ASCII characters has the same bytes as in UTF-8. */
const LIKE_ASCII = /^(?:us-ascii|ascii|iso-8859-\d+|latin-?\d+|windows-12\d\d|cp12\d\d|koi8-[ru])$/i;
const ASCII = /^[\0-\x7F]*$/;

/** Why a text is not even tried: it is no text, or not in UTF-8. `bytes` reads the file itself. */
export function unreadable(text: string, bytes: () => Uint8Array): Problem | null {
  const nul = text.indexOf("\0");
  if (nul >= 0) return at(text, nul, /\0.\0/s.test(text.slice(nul, nul + 200)) ? "this is not UTF-8 text (it looks like UTF-16)" : "this is no text: it holds a NUL character");
  const encoding = DECLARED.exec(text)?.[1];
  if (encoding !== undefined && !UTF_8.test(encoding) && !(LIKE_ASCII.test(encoding) && ASCII.test(text))) {
    return { message: `the file says it is in ${encoding}; only UTF-8 is read, and a file in another encoding is never rewritten`, line: 1, column: 1 };
  }
  const broken = text.indexOf("\uFFFD");
  return broken >= 0 && !isUtf8(bytes) ? at(text, broken, "this is not UTF-8 text; save the file as UTF-8") : null;
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

function at(text: string, index: number, message: string): Problem {
  const { line, column } = new Lines(text).placeOf(index);
  return { message, line, column: column + 1 };
}
