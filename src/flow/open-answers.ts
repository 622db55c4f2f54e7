/** Answers that are being made: what was found out with the help of an unfinished answer must not be remembered. */

import type { Value } from "./value.ts";

/** An answer that is being made, of an expression or a join of ways, with what is known so far. */
export interface OpenAnswer {
  readonly depth: number;
  readonly values: readonly Value[];
}

const MOST_OPEN = 900;

export class OpenAnswers {
  #depth = 0;
  /** The outermost open answer on which what is being found out rests. */
  #rests = Infinity;

  get hasRoom(): boolean {
    return this.#depth < MOST_OPEN;
  }

  /** What is being found out rests on the unfinished answer at this depth. */
  dependOn(depth: number): void {
    this.#rests = Math.min(this.#rests, depth);
  }

  /** Makes an answer. It is final when it rests on no other one that is open still. */
  while(answer: (depth: number) => Value): { readonly value: Value; readonly isFinal: boolean } {
    const depth = this.#depth;
    this.#depth += 1;
    try {
      const { value, rests } = this.#watched(() => answer(depth));
      if (rests < depth) this.dependOn(rests);
      return { value, isFinal: rests >= depth };
    } finally {
      this.#depth -= 1;
    }
  }

  #watched(find: () => Value): { readonly value: Value; readonly rests: number } {
    const outer = this.#rests;
    this.#rests = Infinity;
    try {
      const value = find();
      return { value, rests: this.#rests };
    } finally {
      this.#rests = outer;
    }
  }
}
