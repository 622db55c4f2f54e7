/** A project's configuration as a text that changes whenever a result may change with it. */

import { readFileSync } from "node:fs";
import type { ESLint } from "eslint";

export interface Content {
  /** The content for a file; null where a result may rest on what no text says. */
  readonly of: (file: string) => string | null;
  /** Why some file has none. */
  readonly why: string | null;
}

/** What `eslint`, which stands where the configuration lies, says of each file. */
export async function contentOfConfig(eslint: ESLint, config: string, files: readonly string[]): Promise<Content> {
  const contents = new Map<string, string | null>();
  // ESLint gives the same object to all files that the same parts of a configuration are about.
  const known = new Map<unknown, string | null>();
  const reasons = new Set<string>();
  // What a configuration defines itself, such as a rule in the same file, has neither name nor version.
  const written = readFileSync(config, "utf8");
  for (const file of files) {
    const resolved: unknown = await eslint.calculateConfigForFile(file);
    if (!known.has(resolved)) known.set(resolved, contentOrReason(resolved, written, reasons));
    contents.set(file, known.get(resolved) ?? null);
  }
  return { of: (file) => contents.get(file) ?? null, why: [...reasons].join("; ") || null };
}

function contentOrReason(resolved: unknown, written: string, reasons: Set<string>): string | null {
  if (resolved === undefined) return "left out";
  if (isTyped(resolved)) {
    reasons.add("with types, a result rests on files that nobody lists");
    return null;
  }
  try {
    return `${written}\n${JSON.stringify(resolved, plain)}`;
  } catch (error) {
    reasons.add(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    return null;
  }
}

/** Whether TypeScript's checker is asked, which reads whatever a file imports. */
function isTyped(resolved: unknown): boolean {
  const { parserOptions = {} } = (resolved as { languageOptions?: { parserOptions?: Readonly<Record<string, unknown>> } }).languageOptions ?? {};
  return ["project", "projectService", "program", "programs"].some((name) => Boolean(parserOptions[name]));
}

/** Settings hold what JSON would drop. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof RegExp || typeof value === "function" || typeof value === "bigint" || typeof value === "symbol") return String(value);
  return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
}
