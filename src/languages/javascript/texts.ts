/** The exact form of a JavaScript text: strings, template literals, sums of them. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CharsSegment, Segment, TextTemplate, WrittenLiteral } from "../../facts/edits.ts";
import type { Range } from "../../facts/node.ts";
import { segmentsOfSum } from "../../facts/written-text.ts";
import { unitsIn } from "./literals.ts";
import { T, type JsNode } from "./nodes.ts";

type Source = Readonly<SourceCode>;

/** The template of an expression; null when it is not written as one. A tag's is its literal. */
export function templateOf(source: Source, node: JsNode): TextTemplate | null {
  const segments = segmentsOf(source, node.type === T.TaggedTemplateExpression ? node.quasi : node);
  return segments && segments.some((segment) => segment.literal !== null) ? { node, segments } : null;
}

function segmentsOf(source: Source, node: JsNode): readonly Segment[] | null {
  if (node.type === T.Literal) return typeof node.value === "string" ? [stringSegment(source, node)] : null;
  if (node.type === T.TemplateLiteral) return templateSegments(source, node);
  return node.type === T.BinaryExpression && node.operator === "+" ? sumSegments(source, node) : null;
}

/** `a + b + c`, each operand a text of its own or a hole; null when none is a text. */
function sumSegments(source: Source, node: TSESTree.BinaryExpression): readonly Segment[] | null {
  const sums: TSESTree.BinaryExpression[] = [];
  let left: JsNode = node;
  while (left.type === T.BinaryExpression && left.operator === "+") {
    sums.unshift(left);
    left = left.left;
  }
  return segmentsOfSum([left, ...sums.map((sum) => sum.right)], {
    segmentsOf: (operand) => segmentsOf(source, operand),
    rangeOf: (operand) => outerRange(source, operand),
    isNumber: (operand) => operand.type === T.Literal,
    sumOf: (count) => sums[count - 2] ?? node,
  });
}

function stringSegment({ text }: Source, node: TSESTree.StringLiteral): CharsSegment {
  const [start, end] = node.range;
  const content: Range = [start + 1, end - 1];
  const quote = text[start] ?? '"';
  const literal: WrittenLiteral = {
    range: node.range, content, style: quote, formatting: null,
    spell: (added) => added.replace(/\\/g, "\\\\").replaceAll(quote, `\\${quote}`).replace(/\n/g, "\\n"),
    cut: ([from, to]) => quote + text.slice(from, to) + quote,
  };
  return { kind: "chars", ...unitsIn(text, content), literal };
}

const spelledInTemplate = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, "\\$&");

function templateSegments({ text }: Source, node: TSESTree.TemplateLiteral): readonly Segment[] {
  const [start, end] = node.range;
  const literal: WrittenLiteral = {
    range: node.range, content: [start + 1, end - 1], style: "`", formatting: null,
    spell: spelledInTemplate,
    cut: ([from, to]) => `\`${text.slice(from, to)}\``,
  };
  const segments: Segment[] = [];
  node.quasis.forEach((quasi, index) => {
    const content: Range = [quasi.range[0] + 1, quasi.range[1] - (quasi.tail ? 1 : 2)];
    const hole = node.expressions[index];
    if (content[1] > content[0] || (!hole && segments.length === 0)) segments.push({ kind: "chars", ...unitsIn(text, content), literal });
    const next = node.quasis[index + 1];
    if (hole && next) segments.push({ kind: "hole", node: hole, conversion: null, key: null, range: [content[1], next.range[0] + 1], literal });
  });
  return segments;
}

/** The range of an expression with the parentheses that are its own. */
export function outerRange(source: Source, node: JsNode): Range {
  let [start, end] = node.range;
  const { parent } = node;
  const isArgument = parent && (parent.type === T.CallExpression || parent.type === T.NewExpression) && parent.callee !== node;
  // The first parenthesis behind the callee is the call's.
  const limit = isArgument ? (source.getTokenAfter(lastOfCallee(source, parent), (token) => token.value === "(")?.range[1] ?? start) : 0;
  for (;;) {
    const before = source.getTokenByRangeStart(start) ? source.getTokenBefore({ range: [start, end] } as TSESTree.Node) : null;
    const after = source.getTokenAfter({ range: [start, end] } as TSESTree.Node);
    if (before?.value !== "(" || after?.value !== ")" || before.range[0] < limit || !isOwn(parent, before)) return [start, end];
    start = before.range[0];
    end = after.range[1];
  }
}

const lastOfCallee = (source: Source, call: TSESTree.CallExpression | TSESTree.NewExpression) => call.typeArguments ?? source.getLastToken(call.callee) ?? call.callee;

/** Whether a parenthesis belongs to an expression: those of statements and definitions don't. */
function isOwn(parent: JsNode | undefined, paren: TSESTree.Token): boolean {
  switch (parent?.type) {
    case T.IfStatement:
    case T.WhileStatement:
    case T.DoWhileStatement:
    case T.SwitchStatement:
    case T.ForStatement:
    case T.ForOfStatement:
    case T.ForInStatement:
    case T.CatchClause:
    case T.ArrowFunctionExpression:
      return false;
    default:
      return parent === undefined || paren.range[0] >= parent.range[0];
  }
}
