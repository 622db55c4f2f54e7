/** A right without a group belongs to everyone, portal and public users included. */

import { openingsIn, settingsIn } from "../core/access.ts";
import { defineRule, type CheckContext, type RecordContext } from "../core/define-rule.ts";
import type { Finding, Repair } from "../core/finding.ts";
import type { AccessOperation } from "../facts/access.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Operation } from "../facts/rights.ts";
import { openingsOf } from "../flow/access.ts";
import { EVERYONE, grantOf, isModel, isNarrowed, mergedRecords, type Grant } from "../flow/rights.ts";

const LIST = { type: "array", items: { type: "string" }, uniqueItems: true } as const;
const VERBS: Readonly<Record<Operation, string>> = { read: "read", write: "change", create: "create", unlink: "delete" };

interface Opening {
  readonly message: string;
  readonly operations: readonly Operation[];
}

export default defineRule({
  name: "no-open-access-right",
  languages: ["csv", "javascript", "xml"],
  meta: {
    type: "problem",
    docs: { description: "Disallow access rights that belong to everyone", recommended: true, cwe: [284, 732] },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          allow: { ...LIST, description: "External ids of rows that are open on purpose; in code the names of lists, collections and classes." },
          sensitive: { ...LIST, description: "Further models that nobody but employees should read." },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      everyone: "`{{id}}` names no group: everyone, portal and public users too, may {{operations}} the records of {{model}}. Name the group that needs it.",
      public: "`{{id}}` lets every visitor of the website (`{{group}}`) {{operations}} the records of {{model}}; no rule can tell one visitor from another.",
      portal: "`{{id}}` lets portal users (`{{group}}`) {{operations}} any record of {{model}}: no rule of the addon keeps them to their own.",
      open: "`{{value}}` lets everyone, signed in or not, {{operations}}. Let it depend on who asks.",
      drop: "Drop it: what is not settled asks for a user.",
      internal: "Grant it to employees (`{{group}}`).",
      withdraw: "Withdraw the right to {{operations}}.",
    },
  },
  tests: "strict",
  *check(context) {
    const { engine, options } = context;
    const found = new Map<CodeNode, Finding>();
    for (const { form, thing, settings, names } of settingsIn(context)) {
      if (names.some((name) => options.strings("allow").includes(name))) continue;
      for (const { node, operations, droppable } of openingsOf(engine, thing, settings, form)) add(found, openFinding(context, node, operations, form.things, droppable));
    }
    for (const { row, call } of openingsIn(context)) add(found, openFinding(context, call, row.operations, row.things, null));
    yield* found.values();
  },
  *checkRecords(context) {
    const { facts, program, rights } = context;
    if (!program.loads(facts.path)) return;
    const records = { all: program.records(facts), fullId: (id: string) => program.fullId(id) };
    const own = new Set(facts.records().filter(({ model }) => model === rights.access.model));
    if (own.size === 0) return;
    for (const one of mergedRecords(records, rights.access.model)) {
      const grant = own.has(one.record) && !isExcused(context, one.id) ? grantOf(one, records, rights) : null;
      const opening = grant ? openingOf(context, grant, (operation, group) => isNarrowed(grant, operation, group, records, rights)) : null;
      if (grant && opening) yield finding(context, grant, opening);
    }
  },
});

const DOES: Readonly<Record<AccessOperation, string>> = { update: "update", delete: "delete", create: "create", addField: "add fields" };

function add(found: Map<CodeNode, Finding>, finding: Finding | null): void {
  if (finding && !found.has(finding.at)) found.set(finding.at, finding);
}

/** The finding for a value that lets everyone in; to create alone is what forms for visitors need. */
function openFinding({ code, preset }: CheckContext, node: CodeNode, operations: readonly AccessOperation[], things: string, droppable: CodeNode | null): Finding | null {
  if (preset !== "strict" && operations.every((one) => one === "create")) return null;
  const does = operations.filter((one) => one !== "addField").map((one) => DOES[one]);
  const edits = droppable ? code.edits.dropped(droppable) : null;
  return {
    at: node,
    message: "open",
    data: { value: code.excerpt(node), operations: [...(does.length > 0 ? [`${listed(does)} ${things}`] : []), ...(operations.includes("addField") ? [DOES.addField] : [])].join(" and ") },
    trace: [],
    repairs: edits ? [{ kind: "suggestion", message: "drop", data: {}, edits }] : [],
  };
}

const listed = (words: readonly string[]): string => words.join(", ").replace(/, (\w+)$/, " and $1");

/** Whether a row is open on purpose; outside of an addon nothing says which module's it is. */
const isExcused = ({ options, program }: RecordContext, id: string | null): boolean =>
  id !== null && options.strings("allow").some((one) => program.fullId(one) === id || (!program.addon && one.endsWith(`.${id}`)));

type Narrowed = (operation: Operation, group: string) => boolean;

/** What a row opens that should be closed; null for nothing that the preset speaks of. */
function openingOf(context: RecordContext, grant: Grant, isKept: Narrowed): Opening | null {
  const { rights, preset } = context;
  const { internal: _, ...outsiders } = rights.groups;
  const has = (...operations: readonly Operation[]) => operations.filter((one) => grant.operations.has(one));
  const sensitive = [...rights.sensitive, ...context.options.strings("sensitive")].some((model) => isModel(grant.model, model, rights));
  const strictly = (operations: readonly Operation[]) => (preset === "strict" ? operations : []);
  if (grant.group === EVERYONE) {
    if (isPartialUpdate(context, grant)) return null;
    const changes = has("create", "write", "unlink");
    return opening("everyone", changes.length > 0 ? [...has("read"), ...changes] : sensitive ? has("read") : strictly(has("read")));
  }
  if (grant.group !== outsiders.public && grant.group !== outsiders.portal) return null;
  const message = grant.group === outsiders.public ? "public" : "portal";
  const isOpen = (operation: Operation) => message === "public" || !isKept(operation, outsiders.portal);
  const harmful = [...(sensitive ? has("read") : []), ...has("write", "unlink")].filter(isOpen);
  return opening(message, harmful.length > 0 ? harmful : strictly(has("create").filter(isOpen)));
}

const opening = (message: string, operations: readonly Operation[]): Opening | null => (operations.length > 0 ? { message, operations } : null);

/** A record of another addon that keeps the group it has there. */
const isPartialUpdate = ({ program, rights: { access } }: RecordContext, { merged }: Grant): boolean =>
  merged.id?.includes(".") === true && !merged.id.startsWith(`${program.addon?.name ?? ""}.`) && merged.field(access.group) === null;

function finding(context: RecordContext, grant: Grant, { message, operations }: Opening): Finding {
  const { rights: { access, groups } } = context;
  const { record } = grant.merged;
  const group = grant.merged.field(access.group);
  const said = listed(operations.map((operation) => VERBS[operation]));
  return {
    at: group?.isOwn ? group.field.node : record.at,
    message,
    data: { id: record.id ?? record.model, model: modelSaid(grant, access.of), group: grant.group ?? "", operations: said },
    trace: [],
    repairs: message === "everyone" ? withGroup(context, grant, groups.internal) : withdrawn(context, grant, { message, operations }, said),
  };
}

/** The model as the file names it. */
function modelSaid({ model, merged }: Grant, of: string): string {
  const value = merged.field(of)?.field.value;
  const said = model?.replace(/^=/, "") ?? (value?.kind === "text" ? value.text : "");
  return said === "" ? "its model" : `\`${said}\``;
}

function withGroup({ facts, rights: { access } }: RecordContext, { merged: { record } }: Grant, group: string): readonly Repair[] {
  const edits = facts.setField(record, access.group, { kind: "ref", id: group }, access.of);
  return edits && edits.length > 0 ? [{ kind: "suggestion", message: "internal", data: { group }, edits }] : [];
}

function withdrawn({ facts, rights: { access } }: RecordContext, { merged: { record } }: Grant, { operations }: Opening, said: string): readonly Repair[] {
  const edits = operations.map((operation) => facts.setField(record, access.operations[operation], { kind: "flag", on: false }));
  const all = edits.flatMap((one) => one ?? []);
  return edits.every((one) => one !== null) && all.length > 0 ? [{ kind: "suggestion", message: "withdraw", data: { operations: said }, edits: all }] : [];
}
