/** A language's numbers as a table for a terminal. */

import { relative } from "node:path";

const fixed = (value, digits = 2) => value.toFixed(digits);
const percent = (value) => `${fixed(value * 100, 1)} %`;
const cells = (name, ...values) => `  ${name.padEnd(32)}${values.map((value) => String(value).padStart(12)).join("")}`;
const between = ({ median, least, most }) => `${fixed(median).padStart(12)}   ${fixed(least)} to ${fixed(most)}`;

/** Lint beside parsing alone, growth, targets, and the files on which the rules took longest. */
export function tableOf(summary, root) {
  const { language, files, bytes, runs, lint, parse, ratios, growth, share, rules } = summary;
  return [
    `${language}: ${files.lint} files, ${fixed(bytes.lint / 1e6, 1)} MB, ${summary.findings} findings, ${summary.unreadable} unreadable; medians of ${runs} runs`,
    "",
    cells("", "lint", "parse only", "ratio", "   in the rounds"),
    `${cells("CPU time, s", fixed(lint.cpu), fixed(parse.cpu))}${between(ratios.cpu)}`,
    `${cells("wall time, s", fixed(lint.wall), fixed(parse.wall))}${between(ratios.wall)}`,
    `${cells("peak memory, MB", fixed(lint.memory, 0), fixed(parse.memory, 0))}${between(ratios.memory)}`,
    "",
    cells("rules, of ESLint's time", percent(share.median)),
    ...Object.entries(rules).sort(([, a], [, b]) => b - a).map(([rule, seconds]) => cells(`  ${rule.replace("pitfalls/", "")}, s`, fixed(seconds))),
    "",
    cells("files", files.quarter, files.half, files.lint, "exponent"),
    cells("CPU time, s", ...growth.cpu.map((seconds) => fixed(seconds)), fixed(growth.exponent), `  (rules alone ${fixed(growth.exponentOfRules)})`),
    "",
    ...summary.targets.map(({ what, value, most, isMet }) => `  ${isMet ? "met     " : "NOT MET "} ${what.padEnd(32)} ${fixed(value)} (at most ${most})`),
    "",
    "  where the rules took longest",
    ...summary.slowest.map(({ file, ms }) => `  ${fixed(ms, 1).padStart(9)} ms  ${relative(root, file)}`),
  ].join("\n");
}
