/** Repairs of SQL text: values become parameters, names are quoted by the driver, a call becomes a tag. */

import type { SqlSite } from "../facts/drivers.ts";
import type { SourceEdit } from "../facts/edits.ts";
import { contains } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { fitOf } from "./sql-fit.ts";
import { nameRepair } from "./sql-names.ts";
import { boundBy, valueEdits } from "./sql-plan.ts";
import { evaluatedAt, isSameLater } from "./sql-slots.ts";
import { callToTag, inTag, unquoted } from "./sql-tags.ts";
import { actionFor, type Action, type BindAction } from "./sql-values.ts";
import { takesPlaceholders, writtenSql, type SqlRepair, type WrittenSql } from "./sql-written.ts";

/** What can be done about a text with values in it; nothing where there is no exact edit. */
export function repairsOf(engine: Engine, site: SqlSite): readonly SqlRepair[] {
  const written = writtenSql(engine, site);
  if (!written) return [];
  return [...unquoted(written), ...(site.isTag ? inTag(written) : planned(written))];
}

const isBind = (action: Action): action is BindAction => action.kind === "bind";

function planned(written: WrittenSql): readonly SqlRepair[] {
  const { engine, sql, site } = written;
  const all = sql.holes.map((hole) => actionFor(engine, hole, site.driver));
  const actions = all.filter((action) => action !== null);
  if (all.length === 0 || actions.length < all.length || actions.every((action) => action.kind === "stay" || (isBind(action) && action.isOptional))) return [];
  const later = evaluatedAt(engine, site);
  const isMoved = written.template.node !== site.text || !contains(engine.code.range(later), engine.code.range(written.template.node));
  if (isMoved && !actions.every((action) => action.kind === "stay" || isSameLater(engine, action.hole.segment.node, written.template.node, later))) return [];
  if (actions.some((action) => action.kind === "name")) return nameRepair(written, actions);
  if (site.driver.tag !== undefined) return callToTag(written, actions);
  const fits = actions.map((action) => (isBind(action) ? fitOf(written, action) : "yes"));
  if (fits.includes("no")) return [];
  const edits = bindEdits(written, actions.filter(isBind));
  const value = engine.code.excerpt(actions.find(isBind)?.hole.segment.node ?? site.text);
  return edits ? [{ kind: actions.every((action) => action.kind === "stay" || (isBind(action) && action.isSure)) && !fits.includes("unsure") ? "fix" : "suggestion", message: "bind", data: { value }, edits }] : [];
}

/** All the values bound, or none. */
function bindEdits(written: WrittenSql, actions: readonly BindAction[]): readonly SourceEdit[] | null {
  const bound = takesPlaceholders(written) ? boundBy(written, actions) : null;
  return bound && valueEdits(written, bound);
}
