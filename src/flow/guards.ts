/** What a condition says of a value when it had a certain outcome. */

import { rootOf, type CallPoint, type Case } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { GuardFact, Operand } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import { argumentsOf } from "./arguments.ts";
import { admittedByElements, admittedByEmptyFilter, admittedBySubset } from "./collection-guards.ts";
import { takenThere } from "./elsewhere.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { admitsWordsOnly, leavesWordsOnly, patternOf } from "./patterns.ts";
import { readPlace, type Read } from "./reach.ts";
import { admittedByParse, admittedBySchema } from "./schemas.ts";
import { admittedAtExits, relocated } from "./function-guards.ts";
import { atom, constantsOf, constantText, either, isHarmless, type FunctionValue, type Value } from "./value.ts";

/** What a test that had this outcome leaves of the value that is read; null when it says nothing. */
export function admittedByTest(engine: Engine, read: Read, condition: CodeNode, outcome: boolean): Value | null {
  const is = engine.code.condition(condition);
  switch (is.kind) {
    case "not":
      return admittedByTest(engine, read, is.of, !outcome);
    case "all":
    case "any":
      return admittedByParts(engine, read, is.of, outcome, (is.kind === "all") === outcome);
    case "in":
      return outcome !== is.negated && denotes(engine, read, bareOf(engine, is.item)) && holdsHarmless(engine.valueOf(is.of, read.frame)) ? listed(read) : null;
    case "equal":
      return admittedByEquality(engine, read, is, outcome !== is.negated);
    case "subset":
      return outcome !== is.negated ? admittedBySubset(engine, read, is) : null;
    case "typeof":
      return outcome !== is.negated && (is.is === "number" || is.is === "boolean") && denotes(engine, read, is.node)
        ? atom(read.node, { trust: "typed", type: "number", typedBy: "check" })
        : null;
    case "call":
      return admittedByAnswer(engine, read, is.call, is.isFound === false ? !outcome : outcome, is.isFound !== undefined);
    case "truthy":
      if (!outcome && denotes(engine, read, is.node)) return constantText("");
      if (looksUp(engine, read, is.node)) return listed(read);
      return admittedByKept(engine, read, is.node, outcome) ?? (outcome ? admittedBySchema(engine, read, is.node, (node) => keptIn(engine, read, node)) : admittedByEmptyFilter(engine, read, counted(engine, is.node)));
  }
}

/** Whether an expression looks up what is read among fixed keys, where a missing one is an error: `FORMATS[key]`, `self._fields[name].store`. */
export function looksUp(engine: Engine, read: Read, node: CodeNode): boolean {
  if (!engine.code.raisesForKeys) return false;
  const view = engine.code.view(node);
  switch (view.kind) {
    case "index":
      return (denotes(engine, read, view.key) && holdsHarmless(engine.valueOf(view.object, read.frame))) || looksUp(engine, read, view.object);
    case "field":
      return looksUp(engine, read, view.object);
    case "call":
      return looksUp(engine, read, view.callee);
    default:
      return false;
  }
}

/** `bad.length`: what is counted. */
function counted(engine: Engine, node: CodeNode): CodeNode {
  const view = engine.code.view(node);
  return view.kind === "field" && COUNTS.has(view.name) ? view.object : node;
}

const COUNTS = new Set(["length", "size"]);

/** The expression whose answer a local keeps, as long as nothing has written what it speaks of since. */
function keptIn(engine: Engine, read: Read, node: CodeNode): CodeNode | null {
  const { code } = engine;
  const view = code.view(node);
  const fn = code.functionOf(node);
  if (view.kind !== "name" || code.scopeOf(view.place, fn) !== fn) return null;
  const [only, ...more] = code.writes(view.place, fn);
  if (!only || more.length > 0 || only.source.kind !== "value" || only.how !== "set" || only.path.length > 0 || only.fallback) return null;
  const [since] = code.range(only.node);
  const root = rootOf(read.place);
  const written = [...new Set([root, read.place])].flatMap((place) => code.writes(place, code.scopeOf(place, fn) ?? null));
  return written.every((write) => code.range(write.node)[0] < since) ? only.source.node : null;
}

function admittedByKept(engine: Engine, read: Read, node: CodeNode, outcome: boolean): Value | null {
  const at = counted(engine, node);
  const kept = keptIn(engine, read, at);
  if (!kept) return null;
  return at === node ? admittedByTest(engine, read, kept, outcome) : outcome ? null : admittedByEmptyFilter(engine, read, kept);
}

/** `every`: all the parts had the outcome, one of them is enough; else any of them may have had it. */
function admittedByParts(engine: Engine, read: Read, parts: readonly CodeNode[], outcome: boolean, every: boolean): Value | null {
  const answers = parts.map((part) => admittedByTest(engine, read, part, outcome));
  if (every) return answers.find((answer) => answer !== null) ?? null;
  const sure = answers.filter((answer) => answer !== null);
  return sure.length === parts.length && sure.length > 0 ? either(sure) : null;
}

export const denotes = (engine: Engine, read: Read, node: CodeNode): boolean => (read.place.endsWith(KEYS) ? keysPlace(engine, node, read.frame) : engine.code.pathOf(node)) === read.place;

const KEYS = ".(keys)";

/** The place of an object's keys, however often they are asked for: `Object.keys(body)`. */
export function keysPlace(engine: Engine, node: CodeNode, frame: Frame): string | null {
  const view = engine.code.view(node);
  if (view.kind === "same") return keysPlace(engine, view.node, frame);
  const path = view.kind === "call" ? engine.pathOf(engine.valueOf(view.callee, frame)) : null;
  const step = path === null ? null : engine.know.step(path);
  const of = view.kind === "call" && step?.does === "keys" ? operandNode(engine, view, step.of) : null;
  return of && keysOf(engine, of);
}

/** The same of the object itself. */
export function keysOf(engine: Engine, object: CodeNode): string | null {
  const path = engine.code.pathOf(object);
  return path === null ? null : `${path}${KEYS}`;
}

/** A text as it was before `lower()` or `trim()`: with other letters, or blanks around it, it says the same. */
function bareOf(engine: Engine, node: CodeNode): CodeNode {
  const view = engine.code.view(node);
  if (view.kind === "same" && engine.code.pathOf(node) === null) return bareOf(engine, view.node);
  const callee = view.kind === "call" && view.args.length === 0 ? engine.code.view(view.callee) : null;
  const step = callee?.kind === "field" ? engine.know.step(`*.${callee.name}`) : null;
  return callee?.kind === "field" && step?.does === "same" && step.of === "receiver" ? bareOf(engine, callee.object) : node;
}

/** What a check for numbers lets through. */
export const numbered = (fact: GuardFact | null, node: CodeNode): Value | null =>
  fact?.of.kind === "integer" || fact?.of.kind === "number" ? atom(node, { trust: "typed", type: fact.of.kind, typedBy: "check" }) : null;

export const listed = (read: Read): Value => atom(read.node, { trust: "harmless", origin: "a fixed list" });

/** Whether membership proves that a value is harmless: a list or the keys of a table, all of them constants; a text is no list. */
export function holdsHarmless(value: Value): boolean {
  switch (value.kind) {
    case "list":
      return isHarmless(value);
    case "table":
      return value.rest === null;
    case "class":
      return value.cls.isEnumeration;
    case "atom":
      return value.trust === "harmless" && value.type !== "text" && value.constant === undefined && value.path !== "undefined";
    case "union":
      return value.of.every(holdsHarmless);
    case "text":
    case "function":
      return false;
  }
}

function admittedByEquality(engine: Engine, read: Read, is: { readonly left: CodeNode; readonly right: CodeNode }, isEqual: boolean): Value | null {
  for (const [one, other] of [[is.left, is.right], [is.right, is.left]] as const) {
    if (isEqual && denotes(engine, read, bareOf(engine, one))) {
      const value = engine.valueOf(other, read.frame);
      if (value.kind === "atom" && value.trust === "harmless" && value.path === "undefined") return { ...value, node: read.node };
      const texts = constantsOf(value);
      if (texts) return either(texts.map(constantText));
    }
  }
  // `list.indexOf(x) !== -1`
  const right = engine.valueOf(is.right, read.frame);
  if (right.kind !== "atom" || right.trust !== "harmless") return null;
  if (right.constant === -1) return admittedByAnswer(engine, read, keptIn(engine, read, is.left) ?? is.left, !isEqual, true);
  if (right.constant === 0) return isEqual ? admittedByTest(engine, read, is.left, false) : null;
  if (typeof right.constant === "boolean") return admittedByTest(engine, read, is.left, isEqual === right.constant);
  return right.constant === null || right.path === "undefined" ? admittedByNothing(engine, read, is.left, isEqual) : null;
}

/** `match is None`: only of what the catalog knows; a function of the file may answer with other kinds of no. */
function admittedByNothing(engine: Engine, read: Read, node: CodeNode, isNothing: boolean): Value | null {
  const call = engine.code.view(node).kind === "name" ? keptIn(engine, read, node) : node;
  const is = call ? engine.code.condition(call) : null;
  const view = is?.kind === "call" ? engine.code.view(is.call) : null;
  return is?.kind === "call" && view?.kind === "call" && guardOf(engine, view, read) ? admittedByAnswer(engine, read, is.call, !isNothing) : null;
}

/** A call in a condition: one the catalog knows as a check, or a function of the file that answers with one. */
function admittedByAnswer(engine: Engine, read: Read, call: CodeNode, outcome: boolean, isFound = false): Value | null {
  const view = engine.code.view(call);
  if (view.kind !== "call") return null;
  const fact = guardOf(engine, view, read);
  if (fact?.isPosition && !isFound) return null;
  if (fact && outcome === (fact.answers ?? true)) return admittedByGuard(engine, read, view, fact);
  if (fact?.of.kind === "any" && !outcome) return admittedByElements(engine, read, view, fact, { kind: "any", answer: false });
  if (fact?.of.kind === "pattern" && !outcome && fact.of.isAnchored === undefined) return admittedByNoMatch(engine, read, view, fact);
  if (fact) return outcome && fact.of.kind === "each" ? admittedByElements(engine, read, view, fact, { kind: "any" }) : null;
  return admittedByFunction(engine, read, view, call, outcome);
}

/** No match of a pattern that finds everything but word characters. */
function admittedByNoMatch(engine: Engine, read: Read, view: CallView, { item, of }: GuardFact): Value | null {
  const node = operandNode(engine, view, item);
  const at = "at" in of && of.at !== null ? operandNode(engine, view, of.at) : null;
  const pattern = at ? patternOf(engine, engine.valueOf(at, read.frame)) : null;
  return node && pattern && denotes(engine, read, node) && !/[gy]/.test(pattern.flags) && leavesWordsOnly(pattern.source, "") ? listed(read) : null;
}

function guardOf(engine: Engine, view: CallView, read: Read): GuardFact | null {
  const callee = engine.code.view(view.callee);
  const receiver = callee.kind === "field" ? engine.valueOf(callee.object, read.frame) : null;
  for (const path of engine.callPaths(engine.valueOf(view.callee, read.frame), receiver, callee.kind === "field" ? callee.name : null)) {
    const fact = engine.know.guard(path);
    if (fact) return fact;
  }
  return null;
}

export function operandNode(engine: Engine, view: CallView, operand: Operand): CodeNode | null {
  if (operand !== "receiver") return view.args.filter((arg) => arg.name === null)[operand]?.node ?? null;
  const callee = engine.code.view(view.callee);
  return callee.kind === "field" ? callee.object : null;
}

function admittedByGuard(engine: Engine, read: Read, view: CallView, fact: GuardFact): Value | null {
  const item = operandNode(engine, view, fact.item);
  if (!item) return null;
  if (fact.of.kind === "each" || fact.of.kind === "subset" || fact.of.kind === "any") return admittedByElements(engine, read, view, fact, { kind: fact.of.kind });
  if (!denotes(engine, read, bareOf(engine, item))) return null;
  if (fact.of.kind === "word") return listed(read);
  const number = numbered(fact, read.node);
  if (number || !("at" in fact.of)) return number;
  const at = operandNode(engine, view, fact.of.at);
  if (!at) return null;
  const value = engine.valueOf(at, read.frame);
  if (fact.of.kind === "list") return holdsHarmless(value) ? listed(read) : null;
  const pattern = patternOf(engine, value);
  const isWhole = fact.of.isAnchored ?? null;
  return pattern && admitsWordsOnly(pattern.source, pattern.flags, { start: isWhole !== null, end: isWhole === true }) ? listed(read) : null;
}

/** The parameters of a function that get the value which is read. */
function takenBy(engine: Engine, read: Read, view: CallView, fn: FunctionFact): readonly number[] {
  const args = view.args;
  return fn.parameters.flatMap((parameter, index) => {
    const position = fn.self !== null ? index - 1 : index;
    const arg = args.find((one) => one.name === parameter.name) ?? args.filter((one) => one.name === null)[position];
    return arg && arg.spread === null && denotes(engine, read, arg.node) ? [index] : [];
  });
}

function admittedByFunction(engine: Engine, read: Read, view: CallView, call: CodeNode, outcome: boolean): Value | null {
  const target = engine.calleeAnywhere(call, read.frame);
  if (!target || read.frame.depth > 4 || read.frame.isRunning(target.fn)) return null;
  const { fn, home = engine } = target;
  for (const index of takenBy(engine, read, view, fn)) {
    const admitted = askedIn(engine, home, () => admittedAtExits(home, innerRead(engine, read, target, index, view), { fn, outcome }, read.node));
    if (admitted) return admitted;
  }
  return null;
}

/** What a function says of its parameter, asked in the file that it lies in. */
function askedIn(engine: Engine, home: Engine, ask: () => Value | null): Value | null {
  if (home === engine) return ask();
  return engine.budget.crosses() ? home.budget.enter(ask) : null;
}

function innerRead(engine: Engine, read: Read, { fn, home = engine }: FunctionValue, index: number, view: CallView): Read {
  const parameter = fn.parameters[index];
  const node = parameter?.node ?? read.node;
  const passed = [...argumentsOf(engine, view, read.frame).bind(fn, fn.self !== null, home)].map(([at, value]) => [at, home === engine ? value : takenThere(value, fn.parameters[at]?.node ?? node)] as const);
  const frame = new Frame({ fn, bound: new Map(passed).set(index, atom(node)), self: null, lexical: home.root, caller: read.frame });
  return { place: home.code.pathOf(node) ?? "", at: { kind: "dead" }, frame, node, name: parameter?.name ?? "" };
}

/** The parameter at a way out, when checks on every way to there admit it; of a collection, all its elements. */
export function provenAt(engine: Engine, read: Read): Value | null {
  const value = readPlace(engine, read);
  if (value.kind === "list") return value.items.length === 0 && value.rest && isProven(value.rest) ? value : null;
  return isProven(value) ? value : null;
}

const isProven = (value: Value): boolean => value.kind === "atom" && (value.trust === "harmless" || (value.trust === "typed" && value.typedBy === "check"));

/** A call on the way that only returns when its argument is admitted: `assertColumn(name)`. */
export function admittedByCall(engine: Engine, read: Read, point: CallPoint): Value | null {
  const view = engine.code.view(point.call);
  if (view.kind !== "call") return null;
  const parse = admittedByParse(engine, read, view, null);
  if (parse || !view.args.some((arg) => denotes(engine, read, arg.node))) return parse;
  const target = engine.calleeAnywhere(point.call, read.frame);
  if (!target || read.frame.depth > 4 || read.frame.isRunning(target.fn)) return null;
  const { fn, home = engine } = target;
  for (const index of takenBy(engine, read, view, fn)) {
    const proven = askedIn(engine, home, () => {
      const inner = innerRead(engine, read, target, index, view);
      const exits = home.code.exits(fn);
      const proofs = exits.flatMap((exit) => provenAt(home, { ...inner, at: exit.at }) ?? []);
      return exits.length > 0 && proofs.length === exits.length ? relocated(either(proofs), read.node) : null;
    });
    if (proven) return proven;
  }
  return null;
}

/** A branch of a switch on the value that is read. */
export function admittedByCase(engine: Engine, read: Read, point: Case): Value | null {
  if (point.values === null || !denotes(engine, read, bareOf(engine, point.subject))) return null;
  const texts = point.values.map((value) => constantsOf(engine.valueOf(value, read.frame)));
  return texts.some((one) => one === null) ? null : either(texts.flatMap((one) => one ?? []).map(constantText));
}
