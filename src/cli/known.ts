/** What a run knows from earlier ones, and leaves to the next. */

import { ResultCache } from "./cache.ts";
import type { LintOptions } from "./lint.ts";
import type { Outcome, Task } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { digestOf, memoryHere, sourceOf } from "./source.ts";
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
  const memory = memoryHere();
  const wayOf = (path: string) => { const content = plan.contentOf(path); return content === null ? null : way(content); };
  return {
    outcomeOf: ({ path, fix }) => {
      const wayNow = wayOf(path);
      const source = wayNow !== null && cache.has(path) ? sourceOf(path, memory) : null;
      if (wayNow === null || !source || "why" in source) return null;
      const outcome = cache.outcomeOf(source, { digest: digestOf(source.bytes), way: wayNow }, () => stampOf(path));
      return fix && outcome?.result?.messages.some((message) => message.fix) ? null : outcome;
    },
    keep: (tasks, outcomes) => {
      for (const [index, { path }] of tasks.entries()) {
        const outcome = outcomes[index];
        if (outcome) cache.keep(path, wayOf(path), outcome);
      }
      const why = cache.save();
      return why === null ? [] : [why];
    },
  };
}
