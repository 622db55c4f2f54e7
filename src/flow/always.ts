/** What says yes to everybody: a function without a way out but `true`. */

import type { FlowNode } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import { Frame } from "./frame.ts";
import type { Engine } from "./engine.ts";
import { alternatives, type FunctionValue, type Value } from "./value.ts";

const MOST_DEEP = 4;

/** Whether a value is a function that gives `true`, whoever asks; one that cannot be seen is none. */
export function isAlwaysTrue(engine: Engine, value: Value): boolean {
  const all = alternatives(value);
  return all.length > 0 && all.every((one) => {
    if (one.kind === "function") return givesTrue(engine, one);
    const step = one.kind === "atom" && one.path !== null ? engine.know.step(one.path) : null;
    return step?.does === "constant" && step.value;
  });
}

/** Whether a value is the constant `true`. */
export function isTrue(value: Value): boolean {
  const all = alternatives(value);
  return all.length > 0 && all.every((one) => one.kind === "atom" && one.constant === true);
}

function givesTrue(engine: Engine, { fn, frame, self, home = engine }: FunctionValue): boolean {
  const activation = { fn, bound: new Map(), self, lexical: frame instanceof Frame ? frame : home.root, caller: home.root };
  return home.budget.enter(() => endsUnasked(home, fn, new Frame(activation)) && isTrue(home.run(activation, fn.node)));
}

/** Whether a function gets to its end whatever it is given: no condition keeps anybody away, and nothing that it calls can. */
function endsUnasked(engine: Engine, fn: FunctionFact, frame: Frame): boolean {
  const { code } = engine;
  const exits = code.exits(fn);
  if (exits.length === 0 || frame.depth > MOST_DEEP) return false;
  const outcomes = new Map<CodeNode, Set<boolean>>();
  const seen = new Set<FlowNode>();
  const queue = exits.map(({ at }) => at);
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    switch (at.kind) {
      case "start":
      case "dead":
        continue;
      case "join":
        queue.push(...at.before);
        continue;
      case "case":
        return false;
      case "test":
        outcomes.set(at.condition, (outcomes.get(at.condition) ?? new Set()).add(at.outcome));
        break;
      case "call":
        if (!comesBack(engine, at.call, frame)) return false;
        break;
      case "write":
      case "turned":
        break;
    }
    queue.push(at.before);
  }
  // A way that is not taken to the end ends elsewhere: by an error.
  return [...outcomes.values()].every((both) => both.size === 2);
}

/** Whether a call cannot refuse: the language's or a library's own, or a function that ends as well. */
function comesBack(engine: Engine, call: CodeNode, frame: Frame): boolean {
  const view = engine.code.view(call);
  if (view.kind !== "call") return false;
  const target = engine.valueOf(view.callee, frame);
  if (target.kind === "function") {
    const lexical = target.frame instanceof Frame ? target.frame : engine.root;
    return !frame.isRunning(target.fn) && endsUnasked(target.home ?? engine, target.fn, new Frame({ fn: target.fn, bound: new Map(), self: target.self, lexical, caller: frame }));
  }
  const path = engine.pathOf(target);
  return path !== null && (engine.know.isKnown(path) || engine.know.step(path) !== null);
}
