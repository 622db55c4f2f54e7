/** What a call on the way does to a place: a method that changes it, a function that gets it, a closure that writes it, an end. */

import type { CallPoint } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import { argumentsOf } from "./arguments.ts";
import { assigned } from "./containers.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { admittedByCall } from "./guards.ts";
import { readPlace, type Read } from "./reach.ts";
import { changedByCall } from "./container-changes.ts";
import { either, type Value } from "./value.ts";

const MOST_DEEP = 4;

/** What a place holds behind a call; null when the call says nothing of it. */
export function answerOfCall(engine: Engine, read: Read, point: CallPoint): Value | null {
  const view = engine.code.view(point.call);
  if (view.kind !== "call") return null;
  const callee = engine.code.view(view.callee);
  if (callee.kind === "field" && engine.code.pathOf(callee.object) === read.place) return changedByMethod(engine, read, point, callee.name);
  const over = assigned(engine, read, point, view);
  if (over) return over;
  if (endsHere(engine, view)) return either([]);
  if (read.frame.depth < MOST_DEEP) {
    const changed = changedByArgument(engine, read, point, view) ?? changedByClosure(engine, read, point, view);
    if (changed) return changed;
  }
  if (read.otherwise && callee.kind !== "name") return null;
  return admittedByCall(engine, read, point);
}

/** `parts.append(x)`, `options.update(more)`; null when the method changes nothing. */
function changedByMethod(engine: Engine, read: Read, point: CallPoint, name: string): Value | null {
  if (!["list", "table", "text"].some((kind) => changes(engine, `${kind}.${name}`))) return null;
  const view = engine.code.view(point.call);
  if (view.kind !== "call") return null;
  return changedByCall(engine, readPlace(engine, { ...read, at: point.before }), name, argumentsOf(engine, view, read.frame), point.call);
}

/** Whether a method changes what it is called on. */
export function changes(engine: Engine, path: string): boolean {
  const step = engine.know.step(path);
  return step?.does === "append" || step?.does === "merge" || (step?.does === "get" && step.stores === true);
}

/** Whether a function of the file is called that never comes back. */
function endsHere(engine: Engine, view: CallView): boolean {
  const name = engine.code.view(view.callee);
  if (name.kind !== "name") return false;
  const scope = engine.code.scopeOf(name.place, engine.code.functionOf(view.callee));
  const [only, ...more] = scope === undefined ? [] : engine.code.writes(name.place, scope);
  if (!only || more.length > 0 || only.source.kind !== "function") return false;
  const { fn } = only.source;
  return engine.code.exits(fn).length === 0 && engine.code.yields(fn).length === 0;
}

/** `add(parts, x)`: what the function leaves of a container that it gets. */
function changedByArgument(engine: Engine, read: Read, point: CallPoint, view: CallView): Value | null {
  const { code } = engine;
  const passed = view.args.map((arg) => ({ arg, path: code.pathOf(arg.node) })).find(({ path }) => path !== null && (path === read.place || read.place.startsWith(`${path}.`)));
  if (!passed || passed.path === null) return null;
  const target = engine.calleeOf(point.call, read.frame);
  if (!target || read.frame.isRunning(target.fn)) return null;
  const { fn } = target;
  const skip = target.self !== null && fn.self !== null ? 1 : 0;
  const position = view.args.filter((arg) => arg.name === null).indexOf(passed.arg) + skip;
  const parameter = fn.parameters.find((one) => one.name === passed.arg.name) ?? fn.parameters[position];
  const own = parameter ? code.pathOf(parameter.node) : null;
  if (!parameter || own === null) return null;
  const place = own + read.place.slice(passed.path.length);
  if (!code.changes(fn, place)) return null;
  const before = () => readPlace(engine, { ...read, at: point.before });
  const frame = innerFrame(engine, read, fn, view, target.frame);
  return either(code.exits(fn).map(({ at }) => readPlace(engine, { place, at, frame, node: parameter.node, name: parameter.name, ...(place === own ? {} : { otherwise: before }) })));
}

/** A closure that is called, or handed over to be called: what it leaves of a place that it shares. */
function changedByClosure(engine: Engine, read: Read, point: CallPoint, view: CallView): Value | null {
  const { code } = engine;
  const scope = code.scopeOf(rootPlace(read.place), read.frame.fn ?? code.functionOf(point.call));
  if (scope === undefined) return null;
  for (const fn of code.sharersOf(rootPlace(read.place), scope)) {
    const isCalled = isNamed(engine, view.callee, fn);
    if ((!isCalled && fn.handedTo?.call !== point.call && !view.args.some((arg) => isNamed(engine, arg.node, fn))) || !code.changes(fn, read.place) || read.frame.isRunning(fn)) continue;
    if (isModule(engine, read.place, scope)) return null;
    const frame = isCalled ? innerFrame(engine, read, fn, view, read.frame) : new Frame({ fn, bound: new Map(), self: null, lexical: read.frame, caller: read.frame });
    const before = readPlace(engine, { ...read, at: point.before });
    const after = code.exits(fn).map(({ at }) => readPlace(engine, { ...read, at, frame, ...(read.otherwise ? { otherwise: () => before } : {}) }));
    return either(isCalled ? after : [before, ...after]);
  }
  return null;
}

/** Whether a name is a module's, which stays what it is whatever is called on it. */
function isModule({ code }: Engine, place: string, scope: FunctionFact | null): boolean {
  const writes = code.writes(place, scope);
  return writes.length > 0 && writes.every(({ source, path }) => source.kind === "import" || (source.kind === "value" && path.length === 0 && code.view(source.node).kind === "module"));
}

const rootPlace = (place: string): string => place.split(".")[0] ?? place;

function isNamed(engine: Engine, node: CodeNode, fn: FunctionFact): boolean {
  const view = engine.code.view(node);
  return view.kind === "function" ? view.fn === fn : view.kind === "name" && fn.name !== "" && view.name === fn.name;
}

function innerFrame(engine: Engine, read: Read, fn: FunctionFact, view: CallView, lexical: object | null): Frame {
  return new Frame({ fn, bound: argumentsOf(engine, view, read.frame).bind(fn, fn.self !== null), self: null, lexical: lexical instanceof Frame ? lexical : engine.root, caller: read.frame });
}
