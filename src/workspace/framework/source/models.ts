/** The models that a framework's modules define and extend, put together in the order in which the modules load. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { FieldChange, FieldOptions, FieldRow, ModelKind, ModelRow } from "../data.ts";
import { classesOf, classesUnder, describe, KINDS, type ClassNode, type Described } from "./classes.ts";
import { isTrue } from "./fields.ts";
import { textOf, UNKNOWN, type Literal, type OnUnread } from "./literals.ts";
import type { SourceModule } from "./modules.ts";

interface Added {
  inherit: string[];
  inherits: Record<string, string>;
}

interface Model extends Added {
  readonly kind: ModelKind | null;
  readonly module: string | null;
  table: string | null;
  auto: boolean | null;
  readonly fields: Map<string, FieldRow>;
  readonly methods: Set<string>;
  readonly by: Map<string, Added>;
  /** By field: the module that states it first. */
  readonly from: Map<string, string>;
}

/** One class of a module that defines or extends a model. */
interface Statement {
  readonly name: string;
  readonly isExtension: boolean;
  readonly parents: readonly string[];
  readonly said: Described;
}

const ROOT = "base";
/** What every stored model has (odoo/models.py, `_add_magic_fields`). */
const MAGIC: readonly (readonly [string, FieldRow])[] = [
  ["id", ["id"]], ["display_name", ["char", { compute: true }]], ["create_date", ["datetime"]], ["write_date", ["datetime"]],
  ["create_uid", ["many2one", { comodel: "res.users" }]], ["write_uid", ["many2one", { comodel: "res.users" }]],
];
/** Where the ORM lies, from the module `base`. */
const ORM = ["../../models.py", "../../orm/models.py", "../../orm/models_transient.py"];

/** All models, by name. */
export function modelsOf(modules: readonly SourceModule[], onUnread: OnUnread): Readonly<Record<string, ModelRow>> {
  const models = new Map<string, Model>();
  const classes = new Map<string, ClassNode>();
  for (const { name: module, path } of modules) {
    const nodes = classesUnder(path, onUnread);
    for (const node of nodes.toReversed()) classes.set(node.name, node);
    const statements = nodes.flatMap((node) => statementOf(node, classes, (why) => { onUnread(path, why); }));
    // A module's definitions first, that extensions of them in the same module count as their own.
    for (const statement of [...statements.filter((one) => !one.isExtension), ...statements.filter((one) => one.isExtension)]) add(modelFor(models, statement, module), module, statement);
  }
  const base = models.get(ROOT);
  const path = modules.find(({ name }) => name === ROOT)?.path;
  if (base && path !== undefined) addOrm(base, path, onUnread);
  return Object.fromEntries([...models].map(([name, model]) => [name, rowOf(model)]));
}

function statementOf(node: ClassNode, classes: ReadonlyMap<string, ClassNode>, onUnread: (why: string) => void): readonly Statement[] {
  const said = describe(node, classes);
  const inherits = said.attributes.get("_inherit");
  const parents = typeof inherits === "string" ? [inherits].filter((one) => one !== "") : Array.isArray(inherits) ? (inherits as readonly Literal[]).filter((one) => typeof one === "string") : [];
  const stated = said.attributes.get("_name");
  const name = typeof stated === "string" && stated !== "" ? stated : parents.length === 1 ? parents[0] : parents.length > 0 ? node.name : undefined;
  if (said.kind === null || name === undefined || !isTrue(said.attributes.get("_register") ?? true)) return [];
  if ([name, ...parents].includes(UNKNOWN)) {
    onUnread(`the model of the class ${node.name} has a name that is not written out`);
    return [];
  }
  return [{ name, isExtension: parents.includes(name), parents: parents.filter((one) => one !== name), said }];
}

function modelFor(models: Map<string, Model>, { name, isExtension, said }: Statement, module: string): Model {
  const known = models.get(name);
  if (known) return known;
  const model: Model = { kind: said.kind, module: isExtension ? null : module, inherit: [], inherits: {}, table: null, auto: null, fields: new Map(), methods: new Set(), by: new Map(), from: new Map() };
  models.set(name, model);
  return model;
}

/** Adds what one class says: to the definition if it is of the same module, else under the module's name. */
function add(model: Model, module: string, { parents, said }: Statement): void {
  const isOwn = model.module === module;
  const added: Added = model.by.get(module) ?? { inherit: [], inherits: {} };
  if (!isOwn) model.by.set(module, added);
  const to = isOwn ? model : added;
  to.inherit.push(...parents.filter((parent) => !model.inherit.includes(parent)));
  const links = said.attributes.get("_inherits");
  if (typeof links === "object" && links !== null && !Array.isArray(links)) Object.assign(to.inherits, links);
  const table = said.attributes.get("_table");
  const auto = said.attributes.get("_auto");
  if (isOwn && typeof table === "string") model.table = table;
  if (isOwn && typeof auto === "boolean") model.auto = auto;
  for (const method of said.methods) model.methods.add(method);
  for (const [name, field] of said.fields) model.fields.set(name, stated(model, module, name, field));
}

/** A field after one more statement of it: the first module's statements make it, those of others change it. */
function stated(model: Model, module: string, name: string, [type, says = {}]: FieldRow): FieldRow {
  const [before, was = {}] = model.fields.get(name) ?? [type];
  const first = model.from.get(name) ?? module;
  model.from.set(name, first);
  if (first === module) return row(type, { ...was, ...says });
  const known: Readonly<Record<string, unknown>> = { type: before, ...was };
  const changes = Object.fromEntries(Object.entries({ type, ...says }).filter(([option, value]) => !isDeepStrictEqual(known[option] ?? null, value))) as FieldChange;
  return row(before, Object.keys(changes).length > 0 ? { ...was, by: { ...was.by, [module]: changes } } : was);
}

const row = (type: string, options: FieldOptions): FieldRow => (Object.keys(options).length > 0 ? [type, options] : [type]);

/** The ORM's own methods, and the fields that every stored model has, become part of the model `base`. */
function addOrm(base: Model, path: string, onUnread: OnUnread): void {
  for (const file of ORM.map((one) => join(path, one)).filter((one) => existsSync(one))) {
    for (const node of classesOf(file, onUnread).filter(({ name }) => Object.hasOwn(KINDS, name))) for (const method of describe(node, new Map()).methods) base.methods.add(method);
    const stamp: readonly (readonly [string, FieldRow])[] = textOf(file).includes("CONCURRENCY_CHECK_FIELD") ? [["__last_update", ["datetime", { compute: true }]]] : [];
    for (const [name, field] of [...MAGIC, ...stamp]) if (!base.fields.has(name)) base.fields.set(name, field);
  }
}

/** What is empty or the default is not written. */
function rowOf(model: Model): ModelRow {
  const { kind, module, inherit, inherits, table, auto } = model;
  const changes = [...model.by].map(([name, added]) => [name, withoutEmpty(added)] as const);
  const by = Object.fromEntries(changes.filter(([, added]) => Object.keys(added).length > 0));
  const fields = Object.fromEntries([...model.fields].sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    kind, module, ...withoutEmpty({ inherit, inherits }), ...(table === null ? {} : { table }), ...(auto === null ? {} : { auto }),
    ...withoutEmpty({ methods: [...model.methods].sort(), extended: [...model.by.keys()].sort(), fields, by }),
  };
}

const withoutEmpty = <Parts extends object>(parts: Parts): Partial<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part as object).length > 0)) as Partial<Parts>;
