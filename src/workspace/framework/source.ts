/** Makes an index of the models that a source tree defines: what `packed` writes and a framework answers from. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IndexData } from "./data.ts";
import { textOf, type OnUnread } from "./source/literals.ts";
import { modelsOf } from "./source/models.ts";
import { modulesIn, type SourceModule } from "./source/modules.ts";
import { rightsOf } from "./source/rights.ts";

export interface IndexOptions {
  /** The series, as Odoo numbers them; else what the framework's release or the addons' versions say. */
  readonly series?: string;
  /** Which modules are left out, by name. */
  readonly leftOut?: RegExp;
  readonly onUnread?: OnUnread;
}

/** Modules that are there to be tested. */
const TESTS = /^test_/;
/** Odoo's numbers of Flectra's. */
const FLECTRA: Readonly<Record<string, string>> = { 1: "11", 2: "14" };

/**
 * The index of all modules in a folder: one with the framework and its addons, or one with addons only. Nothing of it is run.
 * What cannot be read is told to `onUnread` and left out.
 */
export function indexOf(folder: string, { series, leftOut = TESTS, onUnread = () => undefined }: IndexOptions = {}): IndexData {
  const modules = modulesIn(folder, onUnread).filter(({ name }) => !leftOut.test(name));
  const models = modelsOf(modules, onUnread);
  return {
    series: series ?? released(modules) ?? versioned(modules) ?? "unknown",
    modules: sorted(Object.fromEntries(modules.map(({ name, depends }) => [name, [...depends].sort()]))),
    models: sorted(models),
    ...mapped(rightsOf(modules, Object.keys(models), onUnread)),
  };
}

const mapped = ({ groups, access, rules }: Pick<IndexData, "groups" | "access" | "rules">) => ({ groups: sorted(groups), access: sorted(access), rules: sorted(rules) });

const sorted = <Row>(rows: Readonly<Record<string, Row>>): Readonly<Record<string, Row>> => Object.fromEntries(Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The series that the framework's own release says; null without the framework. */
function released(modules: readonly SourceModule[]): string | null {
  const base = modules.find(({ name }) => name === "base")?.path;
  const file = base === undefined ? "" : join(base, "../../release.py");
  if (!existsSync(file)) return null;
  const text = textOf(file);
  const [, major] = /^version_info\s*=\s*\(\s*['"]?(?:saas~)?(\d+)/m.exec(text) ?? [];
  return major === undefined ? null : (/flectra/i.test(text) ? FLECTRA[major] : undefined) ?? major;
}

/** The series that most addons begin their version with: `16.0.1.2.3`. */
function versioned(modules: readonly SourceModule[]): string | null {
  const counts = new Map<string, number>();
  for (const { version } of modules) {
    const [, major] = /^(\d+)\.0\.\d+\.\d+/.exec(version) ?? [];
    if (major !== undefined) counts.set(major, (counts.get(major) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
