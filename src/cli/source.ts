/** A file as it lies on the disk: its bytes, its text, and why the one may not give the other. */

import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { getHeapStatistics } from "node:v8";
import { decodedXml } from "./encodings.ts";
import { languageOf, type FileLanguage } from "./file-language.ts";
import { reason } from "./files.ts";

export interface Source {
  readonly path: string;
  readonly bytes: Buffer;
  /** With its byte order mark, as ESLint wants it. */
  readonly text: string;
  /** What ESLint is given: as long as the text, and the same but for what it says of its encoding. */
  readonly linted: string;
  /** That of the bytes when it isn't UTF-8 and was decoded. */
  readonly encoding: string | null;
}

/** Why a file is not even tried. */
export interface Unread {
  readonly why: string;
  /** Whether the disk denied it, rather than we. */
  readonly isDenied: boolean;
}

const MEGABYTE = 1024 ** 2;
// Measured: a tree of typescript-eslint with its tokens takes seven hundred times the bytes of dense code, one of py-ast a hundred and fifty, as do cells with
// nothing in them; one of XML takes thirty, and may have Python in all of its attributes.
const ROOM: Readonly<Record<FileLanguage, number>> = { script: 1000, python: 200, xml: 200, csv: 200 };

/** How many bytes of memory this thread has. */
export const memoryHere = (): number => getHeapStatistics().heap_size_limit;

/** What tells one content from another. */
export const digestOf = (content: Buffer | string): string => createHash("sha256").update(content).digest("base64");

/** Reads a file that is linted with so many bytes of memory. */
export function sourceOf(path: string, memory: number): Source | Unread {
  try {
    const why = tooLarge(statSync(path).size, ROOM[languageOf(path)], memory);
    return why === null ? decoded(path, readFileSync(path)) : { why, isDenied: false };
  } catch (error) {
    return { why: `the file cannot be read (${reason(error)})`, isDenied: true };
  }
}

/** What a file's bytes say. */
export function decoded(path: string, bytes: Buffer): Source {
  const other = languageOf(path) === "xml" ? decodedXml(bytes) : null;
  const text = other?.text ?? bytes.toString("utf8");
  return { path, bytes, text, linted: other?.asUtf8 ?? text, encoding: other?.encoding ?? null };
}

/** The bytes of a file; null when they cannot be read. */
export function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** A process that runs out of memory loses the findings of every other file. */
function tooLarge(size: number, room: number, memory: number): string | null {
  const most = memory / room;
  if (size <= most) return null;
  const inMegabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
  return `the file has ${inMegabytes(size)} MB, and the memory of this run is enough for ${inMegabytes(most)} (NODE_OPTIONS=--max-old-space-size=${Math.ceil(size * room / MEGABYTE / 1000) * 1000} gives it more)`;
}

/** Whether the text stands for exactly these bytes, so that writing it back loses nothing. */
export const isExact = ({ bytes, text, encoding }: Source): boolean => encoding === null && Buffer.from(text, "utf8").equals(bytes);

/** Writes a file of that digest anew; says why not when it cannot. */
export function rewrite(path: string, digest: string | null, text: string): string | null {
  try {
    if (digestOf(readFileSync(path)) !== digest) return "the file changed meanwhile, so it is not rewritten";
    writeFileSync(path, text);
    return null;
  } catch (error) {
    return `the file cannot be written (${reason(error)})`;
  }
}

export interface Meaning {
  readonly message: string;
  /** Where in the text it is about; null when the parser knows better. */
  readonly index: number | null;
}

/** What a parser's error means to the file's author, where the parser itself is not clear about it. */
export function meaningOf(message: string, source: Source): Meaning {
  const { path, text } = source;
  if (message.includes("Maximum call stack size exceeded")) return { message: "this is nested too deeply to be read", index: 0 };
  // Our own front ends have said it already.
  if (languageOf(path) !== "script") return { message, index: null };
  const nul = text.indexOf("\0");
  if (nul >= 0) return { message: /\0.\0/s.test(text.slice(nul, nul + 200)) ? "this is not UTF-8 text (it looks like UTF-16)" : "this is no text: it holds a NUL character", index: nul };
  const lost = text.indexOf("\uFFFD");
  return lost >= 0 && !isExact(source) ? { message: "this is not UTF-8 text; save the file as UTF-8", index: lost } : { message, index: null };
}
