/** The records that an XML file loads. */

import type { SourceEdit } from "../../facts/edits.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { DataField, DataRecord, FieldValue, Link, Mention, RecordFacts } from "../../facts/records.ts";
import { pythonIn, type EmbeddedPython, type PythonMode } from "./embedded.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";
import { fieldEdits } from "./record-edits.ts";
import { childrenOf, isField, isOn, isOnText, recordElements, type RecordElement } from "./record-elements.ts";
import { commandsOf, referencesIn, textOf, truthOf, type Reference } from "./record-python.ts";
import { decodedHosts, hostsIn, partOf, XMLPart } from "./record-text.ts";
import { attributeValue, decisive, valueOf, XMLField, type ReadsPython } from "./record-values.ts";
import { scanned } from "./scanner.ts";
import { XMLSourceCode } from "./source-code.ts";

type FieldNode = XMLElement | XMLAttribute;

// odoo/tools/convert.py: what each short form makes. Those that are left out say it themselves.
const MODELS: Partial<Record<DataRecord["kind"], string>> = { template: "ir.ui.view", menuitem: "ir.ui.menu", report: "ir.actions.report", act_window: "ir.actions.act_window" };
/** What is no field of a short form. */
const NO_FIELDS: ReadonlySet<string> = new Set(["id", "t-name", "forcecreate"]);
/** What the loader passes over unless it is one of the two words. */
const WORDS_ONLY: ReadonlySet<string> = new Set(["active", "customize_show", "primary"]);

export class XMLRecordFacts implements RecordFacts {
  readonly language = "xml";
  readonly path: string;
  readonly text: string;
  readonly source: XMLSourceCode;
  readonly #python = new Map<FieldNode, Partial<Record<PythonMode, EmbeddedPython | null>>>();
  #records: readonly DataRecord[] | null = null;

  constructor({ source, path }: { readonly source: XMLSourceCode; readonly path: string }) {
    this.source = source;
    this.text = source.text;
    this.path = path;
  }

  /** In UTF-16 units, half-open. */
  range(node: CodeNode): Range {
    return (node as { readonly range: Range }).range;
  }

  place(node: CodeNode): Place {
    return this.source.locOf(this.range(node));
  }

  /** A record that stands in the field of another comes behind it. */
  records(): readonly DataRecord[] {
    this.#records ??= recordElements(this.source.ast).map((found) => recordOf(found, this.#expression));
    return this.#records;
  }

  /** Off is `0`, `false` or `off`: nothing at all is on. Of a constant expression Python's truth counts. */
  flag({ node, value }: DataField): "on" | "off" | "unknown" {
    const isSet = value.kind === "text" ? flagOfText(node as FieldNode, value.text) : this.#truth(node as FieldNode);
    return isSet === null ? "unknown" : isSet ? "on" : "off";
  }

  mentions(field: DataField): readonly Mention[] {
    const attribute = attributeOf(field);
    if (!attribute) return [];
    const { value } = field;
    if (attribute.name !== "eval" && value.kind === "ref") return [{ id: value.id, node: new XMLPart(attribute.valueRange, attribute) }];
    if (attribute.name !== "eval" && value.kind === "refs") return this.#listed(attribute);
    const python = value.kind === "text" ? null : this.#expression(attribute);
    return python ? referencesIn(python).map((reference) => this.#mention(attribute, reference)) : [];
  }

  links(field: DataField): readonly Link[] | null {
    const attribute = attributeOf(field);
    const python = attribute?.name === "eval" && attribute !== field.node ? this.#expression(attribute) : null;
    const commands = python && commandsOf(python);
    if (attribute && commands) return commands.map(({ does, references }) => ({ does, mentions: references.map((reference) => this.#mention(attribute, reference)) }));
    if (field.value.kind === "refs") return this.mentions(field).map(linkOf);
    return field.value.kind === "ref" ? [{ does: "set", mentions: this.mentions(field) }] : null;
  }

  rename({ node }: Mention, id: string): SourceEdit | null {
    return node instanceof XMLPart && /^[\w.-]+$/.test(id) ? this.replaced(node, id) : null;
  }

  /** The Python of a field: its expression, or its text (of which it says nothing that it is meant to be Python); null when it is none. */
  python({ node }: DataField, mode: PythonMode = "expression"): EmbeddedPython | null {
    const written = node as FieldNode;
    return this.#pythonAt(written.type === "XMLElement" ? decisive(written) ?? written : written, mode);
  }

  /** Where a part of a field's text is written (UTF-16 units of the value, half-open); null where it has no text. */
  part({ node, value }: DataField, range: Range): XMLPart | null {
    const hosts = value.kind === "text" ? hostsIn(node as FieldNode) : [];
    const decoded = decodedHosts(this.source, hosts);
    return decoded && partOf(decoded, hosts, range);
  }

  /** The edit that writes a text in the place of a part; null when there is no exact way. */
  replaced({ host, range }: XMLPart, text: string): SourceEdit | null {
    const escaped = host && this.source.escapeFor(host, text, range);
    return escaped === null ? null : { range, text: escaped };
  }

  /** A field that is missing gets a line of its own where the others have one. */
  setField(record: DataRecord, name: string, value: FieldValue, after?: string): readonly SourceEdit[] | null {
    return fieldEdits(this, record, { name, value, after: after ?? null });
  }

  readonly #expression: ReadsPython = (attribute) => this.#pythonAt(attribute, "expression");

  #pythonAt(node: FieldNode, mode: PythonMode): EmbeddedPython | null {
    const known = this.#python.get(node) ?? {};
    this.#python.set(node, known);
    if (known[mode] !== undefined) return known[mode];
    const decoded = decodedHosts(this.source, hostsIn(node));
    return (known[mode] = decoded && pythonIn(decoded, mode));
  }

  #truth(node: FieldNode): boolean | null {
    const attribute = node.type === "XMLElement" ? decisive(node) : node;
    const expression = attribute?.name === "eval" ? this.#expression(attribute)?.expression : null;
    const text = textOf(expression);
    // A text is read as one, whoever made it; an empty one we take for what Python takes it for.
    return text === null || text === "" ? expression ? truthOf(expression) : null : isOnText(text);
  }

  #mention(attribute: XMLAttribute, { id, range, isPlain }: Reference): Mention {
    const part = partOf(this.source.decoded(attribute), [attribute], range);
    return { id, node: isPlain ? part : new XMLPart(part.range, null) };
  }

  /** The ids of a list with commas. */
  #listed(attribute: XMLAttribute): readonly Mention[] {
    const decoded = this.source.decoded(attribute);
    return [...decoded.text.matchAll(/[^,]+/g)].map(({ index, 0: id }) => ({ id, node: partOf(decoded, [attribute], [index, index + id.length]) }));
  }
}

/** The records of a text; null when it is not well-formed. Ranges count a byte order mark that the text begins with. */
export function xmlRecords(text: string, path: string): XMLRecordFacts | null {
  const result = scanned(text);
  return "document" in result ? new XMLRecordFacts({ source: new XMLSourceCode({ text, ast: result.document, hasBOM: text.startsWith("\uFEFF") }), path }) : null;
}

function recordOf(found: RecordElement, python: ReadsPython): DataRecord {
  const { element, kind, isNoupdate } = found;
  const idNode = [element.attribute("id"), kind === "template" ? element.attribute("t-name") : null].find((attribute) => attribute && attribute.value !== "") ?? null;
  return {
    node: element,
    at: new XMLPart(element.startTag, null),
    kind,
    id: idNode?.value ?? null,
    idNode,
    model: MODELS[kind] ?? element.get("model") ?? "",
    fields: new Map(fieldsOf(found, python).map((field) => [field.name, field])),
    isNoupdate,
  };
}

function fieldsOf({ element, kind, outer }: RecordElement, python: ReadsPython): readonly XMLField[] {
  if (kind === "record") return childrenOf(element, isField).map((field) => new XMLField(field.get("name") ?? "", field, () => valueOf(field, python)));
  const fields = element.attributes.filter((attribute) => isAttributeField(attribute, kind)).map((attribute) => new XMLField(attribute.name, attribute, () => attributeValue(attribute)));
  const id = outer?.get("id");
  if (outer && id) fields.push(new XMLField("parent", outer, () => ({ kind: "ref", id })));
  if (kind === "template") fields.push(new XMLField("arch", element, () => ({ kind: "markup" })));
  return fields;
}

function isAttributeField({ name, value }: XMLAttribute, kind: DataRecord["kind"]): boolean {
  if (NO_FIELDS.has(name) || ((kind === "function" || kind === "delete") && name === "model")) return false;
  return kind !== "template" || !WORDS_ONLY.has(name) || value === "True" || value === "False";
}

/** The attribute that says what a field is; null where its content does. */
function attributeOf({ node }: DataField): XMLAttribute | null {
  const written = node as FieldNode;
  return written.type === "XMLElement" ? decisive(written) : written;
}

/** A group with `-` in front of it is taken away. */
const linkOf = (mention: Mention): Link => ({ does: mention.id.startsWith("-") ? "remove" : "add", mentions: [mention] });

/** The text of a field that is a flag; null when it is none. */
function flagOfText(node: FieldNode, text: string): boolean | null {
  if (node.type === "XMLAttribute") return isOn(text);
  const type = node.get("type");
  if (type !== "int" && type !== "float") return isOnText(text);
  const number = Number(text);
  return text === "None" ? false : text === "" || Number.isNaN(number) ? null : number !== 0;
}
