/** What a text must mention before any call in it can be a sink: asked of every file, so that one without a sink costs its parse and nothing else. */

import type { Framework, NameRow, SinkRow } from "../catalog/schema.ts";

export class SinkHints {
  /** Names of sinks that no import announces, and of the receivers by which they are known then. */
  readonly #named: Words;
  readonly #receivers: Words;
  /** The same, each receiver with its own sinks. */
  readonly #pairs: readonly (readonly [Words, Words])[];
  /** Names that only a sink has, on whatever it is called. */
  readonly #own: Words;
  /** Sinks that count by convention only, when the text at hand is of their kind. */
  readonly #conventional: Words;
  /** Sinks that an import announces, by the modules that they come from. */
  readonly #imported: ReadonlyMap<string, Words>;
  readonly #alias: RegExp;

  constructor(frameworks: readonly Framework[]) {
    const rows = frameworks.flatMap((one) => one.rows);
    const roots = new Roots(rows.filter((row) => row.family === "name"));
    const hints = { own: new Set<string>(), conventional: new Set<string>(), imported: new Map<string, Set<string>>(), paired: new Map<string, Set<string>>() };
    for (const row of rows) if (row.family === "sink") note(row, roots, hints);
    const named = new Set([...hints.paired.values()].flatMap((names) => [...names]));
    this.#named = new Words(named);
    this.#receivers = new Words(new Set(hints.paired.keys()));
    this.#own = new Words(hints.own);
    this.#conventional = new Words(hints.conventional);
    this.#pairs = [...hints.paired].map(([receiver, names]) => [new Words(new Set([receiver])), new Words(names)] as const);
    this.#imported = new Map([...hints.imported].map(([module, names]) => [module, new Words(names)]));
    const methods = [...new Set([...named, ...hints.own, ...hints.conventional, ...[...hints.imported.values()].flatMap((names) => [...names])])].filter((name) => /^\w+$/.test(name)).join("|");
    this.#alias = new RegExp(`\\b(\\w+)(?:\\s*:[^=\\n]{1,40})?\\s*=[^=\\n]*\\.(?:${methods})\\b(?!\\s*\\()|\\b(?:${methods})\\s*:\\s*(\\w+)`, "g");
  }

  /** The names under which a text keeps a method that may be a sink: `run` of `run = cr.execute`, `ask` of `{ query: ask }`. */
  aliasesIn(text: string): ReadonlySet<string> {
    return new Set([...text.matchAll(this.#alias)].flatMap(([, kept, taken]) => kept ?? taken ?? []));
  }

  /** The last names of calls that may be sinks in a text; `modules` are those that it imports. Most texts have none. */
  namesIn(text: string, modules: readonly string[], isOfKind: (text: string) => boolean): ReadonlySet<string> {
    const found = [this.#own, ...modules.flatMap((module) => this.#imported.get(headOf(module)) ?? [])].filter((words) => words.areIn(text));
    if (this.#named.areIn(text) && this.#receivers.areIn(text)) found.push(...this.#pairs.filter(([receiver, names]) => receiver.areIn(text) && names.areIn(text)).map(([, names]) => names));
    if (this.#conventional.areIn(text) && isOfKind(text)) found.push(this.#conventional);
    return new Set(found.flatMap(({ words }) => [...words]));
  }
}

/** Words that a text may have one of; a `*` in one stands for any part of a word. */
class Words {
  readonly words: ReadonlySet<string>;
  readonly #pattern: RegExp | null;

  constructor(words: ReadonlySet<string>) {
    this.words = words;
    // `$queryRaw` has its own beginning; a look-behind at every place would cost more than the parse of small files.
    const escaped = [...words].map((word) => (word.startsWith("$") ? `\\${word}` : `\\b${word.replaceAll("*", "\\w*")}`));
    this.#pattern = escaped.length === 0 ? null : new RegExp(`(?:${escaped.join("|")})\\b`);
  }

  areIn(text: string): boolean {
    return this.#pattern?.test(text) ?? false;
  }
}

type Hints = Readonly<Record<"own" | "conventional", Set<string>> & Record<"imported" | "paired", Map<string, Set<string>>>>;

/** A tag of unknown origin, whose name has `sql` in it. */
export const ANY_SQL_TAG = "*sql";

function note(row: SinkRow, roots: Roots, { own, conventional, imported, paired }: Hints): void {
  for (const call of row.calls) {
    const path = call.replace(/(?:\(\)|``)$/, "");
    const name = path.replace(/^.*[.:#]/, "");
    if (path.startsWith("?")) conventional.add(ANY_SQL_TAG);
    else if (row.byConvention) conventional.add(name);
    else if (path.startsWith("*")) own.add(name);
    else {
      const from = roots.of(path);
      for (const module of from.modules) imported.set(module, (imported.get(module) ?? new Set()).add(name));
      for (const word of from.words) paired.set(word, (paired.get(word) ?? new Set()).add(name));
    }
  }
}

interface Origin {
  readonly modules: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** The modules whose import a canonical path needs, or the words by which it is known without one. */
class Roots {
  readonly #names: readonly NameRow[];

  constructor(names: readonly NameRow[]) {
    this.#names = names;
  }

  of(path: string): Origin {
    const modules = new Set<string>();
    const words = new Set<string>();
    const seen = new Set<string>();
    const queue = [path];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const kind = at.startsWith("node:") ? undefined : /^[^.:]+:[\w-]+/.exec(at)?.[0];
      if (/^(?:name:|[*?]|@(?![\w.-]+\/))/.test(at)) words.add(at.replace(/^(?:name:|[*?@]\.?)/, "").replace(/(?:\(.*\)|\[\]).*$/, "").replace(/^.*\./, ""));
      else if (kind === undefined) for (const module of this.#namesOf(headOf(at))) modules.add(module);
      else if (!seen.has(kind)) {
        seen.add(kind);
        queue.push(...this.#names.filter(({ to }) => to === kind).flatMap((row) => row.from));
      }
    }
    return { modules, words };
  }

  /** A module, and those that have its members too: `@mikro-orm/postgresql` what `@mikro-orm/core` has. */
  #namesOf(module: string): ReadonlySet<string> {
    const alike = this.#names.filter(({ to }) => !to.includes(":") && headOf(to) === module).flatMap((row) => row.from).filter((from) => !/^(?:name:|[*?])/.test(from));
    return new Set([module, ...alike.map(headOf)]);
  }
}

/** The part of a module's name, or of a path that begins with one, by which it is recognised. */
const headOf = (path: string): string => path.replace(/^node:/, "").replace(/[.()`].*$/s, "");
