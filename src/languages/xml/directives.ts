/** ESLint's directives in the comments of an XML file. */

import type { DirectiveType, FileProblem, RulesConfig, SourceLocation } from "@eslint/core";
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { Lines } from "../text/lines.ts";
import type { XMLComment, XMLElement } from "./nodes.ts";

export interface InlineConfig {
  readonly config: { rules: RulesConfig };
  readonly loc: SourceLocation;
}

/** A place that ESLint takes for a comment. */
export interface Mark {
  readonly type: "Mark";
  readonly range: [number, number];
  readonly loc: SourceLocation;
}

interface Written {
  readonly comment: XMLComment;
  readonly label: string;
  readonly value: string;
  readonly justification: string;
}

const TYPES = new Set(["disable", "enable", "disable-next-line", "disable-line"]);
// `--`, which ESLint wants before the reason, cannot stand in an XML comment. Quoted texts are stepped over.
const REASON = /^((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'])*?\s)[-–—](?=\s)/s;
const parser = new ConfigCommentParser();

/** Whether a comment speaks to ESLint. */
export const isForESLint = ({ value }: XMLComment): boolean => /^\s*eslint(?:-|\s)/.test(value);

function writtenIn(comment: XMLComment): Written | null {
  const directive = parser.parseDirective(comment.value.replace(REASON, "$1--"));
  return directive ? { comment, label: directive.label, value: directive.value, justification: directive.justification } : null;
}

/** The directives that switch rules off and on, in the order of the comments. */
export function disableDirectives(comments: readonly XMLComment[], lines: Lines): { problems: FileProblem[]; directives: Directive[] } {
  const problems: FileProblem[] = [];
  const directives: Directive[] = [];
  const blocks = new Blocks();
  for (const comment of comments) {
    const written = writtenIn(comment);
    const type = written?.label.replace(/^eslint-/, "") ?? "";
    if (!written || !isDirective(written.label, type)) continue;
    if (type === "disable-line" && comment.loc.start.line !== comment.loc.end.line) {
      problems.push({ ruleId: null, message: "eslint-disable-line comment should not span multiple lines.", loc: comment.loc });
      continue;
    }
    if (type === "disable-next-line") directives.push(...nextLine(written, blocks, lines));
    else directives.push(directiveOf(type, written));
    if (type === "disable" || type === "enable") blocks.add(type, rulesIn(written.value));
  }
  return { problems, directives };
}

const isDirective = (label: string, type: string): type is DirectiveType => label.startsWith("eslint-") && TYPES.has(type);

const directiveOf = (type: DirectiveType, { comment, value, justification }: Written): Directive => new Directive({ type, node: comment, value, justification });

const rulesIn = (value: string): readonly string[] => Object.keys(parser.parseListConfig(value));

/** Comments with settings of rules. */
export function inlineConfigs(comments: readonly XMLComment[]): { configs: InlineConfig[]; problems: FileProblem[] } {
  const configs: InlineConfig[] = [];
  const problems: FileProblem[] = [];
  for (const comment of comments) {
    const written = writtenIn(comment);
    if (written?.label !== "eslint") continue;
    const parsed = parser.parseJSONLikeConfig(written.value);
    if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc: comment.loc });
    else problems.push({ ruleId: null, message: parsed.error.message, loc: comment.loc });
  }
  return { configs, problems };
}

/**
 * No comment can stand in a start tag, so `disable-next-line` before one of several lines is for the whole of it: off at the comment, on again
 * where the tag ends. What an earlier `disable` keeps off stays off.
 */
function nextLine(written: Written, blocks: Blocks, lines: Lines): readonly Directive[] {
  const plain = [directiveOf("disable-next-line", written)];
  const element = elementBelow(written.comment);
  if (!element || element.loc.start.line === lines.placeOf(element.startTag[1]).line) return plain;
  const rules = rulesIn(written.value);
  const isOffOtherwise = rules.length === 0 ? blocks.isAnyOff : rules.every((rule) => blocks.isOff(rule));
  if (isOffOtherwise) return plain;
  const value = rules.filter((rule) => !blocks.isOff(rule)).join(", ");
  return [directiveOf("disable", written), new Directive({ type: "enable", node: markAt(element.startTag[1], lines), value, justification: "" })];
}

const markAt = (index: number, lines: Lines): Mark => ({ type: "Mark", range: [index, index], loc: lines.locOf([index, index]) });

/** The element whose tag begins on the line below a comment, when nothing else stands between. */
function elementBelow(comment: XMLComment): XMLElement | null {
  const siblings = comment.parent.children;
  const behind = siblings.slice(siblings.indexOf(comment) + 1, siblings.indexOf(comment) + 3);
  const next = behind.find((sibling) => sibling.type !== "XMLText" || sibling.value.trim() !== "");
  return next?.type === "XMLElement" && next.loc.start.line === comment.loc.end.line + 1 ? next : null;
}

/** What `disable` and `enable` have switched off up to here. */
class Blocks {
  #isAllOff = false;
  readonly #off = new Set<string>();

  add(type: "disable" | "enable", rules: readonly string[]): void {
    if (rules.length === 0) {
      this.#isAllOff = type === "disable";
      this.#off.clear();
    }
    for (const rule of rules) {
      if (type === "disable") this.#off.add(rule);
      else this.#off.delete(rule);
    }
  }

  /** Whether anything is off. */
  get isAnyOff(): boolean {
    return this.#isAllOff || this.#off.size > 0;
  }

  /** Whether a rule is off; one that was switched on again while all are off counts as off. */
  isOff(rule: string): boolean {
    return this.#isAllOff || this.#off.has(rule);
  }
}
