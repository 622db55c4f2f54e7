/** What must be true of a specimen and of a random program, in words where it is not. */

import { compared, run, type Mismatch } from "./comparison.ts";
import { hasFailed } from "./outcome.ts";
import { repaired } from "./repair.ts";
import type { Program, Specimen } from "./specimen.ts";
import { tuplesFor } from "./values.ts";

const CALLS = 24;
const CALLS_OF_RANDOM = 6;

const difference = (before: string, after: string, { values, before: was, after: is }: Mismatch): string =>
  `The repair does something else with ${JSON.stringify(values)}.\n\n${before}\n${after}\nbefore: ${was.slice(0, 400)}\nafter: ${is.slice(0, 400)}\n`;

/** Why a program and what became of it are not the same; empty when they are. */
async function sameness(program: Program, before: string, after: string, calls: number): Promise<string> {
  const { working, mismatch } = await compared(program.on, before, after, tuplesFor(program.kinds, calls));
  if (mismatch) return difference(before, after, mismatch);
  return working === 0 ? `The program works with none of the values, so it says nothing.\n\n${before}` : "";
}

/** Why a specimen is not as it should be; empty when it is. */
export async function objection(specimen: Specimen): Promise<string> {
  const { on, source, expected, meant } = specimen;
  const { isFixed, source: fixed, offers, findings } = repaired(on, source);
  const is = isFixed ? "fixed" : offers.length > 0 ? "offered" : "unfixed";
  if (is !== expected.kind) return `It is ${is}, and should be ${expected.kind}.\n\n${source}\n${isFixed ? fixed : findings.join("\n")}`;
  if (findings.length === 0 && !isFixed) return `Nothing is said about it.\n\n${source}`;
  if (is === "unfixed") {
    const outcomes = await run(on, source, tuplesFor(specimen.kinds, CALLS));
    return outcomes.every(hasFailed) ? `The program works with none of the values, so it says nothing.\n\n${source}` : "";
  }
  for (const repair of isFixed ? [fixed] : offers) {
    const wrong = await sameness(specimen, meant ?? source, repair, CALLS);
    if (wrong !== "") return wrong;
  }
  return "";
}

/** Why the fix of a random program is wrong; empty when it is right, null when there is none. */
export async function fault(program: Program): Promise<string | null> {
  const { isFixed, source } = repaired(program.on, program.source);
  return isFixed ? sameness(program, program.source, source, CALLS_OF_RANDOM) : null;
}
