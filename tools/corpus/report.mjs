/** Findings as plain text for a person who judges them one by one. */

import { relative } from "node:path";
import { differenceOf } from "./difference.mjs";
import { textOf } from "./lint.mjs";

const LINES_AROUND = 3;
const MOST_LINES = 14;
const WIDEST = 180;
/** Of a repair, the end of a long line is what matters. */
const WIDEST_CHANGE = 600;

const cut = (text, most = WIDEST) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const tallyOf = (items, keyOf) => {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
};

/** Counts for each rule and message: all, with a fix, with suggestions, and repairs after which the file cannot be read. */
export function countsOf(findings) {
  const rows = tallyOf(findings, ({ rule, messageId }) => `${rule}  ${messageId}`).map(([key, count]) => {
    const own = findings.filter(({ rule, messageId }) => `${rule}  ${messageId}` === key);
    const having = (kind) => own.filter(({ repairs }) => repairs.some((repair) => repair.kind === kind)).length;
    return [key.padEnd(44), count, having("fix"), having("suggestion"), own.flatMap(({ repairs }) => repairs).filter(({ isBroken }) => isBroken).length];
  });
  return [["rule and message".padEnd(44), "findings", "fixes", "suggested", "broken"], ...rows].map(([head, ...counts]) => `  ${head}${counts.map((count) => String(count).padStart(11)).join("")}`).join("\n");
}

/** Files that could not be linted, by what was said of them, with a few places each. */
export function troubleOf(title, troubles, { root, most }) {
  if (troubles.length === 0) return `${title}: none`;
  const groups = tallyOf(troubles, ({ message }) => message).map(([message, count]) => {
    const places = troubles.filter((one) => one.message === message).slice(0, most).map(({ file, line }) => `           ${relative(root, file)}:${line}`);
    return [`  ${String(count).padStart(5)}    ${cut(message.replace(/\s+/g, " "))}`, ...places].join("\n");
  });
  return `${title}: ${troubles.length}\n${groups.join("\n")}`;
}

/** One finding: its place, its message, the code around it, the path of its value, and what its repairs would change. */
export function findingBlock(finding, { root, number, of }) {
  const text = textOf(finding.file);
  const lines = text.split(/\r\n|\r|\n/);
  return [
    `[${number}/${of}] ${relative(root, finding.file)}:${finding.line}:${finding.column}`,
    `${finding.rule}  ${finding.messageId}`,
    finding.message,
    "",
    ...excerptOf(finding, lines),
    ...traceLines(finding, lines, root),
    ...finding.repairs.flatMap((repair) => repairLines(repair, text)),
    ...(finding.repairs.length === 0 ? ["  no fix, no suggestion"] : []),
    "",
  ].join("\n");
}

function excerptOf({ line, column, endLine, endColumn }, lines) {
  const numbered = (at) => `${at >= line && at <= endLine ? ">" : " "} ${String(at).padStart(5)} | ${cut(lines[at - 1])}`;
  const from = Math.max(1, line - LINES_AROUND);
  const to = Math.min(lines.length, endLine + LINES_AROUND, line + MOST_LINES);
  const out = [];
  for (let at = from; at <= to; at += 1) {
    out.push(numbered(at));
    if (at !== line) continue;
    const end = endLine === line ? endColumn : lines[line - 1].length + 1;
    out.push(`        | ${lines[line - 1].slice(0, column - 1).replace(/[^\t]/g, " ")}${"^".repeat(Math.max(1, Math.min(end - column, WIDEST)))}`);
  }
  return out;
}

function traceLines({ trace }, lines, root) {
  if (trace.length === 0) return ["  no path of the value"];
  return ["  path of the value:", ...trace.map(({ file, line, column, note }) => `    ${file === undefined ? "" : `${relative(root, file)} `}line ${`${line}:${column}`.padEnd(8)} ${note.padEnd(40)} ${file === undefined ? cut((lines[line - 1] ?? "").trim()) : ""}`.trimEnd())];
}

function repairLines({ kind, title, output, isBroken }, text) {
  const head = `  ${kind}${title === "" ? "" : ` “${title}”`}:${isBroken ? " AFTER THIS THE FILE CANNOT BE READ" : ""}`;
  return [head, ...differenceOf(text, output).map((line) => `    ${cut(line, WIDEST_CHANGE)}`)];
}
