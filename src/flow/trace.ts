/** The path that a person should read: from where a value enters to where it does harm. */

import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import type { Judgement } from "./judge.ts";
import type { Step } from "./value.ts";

export interface TracePoint {
  readonly node: CodeNode;
  readonly note: string;
}

const MOST_POINTS = 12;

/** Oldest first; neighbours on one place are one point. */
export function traceOf(engine: Engine, { atom, steps }: Judgement, hole: CodeNode, sink: CodeNode): readonly TracePoint[] {
  const points: TracePoint[] = [];
  for (let step: Step | null = steps; step && points.length < MOST_POINTS; step = step.before) points.unshift({ node: step.node, note: step.note });
  if (atom) points.unshift({ node: atom.from, note: atom.origin ?? "comes from here" });
  points.push({ node: hole, note: "becomes part of the text" }, { node: sink, note: "runs as SQL" });
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before.node !== point.node || before.note !== point.note;
  }).filter((point, index, all) => index === 0 || engine.code.range(point.node)[0] !== engine.code.range(all[index - 1]?.node ?? point.node)[0] || point.node === sink);
}
