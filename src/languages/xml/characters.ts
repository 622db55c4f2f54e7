/** Which characters XML 1.0 allows, and where. */

const NAME_START = String.raw`:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}`;

/** One character of a name, as a class of a regular expression with the flag `u`. */
export const NAME_CHARACTER = String.raw`[${NAME_START}\-.0-9\u{B7}\u{300}-\u{36F}\u{203F}\u{2040}]`;

/** A name, as a part of a regular expression with the flag `u`. */
export const NAME = `[${NAME_START}]${NAME_CHARACTER}*`;

/** White space, as a part of a regular expression. */
export const S = String.raw`[ \t\r\n]`;

const ASCII_NAME = /[A-Za-z_:][\w:.-]*/y;
// eslint-disable-next-line no-misleading-character-class -- its ranges end in characters that join others
const ANY_NAME = new RegExp(NAME, "uy");

// With the flag `u`, a surrogate (`Cs`) is one that stands alone.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const ILLEGAL = /[\0-\x08\x0B\x0C\x0E-\x1F\p{Cs}\uFFFE\uFFFF]/u;

/** The name that begins at a place; null when none does. */
export function nameAt(text: string, at: number): string | null {
  ASCII_NAME.lastIndex = at;
  const name = ASCII_NAME.exec(text)?.[0];
  if (text.charCodeAt(at + (name?.length ?? 0)) < 0x80) return name ?? null;
  ANY_NAME.lastIndex = at;
  return ANY_NAME.exec(text)?.[0] ?? null;
}

/** Where the first character stands that no XML file may hold; -1 when there is none. */
export const illegalIn = (text: string): number => text.search(ILLEGAL);

/** Whether a character may be written by its number. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
}

export const isBlank = (code: number): boolean => code === 0x20 || code === 0xa || code === 0xd || code === 0x9;

/** The first place from `at` on that is no white space. */
export function behindBlanks(text: string, at: number): number {
  let here = at;
  while (isBlank(text.charCodeAt(here))) here += 1;
  return here;
}

/** A character as a message shows it. */
export function shown(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return "the end of the file";
  return code > 0x20 && code !== 0x7f && isCharacter(code) ? `\`${String.fromCodePoint(code)}\`` : `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
