/** What may an expression be? A fold over views that follows names, calls and containers, on demand. */

import type { CodeFacts } from "../facts/code.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { Knowledge, ValueFact } from "../facts/knowledge.ts";
import type { CodeNode } from "../facts/node.ts";
import type { CallView, TypeFact, View } from "../facts/view.ts";
import { argumentsOf, elementOf, type Arguments } from "./arguments.ts";
import { Budget } from "./budget.ts";
import { rowsOfCall, rowsOfCursor } from "./catalogue.ts";
import { appliedThere, NOWHERE, type Elsewhere } from "./elsewhere.ts";
import { Frame } from "./frame.ts";
import { manyOf, tableOf } from "./containers.ts";
import { keysPlace } from "./guards.ts";
import { fieldOf, indexOf, instanceOf } from "./members.ts";
import { convertedPieces, joined, percentFormat } from "./formats.ts";
import { addedUp, falsy, isCollection, isDate, isNumber, joinedLists, numberOf, overlap, repeated, sliceOf, truthy } from "./operators.ts";
import { OpenAnswers } from "./open-answers.ts";
import { declared, imported, readPlace } from "./reach.ts";
import { runStep } from "./steps.ts";
import {
  atom, concatenated, constantText, either, hole, isHarmless, list, piecesOf, withStep,
  type Atom, type FunctionValue, type Value,
} from "./value.ts";
import { bounded } from "./weight.ts";

const MOST_CALLS_DEEP = 6;

export class Engine {
  /** No call in sight: parameters are themselves. */
  readonly root = new Frame({ fn: null, bound: new Map(), self: null, lexical: null, caller: null });
  readonly open = new OpenAnswers();
  readonly budget = new Budget();
  readonly #callers = new Map<FunctionFact, readonly CodeNode[]>();

  readonly code: CodeFacts;
  readonly know: Knowledge;
  /** Other files of the program. */
  readonly elsewhere: Elsewhere;

  constructor(code: CodeFacts, know: Knowledge, elsewhere: Elsewhere = NOWHERE) {
    this.code = code;
    this.know = know;
    this.elsewhere = elsewhere;
  }

  /** Starts a new question with a fresh budget. */
  ask(): this {
    this.budget.renew();
    return this;
  }

  /** The value of an expression where it stands. Past the budget the answer is an atom of unknown trust. */
  valueOf(node: CodeNode, frame: Frame = this.root): Value {
    const known = this.open.valueOf(frame.values.get(node));
    if (known) return known;
    if (!this.open.hasRoom || !this.budget.evaluates()) return atom(node);
    return this.open.make(frame.values, node, () => bounded(this.#checked(this.#evaluate(this.code.view(node), node, frame), node), node));
  }

  // eslint-disable-next-line max-lines-per-function -- one case for each kind of view
  #evaluate(view: View, node: CodeNode, frame: Frame): Value {
    switch (view.kind) {
      case "text":
        return constantText(view.value);
      case "constant":
        return atom(node, { trust: "harmless", constant: view.value, path: view.value === undefined ? "undefined" : null, type: typeof view.value === "number" ? "number" : null });
      case "pattern":
        return atom(node, { trust: "harmless", path: "pattern" });
      case "template":
        return this.#template(view, node, frame);
      case "sum":
        return this.#sum(node, frame);
      case "percent":
        return this.#percent(view.text, view.values, node, frame);
      case "overlap":
        return overlap([this.valueOf(view.left, frame), this.valueOf(view.right, frame)], node);
      case "repeat":
        return repeated([this.valueOf(view.left, frame), this.valueOf(view.right, frame)], node);
      case "name":
        return this.#conventional(readPlace(this, { place: view.place, at: this.code.flow(node), frame, node, name: view.name }), view.name);
      case "self":
        return this.#self(node, frame);
      case "field":
        return this.#field(view.object, view.name, node, frame);
      case "index":
        return this.#guarded(node, frame, indexOf(this, this.valueOf(view.object, frame), this.valueOf(view.key, frame), node));
      case "slice":
        return sliceOf(this.valueOf(view.object, frame), node);
      case "call":
        return this.#call(view, node, frame);
      case "either":
        return either(view.of.map((one) => this.valueOf(one, frame)));
      case "or":
        return either(view.of.flatMap((one, index) => (index < view.of.length - 1 ? truthy(this.valueOf(one, frame)) : [this.valueOf(one, frame)])));
      case "and":
        return either(view.of.flatMap((one, index) => (index < view.of.length - 1 ? falsy(this.valueOf(one, frame)) : [this.valueOf(one, frame)])));
      case "many":
        return manyOf(this, view, frame);
      case "table":
        return tableOf(this, view, frame);
      case "each": {
        const element = this.valueOf(view.element, frame);
        return view.key ? { kind: "table", entries: new Map(), rest: element } : list("list", [], element);
      }
      case "function":
        return { kind: "function", fn: view.fn, frame, self: null };
      case "class":
        return { kind: "class", cls: view.cls };
      case "same":
        return this.#typed(this.valueOf(view.node, frame), view.type, node);
      case "arithmetic":
        return this.#arithmetic(view.operands, view.result, node, frame);
      case "module":
        return imported(this, view.path, node, view.from);
      case "opaque":
        return atom(node);
    }
  }

  #template(view: Extract<View, { kind: "template" }>, node: CodeNode, frame: Frame): Value {
    if (view.tag) {
      const path = this.pathOf(this.valueOf(view.tag, frame));
      const fact = path === null ? null : this.know.value(`${path}\`\``);
      if (fact) return atom(node, { trust: fact.trust, path: `${path}\`\`` });
      if (path !== null && this.know.step(`${path}\`\``)?.does !== "same") return atom(node, { path: `${path}\`\`` });
      if (path === null) return atom(node, { path: "?``" });
    }
    const pieces = view.pieces.map((piece) =>
      piece.kind === "text" ? constantText(piece.value).pieces : convertedPieces(this.#spelled(this.valueOf(piece.node, frame), piece.node), piece.node, piece.conversion ?? "s"),
    );
    return concatenated(...pieces);
  }

  /** `a + b + c`: the left spine is walked in a loop, real files have chains of thousands. */
  #sum(node: CodeNode, frame: Frame): Value {
    const operands: CodeNode[] = [];
    let left: CodeNode = node;
    for (let view = this.code.view(left); view.kind === "sum"; view = this.code.view(left)) {
      operands.push(view.right);
      left = view.left;
    }
    operands.push(left);
    operands.reverse();
    const values = operands.map((operand) => this.valueOf(operand, frame));
    if (values.some((value) => value.kind === "list") && !(this.code.joinsLists && values.some((value) => value.kind === "text"))) return joinedLists(values);
    if (values.every(isNumber)) return numberOf(values, node);
    const date = values.find(isDate);
    if (date?.kind === "atom" && values.every((value) => isDate(value) || isNumber(value))) return { ...date, node };
    if (values.some(isNumber) && values.every((value) => value.kind === "atom" && value.quoted === null)) return addedUp(values, node);
    return concatenated(...values.map((value, index) => piecesOf(this.#spelled(value, operands[index] ?? node), operands[index] ?? node)));
  }

  /** What a value is in a text. */
  #spelled(value: Value, node: CodeNode): Value {
    return value.kind === "list" && this.code.joinsLists ? joined(this, value, constantText(","), node, node) : value;
  }

  #percent(left: CodeNode, right: CodeNode, node: CodeNode, frame: Frame): Value {
    const value = this.valueOf(left, frame);
    if (isNumber(value)) return numberOf([value, this.valueOf(right, frame)].filter(isNumber), node);
    if (value.kind === "text" || value.kind === "union") return percentFormat(this, value, right, frame);
    return concatenated(piecesOf(value, left), [hole(right, this.valueOf(right, frame))]);
  }

  #arithmetic(operands: readonly CodeNode[], result: "number" | "boolean", node: CodeNode, frame: Frame): Value {
    if (result === "boolean") return atom(node, { trust: "harmless", type: "boolean" });
    const values = operands.map((operand) => this.valueOf(operand, frame));
    const [first] = values;
    const date = values.find(isDate);
    return first && isCollection(first) ? first : date?.kind === "atom" ? { ...date, node } : numberOf(values, node);
  }

  #self(node: CodeNode, frame: Frame): Value {
    const cls = this.code.classOf(node);
    return frame.self ?? (cls ? instanceOf(this, cls, node) : atom(node));
  }

  #field(object: CodeNode, name: string, node: CodeNode, frame: Frame): Value {
    const path = this.code.pathOf(node);
    const read = () => fieldOf(this, this.valueOf(object, frame), name, node, frame);
    return path === null ? read() : readPlace(this, { place: path, at: this.code.flow(node), frame, node, name, otherwise: read });
  }

  /** A value read through a path that a check may have spoken of. */
  #guarded(node: CodeNode, frame: Frame, value: Value): Value {
    const path = this.code.pathOf(node);
    return path === null || isHarmless(value) ? value : readPlace(this, { place: path, at: this.code.flow(node), frame, node, name: path, otherwise: () => value });
  }

  /** What a local name holds at a node. */
  valueOfName(name: string, node: CodeNode, frame: Frame): Value {
    return readPlace(this, { place: name, at: this.code.flow(node), frame, node, name });
  }

  /** A value of unknown kind is what its name stands for by convention. */
  #conventional(value: Value, name: string): Value {
    if (value.kind !== "atom" || value.trust !== "unknown" || this.know.isKnown(value.path) || value.path?.startsWith("@")) return value;
    const path = this.know.byConvention(name);
    return path === null ? value : { ...value, path: this.know.canonical(path) };
  }

  /** What the type checker says of a value of unknown kind. */
  #checked(value: Value, node: CodeNode): Value {
    if (value.kind !== "atom" || value.trust !== "unknown" || this.know.isKnown(value.path) || value.path?.startsWith("@")) return value;
    const type = this.code.typeOf(node);
    if (type?.kind === "number") return { ...value, trust: "typed", type: "number", typedBy: "annotation" };
    return type?.kind === "instance" ? { ...value, path: this.know.canonical(type.path) } : value;
  }

  /** What a type says of a value that says less itself. */
  #typed(value: Value, type: TypeFact | null, node: CodeNode): Value {
    if (type?.kind !== "instance" || value.kind !== "atom") return value;
    return { ...value, node, path: this.know.canonical(type.path) };
  }

  #call(view: CallView, node: CodeNode, frame: Frame): Value {
    const callee = this.code.view(view.callee);
    const args = argumentsOf(this, view, frame);
    const receiver = callee.kind === "field" ? this.valueOf(callee.object, frame) : null;
    const target = this.valueOf(view.callee, frame);
    for (const path of this.callPaths(target, receiver, callee.kind === "field" ? callee.name : null)) {
      const step = this.know.step(path);
      const done = step ? runStep(this, { step, receiver, args, node, frame, path }) : null;
      if (done) return step?.does === "keys" ? this.#keys(node, frame, done) : done;
      const fact = this.#factOfCall(path, receiver);
      if (fact) return this.#rowsOf(fact, callee, node) ?? this.fromFact(fact, `${path}()`, node);
    }
    if (target.kind === "function") return this.apply(target, args, node, frame);
    if (target.kind === "class") return instanceOf(this, target.cls, node);
    return this.#unknownCall(target, receiver, node);
  }

  /** The keys of an object that a check may have spoken of. */
  #keys(node: CodeNode, frame: Frame, value: Value): Value {
    const place = isHarmless(value) ? null : keysPlace(this, node, frame);
    return place === null ? value : readPlace(this, { place, at: this.code.flow(node), frame, node, name: place, otherwise: () => value });
  }

  /** What the catalog says of a call's result; of one on a foreign value only under its full name. */
  #factOfCall(path: string, receiver: Value | null): ValueFact | null {
    const isForeign = receiver?.kind === "atom" && receiver.trust === "foreign";
    return this.know.value(`${path}()`, isForeign) ?? this.know.value(this.know.canonical(`${path}()`), isForeign);
  }

  /** Rows of which the statement says what they hold; null for any other value. */
  #rowsOf(fact: ValueFact, callee: View, node: CodeNode): Value | null {
    if (fact.rowOf === "receiver") return callee.kind === "field" ? rowsOfCursor(this, callee.object, node) : null;
    return fact.rowOf === "call" ? rowsOfCall(this, node, node) : null;
  }

  #unknownCall(target: Value, receiver: Value | null, node: CodeNode): Value {
    const path = this.pathOf(target);
    const isLike = receiver?.kind === "atom" && (receiver.trust === "foreign" || (receiver.isDeep && receiver.trust === "harmless"));
    const made = path === null ? "?" : this.know.canonical(`${path}()`);
    return atom(node, {
      path: made,
      call: node,
      // `self.sudo()` has the methods of `self`.
      record: receiver?.kind === "atom" && receiver.path?.replace("!", "") === made.replace("!", "") ? receiver.record : null,
      ...(isLike ? { trust: receiver.trust, from: receiver.from, origin: receiver.origin, steps: receiver.steps, isNullable: receiver.isNullable, isDeep: receiver.isDeep } : {}),
    });
  }

  /** The names under which the catalog may know what is called, the most certain first. */
  callPaths(target: Value, receiver: Value | null, name: string | null): readonly string[] {
    const paths: string[] = [];
    const own = this.pathOf(target);
    if (own !== null) paths.push(own);
    if (name === null) return paths;
    for (const kind of new Set(receiver?.kind === "union" ? receiver.of.map((one) => one.kind) : [receiver?.kind])) {
      if (kind === "text" || kind === "list" || kind === "table") paths.push(`${kind}.${name}`);
    }
    paths.push(`*.${name}`);
    return paths;
  }

  /** The canonical path of a value that has one. */
  pathOf(value: Value): string | null {
    if (value.kind === "atom") return value.path;
    if (value.kind === "union") {
      const paths = value.of.map((one) => this.pathOf(one)).filter((path) => path !== null);
      return paths.find((path) => this.know.isKnown(path)) ?? paths[0] ?? null;
    }
    return null;
  }

  fromFact(fact: ValueFact, path: string, node: CodeNode): Atom {
    return atom(node, {
      trust: fact.trust,
      type: fact.type ?? null,
      typedBy: fact.type ? "cast" : null,
      path: this.know.canonical(path),
      quoted: fact.quoted ? { as: fact.quoted, trust: "unknown" } : null,
      origin: fact.origin ?? null,
      content: fact.content ?? null,
      isNullable: fact.isNullable ?? false,
      isDeep: fact.deep ?? false,
      call: node,
    });
  }

  /** What a function of the file returns for these arguments. */
  apply(target: Extract<Value, { kind: "function" }>, args: Arguments, node: CodeNode, frame: Frame): Value {
    const { fn, home } = target;
    // A recursion adds nothing of its own: what it ends with, the other ways out say.
    if (frame.isRunning(fn)) return atom(node, { trust: "harmless" });
    if (frame.depth >= MOST_CALLS_DEEP) return atom(node);
    if (home && home !== this) return appliedThere(this, { ...target, home }, args, { node, frame });
    return this.run({ fn, bound: args.bind(fn, target.self !== null), self: target.self, lexical: target.frame instanceof Frame ? target.frame : this.root, caller: frame }, node);
  }

  /** What a function of this file gives in one activation. */
  run(activation: ConstructorParameters<typeof Frame>[0] & { readonly fn: FunctionFact }, node: CodeNode): Value {
    const { fn } = activation;
    if (fn.decorators.some((one) => !this.#isTransparent(one))) return atom(node);
    const inner = new Frame(activation);
    const given = this.code.yields(fn).map(({ value, isEach }) => (isEach ? elementOf(this, this.valueOf(value, inner), value) : this.valueOf(value, inner)));
    if (given.length > 0) return list("list", [], either(given));
    const exits = this.code.exits(fn);
    const values = exits.map((exit) => (exit.value ? this.valueOf(exit.value, inner) : atom(node, { trust: "harmless", constant: null })));
    return values.length === 0 ? atom(node) : withStep(declared(this, fn.returns, either(values), node), node, `returned by \`${fn.name || "the function"}\``);
  }

  #isTransparent(decorator: CodeNode): boolean {
    const path = this.pathOf(this.valueOf(decorator));
    return path !== null && this.know.step(path.replace(/\(\)$/, ""))?.does === "function";
  }

  /** The function of this file that a call certainly runs; null when that is not certain. The one place that answers it. */
  calleeOf(call: CodeNode, frame: Frame = this.root): FunctionValue | null {
    const target = this.calleeAnywhere(call, frame);
    return target && (!target.home || target.home === this) ? target : null;
  }

  /** The same, also of another file. */
  calleeAnywhere(call: CodeNode, frame: Frame = this.root): FunctionValue | null {
    const view = this.code.view(call);
    const target = view.kind === "call" ? this.valueOf(view.callee, frame) : null;
    return target?.kind === "function" ? target : null;
  }

  #runs(call: CodeNode, fn: FunctionFact): boolean {
    if (!fn.makes) return this.calleeOf(call)?.fn === fn;
    const view = this.code.view(call);
    const target = view.kind === "call" ? this.valueOf(view.callee) : null;
    return target?.kind === "class" && target.cls === fn.owner;
  }

  /** The calls of this file that certainly run a function. */
  callersOf(fn: FunctionFact): readonly CodeNode[] {
    const known = this.#callers.get(fn);
    if (known) return known;
    this.#callers.set(fn, []);
    const name = fn.makes ? (fn.owner?.name ?? "") : fn.name;
    const calls = name === "" ? [] : this.code.calls().filter((site) => site.name === name && this.#runs(site.node, fn)).map((site) => site.node);
    this.#callers.set(fn, calls);
    return calls;
  }
}
