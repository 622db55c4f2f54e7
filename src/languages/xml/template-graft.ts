/** Control flow inside an expression, continued where the template evaluates it. */

import type { FlowNode, Join } from "../../facts/flow.ts";

export class Graft {
  readonly #start: FlowNode;
  readonly #made = new Map<FlowNode, FlowNode>();

  /** `start`: where the template evaluates the expression. */
  constructor(start: FlowNode) {
    this.#start = start;
  }

  /** The point that stands for one of the expression's own; the same one each time. */
  at(inner: FlowNode): FlowNode {
    const chain: Exclude<FlowNode, { readonly kind: "start" | "dead" | "join" }>[] = [];
    let at = inner;
    let known = this.#made.get(at);
    while (!known && at.kind !== "start" && at.kind !== "dead" && at.kind !== "join") {
      chain.push(at);
      at = at.before;
      known = this.#made.get(at);
    }
    let made = known ?? this.#root(at);
    for (const point of chain.reverse()) {
      made = point.kind === "turned" ? { ...point, before: made, loop: this.#join(point.loop) } : { ...point, before: made };
      this.#made.set(point, made);
    }
    return made;
  }

  #root(at: FlowNode): FlowNode {
    // A function's beginning is none of the template's.
    if (at.kind === "start") return at.fn ? at : this.#start;
    return at.kind === "join" ? this.#join(at) : at;
  }

  /** A loop leads back to its own join, so that is there first. */
  #join(join: Join): Join {
    const known = this.#made.get(join);
    if (known?.kind === "join") return known;
    const made = { ...join, before: [] as FlowNode[], head: this.at(join.head) };
    this.#made.set(join, made);
    for (const way of join.before) made.before.push(this.at(way));
    return made;
  }
}
