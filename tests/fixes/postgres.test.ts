/** Fixes for what speaks to Postgres: old and new programs are run in one, with harmless values. */

import { afterAll, describe, expect, it } from "vitest";
import { objection } from "./expectation.ts";
import { fuzzed, PROGRAMS, SEED } from "./fuzzing.ts";
import { stopPostgres } from "./postgres.ts";
import { stopPython, withoutPython } from "./python.ts";
import { pg } from "./specimens/pg.ts";
import { postgresDrivers } from "./specimens/postgres-drivers.ts";
import { onPostgres } from "./specimens/python-drivers.ts";
import { pythonCases } from "./specimens/python.ts";
import * as javascript from "./spelling-javascript.ts";
import * as python from "./spelling-python.ts";

if (withoutPython !== null) console.warn(withoutPython);

// The first one waits for the database.
const LONG = { timeout: 120_000 };

afterAll(async () => {
  stopPython();
  await stopPostgres();
});

describe("JavaScript", LONG, () => {
  it.for([...pg, ...postgresDrivers])("$on.driver · $name", async (specimen) => {
    expect(await objection(specimen)).toBe("");
  });

  it.for(["pg", "knex-pg"] as const)(`%s · ${PROGRAMS} random programs from seed ${SEED}`, async (driver) => {
    const { fixed, faults } = await fuzzed(javascript, driver);
    expect(faults).toEqual([]);
    expect(fixed).toBeGreaterThan(PROGRAMS / 2);
  });
});

describe("Python", LONG, () => {
  it.for([...pythonCases("psycopg2"), ...pythonCases("psycopg"), ...onPostgres])("$on.driver · $name", async (specimen, { skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    expect(await objection(specimen)).toBe("");
  });

  it.for(["psycopg2", "psycopg"] as const)(`%s · ${PROGRAMS} random programs from seed ${SEED}`, async (driver, { skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    const { fixed, faults } = await fuzzed(python, driver);
    expect(faults).toEqual([]);
    expect(fixed).toBeGreaterThan(PROGRAMS / 2);
  });
});
