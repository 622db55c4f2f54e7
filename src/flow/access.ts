/** What settings of access let everyone do, and where each of them is opened. */

import type { AccessForm, AccessOperation, OperationKeys } from "../facts/access.ts";
import type { CodeNode } from "../facts/node.ts";
import { isAlwaysTrue, isTrue } from "./always.ts";
import type { Engine } from "./engine.ts";
import { partAt, pointedAt, type Spot } from "./written.ts";

export interface Opening {
  /** The value that opens. */
  readonly node: CodeNode;
  readonly operations: readonly AccessOperation[];
  /** The entry that could go; null where nothing is gained by that. */
  readonly droppable: CodeNode | null;
}

/** Each value that opens an operation or more on something, once. */
export function openingsOf(engine: Engine, thing: Spot, settings: Spot, form: AccessForm): readonly Opening[] {
  const found = new Map<CodeNode, Opening>();
  for (const [operation, { at, narrowedBy = [], hiddenBy = [] }] of Object.entries(form.operations) as [AccessOperation, OperationKeys][]) {
    const spot = openSpot(engine, settings, at, form);
    if (!spot || narrowedBy.some((path) => mayNarrow(engine, settings, path)) || hiddenBy.some((path) => isOn(engine, thing, path))) continue;
    const node = pointedAt(engine, spot);
    const operations = [...(found.get(node)?.operations ?? []), operation];
    found.set(node, { node, operations, droppable: form.defaultsToUsers && isOnlyWord(engine, spot, operation) ? node : null });
  }
  return [...found.values()];
}

const keysOf = (path: string): readonly string[] => path.split(".").filter((key) => key !== "");

/** The part that settles an operation, the outermost first, if it lets everyone in. */
function openSpot(engine: Engine, settings: Spot, paths: readonly string[], form: AccessForm): Spot | null {
  for (const path of paths) {
    const part = partAt(engine, settings, keysOf(path));
    if (typeof part !== "string" && isOpen(engine, part, form)) return part;
  }
  return null;
}

function isOpen(engine: Engine, spot: Spot, { opens }: AccessForm): boolean {
  if (opens === "function") return isAlwaysTrue(engine, spot.value);
  return isOn(engine, spot, opens.key);
}

function isOn(engine: Engine, spot: Spot, path: string): boolean {
  const part = partAt(engine, spot, keysOf(path));
  return typeof part !== "string" && isTrue(part.value);
}

function mayNarrow(engine: Engine, settings: Spot, path: string): boolean {
  const part = partAt(engine, settings, keysOf(path));
  return part === "unknown" || (part !== "missing" && !isAlwaysTrue(engine, part.value));
}

/** Whether an object says one thing of an operation, so that without it the default holds. */
function isOnlyWord({ code }: Engine, { node, isOwn }: Spot, operation: string): boolean {
  const entry = isOwn ? code.parent(node) : null;
  const object = entry ? code.parent(entry) : null;
  const view = object ? code.view(object) : null;
  if (view?.kind !== "table" || view.entries.some(({ key }) => typeof key !== "string")) return false;
  return view.entries.filter(({ key }) => key === operation).length === 1 && view.entries.some(({ value }) => value === node);
}
