/** Bad input gets one clear line for its file, and every finding elsewhere is still made. */

import { describe, expect, it } from "vitest";
import { command, findingsOf, JAVASCRIPT, linesAbout, placeWith, PYTHON, TYPESCRIPT } from "./command.ts";

const BINARY = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
const bigEndian = (text: string) => utf16(text).swap16();
const latin1 = (text: string) => Buffer.from(text, "latin1");
const nested = (depth: number) => `x = ${"[".repeat(depth)}${"]".repeat(depth)}\n`;

/** The one line that the report has about each file, without its path. */
function linesIn(stdout: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => {
    const [line = "", ...more] = linesAbout(stdout, name);
    expect(more, `more than one line about ${name}`).toEqual([]);
    return [name, line.slice(line.indexOf(`${name}:`) + name.length + 1)];
  }));
}

describe("what does not parse", () => {
  const python = {
    "bad/binary.py": BINARY, "bad/utf16.py": utf16(PYTHON), "bad/utf16be.py": bigEndian(PYTHON), "bad/utf16_bare.py": Buffer.from(PYTHON, "utf16le"),
    "bad/nul.py": `${PYTHON}# \0\n`, "bad/latin1.py": latin1(`# caf\xe9\n${PYTHON}`), "bad/cookie.py": latin1(`# -*- coding: latin-1 -*-\nname = "caf\xe9"\n`),
    "bad/syntax.py": `x = 1\ndef f(:\n`, "bad/deep.py": nested(5000), "bad/old.py": `print "hello"\n`, "addon/__manifest__.py": `{\n    "name": "Gym",\n    "depends": ["base"\n}\n`,
  };
  it("Python", async () => {
    using place = placeWith({ ...python, "addon/models/locker.py": PYTHON, "bad/good.py": PYTHON });
    const run = await command(["."], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(linesIn(run.stdout, Object.keys(python))).toEqual({
      "bad/binary.py": "1:1  cannot be read: this is no text: it holds a NUL character",
      "bad/utf16.py": "1:4  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      "bad/utf16be.py": "1:3  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      "bad/utf16_bare.py": "1:2  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      "bad/nul.py": "3:3  cannot be read: this is no text: it holds a NUL character",
      "bad/latin1.py": "1:6  cannot be read: this is not UTF-8 text; save the file as UTF-8",
      "bad/cookie.py": "1:1  cannot be read: the file says it is in latin-1; only UTF-8 is read, and a file in another encoding is never rewritten",
      "bad/syntax.py": "2:7  cannot be read: Expected parameter name",
      "bad/deep.py": "1:5004  cannot be read: this is nested too deeply to be read",
      "bad/old.py": `1:7  cannot be read: this looks like Python 2 (a print statement); only Python 3 is read`,
      "addon/__manifest__.py": expect.stringContaining("cannot be read: ") as string,
    });
    expect(run.stdout).toContain("addon/models/locker.py:2:25  error  pitfalls/no-sql-concat");
    expect(run.stdout).toContain("bad/good.py:2:25  error  pitfalls/no-sql-concat");
    expect(run.stdout).toContain("2 findings in 13 files.\n      2  pitfalls/no-sql-concat\n11 files could not be linted.");
  });

  it("JavaScript and TypeScript", async () => {
    const scripts = (extension: string, code: string) => ({
      [`bad/binary.${extension}`]: BINARY, [`bad/utf16.${extension}`]: utf16(code), [`bad/utf16be.${extension}`]: bigEndian(code), [`bad/utf16_bare.${extension}`]: Buffer.from(code, "utf16le"),
      [`bad/nul.${extension}`]: `x\0 = 1\n`, [`bad/latin1_name.${extension}`]: latin1(`const caf\xe9 = 1;\n`), [`bad/syntax.${extension}`]: `let x = 1;\nlet = = 2;\n`, [`bad/deep.${extension}`]: nested(5000),
    });
    const bad = { ...scripts("js", JAVASCRIPT), ...scripts("ts", TYPESCRIPT) };
    using place = placeWith({ ...bad, "bad/good.js": JAVASCRIPT, "bad/good.ts": TYPESCRIPT });
    const run = await command(["."], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    const linesOf = (extension: string) => ({
      [`bad/binary.${extension}`]: "1:1  cannot be read: this is no text: it holds a NUL character",
      [`bad/utf16.${extension}`]: "1:4  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      [`bad/utf16be.${extension}`]: "1:3  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      [`bad/utf16_bare.${extension}`]: "1:2  cannot be read: this is not UTF-8 text (it looks like UTF-16)",
      [`bad/nul.${extension}`]: "1:2  cannot be read: this is no text: it holds a NUL character",
      [`bad/latin1_name.${extension}`]: "1:10  cannot be read: this is not UTF-8 text; save the file as UTF-8",
      [`bad/syntax.${extension}`]: expect.stringMatching(/^2:\d+ {2}cannot be read: \S/) as string,
      [`bad/deep.${extension}`]: "1:1  cannot be read: this is nested too deeply to be read",
    });
    expect(linesIn(run.stdout, Object.keys(bad))).toEqual({ ...linesOf("js"), ...linesOf("ts") });
    expect(run.stdout).toContain("bad/good.js:4:43  error  pitfalls/no-sql-concat");
    expect(run.stdout).toContain("bad/good.ts:4:51  error  pitfalls/no-sql-concat");
    expect(run.stdout).toContain("16 files could not be linted.");
  });
});

describe("what is unusual and can be read", () => {
  it("a BOM, CRLF, lone CR, nothing at all, another encoding in a script's comment: findings stand where they are", async () => {
    const forms = (extension: string, code: string) => ({
      [`bom.${extension}`]: `\uFEFF${code}`, [`crlf.${extension}`]: code.replaceAll("\n", "\r\n"), [`cr.${extension}`]: code.replaceAll("\n", "\r"),
      [`empty.${extension}`]: "", [`bom_only.${extension}`]: "\uFEFF", [`unfinished.${extension}`]: code.trimEnd(),
    });
    using place = placeWith({ ...forms("py", PYTHON), ...forms("js", JAVASCRIPT), ...forms("ts", TYPESCRIPT), "latin1.ts": latin1(`// caf\xe9\n${TYPESCRIPT}`), "nul.js": `${JAVASCRIPT}// \0\n` });
    const run = await command(["--format", "json", place.path]);
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(findingsOf(run, place)).toEqual([
      "bom.js:4:43 pitfalls/no-sql-concat", "bom.py:2:25 pitfalls/no-sql-concat", "bom.ts:4:51 pitfalls/no-sql-concat",
      "cr.js:4:43 pitfalls/no-sql-concat", "cr.py:2:25 pitfalls/no-sql-concat", "cr.ts:4:51 pitfalls/no-sql-concat",
      "crlf.js:4:43 pitfalls/no-sql-concat", "crlf.py:2:25 pitfalls/no-sql-concat", "crlf.ts:4:51 pitfalls/no-sql-concat",
      "latin1.ts:5:51 pitfalls/no-sql-concat", "nul.js:4:43 pitfalls/no-sql-concat",
      "unfinished.js:4:43 pitfalls/no-sql-concat", "unfinished.py:2:25 pitfalls/no-sql-concat", "unfinished.ts:4:51 pitfalls/no-sql-concat",
    ]);
  });
});

describe("ten megabytes", () => {
  it("are linted in Python and refused in a script, whose tree would not fit into the memory", async () => {
    const filler = (line: string) => line.repeat(Math.ceil(10 * 1024 ** 2 / line.length));
    using place = placeWith({
      "big.py": filler(`# ${"lorem ipsum ".repeat(20)}\n`) + PYTHON,
      "big.js": filler(`export const text = "${"lorem ipsum ".repeat(200)}";\n`) + JAVASCRIPT,
      "big.ts": filler(`text = "${"lorem ipsum ".repeat(200)}";\n`) + TYPESCRIPT,
      "good.ts": TYPESCRIPT,
    });
    const start = performance.now();
    const run = await command(["."], { cwd: place.path, env: { NODE_OPTIONS: "--max-old-space-size=4096" } });
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(linesAbout(run.stdout, "big.py")).toEqual([expect.stringMatching(/^big\.py:\d{5}:25 {2}error/)]);
    const refused = /^big\.[jt]s:1:1 {2}cannot be read: the file has 10\.0 MB, and the memory of this run is enough for 4\.\d \(NODE_OPTIONS=--max-old-space-size=11000 gives it more\)$/;
    expect(linesAbout(run.stdout, "big.js")).toEqual([expect.stringMatching(refused)]);
    expect(linesAbout(run.stdout, "big.ts")).toEqual([expect.stringMatching(refused)]);
    expect(run.stdout).toContain("good.ts:4:51");
  });
});
