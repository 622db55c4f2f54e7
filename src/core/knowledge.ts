/** Makes of the catalog's rows what the reasoning asks: the names of things, what calls do, what values are. */

import type { AccessRow, Driver, Framework, Language, OpeningRow, Row, SinkRow } from "../catalog/schema.ts";
import type { EntryFact, GuardFact, Knowledge, StepKind, ValueFact } from "../facts/knowledge.ts";
import { SinkHints } from "./sink-hints.ts";

interface Wildcard {
  readonly pattern: RegExp;
  readonly to: string;
}

const LONGEST_ALIAS_CHAIN = 4;
/** What an unknown method of a known thing gives may be anything. */
const FURTHER = /:[^.]*\.\w[^()]*\(\)/;
/** What the languages have of their own. */
const OWN_KIND = /^(?:pattern$|undefined$|table\.|list\.|text\.|enumeration|(?:Map|WeakMap|Set|WeakSet|RegExp|Date|URL|URLSearchParams|Promise|Error|Proxy)\(\)|(?:console|Math|JSON|Object|Array|String|Number|Reflect|Intl|document|window|localStorage|sessionStorage|navigator|crypto|performance)(?:$|[.(]))/;

export class Catalog implements Knowledge {
  readonly #names = new Map<string, string>();
  readonly #wildcards: Wildcard[] = [];
  readonly #roots: readonly (readonly [string, string])[];
  readonly #steps = new Map<string, StepKind>();
  readonly #values = new Map<string, ValueFact>();
  readonly #guards = new Map<string, GuardFact>();
  readonly #entries = new Map<string, EntryFact>();
  readonly #roles = new Map<string, string>();
  readonly #sinks = new Map<string, SinkRow>();
  readonly #conventions: Wildcard[] = [];
  readonly #known = new Map<string, string>();
  readonly #assumed: readonly NonNullable<Framework["assumed"]>[];
  readonly hints: SinkHints;
  readonly accesses: readonly AccessRow[];
  readonly openings: readonly OpeningRow[];

  constructor(frameworks: readonly Framework[], language: Language) {
    const own = frameworks.filter((one) => one.language === language);
    const rows = own.flatMap((one) => one.rows);
    this.hints = new SinkHints(own);
    this.accesses = rows.filter((row) => row.family === "access");
    this.openings = rows.filter((row) => row.family === "opening");
    this.#assumed = own.flatMap(({ assumed }) => assumed ?? []);
    for (const row of rows) this.#add(row);
    this.#roots = [...this.#names].flatMap(([from, to]) => (from.endsWith(".**") ? [[from.slice(0, -2), to.replace(/\*\*$/, "")] as const] : []));
  }

  #add(row: Row): void {
    switch (row.family) {
      case "name":
        for (const from of row.from) this.#addName(from, row.to);
        return;
      case "step":
        for (const call of row.calls) this.#steps.set(call, row.step);
        return;
      case "clean":
      case "source":
      case "own":
        for (const path of row.paths) this.#values.set(path, row.value);
        return;
      case "guard":
        for (const call of row.calls) this.#guards.set(call, row.guard);
        return;
      case "entry":
        for (const role of row.roles) this.#entries.set(role, row.entry);
        return;
      case "role":
        for (const base of row.bases) this.#roles.set(base, row.role);
        return;
      case "sink":
        for (const call of row.calls) this.#sinks.set(call, row);
        return;
      case "access":
      case "opening":
        return;
    }
  }

  /** `name:*_cr` is a convention for bare names, `a.*_id` a path with a wildcard, anything else a path. */
  #addName(from: string, to: string): void {
    const pattern = new RegExp(`^${from.replace(/^name:/, "").replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[\\w#]*")}$`);
    if (from.startsWith("name:")) this.#conventions.push({ pattern, to });
    else if (from.endsWith(".**")) this.#names.set(from, to);
    else if (/(?<!^)\*/.test(from)) this.#wildcards.push({ pattern, to });
    else this.#names.set(from, to);
  }

  canonical(path: string): string {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    let at = path;
    for (let turn = 0; turn < LONGEST_ALIAS_CHAIN; turn += 1) {
      const next = this.#alias(at);
      if (next === null || next === at) break;
      at = next;
    }
    this.#known.set(path, at);
    return at;
  }

  #alias(path: string): string | null {
    const exact = this.#names.get(path);
    if (exact !== undefined) return exact;
    for (const [from, to] of this.#roots) if (path.startsWith(from) || `${path}.` === from) return to + path.slice(from.length);
    const wild = this.#wildcards.find(({ pattern }) => pattern.test(path));
    if (wild) return wild.to;
    const dot = path.lastIndexOf(".");
    if (dot < 0) return path.startsWith("?") ? (this.#names.get(`*.${path.slice(1)}`) ?? null) : null;
    return this.isKnown(path.slice(0, dot)) ? null : (this.#names.get(`*${path.slice(dot)}`) ?? null);
  }

  isKnown(path: string | null): boolean {
    return path !== null && ((path.includes(":") && !FURTHER.test(path)) || OWN_KIND.test(path));
  }

  byConvention(name: string): string | null {
    return this.#conventions.find(({ pattern }) => pattern.test(name))?.to ?? null;
  }

  step(path: string): StepKind | null {
    return this.#steps.get(path) ?? null;
  }

  value(path: string, isExact = false): ValueFact | null {
    const exact = this.#values.get(path);
    if (exact || isExact) return exact ?? null;
    const last = path.lastIndexOf(".");
    const before = path.lastIndexOf(".", last - 1);
    return (before < 0 ? undefined : this.#values.get(`*${path.slice(before)}`)) ?? this.#values.get(`*.${path.slice(last + 1)}`) ?? null;
  }

  guard(path: string): GuardFact | null {
    return this.#guards.get(path) ?? null;
  }

  classRole(path: string): string | null {
    return this.#roles.get(path) ?? null;
  }

  entry(role: string): EntryFact | null {
    return this.#entries.get(role) ?? null;
  }

  /** The one driver that a file means by what it imports; the row's own where it imports none; null where it imports several. */
  driverFor({ driver, isAssumed }: SinkRow, imported: readonly string[]): Driver | null {
    if (!isAssumed) return driver;
    const found = new Set(this.#assumed.filter(({ modules }) => modules.some((module) => imported.some((one) => one === module || one.startsWith(`${module}.`)))).map((one) => one.driver));
    const [only, ...more] = found;
    return found.size === 0 || found.has(driver) ? driver : more.length > 0 ? null : (only ?? driver);
  }

  /** The sink that a call's path is; a tag's path ends in two backticks. */
  sink(path: string): SinkRow | null {
    return this.#sinks.get(path) ?? null;
  }
}
