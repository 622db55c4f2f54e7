/** Where each character of a JavaScript string or template is written. */

import type { Range } from "../../facts/node.ts";

export interface WrittenUnits {
  readonly value: string;
  /** One range for each UTF-16 unit of the value. */
  readonly places: readonly Range[];
}

const SIMPLE: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v" };

/** The characters between two offsets of a file: the content of a string, or a part of a template. */
export function unitsIn(text: string, [start, end]: Range): WrittenUnits {
  const places: Range[] = [];
  let value = "";
  const add = (char: string, from: number, to: number) => {
    for (let unit = 0; unit < char.length; unit += 1) places.push(unit === 0 ? [from, to] : [to, to]);
    value += char;
    return to;
  };
  for (let at = start; at < end; ) {
    const char = text[at] ?? "";
    if (char === "\r") at = add("\n", at, text[at + 1] === "\n" ? at + 2 : at + 1);
    else if (char === "\\") {
      const { char: escaped, length } = escapeAt(text.slice(at + 1, Math.min(at + 12, end)));
      at = add(escaped, at, at + 1 + length);
    } else at = add(char, at, at + 1);
  }
  return { value, places };
}

/** What an escape stands for; `rest` begins behind the backslash. */
function escapeAt(rest: string): { readonly char: string; readonly length: number } {
  const line = /^(?:\r\n|[\n\r\u2028\u2029])/.exec(rest);
  if (line) return { char: "", length: line[0].length };
  const code = /^(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]+)\})/i.exec(rest);
  if (code) {
    const point = parseInt(code.slice(1).join(""), 16);
    return { char: point <= 0x10ffff ? String.fromCodePoint(point) : "", length: code[0].length };
  }
  const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(rest);
  if (octal) return { char: String.fromCharCode(parseInt(octal[0], 8)), length: octal[0].length };
  const char = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return { char: SIMPLE[char] ?? char, length: char.length };
}
