/** Functions and classes of a Python file. */

import type { Attribute, ClassFact, FunctionFact, Parameter } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
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

const ENUMERATIONS = new Set(["Enum", "StrEnum", "IntEnum"]);
const NUMBERS = new Set(["int", "float", "bool"]);

export class Functions {
  readonly #tree: Tree;
  readonly #facts = new Map<PyFunction, FunctionFact>();
  readonly #classes = new Map<PyNode, ClassFact>();

  constructor(tree: Tree) {
    this.#tree = tree;
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
    const isStatic = decorators.some((one) => one.nodeType === "Name" && one.id === "staticmethod");
    const parameters = parametersOf(node.args);
    const name = node.nodeType === "Lambda" ? lambdaName(parent) : node.name;
    const fact: FunctionFact = {
      node,
      name,
      parameters,
      self: owner && !isStatic ? (parameters[0]?.name ?? null) : null,
      owner,
      outer: outer ? this.of(outer) : null,
      isPrivate: name.startsWith("_") || node.nodeType === "Lambda" || (outer !== null && !owner),
      decorators,
      handedTo: parent?.nodeType === "Call" && parent.args.includes(node as PyExpr) ? { call: parent, position: parent.args.indexOf(node as PyExpr) } : null,
      expression: node.nodeType === "Lambda" ? node.body : null,
      roles: [],
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
      isEnumeration: node.bases.some((base) => ENUMERATIONS.has(base.nodeType === "Attribute" ? base.attr : base.nodeType === "Name" ? base.id : "")),
    };
    this.#classes.set(node, fact);
    for (const statement of node.body) this.#member(statement, methods, attributes);
    for (const base of node.bases) {
      const parent = base.nodeType === "Name" ? this.#tree.module.body.find((one) => one.nodeType === "ClassDef" && one.name === base.id && one !== node) : undefined;
      if (parent?.nodeType === "ClassDef") parents.push(this.class(parent));
    }
    return fact;
  }

  #member(statement: PyNode, methods: Map<string, FunctionFact>, attributes: Map<string, Attribute[]>): void {
    const add = (target: PyNode, value: PyNode | null, type: TypeFact | null) => {
      if (target.nodeType === "Name") attributes.set(target.id, [...(attributes.get(target.id) ?? []), { node: target, value, type }]);
    };
    if (statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef") methods.set(statement.name, this.of(statement));
    if (statement.nodeType === "Assign") for (const target of statement.targets) add(target, statement.value, null);
    if (statement.nodeType === "AnnAssign") add(statement.target, statement.value ?? null, typeOf(statement.annotation));
    if (statement.nodeType === "AugAssign") add(statement.target, statement, null);
  }
}

/** A function kept in a name: `count = lambda table: …`. */
const lambdaName = (parent: PyNode | null): string => {
  const target = parent?.nodeType === "Assign" ? parent.targets[0] : null;
  return target?.nodeType === "Name" ? target.id : "";
};

function parametersOf(args: PyNodeOf<"Arguments">): readonly Parameter[] {
  const positional = [...args.posonlyargs, ...args.args];
  const skip = positional.length - args.defaults.length;
  return [
    ...positional.map((arg, index) => parameter(arg, "positional", index >= skip ? (args.defaults[index - skip] ?? null) : null)),
    ...(args.vararg ? [parameter(args.vararg, "rest", null)] : []),
    ...args.kwonlyargs.map((arg, index) => parameter(arg, "keyword", args.kw_defaults[index] ?? null)),
    ...(args.kwarg ? [parameter(args.kwarg, "entries", null)] : []),
  ];
}

const parameter = (arg: PyNodeOf<"Arg">, kind: Parameter["kind"], fallback: PyExpr | null): Parameter => ({
  name: arg.arg, node: arg, kind, fallback, type: arg.annotation ? typeOf(arg.annotation) : null, decorators: [],
});

/** What an annotation states that we use; null for the rest. */
export function typeOf(annotation: PyNode): TypeFact | null {
  switch (annotation.nodeType) {
    case "Name":
      return NUMBERS.has(annotation.id) ? { kind: "number" } : annotation.id === "str" ? { kind: "text" } : null;
    case "Constant":
      return typeof annotation.value === "string" && NUMBERS.has(annotation.value) ? { kind: "number" } : null;
    case "BinOp":
      return optional([annotation.left, annotation.right]);
    case "Subscript":
      return subscripted(annotation);
    default:
      return null;
  }
}

const isNone = (node: PyNode) => node.nodeType === "Constant" && node.value === null;

function optional(parts: readonly PyNode[]): TypeFact | null {
  const facts = parts.filter((part) => !isNone(part)).map(typeOf);
  return facts.length > 0 && facts.every((fact) => fact?.kind === "number") ? { kind: "number" } : null;
}

function subscripted(node: PyNodeOf<"Subscript">): TypeFact | null {
  const name = node.value.nodeType === "Name" ? node.value.id : node.value.nodeType === "Attribute" ? node.value.attr : "";
  switch (name) {
    case "Literal":
      return { kind: "literals" };
    case "Optional":
      return optional([node.slice]);
    case "list":
    case "List":
    case "Sequence":
    case "Iterable":
    case "set":
    case "Set":
      return { kind: "list", of: typeOf(node.slice) };
    default:
      return null;
  }
}
