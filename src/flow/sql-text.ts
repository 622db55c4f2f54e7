/** An SQL text as it is written: its segments with the place of each hole, the literals of SQL in it, and its placeholders. */

import type { CharsSegment, HoleSegment, Segment, Spot } from "../facts/edits.ts";
import { convertedPieces } from "./formats.ts";
import { contextAt, scan, START, type Dialect, type SqlContext, type SqlState } from "./sql-scan.ts";
import { constantOf, type Piece, type Value } from "./value.ts";

/** A hole of a template where it stands in the statement. */
export interface WrittenSqlHole {
  readonly index: number;
  readonly segment: HoleSegment;
  readonly value: Value;
  readonly context: SqlContext;
  /** The SQL literal around it; null outside of one. */
  readonly literal: SqlLiteral | null;
}

/** A text in the quotes of SQL. */
export interface SqlLiteral {
  readonly quote: Spot;
  /** Behind the opening quote. */
  readonly from: Spot;
  /** Before the closing quote; null when it is not closed here. */
  readonly to: Spot | null;
  readonly prefix: string | null;
  /** Holds a doubled quote or a backslash: its value is not what is written. */
  readonly isSpelled: boolean;
}

/** A placeholder of the driver that stands in the text already. */
export interface WrittenMark {
  readonly at: Spot;
  readonly text: string;
  /** The literal that it stands in by mistake. */
  readonly literal: SqlLiteral | null;
}

export interface SqlText {
  readonly holes: readonly WrittenSqlHole[];
  readonly marks: readonly WrittenMark[];
  /** Something that looks like a placeholder stands in a comment or a quoted name. */
  readonly hasOtherMarks: boolean;
  readonly end: SqlState;
}

export interface SqlReading {
  readonly dialect: Dialect;
  readonly placeholder: string;
  valueOf(segment: HoleSegment): Value;
}

interface OpenLiteral {
  quote: Spot;
  from: Spot;
  to: Spot | null;
  prefix: string | null;
  isSpelled: boolean;
}

const MARKS: Readonly<Record<string, RegExp>> = {
  "%s": /%%|%(?:\(\w+\))?s/y,
  "$1": /\$\d+(?!:(?!:)\w|[\^#~])/y,
  "?": /\?\??/y,
  ":name": /:[A-Za-z_]\w*/y,
  "@name": /@[A-Za-z_]\w*/y,
};

/** Reads a template as SQL. */
export function readSql(segments: readonly Segment[], reading: SqlReading): SqlText {
  return new Reader(segments, reading).read();
}

class Reader {
  readonly #segments: readonly Segment[];
  readonly #reading: SqlReading;
  readonly #holes: WrittenSqlHole[] = [];
  readonly #marks: WrittenMark[] = [];
  #state: SqlState = START;
  #hasOtherMarks = false;
  #literal: OpenLiteral | null = null;
  /** The literal that has just been closed: a quote right behind it opens it again. */
  #closed: OpenLiteral | null = null;

  constructor(segments: readonly Segment[], reading: SqlReading) {
    this.#segments = segments;
    this.#reading = reading;
  }

  read(): SqlText {
    this.#segments.forEach((segment, index) => {
      if (segment.kind === "chars") this.#chars(segment, index);
      else this.#hole(segment, index);
    });
    return { holes: this.#holes, marks: this.#marks, hasOtherMarks: this.#hasOtherMarks, end: this.#state };
  }

  #hole(segment: HoleSegment, index: number): void {
    const value = this.#reading.valueOf(segment);
    const { dialect } = this.#reading;
    this.#holes.push({ index, segment, value, context: contextAt(this.#state, this.#textBehind(index + 1), dialect), literal: this.#literal });
    const constant = constantOf(value);
    if (constant !== null) this.#state = scan(this.#state, constant, dialect);
    else if (this.#state.mode === "code") this.#state = scan(this.#state, this.#state.open === "" ? "0" : "x", dialect);
    this.#closed = null;
  }

  #textBehind(index: number): string {
    const segment = this.#segments[index];
    if (!segment) return "";
    const text = segment.kind === "chars" ? segment.value : constantOf(this.#reading.valueOf(segment));
    return text === null || /\S/.test(text) ? (text ?? "") : text + this.#textBehind(index + 1);
  }

  /** Quotes and placeholders are looked at one by one, what lies between is scanned at once. */
  #chars({ value }: CharsSegment, segment: number): void {
    const { dialect, placeholder } = this.#reading;
    const mark = MARKS[placeholder] ?? /$^/y;
    let scanned = 0;
    const upTo = (offset: number) => {
      this.#state = scan(this.#state, value.slice(scanned, offset), dialect);
      scanned = offset;
    };
    for (let at = 0; at < value.length; ) {
      const char = value[at] ?? "";
      if (char === "'" || (char === '"' && dialect === "mysql")) {
        upTo(at);
        const before = this.#state;
        upTo(at + 1);
        this.#quote(before, { segment, offset: at });
        at += 1;
        continue;
      }
      mark.lastIndex = at;
      const found = mark.exec(value)?.[0];
      if (found !== undefined && !/[:@\w]/.test(placeholder === "%s" || placeholder === "?" ? "" : (value[at - 1] ?? ""))) {
        upTo(at);
        const isText = this.#state.mode === "single" || (this.#state.mode === "double" && dialect === "mysql");
        if (found !== "%%" && (this.#state.mode === "code" || isText)) this.#marks.push({ at: { segment, offset: at }, text: found, literal: this.#literal });
        else if (found !== "%%") this.#hasOtherMarks = true;
        at += found.length;
      } else {
        if (char === "\\" && this.#literal) this.#literal.isSpelled = true;
        at += 1;
      }
    }
    upTo(value.length);
  }

  #quote(before: SqlState, at: Spot): void {
    const behind: Spot = { segment: at.segment, offset: at.offset + 1 };
    const isOpen = this.#state.mode === "single" || (this.#state.mode === "double" && this.#reading.dialect === "mysql");
    if (before.mode === "code" && isOpen) {
      const again = this.#closed?.to?.segment === at.segment && this.#closed.to.offset === at.offset - 1 ? this.#closed : null;
      if (again) {
        again.to = null;
        again.isSpelled = true;
      }
      this.#literal = again ?? { quote: at, from: behind, to: null, prefix: this.#state.prefix, isSpelled: false };
      this.#closed = null;
    } else if (before.mode !== "code" && this.#state.mode === "code" && this.#literal) {
      this.#literal.to = at;
      this.#closed = this.#literal;
      this.#literal = null;
    }
  }
}

/** The value of a hole as its conversion leaves it. */
export function converted(value: Value, { node, conversion }: HoleSegment): Value {
  const letter = conversion === null ? null : /[dfeEgGnxXobi]$/.test(conversion) ? "d" : /^!?[ra]/.test(conversion) ? "r" : "s";
  if (letter === null) return value;
  const [only, ...more]: readonly Piece[] = convertedPieces(value, node, letter);
  return only?.kind === "hole" && more.length === 0 ? only.value : value;
}
