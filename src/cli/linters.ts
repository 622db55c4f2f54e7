/** Which ESLint lints which file: the nearest configuration when it has our plugin in it, else ours. */

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { ESLint, type Linter as Configured } from "eslint";
import plugin from "../index.ts";
import type { FileList } from "./files.ts";
import type { Options } from "./options.ts";

export interface Linter {
  /** The result of a text; null when the project's configuration leaves the file out. */
  lint(text: string, path: string, fix: boolean): Promise<ESLint.LintResult | null>;
  /** Whether the configuration is ours. */
  readonly isOurs: boolean;
  /** False where a project's configuration is broken: it may forbid what we would repair. */
  readonly mayFix: boolean;
}

export interface Linters {
  readonly of: (file: string) => Linter;
  /** What stops us from doing what was asked. */
  readonly problems: readonly string[];
  /** What the user should know all the same. */
  readonly notes: readonly string[];
}

type LintOptions = Pick<Options, "preset" | "rules">;

const CONFIG_FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);
// ESLint leaves these out, but who gives a path in them wants it linted.
const NOTHING_IGNORED = { ignores: ["!**/node_modules/", "!**/.git/"] };

/** The linter of every file of the list. */
export async function lintersFor(list: FileList, options: LintOptions): Promise<Linters> {
  const configOf = nearestConfig();
  const groups = new Map<string | null, string[]>();
  for (const file of list.files) {
    const config = configOf(dirname(file));
    const group = groups.get(config);
    if (group) group.push(file);
    else groups.set(config, [file]);
  }
  const ours = linterFrom((fix) => new ESLint(ourOptions(list.root, options, fix)), { isOurs: true, mayFix: true });
  const linters = new Map<string | null, Linter>([[null, ours]]);
  const problems: string[] = [];
  const notes: string[] = [];
  const foreign: string[] = [];
  for (const [config, files] of groups) {
    if (config === null) continue;
    const { namespaces, broken, note, active } = await lookInto(config, files);
    if (broken !== null) problems.push(broken);
    if (note !== null) foreign.push(note);
    for (const rule of namespaces.size > 0 ? options.rules : []) if (!active.has(rule)) notes.push(`${config} has ${rule} turned off for these files`);
    linters.set(config, namespaces.size > 0 ? projectLinter(config, namespaces, options) : broken === null ? ours : { ...ours, mayFix: false });
  }
  return { of: (file) => linters.get(configOf(dirname(file))) ?? ours, problems, notes: [...inOneLine(foreign), ...notes] };
}

/** A clone has as many of these as it has packages. */
const inOneLine = ([first, ...more]: readonly string[]): readonly string[] =>
  first === undefined ? [] : [more.length === 0 ? first : `${first}; the same goes for ${more.length} more`];

/** A look-up of the configuration that is nearest to a folder, on the way up. */
function nearestConfig(): (folder: string) => string | null {
  const known = new Map<string, string | null>();
  return function find(folder: string): string | null {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const own = CONFIG_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
    const above = dirname(folder);
    const config = own ?? (above === folder ? null : find(above));
    known.set(folder, config);
    return config;
  };
}

function linterFrom(make: (fix: boolean) => ESLint, kind: Pick<Linter, "isOurs" | "mayFix">): Linter {
  const made = new Map<boolean, ESLint>();
  return {
    ...kind,
    async lint(text, filePath, fix) {
      const eslint = made.get(fix) ?? make(fix);
      made.set(fix, eslint);
      const [result] = await eslint.lintText(text, { filePath });
      return result ?? null;
    },
  };
}

const isWanted = ({ rules }: LintOptions, rule: string) => rules.length === 0 || rules.includes(rule);

function ourOptions(cwd: string, options: LintOptions, fix: boolean): ESLint.Options {
  const configs = plugin.configs[options.preset ?? "recommended"].map((config) => ({ ...config, linterOptions: { reportUnusedDisableDirectives: "off" as const } }));
  return {
    cwd, fix, warnIgnored: false, overrideConfigFile: true, overrideConfig: [NOTHING_IGNORED, ...configs],
    // Comments in a file may turn on rules of ESLint's own.
    ruleFilter: ({ ruleId }) => ruleId.startsWith("pitfalls/") && isWanted(options, ruleId.slice("pitfalls/".length)),
  };
}

/** As `eslint` would lint in the folder of the configuration; `--preset` and `--rule` count all the same. */
function projectLinter(config: string, namespaces: ReadonlySet<string>, options: LintOptions): Linter {
  return linterFrom((fix) => new ESLint({
    cwd: dirname(config), fix, warnIgnored: false,
    ...(options.preset ? { overrideConfig: { settings: { pitfalls: { preset: options.preset } } } } : {}),
    ruleFilter: ({ ruleId }) => options.rules.length === 0 || (namespaces.has(dirname(ruleId)) && isWanted(options, basename(ruleId))),
  }), { isOurs: false, mayFix: true });
}

interface Insight {
  /** The names under which the configuration has our plugin; none when it has not. */
  readonly namespaces: ReadonlySet<string>;
  /** Our rules that are on for some file. */
  readonly active: ReadonlySet<string>;
  readonly broken: string | null;
  readonly note: string | null;
}

/** What a configuration says of us, asked once for each folder and kind of file. */
async function lookInto(config: string, files: readonly string[]): Promise<Insight> {
  const eslint = new ESLint({ cwd: dirname(config) });
  const samples = new Map(files.map((file) => [`${dirname(file)} ${extname(file)}`, file]));
  const namespaces = new Set<string>();
  const active = new Set<string>();
  try {
    for (const file of samples.values()) addInsight((await eslint.calculateConfigForFile(file)) as Configured.Config | undefined, namespaces, active);
    return { namespaces, active, broken: null, note: null };
  } catch (error) {
    const isForeign = isNotInstalled(error) && !readFileSync(config, "utf8").includes("pitfalls");
    const why = `${config}: the configuration cannot be used (${saidBy(error)})`;
    return { namespaces: new Set(), active, broken: isForeign ? null : `${why}; its files are linted without it and not repaired`, note: isForeign ? `${why}; it does not name this plugin` : null };
  }
}

function addInsight(config: Configured.Config | undefined, namespaces: Set<string>, active: Set<string>): void {
  for (const [namespace, { meta }] of Object.entries(config?.plugins ?? {})) {
    if (namespace !== "pitfalls" && meta?.name !== plugin.meta.name) continue;
    namespaces.add(namespace);
    for (const [rule, setting] of Object.entries(config?.rules ?? {})) {
      const [severity] = Array.isArray(setting) ? setting : [setting];
      if (dirname(rule) === namespace && severity !== 0 && severity !== "off") active.add(basename(rule));
    }
  }
}

/** A clone whose packages were never installed is no reason to fail, when its configuration has nothing to do with us. */
const isNotInstalled = (error: unknown) => error instanceof Error && "code" in error && (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND");

/** The error's first sentence and the line of the configuration that it comes from. */
function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const line = /eslint\.config\.\w+(?:\?mtime=\d+)?:(\d+)/.exec(error.stack ?? "")?.[1];
  const message = error.message.split("\n").map((one) => one.trim()).filter((one) => one !== "").slice(0, 2).join(" ");
  return line === undefined ? message : `line ${line}: ${message}`;
}
