/** Each row of the catalog has its link, and a specimen that it decides: without the row something else is found there. */

import { describe, expect, it } from "vitest";
import { frameworks } from "../../src/catalog/index.ts";
import type { Framework, Row } from "../../src/catalog/schema.ts";
import { foundIn, type Found } from "./found.ts";
import { allNames, familyOf, lesserRows, meant, namesOf, replaced, without, type Named } from "./rows.ts";
import { allSpecimens, withoutComment, type Expectation, type Specimen } from "./specimens.ts";

const specimens = allSpecimens();
const names = allNames(frameworks);
const keyOf = ({ language, family, path }: Named) => `${language} (${family}) ${path}`;

/** A specimen's line that says which names decide it. */
interface Proof {
  readonly specimen: Specimen;
  readonly expectation: Expectation;
}

const proofs = new Map<string, Proof[]>();
for (const specimen of specimens) {
  for (const expectation of specimen.expectations) {
    for (const path of expectation.paths) {
      const key = keyOf(meant(names, specimen.language, path));
      proofs.set(key, [...(proofs.get(key) ?? []), { specimen, expectation }]);
    }
  }
}

/** What is found on each line under both presets, in a specimen's words. */
function outcomesOf(specimen: Specimen): ReadonlyMap<number, string> {
  const [recommended, strict] = (["recommended", "strict"] as const).map((preset) => foundIn(specimen, frameworks, preset));
  const wordsOf = (found: readonly Found[] = [], line: number) => found.filter((one) => one.line === line).map(({ words }) => words).join(" + ");
  const lines = [...(recommended ?? []), ...(strict ?? []), ...specimen.expectations].map(({ line }) => line).sort((one, other) => one - other);
  return new Map(lines.map((line) => [line, inWords(wordsOf(recommended, line), wordsOf(strict, line))]));
}

function inWords(recommended: string, strict: string): string {
  if (recommended === strict) return recommended === "" ? "silent" : recommended;
  if (recommended === "") return strict.startsWith("typed") ? strict : `strict ${strict}`;
  return `${recommended}, strict ${strict}`;
}

const PRESETS = ["strict", "recommended"] as const;

const asTheyAre = new Map<Specimen, Map<string, string>>();

/** What is found by the catalog as it is, spelled out once for each question. */
function spelledOut(specimen: Specimen, preset: (typeof PRESETS)[number], line: number | null): string {
  const known = asTheyAre.get(specimen) ?? new Map<string, string>();
  asTheyAre.set(specimen, known);
  const found = known.get(`${preset} ${line}`) ?? JSON.stringify(foundIn(specimen, frameworks, preset, line));
  known.set(`${preset} ${line}`, found);
  return found;
}

/** Whether other frameworks find something else in a specimen, or repair it otherwise; on one line of it where one is given. */
const isChanged = (specimen: Specimen, line: number | null, all: readonly Framework[]): boolean =>
  PRESETS.some((preset) => JSON.stringify(foundIn(specimen, all, preset, line)) !== spelledOut(specimen, preset, line));

describe("links", () => {
  it.each(frameworks)("$name", ({ see, rows }) => {
    expect([see, ...rows.flatMap((row) => row.see ?? [])].filter((link) => !/^https:\/\/\S+\.\S+$/.test(link))).toEqual([]);
  });
});

it("no name stands in two rows", () => {
  const keys = names.map(keyOf);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe("specimens", () => {
  it.each(specimens)("$name", (specimen) => {
    const lines = specimen.code.split("\n");
    const spelled = (line: number, outcome: string) => `${withoutComment(lines[line - 1] ?? "")} ⇒ ${outcome}`;
    const stated = new Map(specimen.expectations.map(({ line, outcome }) => [line, outcome]));
    const outcomes = [...outcomesOf(specimen)];
    expect(outcomes.map(([line, outcome]) => spelled(line, outcome))).toEqual(outcomes.map(([line]) => spelled(line, stated.get(line) ?? "silent")));
    const repaired = specimen.expectations.filter((one) => one.repaired !== null);
    const found = foundIn(specimen, frameworks, "strict");
    expect(repaired.map(({ line }) => withoutComment(found.find((one) => one.line === line)?.repaired ?? "nothing"))).toEqual(repaired.map((one) => one.repaired));
  });
});

describe.each(frameworks)("$name", (framework) => {
  const own = names.filter(({ language, framework: name }) => name === framework.name && language === framework.language);

  it("has a specimen for each name", () => {
    expect(own.map(keyOf).filter((key) => !proofs.has(key))).toEqual([]);
  });

  it("decides by each name what its specimen shows", () => {
    expect(own.filter(isIdle).map(keyOf)).toEqual([]);
  });

  it("says nothing in a row that no specimen needs", () => {
    expect(framework.rows.flatMap((row) => lesserRows(row).flatMap(({ what, row: lesser }) => (isNeeded(framework, row, lesser) ? [] : [`${what} of ${namesOf(row).join(" ")}`])))).toEqual([]);
  });
});

/** Whether a line that names a name shows the same without it. */
function isIdle(one: Named): boolean {
  const others = without(frameworks, one);
  return (proofs.get(keyOf(one)) ?? []).some(({ specimen, expectation: { line } }) => !isChanged(specimen, line, others));
}

/** Whether a program on a row's page finds something else by the lesser row; the row's own specimens are asked first. */
function isNeeded({ name, language }: Framework, row: Row, lesser: Row): boolean {
  const less = replaced(frameworks, row, lesser);
  const own = new Set(namesOf(row).flatMap((path) => proofs.get(keyOf({ language, framework: name, family: familyOf(row), path })) ?? []).map(({ specimen }) => specimen));
  const pages = new Set([...own].map(({ page }) => page));
  const others = specimens.filter((specimen) => specimen.language === language && pages.has(specimen.page) && !own.has(specimen));
  return [...own, ...others].some((specimen) => isChanged(specimen, null, less));
}
