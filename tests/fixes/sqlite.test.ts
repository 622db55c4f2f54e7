/** Fixes for what speaks to SQLite and MySQL: old and new programs are run in SQLite, with harmless values. */

import { afterAll, describe, expect, it } from "vitest";
import { objection } from "./expectation.ts";
import { fuzzed, PROGRAMS, SEED } from "./fuzzing.ts";
import { stopPython, withoutPython } from "./python.ts";
import { mysql } from "./specimens/mysql.ts";
import { onSqlite } from "./specimens/python-drivers.ts";
import { pythonCases } from "./specimens/python.ts";
import { sqlite } from "./specimens/sqlite.ts";
import * as javascript from "./spelling-javascript.ts";
import * as python from "./spelling-python.ts";

if (withoutPython !== null) console.warn(withoutPython);

const LONG = { timeout: 60_000 };

afterAll(stopPython);

describe("JavaScript", LONG, () => {
  it.for([...mysql, ...sqlite])("$on.driver · $name", async (specimen) => {
    expect(await objection(specimen)).toBe("");
  });

  it.for(["mysql", "mysql2", "better-sqlite3", "sqlite3", "sql.js", "knex-sqlite", "sequelize"] as const)(`%s · ${PROGRAMS} random programs from seed ${SEED}`, async (driver) => {
    const { fixed, faults } = await fuzzed(javascript, driver);
    expect(faults).toEqual([]);
    expect(fixed).toBeGreaterThan(PROGRAMS / 2);
  });
});

describe("Python", LONG, () => {
  it.for([...pythonCases("sqlite3"), ...pythonCases("pymysql"), ...onSqlite])("$on.driver · $name", async (specimen, { skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    expect(await objection(specimen)).toBe("");
  });

  it.for(["sqlite3", "pymysql"] as const)(`%s · ${PROGRAMS} random programs from seed ${SEED}`, async (driver, { skip }) => {
    if (withoutPython !== null) skip(withoutPython);
    const { fixed, faults } = await fuzzed(python, driver);
    expect(faults).toEqual([]);
    expect(fixed).toBeGreaterThan(PROGRAMS / 2);
  });
});
