/** Rows that a statement can only fill in one way: names out of the database's own catalogue, which it knows already, and numbers. */

import type { FlowNode } from "../facts/flow.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { sample } from "./sql-scan.ts";
import { atom, piecesOf, type Atom } from "./value.ts";

const MOST_POINTS = 400;
const OWN_TABLE = /^["`[]?(?:pg_|information_schema\b|sqlite_(?:master|schema)\b|sys\.)/i;

/** Whether a statement reads nothing but the catalogue. */
function readsCatalogue(text: string): boolean {
  if (/^\s*(?:show|pragma|describe)\s/i.test(text)) return true;
  const tables = [...text.matchAll(/\b(?:from|join)\s+(?:only\s+)?([\w."`[\]]+|\()/gi)].map(([, table = ""]) => table).filter((table) => table !== "(");
  return tables.length > 0 && tables.every((table) => OWN_TABLE.test(table));
}

const NUMBER = /^(?:(?:\w+\.)?id|(?:count|sum|avg|nextval|currval|lastval)\s*\([^()]*\)|(?:coalesce\s*\(\s*)?(?:max|min)\s*\(\s*(?:\w+\.)?id\s*\)(?:\s*,\s*\d+\s*\))?)(?:\s*[-+]\s*\d+)?(?:\s+(?:as\s+)?\w+)?$/i;

/** Whether all the columns of a statement are ids, counts and sums. */
function readsNumbers(text: string): boolean {
  const columns = /^\s*select\s+(?:distinct\s+)?([^;]*?)\s+from\s/i.exec(text)?.[1] ?? /^\s*select\s+([^;]*?)\s*;?\s*$/i.exec(text)?.[1] ?? /^\s*(?:insert|update|delete)\b[^;]*\breturning\s+([^;]*?)\s*;?\s*$/i.exec(text)?.[1];
  return columns !== undefined && !/\bunion\b/i.test(text) && columns.split(/,(?![^(]*\))/).every((column) => NUMBER.test(column.trim()));
}

const KINDS = [["catalogue", readsCatalogue], ["numbers", readsNumbers]] as const;
type RowKind = (typeof KINDS)[number][0];

/** The kinds of statement that a call runs: its first argument is one. */
function kindsRun(engine: Engine, call: CodeNode): readonly RowKind[] {
  const view = engine.code.view(call);
  const [first] = view.kind === "call" ? view.args : [];
  if (!first || first.spread !== null) return [];
  const text = sample(piecesOf(engine.valueOf(first.node), first.node));
  return KINDS.flatMap(([kind, reads]) => (reads(text) ? [kind] : []));
}

/** The rows of a call that runs such a statement; null when it is not known to. */
export const rowsOfCall = (engine: Engine, call: CodeNode, node: CodeNode): Atom | null => rowsOf(kindsRun(engine, call), node);

/** The rows that a cursor has before a point; null when it is not known what it ran. */
export const rowsOfCursor = (engine: Engine, cursor: CodeNode, at: CodeNode): Atom | null => rowsOf(kindsRanOn(engine, cursor, at), at);

function rowsOf(kinds: readonly RowKind[], node: CodeNode): Atom | null {
  if (kinds.includes("catalogue")) return atom(node, { trust: "harmless", origin: "the database's own catalogue", isDeep: true });
  return kinds.includes("numbers") ? atom(node, { trust: "typed", type: "integer", typedBy: "cast", origin: "a number out of the database", isDeep: true }) : null;
}

/** The kinds that the last statement which a cursor ran before a point is of, on every way to there. */
function kindsRanOn(engine: Engine, cursor: CodeNode, at: CodeNode): readonly RowKind[] {
  const place = engine.code.pathOf(cursor);
  if (place === null) return [];
  const seen = new Set<FlowNode>();
  const stack: FlowNode[] = [engine.code.flow(at)];
  let kinds: readonly RowKind[] | null = null;
  for (let point = stack.pop(); point; point = stack.pop()) {
    if (seen.has(point)) continue;
    seen.add(point);
    if (seen.size > MOST_POINTS || point.kind === "start") return [];
    if (point.kind === "dead") continue;
    if (point.kind === "join") {
      // A loop's own turns come after what it was entered with.
      stack.push(...(point.isLoop ? point.before.slice(0, 1) : point.before));
      continue;
    }
    const ran = point.kind === "call" ? statementOn(engine, point.call, place) : null;
    if (ran === null) stack.push(point.before);
    else {
      kinds = (kinds ?? ran).filter((kind) => ran.includes(kind));
      if (kinds.length === 0) return [];
    }
  }
  return kinds ?? [];
}

/** The kinds of statement that a call on the cursor runs; null when it is no such call. */
function statementOn(engine: Engine, call: CodeNode, place: string): readonly RowKind[] | null {
  const view = engine.code.view(call);
  const callee = view.kind === "call" ? engine.code.view(view.callee) : null;
  if (callee?.kind !== "field" || !/^execute/.test(callee.name) || engine.code.pathOf(callee.object) !== place) return null;
  return kindsRun(engine, call);
}
