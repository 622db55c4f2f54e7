/** The attributes by which QWeb prints values. */

import type { TemplateDirective } from "../../facts/templates.ts";
import { contentOf, type XMLHost } from "./decode.ts";
import type { XMLAttribute, XMLElement } from "./nodes.ts";

export interface PrintingAttribute {
  readonly directive: TemplateDirective;
  /** The attribute that gets the value; null where it is none, or not one. */
  readonly attribute: string | null;
}

const CONTENT: ReadonlySet<string> = new Set<TemplateDirective>(["t-raw", "t-esc", "t-out", "t-field"]);

/** What an attribute of this name prints; null for one that prints nothing. */
export function directiveOf(name: string): PrintingAttribute | null {
  if (!name.startsWith("t-")) return null;
  if (isContent(name)) return { directive: name, attribute: null };
  if (name === "t-att") return { directive: "t-att", attribute: null };
  const [, kind, attribute = ""] = /^t-(attf?)-(.+)$/s.exec(name) ?? [];
  return kind === undefined ? null : { directive: `t-${kind}-*` as "t-att-*" | "t-attf-*", attribute };
}

const isContent = (name: string): name is TemplateDirective => CONTENT.has(name);

/** Whether an attribute of this name holds a text with expressions in it. */
export const isFormat = (name: string): boolean => name.startsWith("t-attf-");

/** Whether an attribute of this name says how a value is printed. */
export const isOption = (name: string): boolean => /^t-(?:options(?:-widget)?|(?:esc|raw|out)-options)$/.test(name);

/** A directive that an inheriting view gives to an element: `<attribute name="t-raw">expression</attribute>`. */
export interface AddedDirective extends PrintingAttribute {
  readonly name: XMLAttribute;
  readonly host: XMLHost;
}

export function addedDirective(element: XMLElement): AddedDirective | null {
  if (element.name !== "attribute") return null;
  const name = element.attribute("name");
  const directive = name ? directiveOf(name.value) : null;
  const [host, another] = element.children;
  if (!name || !directive || another || (host?.type !== "XMLText" && host?.type !== "XMLCData")) return null;
  return contentOf(host)[0] === contentOf(host)[1] ? null : { ...directive, name, host };
}
