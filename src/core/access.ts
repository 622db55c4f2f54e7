/** Where a file settles who may do what, and what it calls to let everyone in. */

import type { AccessRow, OpeningRow } from "../catalog/schema.ts";
import type { AccessForm } from "../facts/access.ts";
import type { CallSite, FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import { argumentsOf } from "../flow/arguments.ts";
import { isTrue } from "../flow/always.ts";
import { constantOf, type Value } from "../flow/value.ts";
import { entered, partAt, partsOf, type Spot } from "../flow/written.ts";
import type { LintedFile } from "./file.ts";

export interface SettingsHit {
  readonly form: AccessForm;
  /** What they are about, and the settings themselves. */
  readonly thing: Spot;
  readonly settings: Spot;
  /** What the file calls that which they are about. */
  readonly names: readonly string[];
}

export interface OpeningHit {
  readonly row: OpeningRow;
  readonly call: CodeNode;
}

/** A row's path taken apart: what holds the settings, and the way from there. */
interface Rooted {
  readonly row: AccessRow;
  /** A call's path, a type's, or `*`. */
  readonly holder: string;
  /** The argument of a call; null for a type. */
  readonly position: number | null;
  readonly keys: readonly string[];
}

const lastName = (path: string): string => path.replace(/\(\)$/, "").replace(/^.*[./]/, "");

function rooted(row: AccessRow, path: string): Rooted {
  const [, holder = path, argument, rest = ""] = /^(\*|.*?(?:\(#(\d+)\)|\(\)(?=\.(?!\w+\()|$)))\.?(.*)$/.exec(path) ?? [];
  return { row, holder: holder.replace(/\(#\d+\)$/, ""), position: argument === undefined ? null : Number(argument), keys: rest.split(".").filter((key) => key !== "") };
}

/** Whether a text has the words without which a row says nothing of it. */
const isMentioned = (text: string, { holder, keys }: Rooted): boolean => [holder === "*" ? "" : lastName(holder), ...keys].every((word) => word === "*" || text.includes(word));

/** All settings of access in a file. */
export function* settingsIn(file: LintedFile): Generator<SettingsHit> {
  const { code, catalog } = file;
  const all = catalog.accesses.flatMap((row) => row.paths.map((path) => rooted(row, path))).filter((one) => isMentioned(code.text, one));
  const [ofCalls, ofObjects] = [all.filter(({ position }) => position !== null), all.filter(({ position }) => position === null)];
  if (ofCalls.length > 0) yield* handedToCalls(file, ofCalls);
  if (ofObjects.length > 0) yield* inObjects(file, ofObjects);
}

function* handedToCalls(file: LintedFile, all: readonly Rooted[]): Generator<SettingsHit> {
  const byName = new Map<string, Rooted[]>();
  for (const one of all) for (const name of namesFor(lastName(one.holder), file.code.text)) byName.set(name, [...(byName.get(name) ?? []), one]);
  for (const site of file.code.calls()) {
    const own = byName.get(site.name);
    if (own) yield* handedTo(file, site, own);
  }
}

/** A name, and what an import or a destructuring makes of it: `list as boats`, `{ list: boats }`. */
const namesFor = (name: string, text: string): ReadonlySet<string> =>
  new Set([name, ...[...text.matchAll(new RegExp(`\\b${name}\\s*(?:\\bas\\b|:)\\s*(\\w+)`, "g"))].map(([, other = name]) => other)]);

function* handedTo(file: LintedFile, site: CallSite, own: readonly Rooted[]): Generator<SettingsHit> {
  const { code, engine } = file;
  const view = code.view(site.node);
  if (view.kind !== "call") return;
  const { paths, receiver } = calledAs(file, view.callee);
  for (const one of own.filter(({ holder }) => paths.includes(holder))) {
    for (const way of waysTo(file, site.node)) {
      const passed = argumentsOf(engine, view, way.frame).at(one.position ?? 0);
      if (passed) yield* hitsFrom(file, one, { ...way, ...passed, isOwn: true }, [code.givenName(way.from), madeFor(file, receiver)]);
    }
  }
}

/** An expression as it stands, and once more for each call of the function that it stands in. */
function* waysTo({ code, engine }: LintedFile, node: CodeNode): Generator<Pick<Spot, "frame" | "calls"> & { readonly from: CodeNode }> {
  const here = { frame: engine.ask().root, calls: new Map<FunctionFact, CodeNode>() };
  yield { from: node, ...here };
  const fn = code.functionOf(node);
  for (const from of fn && fn.parameters.length > 0 ? engine.callersOf(fn) : []) {
    if (fn) yield { from, ...entered(engine, { fn, self: null, frame: engine.root }, { node: from, ...here }) };
  }
}

/** The paths of what is called, and the value that it is called on. */
function calledAs({ code, engine }: LintedFile, node: CodeNode): { readonly paths: readonly string[]; readonly receiver: Value | null } {
  engine.ask();
  const callee = code.view(node);
  const receiver = callee.kind === "field" ? engine.valueOf(callee.object) : null;
  return { paths: engine.callPaths(engine.valueOf(node), receiver, null), receiver };
}

/** What the thing that a method is called on was made for: `new Schema("Room")`. */
function madeFor({ code, engine }: LintedFile, receiver: Value | null): string | null {
  const view = receiver?.kind === "atom" && receiver.call ? code.view(receiver.call) : null;
  const [first] = view?.kind === "call" ? view.args : [];
  return first ? constantOf(engine.valueOf(first.node)) : null;
}

function* inObjects(file: LintedFile, all: readonly Rooted[]): Generator<SettingsHit> {
  const { code, engine, catalog } = file;
  for (const { node, type } of code.objects()) {
    const view = code.view(node);
    const has = (key: string | undefined) => view.kind === "table" && view.entries.some((entry) => entry.key === key);
    const stated = all.some(({ holder }) => holder !== "*") ? type() : null;
    const path = stated?.kind === "instance" ? catalog.canonical(stated.path) : null;
    for (const one of all) {
      if (one.holder === "*" ? !has(one.keys[0]) : one.holder !== path) continue;
      for (const { from, ...way } of waysTo(file, node)) yield* hitsFrom(file, one, { ...way, node, value: engine.valueOf(node, way.frame), isOwn: true }, [code.givenName(from)]);
    }
  }
}

/** The settings along the way from what holds them, one for each thing on it. */
function* hitsFrom(file: LintedFile, { row, keys }: Pick<Rooted, "row" | "keys">, from: Spot, names: readonly (string | null)[]): Generator<SettingsHit> {
  const { engine, code } = file;
  const star = keys.indexOf("*");
  if (star < 0) {
    const settings = partAt(engine, from, keys);
    const named = row.form.named === undefined || keys.length === 0 ? "missing" : partAt(engine, from, [row.form.named]);
    const own = typeof named === "string" ? null : constantOf(named.value);
    if (typeof settings !== "string") yield { form: row.form, thing: from, settings, names: [...names, own].filter((name) => name !== null) };
    return;
  }
  const things = partAt(engine, from, keys.slice(0, star));
  for (const thing of typeof things === "string" ? [] : partsOf(engine, things)) {
    const view = code.view(thing.node);
    const rest = keys.slice(star + 1);
    // What another file holds is that file's to report.
    const first = partAt(engine, thing, rest.slice(0, 1));
    if (typeof first !== "string" && first.isOwn) yield* hitsFrom(file, { row, keys: rest }, thing, [thing.key, view.kind === "name" ? view.name : null]);
  }
}

/** All calls in a file that let everyone in. */
export function* openingsIn(file: LintedFile): Generator<OpeningHit> {
  const { code, catalog } = file;
  const rows = catalog.openings.filter(({ calls }) => calls.some((call) => code.text.includes(lastName(call))));
  if (rows.length === 0) return;
  for (const { node, name } of code.calls()) {
    const own = rows.filter(({ calls }) => calls.some((call) => lastName(call) === name));
    const view = own.length > 0 ? code.view(node) : null;
    if (view?.kind !== "call") continue;
    const { paths } = calledAs(file, view.callee);
    const args = argumentsOf(file.engine, view, file.engine.root);
    const row = own.find(({ calls, given }) => calls.some((call) => paths.includes(call)) && given.every((one, at) => isGiven(args.at(at)?.value, one)));
    if (row) yield { row, call: node };
  }
}

const isGiven = (value: Value | undefined, given: string | boolean): boolean =>
  value !== undefined && (given === true ? isTrue(value) : constantOf(value) === given);
