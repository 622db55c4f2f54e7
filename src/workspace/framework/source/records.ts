/** The groups, access rights and record rules that data files state, in XML and in CSV. */

import { extname } from "node:path";
import { modelOf } from "../../../languages/csv/records.ts";
import { rowsIn } from "../../../languages/csv/scan.ts";
import type { XMLElement } from "../../../languages/xml/nodes.ts";
import { scanned } from "../../../languages/xml/scanner.ts";
import { textOf, UNKNOWN, type OnUnread } from "./literals.ts";

/** The framework's own models of what we read. */
export const KINDS = { "res.groups": "groups", "ir.model.access": "access", "ir.rule": "rules" } as const;

export type RecordModel = keyof typeof KINDS;

/** What a record states, by field: a text; under `field:ref` an external id; lists of external ids for the fields that are such. */
export type Values = ReadonlyMap<string, string | readonly string[]>;

export interface DataRecord {
  readonly model: RecordModel;
  readonly id: string;
  readonly values: Values;
}

const LISTS = new Set(["groups", "implied_ids"]);

/** The records of a data file that we read; none of a file of another kind. */
export function recordsIn(path: string, onUnread: OnUnread): readonly DataRecord[] {
  if (extname(path) === ".xml") return xmlRecords(path, onUnread);
  return extname(path) === ".csv" ? csvRecords(path) : [];
}

const isKnown = (model: string | null): model is RecordModel => model !== null && Object.hasOwn(KINDS, model);

function csvRecords(path: string): readonly DataRecord[] {
  const model = modelOf(path);
  if (!isKnown(model)) return [];
  const [header = [], ...rows] = rowsIn(textOf(path));
  return rows.filter((row) => row.length > 0).flatMap((row) => {
    const cells = header.map(({ value }, column) => csvValue(value, row[column]?.value ?? ""));
    const values = new Map(cells);
    const id = values.get("id");
    return typeof id === "string" && id !== "" ? [{ model, id, values }] : [];
  });
}

function csvValue(column: string, text: string): readonly [string, string | readonly string[]] {
  const [name = "", ...reference] = column.trim().replaceAll("/", ":").split(":");
  if (LISTS.has(name)) return [name, text.match(/[^,\s]+/g) ?? []];
  return [reference.length > 0 ? `${name}:ref` : name, text.trim()];
}

function xmlRecords(path: string, onUnread: OnUnread): readonly DataRecord[] {
  const text = textOf(path);
  // Most data files are views.
  if (!Object.keys(KINDS).some((model) => text.includes(model))) return [];
  const result = scanned(text);
  if ("document" in result) return elementsIn(result.document.root).flatMap((element) => recordOf(element) ?? []);
  onUnread(path, `${result.problem.message} (line ${result.problem.line})`);
  return [];
}

/** An element and all in it, in the order in which they are written. */
function elementsIn(root: XMLElement): readonly XMLElement[] {
  const elements: XMLElement[] = [];
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    elements.push(element);
    stack.push(...element.children.filter((child) => child.type === "XMLElement").toReversed());
  }
  return elements;
}

function recordOf(element: XMLElement): DataRecord | null {
  const model = element.name === "record" ? element.get("model") : null;
  const id = element.get("id");
  if (!isKnown(model) || id === null || id === "") return null;
  const fields = element.children.filter((child) => child.type === "XMLElement").filter(({ name }) => name === "field");
  return { model, id, values: new Map(fields.map((field) => xmlValue(field, field.get("name") ?? ""))) };
}

function xmlValue(field: XMLElement, name: string): readonly [string, string | readonly string[]] {
  const reference = nonEmpty(field.get("ref"));
  const text = nonEmpty(field.get("eval")) ?? textIn(field);
  if (LISTS.has(name)) return [name, reference === null ? referencesIn(text) : [reference]];
  if (reference !== null) return [`${name}:ref`, reference];
  const search = nonEmpty(field.get("search"));
  if (search !== null) return ["model", [...search.matchAll(/\(\s*'model'\s*,\s*'='\s*,\s*'([\w.]+)'/g)].map(([, model = ""]) => model).join("") || UNKNOWN];
  return [name, text.trim().split(/\s+/).join(" ")];
}

const nonEmpty = (text: string | null): string | null => (text === "" ? null : text);

/** The external ids that an `eval` adds; those that it takes away are left out. */
const referencesIn = (text: string): readonly string[] =>
  [...text.replace(/(?:\(\s*3\s*,|Command\.unlink\()\s*ref\([^)]*\)/g, "").matchAll(/ref\(\s*['"]([\w.-]+)['"]/g)].map(([, id = ""]) => id);

function textIn(element: XMLElement): string {
  return element.children.map((child) => (child.type === "XMLElement" ? textIn(child) : child.type === "XMLText" || child.type === "XMLCData" ? child.value : "")).join("");
}
