/** What calls do to the values they get: each kind of step that the catalog may name. */

import type { StepKind } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import { elementOf, type Arguments } from "./arguments.ts";
import { asTable, enumerated, parts, zipped } from "./collection-steps.ts";
import { overlay } from "./containers.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { braceFormat, joined, printf } from "./formats.ts";
import { fieldOf, indexOf } from "./members.ts";
import { admittedByFilter, admittedInParts } from "./function-guards.ts";
import { overlap } from "./operators.ts";
import { parsed, schemaOf } from "./schemas.ts";
import { isOfWords, matched, replaced, words } from "./text-steps.ts";
import { atom, concatenated, constantOf, constantText, atomsIn, either, hole, isHarmless, list, piecesOf, text, type Value } from "./value.ts";

export interface StepCall {
  readonly step: StepKind;
  readonly receiver: Value | null;
  readonly args: Arguments;
  readonly node: CodeNode;
  readonly frame: Frame;
  readonly path: string;
}

/** The value that a known call gives; null when it does not fit what it got. */
// eslint-disable-next-line max-lines-per-function -- one case for each kind of step
export function runStep(engine: Engine, call: StepCall): Value | null {
  const { step, receiver, args, node, frame } = call;
  switch (step.does) {
    case "same":
      return same(args.operand(step.of, receiver), node);
    case "decode": {
      const value = args.operand(step.of, receiver);
      return value && decoded(value, node);
    }
    case "text":
      return asText(engine, args.operand(step.of, receiver), node);
    case "number":
      return asNumber(step, step.of === null ? null : args.operand(step.of, receiver), node);
    case "boolean":
      return atom(node, { trust: "harmless", type: "boolean" });
    case "date":
      return atom(node, { trust: "typed", type: "date", typedBy: "cast", path: call.path });
    case "concat":
      return concat(receiver, args, node);
    case "join":
      return join(engine, step, receiver, args, node);
    case "braces":
      return receiver ? formatted(engine, receiver, args, { node, frame, by: step.by }) : null;
    case "printf": {
      const format = args.operand(step.text, receiver);
      return format && typeof step.text === "number" ? printf(format, args, step.text + 1, step.quoting, node) : null;
    }
    case "replace":
      return receiver ? replaced(engine, receiver, args, node) : null;
    case "substitute": {
      const value = args.operand(step.of, receiver);
      return isOfWords(engine, args.operand(step.pattern, receiver), args.operand(step.by, receiver), "g") ? words(node) : same(value, node);
    }
    case "match":
      return matched(engine, { pattern: args.operand(step.pattern, receiver), value: args.operand(step.of, receiver) }, step.isList === true, node);
    case "overlap": {
      const other = args.operand(step.with, receiver);
      return receiver && other ? overlap([receiver, other], node) : null;
    }
    case "repeat":
      return receiver?.kind === "text" ? text([{ kind: "choice", of: [[], receiver.pieces] }]) : null;
    case "split":
      return receiver ? (isHarmless(receiver) ? list("list", [], atom(node, { trust: "harmless" })) : list("list", [], pieceOf(receiver, node))) : null;
    case "list":
      return asList(engine, args.operand(step.of, receiver), step.shape, node);
    case "items":
      return { ...(args.rest(0) as Extract<Value, { kind: "list" }>), shape: step.shape };
    case "sized":
      return sized(args, node);
    case "fill":
      return list("list", [], args.at(0)?.value ?? atom(node));
    case "map":
    case "flat-map":
    case "filter":
      return mapped(engine, call, step, node);
    case "visit":
    case "unchanged":
      return atom(node, { trust: "harmless", path: "undefined" });
    case "then":
      return applied(engine, args.at(0)?.value ?? null, receiver ? [receiver] : [], call);
    case "element": {
      const collection = args.operand(step.of, receiver);
      return collection ? elementOf(engine, collection, node) : null;
    }
    case "get":
      return got(engine, receiver, args, node);
    case "field": {
      const [object, name] = [args.operand(step.of, receiver), args.operand(step.name, receiver)];
      const known = name ? constantOf(name) : null;
      const value = object && known !== null ? fieldOf(engine, object, known, node, frame) : null;
      const fallback = args.at(2)?.value;
      return value && fallback ? either([value, fallback]) : value;
    }
    case "keys":
    case "values":
    case "entries":
      return parts(engine, step.does, args.operand(step.of, receiver), node);
    case "table":
      return asTable(engine, step.of === null ? null : args.operand(step.of, receiver), args, node);
    case "zip":
      return zipped(engine, args, node);
    case "enumerate":
      return enumerated(engine, args.operand(step.of, receiver), node);
    case "append":
      return receiver?.kind === "list" || receiver?.kind === "atom" ? atom(node, { trust: "typed", type: "integer", typedBy: "check" }) : null;
    case "merge":
      return receiver;
    case "assign":
      return overlay(engine, args.view.args.map((arg) => ({ node: arg.node, value: arg.spread === null ? engine.valueOf(arg.node, frame) : atom(arg.node) })));
    case "function":
      return asFunction(args.operand(step.of, receiver), node);
    case "constant":
      return atom(node, { trust: "harmless", constant: step.value });
    case "keyed": {
      const value = args.operand(step.of, receiver);
      return value && { kind: "table", entries: new Map(step.keys.map((key) => [key, value])), rest: null };
    }
    case "locals":
      return locals(engine, node, frame);
    case "schema":
      return schemaOf(engine, step.gives, call, node);
    case "parse": {
      const value = parsed(engine, receiver, args.at(0)?.value ?? null, node, frame);
      return value && step.into !== undefined ? { kind: "table", entries: new Map([[step.into, value]]), rest: atom(node) } : value;
    }
    case "accept":
      return null;
    case "super":
      return atom(node, { path: "super()" });
  }
}

/** A text with marks; of one that is not known, itself with the values somewhere in it. */
function formatted(engine: Engine, receiver: Value, args: Arguments, at: { readonly node: CodeNode; readonly frame: Frame; readonly by: number | undefined }): Value | null {
  const { node, frame } = at;
  if (receiver.kind === "text" || receiver.kind === "union") return braceFormat(engine, receiver, args, at);
  if (receiver.kind !== "atom" || engine.know.isKnown(receiver.path)) return null;
  const values = args.view.args.map((arg) => piecesOf(engine.valueOf(arg.node, frame), arg.node));
  return concatenated(piecesOf(receiver, node), ...values);
}

function same(value: Value | null, node: CodeNode): Value | null {
  if (!value) return null;
  return value.kind === "atom" && value.quoted === null ? { ...value, node } : value;
}

function decoded(value: Value, node: CodeNode): Value {
  // A copy of an object by way of a text.
  if (value.kind === "list" || value.kind === "table") return value;
  if (isHarmless(value)) return atom(node, { trust: "harmless", isDeep: true });
  const atoms = atomsIn(value);
  const worst = atoms.find((one) => one.trust === "foreign") ?? atoms.find((one) => one.trust === "unknown");
  return worst ? atom(node, { trust: worst.trust, from: worst.from, origin: worst.origin, steps: worst.steps }) : atom(node);
}

function asText(engine: Engine, value: Value | null, node: CodeNode): Value | null {
  if (!value) return constantText("");
  if (value.kind === "list") return text([hole(node, elementOf(engine, value, node), null, true)]);
  return value.kind === "atom" && value.constant === undefined ? { ...value, node } : value;
}

function asNumber(step: Extract<StepKind, { does: "number" }>, value: Value | null, node: CodeNode): Value {
  if (value && isHarmless(value)) return atom(node, { trust: "harmless", type: "number" });
  return atom(node, { trust: "typed", type: step.isInteger ? "integer" : "number", typedBy: step.isParsed ? "check" : "cast", ...(value?.kind === "atom" ? { from: value.from, steps: value.steps } : {}) });
}

function concat(receiver: Value | null, args: Arguments, node: CodeNode): Value | null {
  if (!receiver) return null;
  const others = args.rest(0);
  if (others.kind !== "list") return null;
  if (receiver.kind === "list") {
    const more = others.items.map((item) => item.value);
    const rests = [receiver, others, ...more].flatMap((value) => (value.kind === "list" && value.rest ? [value.rest] : []));
    return list(receiver.shape, [...receiver.items, ...more.flatMap((value) => (value.kind === "list" ? value.items : [{ value, isOptional: false }]))], rests.length > 0 ? either(rests) : null);
  }
  if (receiver.kind === "atom" && receiver.type === "list") return receiver;
  const nodes = args.view.args.map((arg) => arg.node);
  return concatenated(piecesOf(receiver, node), ...others.items.map((item, index) => piecesOf(item.value, nodes[index] ?? node)));
}

function join(engine: Engine, step: Extract<StepKind, { does: "join" }>, receiver: Value | null, args: Arguments, node: CodeNode): Value | null {
  const elements = args.operand(step.list, receiver);
  if (!elements) return null;
  const separator = args.operand(step.separator, receiver) ?? constantText(",");
  if (step.separator === "receiver" && separator.kind !== "text" && separator.kind !== "atom" && separator.kind !== "union") return null;
  return joined(engine, elements, separator, node, step.list === "receiver" ? node : (args.at(step.list)?.node ?? node));
}

const pieceOf = (value: Value, node: CodeNode): Value => (value.kind === "atom" ? { ...value, node } : value);

function asList(engine: Engine, value: Value | null, shape: "list" | "tuple" | "set", node: CodeNode): Value {
  if (!value) return list(shape, []);
  if (value.kind === "list") return list(shape, value.items, value.rest);
  if (value.kind === "union") return either(value.of.map((one) => asList(engine, one, shape, node)));
  return value.kind === "atom" ? { ...value, node, type: "list" } : list(shape, [], elementOf(engine, value, node));
}

function sized(args: Arguments, node: CodeNode): Value {
  const only = args.at(0);
  if (!only || args.view.args.length > 1) return args.rest(0);
  return list("list", [], atom(node, { trust: "harmless", path: "undefined" }));
}

function applied(engine: Engine, fn: Value | null, values: readonly Value[], call: StepCall): Value | null {
  if (fn?.kind !== "function") {
    // `map(str, ids)`: a function of the language's own does to each element what it does in a call.
    const path = fn ? engine.pathOf(fn) : null;
    const step = path === null ? null : engine.know.step(path);
    const [value] = values;
    if (!value || !path) return null;
    if (step?.does === "text" && step.of === 0) return asText(engine, value, call.node);
    if (step?.does === "number") return asNumber(step, value, call.node);
    const fact = engine.know.value(`${path}()`);
    return fact ? engine.fromFact(fact, `${path}()`, call.node) : null;
  }
  const bound = { bind: () => new Map(values.map((value, index) => [index, value])), view: call.args.view } as unknown as Arguments;
  return engine.apply(fn, bound, call.node, call.frame);
}

function mapped(engine: Engine, call: StepCall, step: Extract<StepKind, { does: "map" | "flat-map" | "filter" }>, node: CodeNode): Value | null {
  const { args, receiver } = call;
  const collection = args.operand(step.list, receiver);
  if (!collection) return null;
  const fn = args.operand(step.fn, receiver);
  if (step.does === "filter") {
    const admitted = fn ? admittedByFilter(engine, fn, node) : null;
    if (admitted) return list("list", [], admitted);
    const kept = (value: Value) => (fn ? admittedInParts(engine, fn, value, node) : value);
    if (collection.kind === "list") return list(collection.shape, collection.items.map((item) => ({ value: kept(item.value), isOptional: true })), collection.rest && kept(collection.rest));
    return collection.kind === "atom" ? { ...collection, node } : null;
  }
  const index = atom(node, { trust: "typed", type: "integer", typedBy: "check" });
  const of = (value: Value) => applied(engine, fn, [value, index], call) ?? atom(node);
  if (collection.kind === "list" && step.does === "map" && collection.items.length <= 20) {
    return list("list", collection.items.map((item) => ({ ...item, value: of(item.value) })), collection.rest ? of(collection.rest) : null);
  }
  const element = of(elementOf(engine, collection, node));
  return list("list", [], step.does === "flat-map" ? elementOf(engine, element, node) : element);
}

function got(engine: Engine, receiver: Value | null, args: Arguments, node: CodeNode): Value | null {
  const key = args.at(0);
  if (!receiver || !key || (receiver.kind !== "table" && receiver.kind !== "atom")) return null;
  const value = indexOf(engine, receiver, key.value, node);
  const fallback = args.at(1)?.value;
  const isMissing = value.kind === "atom" && value.path === "undefined";
  return fallback ? either(isMissing ? [fallback] : [value, fallback]) : value;
}

function asFunction(value: Value | null, node: CodeNode): Value | null {
  if (value?.kind === "function") return value;
  return value?.kind === "atom" ? { ...value, node } : null;
}

function locals(engine: Engine, node: CodeNode, frame: Frame): Value {
  const fn = engine.code.functionOf(node);
  const entries = new Map<string, Value>();
  for (const name of engine.code.namesOf(fn)) {
    entries.set(name, engine.valueOfName(name, node, frame));
  }
  return { kind: "table", entries, rest: null };
}
