/** What the reasoning may ask about a file of code, whatever its language. */

import type { CallSite, ClassFact, FunctionFact } from "./functions.ts";
import type { Exit, FlowNode, Write } from "./flow.ts";
import type { CodeNode, Place, Range } from "./node.ts";
import type { WrittenObject } from "./objects.ts";
import type { Condition, TypeFact, View } from "./view.ts";
import type { CodeEdits } from "./edits.ts";

export interface CodeFacts {
  readonly language: "javascript" | "python";
  /** The file's path as ESLint knows it. */
  readonly path: string;
  readonly root: CodeNode;
  /** The file's text. */
  readonly text: string;
  readonly edits: CodeEdits;

  /** The modules that the file imports, as it writes them. */
  modules(): readonly string[];
  /** Whether a list as text is its elements with commas between them. */
  readonly joinsLists: boolean;
  /** Whether looking up a key that is not there is an error. */
  readonly raisesForKeys: boolean;
  /** Every call of the file, in order. */
  calls(): readonly CallSite[];
  /** Every object that is written out with its fields, in order. */
  objects(): readonly WrittenObject[];
  /** The classes that stand at the level of the module. */
  classes(): readonly ClassFact[];
  view(node: CodeNode): View;
  condition(node: CodeNode): Condition;
  /** The point of control flow where an expression is evaluated. */
  flow(node: CodeNode): FlowNode;
  /** The point of control flow where a function was made; null for one that is hoisted. */
  madeAt(fn: FunctionFact): FlowNode | null;
  /** Ways out of a function by return or by its end; of a generator none. */
  exits(fn: FunctionFact): readonly Exit[];
  /** What a generator gives: values, or collections whose elements it gives. */
  yields(fn: FunctionFact): readonly { readonly value: CodeNode; readonly isEach: boolean }[];
  /** The function in which a node stands, null for the module. */
  functionOf(node: CodeNode): FunctionFact | null;
  /** All writes of a place in the function that declares it (null: the module). */
  writes(place: string, scope: FunctionFact | null): readonly Write[];
  /** The function (null: the module) whose name a captured place is; undefined if nothing in the file declares it. */
  scopeOf(place: string, from: FunctionFact | null): FunctionFact | null | undefined;
  /** Functions besides `scope` that name one of its places. */
  sharersOf(place: string, scope: FunctionFact | null): readonly FunctionFact[];
  /** Whether a function writes a place, or what lies behind it, or calls a method on it. */
  changes(fn: FunctionFact, place: string): boolean;
  /** Writes of `self.name` in the methods of a class. */
  fieldWrites(cls: ClassFact, name: string): readonly Write[];
  /** How often a place is read in the whole file. */
  readsOf(place: string, scope: FunctionFact | null): number;
  /** The names that are local to a function. */
  namesOf(fn: FunctionFact | null): readonly string[];
  /** The class in whose body a node stands. */
  classOf(node: CodeNode): ClassFact | null;
  /** What the language's type checker knows of an expression; null where there is none. */
  typeOf(node: CodeNode): TypeFact | null;
  /** A text that the same place has wherever it is read (`req.query.sort`), null for what is no name or short path. */
  pathOf(node: CodeNode): string | null;
  /** The name that an expression is given where it stands: of a variable, a field; null for none. */
  givenName(node: CodeNode): string | null;
  parent(node: CodeNode): CodeNode | null;
  range(node: CodeNode): Range;
  place(node: CodeNode): Place;
  /** The node's text on one line, cut to a readable length. */
  excerpt(node: CodeNode): string;
}
