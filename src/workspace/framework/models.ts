/** The models of a framework as some modules see them: their fields and methods, with what they take from others. */

import type { ByModule, FieldChange, FieldOptions, FieldRow, ModelKind, ModelRow, Parents } from "./data.ts";
import { modelKey, type PackedIndex } from "./packed.ts";

/** Modules that are seen; null for all of them. */
export type Visible = ReadonlySet<string> | null;

export interface ModelEntry {
  readonly name: string;
  readonly kind: ModelKind | null;
  /** The module that defines it; null when only extensions of it are known. */
  readonly module: string | null;
  /** Models that it takes fields and methods from, by itself and by what extends it. */
  readonly inherit: readonly string[];
  /** Models whose fields it has through a link, by the link's name. */
  readonly inherits: Readonly<Record<string, string>>;
  readonly table: string | null;
  /** Whether the framework makes its table; null when nothing is said. */
  readonly auto: boolean | null;
  /** The seen modules that extend it. */
  readonly extended: readonly string[];
  /** Its own, of all modules that extend it: the index does not say which of them states a field or a method first. */
  readonly fields: Readonly<Record<string, FieldRow>>;
  readonly methods: readonly string[];
}

export interface FieldEntry {
  /** The model that states it: the asked one, one that it inherits from, or one that it links to. */
  readonly model: string;
  readonly name: string;
  /** The field's class in snake case: `char`, `many2one_reference`. */
  readonly type: string;
  /** Its own, over what the field that it redefines says. */
  readonly options: FieldOptions;
  /** The links by which it is another model's field; empty when it is the model's own. */
  readonly through: readonly string[];
}

/** What every model takes fields and methods from. */
const ROOT = "base";

/** The modules' changes that are seen, in the order in which they load. */
export const seenOf = <Change>(by: ByModule<Change> | undefined, visible: Visible): readonly Change[] =>
  Object.entries(by ?? {}).flatMap(([module, change]) => (visible?.has(module) ?? true) ? [change] : []);

/** The models of an index, by what some modules see. */
export class Models {
  readonly #index: PackedIndex;
  readonly #visible: Visible;
  readonly #models = new Map<string, ModelEntry | null>();
  readonly #lineages = new Map<string, readonly ModelEntry[]>();

  constructor(index: PackedIndex, visible: Visible) {
    this.#index = index;
    this.#visible = visible;
  }

  /** A model by its name. */
  model(name: string): ModelEntry | null {
    const known = this.#models.get(name);
    if (known !== undefined) return known;
    const row = this.#index.rows("models", modelKey(name)).find(({ id }) => id === name);
    const model = row && this.#isSeen(row) ? entryOf(name, row, this.#visible) : null;
    this.#models.set(name, model);
    return model;
  }

  /** The name of the model that an external id stands for. */
  modelOfId(id: string): string | null {
    const [, key] = /(?:^|\.)model_(\w+)$/.exec(id) ?? [];
    const [row] = key === undefined ? [] : this.#index.rows("models", key).filter((one) => this.#isSeen(one));
    return row?.id ?? null;
  }

  fieldOf(model: string, name: string): FieldEntry | null {
    return this.#fieldOf(model, name, new Set());
  }

  hasMethod(model: string, name: string): boolean {
    return this.lineage(model).some(({ methods }) => methods.includes(name));
  }

  /** A model and all that it takes fields and methods from, nearest first; none for an unknown one. */
  lineage(name: string): readonly ModelEntry[] {
    const known = this.#lineages.get(name);
    if (known) return known;
    const names = this.model(name) ? [...this.#walk(name, new Set()), ROOT] : [];
    // As in Python: what several inherit from stands behind all of them.
    const lineage = names.filter((one, at) => names.lastIndexOf(one) === at).flatMap((one) => this.model(one) ?? []);
    this.#lineages.set(name, lineage);
    return lineage;
  }

  #walk(name: string, within: ReadonlySet<string>): readonly string[] {
    const model = within.has(name) ? null : this.model(name);
    if (!model) return [];
    const inside = new Set([...within, name]);
    return [name, ...model.inherit.flatMap((parent) => this.#walk(parent, inside))];
  }

  #fieldOf(model: string, name: string, asked: ReadonlySet<string>): FieldEntry | null {
    const lineage = this.lineage(model);
    const own = statedIn(lineage, name, this.#visible);
    if (own) return own;
    const now = new Set([...asked, model]);
    for (const [parent, link] of lineage.flatMap(({ inherits }) => Object.entries(inherits))) {
      const field = now.has(parent) ? null : this.#fieldOf(parent, name, now);
      if (field) return { ...field, through: [link, ...field.through] };
    }
    return null;
  }

  #isSeen({ module, extended = [] }: ModelRow): boolean {
    const visible = this.#visible;
    return !visible || (module === null ? extended.some((one) => visible.has(one)) : visible.has(module));
  }
}

function entryOf(name: string, row: ModelRow, visible: Visible): ModelEntry {
  const parents: readonly Parents[] = [row, ...seenOf(row.by, visible)];
  return {
    name,
    kind: row.kind,
    module: row.module,
    inherit: [...new Set(parents.flatMap(({ inherit = [] }) => inherit))],
    inherits: Object.fromEntries(parents.flatMap(({ inherits = {} }) => Object.entries(inherits))),
    table: row.table ?? null,
    auto: row.auto ?? null,
    extended: (row.extended ?? []).filter((module) => visible?.has(module) ?? true),
    fields: row.fields ?? {},
    methods: row.methods ?? [],
  };
}

/** A field as the models of a lineage state it, the nearest last. */
function statedIn(lineage: readonly ModelEntry[], name: string, visible: Visible): FieldEntry | null {
  let field: FieldEntry | null = null;
  for (const { name: model, fields } of lineage.toReversed()) {
    const row = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!row) continue;
    const [type, { by, ...stated } = {}] = row;
    const change = Object.assign({}, ...seenOf(by, visible)) as FieldChange;
    field = redefined(field, { model, name, type, options: stated, through: [] }, change);
  }
  return field;
}

/** A redefinition keeps what it does not state, as long as the field stays of one class. */
function redefined(before: FieldEntry | null, now: FieldEntry, { type = now.type, ...changes }: FieldChange): FieldEntry {
  const kept = before?.type === now.type ? before.options : {};
  return { ...now, type, options: { ...kept, ...now.options, ...changes } };
}
