/** Where in the file that which an object holds is written: through names, spreads and the file's own functions. */

import { rootOf, type FlowNode, type Write } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Entry, View } from "../facts/view.ts";
import type { Engine } from "./engine.ts";
import { keyText } from "./operators.ts";
import type { Value } from "./value.ts";

/** An expression of the file and what it is; a part that is written elsewhere stands where it comes in. */
export interface Spot {
  readonly node: CodeNode;
  readonly value: Value;
  /** Calls on the way to it, by the function that they run. */
  readonly calls: ReadonlyMap<FunctionFact, CodeNode>;
  /** The node is the part itself, not what brings it in. */
  readonly isOwn: boolean;
}

/** A part of something; it may be missing for certain, or nobody knows. */
export type Part = Spot | "missing" | "unknown";

interface Written {
  readonly node: CodeNode;
  readonly calls: Spot["calls"];
}

export const spotOf = (engine: Engine, node: CodeNode, value: Value = engine.valueOf(node)): Spot => ({ node, value, calls: new Map(), isOwn: true });

/** What lies under keys of something. */
export function partAt(engine: Engine, spot: Spot, keys: readonly string[]): Part {
  let at: Part = spot;
  for (const key of keys) {
    if (typeof at === "string") return at;
    at = partUnder(engine, at, key);
  }
  return at;
}

function partUnder(engine: Engine, { node, value, calls }: Spot, key: string): Part {
  const held = entryOf(engine, value, key);
  if (typeof held === "string") return held;
  const written = writtenUnder(engine, { node, calls }, key);
  if (written === "unknown") return "unknown";
  return written ? { value: held, ...written, isOwn: true } : { node, value: held, calls, isOwn: false };
}

function entryOf(engine: Engine, value: Value, key: string): Value | "missing" | "unknown" {
  const isFunction = value.kind === "function" || (value.kind === "atom" && value.path !== null && engine.know.step(value.path) !== null);
  if (isFunction || (value.kind === "atom" && value.trust === "harmless")) return "missing";
  if (value.kind !== "table") return "unknown";
  const entry = value.entries.get(key);
  if (!entry) return value.rest ? "unknown" : "missing";
  return entry.kind === "atom" && entry.path === "undefined" ? "missing" : entry;
}

/** The expression that is put under a key; null for one that is not written in this file. */
function writtenUnder(engine: Engine, { node, calls }: Written, key: string): Written | "unknown" | null {
  const view = engine.code.view(node);
  switch (view.kind) {
    case "same":
      return writtenUnder(engine, { node: view.node, calls }, key);
    case "table":
      return entryUnder(engine, { node, calls }, view.entries, key);
    case "name":
      return underName(engine, { node, calls }, view.place, key);
    case "field": {
      const object = writtenUnder(engine, { node: view.object, calls }, view.name);
      return object === null || object === "unknown" ? object : writtenUnder(engine, object, key);
    }
    case "call": {
      const given = givenBy(engine, { node, calls }, view);
      return given === null || given === "unknown" ? given : writtenUnder(engine, given, key);
    }
    case "either":
    case "or":
    case "and":
      return "unknown";
    default:
      return null;
  }
}

/** The last entry of an object that has a say. */
function entryUnder(engine: Engine, { calls }: Written, entries: readonly Entry[], key: string): Written | "unknown" | null {
  for (const entry of [...entries].reverse()) {
    if (entry.key === null) {
      const held = entryOf(engine, engine.valueOf(entry.value), key);
      if (held === "missing") continue;
      if (held === "unknown") return "unknown";
      return writtenUnder(engine, { node: entry.value, calls }, key) ?? { node: entry.value, calls };
    }
    const name = typeof entry.key === "string" ? entry.key : keyText(engine.valueOf(entry.key));
    if (name === null) return "unknown";
    if (name === key) return { node: entry.value, calls };
  }
  return null;
}

function underName(engine: Engine, { node, calls }: Written, place: string, key: string): Written | "unknown" | null {
  const { code } = engine;
  const scope = code.scopeOf(place, code.functionOf(node));
  if (scope === undefined) return null;
  const [own, ...others] = [...code.writes(`${place}.${key}`, scope), ...code.writes(`${place}.*`, scope)];
  if (own) return others.length === 0 && own.source.kind === "value" && own.path.length === 0 && comesBy(code.flow(node), own) ? { node: own.source.node, calls } : "unknown";
  const from = singleWrite(engine, place, scope);
  if (from === null || from === "unknown") return from;
  if (from.source.kind === "value" && from.path.length === 0) return writtenUnder(engine, { node: from.source.node, calls }, key);
  const passed = passedFor(engine, from, calls);
  return passed && writtenUnder(engine, { node: passed, calls }, key);
}

function singleWrite({ code }: Engine, place: string, scope: FunctionFact | null): Write | "unknown" | null {
  const [write, ...others] = code.writes(place, scope).filter(({ source }) => source.kind !== "nothing");
  return others.length > 0 ? "unknown" : (write ?? null);
}

/** Whether every way to a point comes by a write. */
function comesBy(from: FlowNode, write: Write): boolean {
  for (let at = from; at.kind !== "start" && at.kind !== "dead"; at = at.kind === "join" ? at.head : at.before) {
    if (at === write) return true;
    if (at.kind === "join" && at.touched.has(rootOf(write.place))) return false;
  }
  return false;
}

/** What a call hands back: the one thing that a function of the file ends with, or what it got itself. */
function givenBy(engine: Engine, { node, calls }: Written, view: Extract<View, { kind: "call" }>): Written | "unknown" | null {
  const target = engine.calleeOf(node);
  if (target) {
    const [exit, ...others] = engine.code.exits(target.fn);
    if (others.length > 0) return "unknown";
    return exit?.value && !calls.has(target.fn) ? { node: exit.value, calls: new Map(calls).set(target.fn, node) } : null;
  }
  const path = engine.pathOf(engine.valueOf(view.callee));
  const step = path === null ? null : engine.know.step(path);
  const arg = step?.does === "same" && typeof step.of === "number" ? view.args[step.of] : undefined;
  return arg?.spread === null ? { node: arg.node, calls } : null;
}

/** The argument that a parameter is, on the way that led to it. */
function passedFor(engine: Engine, { source, node }: Write, calls: Spot["calls"]): CodeNode | null {
  const fn = source.kind === "parameter" ? engine.code.functionOf(node) : null;
  const call = fn ? calls.get(fn) : undefined;
  const view = call ? engine.code.view(call) : null;
  if (source.kind !== "parameter" || view?.kind !== "call" || view.args.some(({ spread }) => spread !== null)) return null;
  return view.args[source.index]?.node ?? null;
}

/** The place to point at: of a parameter, the argument on the way that led to it. */
export function pointedAt(engine: Engine, { node, calls }: Spot): CodeNode {
  const view = engine.code.view(node);
  const scope = view.kind === "name" ? engine.code.scopeOf(view.place, engine.code.functionOf(node)) : undefined;
  const write = view.kind === "name" && scope !== undefined ? singleWrite(engine, view.place, scope) : null;
  return (write !== null && write !== "unknown" ? passedFor(engine, write, calls) : null) ?? node;
}

/** Each thing in a list or a table that is written in this file, with the key that it is under. */
export function partsOf(engine: Engine, spot: Spot): readonly (Spot & { readonly key: string | null })[] {
  const { calls } = spot;
  const view = engine.code.view(spot.node);
  const part = (node: CodeNode, key: string | null) => ({ node, value: engine.valueOf(node), calls, isOwn: true, key });
  const inside = (node: CodeNode) => partsOf(engine, { ...spot, node, value: engine.valueOf(node) });
  switch (view.kind) {
    case "same":
      return inside(view.node);
    case "many":
      return view.items.flatMap((item) => (item.isSpread ? inside(item.node) : [part(item.node, null)]));
    case "table":
      return view.entries.flatMap(({ key, value }) => (key === null ? inside(value) : [part(value, typeof key === "string" ? key : null)]));
    case "name": {
      const scope = engine.code.scopeOf(view.place, engine.code.functionOf(spot.node));
      const from = scope === undefined ? null : singleWrite(engine, view.place, scope);
      return from !== null && from !== "unknown" && from.source.kind === "value" && from.path.length === 0 ? inside(from.source.node) : [];
    }
    default:
      return [];
  }
}
