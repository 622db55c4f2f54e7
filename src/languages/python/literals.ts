/** Where each character of a Python string is written: prefixes, escapes, `{{`, continuation lines. */

import type { Range } from "../../facts/node.ts";
import { endOfHole } from "./tokens.ts";

export interface PythonLiteral {
  readonly range: Range;
  readonly content: Range;
  /** As written: `rb`, `F`. */
  readonly prefix: string;
  readonly quote: string;
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
  readonly pieces: readonly LiteralPiece[];
}

export type LiteralPiece = LiteralChars | LiteralHole;

export interface LiteralChars {
  readonly kind: "chars";
  readonly value: string;
  /** One range for each UTF-16 unit of the value. */
  readonly places: readonly Range[];
}

/** A hole of an f-string. */
export interface LiteralHole {
  readonly kind: "hole";
  /** With its braces. */
  readonly range: Range;
  readonly expression: Range;
  /** `!r`, `:>10`, `!s:x` as written; null without one. */
  readonly conversion: string | null;
}

const OPENING = /^([A-Za-z]{0,3})("""|'''|"|')/;
const SIMPLE: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v", "\\": "\\", "'": "'", '"': '"' };
/** Stands for a character that is named (`\N{DASH}`): which one it is takes Unicode's own table. */
export const NAMED = "\uFFFD";

/** The string token at a range of a file; null for what is none or is not finished. */
export function literalAt(text: string, range: Range): PythonLiteral | null {
  const [start, end] = range;
  const opening = OPENING.exec(text.slice(start, start + 6));
  if (!opening) return null;
  const [whole, prefix = "", quote = '"'] = opening;
  const content: Range = [start + whole.length, end - quote.length];
  if (content[1] < content[0] || text.slice(content[1], end) !== quote) return null;
  const lower = prefix.toLowerCase();
  const base = { range, content, prefix, quote, isRaw: lower.includes("r"), isBytes: lower.includes("b"), isFormat: lower.includes("f") || lower.includes("t") };
  return { ...base, pieces: new Reader(text, base).pieces() };
}

type Base = Omit<PythonLiteral, "pieces">;

class Reader {
  readonly #text: string;
  readonly #of: Base;
  readonly #pieces: LiteralPiece[] = [];
  #value = "";
  #places: Range[] = [];

  constructor(text: string, of: Base) {
    this.#text = text;
    this.#of = of;
  }

  pieces(): readonly LiteralPiece[] {
    const [start, end] = this.#of.content;
    for (let at = start; at < end; ) at = this.#next(at);
    this.#flush(true);
    return this.#pieces;
  }

  /** Reads one character or hole; the place behind it. */
  #next(at: number): number {
    const char = this.#text[at] ?? "";
    if (char === "\r") return this.#add("\n", at, this.#text[at + 1] === "\n" ? at + 2 : at + 1);
    if (char === "\\") return this.#of.isRaw ? this.#add(char, at, at + 1) : this.#escape(at);
    if (!this.#of.isFormat || (char !== "{" && char !== "}")) return this.#add(char, at, at + 1);
    if (this.#text[at + 1] === char) return this.#add(char, at, at + 2);
    return char === "{" ? this.#hole(at) : this.#add(char, at, at + 1);
  }

  #add(value: string, start: number, end: number): number {
    for (let unit = 0; unit < value.length; unit += 1) this.#places.push(unit === 0 ? [start, end] : [end, end]);
    this.#value += value;
    return end;
  }

  #escape(at: number): number {
    const rest = this.#text.slice(at + 1, Math.min(at + 64, this.#of.content[1]));
    const line = /^(?:\r\n|\r|\n)/.exec(rest);
    if (line) return at + 1 + line[0].length;
    const code = this.#of.isBytes ? /^(?:x([0-9a-fA-F]{2})|([0-7]{1,3}))/.exec(rest) : /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/.exec(rest);
    if (code) {
      const octal = this.#of.isBytes ? code[2] : code[4];
      const point = octal === undefined ? parseInt(code.slice(1).join(""), 16) : parseInt(octal, 8);
      return this.#add(point <= 0x10ffff ? String.fromCodePoint(point) : NAMED, at, at + 1 + code[0].length);
    }
    const named = this.#of.isBytes ? null : /^N\{[^{}\r\n]*\}/.exec(rest);
    if (named) return this.#add(NAMED, at, at + 1 + named[0].length);
    const simple = SIMPLE[rest[0] ?? ""];
    if (simple !== undefined) return this.#add(simple, at, at + 2);
    // An unknown escape stands for itself, its backslash included.
    return this.#add("\\", at, at + 1);
  }

  #hole(at: number): number {
    this.#flush(false);
    const { expression, end } = endOfHole(this.#text, at + 1, this.#of.quote);
    // `{x=}` writes the expression too.
    const isEcho = /[^=!<>]=\s*$/.test(this.#text.slice(at + 1, expression));
    const conversion = (isEcho ? "=" : "") + this.#text.slice(expression, end - 1).trim();
    this.#pieces.push({ kind: "hole", range: [at, end], expression: [at + 1, expression], conversion: conversion === "" ? null : conversion });
    return end;
  }

  /** Ends the characters gathered so far; a literal without any has one empty piece. */
  #flush(isEnd: boolean): void {
    if (this.#value === "" && !(isEnd && this.#pieces.length === 0)) return;
    this.#pieces.push({ kind: "chars", value: this.#value, places: this.#places });
    this.#value = "";
    this.#places = [];
  }
}
