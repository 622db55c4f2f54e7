/** Who controls a value, in the end: parameters of private functions are what their callers pass. */

import type { CodeNode } from "../facts/node.ts";
import { argumentsOf, elementOf } from "./arguments.ts";
import { passedElsewhere } from "./elsewhere.ts";
import type { Engine } from "./engine.ts";
import { entryOf } from "./parameters.ts";
import { atom, type Atom, type Hole, type Piece, type Step, type Trust, type Value } from "./value.ts";

export interface Judgement {
  readonly trust: Trust;
  /** The value that decides. */
  readonly atom: Atom | null;
  readonly steps: Step | null;
  /** What happened to the text after the value became a part of it. */
  readonly textSteps?: Step | null;
}

const ORDER: readonly Trust[] = ["harmless", "typed", "unknown", "foreign"];
const MOST_CALLERS_DEEP = 4;
const HARMLESS: Judgement = { trust: "harmless", atom: null, steps: null };

const worse = (a: Judgement, b: Judgement): Judgement => (ORDER.indexOf(b.trust) > ORDER.indexOf(a.trust) ? b : a);

/** The worst of all that a value may be. */
export function judge(engine: Engine, value: Value, node: CodeNode, depth = 0): Judgement {
  switch (value.kind) {
    case "text":
      return judgePieces(engine, value.pieces, node, depth);
    case "union":
      return value.of.map((one) => judge(engine, one, node, depth)).reduce(worse, HARMLESS);
    case "list":
      return [...value.items.map((item) => item.value), ...(value.rest ? [value.rest] : [])].map((one) => judge(engine, one, node, depth)).reduce(worse, HARMLESS);
    case "table":
      return [...value.entries.values(), ...(value.rest ? [value.rest] : [])].map((one) => judge(engine, one, node, depth)).reduce(worse, HARMLESS);
    case "function":
    case "class":
      return { trust: "unknown", atom: atom(node), steps: null };
    case "atom":
      return judgeAtom(engine, value, depth);
  }
}

export function judgeHole(engine: Engine, hole: Hole): Judgement {
  return { ...judge(engine, hole.value, hole.node), textSteps: hole.steps };
}

function judgePieces(engine: Engine, pieces: readonly Piece[], node: CodeNode, depth: number): Judgement {
  return pieces.map((piece) => {
    if (piece.kind === "constant") return HARMLESS;
    if (piece.kind === "choice") return piece.of.map((one) => judgePieces(engine, one, node, depth)).reduce(worse, HARMLESS);
    const judged = judge(engine, piece.value, piece.node, depth);
    return { ...judged, steps: joined(piece.steps, judged.steps) };
  }).reduce(worse, HARMLESS);
}

/** The newer steps before the older ones. */
function joined(newer: Step | null, older: Step | null): Step | null {
  if (!newer) return older;
  return { ...newer, before: joined(newer.before, older) };
}

function judgeAtom(engine: Engine, value: Atom, depth: number): Judgement {
  const own: Judgement = { trust: value.trust, atom: value, steps: value.steps };
  const parameter = value.parameter ?? value.partOf;
  if (value.trust !== "unknown" || !parameter || depth >= MOST_CALLERS_DEEP) return own;
  const { fn, index } = parameter;
  if (!fn.isPrivate || entryOf(engine, fn) || fn.handedTo) return own;
  const passed = passedTo(engine, fn, index);
  const elsewhere = passedElsewhere(engine, fn, index, value.node);
  if (passed.length + elsewhere.length === 0) return own;
  const judged = passed.map((one) => {
    const result = judge(engine, elementsOf(engine, one.value, value.path, one.node), one.node, depth + 1);
    const step: Step = { node: one.node, note: `passed to \`${fn.name}\``, before: result.steps };
    return { ...result, steps: joined(value.steps, step) };
  }).concat(elsewhere.map((one) => ({ ...one, steps: joined(value.steps, one.steps) }))).reduce(worse, HARMLESS);
  // Of a part the whole says something only when nothing is wrong with all of it.
  return value.parameter || judged.trust === "harmless" ? judged : own;
}

/** What was passed, as deep as its elements were taken: `path[][]`. */
function elementsOf(engine: Engine, passed: Value, path: string | null, node: CodeNode): Value {
  const taken = /(?:\[\])*$/.exec(path ?? "")?.[0] ?? "";
  let value = passed;
  for (let turn = 0; turn < taken.length; turn += 2) value = elementOf(engine, value, node);
  return value;
}

/** What each caller in sight passes for a parameter; its default where a caller leaves it out. */
function passedTo(engine: Engine, fn: NonNullable<Atom["parameter"]>["fn"], index: number): readonly { readonly node: CodeNode; readonly value: Value }[] {
  return engine.callersOf(fn).flatMap((call) => {
    const view = engine.code.view(call);
    if (view.kind !== "call") return [];
    const bound = argumentsOf(engine, view, engine.root).bind(fn, fn.self !== null).get(index);
    return bound ? [{ node: call, value: bound }] : [];
  });
}
