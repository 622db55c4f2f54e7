/** Which templates a file holds and who runs each, by where they stand and the series of the framework. */

import type { TemplateContext, TemplateEngine } from "../../facts/templates.ts";
import type { XMLDocument, XMLElement } from "./nodes.ts";
import { childrenOf, isField, recordElements } from "./record-elements.ts";
import { hostsOf } from "./record-text.ts";
import { withCallers } from "./template-callers.ts";

export interface PlacedTemplate {
  readonly element: XMLElement;
  /** Whether the element is part of the template itself; else only what stands in it. */
  readonly isWhole: boolean;
  readonly engine: TemplateEngine;
  readonly name: string | null;
  /** Its external id as it is written; null without one. */
  readonly id: string | null;
  readonly records: ReadonlyMap<string, string>;
  readonly isTextReport: boolean;
}

const NONE: ReadonlyMap<string, string> = new Map();
/** odoo/addons/base/models/ir_actions_report.py, _render_template. */
const OF_REPORTS = [["user", "res.users"], ["res_company", "res.company"]] as const;
/** Elements of a file of the browser's templates. */
const CLIENT_ROOTS = new Set(["templates", "template", "t"]);
const MAILS = new Set(["mail.template", "email.template"]);
const LAST_JINJA = 14;

/** In source order; none in a file that holds no templates. */
export function placedTemplates(document: XMLDocument, path: string, context: TemplateContext): readonly PlacedTemplate[] {
  const { root } = document;
  const place = path.replaceAll("\\", "/");
  if (root.name === "templates" || (CLIENT_ROOTS.has(root.name) && /(?:^|\/)static\//.test(place))) return clientTemplates(root, place, context.series);
  const templates = recordElements(document).flatMap(({ element, kind }) => {
    if (kind === "template") return [serverTemplate(element, element.get("id"), element, context)];
    if (kind !== "record") return [];
    const model = element.get("model") ?? "";
    if (model === "ir.ui.view") return viewTemplates(element, context);
    return MAILS.has(model) ? mailTemplates(element, context) : [];
  });
  return withCallers(templates, place.split("/"));
}

function clientTemplates(root: XMLElement, path: string, series: number | null): readonly PlacedTemplate[] {
  const isOne = root.name === "t" && ["t-name", "t-extend", "t-inherit"].some((name) => root.attribute(name));
  return (isOne ? [root] : childrenOf(root, () => true)).map((element) => ({
    element, isWhole: true, engine: clientEngine(element, path, series), name: element.get("t-name"), id: null, records: NONE, isTextReport: false,
  }));
}

/** The engine of a file's templates in the browser: odoo/addons/web/static/src/core/assets.js and its forebears. */
function clientEngine(element: XMLElement, path: string, series: number | null): TemplateEngine {
  const isMarked = element.get("owl") === "1";
  if (series === null) return isMarked ? "owl2" : "legacy-client";
  if (series >= 17 && !path.includes("/static/src/legacy/")) return series >= 19 ? "owl3" : "owl2";
  if (!isMarked) return "legacy-client";
  return series >= 16 ? "owl2" : "owl1";
}

function serverTemplate(element: XMLElement, id: string | null, content: XMLElement, context: TemplateContext): PlacedTemplate {
  const own = content.get("t-name");
  const report = (id === null ? null : context.reportOf(id)) ?? (own === null ? null : context.reportOf(own));
  const records = report ? new Map([...OF_REPORTS, ...(report.model === null ? [] : [["docs", report.model] as const])]) : NONE;
  return { element: content, isWhole: content !== element, engine: "server", name: own ?? id, id, records, isTextReport: report?.isText ?? false };
}

function viewTemplates(record: XMLElement, context: TemplateContext): readonly PlacedTemplate[] {
  const arch = fieldNamed(record, "arch");
  if (!arch) return [];
  const type = textOf(record, "type");
  const model = textOf(record, "model");
  const outer = childrenOf(arch, () => true);
  const isServer = type === null ? model === null || outer.some((one) => one.name === "t" && one.attribute("t-name")) : type === "qweb";
  if (isServer) return outer.map((element) => serverTemplate(arch, record.get("id"), element, context));
  if (!fieldNamed(record, "inherit_id")) return templatesIn(arch).flatMap(({ element, isOfView }) => browserTemplates(element, isOfView ? model : null));
  return outer.flatMap((element) => (hasDirectives(element) ? [inView(element, model !== null && isCertain(element) ? model : null)] : []));
}

const inView = (element: XMLElement, model: string | null): PlacedTemplate =>
  ({ element, isWhole: true, engine: "kanban", name: element.get("t-name"), id: null, records: model === null ? NONE : new Map([["record", model]]), isTextReport: false });

const browserTemplates = (templates: XMLElement, model: string | null): readonly PlacedTemplate[] => childrenOf(templates, () => true).map((element) => inView(element, model));

/** The `<templates>` of an architecture; a view inside a field is one of another model. */
function templatesIn(arch: XMLElement): readonly { readonly element: XMLElement; readonly isOfView: boolean }[] {
  const found: { readonly element: XMLElement; readonly isOfView: boolean }[] = [];
  const stack = [{ element: arch, isOfView: true }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { element, isOfView } = top;
    if (element.name === "templates") found.push(top);
    else for (const child of childrenOf(element, () => true).toReversed()) stack.push({ element: child, isOfView: isOfView && (element === arch || element.name !== "field") });
  }
  return found;
}

/** Whether what an inheriting view adds is surely of its own model: not inside a field that the expression goes through. */
function isCertain(added: XMLElement): boolean {
  return descendants(added).every((one) => one.name !== "xpath" || !/\bfield\b[^/]*\//.test(one.get("expr") ?? ""));
}

const hasDirectives = (element: XMLElement): boolean =>
  descendants(element).some((one) => one.attributes.some(({ name }) => name.startsWith("t-")) || (one.name === "attribute" && one.get("name")?.startsWith("t-")));

function descendants(element: XMLElement): readonly XMLElement[] {
  const found = [element];
  for (const one of found) for (const child of one.children) if (child.type === "XMLElement") found.push(child);
  return found;
}

function mailTemplates(record: XMLElement, context: TemplateContext): readonly PlacedTemplate[] {
  const body = fieldNamed(record, "body_html");
  if (!body) return [];
  const id = fieldNamed(record, "model_id")?.get("ref") ?? null;
  const model = id === null ? null : context.modelNamed(id);
  const mail = (engine: TemplateEngine): PlacedTemplate => ({ element: body, isWhole: false, engine, name: record.get("id"), id: record.get("id"), records: new Map([["user", "res.users"], ...(model === null ? [] : [["object", model] as const])]), isTextReport: false });
  if (context.series === null) return isMarkup(body) ? [mail("mail-qweb")] : [mail("mail-jinja")];
  return [mail(context.series > LAST_JINJA ? "mail-qweb" : "mail-jinja")];
}

/** Whether a body says by its directives that it is QWeb; it may be written as a section of text. */
const isMarkup = (body: XMLElement): boolean => hasDirectives(body) || body.children.some((child) => child.type === "XMLCData" && /<[^>]*\st-\w/.test(child.value));

const fieldNamed = (record: XMLElement, name: string): XMLElement | null => childrenOf(record, (child) => isField(child) && child.get("name") === name)[0] ?? null;

/** What a field of a record says as text; null without it. */
function textOf(record: XMLElement, name: string): string | null {
  const field = fieldNamed(record, name);
  const text = field ? hostsOf(field).map(({ value }) => value).join("").trim() : "";
  return text === "" ? null : text;
}
