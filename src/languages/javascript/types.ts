/** What annotations say: numbers, texts of the file's own choice, instances of imported classes. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { ClassFact } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { Names } from "./names.ts";
import { modulePath } from "./names.ts";
import { bare, T, type JsClass, type JsNode } from "./nodes.ts";

/** Where names lead. */
export interface TypeContext {
  readonly names: Names;
  cls(node: JsClass): ClassFact;
}

const MOST_ALIASES_DEEP = 8;
const WRAPPERS = new Set(["Promise", "Readonly", "Required", "NonNullable", "Awaited", "Partial", "Pick", "Omit", "Exclude", "Extract", "Uppercase", "Lowercase", "Capitalize", "Uncapitalize", "NoInfer"]);
/** Types of the platform that nobody imports. */
const AMBIENT = new Set(["Map", "WeakMap", "WeakSet", "RegExp", "D1Database", "D1DatabaseSession"]);
const LISTS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable"]);

/** The fact that a type node states; null when it states nothing that we use. */
export function typeFactOf(node: TSESTree.TypeNode, file: TypeContext, depth = 0): TypeFact | null {
  switch (node.type) {
    case T.TSNumberKeyword:
    case T.TSBigIntKeyword:
      return { kind: "number" };
    case T.TSBooleanKeyword:
      return { kind: "boolean" };
    case T.TSStringKeyword:
      return { kind: "text" };
    case T.TSLiteralType:
      return node.literal.type === T.Literal && typeof node.literal.value === "number" ? { kind: "number" } : node.literal.type === T.TemplateLiteral && node.literal.expressions.length > 0 ? { kind: "text" } : { kind: "literals" };
    case T.TSUnionType:
      return unionFact(node.types.map((one) => (isEmptyType(one) ? "empty" : typeFactOf(one, file, depth))));
    case T.TSArrayType:
      return { kind: "list", of: typeFactOf(node.elementType, file, depth) };
    case T.TSTypeOperator:
      if (!node.typeAnnotation || node.operator === "unique") return null;
      return node.operator === "readonly" ? typeFactOf(node.typeAnnotation, file, depth) : keysFact(node.typeAnnotation, file, depth);
    case T.TSIndexedAccessType:
      return accessFact(node, file, depth);
    case T.TSTemplateLiteralType:
      return node.types.every((one) => isOfLiterals(typeFactOf(one, file, depth))) ? { kind: "literals" } : { kind: "text" };
    case T.TSIntersectionType:
      return intersectionFact(node.types.map((one) => typeFactOf(one, file, depth)));
    case T.TSImportType:
      return node.qualifier?.type === T.Identifier && !node.source.value.startsWith(".") ? { kind: "instance", path: `${modulePath(node.source.value, node.qualifier.name)}()` } : null;
    case T.TSTypeLiteral:
      return objectFact(node.members, file, depth);
    case T.TSTypeReference:
      return depth < MOST_ALIASES_DEEP ? referenceFact(node, file, depth + 1) : null;
    default:
      return null;
  }
}

const isEmptyType = (node: TSESTree.TypeNode) => node.type === T.TSUndefinedKeyword || node.type === T.TSNullKeyword;

function unionFact(parts: readonly (TypeFact | "empty" | null)[]): TypeFact | null {
  const facts = parts.filter((part) => part !== "empty");
  const [first] = facts;
  if (!first || facts.some((fact) => fact === null)) return null;
  if (facts.length === 1) return first;
  if (facts.every((fact) => fact?.kind === "number")) return { kind: "number" };
  if (facts.every((fact) => fact?.kind === "literals" || fact?.kind === "boolean" || fact?.kind === "number")) return { kind: "literals" };
  if (facts.every((fact) => fact?.kind === "text")) return first;
  const paths = facts.map((fact) => (fact?.kind === "instance" ? fact.path : ""));
  // A pool or one of its clients: both of one library.
  return paths.every((path) => path.includes(".") && path.replace(/\.[^.]*$/, "") === paths[0]?.replace(/\.[^.]*$/, "")) ? first : null;
}

const isOfLiterals = (fact: TypeFact | null): boolean => fact?.kind === "literals" || fact?.kind === "number" || fact?.kind === "boolean";

function intersectionFact(facts: readonly (TypeFact | null)[]): TypeFact | null {
  const objects = facts.filter((fact) => fact?.kind === "object");
  const instance = facts.find((fact) => fact?.kind === "instance" || fact?.kind === "class");
  if (instance) return instance;
  return objects.length > 0 ? { kind: "object", fields: new Map(objects.flatMap(({ fields }) => [...fields])) } : null;
}

/** The constant of this file that `typeof NAME` is about, if nothing can be added to it: `[…] as const`. */
function constantOf(node: TSESTree.TypeNode, { names }: TypeContext): JsNode | null {
  if (node.type !== T.TSTypeQuery || node.exprName.type !== T.Identifier) return null;
  const definition = names.variableOf(node.exprName)?.defs.find(({ node: one }) => !isTypeDeclaration(one))?.node;
  return definition?.type === T.VariableDeclarator && definition.parent.kind === "const" ? definition.init : null;
}

const isAsConst = (node: JsNode): boolean => node.type === T.TSAsExpression && node.typeAnnotation.type === T.TSTypeReference && node.typeAnnotation.typeName.type === T.Identifier && node.typeAnnotation.typeName.name === "const";

/** `keyof typeof TABLE`, `keyof Row`: names that the file chose. */
function keysFact(node: TSESTree.TypeNode, file: TypeContext, depth: number): TypeFact | null {
  const constant = constantOf(node, file);
  if (constant) return bare(constant).type === T.ObjectExpression ? { kind: "literals" } : null;
  return typeFactOf(node, file, depth)?.kind === "object" ? { kind: "literals" } : null;
}

/** `(typeof LIST)[number]`, `(typeof TABLE)[keyof typeof TABLE]`, `Row["id"]`. */
function accessFact(node: TSESTree.TSIndexedAccessType, file: TypeContext, depth: number): TypeFact | null {
  const constant = constantOf(node.objectType, file);
  if (constant) return isAsConst(constant) ? { kind: "literals" } : null;
  const object = typeFactOf(node.objectType, file, depth);
  const key = node.indexType.type === T.TSLiteralType && node.indexType.literal.type === T.Literal ? String(node.indexType.literal.value) : null;
  return object?.kind === "object" && key !== null ? (object.fields.get(key) ?? null) : null;
}

function objectFact(members: readonly TSESTree.TypeElement[], file: TypeContext, depth: number): TypeFact {
  const fields = new Map<string, TypeFact>();
  for (const member of members) {
    if (member.type !== T.TSPropertySignature || member.computed || member.key.type !== T.Identifier || !member.typeAnnotation) continue;
    const fact = typeFactOf(member.typeAnnotation.typeAnnotation, file, depth);
    if (fact) fields.set(member.key.name, fact);
  }
  return { kind: "object", fields };
}

function referenceFact(node: TSESTree.TSTypeReference, file: TypeContext, depth: number): TypeFact | null {
  const [argument] = node.typeArguments?.params ?? [];
  if (node.typeName.type === T.Identifier) {
    const { name } = node.typeName;
    const variable = file.names.variableOf(node.typeName);
    const definition = (variable?.defs.find(({ node: one }) => isTypeDeclaration(one)) ?? variable?.defs[0])?.node;
    if (!definition) {
      if (name === "Date") return { kind: "date" };
      if (AMBIENT.has(name)) return { kind: "instance", path: `${name}()` };
      if (argument && LISTS.has(name)) return { kind: "list", of: typeFactOf(argument, file, depth) };
      return argument && WRAPPERS.has(name) ? typeFactOf(argument, file, depth) : null;
    }
    return declaredFact(definition, file, depth);
  }
  const path = qualifiedPath(node.typeName, file);
  // `z.infer<typeof schema>`
  if (argument?.type === T.TSTypeQuery && argument.exprName.type === T.Identifier && path !== null && /\.(?:infer|output|TypeOf|InferOutput)$/.test(path)) return { kind: "schema", of: argument.exprName };
  return path === null ? null : { kind: "instance", path: `${path}()` };
}

/** A type may share its name with a value. */
const isTypeDeclaration = (node: JsNode): boolean => node.type === T.TSTypeAliasDeclaration || node.type === T.TSInterfaceDeclaration;

function declaredFact(definition: JsNode, file: TypeContext, depth: number): TypeFact | null {
  switch (definition.type) {
    case T.TSTypeAliasDeclaration:
      return typeFactOf(definition.typeAnnotation, file, depth);
    case T.TSInterfaceDeclaration:
      return objectFact(definition.body.body, file, depth);
    case T.TSEnumDeclaration:
      return definition.body.members.some((member) => member.initializer && member.initializer.type !== T.Literal) ? null : { kind: "literals" };
    case T.ClassDeclaration:
    case T.ClassExpression:
      return { kind: "class", cls: file.cls(definition) };
    case T.ImportSpecifier:
    case T.ImportDefaultSpecifier:
    case T.ImportNamespaceSpecifier: {
      const path = importedPath(definition);
      return path === null || path.startsWith("?") ? null : { kind: "instance", path: `${path}()` };
    }
    default:
      return null;
  }
}

function importedPath(specifier: TSESTree.ImportClause): string | null {
  const declaration = specifier.parent;
  if (declaration.type !== T.ImportDeclaration) return null;
  const member = specifier.type === T.ImportSpecifier ? (specifier.imported.type === T.Identifier ? specifier.imported.name : specifier.imported.value) : null;
  return modulePath(declaration.source.value, member);
}

function qualifiedPath(name: TSESTree.EntityName, file: TypeContext): string | null {
  if (name.type === T.TSQualifiedName) {
    const left = qualifiedPath(name.left, file);
    return left === null ? null : `${left}.${name.right.name}`;
  }
  if (name.type !== T.Identifier) return null;
  const definition = file.names.variableOf(name)?.defs[0]?.node;
  if (definition?.type === T.ImportSpecifier || definition?.type === T.ImportDefaultSpecifier || definition?.type === T.ImportNamespaceSpecifier) return importedPath(definition);
  return definition ? null : name.name;
}
