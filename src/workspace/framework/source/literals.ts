/** Python files of a framework's source, and the values that they write out. */

import { readFileSync } from "node:fs";
import type { PyExpr, PyModule } from "../../../languages/python/ast.ts";
import { PythonLanguage } from "../../../languages/python/language.ts";

/** A value that is written out. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Hears of what could not be read, and why. */
export type OnUnread = (path: string, why: string) => void;

/** What stands for a value that is there but cannot be read. */
export const UNKNOWN = "unknown";

const language = new PythonLanguage();

/** The text of a file, without a byte order mark. */
export const textOf = (path: string): string => readFileSync(path, "utf8").replace(/^\uFEFF/, "");

/** The tree of a Python file; null when it has none. */
export function treeOf(path: string, text: string, onUnread: OnUnread): PyModule | null {
  const parsed = language.parse({ path, physicalPath: path, body: text, bom: false });
  if (parsed.ok) return parsed.ast;
  onUnread(path, parsed.errors.map(({ message, line }) => `${message} (line ${line})`).join("; "));
  return null;
}

/** The value of an expression, of a name among `names`; `"unknown"` when it is neither. */
export function literalOf(node: PyExpr, names: ReadonlyMap<string, Literal>): Literal {
  const value = node.nodeType === "Name" ? names.get(node.id) : valueOf(node);
  // A field's groups that nobody is in (odoo/fields.py).
  if (node.nodeType === "Attribute" && node.attr === "NO_ACCESS") return ".";
  return value === undefined ? UNKNOWN : value;
}

/** The value that an expression writes out; undefined when a part of it is no literal. */
function valueOf(node: PyExpr): Literal | undefined {
  switch (node.nodeType) {
    case "Constant":
      return constant(node.value as unknown, node.quote_style);
    case "UnaryOp": {
      const value = node.op.nodeType === "USub" ? valueOf(node.operand) : undefined;
      return typeof value === "number" ? -value : undefined;
    }
    case "List":
    case "Tuple":
    case "Set":
      return complete(node.elts.map(valueOf));
    case "Dict":
      return entries(node.keys, node.values);
    default:
      return undefined;
  }
}

function constant(value: unknown, quotes: string | undefined): Literal | undefined {
  // An ellipsis has the text `...`, but no quotes; bytes are no text.
  if (typeof value === "string") return quotes === undefined || /^b|^rb/i.test(quotes) ? undefined : value;
  if (typeof value === "bigint") return Number(value);
  return value === null || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function entries(keys: readonly (PyExpr | null)[], values: readonly PyExpr[]): Literal | undefined {
  // A `**` among them has no key; a key that is no text is none that we look for.
  const names = keys.map((key) => (key?.nodeType === "Constant" && typeof key.value === "string" ? key.value : null));
  const known = complete(values.map(valueOf));
  return known && !keys.includes(null) ? Object.fromEntries(names.flatMap((name, at) => (name === null ? [] : [[name, known[at] ?? null] as const]))) : undefined;
}

function complete(values: readonly (Literal | undefined)[]): readonly Literal[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
