/** Control flow linked backwards: every point knows what came before it. Built by the languages, walked by the reasoning. */

import type { CodeNode } from "./node.ts";
import type { FunctionFact } from "./functions.ts";
import type { TypeFact } from "./view.ts";

export type FlowNode = Start | Write | Test | Case | CallPoint | Join | Turned | Dead;

/** The beginning of a function (or of the module, null). */
export interface Start {
  readonly kind: "start";
  readonly fn: FunctionFact | null;
}

/** A name or a short access path (`self.x`) gets a value. */
export interface Write {
  readonly kind: "write";
  readonly before: FlowNode;
  readonly place: string;
  readonly node: CodeNode;
  readonly how: "set" | "augment" | "delete";
  readonly source: WriteSource;
  /** How to get from the source to what is written: keys and positions of a destructuring. */
  readonly path: readonly Selector[];
  /** What is written when the source has nothing there. */
  readonly fallback: CodeNode | null;
}

export type WriteSource =
  /** With what its declaration says of it. */
  | { readonly kind: "value"; readonly node: CodeNode; readonly type?: TypeFact | null }
  | { readonly kind: "element"; readonly of: CodeNode }
  | { readonly kind: "key"; readonly of: CodeNode }
  | { readonly kind: "entered"; readonly node: CodeNode }
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "import"; readonly path: string; readonly from?: ImportedFrom }
  | { readonly kind: "function"; readonly fn: FunctionFact }
  /** The error that a handler caught. */
  | { readonly kind: "caught" }
  /** Declared without a value. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" };

/** A module as the file writes it, and the name that is taken of it; null: all of it. */
export interface ImportedFrom {
  readonly module: string;
  readonly member: string | null;
}

export type Selector = { readonly kind: "key"; readonly name: string } | { readonly kind: "position"; readonly index: number } | { readonly kind: "rest"; readonly without: readonly string[] };

/** A condition that had this outcome. */
export interface Test {
  readonly kind: "test";
  readonly before: FlowNode;
  readonly condition: CodeNode;
  readonly outcome: boolean;
}

/** A branch of a switch: the subject equals one of `values`; null for the default. */
export interface Case {
  readonly kind: "case";
  readonly before: FlowNode;
  readonly subject: CodeNode;
  readonly values: readonly CodeNode[] | null;
}

/** A call: it may raise, or change what was handed to it. */
export interface CallPoint {
  readonly kind: "call";
  readonly before: FlowNode;
  readonly call: CodeNode;
}

/** Several ways lead here; of a loop the first is the entry. `head` is the point where they parted, `touched` what the ways between may say anything about. */
export interface Join {
  readonly kind: "join";
  readonly before: FlowNode[];
  readonly isLoop: boolean;
  readonly head: FlowNode;
  readonly touched: ReadonlySet<string>;
}

/** The end of a loop over elements that nothing but an error or a `return` leaves early. */
export interface Turned {
  readonly kind: "turned";
  readonly before: FlowNode;
  readonly loop: Join;
}

/** Nothing gets here. */
export interface Dead {
  readonly kind: "dead";
}

/** A way out of a function: what it returns (null: nothing) and the point where it does. */
export interface Exit {
  readonly value: CodeNode | null;
  readonly at: FlowNode;
}

/** The root name of a place: `self` of `self.x`. */
export const rootOf = (place: string): string => {
  const dot = place.indexOf(".");
  return dot < 0 ? place : place.slice(0, dot);
};
