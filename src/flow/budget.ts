/** How much a question may cost: past it the answer is that nobody knows. */

const MOST_EVALUATIONS = 40_000;
/** Points of control flow that a question may come by. */
const MOST_POINTS = 100_000;
/** Times that a question may go to other files. */
const MOST_CROSSINGS = 400;

export class Budget {
  #evaluations = 0;
  #points = 0;
  #crossings = 0;
  #entered = 0;

  /** A new question begins. */
  renew(): void {
    this.#evaluations = 0;
    this.#points = 0;
    this.#crossings = 0;
  }

  /** Whether one more expression may be looked into. */
  evaluates(): boolean {
    if (this.#evaluations >= MOST_EVALUATIONS) return false;
    this.#evaluations += 1;
    return true;
  }

  /** Whether one more point of control flow may be looked at. */
  goesOn(): boolean {
    this.#points += 1;
    return this.#points <= MOST_POINTS;
  }

  /** Whether the question may go to another file once more. */
  crosses(): boolean {
    this.#crossings += 1;
    return this.#crossings <= MOST_CROSSINGS;
  }

  /** Answers a question that comes from another file, which is a new one unless one of that kind is being answered. */
  enter<T>(answer: () => T): T {
    if (this.#entered === 0) this.renew();
    this.#entered += 1;
    try {
      return answer();
    } finally {
      this.#entered -= 1;
    }
  }
}
