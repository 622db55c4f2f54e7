/** Functions, classes and calls as every language shows them. */

import type { CodeNode } from "./node.ts";
import type { TypeFact } from "./view.ts";

export interface FunctionFact {
  readonly node: CodeNode;
  /** Empty for a function without one. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The name that stands for the instance (`self`), when the function is a method that has one among its parameters. */
  readonly self: string | null;
  readonly owner: ClassFact | null;
  /** A method that is read like a field. */
  readonly isGetter: boolean;
  /** A method that runs when an instance is made. */
  readonly makes: boolean;
  /** A method of the class itself. */
  readonly isOfClass: boolean;
  /** The function it is written in; null at the module's level. */
  readonly outer: FunctionFact | null;
  /** Only the file itself can call it: by its name (`_x`), or because it is not exported. */
  readonly isPrivate: boolean;
  readonly decorators: readonly CodeNode[];
  /** The call that it is handed to where it is written, and the argument's position. */
  readonly handedTo: { readonly call: CodeNode; readonly position: number } | null;
  /** The expression that it returns, when it is nothing but that. */
  readonly expression: CodeNode | null;
  /** Roles that its place gives it: the file's path, its export, its class. */
  readonly roles: readonly string[];
  /** What it says that it returns; what a promise is of. */
  readonly returns: TypeFact | null;
}

export interface Parameter {
  /** Its name; empty for a pattern. */
  readonly name: string;
  readonly node: CodeNode;
  readonly kind: "positional" | "keyword" | "rest" | "entries";
  readonly fallback: CodeNode | null;
  readonly type: TypeFact | null;
  /** Canonical paths of decorators that name where the value comes from. */
  readonly decorators: readonly CodeNode[];
}

export interface ClassFact {
  readonly node: CodeNode;
  readonly name: string;
  readonly bases: readonly CodeNode[];
  readonly decorators: readonly CodeNode[];
  readonly methods: ReadonlyMap<string, FunctionFact>;
  /** What the class's body assigns. */
  readonly attributes: ReadonlyMap<string, readonly Attribute[]>;
  /** The file's own classes among its bases. */
  readonly parents: readonly ClassFact[];
  readonly isEnumeration: boolean;
}

export interface Attribute {
  readonly node: CodeNode;
  readonly value: CodeNode | null;
  readonly type: TypeFact | null;
}

/** A place where something is called: a call, a construction, a tagged template. */
export interface CallSite {
  readonly node: CodeNode;
  /** The last name of what is called: `execute` of `self.env.cr.execute`; empty when there is none. */
  readonly name: string;
}
