/** Functions and classes of a Python file. */

import type { Attribute, ClassFact, FunctionFact, Parameter } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import { Types } from "./types.ts";
import type { PyFunction } from "./views.ts";

export interface Tree {
  parent(node: PyNode): PyNode | null;
  readonly module: PyNodeOf<"Module">;
}

export const isFunction = (node: PyNode): node is PyFunction => node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef" || node.nodeType === "Lambda";

/** The nearest function in which a node is evaluated: a decorator, a default and a class's body belong to what is around. */
export function functionAround(node: PyNode, tree: Tree): PyFunction | null {
  let child = node;
  for (let at = tree.parent(node); at; child = at, at = tree.parent(at)) {
    if (!isFunction(at)) continue;
    if (at.nodeType === "Lambda" ? child === at.body : (at.body as readonly PyNode[]).includes(child)) return at;
  }
  return null;
}

const ENUMERATIONS = new Set(["Enum", "StrEnum", "IntEnum", "Flag", "IntFlag", "TextChoices", "IntegerChoices"]);

export class Functions {
  readonly #tree: Tree;
  readonly #facts = new Map<PyFunction, FunctionFact>();
  readonly #classes = new Map<PyNode, ClassFact>();
  #named: ReadonlyMap<string, PyNodeOf<"ClassDef">> | null = null;
  readonly types: Types;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.types = new Types(tree.module, (name) => this.#classNamed(name));
  }

  #classNamed(name: string): ClassFact | null {
    this.#named ??= new Map(this.#tree.module.body.flatMap((one) => (one.nodeType === "ClassDef" ? [[one.name, one] as const] : [])));
    const found = this.#named.get(name);
    return found ? this.class(found) : null;
  }

  /** The classes of the module. */
  all(): readonly ClassFact[] {
    return this.#tree.module.body.flatMap((one) => (one.nodeType === "ClassDef" ? [this.class(one)] : []));
  }

  of(node: PyFunction): FunctionFact {
    const known = this.#facts.get(node);
    if (known) return known;
    const parent = this.#tree.parent(node);
    const owner = parent?.nodeType === "ClassDef" && node.nodeType !== "Lambda" ? this.class(parent) : null;
    // A class makes the facts of its methods itself, so that there is one of each.
    const made = this.#facts.get(node);
    if (made) return made;
    const outer = functionAround(node, this.#tree);
    const decorators = node.nodeType === "Lambda" ? [] : node.decorator_list;
    const isDecorated = (...names: readonly string[]) => owner !== null && decorators.some((one) => names.includes(lastName(one)));
    const parameters = parametersOf(node.args, this.types);
    const name = node.nodeType === "Lambda" ? lambdaName(parent) : node.name;
    const fact: FunctionFact = {
      node,
      name,
      parameters,
      self: owner && !isDecorated("staticmethod") ? (parameters[0]?.name ?? null) : null,
      owner,
      isGetter: isDecorated("property", "cached_property", "lazy_property"),
      isOfClass: isDecorated("classmethod"),
      outer: outer ? this.of(outer) : null,
      makes: owner !== null && name === "__init__",
      isPrivate: (name === "__init__" && owner ? owner.name : name).startsWith("_") || node.nodeType === "Lambda" || (outer !== null && !owner),
      decorators,
      handedTo: parent?.nodeType === "Call" && parent.args.includes(node as PyExpr) ? { call: parent, position: parent.args.indexOf(node as PyExpr) } : null,
      expression: node.nodeType === "Lambda" ? node.body : null,
      roles: [],
      returns: node.nodeType !== "Lambda" && node.returns ? this.types.of(node.returns) : null,
    };
    this.#facts.set(node, fact);
    return fact;
  }

  class(node: PyNodeOf<"ClassDef">): ClassFact {
    const known = this.#classes.get(node);
    if (known) return known;
    const methods = new Map<string, FunctionFact>();
    const attributes = new Map<string, Attribute[]>();
    const parents: ClassFact[] = [];
    const fact: ClassFact = {
      node, name: node.name, bases: node.bases, decorators: node.decorator_list, methods, attributes, parents,
      isEnumeration: this.#isEnumeration(node),
    };
    this.#classes.set(node, fact);
    for (const statement of node.body) this.#member(statement, methods, attributes);
    parents.push(...this.#parentsOf(node));
    return fact;
  }

  #parentsOf(node: PyNodeOf<"ClassDef">): readonly ClassFact[] {
    return node.bases.flatMap((base) => (base.nodeType === "Name" && base.id !== node.name ? (this.#classNamed(base.id) ?? []) : []));
  }

  /** By its base, or by one of the file's own that is one; a class that extends itself in a circle is none. */
  #isEnumeration(node: PyNodeOf<"ClassDef">): boolean {
    return node.bases.some((base) => ENUMERATIONS.has(lastName(base)) || (base.nodeType === "Name" && base.id !== node.name && this.#classNamed(base.id)?.isEnumeration === true));
  }

  #member(statement: PyNode, methods: Map<string, FunctionFact>, attributes: Map<string, Attribute[]>): void {
    const add = (target: PyNode, value: PyNode | null, type: TypeFact | null) => {
      if (target.nodeType === "Name") attributes.set(target.id, [...(attributes.get(target.id) ?? []), { node: target, value, type }]);
    };
    if (statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef") methods.set(statement.name, this.of(statement));
    if (statement.nodeType === "Assign") for (const target of statement.targets) add(target, statement.value, null);
    if (statement.nodeType === "AnnAssign") add(statement.target, statement.value ?? null, this.types.of(statement.annotation));
    if (statement.nodeType === "AugAssign") add(statement.target, statement, null);
  }
}

const lastName = (node: PyNode): string => (node.nodeType === "Name" ? node.id : node.nodeType === "Attribute" ? node.attr : "");

/** A function kept in a name: `count = lambda table: …`. */
const lambdaName = (parent: PyNode | null): string => {
  const target = parent?.nodeType === "Assign" ? parent.targets[0] : null;
  return target?.nodeType === "Name" ? target.id : "";
};

function parametersOf(args: PyNodeOf<"Arguments">, types: Types): readonly Parameter[] {
  const positional = [...args.posonlyargs, ...args.args];
  const skip = positional.length - args.defaults.length;
  return [
    ...positional.map((arg, index) => parameter(arg, "positional", index >= skip ? (args.defaults[index - skip] ?? null) : null, types)),
    ...(args.vararg ? [parameter(args.vararg, "rest", null, types)] : []),
    ...args.kwonlyargs.map((arg, index) => parameter(arg, "keyword", args.kw_defaults[index] ?? null, types)),
    ...(args.kwarg ? [parameter(args.kwarg, "entries", null, types)] : []),
  ];
}

const parameter = (arg: PyNodeOf<"Arg">, kind: Parameter["kind"], fallback: PyExpr | null, types: Types): Parameter => ({
  name: arg.arg, node: arg, kind, fallback, type: arg.annotation ? types.of(arg.annotation) : null, decorators: [],
});
