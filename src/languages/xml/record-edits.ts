/** Giving a field of a record another value, in the style of the record. */

import type { SourceEdit } from "../../facts/edits.ts";
import type { DataField, DataRecord, FieldValue } from "../../facts/records.ts";
import { contentOf, type XMLHost } from "./decode.ts";
import { escapeFor } from "./escape.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";
import { childrenOf, isField } from "./record-elements.ts";
import { hostsOf, XMLPart } from "./record-text.ts";
import { decisive } from "./record-values.ts";
import type { XMLRecordFacts } from "./records.ts";

type Facts = Pick<XMLRecordFacts, "source" | "flag" | "mentions" | "rename" | "replaced">;

/** A field that is to have a value, and the one behind which it comes where it is missing. */
export interface Wish {
  readonly name: string;
  readonly value: FieldValue;
  readonly after: string | null;
}

/** Comments that stand on the rest of a line and belong to what is before them. */
const COMMENTS_BEHIND = /^(?:[ \t]*<!--(?:(?!--)[^\r\n])*-->)+(?=[ \t]*(?:[\r\n]|$))/;
const LINE_ENDS = /^[ \t]*(?:[\r\n]|$)/;
const OPPOSITES: readonly (readonly [on: string, off: string])[] = [["1", "0"], ["True", "False"], ["true", "false"], ["TRUE", "FALSE"], ["on", "off"], ["On", "Off"], ["ON", "OFF"]];

/** The edits that fulfil a wish; none where nothing is to be done, null where there is no exact way. */
export function fieldEdits(facts: Facts, record: DataRecord, wish: Wish): readonly SourceEdit[] | null {
  const field = record.fields.get(wish.name);
  if (!field) return record.kind === "record" ? listed(insertion(facts, record, wish)) : null;
  const node = field.node as XMLElement | XMLAttribute;
  // A menu's parent may be the one that it stands in.
  if (node.parent !== record.node) return null;
  const { value } = wish;
  if (value.kind === "flag") {
    const state = facts.flag(field);
    return state === "unknown" ? null : state === (value.on ? "on" : "off") ? [] : listed(flagEdit(facts, field, value.on));
  }
  if (field.value.kind === "ref" && field.value.id === value.id) return [];
  return listed(refEdit(facts, field, value.id));
}

const listed = (edit: SourceEdit | null): readonly SourceEdit[] | null => edit && [edit];

function refEdit(facts: Facts, field: DataField, id: string): SourceEdit | null {
  const [mention] = facts.mentions(field);
  if (field.value.kind === "ref") return mention ? facts.rename(mention, id) : null;
  const node = field.node as XMLElement | XMLAttribute;
  if (node.type === "XMLAttribute") return null;
  const attribute = decisive(node);
  if (attribute) return attribute.name === "eval" && isNothing(attribute) ? attributeEdit(facts, attribute, "ref", id) : null;
  return isBlank(node) ? newAttribute(facts, node, "ref", id) : null;
}

function flagEdit(facts: Facts, field: DataField, on: boolean): SourceEdit | null {
  const node = field.node as XMLElement | XMLAttribute;
  const attribute = node.type === "XMLAttribute" ? node : decisive(node);
  if (attribute) return facts.replaced(whole(attribute), attribute.name === "eval" ? constantFor(attribute.value, on) : wordFor(attribute.value, on));
  if (node.type === "XMLAttribute") return null;
  if (isBlank(node)) return node.endTag ? { range: [node.startTag[1], node.startTag[1]], text: on ? "1" : "0" } : newAttribute(facts, node, "eval", on ? "1" : "0");
  const [host, another] = hostsOf(node);
  return host && !another ? facts.replaced(whole(host), wordFor(host.value, on)) : null;
}

const whole = (host: XMLHost): XMLPart => new XMLPart(contentOf(host), host);

/** Whether a field has no content, not even a comment. */
const isBlank = (field: XMLElement): boolean => field.children.length === 0 && !field.attribute("type");

const isNothing = ({ value }: XMLAttribute): boolean => /^\s*(?:False|None|0)\s*$/.test(value);

/** The opposite of a text, spelled alike. */
function wordFor(text: string, on: boolean): string {
  const pair = OPPOSITES.find(([yes, no]) => (on ? no : yes) === text);
  return pair?.[on ? 0 : 1] ?? (on ? "1" : "0");
}

/** A constant of Python's, a number in the place of a number. */
const constantFor = (source: string, on: boolean): string => (/^\s*[\d.+-]+\s*$/.test(source) ? (on ? "1" : "0") : on ? "True" : "False");

/** Another attribute in the place of one, in its quotes. */
function attributeEdit(facts: Facts, attribute: XMLAttribute, name: string, value: string): SourceEdit | null {
  const escaped = escapeFor(facts.source.text, attribute, value);
  return escaped === null ? null : { range: attribute.range, text: `${name}=${attribute.quote}${escaped}${attribute.quote}` };
}

/** An attribute behind a field's name, or in the place of an empty one. */
function newAttribute(facts: Facts, field: XMLElement, name: string, value: string): SourceEdit | null {
  const empty = field.attribute(name);
  if (empty) return attributeEdit(facts, empty, name, value);
  const before = field.attribute("name");
  const edit = before && attributeEdit(facts, before, name, value);
  return edit && { range: [edit.range[1], edit.range[1]], text: ` ${edit.text}` };
}

function insertion({ source }: Facts, record: DataRecord, { name, value, after }: Wish): SourceEdit | null {
  const element = record.node as XMLElement;
  const siblings = childrenOf(element, isField);
  const before = after === null ? undefined : siblings.findLast((sibling) => sibling.get("name") === after);
  const sibling = before ?? siblings[0];
  const text = sibling && written(source.text, siblings, sibling, { name, value });
  if (!text) return null;
  const at = before ? before.range[1] : element.startTag[1];
  const own = indentation(source.text, sibling);
  if (own === null) return { range: [at, at], text: blanksBefore(source.text, siblings[1] ?? sibling) + text };
  const rest = source.text.slice(at, element.range[1]);
  const comments = COMMENTS_BEHIND.exec(rest)?.[0].length ?? 0;
  return LINE_ENDS.test(rest.slice(comments)) ? { range: [at + comments, at + comments], text: own + text } : null;
}

function blanksBefore(text: string, { range: [end] }: XMLElement): string {
  let start = end;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  return text.slice(start, end);
}

/** The line's end and the blanks before an element; null for one that does not begin a line. */
function indentation(text: string, element: XMLElement): string | null {
  const blanks = blanksBefore(text, element);
  const end = element.range[0] - blanks.length;
  const line = /\r?\n$|\r$/.exec(text.slice(Math.max(0, end - 2), end))?.[0];
  return line === undefined ? null : line + blanks;
}

/** A new field as its siblings are written. */
function written(text: string, siblings: readonly XMLElement[], sibling: XMLElement, { name, value }: Omit<Wish, "after">): string | null {
  const model = sibling.attribute("name");
  const escaped = model && [name, value.kind === "ref" ? value.id : flagLike(siblings, value.on)].map((one) => escapeFor(text, model, one));
  if (!escaped || escaped.includes(null)) return null;
  const closed = [sibling, ...siblings].find(({ selfClosing }) => selfClosing);
  const end = closed && /\s\/>$/.test(text.slice(...closed.range)) ? " />" : "/>";
  const [first, second] = escaped.map((one) => `${model.quote}${one ?? ""}${model.quote}`);
  return `<field name=${first ?? ""} ${value.kind === "ref" ? "ref" : "eval"}=${second ?? ""}${end}`;
}

/** Words where the siblings have words. */
function flagLike(siblings: readonly XMLElement[], on: boolean): string {
  const isWord = siblings.some((sibling) => /^\s*(?:True|False)\s*$/.test(sibling.get("eval") ?? ""));
  return constantFor(isWord ? "True" : "1", on);
}
