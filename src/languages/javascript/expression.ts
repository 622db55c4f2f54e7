/** An expression of JavaScript that stands in a file of another language. */

import { createRequire } from "node:module";
import { AST_TOKEN_TYPES } from "@typescript-eslint/types";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Scope, SourceCode } from "@typescript-eslint/utils/ts-eslint";
import { JavaScriptFacts } from "./facts.ts";
import { childrenOf, T, type JsNode } from "./nodes.ts";

interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopeManager: Scope.ScopeManager;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

interface Parser {
  parseForESLint(text: string, options: object): Parsed;
}

export interface JavaScriptExpression {
  readonly facts: JavaScriptFacts;
  readonly root: TSESTree.Expression;
  /** Every node of it, and of what is around it. */
  readonly nodes: readonly JsNode[];
  /** How many units the parsed text has before the expression's own. */
  readonly before: number;
}

const OPTIONS = { range: true, loc: true, tokens: true, comment: true, sourceType: "script" };
const load = createRequire(import.meta.url);
let parser: Parser | null = null;

/** The facts of a text that is one expression; null for anything else. The parser is loaded when the first one is asked for. */
export function expressionIn(text: string, path: string): JavaScriptExpression | null {
  if (text.trim() === "") return null;
  const parsed = parse(`(${text}\n)`);
  const [statement, another] = parsed?.ast.body ?? [];
  if (!parsed || another || statement?.type !== T.ExpressionStatement || !isInOnePair(parsed.ast)) return null;
  return { facts: new JavaScriptFacts(sourceOf(`(${text}\n)`, parsed), path, () => null), root: statement.expression, nodes: nodesOf(parsed.ast, parsed), before: 1 };
}

function parse(text: string): Parsed | null {
  try {
    parser ??= load("@typescript-eslint/parser") as Parser;
    return parser.parseForESLint(text, OPTIONS);
  } catch {
    // Whether a text is JavaScript depends on who reads it.
    return null;
  }
}

/** Whether the first parenthesis, which is ours, is closed by the last one. */
function isInOnePair({ tokens }: TSESTree.Program): boolean {
  let depth = 0;
  return tokens?.every(({ value, type }, index) => {
    if (type === AST_TOKEN_TYPES.Punctuator) depth += value === "(" ? 1 : value === ")" ? -1 : 0;
    return depth > 0 || index === tokens.length - 1;
  }) ?? false;
}

/** The nodes of a tree; as ESLint does, each of them learns its parent. */
function nodesOf(root: JsNode, { visitorKeys }: Parsed): readonly JsNode[] {
  const nodes = [root];
  for (const node of nodes) {
    for (const child of childrenOf(node, visitorKeys[node.type])) {
      (child as { parent?: JsNode }).parent = node;
      nodes.push(child);
    }
  }
  return nodes;
}

/** As much of ESLint's source code as the facts of an expression need: it is not edited by its tokens. */
function sourceOf(text: string, { ast, scopeManager, visitorKeys }: Parsed): Readonly<SourceCode> {
  const source = { text, ast, scopeManager, visitorKeys, getText: (node?: JsNode) => (node ? text.slice(...node.range) : text) };
  return source as unknown as Readonly<SourceCode>;
}
