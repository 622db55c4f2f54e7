/** Our Python front end and CPython agree on what is hard to read; left out where there is no CPython 3.11 or later. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const hasPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).status === 0;
if (!hasPython) console.warn("left out: the comparison with CPython, as there is no python3 of at least 3.11");

function check(text: string, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "pitfalls-python-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  writeFileSync(join(folder, "example.py"), text);
  return spawnSync(process.execPath, ["tools/check-python.mjs", folder, ...args], { cwd: new URL("../..", import.meta.url), encoding: "utf8" });
}

const HARD = String.raw`# -*- coding: utf-8 -*-
@decorated(1)  # größer
class Größe(Basis, metaclass=Meta):
    """Doc 😀 \x41"""

    async def wert(self, a, /, b: int = 1.e6, *args, c=.5, **kw) -> "str":
        x = "é" 'b' r"\d" # 😀
        y = f"{x!r:>{b}}" f'\{a}' rf'(\{{){a=}' "😀\
z"
        z = b"\xff\0" rb'\x'
        async with a as b, c as (d, e):
            await b[1:2, ::3, ...]
        return [i async for i in y if (n := i)] if not z else lambda *a, k=1: (yield)


try:
    print(f"{a:%Y-%m}", *b, **c, sep="")
except* (A, B) as e:
    raise X from e
match point:
    case {"a": 1, **rest} | Point(x=0, y=[_, *more]) if a > b != c:
        x: int
    case -1 + 2j | None:
        del x, (y[0], z.a)
`;

describe.skipIf(!hasPython)("check-python", { timeout: 60_000 }, () => {
  it.each([["\n"], ["\r\n"], ["\r"]])("finds no mismatch in what is hard to read, with lines that end in %j", (end) => {
    const { stdout, status } = check(HARD.replaceAll("\n", end));
    expect(stdout).toContain("1  both read\n\nNo mismatch.");
    expect(status).toBe(0);
  });

  it("names a mismatch with its place", () => {
    const { stdout, status } = check("x = 1\ndel x,\n");
    expect(stdout).toMatch(/1 {2}reading: only CPython reads it; .*\n\s+.*example\.py:2\n/);
    expect(status).toBe(1);
  });
});

it("says so when there is no CPython", () => {
  const { stdout, status } = check("", "--python", "no-such-python");
  expect(stdout).toBe("no-such-python is not on the PATH: nothing was compared.\n");
  expect(status).toBe(0);
});
