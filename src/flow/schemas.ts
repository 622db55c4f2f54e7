/** Values that a schema has parsed: what the schema says of them holds at run time. */

import type { StepKind } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import { argumentsOf, type Arguments } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { admittedByFilter } from "./function-guards.ts";
import { fieldOf } from "./members.ts";
import { admitsWordsOnly, patternOf } from "./patterns.ts";
import type { Read } from "./reach.ts";
import { atom, either, list, type Atom, type Value } from "./value.ts";

type Gives = Extract<StepKind, { does: "schema" }>["gives"];

interface SchemaCall {
  readonly receiver: Value | null;
  readonly args: Arguments;
  readonly path: string;
}

/** A schema: an atom whose path says what it gives, and whose call says of what it is made. */
export function schemaOf(engine: Engine, gives: Gives, { receiver, args, path }: SchemaCall, node: CodeNode): Value | null {
  if (gives === "same") return receiver?.kind === "atom" ? receiver : null;
  if (gives === "pattern") {
    const pattern = patternOf(engine, args.at(0)?.value ?? atom(node));
    return receiver?.kind === "atom" && pattern && admitsWordsOnly(pattern.source, pattern.flags, { start: false, end: false }) ? { ...receiver, path: "schema:listed" } : receiver;
  }
  if (gives === "checked") {
    const admitted = admittedByFilter(engine, args.at(0)?.value ?? atom(node), node, true);
    return receiver?.kind === "atom" && admitted?.kind === "atom" && admitted.trust === "harmless" ? { ...receiver, path: "schema:listed" } : receiver;
  }
  if (gives === "extended" || gives === "loose") return atom(node, { path: "schema:object", call: node });
  if (gives === "refined-integer") return receiver?.kind === "atom" && receiver.path?.startsWith("schema:number") ? { ...receiver, path: "schema:integer" } : receiver;
  return atom(node, { path: `schema:${gives}`, call: node, trust: "unknown", origin: path });
}

/** What `schema.parse(input)` gives: numbers and fixed lists by proof, texts as they came. */
export function parsed(engine: Engine, schema: Value | null, input: Value | null, node: CodeNode, frame: Frame): Value | null {
  if (schema?.kind !== "atom" || !schema.path?.startsWith("schema:")) return null;
  return valueOfSchema(engine, schema, input ?? atom(node), node, frame);
}

/** What a type says that is inferred from a schema: the same, as a promise. */
export function promised(engine: Engine, schema: Value, input: Atom, node: CodeNode): Value | null {
  return schema.kind === "atom" && schema.path?.startsWith("schema:") ? asPromise(valueOfSchema(engine, schema, input, node, engine.root)) : null;
}

function asPromise(value: Value): Value {
  if (value.kind === "table") return { ...value, entries: new Map([...value.entries].map(([name, one]) => [name, asPromise(one)])) };
  if (value.kind === "list") return { ...value, rest: value.rest && asPromise(value.rest) };
  return value.kind === "atom" && (value.trust === "harmless" || value.trust === "typed") ? { ...value, trust: "typed", type: value.type ?? "text", typedBy: "annotation" } : value;
}

function valueOfSchema(engine: Engine, schema: Atom, input: Value, node: CodeNode, frame: Frame): Value {
  const from = input.kind === "atom" ? input : atom(node);
  switch (schema.path) {
    case "schema:number":
      return atom(node, { trust: "typed", type: "number", typedBy: "check" });
    case "schema:integer":
      return atom(node, { trust: "typed", type: "integer", typedBy: "check" });
    case "schema:listed":
      return atom(node, { trust: "harmless", origin: "a fixed list" });
    case "schema:object":
      return objectOf(engine, schema, from, node, frame);
    case "schema:union": {
      const view = schema.call ? engine.code.view(schema.call) : null;
      const options = view?.kind === "call" ? (argumentsOf(engine, view, engine.root).at(0)?.value ?? null) : null;
      return options?.kind === "list" ? either(options.items.map(({ value }) => (value.kind === "atom" ? valueOfSchema(engine, value, from, node, frame) : from))) : { ...from, node };
    }
    case "schema:list": {
      const view = schema.call ? engine.code.view(schema.call) : null;
      const element = view?.kind === "call" && view.args[0] ? engine.valueOf(view.args[0].node) : null;
      return list("list", [], element?.kind === "atom" ? valueOfSchema(engine, element, from, node, frame) : from);
    }
    default:
      return { ...from, node };
  }
}

function objectOf(engine: Engine, schema: Atom, from: Atom, node: CodeNode, frame: Frame): Value {
  const shape = shapeOf(engine, schema);
  if (!shape) return { ...from, node };
  const entries = new Map<string, Value>();
  for (const [name, field] of shape.fields) {
    const input = fieldOf(engine, from, name, node, frame);
    entries.set(name, field.kind === "atom" && field.path?.startsWith("schema:") ? valueOfSchema(engine, field, input, node, frame) : input);
  }
  return { kind: "table", entries, rest: shape.isLoose ? from : null };
}

interface Shape {
  readonly fields: ReadonlyMap<string, Value>;
  /** Whether fields that nobody named come through. */
  readonly isLoose: boolean;
}

/** The fields of an object's schema, with those of the schema that it extends; null when they are not in sight. */
function shapeOf(engine: Engine, schema: Atom): Shape | null {
  const view = schema.call ? engine.code.view(schema.call) : null;
  if (view?.kind !== "call") return null;
  const callee = engine.code.view(view.callee);
  const receiver = callee.kind === "field" ? engine.valueOf(callee.object) : null;
  const base = isObject(receiver) ? shapeOf(engine, receiver) : null;
  if (isObject(receiver) && !base) return null;
  const given = argumentsOf(engine, view, engine.root).at(0)?.value ?? null;
  const own = given?.kind === "table" ? { fields: given.entries, isLoose: false } : isObject(given) ? shapeOf(engine, given) : null;
  const path = engine.pathOf(engine.valueOf(view.callee));
  const step = path === null ? null : engine.know.step(path);
  const isLoose = step?.does === "schema" && step.gives === "loose";
  if (!own) return base && isLoose ? { ...base, isLoose } : null;
  return { fields: new Map([...(base?.fields ?? []), ...own.fields]), isLoose: isLoose || own.isLoose || base?.isLoose === true };
}

const isObject = (value: Value | null): value is Atom => value?.kind === "atom" && value.path === "schema:object";

/** A condition that asks the answer of a schema whether it let the value through: `Sort.safeParse(sort).success`. */
export function admittedBySchema(engine: Engine, read: Read, node: CodeNode, kept: (node: CodeNode) => CodeNode | null): Value | null {
  const asked = engine.code.view(node);
  if (asked.kind !== "field") return null;
  let call = engine.code.view(asked.object).kind === "name" ? (kept(asked.object) ?? asked.object) : asked.object;
  for (let view = engine.code.view(call); view.kind === "same"; view = engine.code.view(call)) call = view.node;
  const view = engine.code.view(call);
  return view.kind === "call" ? admittedByParse(engine, read, view, asked.name) : null;
}

/** What a schema lets through of the value that is read; `says`: the field of its answer that is a yes, null when it throws for a no. */
export function admittedByParse(engine: Engine, read: Read, view: CallView, says: string | null): Value | null {
  const callee = engine.code.view(view.callee);
  const item = view.args[0]?.node;
  const place = item ? engine.code.pathOf(item) : null;
  if (callee.kind !== "field" || place === null || (place !== read.place && !read.place.startsWith(`${place}.`))) return null;
  const path = engine.pathOf(engine.valueOf(view.callee, read.frame));
  const step = path === null ? null : engine.know.step(path);
  if (step?.does !== "parse" || (step.says ?? null) !== says) return null;
  let value = parsed(engine, engine.valueOf(callee.object, read.frame), atom(read.node), read.node, read.frame);
  for (const name of read.place.slice(place.length).split(".").slice(1)) value = value && fieldOf(engine, value, name, read.node, read.frame);
  return value?.kind === "atom" && (value.trust === "harmless" || value.trust === "typed") && value.path !== "undefined" ? value : null;
}
