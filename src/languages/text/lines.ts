/** Where the lines of a text begin. */

import type { Place, Range } from "../../facts/node.ts";

/** Ends a line: a line feed, a carriage return, or both. */
const LINE_END = /\r\n|\r|\n/g;

export class Lines {
  readonly #text: string;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get #lineStarts(): readonly number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (const { index, 0: { length } } of this.#text.matchAll(LINE_END)) starts.push(index + length);
    this.#starts = starts;
    return starts;
  }

  /** The texts of all lines, without their ends. */
  all(): string[] {
    return this.#text.split(LINE_END);
  }

  /** The line (from 1) and column (from 0) of a UTF-16 offset. */
  placeOf(index: number): { line: number; column: number } {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) };
  }

  /** The UTF-16 offset at which a line (from 1) begins; the text's end behind the last one. */
  startOf(line: number): number {
    return this.#lineStarts[line - 1] ?? this.#text.length;
  }

  /** The UTF-16 offset of a line (from 1) and column (from 0). */
  indexOf({ line, column }: Place["start"]): number {
    return this.startOf(line) + column;
  }

  /** The place of a range: lines from 1, columns from 0. */
  locOf([start, end]: Range): { start: { line: number; column: number }; end: { line: number; column: number } } {
    return { start: this.placeOf(start), end: this.placeOf(end) };
  }
}
