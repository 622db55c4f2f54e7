/** What TypeScript's checker knows of an expression, where typed linting is on: numbers, and instances of a library's classes. */

import { createRequire } from "node:module";
import type * as typescript from "typescript";
import type { ParserServicesWithTypeInformation } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { TSESTree } from "@typescript-eslint/utils";
import type { TypeFact } from "../facts/view.ts";

type Checker = ReturnType<ParserServicesWithTypeInformation["program"]["getTypeChecker"]>;
type Type = ReturnType<Checker["getTypeAtLocation"]>;

interface Flags {
  readonly number: number;
  readonly nothing: number;
  readonly object: number;
}

/** What JavaScript itself has, and is no database. */
const OWN = new Set(["Map", "WeakMap", "Set", "WeakSet", "RegExp", "Date"]);
const MOST_BASES = 4;

/** A look-up of an expression's type; answers null for everything when the parser made no program. */
export function checkedTypes(source: Readonly<SourceCode>): (node: TSESTree.Node) => TypeFact | null {
  const services = source.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return () => null;
  const checker = services.program.getTypeChecker();
  const flags = flagsOfCompiler();
  const { esTreeNodeToTSNodeMap: nodes } = services;
  return (node) => {
    const own = nodes.get(node);
    return factOf(checker.getTypeAtLocation(own), { checker, flags });
  };
}

/** The compiler's numbers for kinds of types, which change from version to version. Only where there is a program the compiler is there, and loaded. */
function flagsOfCompiler(): Flags {
  const { TypeFlags } = createRequire(import.meta.url)("typescript") as typeof typescript;
  return { number: TypeFlags.NumberLike | TypeFlags.BigIntLike, nothing: TypeFlags.Undefined | TypeFlags.Null, object: TypeFlags.Object };
}

function factOf(type: Type, { checker, flags }: { readonly checker: Checker; readonly flags: Flags }): TypeFact | null {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => (part.flags & flags.nothing) === 0);
  const [first, ...more] = parts;
  if (!first) return null;
  if (parts.every((part) => (part.flags & flags.number) !== 0)) return { kind: "number" };
  const path = more.length === 0 && (first.flags & flags.object) !== 0 ? classPath(first, checker) : null;
  return path === null ? null : { kind: "instance", path: `${path}()` };
}

/** The canonical path of the library's class that a type is, or extends. */
function classPath(type: Type, checker: Checker): string | null {
  let at: Type | undefined = type;
  for (let turn = 0; at && turn < MOST_BASES; turn += 1) {
    const symbol = at.getSymbol();
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? "";
    const module = moduleOf(file);
    if (symbol && module === "typescript") return OWN.has(symbol.name) ? symbol.name : null;
    if (symbol && module !== null) return symbol.name === "default" ? module : `${module}.${symbol.name}`;
    at = at.isClassOrInterface() ? checker.getBaseTypes(at)[0] : undefined;
  }
  return null;
}

/** The package whose declarations a file holds; null for the project's own. */
function moduleOf(file: string): string | null {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  if (name === undefined) return null;
  return name.startsWith("@types/") ? name.slice("@types/".length).replace(/^(.+)__/, "@$1/") : name;
}
