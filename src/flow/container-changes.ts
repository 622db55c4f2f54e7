/** What calls change in a container that they are made on. */

import type { CodeNode } from "../facts/node.ts";
import { elementOf, type Arguments } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { overlaid } from "./operators.ts";
import { atom, constantOf, either, list, type Table, type Value } from "./value.ts";

/** A container after a call on it: `parts.append(x)`, `rows.extend(more)`, `options.update(more)`. */
export function changedByCall(engine: Engine, before: Value, name: string, args: Arguments, node: CodeNode): Value {
  const step = engine.know.step(`${before.kind}.${name}`);
  if (before.kind === "union") return either(before.of.map((one) => changedByCall(engine, one, name, args, node)));
  if (before.kind === "list" && step?.does === "append") {
    const added = args.rest(0);
    if (added.kind !== "list") return before;
    if (step.of === "arguments") {
      const [only] = added.items.slice(-1);
      const items = name === "insert" ? (only ? [only] : []) : added.items;
      return list(before.shape, [...before.items, ...items], added.rest ? either([added.rest, ...(before.rest ? [before.rest] : [])]) : before.rest);
    }
    const more = args.at(0)?.value;
    if (more?.kind === "list") return list(before.shape, [...before.items, ...more.items], more.rest ? either([more.rest, ...(before.rest ? [before.rest] : [])]) : before.rest);
    const element = more ? elementOf(engine, more, node) : atom(node);
    return list(before.shape, before.items, before.rest ? either([before.rest, element]) : element);
  }
  if (before.kind === "table" && (step?.does === "merge" || (step?.does === "get" && step.stores))) return merged(before, args);
  return before;
}

function merged(before: Table, args: Arguments): Value {
  const more = args.at(0)?.value;
  const entries = new Map(before.entries);
  for (const [name, passed] of args.named()) entries.set(name, passed.value);
  const unknown: Value[] = [];
  if (more?.kind === "table") {
    if (more.rest) overlaid(entries, unknown, more.rest);
    for (const [name, value] of more.entries) entries.set(name, value);
  } else if (more?.kind === "atom" && !args.at(1)) overlaid(entries, unknown, more);
  // `map.set(key, value)` and `setdefault(key, value)` name one entry.
  const value = args.at(1)?.value;
  const key = more ? constantOf(more) : null;
  if (value && key !== null) entries.set(key, value);
  const rests = [before.rest, ...unknown, value && key === null ? value : null].filter((one) => one !== null);
  return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
}
