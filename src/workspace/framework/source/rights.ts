/** Groups, access rights and record rules as the modules of a framework state them: the definition, and what other modules change. */

import { existsSync } from "node:fs";
import type { AccessRow, GroupRow, IndexData, RuleRow } from "../data.ts";
import type { OnUnread } from "./literals.ts";
import type { SourceModule } from "./modules.ts";
import { recordsIn, type RecordModel, type Values } from "./records.ts";

/** By external id, by module. */
type Stated = Map<string, Map<string, Map<string, string | readonly string[]>>>;

/** What a record states, in the form of the index: all of it, with the defaults of its model, or only a change. */
type Shape<Row> = (values: Values, isWhole: boolean, modelOf: ModelOf) => Row;

/** The name of the model that an external id stands for; the id itself for an unknown one. */
type ModelOf = (id: string) => string;

const PERMISSIONS = { perm_read: "r", perm_write: "w", perm_create: "c", perm_unlink: "u" } as const;
const FALSE = new Set(["", "0", "false", "no", "off", "none"]);

/** All groups, access rights and record rules, by external id. */
export function rightsOf(modules: readonly SourceModule[], models: readonly string[], onUnread: OnUnread): Pick<IndexData, "groups" | "access" | "rules"> {
  const stated = statedBy(modules, onUnread);
  // Of several models whose names differ only in points and underscores the first counts.
  const ids = new Map(models.toSorted().toReversed().map((name) => [`model_${name.replaceAll(".", "_")}`, name]));
  const modelOf: ModelOf = (id) => ids.get(id.slice(id.lastIndexOf(".") + 1)) ?? id;
  return { groups: rowsOf(stated["res.groups"], group, modelOf), access: rowsOf(stated["ir.model.access"], access, modelOf), rules: rowsOf(stated["ir.rule"], rule, modelOf) };
}

function statedBy(modules: readonly SourceModule[], onUnread: OnUnread): Readonly<Record<RecordModel, Stated>> {
  const stated: Record<RecordModel, Stated> = { "res.groups": new Map(), "ir.model.access": new Map(), "ir.rule": new Map() };
  for (const { name: module, data } of modules) {
    for (const { model, id, values } of data.filter((path) => existsSync(path)).flatMap((path) => recordsIn(path, onUnread))) {
      const byModule = entry(stated[model], full(id, module), () => new Map<string, Map<string, string | readonly string[]>>());
      const known = entry(byModule, module, () => new Map<string, string | readonly string[]>());
      for (const [name, value] of values) known.set(name, typeof value !== "string" ? value.map((one) => full(one, module)) : name.endsWith(":ref") ? full(value, module) : value);
    }
  }
  return stated;
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

const full = (id: string, module: string): string => (id === "" || id.includes(".") ? id : `${module}.${id}`);

function rowsOf<Row extends GroupRow | AccessRow | RuleRow>(stated: Stated, shape: Shape<Row>, modelOf: ModelOf): Readonly<Record<string, Row>> {
  const rows = [...stated].map(([id, byModule]) => {
    const owner = id.slice(0, id.indexOf("."));
    const own = byModule.get(owner);
    const changes = [...byModule].filter(([module]) => module !== owner).map(([module, values]) => [module, shape(values, false, modelOf)] as const);
    const by = Object.fromEntries(changes.filter(([, change]) => Object.keys(change).length > 0));
    return [id, { ...(own ? shape(own, true, modelOf) : { absent: true }), ...(Object.keys(by).length > 0 ? { by } : {}) }] as const;
  });
  return Object.fromEntries(rows) as Readonly<Record<string, Row>>;
}

const group: Shape<GroupRow> = (values, isWhole) => {
  const category = reference(values, "category_id") ?? reference(values, "privilege_id");
  const implied = list(values, "implied_ids");
  return { ...(isWhole || category !== null ? { category } : {}), ...(isWhole || implied.length > 0 ? { implied } : {}) };
};

const access: Shape<AccessRow> = (values, isWhole, modelOf) => ({
  ...right(values, isWhole, modelOf, false),
  ...(isWhole || values.has("group_id:ref") ? { group: reference(values, "group_id") } : {}),
});

const rule: Shape<RuleRow> = (values, isWhole, modelOf) => {
  const groups = list(values, "groups");
  return {
    ...right(values, isWhole, modelOf, true),
    ...(isWhole || groups.length > 0 ? { groups } : {}),
    ...(isWhole && groups.length === 0 ? { global: true } : {}),
    ...(isWhole || text(values, "domain_force") !== null ? { domain: text(values, "domain_force") ?? "" } : {}),
  };
};

/** What access rights and record rules have in common. Those permit what is said, these apply to what is not excluded. */
function right(values: Values, isWhole: boolean, modelOf: ModelOf, byDefault: boolean) {
  const id = reference(values, "model_id");
  const model = text(values, "model") ?? (id === null ? null : modelOf(id));
  const permissions = Object.entries(PERMISSIONS).map(([name, letter]) => ({ name, letter, value: permission(values.get(name)) }));
  const perms = permissions.filter(({ value }) => value ?? byDefault).map(({ letter }) => letter).join("");
  const changed = Object.fromEntries(permissions.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
  const active = values.get("active");
  return {
    ...(isWhole || model !== null ? { model } : {}),
    ...(isWhole ? { perms } : changed),
    ...(typeof active === "string" && /^(?:0|false)$/i.test(active) ? { active: false } : {}),
  };
}

const permission = (value: string | readonly string[] | undefined): boolean | null => (typeof value === "string" ? !FALSE.has(value.replace(/^['"]+|['"]+$/g, "").toLowerCase()) : null);

const text = (values: Values, name: string): string | null => {
  const value = values.get(name);
  return typeof value === "string" && value !== "" ? value : null;
};

/** A field that refers to a record, by whichever way it is stated. */
const reference = (values: Values, name: string): string | null => text(values, `${name}:ref`) ?? text(values, name);

const list = (values: Values, name: string): readonly string[] => {
  const value = values.get(name);
  return value === undefined || typeof value === "string" ? [] : value;
};
