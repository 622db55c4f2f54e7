/** Regular expressions that admit nothing but word characters. */

import type { Engine } from "./engine.ts";
import { constantOf, type Value } from "./value.ts";

const ATOM = /^(?:\\w|\\d|\w|\[(?:\\w|\\d|[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|\w)+\]|\((?:\?:)?|\)|\|)(?:[*+?]|\{\d+(?:,\d*)?\})?\??/;

/**
 * Whether all that a pattern matches consists of letters, digits and underscores.
 * `anchored`: the ends at which the call itself anchors it (`fullmatch`: both).
 */
export function admitsWordsOnly(source: string, flags: string, anchored: { readonly start: boolean; readonly end: boolean }): boolean {
  if (flags.includes("m")) return false;
  let rest = source;
  const start = /^(?:\^|\\A)/.exec(rest);
  if (start) rest = rest.slice(start[0].length);
  else if (!anchored.start) return false;
  const end = /(?:(?<!\\)\$|\\Z|\\z)$/.exec(rest);
  if (end) rest = rest.slice(0, -end[0].length);
  else if (!anchored.end) return false;
  return isOfWords(rest);
}

const NO_WORD = /^(?:\\W|\[\^(?:\\w|\\d|[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|\w)+\])[*+]?$/;

/** Whether what is left behind consists of letters, digits and underscores when all that a pattern matches is replaced by `by`. */
export const leavesWordsOnly = (source: string, by: string): boolean => NO_WORD.test(source) && /^\w*$/.test(by);

/** The groups of a pattern that keep what they match, in order, and whether that is words and blanks only. */
export function groupsOf(source: string): readonly { readonly name: string | null; readonly isOfWords: boolean }[] {
  const groups: { from: number; to: number }[] = [];
  const open: { from: number; to: number }[] = [];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "[") at = Math.max(at, source.indexOf("]", at + 1));
    else if (source[at] === "(") {
      const group = { from: at, to: source.length };
      groups.push(group);
      open.push(group);
    } else if (source[at] === ")") Object.assign(open.pop() ?? {}, { to: at + 1 });
  }
  return groups.map(({ from, to }) => source.slice(from, to)).filter((group) => /^\((?:[^?]|\?P?<\w)/.test(group)).map((group) => ({
    name: /^\(\?P?<(\w+)>/.exec(group)?.[1] ?? null,
    isOfWords: isOfWords(group.replaceAll(/\((?:\?P?<\w+>)/g, "(").replace(/\\s[*+?]?| /g, "")),
  }));
}

function isOfWords(source: string): boolean {
  let rest = source;
  let depth = 0;
  while (rest !== "") {
    const next = ATOM.exec(rest);
    if (!next) return false;
    if (next[0].startsWith("(")) depth += 1;
    if (next[0].startsWith(")")) depth -= 1;
    // `^a|b$` is anchored at one end each.
    if (depth < 0 || (next[0].startsWith("|") && depth === 0)) return false;
    rest = rest.slice(next[0].length);
  }
  return depth === 0 && source !== "";
}

/** The pattern that a value is: a literal, a text, a call that compiles one; null for anything else. */
export function patternOf(engine: Engine, value: Value): { source: string; flags: string } | null {
  const text = constantOf(value);
  if (text !== null) return { source: text, flags: "" };
  if (value.kind !== "atom") return null;
  const literal = engine.code.view(value.node);
  if (literal.kind === "pattern") return { source: literal.source, flags: literal.flags };
  const made = value.call ? engine.code.view(value.call) : null;
  const source = made?.kind === "call" && made.args[0] && made.args.length === 1 ? constantOf(engine.valueOf(made.args[0].node)) : null;
  return source === null ? null : { source, flags: "" };
}
