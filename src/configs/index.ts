/** Configurations: arrays scoped by files and language, one per preset and one per audience. */

import type { ESLint, Linter } from "eslint";
import { parser } from "./parser.ts";

type Preset = "recommended" | "strict";

// A type and not an interface: ESLint's own type of a plugin indexes its configurations by any name.
export type Configs = Readonly<Record<Preset | "odoo" | "flectra" | "typescript", Linter.Config[]>>;

/** The configurations of a plugin; they hold the plugin itself, as flat configurations do. */
export function configsOf(plugin: ESLint.Plugin): Configs {
  const javascript = (preset: Preset) => scriptConfigs(plugin, preset);
  const addons = (preset: Preset) => [...javascript(preset), ...LANGUAGES.map(([language, files]) => languageConfig(plugin, preset, language, files))];
  return {
    recommended: addons("recommended"),
    strict: addons("strict"),
    odoo: addons("recommended"),
    flectra: addons("recommended"),
    typescript: [...javascript("recommended")],
  };
}

const rulesFor = (plugin: ESLint.Plugin, language: string): Linter.RulesRecord =>
  Object.fromEntries(Object.entries(plugin.rules ?? {}).flatMap(([name, rule]) => {
    const { languages } = (rule.meta ?? {}) as { languages?: readonly string[] };
    return languages?.includes(language) ? [[`pitfalls/${name}`, "error" as const]] : [];
  }));

function scriptConfigs(plugin: ESLint.Plugin, preset: Preset): Linter.Config[] {
  const shared = { plugins: { pitfalls: plugin }, rules: rulesFor(plugin, "js/js"), settings: { pitfalls: { preset } } };
  return [
    { name: `pitfalls/${preset}/javascript`, files: ["**/*.{js,mjs,cjs,jsx}"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, ...shared },
    { name: `pitfalls/${preset}/typescript`, files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser }, ...shared },
  ];
}

/** Every CSV file of an addon is data; elsewhere a CSV file may be anything. */
const LANGUAGES = [["python", ["**/*.py"]], ["xml", ["**/*.xml"]], ["csv", ["**/ir.model.access*.csv", "**/{security,data,demo}/*.csv"]]] as const;

function languageConfig(plugin: ESLint.Plugin, preset: Preset, language: string, files: readonly string[]): Linter.Config {
  return {
    name: `pitfalls/${preset}/${language}`, files: [...files], language: `pitfalls/${language}`,
    plugins: { pitfalls: plugin }, rules: rulesFor(plugin, `pitfalls/${language}`), settings: { pitfalls: { preset } },
  };
}
