/** `--fix` never touches a file that it could not decode exactly, and never writes one that no longer parses. */

import { chmodSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, configOf, findingsOf, JAVASCRIPT, linesAbout, pitfalls, placeWith, PYTHON, resultsOf, TYPESCRIPT } from "./command.ts";

const FIXED_PYTHON = `def find(self, label):\n    self.env.cr.execute("SELECT id FROM gym_locker WHERE label = %s", (label,))\n`;
const FIXED_SCRIPT = `import { Pool } from "pg";\n\nconst pool = new Pool();\nexport const find = (label) => pool.query(\`SELECT id FROM locker WHERE label = $1\`, [label]);\n`;
const latin1 = (text: string) => Buffer.from(text, "latin1");
const crlf = (text: string) => text.replaceAll("\n", "\r\n");

describe("--fix", () => {
  it("keeps a BOM, line ends and everything else as it was", async () => {
    const given = { "bom.py": `\uFEFF${PYTHON}`, "crlf.py": crlf(PYTHON), "cr.py": PYTHON.replaceAll("\n", "\r"), "wide.py": `# 日本 😀 \uFFFD\n${PYTHON}`, "bom.js": `\uFEFF${JAVASCRIPT}`, "crlf.js": crlf(JAVASCRIPT), "cr.js": JAVASCRIPT.replaceAll("\n", "\r") };
    using place = placeWith(given);
    const run = await pitfalls(["--fix", place.path]);
    expect(run).toEqual({ status: 0, stdout: "No findings in 7 files.\n7 files were repaired.\n", stderr: "" });
    expect(Object.fromEntries(Object.keys(given).map((name) => [name, readFileSync(place.at(name), "utf8")]))).toEqual({
      "bom.py": `\uFEFF${FIXED_PYTHON}`, "crlf.py": crlf(FIXED_PYTHON), "cr.py": FIXED_PYTHON.replaceAll("\n", "\r"), "wide.py": `# 日本 😀 \uFFFD\n${FIXED_PYTHON}`,
      "bom.js": `\uFEFF${FIXED_SCRIPT}`, "crlf.js": crlf(FIXED_SCRIPT), "cr.js": FIXED_SCRIPT.replaceAll("\n", "\r"),
    });
  });

  it("leaves every byte of a file in another encoding, says so once, and repairs the one beside it", async () => {
    const given = {
      "latin1.js": latin1(`// caf\xe9\n${JAVASCRIPT}`), "latin1.ts": latin1(`// caf\xe9\n${TYPESCRIPT}`), "latin1.py": latin1(`# caf\xe9\n${PYTHON}`), "cookie.py": latin1(`# coding: latin-1\n# caf\xe9\n${PYTHON}`),
      "utf16.py": Buffer.from(`\uFEFF${PYTHON}`, "utf16le"), "utf16.js": Buffer.from(`\uFEFF${JAVASCRIPT}`, "utf16le"), "broken.py": `def f(:\n${PYTHON}`, "broken.ts": `let = = 1;\n${TYPESCRIPT}`,
    };
    using place = placeWith({ ...given, "good.py": PYTHON });
    const run = await pitfalls(["--fix", "--format", "json", "."], { cwd: place.path });
    expect(run.status).toBe(2);
    expect(run.stderr).toBe(["js", "ts"].map((extension) => `pitfalls: ${place.at(`latin1.${extension}`)}: this is not UTF-8 text, so it is not rewritten\n`).join(""));
    for (const [name, content] of Object.entries(given)) expect(readFileSync(place.at(name)), name).toEqual(Buffer.from(content));
    expect(readFileSync(place.at("good.py"), "utf8")).toBe(FIXED_PYTHON);
    expect(findingsOf(run, place)).toEqual([
      expect.stringMatching(/^broken\.py:1:7 Parsing error/), expect.stringMatching(/^broken\.ts:1:\d+ Parsing error/), expect.stringMatching(/^cookie\.py:1:1 Parsing error/),
      "latin1.js:5:43 pitfalls/no-sql-concat", expect.stringMatching(/^latin1\.py:1:6 Parsing error/), "latin1.ts:5:51 pitfalls/no-sql-concat",
      expect.stringMatching(/^utf16\.js:1:4 Parsing error/), expect.stringMatching(/^utf16\.py:1:4 Parsing error/),
    ]);
    expect(resultsOf(run).filter(({ output }) => output !== undefined).map(({ filePath }) => filePath)).toEqual([place.at("good.py")]);
  });

  it("does not write what would no longer parse: the findings stay and the file is named", async () => {
    using place = placeWith({
      "eslint.config.mjs": `const rule = { meta: { fixable: "code" }, create: (context) => ({ Program: (node) => context.report({ node, message: "broken", fix: (fixer) => fixer.insertTextAfterRange([0, 0], context.sourceCode.text.startsWith("(") ? "" : "(") }) }) };\n${
        configOf(`...pitfalls.configs.recommended, { files: ["**/*.js"], plugins: { bad: { rules: { rule } } }, rules: { "bad/rule": "error" } }`)}`,
      "a.js": "let x = 1;\n", "b.py": PYTHON,
    });
    const run = await pitfalls(["--fix", "a.js", "b.py"], { cwd: place.path });
    expect(run).toMatchObject({ status: 2, stderr: `pitfalls: ${place.at("a.js")}: a repair would break this file, so it is not rewritten; please report it\n` });
    expect(readFileSync(place.at("a.js"), "utf8")).toBe("let x = 1;\n");
    expect(linesAbout(run.stdout, "a.js")).toEqual(["a.js:1:1  error  bad/rule"]);
    expect(readFileSync(place.at("b.py"), "utf8")).toBe(FIXED_PYTHON);
  });

  it("a file that cannot be written keeps its findings, and the others are repaired", async (context) => {
    const uid = process.getuid?.();
    if (uid === undefined) return context.skip("left out: no users on this system");
    using place = placeWith({ "locked.py": PYTHON, "open.py": PYTHON });
    chmodSync(place.at("locked.py"), 0o444);
    chmodSync(place.at("open.py"), 0o666);
    const as = uid === 0 ? { uid: 65534 } : {};
    if ((await command(["--version"], as)).status !== 0) return context.skip("left out: root's files are closed to everybody else");
    const run = await command(["--fix", place.path], as);
    expect(run).toMatchObject({ status: 2, stderr: `pitfalls: ${place.at("locked.py")}: the file cannot be written (EACCES)\n` });
    expect(run.stdout).toContain("locked.py:2:25  error");
    expect(run.stdout).toContain("1 finding in 2 files.");
    expect(readFileSync(place.at("open.py"), "utf8")).toBe(FIXED_PYTHON);
  });
});

describe("--fix-dry-run", () => {
  it("says what would be repaired and writes nothing", async () => {
    using place = placeWith({ "a.py": PYTHON, "b.js": "let x = 1;\n" });
    expect(await pitfalls(["--fix-dry-run", "."], { cwd: place.path })).toEqual({ status: 0, stdout: "No findings in 2 files.\n1 file would be repaired; nothing was written:\n  a.py\n", stderr: "" });
    expect(readFileSync(place.at("a.py"), "utf8")).toBe(PYTHON);
    const [result] = resultsOf(await pitfalls(["--fix-dry-run", "--format", "json", place.at("a.py")]));
    expect(result).toMatchObject({ messages: [], output: FIXED_PYTHON });
  });
});
