/** What containers hold that are written out: `[a, *b]`, `{ a: 1, ...b }`. */

import type { View } from "../facts/view.ts";
import { elementOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { indexOf } from "./members.ts";
import { keyText, overlaid } from "./operators.ts";
import { atom, either, list, type ListItem, type Value } from "./value.ts";

export function manyOf(engine: Engine, view: Extract<View, { kind: "many" }>, frame: Frame): Value {
  const items: ListItem[] = [];
  const rests: Value[] = [];
  for (const item of view.items) {
    const value = engine.valueOf(item.node, frame);
    if (!item.isSpread) items.push({ value, isOptional: false });
    else if (value.kind === "list") {
      items.push(...value.items);
      if (value.rest) rests.push(value.rest);
    } else rests.push(elementOf(engine, value, item.node));
  }
  return list(view.shape, items, rests.length > 0 ? either(rests) : null);
}

export function tableOf(engine: Engine, view: Extract<View, { kind: "table" }>, frame: Frame): Value {
  const entries = new Map<string, Value>();
  const rests: Value[] = [];
  for (const { key, value } of view.entries) {
    const stored = engine.valueOf(value, frame);
    const name = key === null || typeof key === "string" ? key : keyText(engine.valueOf(key, frame));
    if (name !== null) entries.set(name, stored);
    else if (key !== null) rests.push(stored);
    else if (stored.kind !== "table") overlaid(entries, rests, indexOf(engine, stored, atom(value), value));
    else {
      if (stored.rest) overlaid(entries, rests, stored.rest);
      for (const [own, one] of stored.entries) entries.set(own, one);
    }
  }
  return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
}
