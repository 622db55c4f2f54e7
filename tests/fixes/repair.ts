/** What the rule makes of a program: `--fix`, and each suggestion for what is left. */

import { Linter } from "eslint";
import pitfalls from "../../src/index.ts";
import type { Driver } from "./specimen.ts";

const FILES: Readonly<Record<Driver["language"], string>> = { python: "models/case.py", javascript: "src/case.js", typescript: "src/case.ts" };
const CONFIG: Linter.Config[] = pitfalls.configs.strict.map((config) => ({ ...config, rules: { "pitfalls/no-sql-concat": "error" } }));

const linter = new Linter({ configType: "flat" });

export interface Repaired {
  readonly isFixed: boolean;
  /** After `--fix`. */
  readonly source: string;
  /** The program that each suggestion would make of that. */
  readonly offers: readonly string[];
  /** What is still said about it. */
  readonly findings: readonly string[];
}

export function repaired({ language }: Driver, source: string): Repaired {
  const filename = FILES[language];
  const { output, messages } = linter.verifyAndFix(source, CONFIG, { filename });
  const broken = messages.find(({ fatal }) => fatal);
  if (broken) throw new SyntaxError(`line ${broken.line}: ${broken.message}\n${output}`);
  const offers = messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix: { range, text } }) => output.slice(0, range[0]) + text + output.slice(range[1])));
  return { isFixed: output !== source, source: output, offers, findings: messages.map(({ line, message }) => `${line}: ${message}`) };
}
