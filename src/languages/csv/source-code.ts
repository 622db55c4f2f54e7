/** A CSV file as ESLint and our facts see it. It has no comments, so nothing in it speaks to ESLint. */

import type { SourceLocation, TextSourceCode, TraversalStep } from "@eslint/core";
import type { Range } from "../../facts/node.ts";
import type { CSVDocument, CSVNode } from "./ast.ts";
import { Lines } from "../text/lines.ts";
import { walk } from "../text/walk.ts";
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
    this.#lines ??= this.#lineIndex.all();
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
    return this.#lineIndex.locOf(range);
  }

  getLocFromIndex(index: number): { line: number; column: number } {
    return this.#lineIndex.placeOf(index);
  }

  getIndexFromLoc(place: { line: number; column: number }): number {
    return this.#lineIndex.indexOf(place);
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

  traverse(): Iterable<TraversalStep> {
    return walk<CSVNode>(this.ast, childrenOf, ({ parent }) => parent);
  }
}

function childrenOf(node: CSVNode): readonly CSVNode[] {
  if (node.type === "CSVCell") return [];
  return node.type === "CSVDocument" ? [node.header, ...node.rows] : node.cells;
}
