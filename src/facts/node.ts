/** What every language calls a node: an object of its own tree, opaque to everyone but that language. */

export type CodeNode = object;

/** UTF-16 offsets into the file's text, half-open. */
export type Range = readonly [start: number, end: number];

/** Whether one range lies in another, or is the same. */
export const contains = (outer: Range, inner: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** A range as ESLint reports it: lines from 1, columns from 0. */
export interface Place {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
