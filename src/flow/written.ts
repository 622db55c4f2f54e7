/** Where in the file that which an object holds is written: through names, spreads and the file's own functions. */

import { rootOf, type FlowNode, type Write } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Entry, View } from "../facts/view.ts";
import { argumentsOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { keyText } from "./operators.ts";
import type { FunctionValue, Value } from "./value.ts";

/** An expression of the file and what it is; a part that is written elsewhere stands where it comes in. */
export interface Spot {
  readonly node: CodeNode;
  readonly value: Value;
  /** The activation that it is written in, and the calls on the way to it, by the function that they run. */
  readonly frame: Frame;
  readonly calls: ReadonlyMap<FunctionFact, CodeNode>;
  /** The node is the part itself, not what brings it in. */
  readonly isOwn: boolean;
}

/** A part of something; it may be missing for certain, or nobody knows. */
export type Part = Spot | "missing" | "unknown";

type Written = Pick<Spot, "node" | "frame" | "calls">;

/** What lies under keys of something. */
export function partAt(engine: Engine, spot: Spot, keys: readonly string[]): Part {
  let at: Part = spot;
  for (const key of keys) {
    if (typeof at === "string") return at;
    at = partUnder(engine, at, key);
  }
  return at;
}

function partUnder(engine: Engine, spot: Spot, key: string): Part {
  const value = entryOf(engine, spot.value, key);
  if (typeof value === "string") return value;
  const written = writtenUnder(engine, spot, key);
  if (written === "unknown") return "unknown";
  return written ? { ...written, value, isOwn: true } : { ...spot, value, isOwn: false };
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
function writtenUnder(engine: Engine, at: Written, key: string): Written | "unknown" | null {
  const view = engine.code.view(at.node);
  switch (view.kind) {
    case "same":
      return writtenUnder(engine, { ...at, node: view.node }, key);
    case "table":
      return entryUnder(engine, at, view.entries, key);
    case "name":
      return underName(engine, at, view.place, key);
    case "field": {
      const object = writtenUnder(engine, { ...at, node: view.object }, view.name);
      return object === null || object === "unknown" ? object : writtenUnder(engine, object, key);
    }
    case "call": {
      const given = givenBy(engine, at, view);
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
function entryUnder(engine: Engine, { frame, calls }: Written, entries: readonly Entry[], key: string): Written | "unknown" | null {
  for (const entry of [...entries].reverse()) {
    const at = { node: entry.value, frame, calls };
    if (entry.key === null) {
      const held = entryOf(engine, engine.valueOf(entry.value, frame), key);
      if (held === "missing") continue;
      return held === "unknown" ? "unknown" : (writtenUnder(engine, at, key) ?? at);
    }
    const name = typeof entry.key === "string" ? entry.key : keyText(engine.valueOf(entry.key, frame));
    if (name === null) return "unknown";
    if (name === key) return at;
  }
  return null;
}

function underName(engine: Engine, at: Written, place: string, key: string): Written | "unknown" | null {
  const { code } = engine;
  const scope = code.scopeOf(place, code.functionOf(at.node));
  if (scope === undefined) return null;
  const [own, ...others] = [...code.writes(`${place}.${key}`, scope), ...code.writes(`${place}.*`, scope)];
  if (own) return others.length === 0 && own.source.kind === "value" && own.path.length === 0 && comesBy(code.flow(at.node), own) ? { ...at, node: own.source.node } : "unknown";
  const from = singleWrite(engine, place, scope);
  if (from === null || from === "unknown") return from;
  if (from.source.kind === "value" && from.path.length === 0) return writtenUnder(engine, { ...at, node: from.source.node }, key);
  const passed = passedFor(engine, from, at.calls);
  return passed && writtenUnder(engine, { ...at, node: passed, frame: at.frame.caller ?? engine.root }, key);
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
function givenBy(engine: Engine, { node, frame, calls }: Written, view: Extract<View, { kind: "call" }>): Written | "unknown" | null {
  const target = engine.calleeOf(node, frame);
  if (target) {
    const [exit, ...others] = engine.code.exits(target.fn);
    if (others.length > 0) return "unknown";
    return exit?.value && !calls.has(target.fn) ? { node: exit.value, ...entered(engine, target, { node, frame, calls }) } : null;
  }
  const path = engine.pathOf(engine.valueOf(view.callee, frame));
  const step = path === null ? null : engine.know.step(path);
  const arg = step?.does === "same" && typeof step.of === "number" ? view.args[step.of] : undefined;
  return arg?.spread === null ? { node: arg.node, frame, calls } : null;
}

/** The activation of a function of the file by a call. */
export function entered(engine: Engine, { fn, self, frame: lexical }: Pick<FunctionValue, "fn" | "self" | "frame">, { node, frame, calls }: Written): Pick<Spot, "frame" | "calls"> {
  const view = engine.code.view(node);
  const bound = view.kind === "call" ? argumentsOf(engine, view, frame).bind(fn, self !== null) : new Map<number, Value>();
  return { frame: new Frame({ fn, bound, self, lexical: lexical instanceof Frame ? lexical : engine.root, caller: frame }), calls: new Map(calls).set(fn, node) };
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
  const view = engine.code.view(spot.node);
  const part = (node: CodeNode, key: string | null) => ({ ...spot, node, value: engine.valueOf(node, spot.frame), isOwn: true, key });
  const inside = (node: CodeNode) => partsOf(engine, { ...spot, node });
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
