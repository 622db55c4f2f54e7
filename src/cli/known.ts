/** What a run knows from earlier ones, and leaves to the next. */

import { ResultCache } from "./cache.ts";
import type { LintOptions } from "./lint.ts";
import type { Outcome, Task } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { bytesOf, digestOf } from "./source.ts";
import { stampOf } from "./stamp.ts";
import { wayWith } from "./way.ts";

export interface Known {
  /** The outcome of a file that nothing has changed for; null when it has to be linted. */
  readonly outcomeOf: (task: Task) => Outcome | null;
  /** Leaves the outcomes to the next run; says why not when it cannot. */
  readonly keep: (tasks: readonly Task[], outcomes: readonly Outcome[]) => readonly string[];
}

const NOTHING: Known = { outcomeOf: () => null, keep: () => [] };

/** What the cache knows of files that are linted as the plan says; nothing without a cache. */
export function knownFrom(options: LintOptions, plan: Plan): Known {
  if (options.cache === null) return NOTHING;
  const cache = new ResultCache(options.cache);
  const way = wayWith(options);
  const wayOf = (path: string) => { const content = plan.contentOf(path); return content === null ? null : way(content); };
  return {
    outcomeOf: ({ path, fix }) => {
      const wayNow = wayOf(path);
      const bytes = wayNow !== null && cache.has(path) ? bytesOf(path) : null;
      if (wayNow === null || !bytes) return null;
      const outcome = cache.outcomeOf(path, bytes, { digest: digestOf(bytes), way: wayNow }, () => stampOf(path));
      return fix && outcome?.result?.messages.some((message) => message.fix) ? null : outcome;
    },
    keep: (tasks, outcomes) => {
      for (const [index, { path }] of tasks.entries()) {
        const outcome = outcomes[index];
        if (outcome) cache.keep(path, wayOf(path), outcome);
      }
      const listed = new Set(tasks.map(({ path }) => path));
      const why = cache.save((path) => listed.has(path));
      return why === null ? [] : [why];
    },
  };
}
