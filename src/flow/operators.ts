/** What operators leave of the values that they work on. */

import type { CodeNode } from "../facts/node.ts";
import { atom, constantOf, constantText, isHarmless, list, either, text, type List, type ListItem, type Piece, type Value } from "./value.ts";

/** Whether a value can be nothing but a number. */
export const isNumber = (value: Value): boolean =>
  value.kind === "atom" && (value.type === "number" || value.type === "integer") && (value.trust === "harmless" || value.trust === "typed");

/** The text of a constant key; null for a key that is none. */
export const keyText = (value: Value): string | null => (value.kind === "atom" && value.constant !== undefined ? String(value.constant) : constantOf(value));

/** `[1] + [2]` */
export function joinedLists(values: readonly Value[]): List {
  const items: ListItem[] = [];
  const rests: Value[] = [];
  for (const value of values) {
    if (value.kind === "list") {
      items.push(...value.items);
      if (value.rest) rests.push(value.rest);
    } else rests.push(value);
  }
  return list("list", items, rests.length > 0 ? either(rests) : null);
}

const isEmpty = (value: Value): boolean =>
  (value.kind === "text" && value.pieces.length === 0) ||
  (value.kind === "atom" && value.trust === "harmless" && value.constant !== undefined && !value.constant) ||
  (value.kind === "atom" && value.trust === "harmless" && value.constant === undefined && value.path === "undefined");

/** What is left of a value behind `or`. */
export const truthy = (value: Value): readonly Value[] => (value.kind === "union" ? value.of : [value]).filter((one) => !isEmpty(one));

/** What is left of a value behind `and`: an empty one at most. */
export const falsy = (value: Value): readonly Value[] => (value.kind === "text" && value.pieces.some((piece: Piece) => piece.kind === "constant") ? [] : [constantText("")]);

/** A part of a value; of a quoted text it is quoted no longer. */
export function sliceOf(value: Value, node: CodeNode): Value {
  if (value.kind === "list") return list(value.shape, value.items.map((item) => ({ ...item, isOptional: true })), value.rest);
  if (value.kind === "text") return isHarmless(value) ? atom(node, { trust: "harmless" }) : value;
  return value.kind === "atom" ? { ...value, quoted: null } : atom(node);
}

/** Puts entries of unknown keys over those that are there: each of them may be another one now. */
export function overlaid(entries: Map<string, Value>, rests: Value[], rest: Value): void {
  for (const [name, value] of entries) entries.set(name, either([value, rest]));
  rests.push(rest);
}

/** `n + 10`: a number if `n` is one, else a text that begins like it. */
export function addedUp(values: readonly Value[], node: CodeNode): Value {
  const [first] = values.filter((value) => !isNumber(value));
  return first?.kind === "atom" ? { ...first, node, path: null, constant: undefined, parameter: null } : atom(node);
}

/** Whether a value holds others, as far as is known: a written one, or what was made of something unknown. */
export const isCollection = (value: Value): boolean => value.kind === "list" || (value.kind === "atom" && value.type === "list");

/** What arithmetic makes of numbers. */
export function numberOf(values: readonly Value[], node: CodeNode): Value {
  if (values.every((value) => value.kind === "atom" && value.trust === "harmless")) return atom(node, { trust: "harmless", type: "number" });
  return atom(node, { trust: "typed", type: values.every((value) => value.kind === "atom" && value.type === "integer") ? "integer" : "number", typedBy: "cast" });
}

export const isDate = (value: Value): boolean => value.kind === "atom" && value.trust === "typed" && value.type === "date";

/** `a & b`: what is in both is in the harmless one; of numbers a number. */
export function overlap(values: readonly Value[], node: CodeNode): Value {
  const fixed = values.find((value) => value.kind === "list" && isHarmless(value));
  if (fixed?.kind === "list") return list(fixed.shape, fixed.items.map((item) => ({ ...item, isOptional: true })), fixed.rest);
  if (values.every(isNumber)) return atom(node, { trust: "typed", type: "integer", typedBy: "cast" });
  return values.find(isCollection) ?? atom(node);
}

/** `["%s"] * n`, `"?, " * n`: so many times what nobody counts. */
export function repeated(operands: readonly [Value, Value], node: CodeNode): Value {
  for (const value of operands) {
    if (value.kind === "list") return list(value.shape, [], either([...value.items.map((item) => item.value), ...(value.rest ? [value.rest] : [])]));
    if (value.kind === "text") return text([{ kind: "choice", of: [[], value.pieces] }]);
    // A placeholder of a library, so many times.
    if (value.kind === "atom" && value.trust === "harmless" && value.type === null && value.constant === undefined) return list("list", [], value);
  }
  return operands.every(isNumber) ? numberOf(operands, node) : atom(node);
}
