/** Links points of control flow; the languages drive it along their own statements. */

import type { CodeNode } from "./node.ts";
import type { FunctionFact } from "./functions.ts";
import { rootOf, type Exit, type FlowNode, type Join, type Write } from "./flow.ts";

const DEAD: FlowNode = { kind: "dead" };
const MOST_WAYS_OUT_OF_A_TRY = 200;

type WriteParts = Pick<Write, "place" | "node" | "source"> & Partial<Pick<Write, "how" | "path" | "fallback">>;

interface LoopFrame {
  readonly label: string | null;
  readonly breaks: FlowNode[];
  readonly continues: FlowNode[] | null;
}

export class FlowBuilder {
  current: FlowNode;
  readonly exits: Exit[] = [];
  readonly writes = new Map<string, Write[]>();
  /** Places on which a method is called. */
  readonly called = new Set<string>();
  readonly yields: { readonly value: CodeNode; readonly isEach: boolean }[] = [];
  readonly #points = new Map<CodeNode, FlowNode>();
  readonly #loops: LoopFrame[] = [];
  /** Points from which an enclosing `try` may be left by an error, innermost last. */
  readonly #throws: FlowNode[][] = [];
  #touched = new Set<string>();

  constructor(fn: FunctionFact | null) {
    this.current = { kind: "start", fn };
  }

  /** Remembers that `node` is evaluated here. */
  mark(node: CodeNode): void {
    this.#points.set(node, this.current);
  }

  /** Where `node` was marked; null if it never was. */
  pointOf(node: CodeNode): FlowNode | null {
    return this.#points.get(node) ?? null;
  }

  touch(place: string): void {
    this.#touched.add(rootOf(place));
  }

  write({ place, node, source, how = "set", path = [], fallback = null }: WriteParts): void {
    this.touch(place);
    const write: Write = { kind: "write", before: this.current, place, node, how, source, path, fallback };
    const known = this.writes.get(place);
    if (known) known.push(write);
    else this.writes.set(place, [write]);
    if (this.current.kind !== "dead") this.current = write;
    this.#mayThrow();
  }

  call(call: CodeNode): void {
    if (this.current.kind === "dead") return;
    this.current = { kind: "call", before: this.current, call };
    this.#mayThrow();
  }

  test(condition: CodeNode, outcome: boolean): void {
    if (this.current.kind !== "dead") this.current = { kind: "test", before: this.current, condition, outcome };
  }

  /** `place` is the subject's, where it has one. */
  case(subject: CodeNode, values: readonly CodeNode[] | null, place: string | null): void {
    if (place !== null) this.touch(place);
    if (this.current.kind !== "dead") this.current = { kind: "case", before: this.current, subject, values };
  }

  /** Runs each way from here and joins where they end. */
  branch(...ways: readonly (() => void)[]): void {
    const head = this.current;
    const outer = this.#enter();
    const ends = ways.map((way) => {
      this.current = head;
      way();
      return this.current;
    });
    this.current = this.#joined(ends, head);
    this.#leave(outer);
  }

  /** Joins ways that came from `head`, where control falls through from one to the next. */
  join(head: FlowNode, ...ends: readonly FlowNode[]): void {
    this.current = this.#joined(ends, head);
  }

  /** Whether a place, or what lies behind it, is written or has a method called on it. */
  changes(place: string): boolean {
    const isBehind = (one: string) => one === place || one.startsWith(`${place}.`);
    return [...this.called].some(isBehind) || [...this.writes].some(([one, writes]) => isBehind(one) && writes.some(({ source }) => source.kind !== "parameter"));
  }

  /** A loop: `head` tests (and leaves by `exit`), `body` runs and comes back. */
  loop({ label = null, isOfElements = false, body, leave }: { label?: string | null; isOfElements?: boolean; body: () => void; leave: () => void }): void {
    const entry = this.current;
    const outer = this.#enter();
    const join: Join = { kind: "join", before: [entry], isLoop: true, head: entry, touched: this.#touched };
    if (entry.kind !== "dead") this.current = join;
    const frame: LoopFrame = { label, breaks: [], continues: [] };
    this.#loops.push(frame);
    const top = this.current;
    body();
    for (const back of [this.current, ...(frame.continues ?? [])]) if (back.kind !== "dead") join.before.push(back);
    this.#loops.pop();
    this.current = isOfElements && top === join && frame.breaks.length === 0 ? { kind: "turned", before: top, loop: join } : top;
    leave();
    this.current = this.#joined([this.current, ...frame.breaks], entry);
    this.#leave(outer);
  }

  /** A block that `break` (with or without a label) leaves: a switch, a labelled statement. */
  breakable(label: string | null, body: () => void): void {
    const head = this.current;
    const outer = this.#enter();
    const frame: LoopFrame = { label, breaks: [], continues: null };
    this.#loops.push(frame);
    body();
    this.#loops.pop();
    this.current = this.#joined([this.current, ...frame.breaks], head);
    this.#leave(outer);
  }

  break(label: string | null): void {
    const frame = this.#loops.findLast((loop) => (label === null ? true : loop.label === label));
    frame?.breaks.push(this.current);
    this.current = DEAD;
  }

  continue(label: string | null): void {
    const frame = this.#loops.findLast((loop) => loop.continues !== null && (label === null || loop.label === label));
    frame?.continues?.push(this.current);
    this.current = DEAD;
  }

  return(value: CodeNode | null): void {
    if (this.current.kind !== "dead") this.exits.push({ value, at: this.current });
    this.current = DEAD;
  }

  throw(): void {
    this.#mayThrow();
    this.current = DEAD;
  }

  try({ body, handlers, after }: { body: () => void; handlers: readonly (() => void)[]; after: (() => void) | null }): void {
    const head = this.current;
    const outer = this.#enter();
    const thrown: FlowNode[] = [head];
    this.#throws.push(thrown);
    body();
    this.#throws.pop();
    const ends = [this.current];
    for (const handler of handlers) {
      this.current = this.#joined(thrown, head);
      handler();
      ends.push(this.current);
    }
    this.current = this.#joined(ends, head);
    if (after) after();
    this.#leave(outer);
  }

  #mayThrow(): void {
    const thrown = this.#throws.at(-1);
    if (thrown && thrown.length < MOST_WAYS_OUT_OF_A_TRY && this.current.kind !== "dead") thrown.push(this.current);
  }

  #joined(ends: readonly FlowNode[], head: FlowNode): FlowNode {
    const alive = [...new Set(ends)].filter((end) => end.kind !== "dead");
    if (alive.length === 0) return DEAD;
    if (alive.length === 1) return alive[0] ?? DEAD;
    return { kind: "join", before: alive, isLoop: false, head, touched: this.#touched };
  }

  #enter(): Set<string> {
    const outer = this.#touched;
    this.#touched = new Set();
    return outer;
  }

  #leave(outer: Set<string>): void {
    for (const place of this.#touched) outer.add(place);
    this.#touched = outer;
  }
}
