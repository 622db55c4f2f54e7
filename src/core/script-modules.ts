/** Which file of a project a JavaScript import means: by relative path, or by a path of its tsconfig. */

import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type * as typescript from "typescript";

const EXTENSIONS = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs"];
/** What stands for a compiled file in its source. */
const SOURCES: Readonly<Record<string, readonly string[]>> = { ".js": [".ts", ".tsx"], ".jsx": [".tsx"], ".mjs": [".mts"], ".cjs": [".cts"] };

const require = createRequire(import.meta.url);
const paths = new Map<string, typescript.CompilerOptions | null>();
let compiler: typeof typescript | null | undefined;

/** Null for a library, and for what is not there. */
export function scriptFile(name: string, from: string): string | null {
  if (/^\.{1,2}(?:\/|$)/.test(name)) return fileAt(resolve(dirname(from), name));
  if (name.startsWith("node:") || name.startsWith("/")) return null;
  return byConfiguredPath(name, from);
}

function fileAt(path: string): string | null {
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? "";
  const sources = (SOURCES[extension] ?? []).map((own) => path.slice(0, -extension.length) + own);
  const candidates = [path, ...sources, ...EXTENSIONS.map((one) => path + one), ...EXTENSIONS.map((one) => `${path}/index${one}`)];
  return candidates.find((one) => /\.[cm]?[jt]sx?$/.test(one) && existsSync(one) && statSync(one).isFile()) ?? null;
}

/** `@/tables`, as `paths` and `baseUrl` of the nearest tsconfig.json say. */
function byConfiguredPath(name: string, from: string): string | null {
  const options = optionsFor(dirname(from));
  const patterns = Object.keys(options?.paths ?? {});
  // Without `paths` a base for all names, which older projects have, is left to the compiler.
  const isOwn = (options && "baseUrl" in options) || patterns.some((pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", ".*")}$`).test(name));
  if (!options || !isOwn || !compiler) return null;
  const found = compiler.resolveModuleName(name, from, { ...options, allowJs: true }, compiler.sys).resolvedModule?.resolvedFileName;
  return found === undefined || /\.d\.[cm]?ts$/.test(found) || found.includes("/node_modules/") ? null : found;
}

/** The compiler's options for a folder; null without a tsconfig, or where there is no compiler. */
function optionsFor(folder: string): typescript.CompilerOptions | null {
  const known = paths.get(folder);
  if (known !== undefined) return known;
  const options = readOptions(folder);
  paths.set(folder, options);
  return options;
}

function readOptions(folder: string): typescript.CompilerOptions | null {
  const ts = loadCompiler();
  const file = ts?.findConfigFile(folder, ts.sys.fileExists.bind(ts.sys));
  if (!ts || file === undefined) return null;
  const { config } = ts.readConfigFile(file, ts.sys.readFile.bind(ts.sys)) as { config?: unknown };
  // Only the options are asked for, so that no folder is listed.
  return ts.parseJsonConfigFileContent(config ?? {}, { ...ts.sys, readDirectory: () => [] }, dirname(file)).options;
}

function loadCompiler(): typeof typescript | null {
  try {
    compiler ??= require("typescript") as typeof typescript;
  } catch {
    compiler = null;
  }
  return compiler;
}
