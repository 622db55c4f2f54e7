/** The command's options, read from its arguments. */

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

  --preset recommended|strict   strict adds what is harmless today only by type or convention
  --rule NAME                   only this rule (repeatable)
  --format stylish|json         stylish shows the code and the path of the value
  --output FILE                 write the report there
  --fix                         repair what can be repaired safely
  --fix-dry-run                 the same, without writing
  --max-warnings N              fail on more warnings than that
  --quiet                       errors only
  --exit-zero                   findings do not make it fail
  --explain RULE                the rule's page
  --help, --version

Exit code: 0 clean, 1 findings or a file that does not parse, 2 could not do what was asked.
A project whose eslint.config.* has the plugin in it is linted as that says.`;

const CONFIG = {
  preset: { type: "string" }, rule: { type: "string", multiple: true }, format: { type: "string", short: "f" }, output: { type: "string", short: "o" },
  fix: { type: "boolean" }, "fix-dry-run": { type: "boolean" }, "max-warnings": { type: "string" }, quiet: { type: "boolean" },
  "exit-zero": { type: "boolean" }, explain: { type: "string" }, help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" },
} as const;

/** Reads the arguments; throws a UsageError that says what is wrong with them. */
export function optionsFrom(argv: readonly string[]): Options {
  const { values, positionals } = parsed(argv);
  if (values.fix && values["fix-dry-run"]) throw new UsageError("--fix writes and --fix-dry-run does not: give one of them");
  if (positionals.includes("")) throw new UsageError("a path is empty");
  if (values.output === "") throw new UsageError("--output wants the name of a file");
  return {
    paths: positionals.length > 0 ? positionals : ["."],
    preset: oneOf("preset", values.preset, ["recommended", "strict"]),
    rules: (values.rule ?? []).map(bareName),
    format: oneOf("format", values.format, ["stylish", "json"]) ?? "stylish",
    output: values.output ?? null,
    fix: values.fix ?? false,
    fixDryRun: values["fix-dry-run"] ?? false,
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

/** -1 is what ESLint's own command takes for "any number". */
function wholeNumber(name: string, value: string): number {
  if (!/^(?:\d+|-1)$/.test(value)) throw new UsageError(`--${name} wants a whole number, not ${value}`);
  return Number(value);
}
