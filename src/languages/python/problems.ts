/** Why a file cannot be read as Python: one clear sentence with its place. */

export interface Problem {
  readonly message: string;
  readonly line: number;
  /** From 1, as ESLint prints it. */
  readonly column: number;
}

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

/** Why a text is not even tried: it is no text, or not in UTF-8. `bytes` reads the file itself. */
export function unreadable(text: string, bytes: () => Uint8Array): Problem | null {
  const nul = text.indexOf("\0");
  if (nul >= 0) return at(text, nul, /\0.\0/s.test(text.slice(nul, nul + 200)) ? "this is not UTF-8 text (it looks like UTF-16)" : "this is no text: it holds a NUL character");
  const cookie = text.split(/\r\n|\r|\n/, 2).map((line) => COOKIE.exec(line)?.[1]).find((name) => name !== undefined);
  if (cookie !== undefined && !UTF_8.test(cookie)) return { message: `the file says it is in ${cookie}; only UTF-8 is read, and a file in another encoding is never rewritten`, line: 1, column: 1 };
  const broken = text.indexOf("\uFFFD");
  return broken >= 0 && !isUtf8(bytes) ? at(text, broken, "this is not UTF-8 text; save the file as UTF-8") : null;
}

function isUtf8(bytes: () => Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes());
    return true;
  } catch (error) {
    // A text that is on no disk has been decoded by whoever handed it over.
    return !(error instanceof TypeError);
  }
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
  const { line, column } = at(text, place, "");
  return { line, column };
}

function at(text: string, index: number, message: string): Problem {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
