/** A statement as its author writes it: characters, line ends and holes, for one driver's placeholders. */

import { pieces, type Ability, type Hole, type Statement } from "./grammar.ts";

export type Part = { readonly kind: "text"; readonly text: string } | { readonly kind: "line" } | Hole;

export interface Written {
  readonly parts: readonly Part[];
  /** The names of the values that are bound already, in order. */
  readonly bound: readonly string[];
}

/** How a driver marks the place of a value: by its number among the bound ones (from 1) and its name. */
export type Mark = (number: number, name: string) => string;

export function parts(statement: Statement, mark: Mark, { readsPercent }: Ability): Written {
  const all = pieces(statement);
  const doubles = readsPercent && all.some(({ kind }) => kind === "bound");
  const bound: string[] = [];
  const made = all.map((piece): Part => {
    switch (piece.kind) {
      case "sql":
        return { kind: "text", text: doubles ? piece.text.replaceAll("%", "%%") : piece.text };
      case "break":
        return { kind: "line" };
      case "hole":
        return piece;
      case "bound":
        return { kind: "text", text: mark(bound.push(piece.name), piece.name) };
    }
  });
  return { parts: made, bound };
}

const isComment = (text: string): boolean => /--[^\n]*$/.test(text);

/** Holes and the texts between them; lines are blanks, or line ends where a comment has to end. */
export function onOneLine(written: readonly Part[], line: string): readonly (string | Hole)[] {
  const joined: (string | Hole)[] = [];
  for (const part of written) {
    if (part.kind === "hole") joined.push(part);
    else {
      const last = joined.at(-1);
      const before = typeof last === "string" ? last : "";
      const text = part.kind === "text" ? part.text : isComment(before) && line === " " ? "\n" : line;
      if (typeof last === "string") joined[joined.length - 1] = last + text;
      else joined.push(text);
    }
  }
  return joined;
}

/** One list for each line; each ends with a blank, or with a line's end behind a comment. */
export function byLine(written: readonly Part[]): readonly (readonly (string | Hole)[])[] {
  const lines: Part[][] = [[]];
  for (const part of written) {
    const open = lines.at(-1) ?? [];
    if (part.kind !== "line") open.push(part);
    else {
      const last = open.at(-1);
      open.push({ kind: "text", text: last?.kind === "text" && isComment(last.text) ? "\n" : " " });
      lines.push([]);
    }
  }
  return lines.filter((one) => one.length > 0).map((one) => onOneLine(one, " "));
}
