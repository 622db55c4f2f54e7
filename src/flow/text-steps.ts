/** Steps that change texts and look into them: replacements, matches. */

import type { CodeNode } from "../facts/node.ts";
import type { Arguments } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { admitsWordsOnly, groupsOf, leavesWordsOnly, patternOf } from "./patterns.ts";
import { atom, concatenated, constantOf, constantText, isHarmless, list, piecesOf, text, type Atom, type Piece, type Value } from "./value.ts";

export const words = (node: CodeNode): Value => atom(node, { trust: "harmless", origin: "word characters only" });

/** Whether everything but word characters is replaced. */
export function isOfWords(engine: Engine, what: Value | null, by: Value | null, flags: string): boolean {
  const pattern = what ? patternOf(engine, what) : null;
  const put = by ? constantOf(by) : null;
  return pattern !== null && put !== null && (pattern.flags + flags).includes("g") && leavesWordsOnly(pattern.source, put);
}

/** A text in which something is put for a mark: what comes in is a hole, and where it lands only a constant tells. */
export function replaced(engine: Engine, receiver: Value, args: Arguments, node: CodeNode): Value {
  const [what, by] = [args.at(0), args.at(1)];
  if (what?.value.kind === "atom" && by && isOfWords(engine, what.value, by.value, "")) return words(node);
  if (!by || isHarmless(by.value)) return receiver.kind === "atom" ? { ...receiver, node, isEscaped: receiver.isEscaped || (what !== null && by !== null && escapes(engine, what.value, by.value)) } : receiver;
  const mark = what ? constantOf(what.value) : null;
  if (receiver.kind === "text" && mark !== null && mark !== "") return text(receiver.pieces.flatMap((piece) => spread(piece, mark, by)));
  return concatenated(piecesOf(receiver, node), piecesOf(by.value, by.node));
}

/** Whether quotes or backslashes become something else. */
function escapes(engine: Engine, what: Value, by: Value): boolean {
  const mark = constantOf(what) ?? patternOf(engine, what)?.source ?? "";
  return /['"\\`]/.test(mark.replace(/\\[wsdbWSDB]/g, "")) && constantOf(by) !== "";
}

function spread(piece: Piece, mark: string, by: { readonly node: CodeNode; readonly value: Value }): readonly Piece[] {
  if (piece.kind === "hole") return [piece];
  if (piece.kind === "choice") return [{ kind: "choice", of: piece.of.map((pieces) => pieces.flatMap((one) => spread(one, mark, by))) }];
  return piece.text.split(mark).flatMap((part, index) => [...(index > 0 ? piecesOf(by.value, by.node) : []), ...constantText(part).pieces]);
}

/** A match, with its groups: parts of the text, and words where the pattern admits nothing else. */
export function matched(engine: Engine, { pattern, value }: { readonly pattern: Value | null; readonly value: Value | null }, isList: boolean, node: CodeNode): Value | null {
  const known = pattern ? patternOf(engine, pattern) : null;
  const isOfWords = known !== null && admitsWordsOnly(known.source, known.flags, { start: true, end: true });
  const from = value?.kind === "atom" ? value : null;
  const match = isOfWords
    ? atom(node, { trust: "harmless", origin: "word characters only", isDeep: true })
    : atom(node, { trust: from?.trust === "foreign" ? "foreign" : "unknown", ...(from ? { from: from.from, origin: from.origin, steps: from.steps } : {}), isDeep: true });
  const groups = !isOfWords && known && !known.flags.includes("g") ? groupsOf(known.source) : [];
  const result: Value = groups.some((group) => group.isOfWords) ? withGroups(match, groups, node) : match;
  return isList ? list("list", [], result) : result;
}

/** A match of which some groups can hold nothing but words. */
function withGroups(match: Atom, groups: ReturnType<typeof groupsOf>, node: CodeNode): Value {
  const words = atom(node, { trust: "harmless", origin: "words and blanks only", isDeep: true });
  const entries = groups.flatMap((group, index) => [String(index + 1), ...(group.name === null ? [] : [group.name])].map((key) => [key, group.isOfWords ? words : match] as const));
  const named: Value = { kind: "table", entries: new Map(entries.filter(([key]) => !/^\d/.test(key))), rest: null };
  return { kind: "table", entries: new Map<string, Value>([["0", match], ["groups", named], ...entries]), rest: groups.every((group) => group.isOfWords) ? words : match };
}
