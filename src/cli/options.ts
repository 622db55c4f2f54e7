/** The command's options, read from its arguments. */

import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export interface Options {
  readonly paths: readonly string[];
  readonly preset: "recommended" | "strict" | null;
  /** Bare names; empty for all rules. */
  readonly rules: readonly string[];
  readonly format: "stylish" | "json";
  readonly output: string | null;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  /** How many threads lint; 1 for none but our own. */
  readonly jobs: number;
  readonly cache: boolean;
  readonly cacheLocation: string | null;
  readonly suppressAll: boolean;
  readonly pruneSuppressions: boolean;
  readonly passOnUnprunedSuppressions: boolean;
  readonly suppressionsLocation: string | null;
  /** -1: as many as there are. */
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly exitZero: boolean;
  readonly explain: string | null;
  readonly help: boolean;
  readonly version: boolean;
}

/** Said to the user as it is; the command then exits with 2. */
export class UsageError extends Error {}

export const HELP = `pitfalls [options] [paths…]      no path: the current folder
pitfalls index ODOO_DIR [--output FILE]
                              an index of a framework of your own (default: pitfalls-index.bin)

  --preset recommended|strict   strict adds what is harmless today only by type or convention
  --rule NAME                   only this rule (repeatable)
  --format stylish|json         stylish shows the code and the path of the value
  --output FILE                 write the report there
  --fix                         repair what can be repaired safely
  --fix-dry-run                 the same, without writing
  --jobs N                      lint in N threads; 0 or auto: one for each core (default: 1)
  --cache                       lint only what has changed, itself or in what it rests on
  --cache-location FILE         keep the cache there, or in that folder (default: .pitfallscache)
  --suppress-all                accept all of today's errors: eslint-suppressions.json, as in ESLint
  --prune-suppressions          forget those that are gone
  --pass-on-unpruned-suppressions
                                don't fail because of them
  --suppressions-location FILE  another file for them
  --max-warnings N              fail on more warnings than that
  --quiet                       errors only
  --exit-zero                   findings do not make it fail
  --explain RULE                the rule's page
  --help, --version

Exit code: 0 clean, 1 findings or a file that does not parse, 2 could not do what was asked.
A project whose eslint.config.* has the plugin in it is linted as that says.`;

const CONFIG = {
  preset: { type: "string" }, rule: { type: "string", multiple: true }, format: { type: "string", short: "f" }, output: { type: "string", short: "o" },
  fix: { type: "boolean" }, "fix-dry-run": { type: "boolean" }, jobs: { type: "string", short: "j" }, cache: { type: "boolean" }, "cache-location": { type: "string" },
  "suppress-all": { type: "boolean" }, "prune-suppressions": { type: "boolean" }, "pass-on-unpruned-suppressions": { type: "boolean" }, "suppressions-location": { type: "string" },
  "max-warnings": { type: "string" }, quiet: { type: "boolean" },
  "exit-zero": { type: "boolean" }, explain: { type: "string" }, help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" },
} as const;

/** Reads the arguments; throws a UsageError that says what is wrong with them. */
export function optionsFrom(argv: readonly string[]): Options {
  const { values, positionals } = parsed(argv);
  if (values.fix && values["fix-dry-run"]) throw new UsageError("--fix writes and --fix-dry-run does not: give one of them");
  if (values["suppress-all"] && values["prune-suppressions"]) throw new UsageError("the --suppress-all option and the --prune-suppressions option cannot be used together");
  if (positionals.includes("")) throw new UsageError("a path is empty");
  for (const name of ["output", "cache-location", "suppressions-location"] as const) if (values[name] === "") throw new UsageError(`--${name} wants the name of a file`);
  return {
    paths: positionals.length > 0 ? positionals : ["."],
    preset: oneOf("preset", values.preset, ["recommended", "strict"]),
    rules: (values.rule ?? []).map(bareName),
    format: oneOf("format", values.format, ["stylish", "json"]) ?? "stylish",
    output: values.output ?? null,
    fix: values.fix ?? false,
    fixDryRun: values["fix-dry-run"] ?? false,
    jobs: jobsFrom(values.jobs ?? "1"),
    // Who says where wants one.
    cache: values.cache ?? values["cache-location"] !== undefined,
    cacheLocation: values["cache-location"] ?? null,
    suppressAll: values["suppress-all"] ?? false,
    pruneSuppressions: values["prune-suppressions"] ?? false,
    passOnUnprunedSuppressions: values["pass-on-unpruned-suppressions"] ?? false,
    suppressionsLocation: values["suppressions-location"] ?? null,
    maxWarnings: wholeNumber("max-warnings", values["max-warnings"] ?? "-1"),
    quiet: values.quiet ?? false,
    exitZero: values["exit-zero"] ?? false,
    explain: values.explain === undefined ? null : bareName(values.explain),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

/** A rule's name as a report prints it is as good as its own. */
const bareName = (rule: string) => rule.replace(/^pitfalls\//, "");

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: CONFIG, allowPositionals: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [first = said, hint] = said.split(/\. To specify|\.?\n/);
    throw new UsageError(hint?.includes("positional") ? `${first} (a path that begins with a dash goes behind --)` : first);
  }
}

function oneOf<const T extends string>(name: string, value: string | undefined, known: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (!found) throw new UsageError(`--${name} is ${known.join(" or ")}, not ${value}`);
  return found;
}

function jobsFrom(value: string): number {
  if (value === "auto" || /^0+$/.test(value)) return availableParallelism();
  if (!/^\d+$/.test(value)) throw new UsageError(`--jobs wants a whole number or auto, not ${value}`);
  return Number(value);
}

/** -1 is what ESLint's own command takes for "any number". */
function wholeNumber(name: string, value: string): number {
  if (!/^(?:\d+|-1)$/.test(value)) throw new UsageError(`--${name} wants a whole number, not ${value}`);
  return Number(value);
}
