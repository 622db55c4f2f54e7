/** The groups of a framework, and who may do what with its models: access rights and record rules, as some modules see them. */

import type { PermissionChange } from "./data.ts";
import { seenOf, type Visible } from "./models.ts";
import type { PackedIndex } from "./packed.ts";

export interface GroupEntry {
  readonly id: string;
  readonly category: string | null;
  /** The groups whose rights its members have as well, by itself and by what seen modules add. */
  readonly implied: readonly string[];
}

interface RightEntry {
  readonly id: string;
  readonly model: string;
  /** Letters of `rwcu`: read, write, create, unlink; may be empty. */
  readonly perms: string;
  readonly isActive: boolean;
}

export interface AccessEntry extends RightEntry {
  /** Null: everyone. */
  readonly group: string | null;
}

export interface RuleEntry extends RightEntry {
  /** None: the rule is for everyone. */
  readonly groups: readonly string[];
  /** The domain's text, as written. */
  readonly domain: string;
}

const PERMISSIONS = { r: "perm_read", w: "perm_write", c: "perm_create", u: "perm_unlink" } as const;

/** The module that an external id belongs to. */
const moduleOf = (id: string): string => id.slice(0, id.indexOf("."));

/** The rights of an index, by what some modules see. */
export class Rights {
  readonly #index: PackedIndex;
  readonly #visible: Visible;
  readonly #groups = new Map<string, GroupEntry | null>();

  constructor(index: PackedIndex, visible: Visible) {
    this.#index = index;
    this.#visible = visible;
  }

  group(id: string): GroupEntry | null {
    const known = this.#groups.get(id);
    if (known !== undefined) return known;
    const [row] = this.#isSeen(id) ? this.#index.rows("groups", id) : [];
    const stated = row ? [row, ...seenOf(row.by, this.#visible)] : [];
    const category = stated.findLast((one) => typeof one.category === "string")?.category ?? null;
    const group = row ? { id, category, implied: [...new Set(stated.flatMap(({ implied = [] }) => implied))] } : null;
    this.#groups.set(id, group);
    return group;
  }

  /** All groups that a group's members are in as well, without the group itself. */
  groupImplies(id: string): ReadonlySet<string> {
    const found = new Set<string>([id]);
    for (const one of found) for (const implied of this.group(one)?.implied ?? []) found.add(implied);
    found.delete(id);
    return found;
  }

  accessOf(model: string): readonly AccessEntry[] {
    const rows = this.#index.rows("access", model).filter(({ id }) => this.#isSeen(id));
    const entries = rows.map(({ id, by, perms = "", ...row }): AccessEntry => {
      const changes = seenOf(by, this.#visible);
      const stated = Object.assign({}, row, ...changes) as Pick<typeof row, "model" | "active" | "group">;
      return { id, model: stated.model ?? "", perms: permissionsOf(perms, changes), isActive: stated.active ?? true, group: stated.group ?? null };
    });
    return entries.filter((entry) => entry.model === model);
  }

  rulesOf(model: string): readonly RuleEntry[] {
    const rows = this.#index.rows("rules", model).filter(({ id }) => this.#isSeen(id));
    const entries = rows.map(({ id, by, perms = "", ...row }): RuleEntry => {
      const changes = seenOf(by, this.#visible);
      const stated = Object.assign({}, row, ...changes) as Pick<typeof row, "model" | "active" | "domain">;
      // What changes a rule's groups nearly always adds one.
      const groups = [...new Set([row, ...changes].flatMap((one) => one.groups ?? []))];
      return { id, model: stated.model ?? "", perms: permissionsOf(perms, changes), isActive: stated.active ?? true, groups, domain: stated.domain ?? "" };
    });
    return entries.filter((entry) => entry.model === model);
  }

  #isSeen(id: string): boolean {
    return this.#visible?.has(moduleOf(id)) ?? true;
  }
}

/** The letters of what is permitted after all changes. */
function permissionsOf(perms: string, changes: readonly PermissionChange[]): string {
  const letters = Object.entries(PERMISSIONS).filter(([letter, name]) => changes.findLast((change) => change[name] !== undefined)?.[name] ?? perms.includes(letter));
  return letters.map(([letter]) => letter).join("");
}
