/** Random statements in pieces: words of SQL, holes that values fill, and values that are bound already. */

import type { Random } from "./random.ts";
import type { Kind } from "./values.ts";

export type Piece =
  | { readonly kind: "sql"; readonly text: string }
  /** Between two clauses: a blank, or a line's end. */
  | { readonly kind: "break" }
  | Hole
  | { readonly kind: "bound"; readonly name: string };

/** Filled with a value's text. */
export interface Hole {
  readonly kind: "hole";
  readonly name: string;
  readonly of: Kind;
  /** Chooses among the ways to write its expression. */
  readonly form: number;
}

export interface Statement {
  readonly head: readonly Piece[];
  /** Joined by AND; each can be left out. */
  readonly conditions: readonly (readonly Piece[])[];
  readonly tail: readonly Piece[];
  readonly parameters: Readonly<Record<string, Kind>>;
}

/** What a driver can do, as far as statements depend on it. */
export interface Ability {
  /** A list in IN is repaired. */
  readonly lists: boolean;
  /** A percent sign that stands in the text is read by the driver when values are bound. */
  readonly readsPercent: boolean;
  /** A question mark in the text is read by the driver. */
  readonly readsQuestion: boolean;
  readonly numbers: "integer" | "number";
}

const NAMES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  text: ["name", "term", "kind", "note", "label", "owner", "breed"],
  integer: ["age", "low", "high", "pet", "least"],
  count: ["size", "page"],
  number: ["weight", "fee", "most"],
  day: ["day", "since", "until"],
  texts: ["names", "kinds"],
  integers: ["ids", "ages"],
};

const sql = (text: string): Piece => ({ kind: "sql", text });
const BREAK: Piece = { kind: "break" };

type Condition = (make: Maker) => readonly Piece[];

const CONDITIONS: readonly Condition[] = [
  (make) => [sql(`${make.column} = '`), make.hole("text"), sql("'")],
  (make) => [sql(`${make.column} <> '`), make.hole("text"), sql("'")],
  (make) => [sql(`${make.column} LIKE '%`), make.hole("text"), sql("%'")],
  (make) => [sql(`${make.column} NOT LIKE '`), make.hole("text"), sql("%'")],
  (make) => [sql(`${make.column} LIKE '_`), make.hole("text"), sql("'")],
  (make) => [sql(`${make.column} = '`), make.hole("text"), sql(" "), make.hole("text"), sql("'")],
  (make) => [sql(`${make.column} = '`), make.hole("text"), make.hole("text"), sql("'")],
  (make) => [sql(`${make.column} IN ('`), make.hole("text"), sql("', '"), make.hole("text"), sql("')")],
  (make) => [sql(`(${make.column} = '`), make.hole("text"), sql(`' OR ${make.column} = '`), make.hole("text"), sql("')")],
  (make) => [sql(`lower(${make.column}) = lower('`), make.hole("text"), sql("')")],
  (make) => [sql(`coalesce(${make.column}, '`), make.hole("text"), sql("') = 'dog'")],
  (make) => [sql("NOT (kind = '"), make.hole("text"), sql("' AND age > 2)")],
  (make) => [sql("EXISTS (SELECT 1 FROM visit v WHERE v.pet_id = pet.id AND v.note <> '"), make.hole("text"), sql("')")],
  (make) => [sql("born >= '"), make.hole("day"), sql("'")],
  (make) => [sql("born BETWEEN '"), make.hole("day"), sql("' AND '"), make.hole("day"), sql("'")],
  (make) => [sql(`age ${make.random.pick(["=", "<>", ">", "<="])} `), make.hole("integer")],
  (make) => [sql("age BETWEEN "), make.hole("integer"), sql(" AND "), make.hole("integer")],
  (make) => [sql("age + 1 > "), make.hole("integer")],
  (make) => [sql("weight > "), make.hole(make.ability.numbers)],
  (make) => [sql("age >= "), make.bound("integer")],
  (make) => [sql(`${make.column} <> `), make.bound("text")],
  () => [sql("note <> '100%'")],
  () => [sql("note NOT LIKE '50% %'")],
  () => [sql("note <> 'a%%b'")],
  () => [sql("note <> '{0} it''s'")],
  () => [sql("name <> '12:30 :x' -- the $1 of them"), BREAK],
  (make) => (make.ability.readsQuestion ? [sql("note <> ''")] : [sql("note <> 'what?'")]),
  (make) => (make.ability.lists ? [sql(`${make.column}${make.not} IN (`), make.hole("texts"), sql(")")] : [sql("age < 50")]),
  (make) => (make.ability.lists ? [sql(`id${make.not} IN (`), make.hole("integers"), sql(")")] : [sql("id < 50")]),
];

/** Makes the pieces of one statement. */
class Maker {
  readonly parameters: Record<string, Kind> = {};
  readonly random: Random;
  readonly ability: Ability;

  constructor(random: Random, ability: Ability) {
    this.random = random;
    this.ability = ability;
  }

  get column(): string { return this.random.pick(["name", "kind", "note"]); }
  get not(): string { return this.random.pick(["", " NOT"]); }

  #parameter(kind: Kind): string {
    const known = Object.keys(this.parameters).filter((name) => this.parameters[name] === kind);
    if (known.length > 0 && this.random.chance(0.15)) return this.random.pick(known);
    const free = (NAMES[kind] ?? []).filter((name) => !(name in this.parameters));
    const name = free.length > 0 ? this.random.pick(free) : `${kind}${Object.keys(this.parameters).length}`;
    this.parameters[name] = kind;
    return name;
  }

  hole(kind: Kind): Hole {
    return { kind: "hole", name: this.#parameter(kind), of: kind, form: this.random.below(8) };
  }

  bound(kind: Kind): Piece {
    return { kind: "bound", name: this.#parameter(kind) };
  }

  conditions(): readonly (readonly Piece[])[] {
    return Array.from({ length: 1 + this.random.below(4) }, () => this.random.pick(CONDITIONS)(this));
  }
}

type Shape = (make: Maker) => Omit<Statement, "parameters">;

const SELECT: Shape = (make) => ({
  head: [sql(make.random.pick(["SELECT id, name", "SELECT id, '10%' AS rate", "SELECT count(*) AS total, min(name) AS name"])), BREAK, sql("FROM pet")],
  conditions: make.conditions(),
  tail: [],
});

const PAGE: Shape = (make) => ({
  head: [sql("SELECT id, name"), BREAK, sql("FROM pet")],
  conditions: make.conditions(),
  tail: [BREAK, sql("ORDER BY id"), ...(make.random.chance(0.5) ? [BREAK, sql("LIMIT "), make.hole("count"), sql(" OFFSET "), make.hole("count")] : [])],
});

const LABEL: Shape = (make) => ({ head: [sql("SELECT id, '"), make.hole("text"), sql("' AS label"), BREAK, sql("FROM pet")], conditions: make.conditions(), tail: [BREAK, sql("ORDER BY id DESC")] });

const INSERT: Shape = (make) => ({
  head: [sql("INSERT INTO visit (id, pet_id, day, note, fee)"), BREAK, sql("VALUES (90, "), make.hole("integer"), sql(", '"), make.hole("day"), sql("', '"), make.hole("text"), sql("', "), make.hole(make.ability.numbers), sql(")")],
  conditions: [],
  tail: [],
});

const UPDATE: Shape = (make) => ({ head: [sql("UPDATE pet SET note = '"), make.hole("text"), sql("', age = "), make.hole("integer")], conditions: make.conditions(), tail: [] });
const DELETE: Shape = (make) => ({ head: [sql("DELETE FROM pet")], conditions: make.conditions(), tail: [] });

/** A statement with at least one hole. */
export function statement(random: Random, ability: Ability): Statement {
  for (;;) {
    const make = new Maker(random, ability);
    const shape = random.pick([SELECT, SELECT, PAGE, PAGE, LABEL, INSERT, UPDATE, DELETE])(make);
    const made = { ...shape, parameters: make.parameters };
    if (pieces(made).some(({ kind }) => kind === "hole")) return made;
  }
}

/** The statement from left to right. */
export function pieces({ head, conditions, tail }: Statement): readonly Piece[] {
  const where = conditions.flatMap((one, index) => [BREAK, sql(index === 0 ? "WHERE " : "AND "), ...one]);
  return [...head, ...where, ...tail];
}

/** Statements that leave something out. */
export function smaller(statement: Statement): readonly Statement[] {
  const shorter = [
    ...statement.conditions.map((_, index) => ({ ...statement, conditions: statement.conditions.toSpliced(index, 1) })),
    ...(statement.tail.length > 0 ? [{ ...statement, tail: [] }] : []),
    ...(statement.head.some(({ kind }) => kind === "hole") && statement.conditions.length > 0 ? [{ ...statement, head: [sql("SELECT id"), BREAK, sql("FROM pet")] }] : []),
  ];
  return shorter.map((one) => ({ ...one, parameters: used(one) })).filter((one) => pieces(one).some(({ kind }) => kind === "hole"));
}

function used(statement: Statement): Readonly<Record<string, Kind>> {
  const names = new Set(pieces(statement).flatMap((one) => (one.kind === "hole" || one.kind === "bound" ? [one.name] : [])));
  return Object.fromEntries(Object.entries(statement.parameters).filter(([name]) => names.has(name)));
}
