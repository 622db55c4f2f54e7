/** What a framework and its standard addons define, by series: bundled facts, read when they are asked for. */

import { readFileSync } from "node:fs";
import { Models, type FieldEntry, type ModelEntry, type Visible } from "./models.ts";
import { PackedIndex } from "./packed.ts";
import { Rights, type AccessEntry, type GroupEntry, type RuleEntry } from "./rights.ts";

export type { FieldEntry, ModelEntry } from "./models.ts";
export type { AccessEntry, GroupEntry, RuleEntry } from "./rights.ts";

/** Where the packed files lie, from `src/workspace/framework` as from `dist/workspace/framework`. */
const DATA = new URL("../../../data/framework/", import.meta.url);
/** Every addon has it, whether it says so or not. */
const ROOT = "base";

const frameworks = new Map<number, Framework | null>();

/**
 * The framework of a series, as numbered by Odoo: 11 to 18 are bundled. Null for every other series: one that is newer than all
 * of them too, as what it has changed is not known; whether the newest known one is near enough is the caller's decision.
 */
export function frameworkOf(series: number): Framework | null {
  const known = frameworks.get(series);
  if (known !== undefined) return known;
  const framework = bundled(series);
  frameworks.set(series, framework);
  return framework;
}

function bundled(series: number): Framework | null {
  if (!Number.isInteger(series)) return null;
  try {
    return new Framework(readFileSync(new URL(`${series}.bin`, DATA)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

interface Seen {
  readonly models: Models;
  readonly rights: Rights;
}

/**
 * The facts of one series. Where `visible` is given (`visibleFrom`), only what those modules define and change counts, else what any known
 * module does. What is not here is unknown, never proven not to exist: proprietary modules, localizations and themes are left out.
 */
export class Framework {
  readonly series: string;
  readonly #index: PackedIndex;
  readonly #all: Seen;
  readonly #seen = new WeakMap<ReadonlySet<string>, Seen>();
  readonly #sets = new Map<string, ReadonlySet<string>>();
  readonly #depends = new Map<string, readonly string[] | null>();

  /** The framework of a packed index (`packed`). */
  constructor(bytes: Uint8Array) {
    this.#index = new PackedIndex(bytes);
    this.series = this.#index.series;
    this.#all = this.#under(null);
  }

  /** The modules that a module names as its dependencies; null for an unknown module. */
  depends(module: string): readonly string[] | null {
    const known = this.#depends.get(module);
    if (known !== undefined) return known;
    const depends = this.#index.rows("modules", module)[0] ?? null;
    this.#depends.set(module, depends);
    return depends;
  }

  /** The known ones among some modules, all that they depend on, and `base`. The same modules give the same set, by which answers are remembered. */
  visibleFrom(modules: Iterable<string>): ReadonlySet<string> {
    const known = [ROOT, ...modules].filter((module) => this.depends(module) !== null);
    const key = [...new Set(known)].sort().join();
    const before = this.#sets.get(key);
    if (before) return before;
    const visible = new Set(known);
    for (const module of visible) for (const one of this.depends(module) ?? []) visible.add(one);
    this.#sets.set(key, visible);
    return visible;
  }

  /** A model; null when it is unknown, or the module that defines it is not seen. */
  model(name: string, visible?: ReadonlySet<string>): ModelEntry | null {
    return this.#of(visible).models.model(name);
  }

  /** The name of the model that an external id (`base.model_res_partner`, `model_res_partner`) stands for. */
  modelOfId(id: string, visible?: ReadonlySet<string>): string | null {
    return this.#of(visible).models.modelOfId(id);
  }

  /** A model and all that it takes fields and methods from, nearest first, `base` last; none for an unknown model. */
  lineage(model: string, visible?: ReadonlySet<string>): readonly ModelEntry[] {
    return this.#of(visible).models.lineage(model);
  }

  /**
   * A field of a model, its own, inherited or reached through a link. A field that an extension adds to a seen model is found
   * even when the extension is not seen (the index does not say whose it is); what an extension changes counts only where it is.
   */
  fieldOf(model: string, name: string, visible?: ReadonlySet<string>): FieldEntry | null {
    return this.#of(visible).models.fieldOf(model, name);
  }

  /** Whether a model has a method, its own or inherited, `search` and `write` included. Of whatever module: the index does not say whose it is. */
  hasMethod(model: string, name: string, visible?: ReadonlySet<string>): boolean {
    return this.#of(visible).models.hasMethod(model, name);
  }

  /** A group by its external id. */
  group(id: string, visible?: ReadonlySet<string>): GroupEntry | null {
    return this.#of(visible).rights.group(id);
  }

  /** All groups that a group's members are in as well, without the group itself. */
  groupImplies(id: string, visible?: ReadonlySet<string>): ReadonlySet<string> {
    return this.#of(visible).rights.groupImplies(id);
  }

  /** The access rights to a model, inactive ones included. */
  accessOf(model: string, visible?: ReadonlySet<string>): readonly AccessEntry[] {
    return this.#of(visible).rights.accessOf(model);
  }

  /** The record rules of a model, inactive ones included. */
  rulesOf(model: string, visible?: ReadonlySet<string>): readonly RuleEntry[] {
    return this.#of(visible).rights.rulesOf(model);
  }

  #of(visible: ReadonlySet<string> | undefined): Seen {
    if (!visible) return this.#all;
    const known = this.#seen.get(visible);
    if (known) return known;
    const seen = this.#under(visible);
    this.#seen.set(visible, seen);
    return seen;
  }

  #under(visible: Visible): Seen {
    return { models: new Models(this.#index, visible), rights: new Rights(this.#index, visible) };
  }
}
