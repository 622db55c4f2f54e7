/** How far a run is, on one line that rewrites itself; silent when nobody watches. */

import type { Surroundings } from "./run.ts";

export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

const CLEAR = "\r\u001b[K";
const OFTEN = 100;

/** Progress over `total` files; `now` is in milliseconds. */
export function progressTo({ err, isInteractive }: Pick<Surroundings, "err" | "isInteractive">, total: number, now = () => performance.now()): Progress {
  if (!isInteractive) return { at: () => undefined, end: () => undefined };
  let first: { done: number; time: number } | null = null;
  let shown = now();
  let isShown = false;
  return {
    at: (done) => {
      const time = now();
      // The first file waits for ESLint and the parsers; it says nothing of the others.
      first ??= { done, time };
      if (time - shown < OFTEN) return;
      shown = time;
      isShown = true;
      const left = done === first.done ? 0 : Math.round((time - first.time) / (done - first.done) * (total - done) / 1000);
      err(`${CLEAR}${done} of ${total} files${left > 0 ? `, ${left} s left` : ""}`);
    },
    end: () => { if (isShown) err(CLEAR); },
  };
}
