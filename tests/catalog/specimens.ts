/** Reads specimens: small programs in Markdown whose comments say what is reported on a line, what it becomes, and which paths of the catalog are the reason. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/catalog/schema.ts";

/** What a comment says of the line that it stands on. */
export interface Expectation {
  readonly line: number;
  /** `silent`, or findings as `foundOn` spells them: `foreign fix`, `typed`, `strict unknown`, `open update items`. */
  readonly outcome: string;
  /** The paths without any one of which the outcome were another. */
  readonly paths: readonly string[];
  /** The line after its first repair; null where nothing is said of it. */
  readonly repaired: string | null;
}

export interface Specimen {
  /** `postgres.md`. */
  readonly page: string;
  /** `postgres.md: clients and pools, program 2`. */
  readonly name: string;
  readonly language: Language;
  /** The name that the program is linted under. */
  readonly file: string;
  readonly code: string;
  readonly expectations: readonly Expectation[];
}

const FOLDER = join(import.meta.dirname, "specimens");
const FILES: Readonly<Record<string, string>> = { py: "models/case.py", js: "src/case.js", ts: "src/case.ts" };
const OUTCOME = /(?:\/\/|#) (silent|(?:strict )?(?:foreign|unknown|typed|requoted|whole|fragment|quotedPlaceholder|open)\b[^←]*?)(?: ← (.*))?$/;
const REPAIRED = /^\s*(?:\/\/|#) +→ (.*)$/;

/** Every specimen, by file and heading. */
export function allSpecimens(): readonly Specimen[] {
  return readdirSync(FOLDER).filter((file) => file.endsWith(".md")).sort().flatMap((file) => specimensIn(file, readFileSync(join(FOLDER, file), "utf8")));
}

function specimensIn(file: string, page: string): readonly Specimen[] {
  const found: Specimen[] = [];
  let heading = "";
  for (const [, title, kind, code] of page.matchAll(/^#+ (.*)$|^```(py|js|ts)\n([^]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    else if (kind !== undefined && code !== undefined) found.push({ page: file, name: `${file}: ${heading}, program ${found.length + 1}`, language: kind === "py" ? "python" : "javascript", file: FILES[kind] ?? "", code, expectations: expectationsIn(code) });
  }
  return found;
}

function expectationsIn(code: string): readonly Expectation[] {
  const lines = code.split("\n");
  return lines.flatMap((line, index) => {
    const [, outcome, paths] = OUTCOME.exec(line) ?? [];
    if (outcome === undefined) return [];
    return [{ line: index + 1, outcome: outcome.trim(), paths: paths?.split(", ").map((path) => path.trim()) ?? [], repaired: REPAIRED.exec(lines[index + 1] ?? "")?.[1] ?? null }];
  });
}

/** A line without the comment that says what is expected of it. */
export const withoutComment = (line: string): string => line.replace(OUTCOME, "").trim();
