/** Which writes reach a read, and what checks on the way say of it: one walk backwards. */

import { rootOf, type Case, type FlowNode, type ImportedFrom, type Join, type Selector, type Test, type Turned, type Write } from "../facts/flow.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { CodeNode } from "../facts/node.ts";
import type { TypeFact } from "../facts/view.ts";
import { argumentsOf, elementOf } from "./arguments.ts";
import { rowsOfCursor } from "./catalogue.ts";
import { answerOfCall, changes } from "./effects.ts";
import { importedValue } from "./elsewhere.ts";
import type { Engine } from "./engine.ts";
import type { Answer } from "./open-answers.ts";
import type { Frame } from "./frame.ts";
import { admittedByTurns, admittedByVisits } from "./collection-guards.ts";
import { admittedByCase, admittedByTest, listed, looksUp } from "./guards.ts";
import { fieldOf, indexOf, typedValue } from "./members.ts";
import { parameterOf } from "./parameters.ts";
import { changedByCall } from "./container-changes.ts";
import { atom, constantText, either, withStep, type Value } from "./value.ts";

/** A question: what does `place` hold at a point? `otherwise` answers for a path (`self.x`) of which no write is in sight. */
export interface Read {
  readonly place: string;
  readonly at: FlowNode;
  readonly frame: Frame;
  readonly node: CodeNode;
  readonly name: string;
  readonly otherwise?: () => Value;
}

/** The value of a place at a point of control flow. */
export function readPlace(engine: Engine, read: Read): Value {
  let at = read.at;
  for (;;) {
    if (!engine.budget.goesOn()) return atom(read.node);
    switch (at.kind) {
      case "dead":
        return atom(read.node, { trust: "harmless" });
      case "start":
        return readOutside(engine, read, at.fn);
      case "write": {
        const answer = answerOfWrite(engine, read, at);
        if (answer) return answer;
        break;
      }
      case "test":
      case "case":
      case "turned": {
        const admitted = admittedBy(engine, read, at);
        if (admitted) return admitted;
        break;
      }
      case "call": {
        const answer = answerOfCall(engine, read, at) ?? admittedByVisits(engine, read, at.call);
        if (answer) return answer;
        break;
      }
      case "join":
        if (!at.touched.has(rootOf(read.place))) {
          at = at.head;
          continue;
        }
        return readJoin(engine, read, at);
    }
    at = at.before;
  }
}

/** What a check on the way proves of a place; null when it says nothing of it. */
function admittedBy(engine: Engine, read: Read, at: Test | Case | Turned): Value | null {
  switch (at.kind) {
    case "test":
      return admittedByTest(engine, read, at.condition, at.outcome);
    case "case":
      return admittedByCase(engine, read, at);
    case "turned":
      return admittedByTurns(engine, read, at.loop);
  }
}

/** What each way into a join says, of a loop the entry first. A join that is asked again meanwhile answers with what it has so far: the rest it says itself. */
function readJoin(engine: Engine, read: Read, join: Join): Value {
  const key = read.otherwise ? `${read.place}?` : read.place;
  const answers = read.frame.places.get(join) ?? new Map<string, Answer>();
  read.frame.places.set(join, answers);
  const known = engine.open.valueOf(answers.get(key));
  if (known) return known;
  if (!engine.open.hasRoom) return atom(read.node);
  return engine.open.make(answers, key, (values) => {
    for (const way of join.before) values.push(readPlace(engine, { ...read, at: way }));
    return either(values);
  });
}

function answerOfWrite(engine: Engine, read: Read, write: Write): Value | null {
  if (write.place === read.place) {
    if (write.how === "delete") return atom(read.node);
    return readWrite(engine, write, read.frame);
  }
  // The root of a path was written: what lies behind it is whatever the new value says.
  if (write.how === "set" && write.source.kind === "value" && looksUp(engine, read, write.source.node)) return listed(read);
  // So are its keys, when it gets one that nobody knows.
  if (read.place.startsWith(`${write.place.replace(/\.\*$/, "")}.`)) return read.otherwise?.() ?? atom(read.node);
  if (write.place.startsWith(`${read.place}.`)) {
    const before = readPlace(engine, { ...read, at: write.before });
    return withEntry(before, write.place.slice(read.place.length + 1), readWrite(engine, write, read.frame));
  }
  return null;
}

/** A table after `table.key = value`; `*` for a key that nobody knows. */
function withEntry(table: Value, key: string, value: Value): Value {
  if (table.kind === "table") {
    if (key === "*") return { ...table, rest: table.rest ? either([table.rest, value]) : value };
    return { ...table, entries: new Map(table.entries).set(key, value) };
  }
  if (table.kind === "list") return { ...table, rest: table.rest ? either([table.rest, value]) : value };
  return table;
}

/** What a write puts into its place. */
export function readWrite(engine: Engine, write: Write, frame: Frame): Value {
  const { source } = write;
  switch (source.kind) {
    case "value":
      return annotated(engine, write, named(engine, write, along(engine, engine.valueOf(source.node, frame), write, frame)));
    case "element":
      return along(engine, rowsOfCursor(engine, source.of, source.of) ?? elementOf(engine, engine.valueOf(source.of, frame), write.node), write, frame);
    case "key": {
      const value = engine.valueOf(source.of, frame);
      return value.kind === "table" ? either([...value.entries.keys()].map(constantText)) : atom(write.node);
    }
    case "entered":
      return along(engine, engine.valueOf(source.node, frame), write, frame);
    case "parameter": {
      const owner = functionOfWrite(write);
      return owner ? along(engine, parameterOf(engine, owner, source.index, frame, write.node), write, frame) : atom(write.node);
    }
    case "import":
      return imported(engine, source.path, write.node, source.from);
    case "function":
      return { kind: "function", fn: source.fn, frame, self: null };
    case "caught":
      return atom(write.node, { path: "caught", origin: "an error that was caught" });
    case "nothing":
      return atom(write.node, { trust: "harmless", path: "undefined" });
    case "unknown":
      return atom(write.node);
  }
}

/** A module's member, with what the catalog says of it, or the file of the program that it is of. */
export function imported(engine: Engine, path: string, node: CodeNode, from?: ImportedFrom): Value {
  const canonical = engine.know.canonical(path);
  const fact = engine.know.value(canonical);
  const own = !fact && from && !engine.know.isKnown(canonical) ? importedValue(engine, from, node) : null;
  if (own) return own;
  return fact ? engine.fromFact(fact, canonical, node) : atom(node, { path: canonical });
}

const annotated = (engine: Engine, { source, path, node }: Write, value: Value): Value =>
  declared(engine, source.kind === "value" && path.length === 0 ? (source.type ?? null) : null, value, node);

/** A value of unknown kind is what its declaration says. */
export function declared(engine: Engine, type: TypeFact | null, value: Value, node: CodeNode): Value {
  if (type && value.kind === "union") return either(value.of.map((one) => declared(engine, type, one, node)));
  if (!type || type.kind === "text" || type.kind === "object" || type.kind === "list" || value.kind !== "atom" || value.trust === "harmless" || value.trust === "typed" || engine.know.isKnown(value.path)) return value;
  const typed = typedValue(engine, type, node);
  return typed.kind === "atom" && (typed.trust === "typed" || typed.record || engine.know.isKnown(typed.path)) ? typed : value;
}

function named(engine: Engine, write: Write, value: Value): Value {
  const isTold = value.kind === "text" || value.kind === "atom";
  return isTold ? withStep(value, write.node, `assigned to \`${engine.code.excerpt(write.node)}\``) : value;
}

const functionOfWrite = (write: Write): FunctionFact | null => {
  let at: FlowNode = write;
  while (at.kind !== "start") {
    if (at.kind === "dead" || at.kind === "join") return null;
    at = at.before;
  }
  return at.fn;
};

/** Follows a destructuring from the source to what is written. */
function along(engine: Engine, value: Value, write: Write, frame: Frame): Value {
  let current = value;
  for (const selector of write.path) current = selected(engine, current, selector, write.node, frame);
  return write.fallback && mayBeMissing(current) ? either([current, engine.valueOf(write.fallback, frame)].filter((one) => !isMissing(one))) : current;
}

const isMissing = (value: Value) => value.kind === "atom" && value.path === "undefined";
const mayBeMissing = (value: Value) => value.kind === "atom" || value.kind === "union";

function selected(engine: Engine, value: Value, selector: Selector, node: CodeNode, frame: Frame): Value {
  switch (selector.kind) {
    case "key":
      return fieldOf(engine, value, selector.name, node, frame);
    case "position":
      return indexOf(engine, value, atom(node, { trust: "harmless", constant: selector.index }), node);
    case "rest":
      return value.kind === "list" || value.kind === "table" ? value : elementOf(engine, value, node);
  }
}

/** A place that the function at hand does not write: a captured variable, a field, something from nowhere. */
function readOutside(engine: Engine, read: Read, fn: FunctionFact | null): Value {
  const { code } = engine;
  if (read.otherwise) {
    const made = fn && !isRunningAlone(read.frame, fn) ? code.madeAt(fn) : null;
    // A check around a closure holds inside it, as long as nothing writes the root again.
    if (made && fn && code.writes(rootOf(read.place), code.scopeOf(rootOf(read.place), fn) ?? null).length <= 1) {
      return readPlace(engine, { ...read, at: made, frame: read.frame.lexical ?? engine.root });
    }
    return read.otherwise();
  }
  const scope = code.scopeOf(read.place, fn);
  if (scope === undefined) return fromNowhere(engine, read);
  const frame = read.frame.of(scope) ?? engine.root;
  const writes = code.writes(read.place, scope);
  const [only] = writes;
  if (!only) return fromNowhere(engine, read);
  if (writes.length === 1 && fn && scope !== fn) {
    const made = code.madeAt(fn);
    if (made) return readPlace(engine, { ...read, at: made, frame: read.frame.lexical ?? engine.root });
    return changedLater(engine, read, only, frame);
  }
  return either(writes.map((write) => readWrite(engine, write, frame)));
}

const isRunningAlone = (frame: Frame, fn: FunctionFact) => frame.fn === fn && frame.caller !== null && frame.lexical === null;

/** The one value of a captured variable, with what calls add to it anywhere in the file. */
function changedLater(engine: Engine, read: Read, only: Write, frame: Frame): Value {
  const value = readWrite(engine, only, frame);
  return value.kind === "list" || value.kind === "table" ? changedAnywhere(engine, value, (object) => engine.code.pathOf(object) === read.place) : value;
}

/** A container with what methods that are called on it add to it, in whatever order. */
export function changedAnywhere(engine: Engine, value: Value, isIt: (object: CodeNode, call: CodeNode) => boolean): Value {
  const { code } = engine;
  return code.calls().reduce((known, { node, name }) => {
    const view = changes(engine, `${known.kind}.${name}`) ? code.view(node) : null;
    const callee = view?.kind === "call" ? code.view(view.callee) : null;
    if (view?.kind !== "call" || callee?.kind !== "field" || !isIt(callee.object, node)) return known;
    return changedByCall(engine, known, name, argumentsOf(engine, view, engine.root), node);
  }, value);
}

/** A name that nothing in the file declares: the language's own, or one known by convention. */
function fromNowhere(engine: Engine, read: Read): Value {
  const path = engine.know.byConvention(read.name) ?? read.name;
  const canonical = engine.know.canonical(path);
  const fact = engine.know.value(canonical);
  return fact ? engine.fromFact(fact, canonical, read.node) : atom(read.node, { path: canonical });
}
