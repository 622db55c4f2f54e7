/** The stamp of what a file's findings may rest on in other files. */

import { factsStamp } from "../core/facts-stamp.ts";

/** Null when it cannot be told. */
export function stampOf(path: string): string | null {
  try {
    return factsStamp(path);
  } catch {
    return null;
  }
}
