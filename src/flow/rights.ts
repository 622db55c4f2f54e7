/** What records say of rights: what a row grants to whom, and which rules narrow it. */

import type { DataField, DataRecord, RecordFacts } from "../facts/records.ts";
import type { Operation, RightsVocabulary } from "../facts/rights.ts";

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
  field(name: string): { readonly field: DataField; readonly facts: RecordFacts; readonly isOwn: boolean } | null;
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

/** The records of a model that count: of one id the last, with what the earlier ones say and it does not. */
export function mergedRecords({ all }: Records, model: string): readonly Merged[] {
  const byId = new Map<string, LoadedRecord[]>();
  const alone: LoadedRecord[] = [];
  for (const one of all) {
    if (one.record.model !== model || one.record.kind === "delete" || one.record.kind === "function") continue;
    if (one.id === null) alone.push(one);
    else byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  }
  return [...alone.map((one) => [one]), ...byId.values()].flatMap(merged);
}

function merged(same: readonly LoadedRecord[]): readonly Merged[] {
  const last = same.at(-1);
  if (!last) return [];
  return [{
    record: last.record,
    id: last.id,
    field: (name) => {
      const from = same.findLast(({ record }) => record.fields.has(name));
      const field = from?.record.fields.get(name);
      return from && field ? { field, facts: from.facts, isOwn: from === last } : null;
    },
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
  const found = one.field(name);
  if (!found) return EVERYONE;
  const { value } = found.field;
  if (value.kind === "ref") return records.fullId(value.id);
  if (value.kind === "text") return value.text.trim() === "" ? EVERYONE : null;
  return value.kind === "python" && found.facts.flag(found.field) === "off" ? EVERYONE : null;
}

/** The id of the model that a record is about, without its module. */
function modelOf(one: Merged, name: string): string | null {
  const value = one.field(name)?.field.value;
  if (value?.kind === "ref") return value.id.replace(/^.*\./, "");
  const [, model] = value?.kind === "search" ? (/['"]model['"]\s*,\s*['"]=['"]\s*,\s*['"]([\w.]+)['"]/.exec(value.domain) ?? []) : [];
  return model === undefined ? null : `=${model}`;
}

/** Whether an id names a model: by its id, or (`=`) by the model itself. */
export const isModel = (id: string | null, model: string, { idOfModel }: RightsVocabulary): boolean => id === idOfModel(model) || id === `=${model}`;

const isSameModel = (one: string | null, other: string | null, { idOfModel }: RightsVocabulary): boolean => {
  const asId = (id: string) => (id.startsWith("=") ? idOfModel(id.slice(1)) : id);
  return one !== null && other !== null && asId(one) === asId(other);
};

/** Whether a rule keeps the users of a group to some of a model's records, for one operation. */
export function isNarrowed(grant: Grant, operation: Operation, group: string, records: Records, words: RightsVocabulary): boolean {
  const { rules } = words;
  const applying = mergedRecords(records, rules.model).filter((rule) =>
    flagOf(rule, rules.active) !== "off" && flagOf(rule, rules.operations[operation]) !== "off" && isSameModel(modelOf(rule, rules.of), grant.model, words));
  const groupsOf = (rule: Merged): ReadonlySet<string> | null => linkedBy(rule, rules.groups, records);
  const isOpen = (rule: Merged) => isAlwaysTrue(rule, rules.domain);
  const own = applying.filter((rule) => groupsOf(rule)?.has(group));
  return applying.some((rule) => groupsOf(rule)?.size === 0 && !isOpen(rule)) || (own.length > 0 && !own.some(isOpen));
}

/** The full ids that a field links; null when they cannot be told. */
function linkedBy(one: Merged, name: string, records: Records): ReadonlySet<string> | null {
  const found = one.field(name);
  if (!found) return new Set();
  const links = found.facts.links(found.field);
  if (!links) return found.field.value.kind === "text" && found.field.value.text.trim() === "" ? new Set() : null;
  const ids = new Set<string>();
  for (const { does, mentions } of links) {
    if (does === "set") ids.clear();
    for (const { id } of mentions) if (does === "remove") ids.delete(records.fullId(id)); else ids.add(records.fullId(id));
  }
  return ids;
}

/** Whether a rule lets every record through. */
function isAlwaysTrue(one: Merged, name: string): boolean {
  const value = one.field(name)?.field.value;
  const domain = value?.kind === "text" ? value.text : value?.kind === "python" ? value.source.replace(/^(['"])(.*)\1$/s, "$2") : value ? null : "";
  return domain !== null && /^(?:|\[\s*\]|\[\s*\(\s*(?:1\s*,\s*(['"])=\1\s*,\s*1|(['"])id\2\s*,\s*(['"])!=\3\s*,\s*False)\s*\)\s*,?\s*\])$/.test(domain.trim());
}
