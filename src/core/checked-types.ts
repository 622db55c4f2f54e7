/** What TypeScript's checker knows of a name, where typed linting is on. */

import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { TSESTree } from "@typescript-eslint/utils";
import type { TypeFact } from "../facts/view.ts";

// `ts.TypeFlags` without loading the compiler for projects that lint without types.
const NUMBER_LIKE = 296;
const BIGINT_LIKE = 2112;
const BOOLEAN_LIKE = 528;
const STRING_LITERAL = 128;

interface Type {
  readonly flags: number;
  readonly types?: readonly Type[];
}

/** A look-up of a node's type; answers null for everything when the parser made no program. */
export function checkedTypes(source: Readonly<SourceCode>): (node: TSESTree.Node) => TypeFact | null {
  const services = source.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return () => null;
  const checker = services.program.getTypeChecker();
  const { esTreeNodeToTSNodeMap: nodes } = services;
  return (node) => {
    const own = nodes.get(node);
    return factOf(checker.getTypeAtLocation(own));
  };
}

function factOf(type: Type): TypeFact | null {
  const parts = type.types ?? [type];
  if (parts.every(({ flags }) => (flags & (NUMBER_LIKE | BIGINT_LIKE)) !== 0)) return { kind: "number" };
  if (parts.every(({ flags }) => (flags & BOOLEAN_LIKE) !== 0)) return { kind: "boolean" };
  return parts.every(({ flags }) => (flags & STRING_LITERAL) !== 0) ? { kind: "literals" } : null;
}
