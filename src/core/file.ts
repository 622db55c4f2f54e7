/** What is known of one file while it is linted: its facts, its engine, the catalog of its language. */

import type { SourceCode } from "eslint";
import type { SourceCode as TsSourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CodeFacts } from "../facts/code.ts";
import { Engine } from "../flow/engine.ts";
import { JavaScriptFacts } from "../languages/javascript/facts.ts";
import { PythonFacts } from "../languages/python/facts.ts";
import { PythonSourceCode } from "../languages/python/source-code.ts";
import { checkedTypes } from "./checked-types.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { catalogFor } from "./catalogs.ts";
import type { Catalog } from "./knowledge.ts";
import type { Settings } from "./settings.ts";

export interface LintedFile {
  readonly code: CodeFacts;
  readonly catalog: Catalog;
  readonly engine: Engine;
}

const files = new WeakMap<object, LintedFile | null>();

/** The file behind a source code; null for a language that is not ours. */
export function fileOf(source: SourceCode, path: string, settings: Settings): LintedFile | null {
  const known = files.get(source);
  if (known !== undefined) return known;
  const code = factsOf(source, path);
  const catalog = code ? catalogFor(code.language, settings) : null;
  const file = code && catalog ? { code, catalog, engine: new Engine(code, catalog, elsewhereOf(path, code.language, settings)) } : null;
  files.set(source, file);
  return file;
}

function factsOf(source: unknown, path: string): CodeFacts | null {
  if (source instanceof PythonSourceCode) return new PythonFacts(source, path);
  // ESLint's own source code has scopes; those of other languages have not.
  const js = source as TsSourceCode;
  return js.scopeManager ? new JavaScriptFacts(js, path, checkedTypes(js)) : null;
}
