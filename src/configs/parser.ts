/** typescript-eslint's parser, loaded when the first script is parsed: a run over Python alone does without it. */

import { createRequire } from "node:module";
import type * as typescriptParser from "@typescript-eslint/parser";

type Parser = typeof typescriptParser;

const require = createRequire(import.meta.url);
const { name, version } = require("@typescript-eslint/parser/package.json") as { readonly name: string; readonly version: string };

let loaded: Parser | null = null;

function load(): Parser {
  loaded ??= require("@typescript-eslint/parser") as Parser;
  return loaded;
}

export const parser: Pick<Parser, "meta" | "parseForESLint"> = {
  meta: { name, version },
  parseForESLint: (...given) => load().parseForESLint(...given),
};
