/** What records say of rights: what a row grants to whom, and which rules narrow it. */

import type { DataField, DataRecord, Link, RecordFacts } from "../facts/records.ts";
import type { Operation, RightsVocabulary } from "../facts/rights.ts";
import { isAlwaysTrue } from "./domains.ts";

/** A record with its full id, as its addon loads it. */
export interface LoadedRecord {
  readonly record: DataRecord;
  readonly id: string | null;
  readonly facts: RecordFacts;
}

/** The records of one program in load order, and how an id is written out in it. */
export interface Records {
  readonly all: readonly LoadedRecord[];
  fullId(id: string): string;
}

/** One record with what earlier ones of the same id say. */
export interface Merged {
  readonly record: DataRecord;
  readonly id: string | null;
  /** What counts, and whether the record says it itself. */
  field(name: string): (Said & { readonly isOwn: boolean }) | null;
  /** All that is said of a field, in load order. */
  said(name: string): readonly Said[];
}

interface Said {
  readonly field: DataField;
  readonly facts: RecordFacts;
}

export interface Grant {
  readonly merged: Merged;
  readonly operations: ReadonlySet<Operation>;
  /** The full id of its group; `everyone` without one; null when it cannot be told. */
  readonly group: string | null;
  /** The id of its model, without its module; null when it cannot be told. */
  readonly model: string | null;
}

export const EVERYONE = "everyone";
const OPERATIONS: readonly Operation[] = ["read", "write", "create", "unlink"];

/** The records of a model that count: of one id the last, with what the earlier ones say and it does not; none that is deleted. */
export function mergedRecords({ all }: Records, model: string): readonly Merged[] {
  const byId = new Map<string, LoadedRecord[]>();
  // A file may be listed twice.
  const alone = new Map<DataRecord, LoadedRecord>();
  for (const one of all) {
    const { record, id } = one;
    if (record.model !== model || record.kind === "function") continue;
    if (id === null) { if (record.kind !== "delete") alone.set(record, one); }
    else if (record.kind === "delete") byId.delete(id);
    else byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return [...Array.from(alone.values(), (one) => [one]), ...byId.values()].flatMap(merged);
}

function merged(same: readonly LoadedRecord[]): readonly Merged[] {
  const last = same.at(-1);
  if (!last) return [];
  const saidBy = ({ record, facts }: LoadedRecord, name: string) => {
    const field = record.fields.get(name);
    return field ? { field, facts } : null;
  };
  return [{
    record: last.record,
    id: last.id,
    field: (name) => {
      const from = same.findLast(({ record }) => record.fields.has(name));
      const said = from && saidBy(from, name);
      return said ? { ...said, isOwn: from === last } : null;
    },
    said: (name) => same.flatMap((one) => saidBy(one, name) ?? []),
  }];
}

/** What a row of access rights grants; null for one that is switched off. */
export function grantOf(one: Merged, records: Records, { access }: RightsVocabulary): Grant | null {
  const active = one.field(access.active);
  if (active?.facts.flag(active.field) === "off") return null;
  const operations = new Set(OPERATIONS.filter((operation) => flagOf(one, access.operations[operation]) === "on"));
  return { merged: one, operations, group: groupOf(one, access.group, records), model: modelOf(one, access.of) };
}

function flagOf(one: Merged, name: string): "on" | "off" | "unknown" | null {
  const found = one.field(name);
  return found ? found.facts.flag(found.field) : null;
}

function groupOf(one: Merged, name: string, records: Records): string | null {
  const said = one.field(name);
  if (!said || isEmptied(said)) return EVERYONE;
  return said.field.value.kind === "ref" ? records.fullId(said.field.value.id) : null;
}

/** Whether a field takes away what it referred to. */
function isEmptied({ field, facts }: Said): boolean {
  const { value } = field;
  // odoo/addons/base/models/ir_fields.py, db_id_for: an id that reads as false is none.
  if (value.kind === "ref") return /^(?:0|false|no)$/i.test(value.id);
  return value.kind === "text" ? value.text.trim() === "" : value.kind === "python" && facts.flag(field) === "off";
}

/** The id of the model that a record is about, without its module, or (`=`) the model itself; null when it cannot be told. */
function modelOf(one: Merged, name: string): string | null {
  const value = one.field(name)?.field.value;
  switch (value?.kind) {
    case "ref":
      return value.id.replace(/^.*\./, "");
    case "search":
      return named(/['"]model['"]\s*,\s*['"]=['"]\s*,\s*['"]([\w.]+)['"]/.exec(value.domain)?.[1]);
    case "text":
      // A model is found by its name as well (odoo/addons/base/models/ir_model.py, _name_search).
      return named(/^[a-z_]\w*(?:\.\w+)+$/.exec(value.text)?.[0]);
    case "refs":
    case "python":
    case "markup":
    case "opaque":
    case undefined:
      return null;
  }
}

const named = (model: string | undefined): string | null => (model === undefined ? null : `=${model}`);

/** Whether an id names a model: by its id, or (`=`) by the model itself. */
export const isModel = (id: string | null, model: string, { idOfModel }: RightsVocabulary): boolean => id === idOfModel(model) || id === `=${model}`;

/** Whether a rule may be about a model: one that names none is about none, one that cannot be told may be about any. */
function mayConcern(rule: Merged, model: string | null, { rules, idOfModel }: RightsVocabulary): boolean {
  if (!rule.field(rules.of)) return false;
  const [one, other] = [modelOf(rule, rules.of), model].map((id) => (id?.startsWith("=") ? idOfModel(id.slice(1)) : id));
  return one === null || other === null || one === other;
}

/** Whether a rule keeps the users of a group to some of a model's records, for one operation; one that nobody can read may. */
export function isNarrowed(grant: Grant, operation: Operation, group: string, records: Records, words: RightsVocabulary): boolean {
  const { rules } = words;
  const applying = mergedRecords(records, rules.model)
    .filter((rule) => flagOf(rule, rules.active) !== "off" && flagOf(rule, rules.operations[operation]) !== "off" && mayConcern(rule, grant.model, words))
    .map((rule) => ({ groups: linkedBy(rule, rules.groups, records), isOpen: isOpen(rule, rules.domain) }));
  const own = applying.filter(({ groups }) => groups?.has(group));
  return applying.some(({ groups, isOpen }) => !isOpen && (groups === null || groups.size === 0)) || (own.length > 0 && own.every(({ isOpen }) => !isOpen));
}

/** The full ids that a field links after all that is said of it; null when they cannot be told. */
function linkedBy(one: Merged, name: string, records: Records): ReadonlySet<string> | null {
  let ids: ReadonlySet<string> | null = new Set();
  for (const said of one.said(name)) {
    const links: readonly Link[] | null = isEmptied(said) ? [{ does: "set", mentions: [] }] : said.facts.links(said.field);
    ids = links && links.reduce<ReadonlySet<string> | null>((before, link) => linkedAfter(before, link, records), ids);
  }
  return ids;
}

function linkedAfter(ids: ReadonlySet<string> | null, { does, mentions }: Link, records: Records): ReadonlySet<string> | null {
  const named = new Set(mentions.map(({ id }) => records.fullId(id)));
  if (does === "set" || ids === null) return does === "set" ? named : null;
  return does === "add" ? new Set([...ids, ...named]) : new Set([...ids].filter((id) => !named.has(id)));
}

/** Whether a rule lets every record through. */
function isOpen(rule: Merged, domain: string): boolean {
  const value = rule.field(domain)?.field.value;
  if (!value) return true;
  return value.kind === "text" ? isAlwaysTrue(value.text) : value.kind === "python" && isAlwaysTrue(value.source.trim().replace(/^(['"])(.*)\1$/s, "$2"));
}
