/** Exact edits of text that stands written in a file, in the style of its author. */

import type { CodeNode, Range } from "./node.ts";

/** Replaces the text of a range (UTF-16, half-open). */
export interface SourceEdit {
  readonly range: Range;
  readonly text: string;
}

/** A literal between its quotes. */
export interface WrittenLiteral {
  /** With its prefix and quotes. */
  readonly range: Range;
  readonly content: Range;
  /** Prefix and quotes: two literals of one style can become one. */
  readonly style: string;
  readonly formatting: Formatting | null;
  /** Spells text as a part of it. */
  spell(text: string, isFormatted: boolean): string;
  /** An expression for a part of it: characters and the holes among them; null when there is none. */
  cut(content: Range, holes: readonly HoleSegment[], text: string): string | null;
}

/** What makes holes of marks in a literal: an f-string's prefix, a `%` with its values, a call of `format`. */
export interface Formatting {
  /** Edits that leave only the holes that stay; null when there is no exact way. */
  reduce(stays: readonly HoleSegment[]): readonly SourceEdit[] | null;
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
  /** Where each UTF-16 unit of the value is written; the second half of a pair may have an empty range. */
  readonly places: readonly Range[];
  readonly literal: WrittenLiteral;
}

export interface HoleSegment {
  readonly kind: "hole";
  /** The expression that fills it. */
  readonly node: CodeNode;
  /** A format's conversion as it is written (`d`, `.2f`, `!r`); null when the value comes as it is. */
  readonly conversion: string | null;
  /** Its key in a format with names. */
  readonly key: string | null;
  /** The mark in the literal, or the operand with its own parentheses. */
  readonly range: Range;
  /** The literal in which the mark stands; null for an operand. */
  readonly literal: WrittenLiteral | null;
}

/** A place in a template: the segment and, in UTF-16 units of its value, the offset inside. */
export interface Spot {
  readonly segment: number;
  readonly offset: number;
}

/** Replaces `length` units of one chars segment. */
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
  /** The expression that is the list, or the one that makes it. */
  readonly node: CodeNode;
  /** What is done to each item: nothing, a cast to text, a cast to a number, quotes around it, or something that may write quotes and signs of its own. */
  readonly each: "plain" | "text" | "number" | "quoted" | "other";
  /** The text between the items; null when the whole list is put into text, parentheses included (`str(tuple(ids))`), or when nobody knows. */
  readonly separator: string | null;
}

/** What stands in the place of a call's bound values. */
export type WrittenValues =
  | { readonly kind: "absent" }
  | { readonly kind: "list"; readonly items: readonly CodeNode[] }
  | { readonly kind: "table"; readonly entries: ReadonlyMap<string, CodeNode> }
  | { readonly kind: "other" };

/** Where a call takes its bound values. */
export type ValueSlot =
  /** An argument; one that is new comes right behind `after`. */
  | { readonly kind: "argument"; readonly position: number; readonly keyword: string | null; readonly after: CodeNode | null }
  /** One argument for each value. */
  | { readonly kind: "arguments"; readonly position: number }
  /** A property of the object in an argument; one that is new comes behind `before`, else at the end. */
  | { readonly kind: "property"; readonly position: number; readonly name: string; readonly before: string | null; readonly after: CodeNode | null };

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
  /** The source of a text with a value in the middle. */
  around(before: string, value: CodeNode, after: string): string;
  /** Puts an expression in the place of a value, whatever it is the value of. */
  replaced(value: CodeNode, source: string): SourceEdit;
  /** What a call has in a slot. */
  written(call: CodeNode, slot: ValueSlot): WrittenValues;
  /** Puts values into a slot. */
  bind(call: CodeNode, slot: ValueSlot, values: readonly NewValue[]): readonly SourceEdit[] | null;
  /** Calls a method on a call's receiver before the call itself: `.input("p1", code)`. */
  callBefore(call: CodeNode, method: string, values: readonly NewValue[]): readonly SourceEdit[] | null;
  /** Calls a method on a call's result: `.bind(code)`. */
  callBehind(call: CodeNode, method: string, values: readonly NewValue[]): readonly SourceEdit[] | null;
  /** The method that is called on a call's result (`prepare(…).get()`), at once or by the one name it gets, when the result goes nowhere else. */
  callAfter(call: CodeNode): { readonly call: CodeNode; readonly name: string } | null;
  /** The call that gets a node, or the result of a call on it, as an argument. */
  outerCall(node: CodeNode): CodeNode | null;
  /** Makes a tag of a call with nothing but its text; `method` takes the place of the called name, empty drops it. */
  asTag(call: CodeNode, method: string | null): readonly SourceEdit[] | null;
  /** The range of an expression with the parentheses that are its own. */
  extent(node: CodeNode): Range;
  /** The source text of an expression, fit to be an item of a list. */
  source(node: CodeNode): string;
  /** The source text of what a call is a method of; null for a plain call. */
  receiver(call: CodeNode): string | null;
  /** How a list became text; null for what is no such thing. */
  joined(node: CodeNode): JoinedList | null;
  /** The expression under a cast to text (`str(x)`, `String(x)`); null for what is none. */
  uncast(node: CodeNode): CodeNode | null;
  /** The value under hand-made quoting (`x.replace("'", "''")`), or null. */
  undoubled(node: CodeNode): CodeNode | null;
  /** The last name of an expression: `name` of `req.params.name`; null if it has none. */
  lastName(node: CodeNode): string | null;
  /** What a list is turned into so that a driver takes it as one value. */
  listValue(list: JoinedList, form: "tuple" | "list" | "array"): string;
  /** The source of the text that a hole with a conversion gives: `"%d" % x`. */
  textOf(hole: HoleSegment): string;
  /** The source of a cast to text. */
  cast(node: CodeNode): string;
  /** The source of a number made of a value (`int(x)`); of one that is a number's cast already, itself. */
  number(node: CodeNode): string;
  /** The name by which the file knows an imported thing that `is` says yes to; null if it imports none. */
  importedAs(is: (path: string) => boolean): string | null;
  /** The names that an expression reads; null when it does something besides. */
  namesRead(node: CodeNode): readonly CodeNode[] | null;
  /** Drops the entry of an object whose value an expression is; null when a comment would go with it. */
  dropped(value: CodeNode): readonly SourceEdit[] | null;
  /** Whether the statement around `later` is the one right behind that around `earlier`. */
  follows(earlier: CodeNode, later: CodeNode): boolean;
}
