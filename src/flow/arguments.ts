/** The arguments of a call as the callee sees them. */

import type { FunctionFact } from "../facts/functions.ts";
import type { Operand } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView } from "../facts/view.ts";
import type { Engine } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { atom, either, list, withStep, type Value } from "./value.ts";

export interface Passed {
  readonly node: CodeNode;
  readonly value: Value;
}

export class Arguments {
  readonly #engine: Engine;
  readonly #frame: Frame;
  readonly view: CallView;

  constructor(engine: Engine, view: CallView, frame: Frame) {
    this.#engine = engine;
    this.view = view;
    this.#frame = frame;
  }

  /** The argument at a position or with a name; null if it is not written there. Behind a spread nothing is certain. */
  at(position: number, keyword: string | null = null): Passed | null {
    const named = keyword === null ? undefined : this.view.args.find((arg) => arg.name === keyword);
    const positional = this.view.args.filter((arg) => arg.name === null && arg.spread !== "entries");
    const spread = positional.findIndex((arg) => arg.spread !== null);
    if (!named && spread >= 0 && spread <= position) return this.#spreadAt(positional[spread]?.node, position - spread);
    const found = named ?? positional[position];
    if (found) return { node: found.node, value: this.#engine.valueOf(found.node, this.#frame) };
    const table = keyword === null ? undefined : this.view.args.find((arg) => arg.spread === "entries");
    const entries = table ? this.#engine.valueOf(table.node, this.#frame) : null;
    const value = entries?.kind === "table" ? entries.entries.get(keyword ?? "") : undefined;
    return table && value ? { node: table.node, value } : null;
  }

  /** `f(*pair)`: an item of a list whose items are known. */
  #spreadAt(node: CodeNode | undefined, position: number): Passed | null {
    const value = node ? this.#engine.valueOf(node, this.#frame) : null;
    if (!node || value?.kind !== "list" || value.items.slice(0, position + 1).some((item) => item.isOptional)) return null;
    const item = value.items[position];
    return item ? { node, value: item.value } : null;
  }

  operand(operand: Operand, receiver: Value | null): Value | null {
    return operand === "receiver" ? receiver : (this.at(operand)?.value ?? null);
  }

  /** All positional arguments as one list. */
  rest(from: number): Value {
    const items = this.view.args.filter((arg) => arg.name === null).slice(from);
    const spread = items.filter((arg) => arg.spread !== null).map((arg) => elementOf(this.#engine, this.#engine.valueOf(arg.node, this.#frame), arg.node));
    const plain = items.filter((arg) => arg.spread === null).map((arg) => ({ value: this.#engine.valueOf(arg.node, this.#frame), isOptional: false }));
    return list("list", plain, spread.length > 0 ? either(spread) : null);
  }

  named(): ReadonlyMap<string, Passed> {
    return new Map(this.view.args.flatMap((arg) => (arg.name === null ? [] : [[arg.name, { node: arg.node, value: this.#engine.valueOf(arg.node, this.#frame) }] as const])));
  }

  /** What each parameter gets; a parameter that is missing gets its default or stays unknown. `isBound`: the instance comes by itself; `home`: the file of the function. */
  bind(fn: FunctionFact, isBound: boolean, home: Engine = this.#engine): ReadonlyMap<number, Value> {
    const bound = new Map<number, Value>();
    const skip = isBound && fn.self !== null ? 1 : 0;
    fn.parameters.forEach((parameter, index) => {
      if (index < skip) return;
      const value = this.#passedTo(fn, index, index - skip, home);
      if (value) bound.set(index, parameter.name === "" || home !== this.#engine ? value : withStep(value, parameter.node, `passed to \`${fn.name || "the function"}\` as \`${parameter.name}\``));
    });
    return bound;
  }

  #passedTo(fn: FunctionFact, index: number, position: number, home: Engine): Value | null {
    const parameter = fn.parameters[index];
    if (!parameter) return null;
    if (parameter.kind === "rest") return this.rest(position);
    if (parameter.kind === "entries") return { kind: "table", entries: new Map([...this.named()].map(([name, passed]) => [name, passed.value])), rest: null };
    const passed = parameter.kind === "keyword" ? this.named().get(parameter.name) : this.at(position, parameter.name);
    if (passed) return passed.value;
    if (this.view.args.some((arg) => arg.spread !== null)) return atom(parameter.node);
    if (parameter.fallback) return home.valueOf(parameter.fallback);
    return atom(parameter.node, { trust: "harmless", constant: undefined, path: "undefined" });
  }
}

export const argumentsOf = (engine: Engine, view: CallView, frame: Frame): Arguments => new Arguments(engine, view, frame);

/** Those of a call that is written nowhere. */
export const noArguments = (engine: Engine, node: CodeNode, frame: Frame): Arguments => new Arguments(engine, { kind: "call", callee: node, args: [], isNew: false }, frame);

/** Any one element of a collection. */
export function elementOf(engine: Engine, value: Value, node: CodeNode): Value {
  switch (value.kind) {
    case "list":
      return either([...value.items.map((item) => item.value), ...(value.rest ? [value.rest] : [])]);
    case "table":
      return either([...value.entries.keys()].map((key) => ({ kind: "text", pieces: [{ kind: "constant", text: key }] }) as const).concat());
    case "union":
      return either(value.of.map((one) => elementOf(engine, one, node)));
    case "atom":
      return { ...value, node, path: value.path === null ? null : engine.know.canonical(`${value.path}[]`), type: value.type === "list" ? null : value.type, call: value.call };
    case "text":
      return atom(node, { trust: "harmless" });
    case "class":
      return value.cls.isEnumeration ? atom(node, { trust: "harmless", path: "enumeration[]", record: value.cls }) : atom(node);
    case "function":
      return atom(node);
  }
}
