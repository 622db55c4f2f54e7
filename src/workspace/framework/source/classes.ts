/** What the classes of a framework's Python files say: attributes, fields, methods, with what their Python bases say. */

import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { PyExpr, PyModule, PyNode, PyNodeOf, PyStmt } from "../../../languages/python/ast.ts";
import { childrenOf } from "../../../languages/python/visitor-keys.ts";
import type { FieldRow, ModelKind } from "../data.ts";
import { fieldIn } from "./fields.ts";
import { literalOf, textOf, treeOf, type Literal, type OnUnread } from "./literals.ts";

export type ClassNode = PyNodeOf<"ClassDef">;

export interface Described {
  readonly kind: ModelKind | null;
  readonly attributes: ReadonlyMap<string, Literal>;
  readonly fields: ReadonlyMap<string, FieldRow>;
  readonly methods: ReadonlySet<string>;
}

/** The framework's base classes. */
export const KINDS: Readonly<Record<string, ModelKind>> = { Model: "model", TransientModel: "transient", AbstractModel: "abstract", BaseModel: "abstract" };

const NO_CODE = new Set(["tests", "static", "migrations", "upgrades", "i18n", "posbox", "scripts"]);

/** All classes of a folder's Python files, file by file. */
export function classesUnder(folder: string, onUnread: OnUnread): readonly ClassNode[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".py"));
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.slice(folder.length).split(sep).some((part) => NO_CODE.has(part)));
  // Folder by folder: a separator comes before every other character.
  const sorted = paths.map((path) => [path.replaceAll(sep, "\0"), path] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([, path]) => classesOf(path, onUnread));
}

/** All classes of a Python file, the outer ones first. */
export function classesOf(path: string, onUnread: OnUnread): readonly ClassNode[] {
  const text = textOf(path);
  const tree = /^[ \t]*class[ \t]/m.test(text) ? treeOf(path, text, onUnread) : null;
  return tree ? classesIn(tree) : [];
}

function classesIn(tree: PyModule): readonly ClassNode[] {
  const nodes: PyNode[] = [tree];
  for (const node of nodes) if (mayHoldClasses(node)) nodes.push(...childrenOf(node));
  return nodes.filter((node) => node.nodeType === "ClassDef");
}

/** Only statements hold classes: something with a body, or a part of such a thing. */
const mayHoldClasses = (node: PyNode): boolean => "body" in node && Array.isArray(node.body) || node.nodeType === "Match";

/** The last name of a dotted one. */
export const lastName = (node: PyExpr): string | null => (node.nodeType === "Attribute" ? node.attr : node.nodeType === "Name" ? node.id : null);

/** What a class says, with what the bases among `classes` say. */
export function describe(node: ClassNode, classes: ReadonlyMap<string, ClassNode>, within: readonly string[] = []): Described {
  const attributes = new Map<string, Literal>();
  const methods = new Set<string>();
  const fields = new Map<string, FieldRow>();
  let kind: ModelKind | null = null;
  for (const base of node.bases.toReversed().map(lastName)) {
    if (base === null) continue;
    const seen = [...within, node.name];
    const parent = classes.get(base);
    if (Object.hasOwn(KINDS, base)) kind = KINDS[base] ?? null;
    else if (parent && !seen.includes(base)) {
      const said = describe(parent, classes, seen);
      kind ??= said.kind;
      for (const [name, field] of said.fields) fields.set(name, field);
      for (const name of said.methods) methods.add(name);
    }
  }
  for (const statement of statementsIn(node.body)) {
    if (statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef") methods.add(statement.name);
    for (const { name, value } of assignedBy(statement)) note(name, value, { attributes, fields, methods });
  }
  return { kind, attributes, fields, methods };
}

interface Said {
  readonly attributes: Map<string, Literal>;
  readonly fields: Map<string, FieldRow>;
  readonly methods: Set<string>;
}

function note(name: string, value: PyExpr, { attributes, fields, methods }: Said): void {
  if (value.nodeType === "Call" && !name.startsWith("_")) {
    const field = fieldIn(value, attributes);
    if (field) fields.set(name, field);
  } else if (value.nodeType === "Name" && methods.has(value.id)) methods.add(name);
  else attributes.set(name, literalOf(value, attributes));
}

/** A body's statements, with those that it runs under a condition. */
function* statementsIn(body: readonly PyStmt[]): Iterable<PyStmt> {
  for (const statement of body) {
    yield statement;
    const { nodeType } = statement;
    if (nodeType === "If" || nodeType === "Try" || nodeType === "With") yield* statementsIn(statement.body);
    if (nodeType === "If" || nodeType === "Try") yield* statementsIn(statement.orelse);
  }
}

function assignedBy(statement: PyStmt): readonly { readonly name: string; readonly value: PyExpr }[] {
  const targets = statement.nodeType === "Assign" ? statement.targets : statement.nodeType === "AnnAssign" ? [statement.target] : [];
  const value = statement.nodeType === "Assign" || statement.nodeType === "AnnAssign" ? statement.value : null;
  return value ? targets.flatMap((target) => (target.nodeType === "Name" ? [{ name: target.id, value }] : [])) : [];
}
