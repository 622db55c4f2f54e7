/** A Python file as ESLint and our facts see it: tree, ranges in UTF-16, comments, directives. */

import type { DirectiveType, FileProblem, RulesConfig, SourceLocation, TextSourceCode, TraversalStep } from "@eslint/core";
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { Range } from "../../facts/node.ts";
import { Lines } from "../text/lines.ts";
import { walk } from "../text/walk.ts";
import type { PyModule, PyNode } from "./ast.ts";
import { tokensIn, type Token } from "./tokens.ts";
import { childrenOf, visitorKeys } from "./visitor-keys.ts";

export interface PyComment {
  readonly type: "Line";
  readonly value: string;
  readonly range: [number, number];
  readonly loc: SourceLocation;
}

interface Located {
  readonly lineno?: number;
  readonly col_offset?: number;
  readonly end_lineno?: number;
  readonly end_col_offset?: number;
}

interface InlineConfig {
  readonly config: { rules: RulesConfig };
  readonly loc: SourceLocation;
}

type Syntax = PyNode | PyComment;

// ESLint's type wants arrays that it could change; it does not.
const mutableKeys = visitorKeys as Record<string, string[]>;
const DIRECTIVES = new Set(["eslint-disable", "eslint-enable", "eslint-disable-next-line", "eslint-disable-line"]);
const commentParser = new ConfigCommentParser();

export class PythonSourceCode implements TextSourceCode<{ LangOptions: Record<string, unknown>; RootNode: PyModule; SyntaxElementWithLoc: Syntax; ConfigNode: PyComment }> {
  readonly text: string;
  readonly ast: PyModule;
  readonly hasBOM: boolean;
  readonly visitorKeys = mutableKeys;
  /** What tells our files from the JavaScript ones of ESLint. */
  readonly pitfallsLanguage = "python";
  readonly #parents = new Map<PyNode, PyNode>();
  readonly #lineIndex: Lines;
  readonly #isAscii: boolean;
  #hasParents = false;
  #lines: string[] | null = null;
  #tokens: readonly Token[] | null = null;
  #sorted: readonly Token[] | null = null;
  #comments: PyComment[] | null = null;

  constructor({ text, ast, hasBOM }: { text: string; ast: PyModule; hasBOM: boolean }) {
    this.text = text;
    this.ast = ast;
    this.hasBOM = hasBOM;
    this.#lineIndex = new Lines(text);
    this.#isAscii = /^[\0-\x7f]*$/.test(text);
  }

  get lines(): string[] {
    this.#lines ??= this.#lineIndex.all();
    return this.#lines;
  }

  /** The UTF-16 offset of a line (from 1) and a column in UTF-8 bytes. */
  #offset(line: number, bytes: number): number {
    const start = this.#lineIndex.startOf(line);
    if (this.#isAscii) return Math.min(start + bytes, this.text.length);
    let left = bytes;
    let at = start;
    while (left > 0 && at < this.text.length) {
      const code = this.text.codePointAt(at) ?? 0;
      left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      at += code > 0xffff ? 2 : 1;
    }
    return at;
  }

  /** The range of a node; of one without a place of its own (arguments, a with item) that of its children, else its parent's. */
  getRange(node: Syntax): [number, number] {
    if (!("nodeType" in node)) return node.range;
    if (node.nodeType === "Module") return [0, this.text.length];
    const { lineno, col_offset, end_lineno, end_col_offset } = node as Located;
    if (lineno !== undefined && col_offset !== undefined && end_lineno !== undefined && end_col_offset !== undefined) {
      return [this.#offset(lineno, col_offset), this.#offset(end_lineno, end_col_offset)];
    }
    const children = childrenOf(node).map((child) => this.getRange(child));
    const [first] = children;
    if (first) return [Math.min(...children.map(([start]) => start)), Math.max(...children.map(([, end]) => end))];
    const parent = this.getParent(node);
    return parent ? this.getRange(parent) : [0, 0];
  }

  getLoc(node: Syntax): SourceLocation {
    if (!("nodeType" in node)) return node.loc;
    return this.locOf(this.getRange(node));
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

  getParent(node: Syntax): PyNode | undefined {
    if (!("nodeType" in node)) return undefined;
    if (!this.#hasParents) this.#linkParents();
    return this.#parents.get(node);
  }

  #linkParents(): void {
    this.#hasParents = true;
    const stack: PyNode[] = [this.ast];
    for (let node = stack.pop(); node; node = stack.pop()) {
      for (const child of childrenOf(node)) {
        this.#parents.set(child, node);
        stack.push(child);
      }
    }
  }

  getAncestors(node: Syntax): PyNode[] {
    const ancestors: PyNode[] = [];
    for (let at = this.getParent(node); at; at = this.getParent(at)) ancestors.unshift(at);
    return ancestors;
  }

  getText(node?: Syntax, before = 0, after = 0): string {
    if (!node) return this.text;
    const [start, end] = this.getRange(node);
    return this.text.slice(Math.max(0, start - before), end + after);
  }

  /** All tokens of the file, made when first asked for. */
  get tokens(): readonly Token[] {
    this.#tokens ??= tokensIn(this.text);
    return this.#tokens;
  }

  /** All tokens by their place; comments inside an f-string come behind it. */
  get sortedTokens(): readonly Token[] {
    this.#sorted ??= [...this.tokens].sort((a, b) => a.range[0] - b.range[0]);
    return this.#sorted;
  }

  getAllComments(): PyComment[] {
    this.#comments ??= this.sortedTokens.filter((token) => token.kind === "comment").map(({ range: [start, end] }) => ({
      type: "Line", value: this.text.slice(start + 1, end), range: [start, end], loc: this.locOf([start, end]),
    }));
    return this.#comments;
  }

  #configComments(): readonly PyComment[] {
    return this.text.includes("eslint") ? this.getAllComments().filter((comment) => /^\s*eslint\b/.test(comment.value)) : [];
  }

  getInlineConfigNodes(): PyComment[] {
    return [...this.#configComments()];
  }

  getDisableDirectives(): { problems: FileProblem[]; directives: Directive[] } {
    const problems: FileProblem[] = [];
    const directives: Directive[] = [];
    for (const comment of this.#configComments()) {
      const directive = commentParser.parseDirective(comment.value);
      if (!directive || !DIRECTIVES.has(directive.label)) continue;
      const type = directive.label.slice("eslint-".length) as DirectiveType;
      directives.push(new Directive({ type, node: comment, value: directive.value, justification: directive.justification }));
    }
    return { problems, directives };
  }

  applyInlineConfig(): { configs: InlineConfig[]; problems: FileProblem[] } {
    const configs: InlineConfig[] = [];
    const problems: FileProblem[] = [];
    for (const comment of this.#configComments()) {
      const directive = commentParser.parseDirective(comment.value);
      if (directive?.label !== "eslint") continue;
      const parsed = commentParser.parseJSONLikeConfig(directive.value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc: comment.loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc: comment.loc });
    }
    return { configs, problems };
  }

  traverse(): Iterable<TraversalStep> {
    this.getParent(this.ast);
    return walk(this.ast, childrenOf, (node) => this.#parents.get(node));
  }
}
