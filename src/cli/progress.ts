/** How far a run is, on one line that rewrites itself; silent when nobody watches. */

import type { Surroundings } from "./run.ts";

export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

const CLEAR = "\r\u001b[K";

/** Progress over `total` files. */
export function progressTo({ err, isInteractive }: Surroundings, total: number): Progress {
  if (!isInteractive) return { at: () => undefined, end: () => undefined };
  const start = performance.now();
  return {
    at: (done) => {
      const left = Math.round(((performance.now() - start) / done) * (total - done) / 1000);
      err(`${CLEAR}${done} of ${total} files${left > 0 ? `, ${left} s left` : ""}`);
    },
    end: () => { err(CLEAR); },
  };
}
