/** Regular expressions that admit nothing but word characters. */

const ATOM = /^(?:\\w|\\d|\w|\[(?:\\w|\\d|\w-\w|\w)+\]|\((?:\?:)?|\)|\|)(?:[*+?]|\{\d+(?:,\d*)?\})?\??/;

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
