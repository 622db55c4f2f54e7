/**
 * Compares our Python front end with CPython on every `.py` file of the given folders: nodes, values, templates, tokens, literals, and who can read what.
 * `node tools/check-python.mjs DIR… [--python COMMAND] [--examples N]`
 */

import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { comparisons, DECIDED, shown } from "./python/comparisons.mjs";
import { ourFacts } from "./python/ours.mjs";
import { askPython, versionOf } from "./python/reference.mjs";

/** What we refuse by decision, though CPython reads it. */
const OTHER_ENCODING = /only UTF-8 is read/;
/** CPython's positions inside f-strings count from 3.12 on. */
const FIRST_WITH_TEMPLATES = 12;

const { positionals: folders, values: options } = parseArgs({ allowPositionals: true, options: { python: { type: "string", default: "python3" }, examples: { type: "string", default: "1" } } });
const version = versionOf(options.python);

if (folders.length === 0) {
  console.error("node tools/check-python.mjs DIR… [--python COMMAND] [--examples N]");
  process.exitCode = 2;
} else if (version === null) console.log(`${options.python} is not on the PATH: nothing was compared.`);
else await check(folders.flatMap(pythonFilesOf), version);

function pythonFilesOf(folder) {
  const path = resolve(folder);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function check(paths, name) {
  const minor = Number(/\b3\.(\d+)/.exec(name)?.[1] ?? 0);
  const mismatches = new Map();
  const tally = { "both read": 0, "both refuse": 0, "CPython reads, we refuse by decision (another encoding)": 0, "untokenized by CPython": 0 };
  const compared = { nodes: 0, constants: 0, templates: 0, tokens: 0 };
  const note = (path, text, mismatch) => {
    const of = mismatches.get(mismatch.kind) ?? [];
    mismatches.set(mismatch.kind, of);
    of.push({ ...mismatch, place: `${path}:${mismatch.line ?? text.slice(0, mismatch.at).split(/\r\n|\r|\n/).length}` });
  };
  for await (const theirs of askPython(options.python, paths)) {
    const ours = ourFacts(theirs.path, { insideTemplates: minor >= FIRST_WITH_TEMPLATES });
    const outcome = readersOf(theirs, ours);
    if (typeof outcome === "string") tally[outcome] += 1;
    else note(theirs.path, ours.text, outcome);
    if (outcome !== "both read" || theirs.error !== null) continue;
    if (typeof theirs.tokens === "string") tally["untokenized by CPython"] += 1;
    for (const what of Object.keys(compared)) compared[what] += typeof theirs[what] === "string" ? 0 : theirs[what].length;
    for (const compare of comparisons) for (const mismatch of compare(theirs, ours)) note(theirs.path, ours.text, mismatch);
  }
  report(`${name}, ${paths.length} files; compared ${Object.entries(compared).map(([what, count]) => `${count} ${what}`).join(", ")}`, tally, mismatches);
}

/** Who can read a file: a name of the tally, or the mismatch. */
function readersOf(theirs, ours) {
  if (theirs.error !== null && ours.error !== null) return "both refuse";
  if (theirs.error !== null) return { kind: `reading: only we read it; CPython: ${withoutPlace(theirs.error)}`, line: Number(/\bline (\d+)\)$/.exec(theirs.error)?.[1] ?? 1), theirs: theirs.error, ours: "read" };
  if (ours.error === null) return "both read";
  return OTHER_ENCODING.test(ours.error) ? "CPython reads, we refuse by decision (another encoding)" : { kind: `reading: only CPython reads it; we: ${ours.error}`, line: ours.line, theirs: "read", ours: ours.error };
}

function withoutPlace(error) {
  return error.replace(/ \([^()]*\bline \d+\)$/, "").replace(/\d+/g, "N");
}

function report(head, tally, mismatches) {
  console.log(head);
  for (const [what, count] of Object.entries(tally)) if (count > 0) console.log(`  ${String(count).padStart(7)}  ${what}`);
  const kinds = [...mismatches].sort(([, a], [, b]) => b.length - a.length);
  const open = kinds.filter(([kind]) => !(kind in DECIDED));
  console.log(open.length === 0 ? "\nNo mismatch." : `\n${open.length} kinds of mismatch`);
  for (const [kind, found] of kinds) {
    console.log(`\n${String(found.length).padStart(7)}  ${kind}${kind in DECIDED ? `  (decided: ${DECIDED[kind]})` : ""}  [${new Set(found.map(({ place }) => place.replace(/:\d+$/, ""))).size} files]`);
    for (const { place, theirs, ours } of found.slice(0, Number(options.examples))) console.log(`           ${place}\n             CPython  ${oneLine(theirs)}\n             ours     ${oneLine(ours)}`);
  }
  process.exitCode = open.length === 0 ? 0 : 1;
}

function oneLine(text) {
  return text.includes("\n") ? shown(text) : text;
}
