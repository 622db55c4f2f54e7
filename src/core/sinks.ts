/** Where a file hands text to something that runs it. */

import type { SinkRow, TextAt } from "../catalog/schema.ts";
import type { SqlSite } from "../facts/drivers.ts";
import type { CallSite, FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import { argumentsOf, elementOf, type Passed } from "../flow/arguments.ts";
import type { Engine } from "../flow/engine.ts";
import { fieldOf } from "../flow/members.ts";
import { looksLikeSql, mentionsSql } from "../flow/sql-scan.ts";
import { constantText, piecesOf, type Atom, type FunctionValue, type Piece, type Value } from "../flow/value.ts";
import { Catalog } from "./knowledge.ts";
import type { LintedFile } from "./file.ts";
import { ANY_SQL_TAG } from "./sink-hints.ts";

export interface SinkHit {
  readonly row: SinkRow;
  readonly call: CodeNode;
  /** The expression that is the text, as far as it is written here. */
  readonly node: CodeNode;
  readonly value: Value;
  /** Where the text and its values are written; null when the sink lies inside a function that hands the text on. */
  readonly site: SqlSite | null;
}

const MOST_WRAPPERS = 3;

/** Every sink of the file, functions that hand their parameter on included. */
export function* sinksOf(file: LintedFile): Generator<SinkHit> {
  for (const hit of hitsOf(file)) if (isOfKind(hit)) yield hit;
}

/** The same, whatever the text is. */
function* hitsOf(file: LintedFile): Generator<SinkHit> {
  const names = file.catalog.hints.namesIn(file.code.text, file.code.modules(), mentionsSql);
  if (names.size === 0 && !(mentionsSql(file.code.text) && file.code.modules().some((module) => module.startsWith(".")))) return;
  const aliases = file.catalog.hints.aliasesIn(file.code.text);
  for (const site of file.code.calls()) {
    if (!mayBeSink(file, site, names, aliases)) continue;
    for (const hit of hitsAt(file, site)) {
      yield hit;
      yield* throughWrappers(file, hit, 1);
    }
  }
}

/** What others have names for too counts where the text is of its kind. */
const isOfKind = ({ row, value, node }: SinkHit): boolean => !row.byConvention || looksLikeSql(piecesOf(value, node));

/** Cheap first: most calls have names that no sink has. A name on its own may stand for a bound method. */
function mayBeSink({ code }: LintedFile, { node, name }: CallSite, names: ReadonlySet<string>, aliases: ReadonlySet<string>): boolean {
  if (names.has(name) || (names.has(ANY_SQL_TAG) && /sql/i.test(name) && code.view(node).kind === "template")) return true;
  const view = code.view(node);
  const callee = view.kind === "call" ? code.view(view.callee) : null;
  return callee?.kind === "name" && (aliases.has(name) || /query|sql|execute|raw|literal/i.test(name) || isOfProject(code, callee.place));
}

/** Whether a name is imported from another file of the project, which may hand its text on. */
function isOfProject(code: LintedFile["code"], place: string): boolean {
  const [only] = code.writes(place, null);
  return only?.source.kind === "import" && only.source.path.startsWith("?");
}

function* hitsAt(file: LintedFile, { node }: CallSite): Generator<SinkHit> {
  const { code, engine } = file;
  const view = code.view(node);
  engine.ask();
  if (view.kind === "template" && view.tag) {
    yield* tagHits(file, node, view.tag);
    return;
  }
  if (view.kind !== "call") return;
  const callee = code.view(view.callee);
  const receiver = callee.kind === "field" ? engine.valueOf(callee.object) : null;
  const target = engine.valueOf(view.callee);
  const wrapped = target.kind === "function" && target.home ? [...throughForeign(file, node, { ...target, home: target.home })] : [];
  if (wrapped.length > 0) {
    yield* wrapped;
    return;
  }
  const row = asFragment(code, node, rowFor(file, engine.callPaths(target, receiver, callee.kind === "field" ? callee.name : null), target, receiver));
  if (!row || (view.isNew && !row.calls.some((call) => call.endsWith("()")))) return;
  for (const at of row.text) {
    for (const [textNode, value] of textsAt(file, node, at)) {
      yield { row, call: node, node: textNode, value: withRawMarks(file, row, node, value), site: siteAt(file, row, { call: node, text: textNode, at }) };
    }
  }
}

/** A statement in a hole of a tag is a part of the tag's own: ``sql`… ${sql.unsafe(text)}` ``. */
function asFragment(code: LintedFile["code"], node: CodeNode, row: SinkRow | null): SinkRow | null {
  if (row?.scope !== "statement") return row;
  const quasi = code.parent(node);
  const tag = quasi && code.parent(quasi);
  const view = tag ? code.view(tag) : null;
  return view?.kind === "template" && view.tag ? { ...row, scope: "fragment", values: null } : row;
}

/** Where the values go: beside the text, or into the object that the text is written in. */
function siteAt({ code, catalog }: LintedFile, row: SinkRow, { call, text, at }: { readonly call: CodeNode; readonly text: CodeNode; readonly at: TextAt }): SqlSite | null {
  const driver = catalog.driverFor(row, code.modules());
  if (!driver) return null;
  const view = code.view(call);
  const object = at.property !== undefined && view.kind === "call" ? view.args[at.position]?.node : undefined;
  // An object that is built before the call is not written in it.
  const values = at.property === undefined ? row.values : object === text ? null : row.objectValues === undefined ? row.values : row.objectValues;
  return { call, text, driver, values, isTag: false, isStatement: row.scope === "statement" };
}

/** The row of a call: by its own path, or by its name alone when its receiver is of unknown kind. */
function rowFor({ catalog }: LintedFile, paths: readonly string[], target: Value, receiver: Value | null): SinkRow | null {
  const isKnown = isKnownKind(catalog, target) || isKnownKind(catalog, receiver);
  for (const path of paths) {
    const row = catalog.sink(path);
    if (!row) continue;
    // What only SQL has counts on whatever it is called; a name that others have too not on what is known to be something.
    if (!row.byConvention) return row;
    if (isKnown) continue;
    // What a function of another file does with a text that is none of its known sinks, nobody sees.
    if ((target.kind === "atom" || target.kind === "union" || (target.kind === "function" && target.home)) && mayBeAnything(receiver)) return row;
  }
  return null;
}

const isKnownKind = (catalog: Catalog, receiver: Value | null): boolean =>
  receiver?.kind === "union" ? receiver.of.some((one) => isKnownKind(catalog, one)) : receiver?.kind === "atom" && catalog.isKnown(receiver.path);

/** A receiver of which the file says no more than its shape. */
const mayBeAnything = (receiver: Value | null): boolean =>
  receiver === null || receiver.kind === "atom" || receiver.kind === "union" || (receiver.kind === "table" && receiver.rest?.kind === "atom");

function* tagHits(file: LintedFile, node: CodeNode, tag: CodeNode): Generator<SinkHit> {
  const { engine, catalog, code } = file;
  const target = engine.valueOf(tag);
  const path = engine.pathOf(target);
  const view = code.view(node);
  if (view.kind !== "template") return;
  const name = code.view(tag);
  const row = (path === null ? null : catalog.sink(`${path}\`\``)) ?? (name.kind === "field" ? catalog.sink(`*.${name.name}\`\``) : null) ?? (isUnknownTag(path, name) ? catalog.sink("?tag``") : null);
  if (!row) return;
  const pieces = view.pieces.flatMap((piece) => (piece.kind === "text" ? [{ kind: "constant" as const, text: piece.value }] : piecesOf(engine.valueOf(piece.node), piece.node)));
  yield { row, call: node, node, value: { kind: "text", pieces }, site: row.isTag === "unknown" ? null : { call: node, text: node, driver: row.driver, values: null, isTag: true, isStatement: true } };
}

const isUnknownTag = (path: string | null, view: ReturnType<LintedFile["code"]["view"]>): boolean =>
  (path === null || path.startsWith("?")) && ((view.kind === "name" && /sql/i.test(view.name)) || (view.kind === "field" && /sql/i.test(view.name)));

/** The texts of a call: an argument, a property that is written in it, the elements of a list. */
function* textsAt(file: LintedFile, call: CodeNode, at: TextAt): Generator<readonly [CodeNode, Value]> {
  const { code, engine } = file;
  const view = code.view(call);
  if (view.kind !== "call") return;
  const passed = argumentsOf(engine, view, engine.root).at(at.position, at.keyword ?? null);
  if (!passed) return;
  if (at.each) {
    const written = code.view(passed.node);
    if (written.kind === "many") for (const text of written.items.map(({ node }) => textNode(file, node, at.property))) yield [text, engine.valueOf(text)];
    else if (passed.value.kind === "list") yield [passed.node, elementOf(engine, passed.value, passed.node)];
    return;
  }
  if (at.isOfFunctions) {
    const written = code.view(passed.node);
    for (const value of written.kind === "table" ? written.entries.map((entry) => engine.valueOf(entry.value)) : []) if (value.kind === "function" && !value.home) yield* returnedTexts(file, value.fn);
    return;
  }
  if (at.property === undefined) {
    if (passed.value.kind === "function" && !passed.value.home) yield* returnedTexts(file, passed.value.fn);
    else if (!isOfObjects(passed.value)) yield [passed.node, passed.value];
    return;
  }
  const written = code.view(passed.node);
  const entry = written.kind === "table" ? written.entries.find(({ key }) => key === at.property) : undefined;
  if (entry) yield [entry.value, engine.valueOf(entry.value)];
  else if (passed.value.kind === "table" && passed.value.entries.has(at.property)) yield [passed.node, fieldOf(engine, passed.value, at.property, passed.node, engine.root)];
}

/** An element that is a text, or an object with a text in it. */
function textNode({ code }: LintedFile, node: CodeNode, property: string | undefined): CodeNode {
  const view = code.view(node);
  return (view.kind === "table" ? view.entries.find(({ key }) => key === property)?.value : undefined) ?? node;
}

/** Conditions as objects (`{ id }`, `[{ id }, { name }]`) are no text. */
const isOfObjects = (value: Value): boolean =>
  value.kind === "table" || (value.kind === "list" && value.items.length > 0 && [...value.items.map((item) => item.value), ...(value.rest ? [value.rest] : [])].every(isOfObjects));

/** What a function that is handed over gives back: `Raw((alias) => …)`. */
function returnedTexts({ code, engine }: LintedFile, fn: FunctionFact): readonly (readonly [CodeNode, Value])[] {
  return code.exits(fn).flatMap(({ value }) => (value ? [[value, engine.valueOf(value)] as const] : []));
}

/** Marks in a constant text that the library fills with raw text are holes like any other. */
function withRawMarks({ engine }: LintedFile, row: SinkRow, call: CodeNode, value: Value): Value {
  const view = engine.code.view(call);
  const { raw } = row;
  if (!raw || view.kind !== "call" || value.kind !== "text" || row.values?.kind !== "argument") return value;
  const values = argumentsOf(engine, view, engine.root).at(row.values.position);
  if (!values) return value;
  return { kind: "text", pieces: value.pieces.flatMap((piece) => (piece.kind === "constant" ? rawPieces(piece.text, raw, (name) => piecesOf(valueNamed(engine, values, name), values.node)) : [piece])) };
}

/** The value of a mark: by its name, by its number, or the only one there is. */
function valueNamed(engine: Engine, { value, node }: Passed, name: string): Value {
  if (!/^\d+$/.test(name)) return fieldOf(engine, value, name, node, engine.root);
  return value.kind === "list" ? (value.items[Number(name) - 1]?.value ?? value.rest ?? constantText("")) : value;
}

function rawPieces(text: string, raw: RegExp, filled: (name: string) => readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(raw)) {
    const isOpen = (match.groups?.["open"] ?? match.groups?.["bare"]) !== undefined;
    if (isOpen && text.slice(0, match.index).split("'").length % 2 === 0) continue;
    pieces.push({ kind: "constant", text: text.slice(at, match.index) }, ...filled(match.groups?.["name"] ?? match.groups?.["number"] ?? ""));
    at = match.index + match[0].length;
  }
  return [...pieces, { kind: "constant", text: text.slice(at) }];
}

/** The calls of a function that hands its parameter to the sink, whole and unchanged. */
function* throughWrappers(file: LintedFile, hit: SinkHit, depth: number): Generator<SinkHit> {
  const { engine, code } = file;
  const parameter = wholeParameter(hit.value);
  if (!parameter || depth > MOST_WRAPPERS) return;
  const { fn, index } = parameter;
  for (const call of engine.callersOf(fn)) {
    const view = code.view(call);
    if (view.kind !== "call") continue;
    const skip = fn.self !== null ? 1 : 0;
    const passed = argumentsOf(engine, view, engine.root).at(index - skip, fn.parameters[index]?.name ?? null);
    if (!passed) continue;
    const inner: SinkHit = { row: hit.row, call, node: passed.node, value: passed.value, site: null };
    yield inner;
    yield* throughWrappers(file, inner, depth + 1);
  }
}

/** Functions of a file that hand a parameter to a sink, whole and unchanged. */
const wrappers = new WeakMap<Engine, Map<FunctionFact, readonly { readonly index: number; readonly row: SinkRow }[]>>();

function wrappersIn(home: Engine): ReadonlyMap<FunctionFact, readonly { readonly index: number; readonly row: SinkRow }[]> {
  const known = wrappers.get(home);
  if (known) return known;
  const found = new Map<FunctionFact, { readonly index: number; readonly row: SinkRow }[]>();
  // Files that import each other: the second question hears of what the first has found so far.
  wrappers.set(home, found);
  if (!(home.know instanceof Catalog)) return found;
  for (const { row, value } of hitsOf({ code: home.code, catalog: home.know, engine: home })) {
    const parameter = wholeParameter(value);
    if (parameter) found.set(parameter.fn, [...(found.get(parameter.fn) ?? []), { index: parameter.index, row }]);
  }
  return found;
}

/** The call of a function of another file that hands its parameter on. */
function* throughForeign({ code, engine }: LintedFile, call: CodeNode, { fn, home }: FunctionValue & { readonly home: Engine }): Generator<SinkHit> {
  const view = code.view(call);
  if (view.kind !== "call") return;
  for (const { index, row } of wrappersIn(home).get(fn) ?? []) {
    const passed = argumentsOf(engine, view, engine.root).at(index - (fn.self === null ? 0 : 1), fn.parameters[index]?.name ?? null);
    if (passed) yield { row, call, node: passed.node, value: passed.value, site: null };
  }
}

function wholeParameter(value: Value): Atom["parameter"] {
  if (value.kind === "atom") return value.trust === "unknown" && !value.path?.endsWith("[]") ? value.parameter : null;
  const [only, ...more] = value.kind === "text" ? value.pieces : [];
  return only?.kind === "hole" && more.length === 0 ? wholeParameter(only.value) : null;
}

