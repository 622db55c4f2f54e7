/** Where the lines of a text begin, found when first asked for. */

import type { SourceLocation } from "@eslint/core";
import type { Range } from "../../facts/node.ts";

export class Lines {
  readonly #text: string;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset at which each line begins; CRLF, a lone CR and LF end one. */
  get starts(): readonly number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (const { index, 0: { length } } of this.#text.matchAll(/\r\n|\r|\n/g)) starts.push(index + length);
    this.#starts = starts;
    return starts;
  }

  /** The line (from 1) and the column (from 0, in UTF-16 units) of an offset. */
  at(offset: number): { line: number; column: number } {
    const starts = this.starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  }

  /** The place of a range. */
  of([start, end]: Range): SourceLocation {
    return { start: this.at(start), end: this.at(end) };
  }
}
