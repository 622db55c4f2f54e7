/** What was read from a file or a folder, kept as long as it has not changed on disk. */

import { existsSync, readdirSync, statSync } from "node:fs";

/** How long a look at the disk is taken for current, in milliseconds: longer than a file's lint, shorter than a person's edit. */
const CURRENT = 1_000;

/** Answers that are looked at anew when a stamp says that they have changed. */
export class Kept<Value> {
  readonly #values = new Map<string, { readonly stamp: string; readonly value: Value; readonly askedAt: number }>();
  readonly #stampOf: (path: string) => string;
  readonly #read: (path: string) => Value;

  constructor(stampOf: (path: string) => string, read: (path: string) => Value) {
    this.#stampOf = stampOf;
    this.#read = read;
  }

  of(path: string): Value {
    const known = this.#values.get(path);
    const now = performance.now();
    if (known && now - known.askedAt < CURRENT) return known.value;
    const stamp = this.#stampOf(path);
    const value = known?.stamp === stamp ? known.value : this.#read(path);
    this.#values.set(path, { stamp, value, askedAt: now });
    return value;
  }
}

/** Changes when a file does; the same for every file that is not there. */
export function stampOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}

/** What lies in a folder; nothing where it cannot be read. */
export function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The first of several names that a folder has. */
export const firstOf = (paths: readonly string[]): string | null => paths.find((path) => existsSync(path)) ?? null;

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
