/** Templates of each kind around what a test is about, and the addons that they lie in. */

import { join } from "node:path";
import { Linter } from "eslint";
import pitfalls from "../../../src/index.ts";
import { folderWith } from "../../workspace/addon-folders.ts";
import { code, ruleTest, type Cases, type Invalid, type Valid } from "../rule-test.ts";

type Text = (strings: TemplateStringsArray, ...values: readonly string[]) => string;
export type Preset = "recommended" | "strict";

const around = (before: string, after: string): Text => (strings, ...values) => `${before}\n${code(strings, ...values).replace(/\n*$/, "\n")}${after}\n`;

/** A page that the server renders. */
export const page = around(`<odoo><template id="page">`, "</template></odoo>");
/** A template of the browser. */
export const client = around(`<templates><t t-name="gym.Card">`, "</t></templates>");
/** The same with the mark that components had. */
export const component = around(`<templates><t t-name="gym.Card" owl="1">`, "</t></templates>");
/** A mail, as elements and as a text. */
export const mail = around(`<odoo><record id="mail" model="mail.template"><field name="model_id" ref="model_gym_visit"/><field name="body_html" type="html">`, "</field></record></odoo>");
export const mailText = around(`<odoo><record id="mail" model="mail.template"><field name="model_id" ref="model_gym_visit"/><field name="body_html"><![CDATA[`, "]]></field></record></odoo>");
/** A box of a kanban view. */
export const kanban = around(`<odoo><record id="boxes" model="ir.ui.view"><field name="model">gym.visit</field><field name="arch" type="xml"><kanban><templates><t t-name="kanban-box">`, "</t></templates></kanban></field></record></odoo>");
/** What a report prints of each visit. */
export const report = around(`<odoo><record id="act" model="ir.actions.report"><field name="model">gym.visit</field><field name="report_name">gym.sheet</field></record><template id="sheet"><t t-foreach="docs" t-as="doc">`, "</t></template></odoo>");

/** Tests the rule on files of a series; null for one that nobody says. */
export function templateTest(series: number | null, { valid = [], invalid = [] }: Cases, file = "views/case.xml"): void {
  const settings = series === null ? {} : { series };
  ruleTest("no-raw-output", { xml: { valid: valid.map((one): Valid => ({ file, settings, ...one })), invalid: invalid.map((one): Invalid => ({ file, settings, ...one })) } });
}

// The folders lie outside of the project.
const linter = new Linter({ configType: "flat", cwd: "/" });

const configFor = (preset: Preset): Linter.Config[] => pitfalls.configs[preset].map((config) => ({ ...config, rules: { "pitfalls/no-raw-output": "error" } }));

export interface Addon {
  readonly folder: string;
  /** `line messageId`, and `fix` or `suggestion` where there is one, of each finding in the file. */
  found(path: string, preset?: Preset): readonly string[];
  fixed(path: string): string;
}

/** An addon `gym` with these files, by their paths in it; its manifest loads all XML. */
export function addon(files: Readonly<Record<string, string>>, said: object = { version: "14.0.1.0.0" }): Addon {
  const manifest = { name: "Gym", depends: ["base"], data: Object.keys(files).filter((path) => path.endsWith(".xml") && !path.startsWith("static/")), ...said };
  const all: Readonly<Record<string, string>> = { "__manifest__.py": JSON.stringify(manifest), ...files };
  const folder = join(folderWith(Object.fromEntries(Object.entries(all).map(([path, text]) => [join("gym", path), text]))), "gym");
  return {
    folder,
    found: (path, preset = "strict") => linter.verify(files[path] ?? "", configFor(preset), { filename: join(folder, path) }).map(({ line, messageId, message, fix, suggestions = [] }) =>
      [line, messageId ?? message, ...(fix ? ["fix"] : []), ...suggestions.map(() => "suggestion")].join(" ")),
    fixed: (path) => linter.verifyAndFix(files[path] ?? "", configFor("strict"), { filename: join(folder, path) }).output,
  };
}

/** The model that the records of a test are of. */
export const VISIT = `from odoo import fields, models


class Visit(models.Model):
    _name = "gym.visit"

    subject = fields.Char()
    note = fields.Text()
    state = fields.Selection([("open", "Open")])
    summary = fields.Html()
    footer = fields.Html(sanitize=False)
    rounds = fields.Integer()
    weight = fields.Float()
    begun = fields.Datetime()
    partner_id = fields.Many2one("res.partner")
    set_ids = fields.One2many("gym.set", "visit_id")

    def label(self):
        return self.subject

    def stars(self):
        return "<b>*</b>"


class Set(models.Model):
    _name = "gym.set"

    visit_id = fields.Many2one("gym.visit")
    name = fields.Char()
`;
