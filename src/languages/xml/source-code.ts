/** An XML file as ESLint and our facts see it: tree, ranges in UTF-16, comments, directives, decoded texts. */

import type { FileProblem, SourceLocation, TextSourceCode, TraversalStep } from "@eslint/core";
import type { Directive } from "@eslint/plugin-kit";
import type { Range } from "../../facts/node.ts";
import { contentOf, decode, hostOf, type Decoded, type XMLHost } from "./decode.ts";
import { disableDirectives, inlineConfigs, isForESLint, type InlineConfig, type Mark } from "./directives.ts";
import { escapeFor } from "./escape.ts";
import { Lines } from "../text/lines.ts";
import { walk } from "../text/walk.ts";
import type { XMLComment, XMLDocument, XMLNode } from "./nodes.ts";
import { childrenOf, visitorKeys } from "./visitor-keys.ts";

type Syntax = XMLNode | Mark;

export class XMLSourceCode implements TextSourceCode<{ LangOptions: Record<string, unknown>; RootNode: XMLDocument; SyntaxElementWithLoc: Syntax; ConfigNode: XMLComment }> {
  readonly text: string;
  readonly ast: XMLDocument;
  readonly hasBOM: boolean;
  readonly visitorKeys: Record<string, string[]> = visitorKeys;
  /** What tells our files from the JavaScript ones of ESLint. */
  readonly pitfallsLanguage = "xml";
  readonly #lineIndex: Lines;
  readonly #decoded = new Map<XMLHost, Decoded>();
  #lines: string[] | null = null;
  #comments: XMLComment[] | null = null;

  constructor({ text, ast, hasBOM }: { text: string; ast: XMLDocument; hasBOM: boolean }) {
    this.text = text;
    this.ast = ast;
    this.hasBOM = hasBOM;
    this.#lineIndex = new Lines(text);
  }

  get lines(): string[] {
    this.#lines ??= this.#lineIndex.all();
    return this.#lines;
  }

  getRange(node: Syntax): [number, number] {
    return node.range;
  }

  getLoc(node: Syntax): SourceLocation {
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

  getParent(node: Syntax): XMLNode | undefined {
    return node.type === "Mark" ? undefined : node.parent ?? undefined;
  }

  getAncestors(node: Syntax): XMLNode[] {
    const ancestors: XMLNode[] = [];
    for (let at = this.getParent(node); at; at = this.getParent(at)) ancestors.push(at);
    return ancestors.reverse();
  }

  getText(node?: Syntax, before = 0, after = 0): string {
    return node ? this.text.slice(Math.max(0, node.range[0] - before), node.range[1] + after) : this.text;
  }

  /** The text of a node and where each character of it is written. */
  decoded(node: XMLHost): Decoded {
    const known = this.#decoded.get(node);
    if (known) return known;
    const decoded = decode({ text: this.text, entities: this.ast.entities }, contentOf(node), hostOf(node));
    this.#decoded.set(node, decoded);
    return decoded;
  }

  /** How to write a text in the place of a part of a node's content, or of all of it; null when there is no way. */
  escapeFor(node: XMLHost, text: string, part?: Range): string | null {
    return escapeFor(this.text, node, text, part);
  }

  /** All comments in source order, found when first asked for. */
  getAllComments(): XMLComment[] {
    this.#comments ??= commentsIn(this.ast);
    return this.#comments;
  }

  getInlineConfigNodes(): XMLComment[] {
    return this.text.includes("eslint") ? this.getAllComments().filter(isForESLint) : [];
  }

  getDisableDirectives(): { problems: FileProblem[]; directives: Directive[] } {
    return disableDirectives(this.getInlineConfigNodes(), this.#lineIndex);
  }

  applyInlineConfig(): { configs: InlineConfig[]; problems: FileProblem[] } {
    return inlineConfigs(this.getInlineConfigNodes());
  }

  traverse(): Iterable<TraversalStep> {
    return walk<XMLNode>(this.ast, childrenOf, ({ parent }) => parent);
  }
}

function commentsIn(document: XMLDocument): XMLComment[] {
  const comments: XMLComment[] = [];
  const stack: XMLNode[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === "XMLComment") comments.push(node);
    if (node.type !== "XMLDocument" && node.type !== "XMLElement") continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return comments;
}
