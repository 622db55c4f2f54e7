/** One catalog for each language and a team's own rows. */

import { frameworks } from "../catalog/index.ts";
import type { Framework } from "../catalog/schema.ts";
import type { CodeFacts } from "../facts/code.ts";
import { Catalog } from "./knowledge.ts";
import type { Settings } from "./settings.ts";

const catalogs = new Map<string, Catalog>();

export function catalogFor(language: CodeFacts["language"], settings: Settings): Catalog {
  const own: readonly Framework[] = settings.frameworks(language);
  const key = `${language} ${JSON.stringify(own)}`;
  const known = catalogs.get(key);
  if (known) return known;
  const catalog = new Catalog([...frameworks, ...own], language);
  catalogs.set(key, catalog);
  return catalog;
}
