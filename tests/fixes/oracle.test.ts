/** What judges the fixes is itself looked at: it sees a wrong fix, and its models do what the drivers do. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compared } from "./comparison.ts";
import { JAVASCRIPT, PYTHON } from "./frames.ts";
import { statement } from "./grammar.ts";
import { withoutPython } from "./python.ts";
import { Random } from "./random.ts";
import { SCHEMA } from "./schema.ts";
import * as javascript from "./spelling-javascript.ts";
import { tuplesFor } from "./values.ts";

const LONG = { timeout: 60_000 };

describe("a comparison", LONG, () => {
  const on = { language: "javascript", driver: "sqlite3" } as const;
  const program = (call: string) => JAVASCRIPT.sqlite3(`db.all(${call});`, ["name"], "");
  const before = program("`SELECT id FROM pet WHERE name = '${name}'`");
  const withTexts = (after: string) => compared(on, before, after, tuplesFor(["text"], 24));

  it("is content with the same statement", async () => {
    expect(await withTexts(program("`SELECT id FROM pet WHERE name = ?`, [name]"))).toEqual({ working: 22, mismatch: null });
  });

  it("sees a placeholder that stayed in its quotes", async () => {
    expect((await withTexts(program("`SELECT id FROM pet WHERE name = '?'`, [name]"))).mismatch).toMatchObject({ values: ["Rex"] });
  });

  it("sees a value that is cut", async () => {
    expect((await withTexts(program("`SELECT id FROM pet WHERE name = ?`, [name.trim()]"))).mismatch).toBeNull();
    expect((await withTexts(program("`SELECT id FROM pet WHERE name = ?`, [name.split(\" \")[0]]"))).mismatch).toMatchObject({ values: ["Zoë Grün"] });
  });

  it("sees a changed row", async () => {
    const after = program("`UPDATE pet SET note = ? WHERE id = 2`, [name]");
    expect((await compared(on, program("`UPDATE pet SET note = '${name}' WHERE id = 1`"), after, tuplesFor(["text"], 3))).mismatch).not.toBeNull();
  });

  it("lets a fix mend what failed", async () => {
    expect(await compared(on, program("`SELECT id FROM pet WHERE name = ${name}`"), program("`SELECT id FROM pet WHERE name = ?`, [name]"), [["two words"]])).toEqual({ working: 0, mismatch: null });
  });
});

it("the same seed gives the same program", () => {
  const source = (seed: number) => {
    const random = new Random(seed);
    return javascript.programOf(javascript.randomPlan(random, ["pg"], (ability) => statement(random, ability))).source;
  };
  expect(source(7)).toBe(source(7));
  expect(source(7)).not.toBe(source(8));
});

describe("Python's drivers", LONG, () => {
  const python = (script: string, input = "") => spawnSync("python3", ["-B", fileURLToPath(new URL(`python/${script}`, import.meta.url))], { input, encoding: "utf8" });

  it("are modelled as they are", ({ skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    const { stdout, stderr } = python("reference.py");
    expect(stderr).toBe("");
    const found = JSON.parse(stdout) as Record<string, readonly string[] | null>;
    const missing = Object.keys(found).filter((name) => found[name] === null);
    for (const name of Object.keys(found)) expect(found[name] ?? []).toEqual([]);
    if (missing.length > 0) skip(`left out: ${missing.join(", ")}, which this Python does not have`);
  });

  it("say what is wrong with a program", ({ skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    const request = { driver: "psycopg2", source: PYTHON.psycopg2("self.env.cr.execute('SELECT %s, 50%', (name,))", ["name"], ""), calls: [["Rex"]] };
    const { stdout } = python("runner.py", `${JSON.stringify({ schema: SCHEMA })}\n${JSON.stringify(request)}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ calls: [[{ error: "DriverError", message: "unsupported format character" }]] });
  });
});
