/** What an expression is, one step deep, in words that both languages share. */

import type { ImportedFrom } from "./flow.ts";
import type { CodeNode } from "./node.ts";
import type { ClassFact, FunctionFact } from "./functions.ts";

export type View =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "constant"; readonly value: ConstantValue }
  | { readonly kind: "pattern"; readonly source: string; readonly flags: string }
  /** An f-string, a template literal, literals side by side; with `tag` a tagged template. */
  | { readonly kind: "template"; readonly pieces: readonly TemplatePiece[]; readonly tag: CodeNode | null }
  /** `left + right`: numbers or text, only the operands tell. */
  | { readonly kind: "sum"; readonly left: CodeNode; readonly right: CodeNode }
  /** `text % values` where `%` may format text. */
  | { readonly kind: "percent"; readonly text: CodeNode; readonly values: CodeNode }
  /** `left & right`: the bits or the elements that are in both. */
  | { readonly kind: "overlap"; readonly left: CodeNode; readonly right: CodeNode }
  /** `left * right` where `*` may repeat text or lists. */
  | { readonly kind: "repeat"; readonly left: CodeNode; readonly right: CodeNode }
  | { readonly kind: "name"; readonly name: string; readonly place: string }
  | { readonly kind: "field"; readonly object: CodeNode; readonly name: string }
  | { readonly kind: "index"; readonly object: CodeNode; readonly key: CodeNode }
  | { readonly kind: "slice"; readonly object: CodeNode }
  | CallView
  /** One of several, or the left one unless it is empty (`or`), or the right one if the left is not (`and`). */
  | { readonly kind: "either"; readonly of: readonly CodeNode[] }
  | { readonly kind: "or" | "and"; readonly of: readonly CodeNode[] }
  | { readonly kind: "many"; readonly shape: "list" | "tuple" | "set"; readonly items: readonly Item[] }
  | { readonly kind: "table"; readonly entries: readonly Entry[] }
  /** A comprehension: `element` for each turn; a table has a key too. */
  | { readonly kind: "each"; readonly element: CodeNode; readonly key: CodeNode | null }
  | { readonly kind: "function"; readonly fn: FunctionFact }
  | { readonly kind: "class"; readonly cls: ClassFact }
  /** The same value under another wrapper: await, a cast of the type system, an assignment expression. */
  | { readonly kind: "same"; readonly node: CodeNode; readonly type: TypeFact | null }
  /** Arithmetic that only numbers come out of, or a truth value. */
  | { readonly kind: "arithmetic"; readonly operands: readonly CodeNode[]; readonly result: "number" | "boolean" }
  | { readonly kind: "self" }
  /** A module brought in by an expression (`require("x")`). */
  | { readonly kind: "module"; readonly path: string; readonly from?: ImportedFrom }
  | { readonly kind: "opaque" };

export type ConstantValue = number | bigint | boolean | null | undefined;

export interface CallView {
  readonly kind: "call";
  readonly callee: CodeNode;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
}

export interface Argument {
  readonly node: CodeNode;
  /** The keyword it is passed by. */
  readonly name: string | null;
  /** `*args`, `...args` (`"items"`) or `**kwargs` (`"entries"`). */
  readonly spread: "items" | "entries" | null;
}

export type TemplatePiece =
  | { readonly kind: "text"; readonly value: string; readonly node: CodeNode }
  | { readonly kind: "hole"; readonly node: CodeNode; readonly conversion: string | null };

export interface Item {
  readonly node: CodeNode;
  readonly isSpread: boolean;
}

/** `key` is a node for a computed key, a string for a written one, null for a spread of `value`. */
export interface Entry {
  readonly key: CodeNode | string | null;
  readonly value: CodeNode;
}

/** What an annotation, or the type checker, says of a value. */
export type TypeFact =
  | { readonly kind: "number" | "boolean" | "date" }
  | { readonly kind: "text" }
  /** Texts of this file's own choice: a union of literals, an enumeration. */
  | { readonly kind: "literals" }
  | { readonly kind: "list"; readonly of: TypeFact | null }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, TypeFact> }
  /** What a schema, which an expression of the file is, says of it. */
  | { readonly kind: "schema"; readonly of: CodeNode }
  /** An instance of a class of the file. */
  | { readonly kind: "class"; readonly cls: ClassFact }
  /** An instance of a class known by its canonical path. */
  | { readonly kind: "instance"; readonly path: string };

/** A condition that is neither `and`, `or` nor `not`. */
export type Condition =
  | { readonly kind: "not"; readonly of: CodeNode }
  | { readonly kind: "all" | "any"; readonly of: readonly CodeNode[] }
  | { readonly kind: "in"; readonly item: CodeNode; readonly of: CodeNode; readonly negated: boolean }
  | { readonly kind: "equal"; readonly left: CodeNode; readonly right: CodeNode; readonly negated: boolean }
  /** Every element of one is in the other. */
  | { readonly kind: "subset"; readonly of: CodeNode; readonly in: CodeNode; readonly negated: boolean }
  | { readonly kind: "typeof"; readonly node: CodeNode; readonly is: string; readonly negated: boolean }
  /** `isFound`: its answer, a position, was compared with that of nothing. */
  | { readonly kind: "call"; readonly call: CodeNode; readonly isFound?: boolean }
  | { readonly kind: "truthy"; readonly node: CodeNode };
