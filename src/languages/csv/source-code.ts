/** A CSV file as ESLint and our facts see it. It has no comments, so nothing in it speaks to ESLint. */

import type { SourceLocation, TextSourceCode, TraversalStep } from "@eslint/core";
import { VisitNodeStep } from "@eslint/plugin-kit";
import type { Range } from "../../facts/node.ts";
import type { CSVDocument, CSVNode } from "./ast.ts";
import { Lines } from "./lines.ts";
import { visitorKeys } from "./visitor-keys.ts";

export class CSVSourceCode implements TextSourceCode<{ LangOptions: Record<string, unknown>; RootNode: CSVDocument; SyntaxElementWithLoc: CSVNode; ConfigNode: never }> {
  readonly text: string;
  readonly ast: CSVDocument;
  readonly hasBOM: boolean;
  readonly visitorKeys = visitorKeys;
  /** What tells our files from the JavaScript ones of ESLint. */
  readonly pitfallsLanguage = "csv";
  readonly #lineIndex: Lines;
  #lines: string[] | null = null;

  constructor({ text, ast, hasBOM }: { text: string; ast: CSVDocument; hasBOM: boolean }) {
    this.text = text;
    this.ast = ast;
    this.hasBOM = hasBOM;
    this.#lineIndex = new Lines(text);
  }

  get lines(): string[] {
    this.#lines ??= this.text.split(/\r\n|\r|\n/);
    return this.#lines;
  }

  /** In UTF-16 units, half-open. */
  getRange(node: CSVNode): [number, number] {
    return node.range;
  }

  getLoc(node: CSVNode): SourceLocation {
    return node.loc;
  }

  /** The place of a range: lines from 1, columns from 0. */
  locOf(range: Range): SourceLocation {
    return this.#lineIndex.of(range);
  }

  getLocFromIndex(index: number): { line: number; column: number } {
    return this.#lineIndex.at(index);
  }

  getIndexFromLoc({ line, column }: { line: number; column: number }): number {
    return (this.#lineIndex.starts[line - 1] ?? this.text.length) + column;
  }

  getParent(node: CSVNode): CSVNode | undefined {
    return node.parent ?? undefined;
  }

  getAncestors(node: CSVNode): CSVNode[] {
    const ancestors: CSVNode[] = [];
    for (let at = node.parent; at; at = at.parent) ancestors.unshift(at);
    return ancestors;
  }

  getText(node?: CSVNode, before = 0, after = 0): string {
    if (!node) return this.text;
    const [start, end] = node.range;
    return this.text.slice(Math.max(0, start - before), end + after);
  }

  /** Rules for every language ask for comments. */
  getAllComments(): never[] {
    return [];
  }

  /** Every node on the way in and out. */
  *traverse(): Iterable<TraversalStep> {
    const { ast } = this;
    yield entering(ast);
    for (const row of [ast.header, ...ast.rows]) {
      yield entering(row);
      for (const cell of row.cells) {
        yield entering(cell);
        yield leaving(cell);
      }
      yield leaving(row);
    }
    yield leaving(ast);
  }
}

const entering = (node: CSVNode): TraversalStep => new VisitNodeStep({ target: node, phase: 1, args: [node, node.parent] });
const leaving = (node: CSVNode): TraversalStep => new VisitNodeStep({ target: node, phase: 2, args: [node, node.parent] });
