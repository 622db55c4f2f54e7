/** Where the values of an SQL call are written, and which text of the file it runs. */

import type { NewValue, SourceEdit, ValueSlot, WrittenValues } from "../facts/edits.ts";
import type { SqlSite, ValuesAt } from "../facts/drivers.ts";
import { rootOf } from "../facts/flow.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";

/** The values that go with a text. */
export interface Slot {
  readonly written: WrittenValues;
  /** Whether they are arguments of their own rather than one list. */
  readonly isSpread: boolean;
  bind(values: readonly NewValue[]): readonly SourceEdit[] | null;
}

/** The slot of a call's values; null when it takes none, or nobody sees where. */
export function slotOf(engine: Engine, { call, text, values }: SqlSite): Slot | null {
  const { edits } = engine.code;
  const slot = (owner: CodeNode, at: ValueSlot): Slot => ({ written: edits.written(owner, at), isSpread: at.kind === "arguments", bind: (added) => edits.bind(owner, at, added) });
  switch (values?.kind) {
    case undefined:
      return null;
    case "argument":
      return slot(call, { kind: "argument", position: values.position, keyword: values.keyword ?? null, after: text });
    case "arguments":
      return slot(call, { kind: "arguments", position: values.position });
    case "property":
      if (values.unless !== undefined && edits.written(call, { kind: "property", position: values.position, name: values.unless, before: null, after: null }).kind !== "absent") return null;
      return slot(call, { kind: "property", position: values.position, name: values.name, before: values.before ?? null, after: text });
    case "next": {
      const next = nextCall(engine, call, values);
      const { added } = values;
      if (next) return slot(next, isTable(engine, next) ? { kind: "argument", position: 0, keyword: null, after: null } : { kind: "arguments", position: 0 });
      return added !== undefined && edits.callAfter(call) ? { written: { kind: "absent" }, isSpread: true, bind: (own) => edits.callBehind(call, added, own) } : null;
    }
    case "outer": {
      const outer = edits.outerCall(call);
      const view = outer ? engine.code.view(outer) : null;
      const callee = view?.kind === "call" ? engine.code.view(view.callee) : null;
      return outer && callee?.kind === "field" && values.calls.includes(callee.name) ? slot(outer, { kind: "argument", position: values.position, keyword: null, after: call }) : null;
    }
    case "input":
      return { written: { kind: "absent" }, isSpread: false, bind: (added) => edits.callBefore(call, values.call, added) };
  }
}

/** Whether all that a call gets is a table, of values by name. */
function isTable({ code }: Engine, call: CodeNode): boolean {
  const view = code.view(call);
  const [only, ...more] = view.kind === "call" ? view.args : [];
  return only?.spread === null && more.length === 0 && code.view(only.node).kind === "table";
}

/** The call on a call's result that takes the values. */
function nextCall({ code: { edits } }: Engine, call: CodeNode, { calls, through }: Extract<ValuesAt, { kind: "next" }>): CodeNode | null {
  let next = edits.callAfter(call);
  while (next && through?.includes(next.name)) next = edits.callAfter(next.call);
  return next && calls.includes(next.name) ? next.call : null;
}

/** Where the values of a call are evaluated: in the call itself, or in a later one. */
export const evaluatedAt = (engine: Engine, { call, values }: SqlSite): CodeNode => (values?.kind === "next" ? (nextCall(engine, call, values) ?? call) : call);

/** The expression that a text is: itself, or what one local holds that is assigned once and read only here. */
export function writtenText(engine: Engine, node: CodeNode): CodeNode | null {
  const { code } = engine;
  const view = code.view(node);
  if (view.kind !== "name") return node;
  const fn = code.functionOf(node);
  const scope = code.scopeOf(view.place, fn);
  if (scope === undefined || scope !== fn) return null;
  const [write, ...more] = code.writes(view.place, scope);
  if (!write || more.length > 0 || write.how !== "set" || write.source.kind !== "value" || write.path.length > 0) return null;
  return code.readsOf(view.place, scope) === 1 ? write.source.node : null;
}

/** Whether an expression means the same at a later place as where it stands: right behind it, or with nothing between that could change it. */
export function isSameLater(engine: Engine, node: CodeNode, text: CodeNode, later: CodeNode): boolean {
  const { code } = engine;
  if (code.edits.follows(text, later)) return true;
  return isFixed(engine, node) && (code.view(node).kind === "name" || isUndisturbed(engine, node, text, later));
}

/** Whether an expression does nothing but read, names of which each is written once. */
export function isFixed({ code }: Engine, node: CodeNode): boolean {
  return code.edits.namesRead(node)?.every((name) => {
    const view = code.view(name);
    const scope = view.kind === "name" ? code.scopeOf(view.place, code.functionOf(name)) : undefined;
    return view.kind !== "name" || scope === undefined || code.writes(view.place, scope).length <= 1;
  }) ?? false;
}

const MOST_POINTS = 50;

/** What lies behind a name may be changed by any call, and by a write to it. */
function isUndisturbed({ code }: Engine, node: CodeNode, text: CodeNode, later: CodeNode): boolean {
  const place = code.pathOf(node);
  const start = code.flow(text);
  let at = code.flow(later);
  for (let turn = 0; turn < MOST_POINTS && at !== start; turn += 1) {
    const isWrite = at.kind === "write" && place !== null && rootOf(at.place) !== rootOf(place);
    // The sink's own call is where it ends.
    if (!isWrite && !(at.kind === "call" && at.call === later)) return false;
    at = "before" in at && !Array.isArray(at.before) ? (at.before) : start;
  }
  return at === start;
}
