/** Functions and classes of a JavaScript file. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { Attribute, ClassFact, FunctionFact, Parameter } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import { isClosed } from "./closed-classes.ts";
import type { Names } from "./names.ts";
import { functionAround, isClass, isFunction, keyName, T, type JsClass, type JsFunction, type JsNode } from "./nodes.ts";
import { typeFactOf, type TypeContext } from "./types.ts";

export class Functions {
  readonly #names: Names;
  readonly #checked: (node: JsNode) => TypeFact | null;
  readonly #isTyped: boolean;
  readonly #facts = new Map<JsFunction, FunctionFact>();
  readonly #classes = new Map<JsNode, ClassFact>();
  readonly #closed = new Map<JsClass, boolean>();

  readonly types: TypeContext;

  /** `checked` asks the type checker, where there is one; `isTyped`: the compiler holds callers to what a default says. */
  constructor(names: Names, checked: (node: JsNode) => TypeFact | null, isTyped: boolean) {
    this.#names = names;
    this.#isTyped = isTyped;
    this.#checked = checked;
    this.types = { names, cls: (node) => this.class(node) };
  }

  of(node: JsFunction): FunctionFact {
    const known = this.#facts.get(node);
    if (known) return known;
    const outer = functionAround(node);
    const member = memberOf(node);
    const identifier = identifierOf(node);
    const owner = member ? this.class(member.parent.parent) : null;
    // A class makes the facts of its methods itself, so that there is one of each.
    const made = this.#facts.get(node);
    if (made) return made;
    const fact: FunctionFact = {
      node,
      name: member ? (keyName(member.key, member.computed) ?? "") : (identifier?.name ?? propertyName(node)),
      parameters: node.params.map((parameter, index) => this.#parameter(parameter, `#${index}`)),
      self: null,
      owner,
      isGetter: member?.type === T.MethodDefinition && member.kind === "get",
      isOfClass: member?.static === true,
      outer: outer ? this.of(outer) : null,
      makes: member?.type === T.MethodDefinition && member.kind === "constructor",
      isPrivate: member ? isPrivateMember(member) || this.#isClosed(member.parent.parent) : this.#isPrivate(node, identifier, outer),
      decorators: member && "decorators" in member ? member.decorators : [],
      handedTo: handedTo(node) ?? this.#handedByName(identifier),
      expression: node.body.type !== T.BlockStatement ? node.body : null,
      roles: rolesOf(node, identifier),
      returns: node.returnType ? typeFactOf(node.returnType.typeAnnotation, this.types) : null,
    };
    this.#facts.set(node, fact);
    return fact;
  }

  #isPrivate(node: JsFunction, identifier: TSESTree.Identifier | null, outer: JsFunction | null): boolean {
    if (outer) return true;
    if (identifier) return !this.#names.isExported(this.#names.variableOf(identifier));
    for (let at: JsNode | undefined = node.parent; at; at = at.parent) {
      if (at.type === T.ExportDefaultDeclaration || at.type === T.ExportNamedDeclaration) return false;
      if (at.type === T.AssignmentExpression && at.left.type === T.MemberExpression) return false;
    }
    return true;
  }

  #isClosed(cls: JsClass): boolean {
    const known = this.#closed.get(cls) ?? isClosed(cls, this.#names);
    this.#closed.set(cls, known);
    return known;
  }

  /** A function that is only handed on by its name: `app.get("/", list)`. */
  #handedByName(identifier: TSESTree.Identifier | null): FunctionFact["handedTo"] {
    const variable = identifier ? this.#names.variableOf(identifier) : null;
    for (const reference of variable?.references ?? []) {
      const { parent } = reference.identifier;
      if (parent.type !== T.CallExpression || parent.callee === reference.identifier) continue;
      const position = parent.arguments.findIndex((argument) => argument === reference.identifier);
      if (position >= 0) return { call: parent, position };
    }
    return null;
  }

  #parameter(node: TSESTree.Parameter, position: string): Parameter {
    const inner = node.type === T.TSParameterProperty ? node.parameter : node;
    const target = inner.type === T.AssignmentPattern ? inner.left : inner.type === T.RestElement ? inner.argument : inner;
    const annotation = "typeAnnotation" in target ? target.typeAnnotation : "typeAnnotation" in inner ? inner.typeAnnotation : undefined;
    return {
      name: target.type === T.Identifier ? target.name : "",
      node: target,
      kind: inner.type === T.RestElement ? "rest" : "positional",
      fallback: inner.type === T.AssignmentPattern ? inner.right : null,
      type: (annotation ? typeFactOf(annotation.typeAnnotation, this.types) : null) ?? this.#contextual(node.parent, position) ?? this.#checked(target) ?? (this.#isTyped ? inferred(inner) : null),
      decorators: node.decorators,
    };
  }

  /** What the type of a function says of a parameter: `const list: RequestHandler = (req, res) => …`. */
  #contextual(fn: JsNode | undefined, position: string): TypeFact | null {
    const around = fn?.parent;
    const annotation = around?.type === T.VariableDeclarator && around.init === fn ? around.id.typeAnnotation?.typeAnnotation : around?.type === T.TSSatisfiesExpression ? around.typeAnnotation : undefined;
    const type = annotation ? typeFactOf(annotation, this.types) : null;
    return type?.kind === "instance" ? { kind: "instance", path: `${type.path.replace(/\(\)$/, "")}(${position})` } : null;
  }

  class(node: JsClass | TSESTree.TSEnumDeclaration): ClassFact {
    const known = this.#classes.get(node);
    if (known) return known;
    const methods = new Map<string, FunctionFact>();
    const attributes = new Map<string, Attribute[]>();
    const parents: ClassFact[] = [];
    const fact: ClassFact = {
      node,
      name: node.id?.name ?? "",
      bases: isClass(node) && node.superClass ? [node.superClass] : [],
      decorators: isClass(node) ? node.decorators : [],
      methods,
      attributes,
      parents,
      isEnumeration: node.type === T.TSEnumDeclaration,
    };
    this.#classes.set(node, fact);
    if (isClass(node)) {
      this.#members(node, methods, attributes);
      const parent = this.#parentOf(node);
      if (parent && parent !== node) parents.push(this.class(parent));
    } else {
      for (const member of node.body.members) {
        const name = keyName(member.id, false);
        if (name !== null) attributes.set(name, [{ node: member, value: member.initializer ?? null, type: null }]);
      }
    }
    return fact;
  }

  #parentOf(node: JsClass): JsClass | null {
    if (node.superClass?.type !== T.Identifier) return null;
    const definition = this.#names.variableOf(node.superClass)?.defs[0]?.node;
    return definition && isClass(definition) ? definition : null;
  }

  #members(node: JsClass, methods: Map<string, FunctionFact>, attributes: Map<string, Attribute[]>): void {
    const add = (name: string, attribute: Attribute) => attributes.set(name, [...(attributes.get(name) ?? []), attribute]);
    for (const member of node.body.body) {
      if (member.type === T.MethodDefinition && member.value.type === T.FunctionExpression) {
        const name = keyName(member.key, member.computed);
        if (name !== null && member.kind !== "set") methods.set(name, this.of(member.value));
        if (member.kind === "constructor") member.value.params.forEach((parameter) => { this.#parameterProperty(parameter, add); });
      }
      if (member.type !== T.PropertyDefinition) continue;
      const name = keyName(member.key, member.computed);
      if (name === null) continue;
      if (member.value && isFunction(member.value)) methods.set(name, this.of(member.value));
      else add(name, { node: member, value: member.value, type: member.typeAnnotation ? typeFactOf(member.typeAnnotation.typeAnnotation, this.types) : null });
    }
  }

  #parameterProperty(parameter: TSESTree.Parameter, add: (name: string, attribute: Attribute) => void): void {
    if (parameter.type !== T.TSParameterProperty) return;
    const fact = this.#parameter(parameter, "");
    if (fact.name !== "") add(fact.name, { node: fact.node, value: fact.node, type: fact.type });
  }
}

/** What a default says of a parameter without a type: `limit = 20`. */
function inferred(node: TSESTree.Parameter): TypeFact | null {
  const value = node.type === T.AssignmentPattern && node.right.type === T.Literal ? typeof node.right.value : null;
  return value === "number" || value === "boolean" ? { kind: value } : null;
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

function memberOf(node: JsFunction): Member | null {
  const { parent } = node;
  return (parent.type === T.MethodDefinition || parent.type === T.PropertyDefinition) && parent.value === node ? parent : null;
}

const isPrivateMember = (member: Member) => member.key.type === T.PrivateIdentifier || member.accessibility === "private";

/** The identifier that a function is known by in its scope. */
function identifierOf(node: JsFunction): TSESTree.Identifier | null {
  if (node.type === T.FunctionDeclaration) return node.id;
  let at: JsNode = node;
  while (at.parent.type === T.TSAsExpression || at.parent.type === T.TSSatisfiesExpression) at = at.parent;
  if (at.parent.type === T.VariableDeclarator && at.parent.id.type === T.Identifier) return at.parent.id;
  return node.type === T.FunctionExpression ? node.id : null;
}

function propertyName(node: JsFunction): string {
  const { parent } = node;
  if (parent.type === T.Property) return keyName(parent.key, parent.computed) ?? "";
  return parent.type === T.AssignmentExpression && parent.left.type === T.MemberExpression ? (keyName(parent.left.property, parent.left.computed) ?? "") : "";
}

function handedTo(node: JsFunction): FunctionFact["handedTo"] {
  const { parent } = node;
  if (parent.type !== T.CallExpression && parent.type !== T.NewExpression) return null;
  const position = parent.arguments.findIndex((argument) => argument === node);
  return position < 0 ? null : { call: parent, position };
}

/** `use server` makes every argument a client's. */
function rolesOf(node: JsFunction, identifier: TSESTree.Identifier | null): readonly string[] {
  const isDirective = (statement: JsNode | undefined) => statement?.type === T.ExpressionStatement && statement.expression.type === T.Literal && statement.expression.value === "use server";
  if (node.body.type === T.BlockStatement && isDirective(node.body.body[0])) return ["use server"];
  const declaration = node.type === T.FunctionDeclaration ? node : node.parent.parent;
  if (declaration?.parent?.type !== T.ExportNamedDeclaration) return [];
  const program = declaration.parent.parent;
  const exported = identifier ? [`export ${identifier.name}`] : [];
  return program.type === T.Program && isDirective(program.body[0]) && node.async ? ["use server", ...exported] : exported;
}
