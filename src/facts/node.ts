/** What every language calls a node: an object of its own tree, opaque to everyone but that language. */

export type CodeNode = object;

/** UTF-16 offsets into the file's text, half-open. */
export type Range = readonly [start: number, end: number];

/** A range as ESLint reports it: lines from 1, columns from 0. */
export interface Place {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
