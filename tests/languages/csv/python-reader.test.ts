/** Our reader and Python's `csv.reader` agree on what the cells are; left out where there is no Python 3.11 or later. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rowsIn } from "../../../src/languages/csv/scan.ts";
import { Random } from "../../fixes/random.ts";

const hasPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).status === 0;
if (!hasPython) console.warn("left out: the comparison with Python's csv, as there is no python3 of at least 3.11");

const MUTANTS = 2_000;
const PIECES = ['"', '""', '","', ",", ",,", "\n", "\r", "\r\n", "\n\n", " ", "x", "ö", "😀", "\u2028", "\u0085", "\v", '"\n', '\n"', "'", "\\", "\uFEFF", ";", "\t"];
const SPECIMENS = ["ir.model.access.csv", "workshop.order.stage.csv"].map((name) => readFileSync(new URL(`../../specimens/${name}`, import.meta.url), "utf8"));

// `newline=""` leaves the ends of lines to the reader, as its documentation asks for.
const READER = `
import csv, io, json, sys
texts = json.load(sys.stdin)
def rows(text):
    return list(csv.reader(io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8-sig", newline="")))
print(json.dumps([rows(text) for text in texts]))
`;

/** A text with up to six pieces put in, taken out or put in another's place. */
function mutant(random: Random): string {
  let text = random.pick(SPECIMENS);
  for (let left = 1 + random.below(6); left > 0; left -= 1) {
    const characters = Array.from(text);
    characters.splice(random.below(characters.length + 1), random.below(3), ...(random.chance(0.8) ? [random.pick(PIECES)] : []));
    text = characters.join("");
  }
  return text;
}

const readByPython = (texts: readonly string[]): unknown => {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", READER], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

it.skipIf(!hasPython)("all mutants of our specimens have the same cells", () => {
  const random = new Random(20);
  const texts = [...SPECIMENS, ...Array.from({ length: MUTANTS }, () => mutant(random))];
  const expected = readByPython(texts) as readonly (readonly (readonly string[])[])[];
  texts.forEach((text, index) => { expect(rowsIn(text).map((row) => row.map(({ value }) => value)), JSON.stringify(text)).toEqual(expected[index]); });
});
