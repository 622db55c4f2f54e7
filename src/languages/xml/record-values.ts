/** What the loader makes of a field. */

import type { DataField, DataValue } from "../../facts/records.ts";
import type { EmbeddedPython } from "./embedded.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";
import { childrenOf, isMarkup } from "./record-elements.ts";
import { commandsOf, soleReference, type Command } from "./record-python.ts";
import { hostsOf, XMLPart } from "./record-text.ts";

/** The Python expression in an attribute; null where it holds none. */
export type ReadsPython = (attribute: XMLAttribute) => EmbeddedPython | null;

const SEARCH = "search";
const REF = "ref";
const EVAL = "eval";
/** The types of a field whose text is its value. */
const TEXT_TYPES = new Set(["char", "int", "float"]);
/** The attributes of the short forms that name one record, and those that name several. */
const ONE_RECORD = new Set(["action", "parent", "inherit_id", "view_id", "website_id", "paperformat"]);
const RECORDS = "groups";

/** A field whose value is read when somebody asks: many are looked at for their name only. */
export class XMLField implements DataField {
  readonly name: string;
  readonly node: XMLElement | XMLAttribute;
  readonly #read: () => DataValue;
  #value: DataValue | null = null;

  constructor(name: string, node: XMLElement | XMLAttribute, read: () => DataValue) {
    this.name = name;
    this.node = node;
    this.#read = read;
  }

  get value(): DataValue {
    this.#value ??= this.#read();
    return this.#value;
  }
}

/** An attribute that says something: the loader takes an empty one for none. */
export function filled(element: XMLElement, name: string): XMLAttribute | null {
  const attribute = element.attribute(name);
  return attribute && attribute.value !== "" ? attribute : null;
}

/** The attribute that decides what a field is; null where its content does. */
export const decisive = (field: XMLElement): XMLAttribute | null => filled(field, SEARCH) ?? filled(field, REF) ?? filled(field, EVAL);

/** The value of a `<field>`. */
export function valueOf(field: XMLElement, python: ReadsPython): DataValue {
  const attribute = decisive(field);
  switch (attribute?.name) {
    case SEARCH:
      return { kind: "search", domain: attribute.value };
    case REF:
      return { kind: "ref", id: attribute.value };
    case EVAL:
      return evaluated(attribute, python);
    default:
      return contentOf(field);
  }
}

/** The value of an attribute of a short form. What a call is given is no value of a field, even where it reads like one. */
export function attributeValue(attribute: XMLAttribute): DataValue {
  const { name, value } = attribute;
  if (value === "") return { kind: "text", text: "" };
  if (name === EVAL) return written(attribute);
  if (name === SEARCH) return { kind: "search", domain: value };
  if (name === RECORDS) return { kind: "refs", ids: value.split(",").filter((id) => id !== "") };
  return ONE_RECORD.has(name) ? { kind: "ref", id: value } : { kind: "text", text: value };
}

function evaluated(attribute: XMLAttribute, python: ReadsPython): DataValue {
  const expression = python(attribute);
  const sole = expression && soleReference(expression);
  if (sole) return { kind: "ref", id: sole.id };
  const ids = recordsLeft((expression && commandsOf(expression)) ?? []);
  return ids ? { kind: "refs", ids } : written(attribute);
}

const written = (attribute: XMLAttribute): DataValue => ({ kind: "python", source: attribute.value, node: new XMLPart(attribute.valueRange, attribute) });

/** The records that a field has behind its commands; null where there are none, or where one takes away what may be there from elsewhere. */
function recordsLeft(commands: readonly Command[]): readonly string[] | null {
  if (commands.length === 0 || commands.some(({ does }) => does === "remove")) return null;
  const last = commands.findLastIndex(({ does }) => does === "set");
  return commands.slice(Math.max(last, 0)).flatMap(({ references }) => references.map(({ id }) => id));
}

function contentOf(field: XMLElement): DataValue {
  if (isMarkup(field)) return { kind: "markup" };
  const type = field.get("type") ?? "char";
  if (filled(field, "file") || !TEXT_TYPES.has(type)) return { kind: "opaque" };
  const inner = childrenOf(field, () => true);
  if (inner.length > 0) return { kind: inner.some(({ name }) => name === "record") ? "opaque" : "markup" };
  const text = hostsOf(field).map(({ value }) => value).join("");
  return { kind: "text", text: type === "char" ? text : text.trim() };
}
