/** The extent of an expression with the parentheses that are its own. */

import type { Range } from "../../facts/node.ts";
import type { PyNode } from "./ast.ts";
import type { PythonSourceCode } from "./source-code.ts";
import type { Token } from "./tokens.ts";

/** The range of a node, parentheses around it included; those of a call or a definition are not its own. */
export function outerRange(source: PythonSourceCode, node: PyNode): Range {
  const { text } = source;
  let [start, end] = source.getRange(node);
  const limit = limitOf(source, node);
  for (;;) {
    const before = signBefore(source, start);
    const after = signAfter(source, end);
    if (before === null || after === null || text[before] !== "(" || text[after] !== ")" || before < limit[0] || after >= limit[1]) return [start, end];
    start = before;
    end = after + 1;
  }
}

/** Where a node's own parentheses can stand at most. */
function limitOf(source: PythonSourceCode, node: PyNode): Range {
  const parent = source.getParent(node);
  if (!parent) return [0, source.text.length];
  if (parent.nodeType === "Keyword") return limitOf(source, parent);
  const [start, end] = source.getRange(parent);
  if (parent.nodeType === "Call" && parent.func !== node) {
    const open = signAfter(source, outerRange(source, parent.func)[1]);
    return [(open ?? start) + 1, end - 1];
  }
  if (parent.nodeType === "ClassDef" || parent.nodeType === "Arguments" || parent.nodeType === "WithItem") return source.getRange(node);
  return parent.nodeType === "Tuple" && source.text[start] === "(" ? [start + 1, end - 1] : [start, end];
}

/** The index of the token at or behind a place, by binary search. */
function tokenFrom(tokens: readonly Token[], index: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.range[0] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the last token before a place begins, comments left out. */
export function signBefore({ sortedTokens }: PythonSourceCode, index: number): number | null {
  for (let at = tokenFrom(sortedTokens, index) - 1; at >= 0; at -= 1) {
    const token = sortedTokens[at];
    if (token && token.kind !== "comment") return token.range[0];
  }
  return null;
}

/** Where the first token at or behind a place begins, comments left out. */
export function signAfter({ sortedTokens }: PythonSourceCode, index: number): number | null {
  for (let at = tokenFrom(sortedTokens, index); at < sortedTokens.length; at += 1) {
    const token = sortedTokens[at];
    if (token && token.kind !== "comment") return token.range[0];
  }
  return null;
}

/** The string tokens of a range, in order; those inside holes are not among them. */
export function stringsIn({ sortedTokens }: PythonSourceCode, [start, end]: Range): readonly Token[] {
  const found: Token[] = [];
  for (let at = tokenFrom(sortedTokens, start); at < sortedTokens.length; at += 1) {
    const token = sortedTokens[at];
    if (!token || token.range[0] >= end) break;
    if (token.kind === "string") found.push(token);
  }
  return found;
}

/** Whether a comment stands in a range. */
export function hasComment({ sortedTokens }: PythonSourceCode, [start, end]: Range): boolean {
  return sortedTokens.some((token) => token.kind === "comment" && token.range[0] < end && start < token.range[1]);
}
