/** Runs programs in Python: one process, which is asked line by line. */

import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Readable, Writable } from "node:stream";
import { written, type Outcome, type Step } from "./outcome.ts";
import { runInPostgres, type Sent } from "./postgres.ts";
import { SCHEMA } from "./schema.ts";
import type { PythonDriver } from "./specimen.ts";
import { runInSqlite } from "./sqlite.ts";
import type { Value } from "./values.ts";

const RUNNER = fileURLToPath(new URL("python/runner.py", import.meta.url));

/** Why the programs in Python are not run; null when they are. */
export const withoutPython: string | null = spawnSync("python3", ["-c", "import sys, sqlite3; sys.exit(sys.version_info < (3, 9))"]).status === 0 ? null : "left out: there is no python3 of at least 3.9 on the PATH";

/** What the runner says of a statement: what it did in sqlite3, or what the driver would send. */
interface Said {
  readonly isBound: boolean;
  readonly error?: string;
  readonly message?: string;
  readonly rows?: unknown;
  readonly changed?: unknown;
  readonly text?: string;
  readonly values?: readonly Sent[];
  readonly types?: readonly number[];
}

interface Answer {
  readonly failure?: string;
  readonly calls?: readonly (readonly Said[])[];
}

type Process = ChildProcessByStdio<Writable, Readable, null>;

let started: { readonly process: Process; readonly lines: AsyncIterator<string> } | null = null;

function runner() {
  if (started) return started;
  const process = spawn("python3", ["-B", RUNNER], { stdio: ["pipe", "pipe", "inherit"] });
  started = { process, lines: createInterface({ input: process.stdout })[Symbol.asyncIterator]() };
  process.stdin.write(`${JSON.stringify({ schema: SCHEMA })}\n`);
  return started;
}

export function stopPython(): void {
  started?.process.stdin.end();
  started = null;
}

async function asked(request: object): Promise<Answer> {
  const { process, lines } = runner();
  process.stdin.write(`${JSON.stringify(request)}\n`);
  const { value, done } = await lines.next();
  if (done) throw new Error("the runner has ended");
  return JSON.parse(value) as Answer;
}

const isMysql = (driver: PythonDriver): boolean => driver === "pymysql" || driver === "connector";

/** What the driver would send is run where its dialect is known. */
async function ran(driver: PythonDriver, { isBound, error, message = "", rows, changed, text, values = [], types = [] }: Said): Promise<Step> {
  if (error !== undefined) return { kind: "error", error, message, isBound };
  if (text === undefined) return { kind: "rows", rows: written(rows, changed), isBound };
  return { ...(await (isMysql(driver) ? runInSqlite(text) : runInPostgres(text, values, types))), isBound };
}

/** What each call of a program does. */
export async function runPython(driver: PythonDriver, source: string, calls: readonly (readonly Value[])[]): Promise<readonly Outcome[]> {
  const { failure, calls: said = [] } = await asked({ driver, source, calls });
  if (failure !== undefined) throw new SyntaxError(`${failure}\n${source}`);
  const outcomes: Outcome[] = [];
  for (const steps of said) {
    const outcome: Step[] = [];
    for (const step of steps) outcome.push(await ran(driver, step));
    outcomes.push(outcome);
  }
  return outcomes;
}
