/** Random programs, their fixes, and the smallest program whose fix is still wrong. */

import { fault } from "./expectation.ts";
import { smaller, statement, type Ability, type Statement } from "./grammar.ts";
import { Random } from "./random.ts";
import type { Program } from "./specimen.ts";

/** Another seed, or more programs, by hand: `FIXES_SEED=7 FIXES_PROGRAMS=2000 npx vitest run tests/fixes`. */
export const SEED = Number(process.env["FIXES_SEED"] ?? 20240131);
export const PROGRAMS = Number(process.env["FIXES_PROGRAMS"] ?? 24);

/** A way to write statements as programs. */
export interface Spelling<Driver, Plan extends { readonly statement: Statement }> {
  readonly randomPlan: (random: Random, drivers: readonly Driver[], make: (ability: Ability) => Statement) => Plan;
  readonly programOf: (plan: Plan) => Program;
}

/** What is wrong with the smallest program of the kind. */
async function shrunk<Plan extends { readonly statement: Statement }>(plan: Plan, wrong: string, programOf: (plan: Plan) => Program): Promise<string> {
  for (const one of smaller(plan.statement)) {
    const less = { ...plan, statement: one };
    const stillWrong = await fault(programOf(less));
    if (stillWrong) return shrunk(less, stillWrong, programOf);
  }
  return wrong;
}

export interface Fuzzed {
  /** How many of the programs got a fix. */
  readonly fixed: number;
  /** What is wrong with fixes, each with the seed of its program. */
  readonly faults: readonly string[];
}

/** Makes programs for one driver; each has a seed of its own, so that it can be made again alone. */
export async function fuzzed<Driver, Plan extends { readonly statement: Statement }>({ randomPlan, programOf }: Spelling<Driver, Plan>, driver: Driver): Promise<Fuzzed> {
  const faults: string[] = [];
  let fixed = 0;
  for (let index = 0; index < PROGRAMS; index += 1) {
    const random = new Random(SEED + index * 7919);
    const plan = randomPlan(random, [driver], (ability) => statement(random, ability));
    const wrong = await fault(programOf(plan));
    if (wrong !== null) fixed += 1;
    if (wrong) faults.push(`seed ${SEED + index * 7919}: ${await shrunk(plan, wrong, programOf)}`);
  }
  return { fixed, faults };
}
