/** The expressions of a template at their exact place, parsed when somebody asks for one. */

import type { CodeFacts } from "../../facts/code.ts";
import type { CodeNode, Range } from "../../facts/node.ts";
import type { TemplatePiece, View } from "../../facts/view.ts";
import { expressionIn } from "../javascript/expression.ts";
import type { PyNode } from "../python/ast.ts";
import { PythonFacts } from "../python/facts.ts";
import { childrenOf } from "../python/visitor-keys.ts";
import { Decoded, type XMLHost } from "./decode.ts";
import { pythonIn } from "./embedded.ts";
import { withSymbols } from "./qweb-words.ts";
import type { XMLSourceCode } from "./source-code.ts";

/** An expression that is one in the engine's language. */
export interface ParsedExpression {
  readonly expression: TemplateExpression;
  readonly facts: CodeFacts;
  readonly root: CodeNode;
  /** Every node of it. */
  readonly nodes: readonly CodeNode[];
  rangeOf(node: CodeNode): Range;
}

/** What a template has as code besides expressions: a format, a body, a name that the engine hands in. */
export class TemplatePart {
  readonly view: View;
  readonly range: Range;
  /** How it is spoken of. */
  readonly label: string;

  constructor(view: View, range: Range, label: string) {
    this.view = view;
    this.range = range;
    this.label = label;
  }
}

/** A finding may be placed by another template of the file than its own, so who owns a node is known to all of them. */
const owners = new WeakMap<CodeNode, ParsedExpression>();

/** A text with holes. */
export interface TemplateFormat {
  readonly part: TemplatePart;
  readonly holes: readonly TemplateExpression[];
}

export class TemplateExpression {
  readonly decoded: Decoded;
  readonly #parse: (expression: TemplateExpression) => ParsedExpression | null;
  #parsed: ParsedExpression | null | undefined;

  constructor(decoded: Decoded, parse: (expression: TemplateExpression) => ParsedExpression | null) {
    this.decoded = decoded;
    this.#parse = parse;
  }

  /** Null when it is none in the engine's language. */
  get parsed(): ParsedExpression | null {
    if (this.#parsed === undefined) this.#parsed = this.#parse(this);
    return this.#parsed;
  }
}

/** The expressions of one template, each of them once. */
export class TemplateExpressions {
  readonly source: XMLSourceCode;
  readonly #language: CodeFacts["language"];
  readonly #path: string;
  readonly #known = new Map<number, TemplateExpression>();
  readonly #formats = new Map<number, TemplateFormat>();

  constructor(source: XMLSourceCode, language: CodeFacts["language"], path: string) {
    this.source = source;
    this.#language = language;
    this.#path = path;
  }

  /** The expression in which a node stands. */
  ownerOf(node: CodeNode): ParsedExpression | null {
    return owners.get(node) ?? null;
  }

  /** The expression in a part (in units of the decoded text) of what is written in a node, else in all of it. */
  in(host: XMLHost, part?: Range): TemplateExpression {
    const whole = this.source.decoded(host);
    const decoded = part ? sliceOf(whole, part) : whole;
    const known = this.#known.get(decoded.range[0]);
    if (known) return known;
    const expression = new TemplateExpression(decoded, (one) => this.#parsed(one));
    this.#known.set(decoded.range[0], expression);
    return expression;
  }

  /** The text with holes that a node holds: `#{…}` or `{{…}}`. */
  format(host: XMLHost): TemplateFormat {
    const decoded = this.source.decoded(host);
    const known = this.#formats.get(decoded.range[0]);
    if (known) return known;
    const holes: TemplateExpression[] = [];
    const pieces = piecesOf(decoded.text).map(({ isHole, range }): TemplatePiece => {
      const hole = isHole ? this.in(host, range) : null;
      if (hole) holes.push(hole);
      return pieceOf(decoded, range, hole);
    });
    const format = { part: new TemplatePart({ kind: "template", pieces, tag: null }, decoded.range, decoded.text), holes };
    this.#formats.set(decoded.range[0], format);
    return format;
  }

  #parsed(expression: TemplateExpression): ParsedExpression | null {
    const parsed = this.#language === "python" ? pythonExpression(expression, this.#path) : javascriptExpression(expression, this.#path);
    for (const node of parsed?.nodes ?? []) if (parsed) owners.set(node, parsed);
    return parsed;
  }
}

function pythonExpression(expression: TemplateExpression, path: string): ParsedExpression | null {
  const python = pythonIn(expression.decoded, "expression");
  if (!python?.expression) return null;
  const nodes: PyNode[] = [python.expression];
  for (const node of nodes) for (const child of childrenOf(node)) nodes.push(child);
  return { expression, facts: new PythonFacts(python.source, path), root: python.expression, nodes, rangeOf: (node) => python.rangeOf(node as PyNode) };
}

function javascriptExpression(expression: TemplateExpression, path: string): ParsedExpression | null {
  const { decoded } = expression;
  const script = expressionIn(withSymbols(decoded.text), path);
  if (!script) return null;
  const { facts, root, nodes, before } = script;
  const within = (index: number) => Math.min(Math.max(index - before, 0), decoded.text.length);
  return {
    expression, facts, root, nodes,
    rangeOf: (node) => {
      const [start, end] = facts.range(node);
      return decoded.sourceRange([within(start), within(end)]);
    },
  };
}

/** A part of a decoded text as a text of its own. */
export function sliceOf(decoded: Decoded, [start, end]: Range): Decoded {
  const steps = (decoded.steps ?? []).filter((step) => step.at >= start && step.at + step.length <= end && step.at < Math.max(end, start + 1));
  return new Decoded(decoded.text.slice(start, end), decoded.sourceRange([start, end]), steps.map((step) => ({ ...step, at: step.at - start })));
}

function pieceOf(decoded: Decoded, range: Range, hole: TemplateExpression | null): TemplatePiece {
  const text = decoded.text.slice(...range);
  const part = (view: View) => new TemplatePart(view, decoded.sourceRange(range), text);
  return hole ? { kind: "hole", node: hole.parsed?.root ?? part({ kind: "opaque" }), conversion: null } : { kind: "text", value: text, node: part({ kind: "text", value: text }) };
}

interface FormatPiece {
  readonly isHole: boolean;
  readonly range: Range;
}

/** What a format is made of: characters, and expressions without their brackets. */
function piecesOf(text: string): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let from = 0;
  for (const { index, 0: hole } of text.matchAll(/#\{.+?\}|\{\{.+?\}\}/gs)) {
    if (index > from) pieces.push({ isHole: false, range: [from, index] });
    pieces.push({ isHole: true, range: [index + 2, index + hole.length - (hole.startsWith("#") ? 1 : 2)] });
    from = index + hole.length;
  }
  if (from < text.length) pieces.push({ isHole: false, range: [from, text.length] });
  return pieces;
}
