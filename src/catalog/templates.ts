/** What templates are handed by name, and what they may do with it: the parts of a framework that only its templates show. */

import type { ReportVocabulary } from "../facts/reports.ts";
import { framework, name, own, step, stored, type Framework } from "./schema.ts";

const QWEB = "https://www.odoo.com/documentation/17.0/developer/reference/frontend/qweb.html";
const KINDS = ["Char", "Text", "Html", "Json", "Reference", "Integer", "Id", "Many2oneReference", "Float", "Monetary", "Boolean", "Date", "Datetime", "Selection"];
/** An Html field that cleans what it stores, also behind the `raw_value` that a view has of it. */
export const SANITIZED = "SanitizedHtml";

/** Of templates that the server runs. */
export const serverTemplates: Framework = framework({
  name: "QWeb on the server", language: "python", see: QWEB,
  rows: [
    // odoo/tools/json.py: it escapes what could end a script.
    own(["odoo.tools.json.dumps()"], { trust: "unknown", content: "script" }, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/json.py" }),
    own(["template:body"], { deep: true }, { see: `${QWEB}#setting-variables` }),
  ],
});

/** Of templates that the browser runs: records of a view hold each field as `{ raw_value, value }`. */
export const clientTemplates: Framework = framework({
  name: "QWeb in the browser", language: "javascript", see: QWEB,
  rows: [
    ...[...KINDS, SANITIZED].map((kind) => name(`odoo.fields.${kind}().of`, [`odoo.fields.${kind}().of.raw_value`, `odoo.fields.${kind}().of.value`])),
    stored([`odoo.fields.${SANITIZED}().of`], "a text field that users write", { content: "sanitized", see: "https://www.odoo.com/documentation/17.0/developer/reference/backend/orm.html#odoo.fields.Html" }),
    own(["template:body"], { deep: true }, { see: `${QWEB}#setting-variables` }),
    own(["underscore.escape()", "underscore.str.escapeHTML()"], { deep: true }, { see: "https://underscorejs.org/#escape" }),
    step(["web.core._t"], { does: "same", of: 0 }, { see: "https://www.odoo.com/documentation/16.0/developer/howtos/translations.html" }),
  ],
});

export const reports: ReportVocabulary = {
  // https://www.odoo.com/documentation/17.0/developer/reference/backend/reports.html
  models: ["ir.actions.report", "ir.actions.report.xml"],
  template: ["report_name", "name"],
  of: "model",
  type: "report_type",
  text: "qweb-text",
};
