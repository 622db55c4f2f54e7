/** Exact edits of text that stands written in a file, in the style of its author. */

import type { CodeNode, Range } from "./node.ts";

/** Replaces the text of a range (UTF-16, half-open). */
export interface SourceEdit {
  readonly range: Range;
  readonly text: string;
}

/** A text written as one expression: characters whose places in the source are known, and holes. */
export interface TextTemplate {
  readonly node: CodeNode;
  readonly segments: readonly Segment[];
}

export type Segment = CharsSegment | HoleSegment;

export interface CharsSegment {
  readonly kind: "chars";
  readonly value: string;
}

export interface HoleSegment {
  readonly kind: "hole";
  /** The expression that fills it. */
  readonly node: CodeNode;
  /** `d`, `f`, `r` … of a format; null when the value comes as it is. */
  readonly conversion: string | null;
}

/** A place in a template: the segment and, in characters, the offset inside. */
export interface Spot {
  readonly segment: number;
  readonly offset: number;
}

/** Replaces `length` characters of one chars segment. */
export interface CharEdit {
  readonly at: Spot;
  readonly length: number;
  readonly text: string;
}

export interface TextPlan {
  readonly chars: readonly CharEdit[];
  /** By segment: the text that takes the hole's place. Holes that are not named stay. */
  readonly holes: ReadonlyMap<number, string>;
}

/** How a list of values is put into text. */
export interface JoinedList {
  /** The list's source text, without casts to text and quotes. */
  readonly source: string;
  readonly node: CodeNode;
  /** What is done to each item: nothing, a cast to text, a cast to a number, quotes around it. */
  readonly each: "plain" | "text" | "number" | "quoted";
  /** The text between the items. */
  readonly separator: string;
  /** Whether it is the whole list as text, parentheses included (`str(tuple(ids))`). */
  readonly isWhole: boolean;
}

/** What stands in the place of a call's bound values. */
export type WrittenValues =
  | { readonly kind: "absent" }
  | { readonly kind: "list"; readonly node: CodeNode; readonly items: readonly CodeNode[] }
  | { readonly kind: "table"; readonly node: CodeNode; readonly keys: readonly string[] }
  | { readonly kind: "other" };

/** Where a call takes its bound values. */
export type ValueSlot =
  /** An argument; `before` a callback if there is one. */
  | { readonly kind: "argument"; readonly position: number; readonly keyword: string | null }
  /** One argument for each value. */
  | { readonly kind: "arguments"; readonly position: number }
  /** A property of the object in an argument. */
  | { readonly kind: "property"; readonly position: number; readonly name: string; readonly before: string | null };

export interface NewValue {
  readonly source: string;
  /** The key in a table of values; null in a list. */
  readonly name: string | null;
  /** Its index among the values after the edit; null: at the end. */
  readonly index: number | null;
}

export interface CodeEdits {
  /** The exact form of a text; null when it is not written as one expression. */
  template(node: CodeNode): TextTemplate | null;
  /** The edits that give a template the text of the plan, in the author's quotes and line breaks. */
  rewrite(template: TextTemplate, plan: TextPlan): readonly SourceEdit[] | null;
  /** The source of the text between two spots, built as the author built it. */
  part(template: TextTemplate, from: Spot, to: Spot): string | null;
  /** What a call has in a slot. */
  written(call: CodeNode, slot: ValueSlot): WrittenValues;
  /** Puts values into a slot. */
  bind(call: CodeNode, slot: ValueSlot, values: readonly NewValue[]): readonly SourceEdit[] | null;
  /** The source text of an expression, fit to be an item of a list. */
  source(node: CodeNode): string;
  /** How a list became text; null for what is no such thing. */
  joined(node: CodeNode): JoinedList | null;
  /** The expression under a cast to text (`str(x)`, `String(x)`), or itself. */
  uncast(node: CodeNode): CodeNode;
  /** The value under hand-made quoting (`x.replace("'", "''")`), or null. */
  undoubled(node: CodeNode): CodeNode | null;
  /** The last name of an expression: `name` of `req.params.name`; null if it has none. */
  lastName(node: CodeNode): string | null;
  /** A literal list of values in this language: a tuple, an array. */
  list(sources: readonly string[]): string;
  /** A name in scope at `node` under which a module's member was imported; null if the file does not import it. */
  importedAs(path: string): string | null;
  /** Whether an expression may be evaluated a little later without a difference. */
  isStable(node: CodeNode): boolean;
}
