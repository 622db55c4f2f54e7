/** How database drivers take their values, as edits have to know it. */

import type { CodeNode } from "./node.ts";

/** Where a call takes its values. */
export type ValuesAt =
  | { readonly kind: "argument"; readonly position: number; readonly keyword?: string }
  | { readonly kind: "arguments"; readonly position: number }
  | { readonly kind: "property"; readonly position: number; readonly name: string; readonly before?: string; /** A property beside which it must not stand. */ readonly unless?: string }
  /** In the call on this one's result (`prepare(…).get(value)`), with calls before it that give the same again, or in a call of its own that is put there. */
  | { readonly kind: "next"; readonly calls: readonly string[]; readonly through?: readonly string[]; readonly added?: string }
  /** In the call that this one is handed to (`execute(text(…), values)`), if it has one of these names. */
  | { readonly kind: "outer"; readonly position: number; readonly calls: readonly string[] }
  /** In a call of this name before this one (`.input("p1", value).query(…)`). */
  | { readonly kind: "input"; readonly call: string };

/** How a driver takes its values. */
export interface Driver {
  readonly name: string;
  readonly dialect: "postgres" | "mysql" | "sqlite" | "mssql" | "oracle" | "other";
  readonly placeholder: "%s" | "$1" | "?" | ":name" | "@name";
  /** It fills a placeholder in quotes all the same. */
  readonly fillsQuoted: boolean;
  /** It fills placeholders in itself, so any statement may have them; a server takes them in a few kinds of statements, one at a time. */
  readonly fillsItself: boolean;
  /** It finds a placeholder only where it stands by itself: `:name||'x'` is none. */
  readonly isSpaced?: boolean;
  /** A number takes the place of a row count (`LIMIT ?`); false where the server refuses it. */
  readonly countsRows?: boolean;
  /** Every number is bound as a fraction, which text and integer division show. */
  readonly bindsReals?: boolean;
  /** A number is bound as one, which the server does not compare with text. */
  readonly keepsNumbers?: boolean;
  /** Whether `%%` stands for a percent sign in a text with values; false where it stays two. */
  readonly doublesPercent?: boolean;
  /** Names of values are shared by all the calls of one chain. */
  readonly sharesNames?: boolean;
  /** The server gives each placeholder a type. */
  readonly typesPlaceholders: boolean;
  /** How a list is bound. */
  readonly lists: "tuple" | "any-list" | "any" | "array" | "none";
  /** How a name is quoted. */
  readonly names: NameQuoting | null;
  /** The tag that takes its text's place. */
  readonly tag?: "same" | { readonly method: string };
  /** How it spells the places of values in a table, where that is another way than its own: `:name`, `$<name>`. */
  readonly named?: readonly string[];
  /** Values are placed by name in a table. */
  readonly keyed?: boolean;
}

export type NameQuoting =
  | { readonly kind: "placeholder"; readonly mark: string }
  /** A method of the receiver: `client.escapeIdentifier(name)`. */
  | { readonly kind: "method"; readonly method: string }
  /** A function of the module, if the file imports it or the module. */
  | { readonly kind: "imported"; readonly module: string; readonly method: string }
  /** A method of what is called makes a value of it: `SQL.identifier(name)`. */
  | { readonly kind: "wrapped"; readonly method: string }
  /** What the file imports composes it. */
  | { readonly kind: "composer"; readonly composers: readonly Composer[] };

/** A library that composes statements, if the file imports it. */
export interface Composer {
  readonly imported: string;
  /** `SQL("… %s", SQL.identifier(name))`, or `sql.SQL("… {}").format(sql.Identifier(name))`. */
  readonly style: "arguments" | "format";
}

/** A call that takes SQL text. */
export interface SqlSite {
  readonly call: CodeNode;
  /** The text, as far as it is written in the call. */
  readonly text: CodeNode;
  readonly driver: Driver;
  readonly values: ValuesAt | null;
  readonly isTag: boolean;
  /** The text is a whole statement, not a fragment of one. */
  readonly isStatement: boolean;
}
