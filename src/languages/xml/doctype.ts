/** The document type declaration: its form is checked, its entities are remembered, and nothing else of it matters here. */

import { NAME, NAME_CHARACTER, S } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import type { Entities } from "./entities.ts";
import { Malformed } from "./malformed.ts";
import { referenceAt } from "./references.ts";

const LITERAL = `(?:"[^"]*"|'[^']*')`;
const PUBLIC = String.raw`(?:"[-\s\w'()+,./:=?;!*#@$%]*"|'[-\s\w()+,./:=?;!*#@$%]*')`;
const EXTERNAL = `(?:SYSTEM${S}+${LITERAL}|PUBLIC${S}+${PUBLIC}${S}+${LITERAL})`;
const TOKENS = (token: string) => String.raw`\(${S}*${token}(?:${S}*\|${S}*${token})*${S}*\)`;
const TYPE = `(?:CDATA|ID|IDREF|IDREFS|ENTITY|ENTITIES|NMTOKEN|NMTOKENS|NOTATION${S}+${TOKENS(NAME)}|${TOKENS(`${NAME_CHARACTER}+`)})`;

const HEAD = new RegExp(`${S}+${NAME}(?<external>${S}+${EXTERNAL})?${S}*`, "uy");
const ENTITY = new RegExp(`${S}+(?:%${S}+(?<parameter>${NAME})|(?<name>${NAME}))${S}+(?:(?<literal>${LITERAL})|(?<external>${EXTERNAL})(?<unparsed>${S}+NDATA${S}+${NAME})?)${S}*>`, "uy");
const NOTATION = new RegExp(`${S}+${NAME}${S}+(?:SYSTEM${S}+${LITERAL}|PUBLIC${S}+${PUBLIC}(?:${S}+${LITERAL})?)${S}*>`, "uy");
const ATTRIBUTES = new RegExp(`${S}+${NAME}`, "uy");
const ATTRIBUTE = new RegExp(`${S}+${NAME}${S}+${TYPE}${S}+(?:#REQUIRED|#IMPLIED|(?:#FIXED${S}+)?(?<value>${LITERAL}))`, "uy");
const ELEMENT = new RegExp(`${S}+${NAME}${S}+(?:EMPTY|ANY|${String.raw`\(${S}*#PCDATA(?:${S}*\)\*?|(?:${S}*\|${S}*${NAME})+${S}*\)\*)`})${S}*>`, "uy");
const MODEL = new RegExp(`${S}+${NAME}${S}+(?=\\()`, "uy");
const PARTICLE = new RegExp(`${S}*(?:(?<open>\\()|${NAME}[?*+]?)`, "uy");
const SEPARATOR = new RegExp(`${S}*(?:(?<close>\\))[?*+]?|(?<sign>[,|]))`, "uy");
const CLOSE = new RegExp(`${S}*>`, "y");
const PARAMETER = new RegExp(`%${NAME};`, "uy");

/** Steps over a document type declaration, behind `<!DOCTYPE`. */
export function skipDoctype(cursor: Cursor, entities: Entities, isStandalone: boolean): void {
  const start = cursor.at - "<!DOCTYPE".length;
  const head = cursor.match(HEAD);
  if (!head) throw malformed(cursor, "DOCTYPE", start);
  if (head.groups?.external !== undefined && !isStandalone) entities.isOpen = true;
  if (cursor.skip("[")) {
    while (!cursor.skip("]")) skipDeclaration(cursor, entities, isStandalone);
  }
  if (!cursor.match(CLOSE)) throw malformed(cursor, "DOCTYPE", start);
}

/** Steps over one declaration, or white space, between the brackets of a document type declaration. */
function skipDeclaration(cursor: Cursor, entities: Entities, isStandalone: boolean): void {
  const start = cursor.at;
  if (cursor.skipBlanks()) return;
  if (cursor.skip("<!--")) cursor.comment();
  else if (cursor.skip("<?")) cursor.instruction();
  else if (cursor.skip("<!ENTITY")) declareEntity(cursor, entities, start);
  else if (cursor.skip("<!ATTLIST")) skipAttributes(cursor, entities, start);
  else if (cursor.skip("<!ELEMENT")) skipElement(cursor, start);
  else if (cursor.skip("<!NOTATION")) {
    if (!cursor.match(NOTATION)) throw malformed(cursor, "NOTATION", start);
  } else if (cursor.match(PARAMETER)) {
    // What it stands for is not read, and may declare anything.
    if (!isStandalone) entities.isOpen = true;
  } else throw start < cursor.text.length ? cursor.unexpected("in a document type declaration") : cursor.unfinished("the document type declaration", start);
}

function declareEntity(cursor: Cursor, entities: Entities, start: number): void {
  const match = cursor.match(ENTITY);
  if (!match) throw malformed(cursor, "ENTITY", start);
  const { name, literal, external, unparsed, parameter } = match.groups ?? {};
  if (parameter !== undefined && unparsed !== undefined) throw malformed(cursor, "ENTITY", start);
  const replacement = literal === undefined ? null : replacementOf(literal.slice(1, -1), start);
  if (name === undefined) return;
  entities.declare(name, replacement !== null ? { replacement } : external !== undefined && unparsed === undefined ? "external" : "unparsed");
}

/** An entity's replacement text: characters written by number are read now, everything else when the entity is used. */
function replacementOf(literal: string, at: number): string {
  if (literal.includes("%")) throw new Malformed("`%` cannot stand in an entity's text here; it is written `&#37;`", at);
  const text = literal.replace(/\r\n?/g, "\n");
  let out = "";
  let from = 0;
  for (let index = text.indexOf("&"); index >= 0; index = text.indexOf("&", from)) {
    const { end, character } = referenceOf(text, index, at);
    out += text.slice(from, index) + (character ?? text.slice(index, end));
    from = end;
  }
  return out + text.slice(from);
}

function referenceOf(text: string, index: number, at: number): ReturnType<typeof referenceAt> {
  try {
    return referenceAt(text, index);
  } catch (error) {
    throw error instanceof Malformed ? new Malformed(error.message, at) : error;
  }
}

function skipAttributes(cursor: Cursor, entities: Entities, start: number): void {
  if (!cursor.match(ATTRIBUTES)) throw malformed(cursor, "ATTLIST", start);
  for (let match = cursor.match(ATTRIBUTE); match; match = cursor.match(ATTRIBUTE)) {
    const value = match.groups?.value ?? "";
    if (value.includes("<")) throw new Malformed("`<` cannot stand in an attribute's value; it is written `&lt;`", cursor.at);
    for (let index = value.indexOf("&"); index >= 0; index = value.indexOf("&", index + 1)) {
      const { name } = referenceOf(value, index, cursor.at);
      if (name !== "") entities.check(name, "attribute", cursor.at);
    }
  }
  if (!cursor.match(CLOSE)) throw malformed(cursor, "ATTLIST", start);
}

/** Steps over what may stand in an element: groups in groups, each with one kind of sign between its parts. */
function skipElement(cursor: Cursor, start: number): void {
  if (cursor.match(ELEMENT)) return;
  const signs: (string | null)[] = [];
  if (!cursor.match(MODEL)) throw malformed(cursor, "ELEMENT", start);
  do {
    const particle = cursor.match(PARTICLE);
    if (!particle) throw malformed(cursor, "ELEMENT", start);
    if (particle.groups?.open !== undefined) signs.push(null);
    else skipSeparators(cursor, signs, start);
  } while (signs.length > 0);
  if (!cursor.match(CLOSE)) throw malformed(cursor, "ELEMENT", start);
}

/** Steps over the ends of groups up to the sign before the next part. */
function skipSeparators(cursor: Cursor, signs: (string | null)[], start: number): void {
  while (signs.length > 0) {
    const { close, sign } = cursor.match(SEPARATOR)?.groups ?? {};
    if (close !== undefined) {
      signs.pop();
      continue;
    }
    const before = signs.at(-1) ?? sign;
    if (sign === undefined || before !== sign) throw malformed(cursor, "ELEMENT", start);
    signs[signs.length - 1] = sign;
    return;
  }
}

/** A fault of a declaration's form: somewhere behind where it has been understood, or that it goes on to the end. */
function malformed(cursor: Cursor, keyword: string, start: number): Malformed {
  const hasEnd = cursor.text.includes(">", cursor.at);
  return hasEnd ? new Malformed(`this \`<!${keyword}\` is not well-formed`, start) : cursor.unfinished(`the \`<!${keyword}\` that begins here`, start);
}
