/** The plugin: its languages, rules and configurations. */

import { createRequire } from "node:module";
import type { ESLint } from "eslint";
import { configsOf } from "./configs/index.ts";
import { CSVLanguage } from "./languages/csv/language.ts";
import { PythonLanguage } from "./languages/python/language.ts";
import { XMLLanguage } from "./languages/xml/language.ts";
import { rules } from "./rules/index.ts";

const { name, version } = createRequire(import.meta.url)("../package.json") as { name: string; version: string };

const base = {
  meta: { name, version, namespace: "pitfalls" },
  languages: { python: new PythonLanguage(), xml: new XMLLanguage(), csv: new CSVLanguage() },
  rules,
} satisfies ESLint.Plugin;

const plugin = { ...base, configs: configsOf(base) };

export default plugin;
export { plugin as "module.exports" };
