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

/** What is found on a line under both presets, in a specimen's words. */
function outcomeAt(specimen: Specimen, line: number, all: readonly Framework[] = frameworks): string {
  const words = (preset: "recommended" | "strict") => foundIn(specimen, all, preset).filter((one) => one.line === line).map((one) => one.words).join(" + ");
  const [recommended, strict] = [words("recommended"), words("strict")];
  if (recommended === strict) return recommended === "" ? "silent" : recommended;
  if (recommended === "") return strict.startsWith("typed") ? strict : `strict ${strict}`;
  return `${recommended}, strict ${strict}`;
}

const onLine = (specimen: Specimen, line: number, all: readonly Framework[]): readonly Found[] =>
  (["recommended", "strict"] as const).flatMap((preset) => foundIn(specimen, all, preset).filter((one) => one.line === line));

/** Whether other frameworks find something else on a proof's line, or repair it otherwise. */
const isChanged = ({ specimen, expectation: { line } }: Proof, all: readonly Framework[]): boolean =>
  JSON.stringify(onLine(specimen, line, all)) !== JSON.stringify(onLine(specimen, line, frameworks));

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
    const at = [...new Set([...specimen.expectations.map(({ line }) => line), ...(["recommended", "strict"] as const).flatMap((preset) => foundIn(specimen, frameworks, preset).map(({ line }) => line))])].sort((a, b) => a - b);
    expect(at.map((line) => `${withoutComment(lines[line - 1] ?? "")} ⇒ ${outcomeAt(specimen, line)}`)).toEqual(
      at.map((line) => `${withoutComment(lines[line - 1] ?? "")} ⇒ ${specimen.expectations.find((one) => one.line === line)?.outcome ?? "silent"}`),
    );
    const stated = specimen.expectations.filter(({ repaired }) => repaired !== null);
    expect(stated.map(({ line }) => withoutComment(foundIn(specimen, frameworks, "strict").find((one) => one.line === line)?.repaired ?? "nothing"))).toEqual(stated.map(({ repaired }) => repaired));
  });
});

describe.each(frameworks)("$name", (framework) => {
  const own = names.filter(({ language, framework: name }) => name === framework.name && language === framework.language);

  it("has a specimen for each name", () => {
    expect(own.map(keyOf).filter((key) => !proofs.has(key))).toEqual([]);
  });

  it("decides by each name what its specimen shows", () => {
    const idle = own.filter((one) => (proofs.get(keyOf(one)) ?? []).some((proof) => !isChanged(proof, without(frameworks, one))));
    expect(idle.map(keyOf)).toEqual([]);
  });

  it("says nothing in a row that no specimen needs", () => {
    expect(framework.rows.flatMap((row) => lesserRows(row).flatMap(({ what, row: lesser }) => (isNeeded(framework, row, lesser) ? [] : [`${what} of ${namesOf(row).join(" ")}`])))).toEqual([]);
  });
});

/** Whether a specimen of a row finds something else by the lesser row. */
function isNeeded({ name, language }: Framework, row: Row, lesser: Row): boolean {
  const less = replaced(frameworks, row, lesser);
  const own = new Set(namesOf(row).flatMap((path) => proofs.get(keyOf({ language, framework: name, family: familyOf(row), path })) ?? []).map(({ specimen }) => specimen));
  return [...own].some((specimen) => (["recommended", "strict"] as const).some((preset) => JSON.stringify(foundIn(specimen, less, preset)) !== JSON.stringify(foundIn(specimen, frameworks, preset))));
}
