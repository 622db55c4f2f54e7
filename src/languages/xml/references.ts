/** References: characters by their number, and entities by their name. */

import { isCharacter, NAME } from "./characters.ts";
import { Malformed } from "./malformed.ts";

export interface Reference {
  /** Behind its semicolon. */
  readonly end: number;
  /** The character that it names by number; null for an entity. */
  readonly character: string | null;
  /** The entity; empty for a character. */
  readonly name: string;
}

const REFERENCE = new RegExp(`&(?:#(?:(?<decimal>[0-9]+)|x(?<hexadecimal>[0-9a-fA-F]+))|(?<name>${NAME}));`, "uy");

/** The five entities that need no declaration. */
export const PREDEFINED: ReadonlyMap<string, string> = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"]]);

/** The reference at an ampersand; throws when it is none. */
export function referenceAt(text: string, at: number): Reference {
  const common = text.slice(at + 1, text.indexOf(";", at));
  if (PREDEFINED.has(common)) return { end: at + common.length + 2, character: null, name: common };
  REFERENCE.lastIndex = at;
  const { name, decimal, hexadecimal } = REFERENCE.exec(text)?.groups ?? {};
  const end = REFERENCE.lastIndex;
  if (name !== undefined) return { end, character: null, name };
  if (decimal === undefined && hexadecimal === undefined) throw new Malformed("`&` begins a reference, and this is none; the character itself is written `&amp;`", at);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (!isCharacter(code)) throw new Malformed(`\`${text.slice(at, Math.min(end, at + 20))}\` names no character that XML allows`, at);
  return { end, character: String.fromCodePoint(code), name: "" };
}
