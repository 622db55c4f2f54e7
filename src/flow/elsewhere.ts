/** The other files of a program: their engines, and values that come from one file into another. */

import type { ImportedFrom } from "../facts/flow.ts";
import type { ClassFact, FunctionFact } from "../facts/functions.ts";
import type { ModuleFacts } from "../facts/modules.ts";
import type { CodeNode } from "../facts/node.ts";
import { elementOf, type Arguments } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { Frame } from "./frame.ts";
import { judge, type Judgement } from "./judge.ts";
import { instanceOf, modelsOf, roleOf } from "./members.ts";
import { imported, readWrite } from "./reach.ts";
import { atom, either, text, type Atom, type FunctionValue, type Hole, type Piece, type Value } from "./value.ts";

export interface Module {
  readonly engine: Engine;
  readonly exports: ModuleFacts;
}

export interface FieldElsewhere {
  /** The canonical path of the call that declares it: `odoo.fields.Char`. */
  readonly declaration: string;
  /** Markup that is cleaned when it is stored. */
  readonly isSanitized: boolean;
  /** The model of the records that it holds. */
  readonly model: string | null;
}

export interface Elsewhere {
  /** What is known of a field of one of these models; null when nothing in sight declares it. */
  fieldOf(models: readonly string[], name: string): FieldElsewhere | null;
  /** The file of the program that a module is, as this file writes its name; null for a library, and for what is not there. */
  module(name: string): Module | null;
  /** Other files with a class of one of these models, or of what it inherits, that has a method of this name; the nearest first. */
  withMethod(models: readonly string[], name: string): readonly Engine[];
  /** Other files that call a method of this name. */
  calling(name: string): readonly Engine[];
}

/** Nothing else is in sight. */
export const NOWHERE: Elsewhere = { fieldOf: () => null, module: () => null, withMethod: () => [], calling: () => [] };

const MOST_HANDED_ON = 5;

/** What a file of the program has under a name that is imported; null when that is none of its files. */
export function importedValue(engine: Engine, { module, member }: ImportedFrom, node: CodeNode): Value | null {
  if (member === null) return wholeModule(engine, module, node);
  const found = exportedValue(engine, { module, member }, node, 0);
  if (found) return found;
  // `from . import queries`: a file of that name.
  return engine.code.language === "python" ? wholeModule(engine, module.endsWith(".") ? module + member : `${module}.${member}`, node) : null;
}

function exportedValue(engine: Engine, { module, member }: ImportedFrom, node: CodeNode, depth: number): Value | null {
  const other = depth < MOST_HANDED_ON && member !== null ? engine.elsewhere.module(module) : null;
  if (!other || member === null || !engine.budget.crosses()) return null;
  const values = other.exports.exported(member).flatMap((one): readonly Value[] => {
    if (one.kind === "import") return [(one.from.member === null ? wholeModule(other.engine, one.from.module, node) : exportedValue(other.engine, one.from, node, depth + 1)) ?? imported(other.engine, one.path, node)];
    const value = other.engine.budget.enter(() => (one.kind === "node" ? other.engine.valueOf(one.node) : placeOf(other.engine, one.place)));
    return [broughtHere(engine, other.engine, value, { node, note: `from ${nameOf(other.engine)}` })];
  });
  if (values.length > 0) return either(values);
  for (const handedOn of member === "default" ? [] : other.exports.handedOn()) {
    const value = exportedValue(other.engine, { module: handedOn, member }, node, depth + 1);
    if (value) return value;
  }
  return null;
}

const placeOf = (engine: Engine, place: string): Value => either(engine.code.writes(place, null).map((write) => readWrite(engine, write, engine.root)));

/** A module as a table of what it has; what it has not is unknown. */
function wholeModule(engine: Engine, module: string, node: CodeNode): Value | null {
  const other = engine.elsewhere.module(module);
  if (!other) return null;
  const entries = new Map(namesOf(other, 0).flatMap((member) => {
    const value = exportedValue(engine, { module, member }, node, 0);
    return value ? [[member, value] as const] : [];
  }));
  return { kind: "table", entries, rest: atom(node) };
}

/** The names of a module, with those that it hands on. */
const namesOf = ({ engine, exports }: Module, depth: number): readonly string[] =>
  [...exports.exportedNames(), ...(depth < MOST_HANDED_ON ? exports.handedOn().flatMap((name) => { const other = engine.elsewhere.module(name); return other ? namesOf(other, depth + 1) : []; }) : [])];

const nameOf = (engine: Engine): string => engine.code.path.split(/[\\/]/).slice(-2).join("/");

interface At {
  readonly node: CodeNode;
  readonly note: string;
}

/** A value of another file as a value of this one: at the place where it comes in, with nothing in it that only the other file can look into. */
function broughtHere(here: Engine, home: Engine, value: Value, at: At): Value {
  const inside = (one: Value): Value => broughtHere(here, home, one, at);
  switch (value.kind) {
    case "text":
      return text(value.pieces.map((piece) => pieceHere(here, home, piece, at)));
    case "union":
      return either(value.of.map(inside));
    case "list":
      return { ...value, items: value.items.map((item) => ({ ...item, value: inside(item.value) })), rest: value.rest && inside(value.rest) };
    case "table":
      return { ...value, entries: new Map([...value.entries].map(([name, one]) => [name, inside(one)])), rest: value.rest && inside(value.rest) };
    case "function":
      return { ...value, home: value.home ?? home };
    case "class":
      return value.cls.isEnumeration ? atom(at.node, { trust: "harmless" }) : atom(at.node, { path: `?${value.cls.name}` });
    case "atom":
      return atomHere(value, at);
  }
}

function atomHere(value: Atom, { node, note }: At): Atom {
  const { outside } = value;
  if (outside) return { ...outside, trust: value.trust, quoted: value.quoted ?? outside.quoted, isEscaped: value.isEscaped, steps: { node, note, before: outside.steps } };
  return { ...value, node, from: node, call: null, parameter: null, partOf: null, record: null, steps: { node, note, before: null } };
}

function pieceHere(here: Engine, home: Engine, piece: Piece, at: At): Piece {
  if (piece.kind === "constant") return piece;
  if (piece.kind === "choice") return { kind: "choice", of: piece.of.map((pieces) => pieces.map((one) => pieceHere(here, home, one, at))) };
  const outside = piece.value.kind === "atom" ? piece.value.outside : null;
  return { ...piece, node: outside?.node ?? at.node, value: broughtHere(here, home, piece.value, at), steps: null } satisfies Hole;
}

/** A value of this file as one of another: what only this file can look into comes back unchanged. */
export function takenThere(value: Value, node: CodeNode): Value {
  const inside = (one: Value): Value => takenThere(one, node);
  switch (value.kind) {
    case "text":
      return text(value.pieces.map((piece) => pieceThere(piece, node)));
    case "union":
      return either(value.of.map(inside));
    case "list":
      return { ...value, items: value.items.map((item) => ({ ...item, value: inside(item.value) })), rest: value.rest && inside(value.rest) };
    case "table":
      return { ...value, entries: new Map([...value.entries].map(([name, one]) => [name, inside(one)])), rest: value.rest && inside(value.rest) };
    case "function":
      return value.home ? value : atom(node);
    case "class":
      return atom(node);
    case "atom":
      return { ...value, node, from: node, call: null, parameter: null, partOf: null, record: null, steps: null, outside: value.outside ?? value };
  }
}

function pieceThere(piece: Piece, node: CodeNode): Piece {
  if (piece.kind === "constant") return piece;
  if (piece.kind === "choice") return { kind: "choice", of: piece.of.map((pieces) => pieces.map((one) => pieceThere(one, node))) };
  return { ...piece, node, value: takenThere(piece.value, node), steps: null };
}

/** What a function of another file returns for these arguments. */
export function appliedThere(engine: Engine, target: FunctionValue & { readonly home: Engine }, args: Arguments, at: { readonly node: CodeNode; readonly frame: Frame }): Value {
  const { fn, home } = target;
  const { node, frame } = at;
  if (!engine.budget.crosses()) return atom(node);
  const bound = new Map([...args.bind(fn, target.self !== null, home)].map(([index, value]) => [index, takenThere(value, fn.parameters[index]?.node ?? fn.node)]));
  const value = home.budget.enter(() => home.run({ fn, bound, self: target.self, lexical: target.frame instanceof Frame ? target.frame : home.root, caller: frame }, fn.node));
  return broughtHere(engine, home, value, { node, note: `returned by \`${fn.name || "a function"}\` of ${nameOf(home)}` });
}

/** A method that a model has in another file, on an instance of it there; null when none is in sight. */
export function methodElsewhere(engine: Engine, models: readonly string[], name: string): Value | null {
  if (models.length === 0) return null;
  const found = engine.elsewhere.withMethod(models, name).flatMap((home) => home.code.classes().flatMap((cls): readonly FunctionValue[] => {
    const fn = cls.methods.get(name);
    if (!fn || fn.isGetter || !modelsOf(home, cls).length) return [];
    return [{ kind: "function", fn, frame: home.root, self: instanceOf(home, cls, fn.node), home }];
  }));
  return found.length > 0 ? either(found) : null;
}

/** What callers in other files pass for a parameter of a method, judged there. */
export function passedElsewhere(engine: Engine, fn: FunctionFact, index: number, node: CodeNode): readonly Judgement[] {
  const models = fn.owner ? modelsOf(engine, fn.owner) : [];
  if (models.length === 0 || !engine.budget.crosses()) return [];
  return engine.elsewhere.calling(fn.name).flatMap((home) => home.budget.enter(() => home.code.calls().flatMap((site) => {
    const view = site.name === fn.name ? home.code.view(site.node) : null;
    const callee = view?.kind === "call" ? home.code.view(view.callee) : null;
    if (view?.kind !== "call" || callee?.kind !== "field" || !isOfModels(home, callee.object, models)) return [];
    const position = index - (fn.self === null ? 0 : 1);
    const arg = view.args.find((one) => one.name !== null && one.name === fn.parameters[index]?.name) ?? view.args.filter((one) => one.name === null)[position];
    if (view.args.some((one) => one.spread !== null)) return [{ trust: "unknown" as const, atom: atom(node, { origin: `passed to \`${fn.name}\` in ${nameOf(home)}` }), steps: null }];
    return arg ? [judgedHere(judge(home, elementOfDepth(home, home.valueOf(arg.node), arg.node), arg.node), node, `passed to \`${fn.name}\` in ${nameOf(home)} (line ${home.code.place(site.node).start.line})`)] : [];
  })));
}

const elementOfDepth = (engine: Engine, value: Value, node: CodeNode): Value => (value.kind === "list" && value.items.length === 0 && value.rest ? elementOf(engine, value, node) : value);

function judgedHere({ trust, atom: decides }: Judgement, node: CodeNode, note: string): Judgement {
  const origin = decides?.origin ?? null;
  return { trust, atom: atom(node, { trust, origin: origin === null ? note : `${note}, ${origin}`, type: decides?.type ?? null, typedBy: decides?.typedBy ?? null }), steps: { node, note, before: null } };
}

/** Whether an expression is a record of one of these models: the instance of a class that says so, or `env["a.model"]`. */
function isOfModels(engine: Engine, node: CodeNode, models: readonly string[]): boolean {
  const value = engine.valueOf(node);
  const cls: ClassFact | null = value.kind === "atom" ? value.record : null;
  if (cls) return modelsOf(engine, cls).some((model) => models.includes(model)) && roleOf(engine, cls) !== null;
  let view = engine.code.view(node);
  for (let turn = 0; turn < 5 && view.kind === "call"; turn += 1) {
    const callee = engine.code.view(view.callee);
    if (callee.kind !== "field") return false;
    view = engine.code.view(callee.object);
  }
  const key = view.kind === "index" ? engine.code.view(view.key) : null;
  return key?.kind === "text" && models.includes(key.value);
}
