/** The encoding that an XML file declares. */

const DECLARED = /^\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/;
const UTF_8 = /^(?:utf[-_]?8|u8)$/i;
/** Encodings in which a text of ASCII characters has the same bytes as in UTF-8. */
const LIKE_ASCII = /^(?:us-ascii|ascii|iso-8859-\d+|latin-?\d+|windows-12\d\d|cp12\d\d|koi8-[ru])$/i;
const ASCII = /^[\0-\x7F]*$/;

/** The one that a text says it is in, where that is not read as UTF-8; null for every other. */
export function otherEncoding(text: string): string | null {
  const encoding = DECLARED.exec(text)?.[1];
  return encoding === undefined || UTF_8.test(encoding) || (LIKE_ASCII.test(encoding) && ASCII.test(text)) ? null : encoding;
}
