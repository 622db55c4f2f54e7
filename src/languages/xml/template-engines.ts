/** What the directives of each engine do with a value. */

import type { Printing, TemplateDirective, TemplateEngine } from "../../facts/templates.ts";

/** The language of an engine's expressions. */
export function languageOf(engine: TemplateEngine): "javascript" | "python" {
  switch (engine) {
    case "server":
    case "mail-jinja":
    case "mail-qweb":
      return "python";
    case "legacy-client":
    case "owl1":
    case "owl2":
    case "owl3":
    case "kanban":
      return "javascript";
  }
}

const NONE: ReadonlyMap<string, string> = new Map();
const OF_SERVER: ReadonlyMap<string, string> = new Map([["json", "odoo.tools.json"], ["request", "odoo.http.request"]]);
/** odoo/addons/web/static/src/js/core/qweb.js */
const OF_LEGACY_CLIENT: ReadonlyMap<string, string> = new Map([["_", "underscore"], ["_t", "web.core._t"]]);

/** The modules that an engine hands to every template, by their names there. */
export function modulesOf(engine: TemplateEngine): ReadonlyMap<string, string> {
  switch (engine) {
    case "server":
      return OF_SERVER;
    case "legacy-client":
      return OF_LEGACY_CLIENT;
    case "mail-jinja":
    case "mail-qweb":
    case "owl1":
    case "owl2":
    case "owl3":
    case "kanban":
      return NONE;
  }
}

/** What a directive does with its value. */
export function printingOf(engine: TemplateEngine, series: number | null, directive: TemplateDirective): Printing {
  switch (directive) {
    case "t-raw":
      return rawOf(engine, series);
    case "t-esc":
      return "escaped";
    case "t-out":
      return outOf(engine, series);
    case "t-field":
      return languageOf(engine) === "python" ? "field" : "nothing";
    case "t-att":
    case "t-att-*":
    case "t-attf-*":
      return "escaped";
    // Templates of mails escape by themselves.
    case "jinja":
      return "escaped";
  }
}

/** The client of 16 renders kanban views by OWL 2. */
const kanbanEngine = (series: number | null): TemplateEngine => (series === null || series < 16 ? "legacy-client" : series < 19 ? "owl2" : "owl3");

function rawOf(engine: TemplateEngine, series: number | null): Printing {
  switch (engine) {
    // From 15 on the server marks the value and prints it; odoo/addons/base/models/ir_qweb.py.
    case "server":
    case "mail-qweb":
    case "legacy-client":
    case "owl1":
      return "raw";
    case "owl2":
      return "unmarked";
    case "owl3":
    case "mail-jinja":
      return "nothing";
    case "kanban":
      return rawOf(kanbanEngine(series), series);
  }
}

function outOf(engine: TemplateEngine, series: number | null): Printing {
  switch (engine) {
    case "server":
    case "mail-qweb":
    case "legacy-client":
      return series !== null && series < 15 ? "nothing" : "unmarked";
    case "owl2":
    case "owl3":
      return "unmarked";
    case "owl1":
    case "mail-jinja":
      return "nothing";
    case "kanban":
      return outOf(kanbanEngine(series), series);
  }
}
