/** Names of values that all the calls of one statement share, as a query builder has them. */

import type { SourceEdit } from "../facts/edits.ts";
import type { CodeNode } from "../facts/node.ts";
import type { WrittenSql } from "./sql-written.ts";

/** The outermost function around a call: a builder is passed about in it. */
function scopeOf({ engine: { code }, site }: WrittenSql): CodeNode {
  let fn = code.functionOf(site.call);
  while (fn?.outer) fn = fn.outer;
  return fn?.node ?? site.call;
}

/** The marks of the other texts around. */
export function sharedMarks(written: WrittenSql): readonly string[] {
  if (!written.driver.sharesNames) return [];
  return [...written.engine.code.edits.source(scopeOf(written)).matchAll(/(?<![:\w]):([A-Za-z_]\w*)/g)].map(([mark]) => mark);
}

/** An edit that changes nothing, which keeps two repairs of one statement from one pass: neither knows the other's names. */
export function sharedPlace(written: WrittenSql): readonly SourceEdit[] {
  if (!written.driver.sharesNames) return [];
  const [start] = written.engine.code.edits.extent(scopeOf(written));
  return [{ range: [start, start], text: "" }];
}
