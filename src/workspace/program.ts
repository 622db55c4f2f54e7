/** What the other files of a file's program say: the addon that it lies in, those that the addon sees, the framework's own. */

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { RecordFacts } from "../facts/records.ts";
import { addonOf, configuredPaths, visibleFrom, type Addon } from "./addons.ts";
import { Framework, frameworkOf } from "./framework/index.ts";
import { Kept, once, stampOf } from "./kept.ts";
import { modelsOf, pythonFile, type Field, type ModelPart } from "./models.ts";
import { loadedBy, type Loaded } from "./records.ts";

export interface ProgramSettings {
  /** The series of addons whose version does not say it. */
  readonly series: number | null;
  /** Further folders with addons. */
  readonly addonsPath: readonly string[];
  /** A file with an index of the framework, in place of the bundled one. */
  readonly framework?: string | null;
}

const indexes = new Kept<Framework | null>(stampOf, readIndex);

/** A team's own index; null for a file that is none. */
function readIndex(path: string): Framework | null {
  try {
    return new Framework(readFileSync(path));
  } catch {
    return null;
  }
}

export class Program {
  readonly addon: Addon | null;
  readonly series: number | null;
  /** The addon and all that it depends on and that lies in a known path, what others depend on first. */
  readonly addons: () => readonly Addon[];
  readonly #framework: () => Framework | null;
  readonly #modules: () => ReadonlySet<string>;

  constructor(path: string, settings: ProgramSettings) {
    const addon = addonOf(path);
    this.addon = addon;
    this.series = addon?.manifest?.series ?? settings.series;
    const { series } = this;
    this.addons = once(() => (addon ? visibleFrom(addon, [...settings.addonsPath, ...configuredPaths(dirname(addon.root))]) : []));
    this.#framework = once(() => (settings.framework ? indexes.of(resolve(settings.framework)) : null) ?? (series === null ? null : frameworkOf(series)));
    this.#modules = once(() => this.#framework()?.visibleFrom(this.addons().flatMap((one) => [one.name, ...(one.manifest?.depends ?? [])])) ?? new Set());
  }

  /** Whether the addon loads a file of data; what lies outside of an addon, or in one whose manifest cannot be read, may be. */
  loads(path: string): boolean {
    const manifest = this.addon?.manifest;
    return !manifest || manifest.data.includes(path);
  }

  /** The records of the addon, in load order; `current` takes the place of the same file on disk. */
  records(current: RecordFacts): readonly Loaded[] {
    return this.addon?.manifest ? loadedBy(this.addon, current) : current.records().map((record) => ({ record, facts: current, id: record.id === null ? null : this.fullId(record.id) }));
  }

  /** The model that an external id stands for (`model_res_partner`); null when none in sight has it. */
  modelNamed(id: string): string | null {
    const own = id.replace(/^.*\./, "");
    for (const { root } of this.addons().toReversed()) {
      for (const model of modelsOf(root).parts().keys()) if (`model_${model.replaceAll(".", "_")}` === own) return model;
    }
    return this.#framework()?.modelOfId(id, this.#modules()) ?? this.#framework()?.modelOfId(own) ?? null;
  }

  /** The external id of something of the addon, with its module. */
  fullId(id: string): string {
    return id.includes(".") || !this.addon ? id : `${this.addon.name}.${id}`;
  }

  /** What is known of a model's field, through what the model inherits; null when nothing in sight declares it. */
  fieldOf(model: string, name: string): Field | null {
    const declared = this.#partsOf(model, new Set()).flatMap((part) => {
      const row = part.fields.get(name);
      return row ? [row] : [];
    });
    const framework = this.#fieldOfFramework(model, name, new Set());
    if (declared.length === 0) return framework;
    // What is declared nearer is stated over what it extends.
    const [nearest] = declared;
    const known = declared.find(([type]) => type !== "unknown");
    return { type: known?.[0] ?? framework?.type ?? nearest?.[0] ?? "unknown", options: Object.assign({}, framework?.options, ...declared.toReversed().map(([, options = {}]) => options)) as Field["options"] };
  }

  /** The file that a Python module is, as a file writes its name; null for a library, and for what is not there. */
  pythonModule(name: string, from: string): string | null {
    const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(name) ?? [];
    if (dots !== "") return pythonFile(join(dirname(from), ...Array.from({ length: dots.length - 1 }, () => "..")), rest);
    const [, addon = "", inside = ""] = /^(?:odoo|flectra|openerp)\.addons\.(\w+)\.?(.*)$/.exec(name) ?? [];
    const root = addon === "" ? undefined : this.addons().find((one) => one.name === addon)?.root;
    return root === undefined ? null : pythonFile(root, inside);
  }

  /** Files with a class of one of these models, or of what they inherit, that has a method of this name; the nearest first. */
  filesWithMethod(models: readonly string[], name: string): readonly string[] {
    if (!this.names(name)) return [];
    return [...new Set(models.flatMap((model) => this.#partsOf(model, new Set())).filter((part) => part.methods.has(name)).map(({ file }) => file))];
  }

  /** Files of the addon that call a private method of this name. */
  filesCalling(name: string): readonly string[] {
    return this.addon ? modelsOf(this.addon.root).filesCalling(name) : [];
  }

  /** Whether some addon in sight declares a field or a method of this name, in whatever model. */
  names(name: string): boolean {
    return this.addons().some(({ root }) => modelsOf(root).names().has(name));
  }

  /** The classes that make a model, the nearest first, then those of what it inherits. */
  #partsOf(model: string, seen: Set<string>): readonly ModelPart[] {
    if (seen.has(model)) return [];
    seen.add(model);
    const own = this.addons().toReversed().flatMap(({ root }) => modelsOf(root).parts().get(model) ?? []);
    return [...own, ...own.flatMap(({ parents, delegates }) => [...parents, ...delegates]).flatMap((parent) => this.#partsOf(parent, seen))];
  }

  /** The framework's own field, of the model or of what the addons let it inherit. */
  #fieldOfFramework(model: string, name: string, seen: Set<string>): Field | null {
    const framework = this.#framework();
    if (!framework || seen.has(model)) return null;
    seen.add(model);
    const field = framework.fieldOf(model, name, this.#modules());
    if (field) return { type: field.type, options: field.options };
    const parents = this.addons().flatMap(({ root }) => modelsOf(root).parts().get(model) ?? []).flatMap((part) => [...part.parents, ...part.delegates]);
    for (const parent of parents) {
      const inherited = this.#fieldOfFramework(parent, name, seen);
      if (inherited) return inherited;
    }
    return null;
  }
}
