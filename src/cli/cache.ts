/** Results of earlier runs on the disk: each is good for one content of its file, one way to lint it, and one state of what it rests on. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ESLint } from "eslint";
import type { TraceRows } from "../core/traces.ts";
import { reason } from "./files.ts";
import type { Outcome } from "./outcome.ts";
import { decoded, digestOf } from "./source.ts";
import { writeWhole } from "./whole-file.ts";

/** What a result is good for. */
export interface Key {
  /** Of the file's bytes. */
  readonly digest: string;
  /** Of everything that says how it is linted. */
  readonly way: string;
}

interface Entry extends Key {
  readonly stamp: string;
  /** With nothing in place of the file's text. */
  readonly result: ESLint.LintResult | null;
  readonly traces: TraceRows;
  readonly note: string | null;
}

const DEFAULT = ".pitfallscache";
/** The file begins with these words and the digest of all that follows: anything else is no cache of ours, or a damaged one. */
const MAGIC = "pitfalls-cache 1 ";

/** The file of a cache: by default in the working directory; in a folder, one for each working directory. */
export function cacheFile(location: string | null, cwd: string): string {
  const path = resolve(cwd, location ?? DEFAULT);
  const isFolder = location !== null && (/[\\/]$/.test(location) || isDirectory(path));
  return isFolder ? join(path, `pitfalls_${digestOf(cwd).replace(/\W/g, "").slice(0, 12)}`) : path;
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

export class ResultCache {
  readonly #file: string;
  readonly #entries: Map<string, Entry>;
  #hasChanged = false;

  /** Reads the file; what is no cache of ours counts as an empty one. */
  constructor(file: string) {
    this.#file = file;
    this.#entries = new Map(Object.entries(entriesIn(file)));
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** What a file gave when it and the way to lint it were the same; `stampNow` says what it rests on today, and is asked last. */
  outcomeOf(path: string, bytes: Buffer, key: Key, stampNow: () => string | null): Outcome | null {
    const entry = this.#entries.get(path);
    if (!entry || entry.digest !== key.digest || entry.way !== key.way || entry.stamp !== stampNow()) return null;
    const { result, traces, note, digest, stamp } = entry;
    return { result: result && "source" in result ? { ...result, source: decoded(path, bytes).text } : result, traces, note, digest, stamp, problem: null, hasFailed: false };
  }

  /** Keeps what a file gave; forgets it where the next run could not use it. */
  keep(path: string, way: string | null, { result, traces, note, problem, digest, stamp, hasFailed }: Outcome): void {
    // What was repaired is another file now.
    const isUsable = way !== null && digest !== null && stamp !== null && problem === null && !hasFailed && result?.output === undefined;
    if (isUsable) this.#entries.set(path, { digest, way, stamp, result: result && "source" in result ? { ...result, source: "" } : result, traces, note });
    if (isUsable || this.#entries.delete(path)) this.#hasChanged = true;
  }

  /** Writes all of it at once, without the files that are gone; says why not when it cannot. `isThere` knows most of those that are not. */
  save(isThere: (path: string) => boolean): string | null {
    for (const path of this.#entries.keys()) if (!isThere(path) && !existsSync(path) && this.#entries.delete(path)) this.#hasChanged = true;
    if (!this.#hasChanged && existsSync(this.#file)) return null;
    const body = JSON.stringify(Object.fromEntries(this.#entries));
    try {
      writeWhole(this.#file, `${MAGIC}${digestOf(body)}\n${body}`);
      return null;
    } catch (error) {
      return `${this.#file}: the cache cannot be written (${reason(error)})`;
    }
  }
}

function entriesIn(file: string): Readonly<Record<string, Entry>> {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === `${MAGIC}${digestOf(body)}` ? (JSON.parse(body) as Readonly<Record<string, Entry>>) : {};
  } catch {
    return {};
  }
}
