/** What the catalog knows, as languages and reasoning ask for it. Paths are canonical: `pg.Pool()` is what `new Pool()` makes after `import { Pool } from "pg"`. */

/** What a call does to the values that it gets. A position is an argument's, or the receiver. */
export type Operand = number | "receiver";

export type StepKind =
  /** Gives back what it got, as far as text is concerned. */
  | { readonly does: "same"; readonly of: Operand }
  | { readonly does: "text"; readonly of: Operand }
  /** Whatever was written in a text: as far to be trusted as the text. */
  | { readonly does: "decode"; readonly of: Operand }
  | { readonly does: "number"; readonly of: Operand | null; readonly isInteger?: boolean; readonly isParsed?: boolean }
  | { readonly does: "boolean" }
  | { readonly does: "date" }
  | { readonly does: "concat"; readonly separator?: Operand }
  | { readonly does: "join"; readonly list: Operand; readonly separator: Operand }
  /** `"{} {x}".format(…)`; `by`: the argument that holds the values by name. */
  | { readonly does: "braces"; readonly by?: number }
  /** `format("%s", …)` */
  | { readonly does: "printf"; readonly text: Operand; readonly quoting: Readonly<Record<string, "identifier" | "literal" | "raw">> }
  | { readonly does: "replace" }
  /** Puts an argument for all that a pattern matches in `of`. */
  | { readonly does: "substitute"; readonly pattern: Operand; readonly by: Operand; readonly of: Operand }
  /** What a pattern found in a text: its groups are words where the whole of it is. */
  | { readonly does: "match"; readonly pattern: Operand; readonly of: Operand; readonly isList?: boolean }
  /** The elements that two collections have in common. */
  | { readonly does: "overlap"; readonly with: Operand }
  | { readonly does: "repeat" }
  | { readonly does: "split" }
  /** A collection of the elements of what it got. */
  | { readonly does: "list"; readonly of: Operand; readonly shape: "list" | "tuple" | "set" }
  | { readonly does: "items"; readonly shape: "list" | "set" }
  | { readonly does: "sized" }
  | { readonly does: "map"; readonly fn: Operand; readonly list: Operand }
  | { readonly does: "flat-map"; readonly fn: Operand; readonly list: Operand }
  | { readonly does: "visit"; readonly list: Operand }
  | { readonly does: "filter"; readonly fn: Operand; readonly list: Operand }
  | { readonly does: "then" }
  | { readonly does: "fill" }
  | { readonly does: "element"; readonly of: Operand }
  /** The value under a key; `stores`: puts the fallback there where nothing is. */
  | { readonly does: "get"; readonly stores?: boolean }
  /** The field that an argument names. */
  | { readonly does: "field"; readonly of: Operand; readonly name: Operand }
  | { readonly does: "keys" | "values" | "entries"; readonly of: Operand }
  | { readonly does: "table"; readonly of: Operand | null }
  | { readonly does: "zip" }
  | { readonly does: "enumerate"; readonly of: Operand }
  /** Changes its receiver: adds arguments, or the elements of an argument, or a text. */
  | { readonly does: "append"; readonly of: "arguments" | "elements" }
  | { readonly does: "merge" }
  /** Puts what its other arguments hold into its first, and gives that back. */
  | { readonly does: "assign" }
  | { readonly does: "unchanged" }
  /** The same function under another wrapper. */
  | { readonly does: "function"; readonly of: Operand; readonly binds?: boolean }
  | { readonly does: "locals" }
  /** Always gives this, whatever it gets. */
  | { readonly does: "constant"; readonly value: boolean }
  /** A table with what it got under each of these keys. */
  | { readonly does: "keyed"; readonly keys: readonly string[]; readonly of: Operand }
  | { readonly does: "schema"; readonly gives: "text" | "number" | "integer" | "listed" | "object" | "list" | "union" | "same" | "pattern" | "refined-integer" | "checked" | "extended" | "loose" }
  /** Hands a schema to handlers that are given further along the chain: they get what it let through in this field. */
  | { readonly does: "accept"; readonly schema: number; readonly field: string }
  /** `into`: the field of the answer that holds the value; `says`: the one that says whether it was let through. */
  | { readonly does: "parse"; readonly into?: string; readonly says?: string }
  | { readonly does: "super" };

export interface ValueFact {
  readonly trust: "harmless" | "typed" | "foreign" | "unknown";
  readonly type?: "number" | "integer" | "text" | "date" | "boolean" | null;
  readonly quoted?: "identifier" | "literal";
  /** In words: "the request". */
  readonly origin?: string;
  /** Empty it is no text at all: a field that is False, a column that is null. */
  readonly isNullable?: boolean;
  /** A row of a statement: of the call it is reached from, or of the last one that its receiver ran. Of the database's own catalogue it is harmless. */
  readonly rowOf?: "call" | "receiver";
  /** What it is where it is shown: plain text, markup, markup that was sanitized when it was stored, JSON that cannot end a script. */
  readonly content?: "text" | "markup" | "sanitized" | "script";
  /** Whether everything reached from it is the same (`req.body.a.b`). */
  readonly deep?: boolean;
}

/** A call whose answer (yes, unless `answers` says otherwise) proves that its argument is one of a list, or has a form. */
export interface GuardFact {
  readonly item: Operand;
  /** The list it is asked of; or a pattern; or nothing when the call itself admits words only. */
  readonly of:
    | { readonly kind: "list" | "pattern"; readonly at: Operand; readonly isAnchored?: boolean }
    | { readonly kind: "word" }
    | { readonly kind: "integer" | "number" }
    /** All of the item's elements are asked: by a function, or (null) by the comprehension that the item is. */
    | { readonly kind: "each"; readonly at: Operand | null }
    /** One of the item's elements gave a function the right answer. */
    | { readonly kind: "any"; readonly at: Operand }
    /** All of the item's elements are in another collection. */
    | { readonly kind: "subset"; readonly at: Operand };
  /** What the call answers then; of `some` and `any` it is a no. */
  readonly answers?: boolean;
  /** It answers with a position: only one that is compared with -1 says anything. */
  readonly isPosition?: boolean;
}

export interface EntryFact {
  /** In words: "the public method `find`". */
  readonly origin: string;
  /** Which parameters outsiders choose: all, those with a decorator, or those at these positions. */
  readonly parameters: "all" | readonly number[];
  /** Whether they choose the instance too. */
  readonly chooses?: "self";
}

export interface Knowledge {
  /** The name a path is known by. */
  canonical(path: string): string;
  /** Whether it is known what kind of thing a path is; an import of a library that nobody has heard of is not. */
  isKnown(path: string | null): boolean;
  /** The path that a name has by convention when nothing else is known of it. */
  byConvention(name: string): string | null;
  step(path: string): StepKind | null;
  /** What stands under a path; `isExact`: not by its last names alone, which say nothing of a value that is known to be foreign. */
  value(path: string, isExact?: boolean): ValueFact | null;
  guard(path: string): GuardFact | null;
  /** What a class becomes by one of its bases (`odoo:model`). */
  classRole(path: string): string | null;
  /** Whether outsiders call a function with this role or decorator. */
  entry(role: string): EntryFact | null;
}
