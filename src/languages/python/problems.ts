/** Why a file cannot be read as Python: one clear sentence with its place. */

import { Lines } from "../text/lines.ts";
import { problemAt, type Problem } from "../text/readable.ts";

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const UTF_8 = /^(?:utf[-_]?8(?:[-_]sig)?|u8|ascii|us[-_]ascii)$/i;
const PYTHON_2: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*print[ \t]+(?:["'\w%]|>>)/m, "a print statement"],
  [/^[ \t]*except[ \t]+[\w.]+[ \t]*,[ \t]*\w+[ \t]*:/m, "`except X, e`"],
  [/^[ \t]*exec[ \t]+["'\w]/m, "an exec statement"],
  [/^[ \t]*raise[ \t]+[\w.]+[ \t]*,/m, "`raise X, message`"],
  [/[\w)\]][ \t]*<>[ \t]*[\w("']/, "`<>`"],
  [/(?<![\w"'])[uU][rR]["']/, "`ur\"…\"`"],
  [/(?<![\w.])0[0-7]+(?![\w.])/, "an octal number like `0777`"],
  [/`[^`\n]+`/, "backticks"],
];

/** The encoding that a text says it is in, where that is not UTF-8; null for every other. */
export function otherEncoding(text: string): string | null {
  const cookie = text.split(/\r\n|\r|\n/, 2).map((line) => COOKIE.exec(line)?.[1]).find((name) => name !== undefined);
  return cookie === undefined || UTF_8.test(cookie) ? null : cookie;
}

/** What the parser's error means to the file's author. */
export function problemOf(error: unknown, text: string): Problem {
  if (error instanceof RangeError) return { message: "this is nested too deeply to be read", ...deepest(text) };
  const { message, lineno, col_offset } = error as { message: string; lineno?: number; col_offset?: number };
  const told = / at line (\d+)(?:, column (\d+))?\.?$/.exec(message);
  const line = lineno ?? Number(told?.[1] ?? 1);
  const column = (col_offset ?? Number(told?.[2] ?? 0)) + 1;
  const old = python2At(text, line);
  if (old) return { message: `this looks like Python 2 (${old}); only Python 3 is read`, line, column };
  return { message: told ? message.slice(0, told.index) : message, line, column };
}

/** The Python 2 idiom on the line of the error or the one before it. */
function python2At(text: string, line: number): string | null {
  const lines = text.split(/\r\n|\r|\n/).slice(Math.max(0, line - 2), line).join("\n");
  return PYTHON_2.find(([pattern]) => pattern.test(lines))?.[1] ?? null;
}

/** Where the brackets are deepest. */
function deepest(text: string): { line: number; column: number } {
  let depth = 0;
  let most = 0;
  let place = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if ("([{".includes(char) && (depth += 1) > most) {
      most = depth;
      place = index;
    }
    if (")]}".includes(char)) depth -= 1;
  }
  const { line, column } = problemAt(new Lines(text), place, "");
  return { line, column };
}
