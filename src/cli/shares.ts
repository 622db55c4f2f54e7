/** Who lints what: each thread a region of its own, as files that lie together know of each other; who has done its own helps the others. */

/** Enough to make waiting for the next one cheap. */
const LARGEST_BATCH = 32;
/** The last batches are small, so that all end together. */
const BATCHES_LEFT = 4;

/** A queue of indices for each share. */
export class Shares {
  readonly #queues: number[][];

  constructor(indices: readonly number[], shares: number) {
    const bound = (share: number) => Math.round(indices.length * share / shares);
    this.#queues = Array.from({ length: shares }, (_, share) => indices.slice(bound(share), bound(share + 1)));
  }

  /** The next few of a share, else of the one with the most left, from its end; none when all is done. */
  next(share: number): readonly number[] {
    const own = this.#queues[share] ?? [];
    if (own.length > 0) return own.splice(0, batch(own.length));
    const longest = this.#queues.reduce((one, other) => (other.length > one.length ? other : one), own);
    return longest.splice(-batch(longest.length));
  }

  giveBack(share: number, indices: readonly number[]): void {
    this.#queues[share]?.unshift(...indices);
  }

  /** What nobody has taken. */
  rest(): readonly number[] {
    return this.#queues.flat();
  }
}

const batch = (left: number): number => Math.min(LARGEST_BATCH, Math.ceil(left / BATCHES_LEFT));
