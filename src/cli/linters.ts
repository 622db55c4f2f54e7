/** Makes of a plan's kinds what lints: ESLint with the project's configuration or with ours. */

import { dirname } from "node:path";
import { ESLint } from "eslint";
import plugin from "../index.ts";
import { isRun, type LintChoice, type LinterKind } from "./plan.ts";

export interface Linter {
  /** The result of a text; null when the project's configuration leaves the file out. */
  lint(text: string, path: string, fix: boolean): Promise<ESLint.LintResult | null>;
  /** Whether the configuration is ours. */
  readonly isOurs: boolean;
}

export interface LinterSettings extends LintChoice {
  /** The folder that all files lie in. */
  readonly root: string;
}

// ESLint leaves these out, but who gives a path in them wants it linted.
const NOTHING_IGNORED = { ignores: ["!**/node_modules/", "!**/.git/"] };
// Which of them are data has been decided where the files were found.
const EVERY_TABLE = ["**/*.csv"];

/** Linters by kind, one for each configuration. */
export function lintersWith(settings: LinterSettings): (kind: LinterKind) => Linter {
  const made = new Map<string | null, Linter>();
  return (kind) => {
    const linter = made.get(kind.config) ?? linterOf(kind, settings);
    made.set(kind.config, linter);
    return linter;
  };
}

function linterOf(kind: LinterKind, settings: LinterSettings): Linter {
  const made = new Map<boolean, ESLint>();
  return {
    isOurs: kind.config === null,
    async lint(text, filePath, fix) {
      const eslint = made.get(fix) ?? new ESLint({
        fix, warnIgnored: false,
        // Comments in a file may turn on rules of ESLint's own.
        ruleFilter: ({ ruleId }) => isRun(kind, settings, ruleId),
        ...(kind.config === null ? ourOptions(settings) : projectOptions(kind.config, settings)),
      });
      made.set(fix, eslint);
      const [result] = await eslint.lintText(text, { filePath });
      return result ?? null;
    },
  };
}

function ourOptions({ root, preset }: LinterSettings): ESLint.Options {
  const configs = plugin.configs[preset ?? "recommended"].map((config) => ({
    ...config, linterOptions: { reportUnusedDisableDirectives: "off" as const }, ...(config.language === "pitfalls/csv" ? { files: EVERY_TABLE } : {}),
  }));
  return { cwd: root, overrideConfigFile: true, overrideConfig: [NOTHING_IGNORED, ...configs] };
}

/** As `eslint` would lint in the folder of the configuration; a preset that was asked for counts all the same. */
function projectOptions(config: string, { preset }: LinterSettings): ESLint.Options {
  return { cwd: dirname(config), ...(preset ? { overrideConfig: { settings: { pitfalls: { preset } } } } : {}) };
}
