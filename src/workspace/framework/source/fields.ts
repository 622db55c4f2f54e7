/** What a call that declares a field says. */

import type { PyExpr, PyNodeOf } from "../../../languages/python/ast.ts";
import type { FieldOptions, FieldRow } from "../data.ts";
import { literalOf, UNKNOWN, type Literal } from "./literals.ts";

/** What cleans the HTML of a field, with the field's default (odoo/fields.py, `Html`). */
const SANITIZE: Readonly<Record<string, Literal>> = {
  sanitize: true, sanitize_tags: true, sanitize_attributes: true, sanitize_style: false, sanitize_form: true,
  sanitize_conditional_tags: true, sanitize_overridable: false, sanitize_output_method: "html", strip_style: false, strip_classes: false,
};
const RELATIONS = new Set(["many2one", "one2many", "many2many"]);
const KEPT = ["groups", "related", "store", "company_dependent"];
/** Python's own functions that give no field; whatever else is called by a bare name may be a helper that makes one. */
const NO_FIELD = new Set(
  "namedtuple abs all any bool bytearray bytes callable chr classmethod complex dict dir divmod enumerate filter float format frozenset getattr hasattr hash hex id input int isinstance iter len list map max memoryview min next object oct open ord pow print property range repr reversed round set slice sorted staticmethod str sum super tuple type vars zip".split(" "),
);

/** The type and options of `fields.Type(…)`; an unknown type for a call of a helper; null for what is no field. */
export function fieldIn({ func, args, keywords }: PyNodeOf<"Call">, names: ReadonlyMap<string, Literal>): FieldRow | null {
  if (func.nodeType !== "Attribute") return func.nodeType === "Name" && NO_FIELD.has(func.id) ? null : [UNKNOWN];
  if (!isFields(func.value)) return null;
  const type = func.attr.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  const given = new Map(keywords.flatMap(({ arg, value }) => (arg === undefined ? [] : [[arg, literalOf(value, names)] as const])));
  const [first] = args;
  if (first && RELATIONS.has(type) && !given.has("comodel_name")) given.set("comodel_name", literalOf(first, names));
  const options = optionsOf(given, keywords.some(({ arg }) => arg === undefined));
  return Object.keys(options).length > 0 ? [type, options] : [type];
}

const isFields = (node: PyExpr): boolean => (node.nodeType === "Name" && node.id === "fields") || (node.nodeType === "Attribute" && node.attr === "fields");

function optionsOf(given: ReadonlyMap<string, Literal>, isPartial: boolean): FieldOptions {
  const options: Record<string, Literal> = {};
  const comodel = given.get("comodel_name");
  if (comodel !== undefined) options["comodel"] = comodel;
  for (const [name, byDefault] of Object.entries(SANITIZE)) {
    const value = given.get(name);
    if (value !== undefined && value !== byDefault) options[name] = value;
  }
  for (const name of KEPT) {
    const value = given.get(name);
    if (value !== undefined) options[name] = name === "related" && Array.isArray(value) ? value.join(".") : value;
  }
  if (isTrue(given.get("compute"))) options["compute"] = true;
  if (isPartial) options["partial"] = true;
  return options;
}

/** Whether Python takes a value for true. */
export const isTrue = (value: Literal | undefined): boolean => (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value));
