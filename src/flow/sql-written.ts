/** The SQL text of a call in its exact form, and what is offered to do about it. */

import type { Driver, SqlSite } from "../facts/drivers.ts";
import type { SourceEdit, TextTemplate } from "../facts/edits.ts";
import type { Engine } from "./engine.ts";
import { writtenText } from "./sql-slots.ts";
import { converted, readSql, type SqlText } from "./sql-text.ts";

export interface SqlRepair {
  readonly kind: "fix" | "suggestion";
  readonly message: "bind" | "name" | "unquote" | "tag";
  readonly data: { readonly value: string };
  readonly edits: readonly SourceEdit[];
}

/** What a call's text looks like where it is written. */
export interface WrittenSql {
  readonly engine: Engine;
  readonly site: SqlSite;
  readonly driver: Driver;
  readonly template: TextTemplate;
  readonly sql: SqlText;
}

/** The text of a call in its exact form; null when it is not one expression, in the call or in a local of its own. */
export function writtenSql(engine: Engine, site: SqlSite): WrittenSql | null {
  const text = writtenText(engine, site.text);
  const view = text && engine.code.view(text);
  // A tag may do anything with its text; only one that is the call itself is known.
  if (!text || (view?.kind === "template" && view.tag && !site.isTag)) return null;
  const template = engine.code.edits.template(text);
  if (!template) return null;
  const { driver } = site;
  const sql = readSql(template.segments, { dialect: driver.dialect, placeholder: driver.placeholder, valueOf: (segment) => converted(engine.valueOf(segment.node), segment) });
  return { engine, site, template, sql, driver };
}

const BINDS_IN = ["select", "insert", "update", "delete", "merge", "with", "values"];
const BINDS_ELSEWHERE = ["replace", "call", "exec", "execute"];

/** Whether the statement is one that its driver takes placeholders in. */
export const takesPlaceholders = ({ sql: { end }, driver, site }: WrittenSql): boolean =>
  driver.fillsItself || !site.isStatement || ((BINDS_IN.includes(end.first) || (driver.dialect !== "postgres" && BINDS_ELSEWHERE.includes(end.first))) && !end.several);
