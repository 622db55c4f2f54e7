/** Names of values that all the calls of one statement share, as a query builder has them. */

import type { SourceEdit } from "../facts/edits.ts";
import { contains, type CodeNode } from "../facts/node.ts";
import type { Bound } from "./sql-plan.ts";
import { isFixed } from "./sql-slots.ts";
import type { WrittenSql } from "./sql-written.ts";

/** The outermost function around a call: a builder is passed about in it. */
function scopeOf({ engine: { code }, site }: WrittenSql): CodeNode {
  let fn = code.functionOf(site.call);
  while (fn?.outer) fn = fn.outer;
  return fn?.node ?? site.call;
}

/** The marks of the other texts around, without those that stand for the very value that gets the name here. */
export function sharedMarks(written: WrittenSql, bound: readonly Bound[]): readonly string[] {
  if (!written.driver.sharesNames) return [];
  const values = valuesAround(written);
  const isOwn = (name: string) => bound.some((one) => (one.key ?? one.name) === name && values.get(name)?.size === 1 && values.get(name)?.has(one.source) && isSteady(written, one));
  return [...written.engine.code.edits.source(scopeOf(written)).matchAll(/(?<![:\w]):([A-Za-z_]\w*)/g)].flatMap(([mark, name = ""]) => (isOwn(name) ? [] : [mark]));
}

/** The sources of the values that calls around are handed by name. */
function valuesAround(written: WrittenSql): ReadonlyMap<string, ReadonlySet<string>> {
  const { code } = written.engine;
  const scope = code.range(scopeOf(written));
  const values = new Map<string, Set<string>>();
  for (const { node } of code.calls()) {
    const view = code.view(node);
    if (view.kind !== "call" || !contains(scope, code.range(node))) continue;
    const tables = view.args.map((one) => code.view(one.node)).filter((one) => one.kind === "table");
    for (const { key, value } of tables.flatMap((table) => table.entries)) if (typeof key === "string") values.set(key, (values.get(key) ?? new Set()).add(code.edits.source(value)));
  }
  return values;
}

function isSteady({ engine, template: { segments } }: WrittenSql, { index }: Bound): boolean {
  const hole = segments[index];
  return hole?.kind === "hole" && isFixed(engine, hole.node);
}

/** An edit that changes nothing, which keeps two repairs of one statement from one pass: neither knows the other's names. */
export function sharedPlace(written: WrittenSql): readonly SourceEdit[] {
  if (!written.driver.sharesNames) return [];
  const [start] = written.engine.code.edits.extent(scopeOf(written));
  return [{ range: [start, start], text: "" }];
}
