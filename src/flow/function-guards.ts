/** What functions that are handed over prove of the elements they are called with: filters, visitors, comparisons. */

import type { FlowNode, Write } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { admittedByTest, numbered, provenAt } from "./guards.ts";
import type { Read } from "./reach.ts";
import { atom, either, type FunctionValue, type Value } from "./value.ts";

/** The frame in which a function that was handed over runs, its first parameter bound to a value. */
const frameOf = (engine: Engine, { fn, frame }: FunctionValue, first: Value | null, caller: Frame): Frame =>
  new Frame({ fn, bound: first ? new Map([[0, first]]) : new Map<number, Value>(), self: null, lexical: frame instanceof Frame ? frame : engine.root, caller });

/** A question about the first parameter of a function that is called with elements nobody knows. */
function firstParameter(engine: Engine, value: FunctionValue, node: CodeNode): Read {
  const [first] = value.fn.parameters;
  const parameter = first?.node ?? node;
  return { place: engine.code.pathOf(parameter) ?? "", at: { kind: "dead" }, frame: frameOf(engine, value, atom(parameter), engine.root), node: parameter, name: first?.name ?? "" };
}

/** The answers, when there are any and each of them says something. */
function allSure(answers: readonly (Value | null)[]): readonly Value[] | null {
  const sure = answers.filter((answer) => answer !== null);
  return sure.length > 0 && sure.length === answers.length ? sure : null;
}

/** What a function lets through when it is asked for each element: `keys.filter((key) => ALLOWED.has(key))`. */
export function admittedByFilter(engine: Engine, filter: Value, node: CodeNode, outcome = true): Value | null {
  if (filter.kind === "atom") return outcome && filter.path !== null ? numbered(engine.know.guard(filter.path), node) : null;
  if (filter.kind !== "function" || filter.home || filter.fn.parameters.length === 0) return null;
  return admittedAtExits(engine, firstParameter(engine, filter, node), { fn: filter.fn, outcome }, node);
}

/** The writes by which a function takes its parameters apart. */
function takenApart(engine: Engine, fn: FunctionFact): readonly Write[] {
  const writes: Write[] = [];
  let at: FlowNode = engine.code.exits(fn)[0]?.at ?? { kind: "dead" };
  for (; at.kind !== "start" && at.kind !== "dead"; at = at.kind === "join" ? at.head : at.before) if (at.kind === "write" && at.source.kind === "parameter") writes.push(at);
  return writes;
}

/** An element that a filter lets through, of which it asked for parts: `entries.filter(([key]) => ALLOWED.has(key))`. */
export function admittedInParts(engine: Engine, filter: Value, element: Value, node: CodeNode): Value {
  if (filter.kind !== "function" || filter.home || element.kind !== "list" || element.shape !== "tuple") return element;
  const { fn } = filter;
  const frame = frameOf(engine, filter, null, engine.root);
  const asked = takenApart(engine, fn).flatMap((write) => {
    const [selector, ...more] = write.path;
    if (write.source.kind !== "parameter" || write.source.index !== 0 || selector?.kind !== "position" || more.length > 0) return [];
    const admitted = admittedAtExits(engine, { place: write.place, at: { kind: "dead" }, frame, node: write.node, name: write.place }, { fn, outcome: true }, node);
    return admitted ? [{ index: selector.index, admitted }] : [];
  });
  return { ...element, items: element.items.map((item, index) => ({ ...item, value: asked.find((one) => one.index === index)?.admitted ?? item.value })) };
}

/** What a function that is called with each element leaves of it: one that throws for the rest. */
export function admittedByVisit(engine: Engine, visitor: Value, node: CodeNode): Value | null {
  if (visitor.kind !== "function" || visitor.home || visitor.fn.parameters.length === 0) return null;
  const read = firstParameter(engine, visitor, node);
  const answers = allSure(engine.code.exits(visitor.fn).map(({ at }) => provenAt(engine, { ...read, at })));
  return answers && either(answers.map((one) => relocated(one, node)));
}

/** What is left of a parameter when a function answers with this outcome. */
export function admittedAtExits(engine: Engine, read: Read, { fn, outcome }: { readonly fn: FunctionFact; readonly outcome: boolean }, node: CodeNode): Value | null {
  const answers = allSure(engine.code.exits(fn).flatMap((exit) => {
    if (!mayBe(engine, exit.value, outcome, read.frame)) return [];
    const asked = exit.value ? admittedByTest(engine, { ...read, at: exit.at }, exit.value, outcome) : null;
    return [asked ?? provenAt(engine, { ...read, at: exit.at })];
  }));
  return answers && either(answers.map((one) => relocated(one, node)));
}

/** What was proven in a function, where it is called: nothing of the way to there is left. */
export function relocated(value: Value, node: CodeNode): Value {
  if (value.kind === "list") return { ...value, rest: value.rest && relocated(value.rest, node) };
  if (value.kind === "union") return either(value.of.map((one) => relocated(one, node)));
  return value.kind === "atom" ? atom(node, { trust: value.trust, type: value.type, typedBy: value.typedBy, origin: value.origin, constant: value.constant, path: value.path === "undefined" ? value.path : null }) : value;
}

/** What is left of a value of the outside that a function compares with each element of a collection, when it says yes to one. */
export function admittedByOne(engine: Engine, read: Read, fn: Value, element: Value): Value | null {
  if (fn.kind !== "function" || fn.home) return null;
  const frame = frameOf(engine, fn, element, read.frame);
  const answers = allSure(engine.code.exits(fn.fn).flatMap((exit) => (mayBe(engine, exit.value, true, frame) ? [exit.value ? admittedByTest(engine, { ...read, at: exit.at, frame }, exit.value, true) : null] : [])));
  return answers && either(answers);
}

/** Whether a returned value may count as the outcome: false when it is a constant that does not. */
function mayBe(engine: Engine, value: CodeNode | null, outcome: boolean, frame: Frame): boolean {
  if (!value) return !outcome;
  const known = engine.valueOf(value, frame);
  return known.kind === "atom" && known.trust === "harmless" && (known.constant !== undefined || known.path === "undefined") ? Boolean(known.constant) === outcome : true;
}
