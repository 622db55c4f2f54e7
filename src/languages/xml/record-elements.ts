/** The elements of a data file that the loader makes records of, in its order. */

import type { DataRecord } from "../../facts/records.ts";
import type { XMLDocument, XMLElement } from "./nodes.ts";

export interface RecordElement {
  readonly element: XMLElement;
  readonly kind: DataRecord["kind"];
  readonly isNoupdate: boolean;
  /** The menu that a menu stands in; null for all else. */
  readonly outer: XMLElement | null;
}

/** An element whose records are still to be found. */
interface Waiting {
  readonly element: XMLElement;
  readonly isNoupdate: boolean;
  readonly outer: XMLElement | null;
}

// odoo/tools/convert.py, xml_import: DATA_ROOTS and _tags.
const ROOTS = new Set(["odoo", "flectra", "openerp", "data"]);
const KINDS: ReadonlySet<string> = new Set<DataRecord["kind"]>(["record", "template", "menuitem", "function", "delete", "report", "act_window"]);

/** All of them, outer ones first; none where the outermost element is not that of a data file. Iterative, files may nest deeper than the stack. */
export function recordElements({ root }: XMLDocument): readonly RecordElement[] {
  if (!ROOTS.has(root.name)) return [];
  const found: RecordElement[] = [];
  const stack: Waiting[] = [{ element: root, isNoupdate: false, outer: null }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { element, outer } = top;
    const isRoot = ROOTS.has(element.name);
    const isNoupdate = isRoot ? isOn(element.get("noupdate")) ?? top.isNoupdate : top.isNoupdate;
    if (isKind(element.name)) found.push({ element, kind: element.name, isNoupdate, outer });
    const inner = isRoot ? childrenOf(element, isLoaded) : innerOf(element);
    for (const one of inner.toReversed()) stack.push({ element: one, isNoupdate, outer: element.name === "menuitem" ? element : null });
  }
  return found;
}

/** The child elements that `is` says yes to. */
export const childrenOf = (element: XMLElement, is: (child: XMLElement) => boolean): readonly XMLElement[] => element.children.filter((child): child is XMLElement => child.type === "XMLElement" && is(child));

/** Whether an element is a field of a record: translations are none. */
export const isField = (element: XMLElement): boolean => element.name === "field" && !(element.get("name") ?? "@").includes("@");

/** Whether the content of a field is markup. */
export const isMarkup = (field: XMLElement): boolean => ["xml", "html"].includes(field.get("type") ?? "");

/** How an attribute says yes or no (nodeattr2bool); null when it says nothing. */
export function isOn(value: string | null): boolean | null {
  const text = value?.trim() ?? "";
  return text === "" ? null : isOnText(text);
}

/** How a text says yes or no (str2bool). */
export const isOnText = (text: string): boolean => !["0", "false", "off"].includes(text.toLowerCase());

const isKind = (name: string): name is DataRecord["kind"] => KINDS.has(name);

const isLoaded = ({ name }: XMLElement): boolean => ROOTS.has(name) || KINDS.has(name);

/** Menus in a menu, and records in the fields of a record. */
function innerOf(element: XMLElement): readonly XMLElement[] {
  if (element.name === "menuitem") return childrenOf(element, ({ name }) => name === "menuitem");
  if (element.name !== "record") return [];
  return childrenOf(element, (child) => isField(child) && !isMarkup(child)).flatMap((field) => childrenOf(field, ({ name }) => name === "record"));
}
