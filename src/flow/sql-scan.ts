/** Reads SQL text with holes: in what part of a statement does each hole stand? */

import type { Hole, Piece } from "./value.ts";

export type Dialect = "postgres" | "mysql" | "sqlite" | "mssql" | "oracle" | "other";

/** Where a hole stands. `quoted`: inside the quotes of a text; `name`: where a table, a column or an operator is named; `list`: alone between the parentheses of IN. */
export type SqlPlace = "quoted" | "quoted-name" | "comment" | "dollar" | "value" | "list" | "in" | "name" | "clause" | "placeholder";

export interface SqlContext {
  readonly place: SqlPlace;
  /** The word that stands before the text's opening quote (`interval`, `E`), if it changes what the text means. */
  readonly prefix: string | null;
  /** The function whose argument it is. */
  readonly argumentOf: string | null;
  /** The word that began the part of the statement. */
  readonly clause: string;
  readonly isNegated: boolean;
  /** The last word or sign before it, or before the quote in front of it. */
  readonly after: string;
}

type Mode = "code" | "single" | "double" | "backtick" | "bracket" | "line" | "block" | "dollar";

interface Paren {
  readonly opener: string;
  readonly clause: string;
  /** A word or text since the parenthesis opened. */
  readonly tokens: number;
}

/** The scanner's state between two characters. */
export interface SqlState {
  readonly mode: Mode;
  readonly tag: string;
  readonly prefix: string | null;
  /** The last words and signs, newest last, lower case. */
  readonly tokens: readonly string[];
  readonly count: number;
  readonly parens: readonly Paren[];
  readonly clause: string;
  /** Whether the last character belongs to a word that may go on. */
  readonly open: string;
  /** A semicolon has been read, and something behind it. */
  readonly ended: boolean;
  readonly several: boolean;
  readonly first: string;
  /** An odd number of backslashes has been read last, inside quotes. */
  readonly isSlashed: boolean;
}

export const START: SqlState = { mode: "code", tag: "", prefix: null, tokens: [], count: 0, parens: [], clause: "", open: "", ended: false, several: false, first: "", isSlashed: false };

const CLAUSES = new Set(["select", "from", "where", "set", "values", "limit", "offset", "having", "into", "update", "table", "returning", "on", "using", "join", "with", "as", "column", "view", "index", "schema", "database", "user", "role", "constraint", "sequence", "truncate", "analyze", "reindex", "vacuum", "references", "order", "group", "in"]);
const NAMERS = new Set(["from", "join", "into", "update", "table", "view", "index", "column", "schema", "database", "user", "role", "constraint", "sequence", "truncate", "analyze", "reindex", "vacuum", "references", "by", ".", "select", "distinct", "to", "exists", "trigger", "function", "type", "extension", "only", "add", "drop", "rename", "alter", "savepoint", "transaction", "as"]);
const VALUERS = new Set(["=", "<>", "!=", "<", ">", "<=", ">=", "like", "ilike", "~", "~*", "!~", "~~", "between", "limit", "offset", "then", "else", "||", "+", "-", "*", "/", "interval", "escape", "<=>", "regexp", "rlike", "glob", "match", "similar", "@>", "<@", "password"]);
const TEXT_PREFIX = /^(?:e|b|x|n|u&|interval|date|time|timestamp|timestamptz|jsonb?|uuid|point|regclass|_\w+)$/;

/** The state after more text. */
export function scan(start: SqlState, text: string, dialect: Dialect): SqlState {
  const scanner = new Scanner(start, dialect);
  scanner.read(text);
  return scanner.state();
}

class Scanner {
  #mode: Mode;
  #tag: string;
  #prefix: string | null;
  #tokens: string[];
  #count: number;
  #parens: Paren[];
  #clause: string;
  #open: string;
  #ended: boolean;
  #several: boolean;
  #first: string;
  #isSlashed: boolean;
  readonly #dialect: Dialect;

  constructor(state: SqlState, dialect: Dialect) {
    this.#mode = state.mode;
    this.#tag = state.tag;
    this.#prefix = state.prefix;
    this.#tokens = [...state.tokens];
    this.#count = state.count;
    this.#parens = [...state.parens];
    this.#clause = state.clause;
    this.#open = state.open;
    this.#ended = state.ended;
    this.#several = state.several;
    this.#first = state.first;
    this.#isSlashed = state.isSlashed;
    this.#dialect = dialect;
  }

  state(): SqlState {
    return {
      mode: this.#mode, tag: this.#tag, prefix: this.#prefix, tokens: this.#tokens.slice(-4), count: this.#count, parens: this.#parens,
      clause: this.#clause, open: this.#open, ended: this.#ended, several: this.#several, first: this.#first, isSlashed: this.#isSlashed,
    };
  }

  read(text: string): void {
    let at = 0;
    while (at < text.length) at = this.#mode === "code" ? this.#code(text, at) : this.#inside(text, at);
  }

  /** Inside quotes or a comment: to its end, or to the end of the text. */
  #inside(text: string, at: number): number {
    const end = { single: "'", double: '"', backtick: "`", bracket: "]", line: "\n", block: "*/", dollar: this.#tag }[this.#mode as Exclude<Mode, "code">];
    for (let here = at; ; ) {
      const found = text.indexOf(end, here);
      if (found < 0) {
        this.#isSlashed = isEscaped(text, text.length, at, this.#isSlashed);
        return text.length;
      }
      if (this.#mode === "single" && (this.#dialect === "mysql" || this.#prefix === "e") && isEscaped(text, found, at, this.#isSlashed)) {
        here = found + 1;
        continue;
      }
      if ((this.#mode === "single" || this.#mode === "double") && text[found + 1] === end) {
        here = found + 2;
        continue;
      }
      const was = this.#mode;
      this.#isSlashed = false;
      this.#mode = "code";
      if (was !== "line" && was !== "block") this.#token(was === "single" || was === "dollar" ? "'text'" : '"name"');
      return found + end.length;
    }
  }

  #code(text: string, at: number): number {
    const rest = text.slice(at, at + 200);
    const word = /^[\p{L}_][\p{L}\p{N}_$]*/u.exec(rest);
    if (word) {
      const whole = this.#open + word[0];
      if (this.#open !== "") this.#replaceLast(whole);
      else this.#token(whole);
      this.#open = at + word[0].length === text.length ? whole : "";
      return at + word[0].length;
    }
    const wasOpen = this.#open;
    this.#open = "";
    const char = rest[0] ?? "";
    if (/\s/.test(char)) return at + 1;
    const number = /^[\d.]*\d[\p{L}\p{N}_]*/u.exec(rest);
    if (number) {
      if (wasOpen !== "" && /^\d/.test(rest)) {
        this.#open = wasOpen + number[0];
        return at + number[0].length;
      }
      this.#token("0");
      this.#open = at + number[0].length === text.length ? "0" : "";
      return at + number[0].length;
    }
    // The word right before it, in this text or in the one before.
    const joined = at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? "") ? (this.#tokens.at(-1) ?? "") : wasOpen;
    return at + this.#sign(rest, char, joined);
  }

  #sign(rest: string, char: string, wasOpen: string): number {
    const dollar = /^\$(?:[\p{L}_]\w*)?\$/u.exec(rest);
    if (dollar && this.#dialect !== "mysql") {
      this.#mode = "dollar";
      this.#tag = dollar[0];
      return dollar[0].length;
    }
    if (rest.startsWith("--") || (char === "#" && this.#dialect === "mysql")) return this.#begin("line", 1);
    if (rest.startsWith("/*")) return this.#begin("block", 2);
    if (char === "'") {
      const last = this.#tokens.at(-1) ?? "";
      const isPrefix = wasOpen !== "" ? TEXT_PREFIX.test(wasOpen.toLowerCase()) : TEXT_PREFIX.test(last) && last.length > 2;
      this.#prefix = isPrefix ? last : null;
      return this.#begin("single", 1);
    }
    if (char === '"') return this.#begin("double", 1);
    if (char === "`") return this.#begin("backtick", 1);
    if (char === "[" && this.#dialect === "mssql") return this.#begin("bracket", 1);
    if (char === "(") this.#parens.push({ opener: this.#tokens.at(-1) ?? "", clause: this.#clause, tokens: this.#count });
    if (char === ")") this.#clause = this.#parens.pop()?.clause ?? this.#clause;
    if (char === ";") {
      this.#ended = true;
      this.#clause = "";
    }
    const operator = /^(?:<=>|<=|>=|<>|!=|\|\||!~\*?|~~?\*?|::|@>|<@|[^\s\w])/.exec(rest)?.[0] ?? char;
    this.#token(operator);
    return operator.length;
  }

  #begin(mode: Mode, length: number): number {
    this.#mode = mode;
    return length;
  }

  #token(token: string): void {
    const lower = token.toLowerCase();
    if (this.#ended && lower !== ";") this.#several = true;
    if (this.#first === "" && /^[a-z]/.test(lower)) this.#first = lower;
    this.#tokens.push(lower);
    this.#count += 1;
    if (CLAUSES.has(lower)) this.#clause = lower === "in" ? this.#clause : lower;
    if (this.#tokens.length > 12) this.#tokens.splice(0, 6);
  }

  #replaceLast(token: string): void {
    this.#tokens.pop();
    this.#count -= 1;
    this.#token(token);
  }
}

/** Whether an odd number of backslashes stands before a place; `isSlashed`: one stood before the text. */
function isEscaped(text: string, at: number, from: number, isSlashed: boolean): boolean {
  let before = at - 1;
  while (before >= from && text[before] === "\\") before -= 1;
  return (at - 1 - before + (before < from && isSlashed ? 1 : 0)) % 2 === 1;
}

/** The context of a hole between a state and the text behind it. */
export function contextAt(state: SqlState, next: string, dialect: Dialect): SqlContext {
  const paren = state.parens.at(-1) ?? null;
  const argumentOf = paren && /^[a-z_]\w*$/.test(paren.opener) && !CLAUSES.has(paren.opener) && !["and", "or", "not", "any", "all", "some", "exists", "by", "over"].includes(paren.opener) ? paren.opener : null;
  const isNegated = state.tokens.at(-1) === "(" ? state.tokens.at(-3) === "not" : state.tokens.at(-2) === "not";
  return { place: placeOf(state, next, dialect, paren), prefix: state.mode === "single" ? state.prefix : null, argumentOf, clause: state.clause, isNegated, after: state.tokens.at(-1) ?? "" };
}

function placeOf(state: SqlState, next: string, dialect: Dialect, paren: Paren | null): SqlPlace {
  switch (state.mode) {
    case "single":
      return "quoted";
    case "double":
      return dialect === "mysql" ? "quoted" : "quoted-name";
    case "backtick":
    case "bracket":
      return "quoted-name";
    case "line":
    case "block":
      return "comment";
    case "dollar":
      return "dollar";
    case "code":
      return codePlace(state, next, paren);
  }
}

function codePlace(state: SqlState, next: string, paren: Paren | null): SqlPlace {
  const last = state.tokens.at(-1) ?? "";
  if (last === "$" || (/^p$/.test(state.open) && [":", "@"].includes(state.tokens.at(-2) ?? "")) || (last === "?" && /^\d/.test(next))) return "placeholder";
  if ((last === ":" || last === "@") && state.open === "") return "placeholder";
  if (state.open !== "" || /^[\p{L}\p{N}_.]/u.test(next)) return "name";
  if (/^\s*=(?!=)/.test(next) && !paren && state.clause === "set" && (last === "set" || last === ",")) return "name";
  if (last === "in") return "in";
  if (last === "(" && paren?.opener === "in") return /^\s*(?:\)|$)/.test(next) ? "list" : "value";
  if (last === "(" && (paren?.opener === "any" || paren?.opener === "all")) return "value";
  if (last === "(" || last === ",") return listPlace(state, paren);
  if (last === "and" && state.tokens.includes("between")) return "value";
  if (VALUERS.has(last)) return last === "*" && state.tokens.at(-2) === "select" ? "clause" : "value";
  return NAMERS.has(last) ? "name" : "clause";
}

/** What lists columns in parentheses. */
const COLUMN_CLAUSES = new Set(["into", "table", "index", "references"]);
const COLUMN_OPENERS = new Set(["conflict", "using", "unique", "key"]);

/** Behind an opening parenthesis or a comma: what kind of list is it? */
function listPlace(state: SqlState, paren: Paren | null): SqlPlace {
  if (paren?.opener === "in" || paren?.opener === "values" || (paren && state.clause === "values")) return "value";
  if (paren && /^[a-z_]\w*$/.test(paren.opener) && !["and", "or", "not", "where", "by", "over", "exists", "from", "as", "select"].includes(paren.opener)) {
    return COLUMN_CLAUSES.has(paren.clause) || COLUMN_OPENERS.has(paren.opener) || (state.first === "create" && (paren.clause === "on" || paren.clause === "using")) || state.first === "copy" ? "name" : "value";
  }
  if (paren) return "clause";
  return state.clause === "select" || state.clause === "order" || state.clause === "group" || state.clause === "from" ? "name" : state.clause === "limit" || state.clause === "values" ? "value" : "clause";
}

export interface PlacedHole {
  readonly hole: Hole;
  readonly context: SqlContext;
  /** Constant text stands beside it, in one way of control at least. */
  readonly isBuilt: boolean;
}

const MOST_STATES = 6;

/** Every hole of a text with its place, along every way of control. */
export function holesOf(pieces: readonly Piece[], dialect: Dialect): readonly PlacedHole[] {
  const found: PlacedHole[] = [];
  walk(pieces, [START], false, "", { dialect, found });
  return found;
}

function walk(pieces: readonly Piece[], start: readonly SqlState[], isBuilt: boolean, follow: string, into: { readonly dialect: Dialect; readonly found: PlacedHole[] }): readonly SqlState[] {
  const hasText = isBuilt || pieces.some((piece) => piece.kind === "constant" && /\S/.test(piece.text)) || pieces.filter((piece) => piece.kind !== "constant" && !isEmptyChoice(piece)).length > 1;
  let states = start;
  pieces.forEach((piece, index) => {
    const next = textBehind(pieces, index + 1) + follow;
    if (piece.kind === "constant") states = states.map((state) => scan(state, piece.text, into.dialect));
    else if (piece.kind === "choice") states = distinct(piece.of.flatMap((branch) => walk(branch, states, hasText, next, into)));
    else {
      for (const state of states) into.found.push({ hole: piece, context: contextAt(state, next, into.dialect), isBuilt: hasText });
      states = states.map((state) => (state.mode === "code" ? scan(state, state.open === "" ? "0" : "x", into.dialect) : state));
    }
  });
  return states;
}

const isEmptyChoice = (piece: Piece): boolean => piece.kind === "choice" && piece.of.every((branch) => branch.length === 0);

/** The constant text behind a piece, to the first one that is no blank. */
function textBehind(pieces: readonly Piece[], from: number): string {
  const piece = pieces[from];
  if (piece?.kind === "constant") return /\S/.test(piece.text) ? piece.text : piece.text + textBehind(pieces, from + 1);
  if (piece?.kind === "choice") return piece.of.map((branch) => textBehind(branch, 0)).find((one) => one !== "") ?? textBehind(pieces, from + 1);
  return "";
}

function distinct(states: readonly SqlState[]): readonly SqlState[] {
  const byKey = new Map(states.map((state) => [`${state.mode}|${state.tokens.slice(-2).join(" ")}|${state.parens.length}|${state.open}|${state.clause}`, state]));
  return [...byKey.values()].slice(0, MOST_STATES);
}

const STATEMENT = /^\s*(?:\/\*[^]*?\*\/\s*|--[^\n]*\n\s*)*\(?\s*(?:select\b[^]+\bfrom\b|select\s+\S|(?:insert|replace|merge)\s+(?:\w+\s+)?into\b|update\b[^]+\bset\b|delete\s+from\b|with\b[^]+\b(?:select|insert|update|delete)\b|call\s+[\w.$]+\s*\(|exec(?:ute)?\s+\w|(?:create|alter|drop|truncate)\s+(?:(?:or\s+replace|temporary|temp|unique|materialized|unlogged|global)\s+)*(?:table|view|index|schema|database|user)\b)/i;

/** Whether a file's text has a word that statements begin with behind a quote, or on a line of its own text that may be inside one. */
export const mentionsSql = (text: string): boolean => /["'`}](?:\s|\\[nrt]|\(|--[^\n]*\n|\/\*[^*]*\*\/)*(?:select|insert|replace|merge|update|delete|with|call|exec(?:ute)?|create|alter|drop|truncate)\b(?!["'`\]]?["'`\],;)]|$)/i.test(text);

/** Whether a text begins like a statement, whatever fills its holes. */
export function looksLikeSql(pieces: readonly Piece[]): boolean {
  const text = sample(pieces);
  const select = /^\s*select\b/i.test(text);
  return STATEMENT.test(text) && (!select || /\bfrom\b/i.test(text));
}

/** One spelling of a text: each hole as a name, of each choice the longest. */
export function sample(pieces: readonly Piece[]): string {
  return pieces.map((piece) => {
    if (piece.kind === "constant") return piece.text;
    if (piece.kind === "hole") return "x";
    return piece.of.map(sample).reduce((longest, one) => (one.length > longest.length ? one : longest), "");
  }).join("");
}
