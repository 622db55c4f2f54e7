/** Python that stands in an attribute or a text of an XML file, parsed when somebody asks for it. */

import { parse } from "py-ast";
import type { Range } from "../../facts/node.ts";
import type { PyExpr, PyModule, PyNode } from "../python/ast.ts";
import { PythonSourceCode } from "../python/source-code.ts";
import { tokensIn } from "../python/tokens.ts";
import type { Decoded } from "./decode.ts";

/** What the text is: one expression, or a program. */
export type PythonMode = "expression" | "statements";

/** Python in an XML file. Offsets are UTF-16, ranges half-open. */
export class EmbeddedPython {
  /** The text as it was parsed, an expression in parentheses; its own ranges lie in that text and not in the file. */
  readonly source: PythonSourceCode;
  readonly module: PyModule;
  /** Null for a program. */
  readonly expression: PyExpr | null;
  readonly #decoded: Decoded;
  /** Where the parsed text begins in the decoded one. */
  readonly #from: number;

  constructor(source: PythonSourceCode, expression: PyExpr | null, decoded: Decoded, from: number) {
    this.source = source;
    this.module = source.ast;
    this.expression = expression;
    this.#decoded = decoded;
    this.#from = from;
  }

  /** The range in the decoded text of one in the parsed text. */
  decodedRange([start, end]: Range): Range {
    const within = (index: number) => Math.min(Math.max(index + this.#from, 0), this.#decoded.text.length);
    return [within(start), within(end)];
  }

  /** Where a node is written in the file: references at its ends are taken whole. */
  rangeOf(node: PyNode): Range {
    return this.#decoded.sourceRange(this.decodedRange(this.source.getRange(node)));
  }

  /** Where in the file a node is written and nothing else; null when an end of it lies within a reference. */
  exactRangeOf(node: PyNode): Range | null {
    return this.#decoded.exactRange(this.decodedRange(this.source.getRange(node)));
  }
}

/** The Python of a decoded text; null when it is none, which is no fault: what an attribute holds depends on who reads it. */
export function pythonIn(decoded: Decoded, mode: PythonMode): EmbeddedPython | null {
  return mode === "expression" ? expressionIn(decoded) : programIn(decoded);
}

/** In parentheses an expression may stand on several lines, as where it is evaluated. */
function expressionIn(decoded: Decoded): EmbeddedPython | null {
  if (decoded.text.trim() === "" || !isBalanced(decoded.text)) return null;
  const source = parsed(`(${decoded.text}\n)`);
  const [statement, another] = source?.ast.body ?? [];
  if (!source || another || statement?.nodeType !== "Expr") return null;
  const { value } = statement;
  return needsParentheses(value, source) ? null : new EmbeddedPython(source, value, decoded, -1);
}

/** Whether every bracket of a text is closed in it: the parentheses around it are ours. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const { kind, range } of tokensIn(text)) {
    const sign = kind === "sign" ? text[range[0]] ?? "" : "";
    if (sign !== "" && "([{".includes(sign)) depth += 1;
    if (sign !== "" && ")]}".includes(sign)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** What Python reads as an expression of its own only between parentheses. */
function needsParentheses(value: PyExpr, source: PythonSourceCode): boolean {
  if (value.nodeType === "GeneratorExp") return source.getRange(value)[0] === 0;
  return value.nodeType === "NamedExpr" || value.nodeType === "Yield" || value.nodeType === "YieldFrom";
}

/** White space around a program is taken away before it runs, and none within. */
function programIn(decoded: Decoded): EmbeddedPython | null {
  const program = decoded.text.trim();
  const source = program === "" ? null : parsed(program);
  return source && new EmbeddedPython(source, null, decoded, decoded.text.length - decoded.text.trimStart().length);
}

function parsed(text: string): PythonSourceCode | null {
  try {
    return new PythonSourceCode({ text, ast: parse(text), hasBOM: false });
  } catch {
    // Much of what looks like Python here is JavaScript.
    return null;
  }
}
