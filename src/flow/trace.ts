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
export function traceOf(engine: Engine, { atom, steps, textSteps = null }: Judgement, hole: CodeNode, sink: CodeNode): readonly TracePoint[] {
  const points = [
    ...(atom ? [{ node: atom.from, note: atom.origin ?? "comes from here" }] : []),
    ...oldestFirst(steps),
    { node: hole, note: "becomes part of the text" },
    ...oldestFirst(textSteps),
    { node: sink, note: "runs as SQL" },
  ];
  const startOf = ({ node }: TracePoint) => engine.code.range(node)[0];
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || startOf(before) !== startOf(point) || point.node === sink;
  });
}

/** The steps of a value, in the order in which they were taken. */
export function oldestFirst(newest: Step | null): readonly TracePoint[] {
  const points: TracePoint[] = [];
  for (let step = newest; step && points.length < MOST_POINTS; step = step.before) points.unshift({ node: step.node, note: step.note });
  return points;
}
