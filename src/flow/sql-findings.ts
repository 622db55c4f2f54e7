/** What is wrong with an SQL text: the value in it that cannot be trusted, if there is one. */

import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { judge, judgeHole, type Judgement } from "./judge.ts";
import { holesOf, type Dialect, type PlacedHole, type SqlContext } from "./sql-scan.ts";
import { piecesOf, type Value } from "./value.ts";

export interface Fault {
  /** `typed`: harmless by its type only; `requoted`: quoted by the driver and quoted again. */
  readonly kind: "foreign" | "unknown" | "typed" | "requoted";
  readonly node: CodeNode;
  readonly judgement: Judgement;
  readonly context: SqlContext;
  /** It is the whole text; nothing built is in sight. */
  readonly isWhole: boolean;
}

const RANK = ["typed", "requoted", "unknown", "foreign"] as const;

/** The worst hole of a text; null when nothing is wrong with it. */
export function faultOf(engine: Engine, value: Value, node: CodeNode, { dialect, scope }: { readonly dialect: Dialect; readonly scope: "statement" | "fragment" }): Fault | null {
  const faults = holesOf(piecesOf(value, node), dialect).flatMap((placed) => faultAt(engine, placed, scope) ?? []);
  return faults.reduce<Fault | null>((worst, fault) => (worst && RANK.indexOf(worst.kind) >= RANK.indexOf(fault.kind) ? worst : fault), null);
}

function faultAt(engine: Engine, { hole, context, isBuilt }: PlacedHole, scope: "statement" | "fragment"): Fault | null {
  const judgement = isBuilt ? judgeHole(engine, hole) : ownJudgement(engine, hole.value, hole.node);
  const base = { node: hole.node, judgement, context, isWhole: !isBuilt };
  if (context.place === "quoted" && hole.value.kind === "atom" && hole.value.quoted?.as === "literal") return { ...base, kind: "requoted" };
  switch (judgement.trust) {
    case "harmless":
      return null;
    case "typed":
      return isBuilt && isValue(context, judgement) ? { ...base, kind: "typed" } : null;
    case "unknown":
      return isBuilt || scope === "fragment" ? { ...base, kind: "unknown" } : null;
    case "foreign":
      return { ...base, kind: "foreign" };
  }
}

/** Of a whole text only what is known at its own place counts: what callers pass is judged where they pass it. */
function ownJudgement(engine: Engine, value: Value, node: CodeNode): Judgement {
  if (value.kind === "atom" && value.parameter) return { trust: value.trust, atom: value, steps: value.steps };
  return judge(engine, value, node);
}

function isValue({ place }: SqlContext, { atom }: Judgement): boolean {
  if (place === "name" || place === "quoted-name" || place === "placeholder") return false;
  return place !== "clause" || atom?.type !== "text";
}
