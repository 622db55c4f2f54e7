/** Names that hold records of a certain model, as the reasoning knows such things: instances of a class that says which. */

import type { ClassFact } from "../../facts/functions.ts";
import type { Range } from "../../facts/node.ts";
import { TemplatePart } from "./template-expressions.ts";

/** The base by which a class is known to be one of records. */
const BASE = "odoo.models.Model";

/** A value that is records of a model, for a name that the engine hands in at the beginning of a template. */
export function recordsOf(model: string, name: string, range: Range): TemplatePart {
  const base = new TemplatePart({ kind: "module", path: BASE }, range, BASE);
  const value = new TemplatePart({ kind: "text", value: model }, range, model);
  const cls: ClassFact = {
    node: base, name: model, bases: [base], decorators: [], methods: new Map(), parents: [], isEnumeration: false,
    attributes: new Map([["_name", [{ node: value, value, type: null }]]]),
  };
  const callee = new TemplatePart({ kind: "class", cls }, range, model);
  return new TemplatePart({ kind: "call", callee, args: [], isNew: true }, range, name);
}
