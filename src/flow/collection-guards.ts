/** Checks that speak of all the elements of a collection: `every`, `some`, `<=`, a filter that left nothing. */

import { rootOf, type FlowNode, type Join, type Write } from "../facts/flow.ts";
import type { GuardFact } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import { elementOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { admittedByFilter, admittedByOne, admittedByVisit } from "./function-guards.ts";
import { admittedByTest, denotes, holdsHarmless, keysOf, listed, operandNode } from "./guards.ts";
import { readPlace, type Read } from "./reach.ts";
import { isHarmless, list, type Value } from "./value.ts";

const collection = (element: Value | null): Value | null => (element ? list("list", [], element) : null);

/** Whether a node is the collection that is read, or one made of its elements: `set(names)`, `[...names]`. */
function holdsThem(engine: Engine, read: Read, node: CodeNode): boolean {
  if (denotes(engine, read, node)) return true;
  const view = engine.code.view(node);
  if (view.kind === "same") return holdsThem(engine, read, view.node);
  if (view.kind === "many") return view.items.length === 1 && view.items.every((item) => item.isSpread && holdsThem(engine, read, item.node));
  const made = view.kind === "call" ? operandOf(engine, view, read) : null;
  return made !== null && holdsThem(engine, read, made);
}

/** What a call makes a collection of. */
function operandOf(engine: Engine, view: CallView, read: Read): CodeNode | null {
  const path = engine.pathOf(engine.valueOf(view.callee, read.frame));
  const step = path === null ? null : engine.know.step(path);
  return step?.does === "list" && typeof step.of === "number" ? (view.args[step.of]?.node ?? null) : null;
}

/** All the elements of what is read are in another collection. */
export const admittedBySubset = (engine: Engine, read: Read, is: { readonly of: CodeNode; readonly in: CodeNode }): Value | null => {
  if (!holdsThem(engine, read, is.of)) return null;
  const value = engine.valueOf(is.in, read.frame);
  return value.kind !== "atom" && holdsHarmless(value) ? collection(listed(read)) : null;
};

/** Each element of what is read was asked, and gave the same answer. */
function admittedByEach(engine: Engine, read: Read, item: CodeNode, asked: { readonly by: CodeNode | null; readonly answer: boolean }): Value | null {
  if (!asked.by) return admittedInTurns(engine, read, item, asked.answer);
  return holdsThem(engine, read, item) ? collection(admittedByFilter(engine, engine.valueOf(asked.by, read.frame), read.node, asked.answer)) : null;
}

/** `all(name in ALLOWED for name in names)`. */
function admittedInTurns(engine: Engine, read: Read, node: CodeNode, answer: boolean): Value | null {
  const view = engine.code.view(node);
  if (view.kind !== "each") return null;
  const turn = turnOf(engine, read, view.element);
  return turn && turn.tests.length === 0 ? collection(admittedByTest(engine, turn.read, view.element, answer)) : null;
}

/** A question about what a comprehension's own variable holds, and the tests on the way to its element. */
function turnOf(engine: Engine, read: Read, element: CodeNode): { readonly read: Read; readonly tests: readonly { readonly condition: CodeNode; readonly outcome: boolean }[] } | null {
  const tests: { readonly condition: CodeNode; readonly outcome: boolean }[] = [];
  for (let at: FlowNode = engine.code.flow(element); ; at = at.before) {
    if (at.kind === "join" || at.kind === "start" || at.kind === "dead") return null;
    if (at.kind === "test") tests.push(at);
    if (at.kind === "write" && at.source.kind === "element") return goesThrough(engine, read, at) ? { read: { place: at.place, at: { kind: "dead" }, frame: read.frame, node: at.node, name: at.place }, tests } : null;
  }
}

function goesThrough(engine: Engine, read: Read, { source, path }: Write): boolean {
  if (path.length > 0) return false;
  if (source.kind === "key") return keysOf(engine, source.of) === read.place;
  return source.kind === "element" && holdsThem(engine, read, source.of);
}

/** Each turn of a loop over what is read let its element through: `for (const name of names) if (!ALLOWED.has(name)) throw …`. */
export function admittedByTurns(engine: Engine, read: Read, loop: Join): Value | null {
  const [, ...ends] = loop.before;
  if (loop.touched.has(rootOf(read.place))) return null;
  const values: Value[] = [];
  for (const end of ends) {
    const turn = elementWrite(end, loop);
    if (!turn || !goesThrough(engine, read, turn) || engine.code.writes(turn.place, engine.code.functionOf(turn.node)).length > 1) return null;
    values.push(readPlace(engine, { place: turn.place, at: end, frame: read.frame, node: turn.node, name: turn.place }));
  }
  const [first] = values;
  if (!first || !values.every((value) => isHarmless(value) || isTyped(value))) return null;
  return collection(values.every(isHarmless) ? listed(read) : (values.find(isTyped) ?? first));
}

const isTyped = (value: Value): boolean => value.kind === "atom" && value.trust === "typed";

/** `names.forEach((name) => { if (!ALLOWED.has(name)) throw … })`. */
export function admittedByVisits(engine: Engine, read: Read, call: CodeNode): Value | null {
  const view = engine.code.view(call);
  const callee = view.kind === "call" ? engine.code.view(view.callee) : null;
  if (view.kind !== "call" || callee?.kind !== "field" || engine.know.step(`*.${callee.name}`)?.does !== "visit" || !holdsThem(engine, read, callee.object)) return null;
  const [visitor] = view.args;
  return visitor ? collection(admittedByVisit(engine, engine.valueOf(visitor.node, read.frame), read.node)) : null;
}

/** The write of a loop's variable, seen from the end of a turn. */
function elementWrite(end: FlowNode, loop: Join): Write | null {
  for (let at = end; at.kind !== "start" && at.kind !== "dead"; at = at.kind === "join" ? at.head : at.before) {
    if (at === loop) return null;
    if (at.kind === "write" && at.before === loop) return at.source.kind === "element" || at.source.kind === "key" ? at : null;
  }
  return null;
}

/** A filter of what is read left nothing: all its elements failed the test. */
export function admittedByEmptyFilter(engine: Engine, read: Read, node: CodeNode): Value | null {
  const view = engine.code.view(node);
  if (view.kind === "same") return admittedByEmptyFilter(engine, read, view.node);
  if (view.kind === "each") {
    const turn = turnOf(engine, read, view.element);
    const [test, ...more] = turn?.tests ?? [];
    return turn && test && more.length === 0 ? collection(admittedByTest(engine, turn.read, test.condition, !test.outcome)) : null;
  }
  if (view.kind !== "call") return null;
  const callee = engine.code.view(view.callee);
  if (callee.kind === "field") {
    const step = engine.know.step(`*.${callee.name}`);
    const filter = step?.does === "filter" && step.list === "receiver" && typeof step.fn === "number" ? view.args[step.fn] : undefined;
    if (filter && holdsThem(engine, read, callee.object)) return collection(admittedByFilter(engine, engine.valueOf(filter.node, read.frame), read.node, false));
  }
  const made = operandOf(engine, view, read);
  return made && admittedByEmptyFilter(engine, read, made);
}

/** A guard of the catalog that speaks of elements: of all of them, or of one that is the value at hand. */
export function admittedByElements(engine: Engine, read: Read, view: CallView, fact: GuardFact, asked: { readonly kind: "each" | "any" | "subset"; readonly answer?: boolean }): Value | null {
  const { kind, answer = true } = asked;
  const item = operandNode(engine, view, fact.item);
  const at = "at" in fact.of && fact.of.at !== null ? operandNode(engine, view, fact.of.at) : null;
  if (!item) return null;
  if (kind === "subset") return at ? admittedBySubset(engine, read, { of: item, in: at }) : null;
  if (kind === "each") return admittedByEach(engine, read, item, { by: at, answer: fact.answers ?? true });
  if (at && !answer) return admittedByEach(engine, read, item, { by: at, answer: false });
  if (at) return admittedByOne(engine, read, engine.valueOf(at, read.frame), elementOf(engine, engine.valueOf(item, read.frame), item));
  const each = engine.code.view(item);
  return each.kind === "each" ? admittedByTest(engine, read, each.element, true) : null;
}
