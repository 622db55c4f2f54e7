/** What lies behind a dot or in brackets. */

import type { ClassFact } from "../facts/functions.ts";
import { contains, type CodeNode } from "../facts/node.ts";
import type { TypeFact } from "../facts/view.ts";
import { elementOf, noArguments } from "./arguments.ts";
import { rowsOfCall } from "./catalogue.ts";
import { methodElsewhere } from "./elsewhere.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { changedAnywhere, readWrite } from "./reach.ts";
import { promised } from "./schemas.ts";
import { atom, constantOf, constantText, either, isHarmless, type Atom, type Value } from "./value.ts";

/** An instance of a class of the file. */
export function instanceOf(engine: Engine, cls: ClassFact, node: CodeNode): Atom {
  const role = roleOf(engine, cls);
  return atom(node, { record: cls, path: role ?? instancePath(engine, cls), trust: "unknown" });
}

/** An instance of what the catalog knows its base for; one of any other base is of unknown kind. */
function instancePath(engine: Engine, cls: ClassFact): string | null {
  for (const base of cls.bases) {
    const path = engine.pathOf(engine.valueOf(base));
    const known = path === null ? null : engine.know.canonical(`${path}()`);
    if (known !== null && known !== `${path ?? ""}()`) return known;
  }
  return null;
}

function ownRole(engine: Engine, cls: ClassFact): string | null {
  for (const base of cls.bases) {
    const path = engine.pathOf(engine.valueOf(base));
    const role = path === null ? null : engine.know.classRole(path);
    if (role) return role;
  }
  return null;
}

/** The role that a base gives to a class, also through the file's own parents. */
export function roleOf(engine: Engine, cls: ClassFact): string | null {
  const own = ownRole(engine, cls);
  if (own) return own;
  for (const parent of ancestorsOf(cls)) {
    const role = ownRole(engine, parent);
    if (role) return role;
  }
  return null;
}

export function fieldOf(engine: Engine, value: Value, name: string, node: CodeNode, frame: Frame): Value {
  switch (value.kind) {
    case "union":
      return either(value.of.map((one) => fieldOf(engine, one, name, node, frame)));
    case "table":
      return value.entries.get(name) ?? value.rest ?? atom(node, { path: `table.${name}` });
    case "class":
      return attributeOf(engine, value.cls, name, null, { node, frame }) ?? ofEnumeration(engine, value.cls, name, node) ?? unknownField(engine, null, name, node);
    case "list":
    case "text":
      if (/^\d+$/.test(name)) return indexOf(engine, value, constantText(name), node);
      if (name === "length") return atom(node, { trust: "typed", type: "integer", typedBy: "check" });
      return atom(node, { path: `${value.kind}.${name}` });
    case "function":
      return atom(node, { path: null });
    case "atom":
      return fieldOfAtom(engine, value, name, { node, frame });
  }
}

/** Where something is read. */
interface Reading {
  readonly node: CodeNode;
  readonly frame: Frame;
}

/** What every enumeration has of its own. */
function ofEnumeration(engine: Engine, cls: ClassFact, name: string, node: CodeNode): Value | null {
  const fact = cls.isEnumeration ? engine.know.value(`enumeration.${name}`, true) : null;
  return fact && engine.fromFact(fact, `enumeration.${name}`, node);
}

function fieldOfAtom(engine: Engine, value: Atom, name: string, reading: Reading): Value {
  const { node } = reading;
  if (value.record) {
    const own = attributeOf(engine, value.record, name, value, reading);
    if (own) return own;
  }
  if (value.record || value.model !== null) {
    const models = value.record ? modelsOf(engine, value.record) : [value.model ?? ""];
    const elsewhere = isKnownField(engine, value, name) ? null : ofOtherFiles(engine, models, name, node);
    if (elsewhere) return elsewhere;
  }
  if (value.path === "super()") return superField(engine, value, name, reading);
  // What was composed is a text or parts of one; what has fields is something else.
  if (value.path === "super().same()") return atom(node, { path: `?.${name}` });
  return unknownField(engine, value, name, node);
}

/** A field or a method that other files give to a record. */
function ofOtherFiles(engine: Engine, models: readonly string[], name: string, node: CodeNode): Value | null {
  const field = models.length === 0 ? null : engine.elsewhere.fieldOf(models, name);
  const value = field && fieldValue(engine, `${field.declaration}()`, node);
  if (!field || !value) return methodElsewhere(engine, models, name);
  return { ...value, model: field.model, content: field.isSanitized ? "sanitized" : value.content };
}

/** What every record has, other files need not be asked for. */
function isKnownField({ know }: Engine, { path }: Atom, name: string): boolean {
  const own = `${path ?? "?"}.${name}`;
  return know.canonical(own) !== own || know.value(own, true) !== null;
}

/** The models that a class says it is or extends. */
export function modelsOf(engine: Engine, cls: ClassFact): readonly string[] {
  return ["_name", "_inherit"].flatMap((name) => (cls.attributes.get(name) ?? []).flatMap(({ value }) => {
    const known = value ? engine.valueOf(value) : null;
    return known?.kind === "list" ? known.items.flatMap((item) => constantOf(item.value) ?? []) : known ? (constantOf(known) ?? []) : [];
  }));
}

/** What is read from a record in the place of a field that a call of this path declares; null when the catalog knows no such field. */
function fieldValue(engine: Engine, declaration: string, node: CodeNode): Atom | null {
  const path = `${engine.know.canonical(declaration)}.of`;
  const canonical = engine.know.canonical(path);
  const fact = engine.know.value(canonical, true);
  if (fact) return engine.fromFact(fact, canonical, node);
  return canonical === path ? null : atom(node, { path: canonical });
}

/** `super()._select()` composes what its base did, but only under the same name. */
function superField(engine: Engine, value: Atom, name: string, reading: Reading): Value {
  const { node } = reading;
  const method = engine.code.functionOf(node);
  const cls = engine.code.classOf(node);
  for (const parent of cls?.parents ?? []) {
    const own = attributeOf(engine, parent, name, value, reading);
    if (own) return own;
  }
  const inherited = cls ? engine.know.canonical(`${instanceOf(engine, cls, node).path ?? "?"}.${name}`) : null;
  if (inherited !== null && (engine.know.canonical(`${inherited}()`) !== `${inherited}()` || engine.know.value(`${inherited}()`))) return atom(node, { path: inherited });
  return atom(node, method?.name === name ? { path: "super().same" } : { path: `?.${name}` });
}

function unknownField(engine: Engine, value: Atom | null, name: string, node: CodeNode): Atom {
  const path = engine.know.canonical(`${value?.path ?? "?"}.${name}`);
  const fact = engine.know.value(path, value?.trust === "foreign");
  const rows = fact?.rowOf === "call" && value?.call ? rowsOfCall(engine, value.call, node) : null;
  if (rows) return rows;
  if (fact) return engine.fromFact(fact, path, node);
  const any = value ? engine.know.value(`${value.path ?? "?"}.*`, true) : null;
  return { ...derived(engine, value, node), ...(any?.isNullable ? { isNullable: true } : {}), path, quoted: null };
}

/** What is reached from a value is as good as the value. */
function derived(engine: Engine, value: Atom | null, node: CodeNode): Atom {
  if (!value) return atom(node);
  const isOwn = value.trust === "foreign" || value.trust === "harmless" || value.trust === "typed";
  return atom(node, {
    trust: isOwn && value.constant === undefined ? value.trust : "unknown",
    type: value.trust === "typed" ? value.type : null,
    typedBy: value.trust === "typed" ? value.typedBy : null,
    // What is written out as one expression is named as a whole.
    from: contains(engine.code.range(node), engine.code.range(value.from)) ? node : value.from,
    origin: value.origin,
    steps: value.steps,
    isNullable: value.isNullable,
    isDeep: value.isDeep,
    call: value.call,
    partOf: value.parameter ?? value.partOf,
  });
}

/** The value of an attribute of a class or its instance; null when the class says nothing of it. */
export function attributeOf(engine: Engine, cls: ClassFact, name: string, self: Value | null, reading: Reading): Value | null {
  const own = ownAttribute(engine, cls, name, self, reading);
  if (own) return own;
  for (const parent of ancestorsOf(cls)) {
    const inherited = ownAttribute(engine, parent, name, self, reading);
    if (inherited) return inherited;
  }
  return null;
}

/** The file's own classes above a class, the nearest first. */
function ancestorsOf(cls: ClassFact): readonly ClassFact[] {
  const found: ClassFact[] = [];
  const queue = [...cls.parents];
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (at === cls || found.includes(at)) continue;
    found.push(at);
    queue.push(...at.parents);
  }
  return found;
}

function ownAttribute(engine: Engine, cls: ClassFact, name: string, self: Value | null, { node, frame }: Reading): Value | null {
  const method = cls.methods.get(name);
  if (method) {
    const bound = { kind: "function", fn: method, frame: engine.root, self: self ?? (method.isOfClass ? { kind: "class", cls } : null) } as const;
    return method.isGetter && self ? engine.apply(bound, noArguments(engine, node, frame), node, frame) : bound;
  }
  if (cls.isEnumeration && self === null && cls.attributes.has(name)) return atom(node, { trust: "harmless", path: "enumeration[]", record: cls });
  if (cls.isEnumeration && self !== null && (name === "value" || name === "name")) return enumerated(engine, cls, name);
  const values = [
    ...(cls.attributes.get(name) ?? []).map((attribute) => attributeValue(engine, attribute.value, attribute.type, attribute.node, self)),
    ...engine.code.fieldWrites(cls, name).map((write) => readWrite(engine, write, engine.root)),
  ].filter((value) => value !== null);
  if (values.length === 0) return null;
  const value = either(values.length > 1 ? values.filter((one) => !isNothing(one)) : values);
  return value.kind === "list" || value.kind === "table" ? grown(engine, cls, name, value) : value;
}

/** A container of an instance with what the methods of its class add to it, in whatever order. */
const grown = (engine: Engine, cls: ClassFact, name: string, value: Value): Value =>
  changedAnywhere(engine, value, (object, call) => {
    const view = engine.code.view(object);
    if (view.kind !== "field" || view.name !== name || engine.code.classOf(call) !== cls) return false;
    const of = engine.code.view(view.object);
    return of.kind === "self" || (of.kind === "name" && of.name === engine.code.functionOf(call)?.self);
  });

const isNothing = (value: Value) => value.kind === "atom" && value.trust === "harmless" && (value.constant === null || value.path === "undefined");

const enumerated = (engine: Engine, cls: ClassFact, name: string): Value =>
  name === "name"
    ? either([...cls.attributes.keys()].map(constantText))
    : either([...cls.attributes.values()].flatMap((all) => all.flatMap((one) => (one.value ? [engine.valueOf(one.value)] : []))));

function attributeValue(engine: Engine, value: CodeNode | null, type: TypeFact | null, node: CodeNode, self: Value | null): Value | null {
  if (value) {
    const known = engine.valueOf(value);
    // A field of a record is declared by a call; what is read from the record is what the call stands for.
    return (self && known.kind === "atom" && known.path !== null ? fieldValue(engine, known.path, node) : null) ?? known;
  }
  return type ? typedValue(engine, type, node) : null;
}

/** A value of which only the type is known. */
export function typedValue(engine: Engine, type: TypeFact, node: CodeNode, known: Partial<Atom> = {}): Value {
  switch (type.kind) {
    case "number":
      return atom(node, { ...known, trust: "typed", type: "number", typedBy: "annotation" });
    case "boolean":
      return atom(node, { ...known, trust: "typed", type: "boolean", typedBy: "annotation" });
    case "date":
      return atom(node, { ...known, type: "date", path: "Date()" });
    case "literals":
      return atom(node, { ...known, trust: "typed", type: "text", typedBy: "annotation" });
    case "text":
      return atom(node, { ...known, type: "text" });
    case "list":
      return type.of ? { kind: "list", shape: "list", items: [], rest: typedValue(engine, type.of, node, known) } : atom(node, { ...known, type: "list" });
    case "object":
      return { kind: "table", entries: new Map([...type.fields].map(([name, field]) => [name, typedValue(engine, field, node, { ...known, parameter: null })])), rest: atom(node, known) };
    case "schema":
      return promised(engine, engine.valueOf(type.of), atom(node, known), node) ?? atom(node, known);
    case "class":
      return { ...instanceOf(engine, type.cls, node), ...known };
    case "instance": {
      const path = engine.know.canonical(type.path);
      const fact = engine.know.value(path, true);
      return fact ? { ...engine.fromFact(fact, path, node), ...known, typedBy: "annotation" } : atom(node, { ...known, path });
    }
  }
}

export function indexOf(engine: Engine, value: Value, key: Value, node: CodeNode): Value {
  const constant = constantOf(key) ?? (key.kind === "atom" && key.constant !== undefined ? String(key.constant) : null);
  switch (value.kind) {
    case "union":
      return either(value.of.map((one) => indexOf(engine, one, key, node)));
    case "table":
      if (constant !== null && value.entries.has(constant)) return value.entries.get(constant) ?? atom(node);
      if (constant !== null) return value.rest ?? atom(node, { trust: "harmless", path: "undefined" });
      return either([...value.entries.values(), ...(value.rest ? [value.rest] : [])]);
    case "list": {
      const position = constant === null ? NaN : Number(constant);
      const item = value.items.slice(0, position + 1).every((one) => !one.isOptional) ? value.items[position] : undefined;
      return item?.value ?? elementOf(engine, value, node);
    }
    case "class":
      return value.cls.isEnumeration ? atom(node, { trust: "harmless", path: "enumeration[]", record: value.cls }) : atom(node);
    case "text":
      return isHarmless(value) ? atom(node, { trust: "harmless" }) : atom(node);
    case "function":
      return atom(node);
    case "atom":
      return indexOfAtom(engine, value, constant, node);
  }
}

/** `env["a.model"]` is what `env[…]` is, where nothing is known of the one name. */
function elementPath(engine: Engine, path: string, constant: string | null): string {
  const any = engine.know.canonical(`${path}[]`);
  if (constant === null || /^\d+$/.test(constant)) return any;
  const own = engine.know.canonical(`${path}.${constant}`);
  return any !== `${path}[]` && own === `${path}.${constant}` && !engine.know.value(own, true) ? any : own;
}

/** The file's class that an element of a registry is: `env["a.model"]`. */
function recordNamed(engine: Engine, value: Atom, name: string): ClassFact | null {
  const any = `${value.path ?? "?"}[]`;
  return engine.know.canonical(any) === any ? null : (engine.code.classes().find((cls) => modelsOf(engine, cls).includes(name)) ?? null);
}

function indexOfAtom(engine: Engine, value: Atom, constant: string | null, node: CodeNode): Atom {
  const path = elementPath(engine, value.path ?? "?", constant);
  const fact = engine.know.value(path, value.trust === "foreign");
  if (fact) return engine.fromFact(fact, path, node);
  const isElement = constant === null || /^\d+$/.test(constant);
  return { ...derived(engine, value, node), path, record: isElement ? value.record : recordNamed(engine, value, constant) };
}
