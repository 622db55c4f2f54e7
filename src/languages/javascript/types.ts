/** What annotations say: numbers, texts of the file's own choice, instances of imported classes. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { TypeFact } from "../../facts/view.ts";
import type { Names } from "./names.ts";
import { modulePath } from "./names.ts";
import { T, type JsNode } from "./nodes.ts";

const MOST_ALIASES_DEEP = 8;
const WRAPPERS = new Set(["Promise", "Readonly", "Required", "NonNullable", "Awaited"]);
const LISTS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable"]);

/** The fact that a type node states; null when it states nothing that we use. */
export function typeFactOf(node: TSESTree.TypeNode, names: Names, depth = 0): TypeFact | null {
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
      return unionFact(node.types.map((one) => (isEmptyType(one) ? "empty" : typeFactOf(one, names, depth))));
    case T.TSArrayType:
      return { kind: "list", of: typeFactOf(node.elementType, names, depth) };
    case T.TSTypeOperator:
      return node.typeAnnotation && node.operator === "readonly" ? typeFactOf(node.typeAnnotation, names, depth) : null;
    case T.TSTypeLiteral:
      return objectFact(node.members, names, depth);
    case T.TSTypeReference:
      return depth < MOST_ALIASES_DEEP ? referenceFact(node, names, depth + 1) : null;
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
  return facts.every((fact) => fact?.kind === first.kind) && first.kind === "text" ? first : null;
}

function objectFact(members: readonly TSESTree.TypeElement[], names: Names, depth: number): TypeFact {
  const fields = new Map<string, TypeFact>();
  for (const member of members) {
    if (member.type !== T.TSPropertySignature || member.computed || member.key.type !== T.Identifier || !member.typeAnnotation) continue;
    const fact = typeFactOf(member.typeAnnotation.typeAnnotation, names, depth);
    if (fact) fields.set(member.key.name, fact);
  }
  return { kind: "object", fields };
}

function referenceFact(node: TSESTree.TSTypeReference, names: Names, depth: number): TypeFact | null {
  const [argument] = node.typeArguments?.params ?? [];
  if (node.typeName.type === T.Identifier) {
    const { name } = node.typeName;
    const variable = names.variableOf(node.typeName);
    const definition = variable?.defs[0]?.node;
    if (!definition) {
      if (name === "Date") return { kind: "date" };
      if (argument && LISTS.has(name)) return { kind: "list", of: typeFactOf(argument, names, depth) };
      return argument && WRAPPERS.has(name) ? typeFactOf(argument, names, depth) : null;
    }
    return declaredFact(definition, names, depth);
  }
  const path = qualifiedPath(node.typeName, names);
  return path === null ? null : { kind: "instance", path: `${path}()` };
}

function declaredFact(definition: JsNode, names: Names, depth: number): TypeFact | null {
  switch (definition.type) {
    case T.TSTypeAliasDeclaration:
      return typeFactOf(definition.typeAnnotation, names, depth);
    case T.TSInterfaceDeclaration:
      return objectFact(definition.body.body, names, depth);
    case T.TSEnumDeclaration:
      return definition.body.members.some((member) => member.initializer && member.initializer.type !== T.Literal) ? null : { kind: "literals" };
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

function qualifiedPath(name: TSESTree.EntityName, names: Names): string | null {
  if (name.type === T.TSQualifiedName) {
    const left = qualifiedPath(name.left, names);
    return left === null ? null : `${left}.${name.right.name}`;
  }
  if (name.type !== T.Identifier) return null;
  const definition = names.variableOf(name)?.defs[0]?.node;
  if (definition?.type === T.ImportSpecifier || definition?.type === T.ImportDefaultSpecifier || definition?.type === T.ImportNamespaceSpecifier) return importedPath(definition);
  return definition ? null : name.name;
}
