/** Steps that take collections apart and put them together: keys and entries, tables, rows side by side. */

import type { CodeNode } from "../facts/node.ts";
import { elementOf, type Arguments } from "./arguments.ts";
import type { Engine } from "./engine.ts";
import { indexOf } from "./members.ts";
import { atom, constantOf, constantText, either, list, type Value } from "./value.ts";

export function parts(engine: Engine, does: "keys" | "values" | "entries", value: Value | null, node: CodeNode): Value | null {
  if (!value) return null;
  if (value.kind === "list") return does === "values" ? value : does === "keys" ? list("list", [], atom(node, { trust: "typed", type: "integer", typedBy: "check" })) : enumerated(engine, value, node);
  if (value.kind === "class") return list("list", [], elementOf(engine, value, node));
  if (value.kind === "atom") {
    if (does === "keys" && value.parameter) return list("list", [], elementOf(engine, value, node));
    const part = value.trust !== "unknown" ? { ...value, node } : atom(node, { partOf: value.parameter ?? value.partOf });
    const pair = { value: part, isOptional: false };
    return does === "entries" ? list("list", [], list("tuple", [pair, pair])) : value.trust !== "unknown" ? part : list("list", [], part);
  }
  if (value.kind !== "table") return list("list", [], atom(node));
  const pairs = [...value.entries].map(([key, one]) => {
    const item = does === "keys" ? constantText(key) : does === "values" ? one : list("tuple", [{ value: constantText(key), isOptional: false }, { value: one, isOptional: false }]);
    return { value: item, isOptional: false };
  });
  if (!value.rest) return list("list", pairs);
  const more = does === "values" ? value.rest : does === "keys" ? atom(node) : list("tuple", [{ value: atom(node), isOptional: false }, { value: value.rest, isOptional: false }]);
  return list("list", pairs, more);
}

export function asTable(engine: Engine, value: Value | null, args: Arguments, node: CodeNode): Value {
  const entries = new Map([...args.named()].map(([name, passed]) => [name, passed.value] as const));
  if (value?.kind === "table") return { kind: "table", entries: new Map([...value.entries, ...entries]), rest: value.rest };
  if (value?.kind === "list") {
    const rests: Value[] = value.rest ? [indexOf(engine, value.rest, atom(node, { trust: "harmless", constant: 1 }), node)] : [];
    for (const item of value.items) {
      const key = constantOf(indexOf(engine, item.value, atom(node, { trust: "harmless", constant: 0 }), node));
      const stored = indexOf(engine, item.value, atom(node, { trust: "harmless", constant: 1 }), node);
      if (key === null) rests.push(stored);
      else entries.set(key, stored);
    }
    return { kind: "table", entries, rest: rests.length > 0 ? either(rests) : null };
  }
  return { kind: "table", entries, rest: value && !(value.kind === "atom" && value.path === "undefined") ? elementOf(engine, value, node) : null };
}

export function zipped(engine: Engine, args: Arguments, node: CodeNode): Value {
  const columns = args.view.args.map((_, index) => args.at(index)?.value).filter((value) => value !== undefined);
  return list("list", [], list("tuple", columns.map((column) => ({ value: elementOf(engine, column, node), isOptional: false }))));
}

export function enumerated(engine: Engine, value: Value | null, node: CodeNode): Value | null {
  if (!value) return null;
  const position = { value: atom(node, { trust: "typed", type: "integer", typedBy: "check" }) as Value, isOptional: false };
  return list("list", [], list("tuple", [position, { value: elementOf(engine, value, node), isOptional: false }]));
}
