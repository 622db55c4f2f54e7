/** What a condition says of a value when it had a certain outcome. */

import type { CallPoint, Case } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { GuardFact, Operand } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import { argumentsOf } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { admitsWordsOnly, patternOf } from "./patterns.ts";
import { readPlace, type Read } from "./reach.ts";
import { atom, constantsOf, constantText, either, isHarmless, type Value } from "./value.ts";

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
      return outcome !== is.negated && denotes(engine, read, is.item) && holdsHarmless(engine.valueOf(is.of, read.frame)) ? listed(read) : null;
    case "equal":
      return admittedByEquality(engine, read, is, outcome !== is.negated);
    case "typeof":
      return outcome !== is.negated && (is.is === "number" || is.is === "boolean") && denotes(engine, read, is.node)
        ? atom(read.node, { trust: "typed", type: "number", typedBy: "check" })
        : null;
    case "call":
      return admittedByAnswer(engine, read, is.call, outcome);
    case "truthy":
      return !outcome && denotes(engine, read, is.node) && !read.otherwise ? constantText("") : null;
  }
}

/** `every`: all the parts had the outcome, one of them is enough; else any of them may have had it. */
function admittedByParts(engine: Engine, read: Read, parts: readonly CodeNode[], outcome: boolean, every: boolean): Value | null {
  const answers = parts.map((part) => admittedByTest(engine, read, part, outcome));
  if (every) return answers.find((answer) => answer !== null) ?? null;
  const sure = answers.filter((answer) => answer !== null);
  return sure.length === parts.length && sure.length > 0 ? either(sure) : null;
}

const denotes = (engine: Engine, read: Read, node: CodeNode): boolean => engine.code.pathOf(node) === read.place;

const listed = (read: Read): Value => atom(read.node, { trust: "harmless", origin: "a fixed list" });

/** Whether membership proves that a value is harmless: a list or the keys of a table, all of them constants; a text is no list. */
function holdsHarmless(value: Value): boolean {
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
    if (denotes(engine, read, one) && isEqual) {
      const texts = constantsOf(engine.valueOf(other, read.frame));
      if (texts) return either(texts.map(constantText));
    }
  }
  // `list.indexOf(x) !== -1`
  const right = engine.valueOf(is.right, read.frame);
  return right.kind === "atom" && right.constant === -1 ? admittedByAnswer(engine, read, is.left, !isEqual) : null;
}

/** A call in a condition: one the catalog knows as a check, or a function of the file that answers with one. */
function admittedByAnswer(engine: Engine, read: Read, call: CodeNode, outcome: boolean): Value | null {
  const view = engine.code.view(call);
  if (view.kind !== "call") return null;
  const fact = guardOf(engine, view, read);
  if (fact) return outcome ? admittedByGuard(engine, read, view, fact) : null;
  return admittedByFunction(engine, read, view, call, outcome);
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

function operandNode(engine: Engine, view: CallView, operand: Operand): CodeNode | null {
  if (operand !== "receiver") return view.args.filter((arg) => arg.name === null)[operand]?.node ?? null;
  const callee = engine.code.view(view.callee);
  return callee.kind === "field" ? callee.object : null;
}

function admittedByGuard(engine: Engine, read: Read, view: CallView, fact: GuardFact): Value | null {
  const item = operandNode(engine, view, fact.item);
  if (!item || !denotes(engine, read, item)) return null;
  if (fact.of.kind === "word") return listed(read);
  if (fact.of.kind === "integer") return atom(read.node, { trust: "typed", type: "integer", typedBy: "check" });
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
  const target = engine.calleeOf(call, read.frame);
  if (!target || read.frame.depth > 4 || read.frame.isRunning(target.fn)) return null;
  for (const index of takenBy(engine, read, view, target.fn)) {
    const admitted = admittedAtExits(engine, innerRead(engine, read, target.fn, index, view), { fn: target.fn, outcome }, read.node);
    if (admitted) return admitted;
  }
  return null;
}

/** What a function lets through when it is asked for each element: `keys.filter((key) => ALLOWED.has(key))`. */
export function admittedByFilter(engine: Engine, filter: Value, node: CodeNode): Value | null {
  if (filter.kind === "atom") return filter.path !== null && engine.know.guard(filter.path)?.of.kind === "integer" ? atom(node, { trust: "typed", type: "integer", typedBy: "check" }) : null;
  if (filter.kind !== "function" || filter.fn.parameters.length === 0) return null;
  const { fn } = filter;
  const parameter = fn.parameters[0]?.node ?? node;
  const frame = new Frame({ fn, bound: new Map([[0, atom(parameter)]]), self: null, lexical: filter.frame instanceof Frame ? filter.frame : engine.root, caller: engine.root });
  return admittedAtExits(engine, { place: engine.code.pathOf(parameter) ?? "", at: { kind: "dead" }, frame, node: parameter, name: fn.parameters[0]?.name ?? "" }, { fn, outcome: true }, node);
}

/** What is left of a parameter when a function answers with this outcome. */
function admittedAtExits(engine: Engine, read: Read, { fn, outcome }: { readonly fn: FunctionFact; readonly outcome: boolean }, node: CodeNode): Value | null {
  const answers = engine.code.exits(fn).flatMap((exit) => {
    if (!mayBe(engine, exit.value, outcome, read.frame)) return [];
    const asked = exit.value ? admittedByTest(engine, { ...read, at: exit.at }, exit.value, outcome) : null;
    return [asked ?? provenAt(engine, { ...read, at: exit.at })];
  });
  const sure = answers.filter((answer) => answer !== null);
  return sure.length > 0 && sure.length === answers.length ? either(sure.map((one) => relocated(one, node))) : null;
}

const relocated = (value: Value, node: CodeNode): Value => (value.kind === "atom" ? { ...value, node } : value);

/** Whether a returned value may count as the outcome: false when it is a constant that does not. */
function mayBe(engine: Engine, value: CodeNode | null, outcome: boolean, frame: Frame): boolean {
  if (!value) return !outcome;
  const known = engine.valueOf(value, frame);
  return known.kind === "atom" && known.trust === "harmless" && (known.constant !== undefined || known.path === "undefined") ? Boolean(known.constant) === outcome : true;
}

function innerRead(engine: Engine, read: Read, fn: FunctionFact, index: number, view: CallView): Read {
  const parameter = fn.parameters[index];
  const node = parameter?.node ?? read.node;
  const bound = new Map(argumentsOf(engine, view, read.frame).bind(fn, fn.self !== null)).set(index, atom(node));
  const frame = new Frame({ fn, bound, self: null, lexical: engine.root, caller: read.frame });
  return { place: engine.code.pathOf(node) ?? "", at: { kind: "dead" }, frame, node, name: parameter?.name ?? "" };
}

/** The parameter at a way out, when checks on every way to there admit it. */
function provenAt(engine: Engine, read: Read): Value | null {
  const value = readPlace(engine, read);
  return value.kind === "atom" && (value.trust === "harmless" || (value.trust === "typed" && value.typedBy === "check")) ? value : null;
}

/** A call on the way that only returns when its argument is admitted: `assertColumn(name)`. */
export function admittedByCall(engine: Engine, read: Read, point: CallPoint): Value | null {
  const view = engine.code.view(point.call);
  if (view.kind !== "call" || !view.args.some((arg) => denotes(engine, read, arg.node))) return null;
  const target = engine.calleeOf(point.call, read.frame);
  if (!target || read.frame.depth > 4 || read.frame.isRunning(target.fn)) return null;
  for (const index of takenBy(engine, read, view, target.fn)) {
    const inner = innerRead(engine, read, target.fn, index, view);
    const exits = engine.code.exits(target.fn);
    const proofs = exits.flatMap((exit) => provenAt(engine, { ...inner, at: exit.at }) ?? []);
    if (exits.length > 0 && proofs.length === exits.length) return relocated(either(proofs), read.node);
  }
  return null;
}

/** A branch of a switch on the value that is read. */
export function admittedByCase(engine: Engine, read: Read, point: Case): Value | null {
  if (point.values === null || !denotes(engine, read, point.subject)) return null;
  const texts = point.values.map((value) => constantsOf(engine.valueOf(value, read.frame)));
  return texts.some((one) => one === null) ? null : either(texts.flatMap((one) => one ?? []).map(constantText));
}
