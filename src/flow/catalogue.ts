/** Rows of the database's own catalogue: names that it knows already, whoever reads them. */

import type { FlowNode } from "../facts/flow.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { sample } from "./sql-scan.ts";
import { piecesOf } from "./value.ts";

const MOST_POINTS = 400;
const OWN_TABLE = /^["`[]?(?:pg_|information_schema\b|sqlite_(?:master|schema)\b|sys\.)/i;

/** Whether a statement reads nothing but the catalogue. */
function readsCatalogue(text: string): boolean {
  if (/^\s*(?:show|pragma|describe)\s/i.test(text)) return true;
  const tables = [...text.matchAll(/\b(?:from|join)\s+(?:only\s+)?([\w."`[\]]+|\()/gi)].map(([, table = ""]) => table).filter((table) => table !== "(");
  return tables.length > 0 && tables.every((table) => OWN_TABLE.test(table));
}

/** Whether a call runs such a statement: its first argument is one. */
export function runsOnCatalogue(engine: Engine, call: CodeNode): boolean {
  const view = engine.code.view(call);
  const [first] = view.kind === "call" ? view.args : [];
  return first !== undefined && first.spread === null && readsCatalogue(sample(piecesOf(engine.valueOf(first.node), first.node)));
}

/** Whether the last statement that a cursor ran before a point reads the catalogue, on every way to there. */
export function isCatalogueCursor(engine: Engine, cursor: CodeNode, at: CodeNode): boolean {
  const place = engine.code.pathOf(cursor);
  if (place === null) return false;
  const seen = new Set<FlowNode>();
  const stack: FlowNode[] = [engine.code.flow(at)];
  let isFound = false;
  for (let point = stack.pop(); point; point = stack.pop()) {
    if (seen.has(point)) continue;
    seen.add(point);
    if (seen.size > MOST_POINTS || point.kind === "start") return false;
    if (point.kind === "dead") continue;
    if (point.kind === "join") {
      // A loop's own turns come after what it was entered with.
      stack.push(...(point.isLoop ? point.before.slice(0, 1) : point.before));
      continue;
    }
    const ran = point.kind === "call" ? statementOn(engine, point.call, place) : null;
    if (ran === null) stack.push(point.before);
    else if (ran) isFound = true;
    else return false;
  }
  return isFound;
}

/** Whether a call on the cursor runs a statement on the catalogue; null when it is no such call. */
function statementOn(engine: Engine, call: CodeNode, place: string): boolean | null {
  const view = engine.code.view(call);
  const callee = view.kind === "call" ? engine.code.view(view.callee) : null;
  if (callee?.kind !== "field" || !/^execute/.test(callee.name) || engine.code.pathOf(callee.object) !== place) return null;
  return runsOnCatalogue(engine, call);
}
