/** Python's tokens, as far as edits and directives need them: comments, strings (f-strings whole), words, numbers and signs. */

import type { Range } from "../../facts/node.ts";

export interface Token {
  readonly kind: "comment" | "string" | "word" | "number" | "sign";
  readonly range: Range;
}

const BLANK = /(?:[ \t\f\r\n]|\\\r?\n|\\\r)+/y;
const WORD = /[\p{L}_\p{Nl}][\p{L}\p{N}\p{M}\p{Pc}]*/uy;
const NUMBER = /(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)[jJlL]?/y;
const COMMENT = /#[^\r\n]*/y;
const OPENING = /([rRbBuUfFtT]{0,3})("""|'''|"|')/y;

/** The tokens of a range of text, UTF-16 offsets. An unfinished string reaches to the end. */
export function tokensIn(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  const add = (kind: Token["kind"], end: number) => {
    tokens.push({ kind, range: [at, Math.min(end, to)] });
    at = end;
  };
  while (at < to) {
    const blank = match(BLANK, text, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const comment = match(COMMENT, text, at);
    const opening = comment ? null : match(OPENING, text, at);
    const word = comment || opening ? null : match(WORD, text, at);
    const number = comment || opening || word ? null : match(NUMBER, text, at);
    if (comment) add("comment", at + comment[0].length);
    else if (opening) add("string", endOfString(text, at + opening[0].length, opening[2] ?? '"', /[ft]/i.test(opening[1] ?? ""), tokens));
    else if (word) add("word", at + word[0].length);
    else if (number) add("number", at + number[0].length);
    else add("sign", at + 1);
  }
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The end of a string whose content begins at `at`; comments inside its holes are added to `comments`. */
export function endOfString(text: string, at: number, quote: string, isFormat: boolean, comments: Token[] = []): number {
  for (let here = at; here < text.length; ) {
    if (text.startsWith(quote, here)) return here + quote.length;
    const char = text[here];
    if (char === "\\") here += lengthOfEscape(text, here, isFormat);
    else if (quote.length === 1 && (char === "\n" || char === "\r")) return here;
    else if (isFormat && char === "{" && text[here + 1] === "{") here += 2;
    else if (isFormat && char === "{") here = endOfHole(text, here + 1, quote, comments).end;
    else here += 1;
  }
  return text.length;
}

/** A backslash keeps a quote from ending the string; it does not keep a brace from beginning a hole. */
function lengthOfEscape(text: string, at: number, isFormat: boolean): number {
  if (isFormat && text[at + 1] === "{") return 1;
  return text[at + 1] === "\r" && text[at + 2] === "\n" ? 3 : 2;
}

export interface HoleEnd {
  /** Where the expression ends: at `!`, `:`, `=` or the brace. */
  readonly expression: number;
  /** Where the format begins, behind its colon; null without one. */
  readonly spec: number | null;
  /** Behind the closing brace. */
  readonly end: number;
}

/** The extent of an f-string's hole whose expression begins at `at`. */
export function endOfHole(text: string, at: number, quote: string, comments: Token[] = []): HoleEnd {
  let depth = 0;
  let expression = -1;
  for (let here = at; here < text.length; ) {
    const char = text[here] ?? "";
    const opening = match(OPENING, text, here);
    if (opening) {
      // Before 3.12 the outer quote ends the string; inside a hole it can only begin a new one.
      here = endOfString(text, here + opening[0].length, opening[2] ?? '"', /[ft]/i.test(opening[1] ?? ""), comments);
    } else if (char === "#") {
      const length = match(COMMENT, text, here)?.[0].length ?? 1;
      comments.push({ kind: "comment", range: [here, here + length] });
      here += length;
    } else if (/[\p{L}_]/u.test(char)) here += match(WORD, text, here)?.[0].length ?? 1;
    else if ("([{".includes(char)) {
      depth += 1;
      here += 1;
    } else if (depth > 0 && ")]}".includes(char)) {
      depth -= 1;
      here += 1;
    } else if (char === "}") return { expression: expression < 0 ? here : expression, spec: null, end: here + 1 };
    else if (depth === 0 && char === "!" && text[here + 1] !== "=") {
      expression = here;
      here += 1;
    } else if (depth === 0 && char === ":") return specOf(text, here, expression < 0 ? here : expression, quote, comments);
    else here += 1;
  }
  return { expression: expression < 0 ? text.length : expression, spec: null, end: text.length };
}

function specOf(text: string, colon: number, expression: number, quote: string, comments: Token[]): HoleEnd {
  for (let here = colon + 1; here < text.length; ) {
    const char = text[here];
    if (char === "}") return { expression, spec: colon + 1, end: here + 1 };
    if (char === "{") here = endOfHole(text, here + 1, quote, comments).end;
    else if (text.startsWith(quote, here)) return { expression, spec: colon + 1, end: here };
    else here += 1;
  }
  return { expression, spec: colon + 1, end: text.length };
}
