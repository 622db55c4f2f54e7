/** What a parameter holds: what was passed, what outsiders choose, or nobody knows. */

import type { FunctionFact, Parameter } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { View } from "../facts/view.ts";
import { argumentsOf, elementOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { fieldOf, instanceOf, roleOf, typedValue } from "./members.ts";
import { parsed } from "./schemas.ts";
import { atom, list, type Atom, type Value } from "./value.ts";

/** The value of a parameter inside its function, seen from a frame. */
export function parameterOf(engine: Engine, fn: FunctionFact, index: number, frame: Frame, node: CodeNode): Value {
  const own = frame.of(fn);
  const bound = own?.bound.get(index);
  if (bound) return bound;
  const parameter = fn.parameters[index];
  if (!parameter) return atom(node);
  if (fn.self !== null && index === 0) return own?.self ?? selfOf(engine, fn, node);
  const value = declared(engine, fn, index, parameter, node);
  if (parameter.kind === "rest") return list("list", [], value);
  if (parameter.kind === "entries") return { kind: "table", entries: new Map(), rest: value };
  return value;
}

/** The instance that a method runs on; `!` marks one that outsiders choose. */
function selfOf(engine: Engine, fn: FunctionFact, node: CodeNode): Value {
  if (!fn.owner) return atom(node, { path: "?self" });
  const instance = instanceOf(engine, fn.owner, node);
  const entry = entryOf(engine, fn);
  return entry?.chooses === "self" && instance.path !== null ? { ...instance, path: `${instance.path}!`, origin: entry.origin } : instance;
}

function declared(engine: Engine, fn: FunctionFact, index: number, parameter: Parameter, node: CodeNode): Value {
  const known = { parameter: { fn, index } };
  const decorated = parameter.decorators.map((decorator) => engine.valueOf(decorator)).find((value) => value.kind === "atom" && value.trust === "foreign");
  if (decorated?.kind === "atom") return decoratedValue(engine, parameter, decorated.origin, node);
  const typed = parameter.type && parameter.type.kind !== "text" ? typedValue(engine, parameter.type, node, known) : null;
  if (typed && isTold(engine, typed)) return withOrigin(engine, typed, fn, index, node);
  const handed = fn.handedTo ? handedValue(engine, fn, index, node) : null;
  if (handed) return handed;
  const conventional = engine.know.byConvention(parameter.name);
  if (conventional !== null) return conventionalValue(engine, conventional, known, node);
  const entry = entryOf(engine, fn);
  if (entry && (entry.parameters === "all" || entry.parameters.includes(index))) {
    return atom(node, { ...known, trust: "foreign", origin: `a parameter of ${entry.origin.replace("{name}", `\`${fn.name}\``)}`, parameter: null });
  }
  const path = typed?.kind === "atom" ? typed.path : null;
  return atom(node, { ...known, path: kindOfDefault(engine, parameter) ?? path ?? `?${parameter.name}`, origin: originOf(fn) });
}

/** Whether a type says what a value is; that of another file says only what it is called. */
const isTold = (engine: Engine, value: Value): boolean =>
  value.kind !== "atom" || value.trust !== "unknown" || value.type === "date" || value.record !== null || engine.know.isKnown(value.path);

function conventionalValue(engine: Engine, name: string, known: Partial<Atom>, node: CodeNode): Value {
  const path = engine.know.canonical(name);
  const fact = engine.know.value(path);
  return fact ? engine.fromFact(fact, path, node) : atom(node, { path, ...known });
}

/** What a parameter is where nothing is passed, it is elsewhere too. */
function kindOfDefault(engine: Engine, { fallback }: Parameter): string | null {
  const path = fallback ? engine.pathOf(engine.valueOf(fallback)) : null;
  return engine.know.isKnown(path) ? path : null;
}

const originOf = (fn: FunctionFact) => (fn.name === "" ? "a parameter of a function" : `a parameter of \`${fn.name}\``);

/** A typed table keeps what is known of where it came from. */
function withOrigin(engine: Engine, value: Value, fn: FunctionFact, index: number, node: CodeNode): Value {
  if (value.kind !== "table") return value;
  const name = fn.parameters[index]?.name ?? "";
  const untyped = atom(node, { parameter: { fn, index }, path: engine.know.byConvention(name) ?? `?${name}`, origin: originOf(fn) });
  return { ...value, rest: untyped };
}

function decoratedValue(engine: Engine, parameter: Parameter, origin: string | null, node: CodeNode): Value {
  for (const decorator of parameter.decorators) {
    let view = engine.code.view(decorator);
    while (view.kind === "same") view = engine.code.view(view.node);
    if (view.kind !== "call") continue;
    for (const arg of view.args) {
      const value = engine.valueOf(arg.node);
      const path = engine.pathOf(value.kind === "class" ? atom(node) : value);
      const fact = path === null ? null : (engine.know.value(path) ?? engine.know.value(path.replace(/\(\)$/, "")));
      if (fact?.trust === "typed") return atom(node, { trust: "typed", type: fact.type ?? null, typedBy: "check", origin });
    }
  }
  return atom(node, { trust: "foreign", origin });
}

/** What a handler gets, with what a schema further up the chain let through: `procedure.input(schema).query(({ input }) => …)`. */
function withAccepted(engine: Engine, chain: CodeNode | null, given: Atom): Value {
  for (let at = chain; at; ) {
    const view = engine.code.view(at);
    const callee = view.kind === "call" ? engine.code.view(view.callee) : null;
    if (view.kind !== "call" || callee?.kind !== "field") return given;
    const step = engine.know.step(`*.${callee.name}`);
    const schema = step?.does === "accept" ? view.args[step.schema]?.node : undefined;
    if (step?.does === "accept" && schema) {
      const input = fieldOf(engine, given, step.field, given.node, engine.root);
      const value = parsed(engine, engine.valueOf(schema), input, given.node, engine.root);
      return value ? { kind: "table", entries: new Map([[step.field, value]]), rest: given } : given;
    }
    at = callee.object;
  }
  return given;
}

/** A function that is handed to a call where it is written: an element of a list, or what the catalog says the call hands over. */
function handedValue(engine: Engine, fn: FunctionFact, index: number, node: CodeNode): Value | null {
  if (!fn.handedTo) return null;
  const { call, position } = fn.handedTo;
  const view = engine.code.view(call);
  if (view.kind !== "call") return null;
  const callee = engine.code.view(view.callee);
  const receiver = callee.kind === "field" ? engine.valueOf(callee.object) : null;
  const target = engine.valueOf(view.callee);
  for (const path of engine.callPaths(target, receiver, callee.kind === "field" ? callee.name : null)) {
    const known = engine.know.canonical(`${path}(#${index})`);
    const fact = engine.know.value(known);
    if (fact) return engine.fromFact(fact, known, node);
    if (known !== `${path}(#${index})`) return withAccepted(engine, callee.kind === "field" ? callee.object : null, atom(node, { path: known }));
    const step = engine.know.step(path);
    if (step?.does === "then") return index === 0 ? receiver : null;
    if (step?.does !== "map" && step?.does !== "flat-map" && step?.does !== "visit") continue;
    if (step.does !== "visit" && step.fn !== position) continue;
    if (index > 0) return index === 1 ? atom(node, { trust: "typed", type: "integer", typedBy: "check" }) : null;
    const collection = step.list === "receiver" ? receiver : argumentsOf(engine, view, engine.root).operand(step.list, receiver);
    return collection ? elementOf(engine, collection, node) : null;
  }
  return null;
}

/** Whether outsiders call a function, and what they choose then. */
export function entryOf(engine: Engine, fn: FunctionFact): ReturnType<Engine["know"]["entry"]> {
  const { know } = engine;
  for (const role of fn.roles) {
    const entry = know.entry(role);
    if (entry) return entry;
  }
  for (const decorator of fn.decorators) {
    const path = engine.pathOf(engine.valueOf(decorator));
    const entry = path === null ? null : know.entry(path);
    if (entry) return entry;
  }
  const role = fn.owner ? roleOf(engine, fn.owner) : null;
  if (role === null) return null;
  if (!fn.isPrivate) return know.entry(`${role}.public`);
  return know.entry(`${role}(${declaredBy(engine, fn) ?? ""})`);
}

const isText = (view: View, text: string): boolean => view.kind === "text" && view.value === text;

/** The keyword by which an attribute of the class names a method: `search` of `fields.Integer(search="_search_x")`. */
function declaredBy(engine: Engine, fn: FunctionFact): string | null {
  const declarations = [...(fn.owner?.attributes.values() ?? [])].flat();
  for (const { value } of declarations) {
    const view = value ? engine.code.view(value) : null;
    const arg = view?.kind === "call" ? view.args.find((one) => one.name !== null && isText(engine.code.view(one.node), fn.name)) : undefined;
    if (arg) return arg.name;
  }
  return null;
}
