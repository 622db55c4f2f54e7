/** Answers that are being made: what was found out with the help of an unfinished answer is remembered only as long as that one is open. */

import { either, type Value } from "./value.ts";

/** An answer that is being made, of an expression or a join of ways, with what is known so far. */
export interface OpenAnswer {
  readonly depth: number;
  readonly values: Value[];
  isOpen: boolean;
}

/** An answer that rests on another one which was unfinished then. */
interface ProvisionalAnswer {
  readonly value: Value;
  readonly rests: OpenAnswer;
}

/** What is remembered of a question. */
export type Answer = Value | OpenAnswer | ProvisionalAnswer;

const MOST_OPEN = 900;

export class OpenAnswers {
  readonly #open: OpenAnswer[] = [];
  /** How far out the outermost open answer lies on which what is being found out rests. */
  #rests = Infinity;

  get hasRoom(): boolean {
    return this.#open.length < MOST_OPEN;
  }

  /** The value of a remembered answer; null when there is none that still holds. What is made of itself, by way of a loop, is what it was before. */
  valueOf(known: Answer | undefined): Value | null {
    if (!known) return null;
    if ("depth" in known) {
      this.#rests = Math.min(this.#rests, known.depth);
      return either(known.values);
    }
    if (!("rests" in known)) return known;
    if (!known.rests.isOpen) return null;
    this.#rests = Math.min(this.#rests, known.rests.depth);
    return known.value;
  }

  /** Makes an answer and remembers it under a key. */
  make<Key>(answers: Map<Key, Answer>, key: Key, find: (values: Value[]) => Value): Value {
    const own: OpenAnswer = { depth: this.#open.length, values: [], isOpen: true };
    const outer = this.#rests;
    this.#rests = Infinity;
    this.#open.push(own);
    answers.set(key, own);
    try {
      const value = find(own.values);
      const rests = this.#rests < own.depth ? this.#open[this.#rests] : undefined;
      answers.set(key, rests ? { value, rests } : value);
      return value;
    } finally {
      own.isOpen = false;
      this.#open.pop();
      this.#rests = Math.min(outer, this.#rests < own.depth ? this.#rests : Infinity);
    }
  }
}
