/** SQL text in tagged templates, and quotes that stand around what is quoted already. */

import type { CharEdit, SourceEdit } from "../facts/edits.ts";
import { joined } from "../facts/written-text.ts";
import type { SqlRepair, WrittenSql } from "./sql-written.ts";
import type { SqlLiteral, WrittenSqlHole } from "./sql-text.ts";
import type { Action } from "./sql-values.ts";

/** The quotes around a value that an escaper has quoted. */
export function unquoted(written: WrittenSql): readonly SqlRepair[] {
  const { engine: { code }, template, sql } = written;
  const holes = sql.holes.filter(({ context, value }) => context.place === "quoted" && value.kind === "atom" && value.quoted?.as === "literal");
  const [first] = holes;
  if (!first) return [];
  const chars = holes.map((hole) => quotesAlone(hole));
  if (chars.some((one) => one === null)) return [];
  const edits = code.edits.rewrite(template, { chars: chars.flatMap((one) => one ?? []), holes: new Map() });
  return edits ? [{ kind: "suggestion", message: "unquote", data: { value: code.excerpt(first.segment.node) }, edits }] : [];
}

/** The quotes of a literal that holds one hole and nothing else. */
function quotesAlone({ index, literal }: WrittenSqlHole): readonly CharEdit[] | null {
  if (!literal?.to || literal.from.segment !== index - 1 || literal.to.segment !== index + 1 || literal.to.offset !== 0) return null;
  return [{ at: literal.quote, length: 1, text: "" }, { at: literal.to, length: 1, text: "" }];
}

/** Drops the quotes around the holes of a tag, which binds them; a pattern moves into the hole. */
export function inTag(written: WrittenSql): readonly SqlRepair[] {
  const { engine: { code }, sql } = written;
  const quoted = sql.holes.filter(({ context }) => context.place === "quoted");
  const [first] = quoted;
  const edits = freed(written, quoted);
  return first && edits ? [{ kind: "fix", message: "unquote", data: { value: code.excerpt(first.segment.node) }, edits }] : [];
}

/** Makes a tag of the call. Its values are typed by the server then, so a person has to look. */
export function callToTag(written: WrittenSql, actions: readonly Action[]): readonly SqlRepair[] {
  const { engine: { code }, site, sql, template } = written;
  const { tag } = site.driver;
  const binds = actions.flatMap((action) => (action.kind === "bind" ? [action] : []));
  const [first] = binds;
  if (!first || tag === undefined || binds.length < actions.length || template.node !== site.text || binds.some((one) => one.isList)) return [];
  const call = code.edits.asTag(site.call, tag === "same" ? null : tag.method);
  const text = freed(written, sql.holes.filter(({ context }) => context.place === "quoted"));
  const edits = call && text && joined([...call, ...text]);
  return edits ? [{ kind: "suggestion", message: "tag", data: { value: code.excerpt(first.hole.segment.node) }, edits }] : [];
}

/** Holes without the quotes around them; null when a literal has no exact form. */
function freed({ engine: { code }, template }: WrittenSql, holes: readonly WrittenSqlHole[]): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = [];
  for (const literal of new Set(holes.map((hole) => hole.literal))) {
    const own = literal && freedLiteral(code.edits, template, literal);
    if (!own) return null;
    edits.push(own);
  }
  return edits;
}

function freedLiteral(edits: WrittenSql["engine"]["code"]["edits"], template: WrittenSql["template"], literal: SqlLiteral): SourceEdit | null {
  const { quote, from, to } = literal;
  if (!to || literal.prefix !== null || literal.isSpelled) return null;
  const [first, last] = [template.segments[quote.segment], template.segments[to.segment]];
  if (first?.kind !== "chars" || last?.kind !== "chars") return null;
  const start = first.places[quote.offset]?.[0];
  const end = last.places[to.offset]?.[1];
  const part = edits.part(template, from, to);
  if (start === undefined || end === undefined || part === null) return null;
  // A part that is one hole and nothing else is written with its braces already.
  const isAlone = to.segment === from.segment + 2 && from.offset === first.value.length && to.offset === 0;
  return { range: [start, end], text: isAlone ? part.slice(1, -1) : `\${${part}}` };
}
