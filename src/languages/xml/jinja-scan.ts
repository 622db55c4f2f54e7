/** Expressions and statements of Jinja in a text, in the signs that the templates of mails have: `${…}`, `<% … %>`, `% …` on a line of its own. */

import type { Range } from "../../facts/node.ts";

/** All ranges are in units of the text. */
export type JinjaToken =
  /** `whole` has the brackets, too. */
  | { readonly kind: "output"; readonly whole: Range; readonly range: Range }
  | { readonly kind: "set"; readonly name: string; readonly value: Range }
  | { readonly kind: "for"; readonly names: readonly string[]; readonly list: Range }
  | { readonly kind: "if" | "elif"; readonly condition: Range }
  | { readonly kind: "else" | "endif" | "endfor" };

/** One value of an expression with what it is sent through. */
export interface Filtered {
  readonly value: Range;
  readonly filters: readonly { readonly name: string; readonly range: Range }[];
}

const SIGNS = /\$\{|<%|^[ \t\v]*(?:##.*|%(?!%).*)/gm;
const SIGNS_IN_LINE = /\$\{|<%/g;
const PARTS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[([{]|[)\]}]|\||\.\s*\w+|[\p{L}_]\w*|[-+~*/%]|[=!<>]=?/gsu;
const OPERATORS = new Set(["or", "and", "not", "if", "else", "in", "is", "+", "-", "~", "*", "/", "%", "=", "==", "!=", "<", ">", "<=", ">="]);

/** `startsLine`: whether the text begins a line; `isLine`: whether it is part of one, like an attribute. */
export function jinjaIn(text: string, { startsLine, isLine }: { readonly startsLine: boolean; readonly isLine: boolean }): readonly JinjaToken[] {
  const tokens: JinjaToken[] = [];
  const signs = new RegExp(isLine ? SIGNS_IN_LINE : SIGNS);
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const { index, 0: sign } = found;
    const end = endOf(text, sign, signs.lastIndex);
    if (end < 0) continue;
    if (sign === "${") tokens.push({ kind: "output", whole: [index, end + 1], range: [index + 2, end] });
    else if (sign === "<%") tokens.push(...statementIn(text, [index + 2, end]));
    else if ((index > 0 || startsLine) && !sign.trimStart().startsWith("#")) tokens.push(...statementIn(text, [index + sign.indexOf("%") + 1, end]));
    else if (index === 0) {
      // No statement: the line goes on behind its first sign.
      signs.lastIndex = sign.indexOf("%") + 1;
      continue;
    }
    signs.lastIndex = Math.max(end, signs.lastIndex);
  }
  return tokens;
}

/** Where the content of what begins with a sign ends; -1 when it does not. */
function endOf(text: string, sign: string, from: number): number {
  if (sign === "<%") return text.indexOf("%>", from);
  if (sign !== "${") return from;
  let depth = 0;
  for (const { index, 0: part } of text.slice(from).matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[{}]/gs)) {
    if (part === "}" && depth === 0) return from + index;
    if (part === "{") depth += 1;
    if (part === "}") depth -= 1;
  }
  return -1;
}

function statementIn(text: string, [start, end]: Range): readonly JinjaToken[] {
  const [whole = "", keyword = "", rest = ""] = /^[\s-]*(set|if|elif|else|endif|for|endfor)\b\s*([^]*?)\s*:?[\s-]*$/.exec(text.slice(start, end)) ?? [];
  const at = start + whole.indexOf(keyword) + keyword.length;
  /** Where a part of the rest stands. */
  const part = (piece: string, behind = 0): Range => {
    const from = text.indexOf(piece, at + behind);
    return [from, from + piece.length];
  };
  switch (keyword) {
    case "set": {
      const [, name = "", gap = "", value = ""] = /^([A-Za-z_]\w*)(\s*=\s*)([^]+)$/.exec(rest) ?? [];
      return name === "" ? [] : [{ kind: "set", name, value: part(value, text.slice(at).indexOf(name) + name.length + gap.length) }];
    }
    case "for": {
      const [, names = "", gap = "", list = ""] = /^([\w,\s()]+?)(\s+in\s+)([^]+)$/.exec(rest) ?? [];
      return names === "" ? [] : [{ kind: "for", names: names.match(/\w+/g) ?? [], list: part(list, text.slice(at).indexOf(names) + names.length + gap.length) }];
    }
    case "if":
    case "elif":
      return rest === "" ? [] : [{ kind: keyword, condition: part(rest) }];
    case "else":
    case "endif":
    case "endfor":
      return [{ kind: keyword }];
    default:
      return [];
  }
}

/** The values of an expression that go through filters; where none does, the expression itself. A filter takes the operand before it: `a or b|safe` marks `b`. */
export function filteredIn(text: string, [start, end]: Range): readonly Filtered[] {
  const found: Filtered[] = [];
  let bars: number[] = [];
  let from = start;
  let depth = 0;
  const close = (to: number) => {
    if (bars.length > 0) found.push(filteredBy(text, [from, to], bars));
    bars = [];
  };
  for (const { index, 0: part } of text.slice(start, end).matchAll(PARTS)) {
    if ("([{".includes(part)) depth += 1;
    else if (")]}".includes(part)) depth -= 1;
    else if (depth > 0) continue;
    else if (part === "|") bars.push(start + index);
    else if (OPERATORS.has(part)) {
      close(start + index);
      from = start + index + part.length;
    }
  }
  close(end);
  return found.length > 0 ? found : [{ value: [start, end], filters: [] }];
}

const LONGEST_TAG = 2_000;

/** The attribute in whose value a place in a text of markup stands, with what stands before it there. */
export function attributeAt(text: string, index: number): { readonly name: string; readonly lead: string } | null {
  const [, name, double, single] = /<[a-z][^<>]*\s([\w:-]+)\s*=\s*(?:"([^"]*)|'([^']*))$/i.exec(text.slice(Math.max(0, index - LONGEST_TAG), index)) ?? [];
  return name === undefined ? null : { name, lead: double ?? single ?? "" };
}

function filteredBy(text: string, [start, end]: Range, bars: readonly number[]): Filtered {
  const filters = bars.map((bar, index) => {
    const [blanks = "", name = ""] = /^\|\s*(\w*)/.exec(text.slice(bar, bars[index + 1] ?? end)) ?? [];
    const from = bar + blanks.length - name.length;
    return { name, range: [from, from + name.length] as Range };
  });
  return { value: [start, bars[0] ?? end], filters };
}
