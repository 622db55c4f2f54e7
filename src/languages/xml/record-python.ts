/** What the Python of a data file says of other records, and whether a constant of it is true. */

import type { Range } from "../../facts/node.ts";
import type { PyExpr, PyNode, PyNodeOf } from "../python/ast.ts";
import { literalAt } from "../python/literals.ts";
import { childrenOf } from "../python/visitor-keys.ts";
import type { EmbeddedPython } from "./embedded.ts";

/** A `ref('…')`. */
export interface Reference {
  readonly id: string;
  /** The text of the id in the decoded text. */
  readonly range: Range;
  /** Whether that is the id and nothing else; else it is the whole constant. */
  readonly isPlain: boolean;
}

/** What one command of a list does to the records of a field. */
export interface Command {
  readonly does: "add" | "remove" | "set";
  readonly references: readonly Reference[];
}

type Constant = PyNodeOf<"Constant">;

/** Commands by their number, and by their name. What makes or changes a record is none of them. */
const BY_NUMBER: ReadonlyMap<unknown, Command["does"]> = new Map([[2, "remove"], [3, "remove"], [4, "add"], [5, "set"], [6, "set"]]);
const BY_NAME: ReadonlyMap<string, Command["does"]> = new Map([["delete", "remove"], ["unlink", "remove"], ["link", "add"], ["clear", "set"], ["set", "set"]]);

/** Every `ref('…')` of an expression, in the order in which they are written. */
export function referencesIn(python: EmbeddedPython): readonly Reference[] {
  const nodes: PyNode[] = [python.module];
  for (const node of nodes) for (const child of childrenOf(node)) nodes.push(child);
  return nodes.flatMap((node) => referenceOf(node, python) ?? []).sort((a, b) => a.range[0] - b.range[0]);
}

/** The record that an expression is; null for all else. */
export const soleReference = (python: EmbeddedPython): Reference | null => (python.expression ? referenceOf(python.expression, python) : null);

/** What a list of commands does; null when it is none, or when it is not known what one of them does. */
export function commandsOf(python: EmbeddedPython): readonly Command[] | null {
  const items = itemsOf(python.expression);
  if (!items) return null;
  const direct = items.length > 0 ? all(items, (item) => referenceOf(item, python)) : null;
  return direct ? [{ does: "set", references: direct }] : all(items, (item) => commandOf(item, python));
}

/** Whether a constant expression is true; null for one that is none. */
export function truthOf(node: PyExpr): boolean | null {
  switch (node.nodeType) {
    case "Constant": {
      const value: unknown = node.value;
      return typeof value === "object" && value !== null ? null : Boolean(value);
    }
    case "UnaryOp": {
      const truth = node.op.nodeType === "Invert" ? null : truthOf(node.operand);
      return truth === null || node.op.nodeType !== "Not" ? truth : !truth;
    }
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.some(({ nodeType }) => nodeType === "Starred") ? null : node.elts.length > 0;
    case "Dict":
      return node.keys.includes(null) ? null : node.keys.length > 0;
    default:
      return null;
  }
}

/** A constant text; null for all else. */
export function textOf(node: PyNode | null | undefined): string | null {
  const value: unknown = node?.nodeType === "Constant" ? node.value : null;
  return typeof value === "string" ? value : null;
}

function referenceOf(node: PyNode, python: EmbeddedPython): Reference | null {
  if (node.nodeType !== "Call" || node.func.nodeType !== "Name" || node.func.id !== "ref") return null;
  const [argument] = node.args;
  return argument?.nodeType === "Constant" ? referenceIn(argument, python) : null;
}

function referenceIn(constant: Constant, python: EmbeddedPython): Reference | null {
  const id = textOf(constant);
  if (id === null) return null;
  const { text } = python.source;
  const whole = python.source.getRange(constant);
  const content = literalAt(text, whole)?.content;
  const isPlain = content !== undefined && text.slice(...content) === id;
  return { id, range: python.decodedRange(isPlain ? content : whole), isPlain };
}

function commandOf(node: PyExpr, python: EmbeddedPython): Command | null {
  const shape = shapeOf(node);
  if (!shape) return null;
  const items = shape.takesList ? itemsOf(shape.values[0]) : shape.values.slice(0, 1);
  const references = items && all(items, (item) => referenceOf(item, python));
  return references && { does: shape.does, references };
}

/** A command taken apart, however it is written: `(4, ref('a'))`, `(6, 0, [ref('a')])`, `Command.link(ref('a'))`. */
function shapeOf(node: PyExpr): { readonly does: Command["does"]; readonly takesList: boolean; readonly values: readonly PyExpr[] } | null {
  if (node.nodeType === "Call") {
    if (node.func.nodeType !== "Attribute" || node.func.value.nodeType !== "Name" || node.func.value.id !== "Command" || node.keywords.length > 0) return null;
    const does = BY_NAME.get(node.func.attr);
    return does === undefined ? null : { does, takesList: node.func.attr === "set", values: node.args };
  }
  const [number, first, second] = itemsOf(node) ?? [];
  const code: unknown = number?.nodeType === "Constant" ? number.value : null;
  const does = BY_NUMBER.get(code);
  if (does === undefined || (code !== 5 && !first)) return null;
  const value = code === 6 ? second : first;
  return { does, takesList: code === 6, values: code === 5 || !value ? [] : [value] };
}

const itemsOf = (node: PyExpr | null | undefined): readonly PyExpr[] | null => (node?.nodeType === "List" || node?.nodeType === "Tuple" ? node.elts : null);

/** What becomes of every item; null when one of them becomes nothing. */
function all<T, R>(items: readonly T[], made: (item: T) => R | null): readonly R[] | null {
  const results: R[] = [];
  for (const item of items) {
    const result = made(item);
    if (result === null) return null;
    results.push(result);
  }
  return results;
}
