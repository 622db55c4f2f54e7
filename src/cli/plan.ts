/** Which configuration lints which file: the nearest one when it has our plugin in it, else ours. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { ESLint, Linter as Configured } from "eslint";
import { contentOfConfig, type Content } from "./config-content.ts";
import type { FileList } from "./files.ts";
import type { Options } from "./options.ts";

/** What a linter is made of; plain data, which travels to another thread. */
export interface LinterKind {
  /** The project's configuration; null for ours. */
  readonly config: string | null;
  /** The names under which the project's configuration has our plugin. */
  readonly namespaces: readonly string[];
  /** False where a project's configuration is broken: it may forbid what we would repair. */
  readonly mayFix: boolean;
}

export interface Plan {
  readonly kindOf: (file: string) => LinterKind;
  /** The configuration that a file is linted with as a text, for a cache; null where a result may rest on what no text says. */
  readonly contentOf: (file: string) => string | null;
  /** What stops us from doing what was asked. */
  readonly problems: readonly string[];
  /** What the user should know all the same. */
  readonly notes: readonly string[];
}

export type LintChoice = Pick<Options, "preset" | "rules">;

export const OURS: LinterKind = { config: null, namespaces: ["pitfalls"], mayFix: true };

const CONFIG_FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);
const PLUGIN = "eslint-plugin-pitfalls";

/** Whether a rule of a linter's configuration is run. */
export function isRun({ config, namespaces }: LinterKind, { rules }: LintChoice, ruleId: string): boolean {
  if (config !== null && rules.length === 0) return true;
  return namespaces.includes(dirname(ruleId)) && (rules.length === 0 || rules.includes(basename(ruleId)));
}

/** The plan for all files of the list; `isCached` asks for the content of configurations. */
export async function planFor(list: FileList, choice: LintChoice, isCached: boolean): Promise<Plan> {
  const configOf = nearestConfig();
  const kinds = new Map<string | null, LinterKind>([[null, OURS]]);
  const contents = new Map<string, Content>();
  const [problems, notes, foreign] = [[], [], []] as [string[], string[], string[]];
  for (const [config, files] of grouped(list.files, configOf)) {
    if (config === null) continue;
    const { eslint, namespaces, broken, note, active } = await lookInto(config, files);
    if (broken !== null) problems.push(broken);
    if (note !== null) foreign.push(note);
    const isTheirs = namespaces.size > 0;
    for (const rule of isTheirs ? choice.rules : []) if (!active.has(rule)) notes.push(`${config} has ${rule} turned off for these files`);
    kinds.set(config, isTheirs ? { config, namespaces: [...namespaces], mayFix: true } : { ...OURS, mayFix: broken === null });
    if (isTheirs && isCached) contents.set(config, await contentOfConfig(eslint, config, files));
  }
  for (const [config, { why }] of contents) if (why !== null) notes.push(`${config}: what it lints is not kept in the cache (${why})`);
  const of = (file: string) => configOf(dirname(file));
  return {
    kindOf: (file) => kinds.get(of(file)) ?? OURS,
    contentOf: (file) => { const content = contents.get(of(file) ?? ""); return content ? content.of(file) : ""; },
    problems, notes: [...inOneLine(foreign), ...notes],
  };
}

function grouped(files: readonly string[], configOf: (folder: string) => string | null): ReadonlyMap<string | null, readonly string[]> {
  const groups = new Map<string | null, string[]>();
  for (const file of files) {
    const config = configOf(dirname(file));
    const group = groups.get(config);
    if (group) group.push(file);
    else groups.set(config, [file]);
  }
  return groups;
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
    const names = namesIn(folder);
    const own = CONFIG_FILES.find((name) => names.includes(name));
    const above = dirname(folder);
    const config = own !== undefined ? join(folder, own) : (above === folder ? null : find(above));
    known.set(folder, config);
    return config;
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that may be passed through may be closed to who lists it.
    return CONFIG_FILES.filter((name) => existsSync(join(folder, name)));
  }
}

interface Insight {
  readonly eslint: ESLint;
  /** The names under which the configuration has our plugin; none when it has not. */
  readonly namespaces: ReadonlySet<string>;
  /** Our rules that are on for some file. */
  readonly active: ReadonlySet<string>;
  readonly broken: string | null;
  readonly note: string | null;
}

/** What a configuration says of us, asked once for each folder and kind of file. */
async function lookInto(config: string, files: readonly string[]): Promise<Insight> {
  // Loaded where there is a configuration to look into: a run whose results are all in the cache does without it.
  const { ESLint: Eslint } = await import("eslint");
  const eslint = new Eslint({ cwd: dirname(config) });
  const samples = new Map(files.map((file) => [`${dirname(file)} ${extname(file)}`, file]));
  const namespaces = new Set<string>();
  const active = new Set<string>();
  try {
    for (const file of samples.values()) addInsight((await eslint.calculateConfigForFile(file)) as Configured.Config | undefined, namespaces, active);
    return { eslint, namespaces, active, broken: null, note: null };
  } catch (error) {
    const isForeign = isNotInstalled(error) && !readFileSync(config, "utf8").includes("pitfalls");
    const why = `${config}: the configuration cannot be used (${saidBy(error)})`;
    return { eslint, namespaces: new Set(), active, broken: isForeign ? null : `${why}; its files are linted without it and not repaired`, note: isForeign ? `${why}; it does not name this plugin` : null };
  }
}

function addInsight(config: Configured.Config | undefined, namespaces: Set<string>, active: Set<string>): void {
  for (const [namespace, { meta }] of Object.entries(config?.plugins ?? {})) {
    if (namespace !== "pitfalls" && meta?.name !== PLUGIN) continue;
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
