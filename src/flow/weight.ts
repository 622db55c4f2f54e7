/** How much a value holds. Values share their parts, so that a few lines of code can make one that is a tree of millions. */

import type { CodeNode } from "../facts/node.ts";
import { atom, type Piece, type Value } from "./value.ts";

const HEAVIEST = 4000;

const weights = new WeakMap<Value | Piece, number>();

/** The containers and choices that a walk over a value comes by, each as often as the walk does. */
export function weightOf(part: Value | Piece): number {
  const known = weights.get(part);
  if (known !== undefined) return known;
  const weight = partsOf(part).reduce((sum, one) => sum + weightOf(one), part.kind === "list" || part.kind === "table" || part.kind === "choice" ? 1 : 0);
  weights.set(part, weight);
  return weight;
}

/** The value itself; an unknown one when a walk over it would take too long. */
export const bounded = (value: Value, node: CodeNode): Value => (value.kind === "atom" || weightOf(value) <= HEAVIEST ? value : atom(node));

function partsOf(part: Value | Piece): readonly (Value | Piece)[] {
  switch (part.kind) {
    case "text":
      return part.pieces;
    case "choice":
      return part.of.flat();
    case "hole":
      return [part.value];
    case "list":
      return [...part.items.map((item) => item.value), ...(part.rest ? [part.rest] : [])];
    case "table":
      return [...part.entries.values(), ...(part.rest ? [part.rest] : [])];
    case "union":
      return part.of;
    default:
      return [];
  }
}
