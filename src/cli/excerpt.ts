/** The line of a finding, with a marker below what it is about, safe to print on a terminal. */

import type { Linter } from "eslint";
import { languageOf } from "./file-language.ts";

export interface Excerpt {
  readonly line: string;
  readonly marker: string;
}

const WIDEST = 160;
const BEFORE = 40;
// eslint-disable-next-line no-control-regex -- what a terminal would obey, and what turns the order of letters round
const UNSAFE = /[\0-\b\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** A text that a terminal shows and does not obey, as long as it was. */
export const visible = (text: string): string => text.replace(UNSAFE, "\uFFFD");

/** The same on one line. */
export const onOneLine = (text: string): string => visible(text.trim().replace(/\s*[\r\n]\s*/g, " "));

export const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The part of a long line around the finding; null for a line without anything. */
export function excerptOf({ line, column, endLine, endColumn }: Linter.LintMessage, lines: readonly string[]): Excerpt | null {
  const whole = lines[line - 1];
  if (whole === undefined || whole.trim() === "") return null;
  const start = Math.min(Math.max(0, column - 1), whole.length);
  const from = start < WIDEST - BEFORE ? 0 : start - BEFORE;
  const shown = (from > 0 ? "…" : "") + cut(whole.slice(from), WIDEST);
  const indent = shown.slice(0, start - from + (from > 0 ? 1 : 0));
  const end = endLine === line && endColumn !== undefined ? endColumn - 1 : whole.length;
  const marked = shown.slice(indent.length, indent.length + Math.max(1, end - start));
  return { line: visible(shown), marker: blanks(indent) + "^".repeat(Math.max(1, blanks(marked).length)) };
}

/** Blanks as wide as a text; tabs stay, the terminal knows how wide they are. */
const blanks = (text: string): string => text.replace(WIDE, "  ").replace(/[^\t]/g, " ");

const LINE_ENDS = { ours: /\r\n|\r|\n/, script: /\r\n|[\r\n\u2028\u2029]/ };

/** The lines of a file's text as ESLint counts them. */
export const linesOf = (text: string, path: string): readonly string[] =>
  text.replace(/^\uFEFF/, "").split(languageOf(path) === "script" ? LINE_ENDS.script : LINE_ENDS.ours);
