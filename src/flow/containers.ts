/** What containers hold that are written out: `[a, *b]`, `{ a: 1, ...b }`. */

import type { CallPoint } from "../facts/flow.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView, View } from "../facts/view.ts";
import { elementOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { indexOf } from "./members.ts";
import { keyText, overlaid } from "./operators.ts";
import { readPlace, type Read } from "./reach.ts";
import { atom, either, list, type ListItem, type Table, type Value } from "./value.ts";

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
    else spread(engine, { entries, rests }, stored, value);
  }
  return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
}

/** Puts all that a value holds over what is there already. */
function spread(engine: Engine, { entries, rests }: { readonly entries: Map<string, Value>; readonly rests: Value[] }, value: Value, node: CodeNode): void {
  if (value.kind !== "table") overlaid(entries, rests, indexOf(engine, value, atom(node), node));
  else {
    if (value.rest) overlaid(entries, rests, value.rest);
    for (const [own, one] of value.entries) entries.set(own, one);
  }
}

/** One table of several, each over those before it: `Object.assign({}, defaults, given)`. */
export function overlay(engine: Engine, parts: readonly { readonly node: CodeNode; readonly value: Value }[]): Table {
  const entries = new Map<string, Value>();
  const rests: Value[] = [];
  for (const { value, node } of parts) spread(engine, { entries, rests }, value, node);
  return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
}

/** What a place holds behind `Object.assign(target, source)`; null when the call is none or says nothing of it. */
export function assigned(engine: Engine, read: Read, point: CallPoint, view: CallView): Value | null {
  const [target, ...given] = view.args;
  const path = target && given.length > 0 ? engine.code.pathOf(target.node) : null;
  if (!target || path === null || (path !== read.place && !read.place.startsWith(`${path}.`))) return null;
  const callee = engine.pathOf(engine.valueOf(view.callee, read.frame));
  if (callee === null || engine.know.step(callee)?.does !== "assign") return null;
  const sources = given.map(({ node, spread: of }) => ({ node, value: of === null ? engine.valueOf(node, read.frame) : atom(node) }));
  const before = (): Value => readPlace(engine, { ...read, at: point.before });
  if (path === read.place) return overlay(engine, [{ node: target.node, value: before() }, ...sources]);
  const name = read.place.slice(path.length + 1);
  const { entries, rest } = overlay(engine, sources);
  const own = entries.get(name);
  // Keys that are written out here are as good as a constant.
  return own ?? (rest && (name.startsWith("(") ? (read.otherwise?.() ?? rest) : either([rest, before()])));
}
