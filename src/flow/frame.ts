/** One activation of a function: what is passed to it, and what is already known inside. */

import type { FlowNode } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Answer } from "./open-answers.ts";
import type { Value } from "./value.ts";

export class Frame {
  readonly values = new Map<CodeNode, Answer>();
  readonly places = new Map<FlowNode, Map<string, Answer>>();
  readonly fn: FunctionFact | null;
  /** By parameter index; what is missing is unknown. */
  readonly bound: ReadonlyMap<number, Value>;
  readonly self: Value | null;
  /** The frame in which the function was made. */
  readonly lexical: Frame | null;
  /** The frame that called it. */
  readonly caller: Frame | null;

  constructor(of: Pick<Frame, "fn" | "bound" | "self" | "lexical" | "caller">) {
    this.fn = of.fn;
    this.bound = of.bound;
    this.self = of.self;
    this.lexical = of.lexical;
    this.caller = of.caller;
  }

  /** How many calls lie above. */
  get depth(): number {
    let depth = 0;
    for (let frame = this.caller; frame; frame = frame.caller) depth += 1;
    return depth;
  }

  isRunning(fn: FunctionFact): boolean {
    if (this.fn === fn) return true;
    return this.caller?.isRunning(fn) ?? false;
  }

  /** The frame in which a variable of `scope` lives, seen from here. */
  of(scope: FunctionFact | null): Frame | null {
    return this.fn === scope ? this : (this.lexical?.of(scope) ?? null);
  }
}
