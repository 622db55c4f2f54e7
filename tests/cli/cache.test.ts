/** `--cache`: the same output as without, and nothing is linted whose result cannot have changed. */

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, configOf, findingsOf, JAVASCRIPT, linesAbout, manifestWith, pitfalls, placeWith, PYTHON, RECORD, RIGHTS, type Place, type Run } from "./command.ts";

const sql = "pitfalls/no-sql-concat";
const rights = "pitfalls/no-open-access-right";
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** A configuration whose rule writes down which files it is run on. */
const LOGGING = `import { appendFileSync } from "node:fs";\nconst rule = { meta: { languages: ["*"] }, create: (context) => { appendFileSync(new URL("log.txt", import.meta.url), context.filename + "\\n"); return {}; } };\n${
  configOf(`...pitfalls.configs.recommended, { files: ["**/*.{js,ts,py,xml,csv}"], plugins: { any: { rules: { rule } } }, rules: { "any/rule": "error" } }`)}`;

/** Which files the run linted, besides its output. */
const linted = async (place: Place, ...args: string[]) => lintedBy(pitfalls, place, ...args);

async function lintedBy(runner: typeof pitfalls, place: Place, ...args: string[]): Promise<{ readonly run: Run; readonly files: readonly string[] }> {
  rmSync(place.at("log.txt"), { force: true });
  const run = await runner(["--cache", ...args, "."], { cwd: place.path });
  const log = existsSync(place.at("log.txt")) ? readFileSync(place.at("log.txt"), "utf8").trim().split("\n") : [];
  return { run, files: [...new Set(log)].map((file) => file.slice(place.path.length + 1)).filter((file) => file !== "eslint.config.mjs").sort() };
}

describe("a second run", () => {
  const tree = {
    "gym/__manifest__.py": manifestWith("security/ir.model.access.csv", "views/a.xml"), "gym/security/ir.model.access.csv": RIGHTS, "gym/views/a.xml": RECORD, "gym/latin1.xml": latin1(RECORD.replace("utf-8", "iso-8859-1").replace("locker<", "caf\xe9<")),
    "gym/a.py": PYTHON, "gym/bom.py": `\uFEFF${PYTHON}`, "gym/broken.py": "def f(:\n", "gym/quiet.py": `def find(self, label):\n    self.env.cr.execute("SELECT '%s'" % label)  # eslint-disable-line ${sql} -- reviewed\n`, "web/a.js": JAVASCRIPT, "web/latin1.js": latin1(`// caf\xe9\n${JAVASCRIPT}`),
  };

  it.each([["stylish"], ["json"]])("says in %s the same, byte for byte, with one thread or several", async (format) => {
    using place = placeWith(tree);
    const run = async (...args: string[]) => command(["--format", format, ...args, "."], { cwd: place.path });
    const alone = await run();
    for (const args of [["--cache"], ["--cache"], ["--cache", "--jobs", "2"]]) expect(await run(...args)).toEqual(alone);
    rmSync(place.at(".pitfallscache"));
    for (const args of [["--cache", "--jobs", "2"], ["--cache"]]) expect(await run(...args)).toEqual(alone);
    expect(await run("--cache", "--quiet")).toEqual(await run("--quiet"));
  });

  it("lints nothing, and after a change what has changed", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "a.py": PYTHON, "b.js": JAVASCRIPT, "c.xml": "<a/>\n" });
    const first = await linted(place);
    expect(first.files).toEqual(["a.py", "b.js", "c.xml"]);
    expect(await linted(place)).toEqual({ run: first.run, files: [] });
    place.write({ "b.js": `\n${JAVASCRIPT}` });
    const changed = await linted(place);
    expect(changed.files).toEqual(["b.js"]);
    expect(changed.run.stdout).toContain("b.js:5:43  error");
    expect(changed.run.stdout).toContain("a.py:2:25  error");
    // The same content at another time is the same.
    place.write({ "b.js": `\n${JAVASCRIPT}`, "a.py": PYTHON });
    expect(await linted(place, "--jobs", "2")).toEqual({ run: changed.run, files: [] });
  });

  it("lints everything when it is asked to lint otherwise", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "a.py": PYTHON, "b.js": JAVASCRIPT });
    const all = ["a.py", "b.js"];
    expect((await linted(place)).files).toEqual(all);
    expect((await linted(place, "--preset", "strict")).files).toEqual(all);
    expect((await linted(place, "--preset", "strict")).files).toEqual([]);
    place.write({ "eslint.config.mjs": LOGGING.replace(`rules: { "any/rule"`, `settings: { pitfalls: { safe: ["label"] } }, rules: { "any/rule"`) });
    expect((await linted(place, "--preset", "strict")).files).toEqual(all);
    // The rule is written in the configuration and has no version.
    place.write({ "eslint.config.mjs": LOGGING.replace("return {}", "return { }") });
    expect((await linted(place, "--preset", "strict")).files).toEqual(all);
  });
});

describe("what lies in other files", () => {
  const model = (field: string) => `from odoo import fields, models\n\n\nclass Locker(models.Model):\n    _name = "gym.locker"\n\n    label = fields.${field}()\n`;
  const query = `from odoo import models\n\n\nclass Report(models.Model):\n    _inherit = "gym.locker"\n\n    def _labels(self):\n        self.env.cr.execute("SELECT id FROM gym_locker WHERE label = '%s'" % self.label)\n`;

  it("a field's type: the finding of the unchanged Python file appears, and goes", async () => {
    using place = placeWith({ "gym/__manifest__.py": manifestWith(), "gym/models/locker.py": model("Integer"), "gym/models/report.py": query });
    const found = async () => findingsOf(await command(["--cache", "--format", "json", "."], { cwd: place.path }), place);
    expect(await found()).toEqual([]);
    place.write({ "gym/models/locker.py": model("Char") });
    expect(await found()).toEqual([`gym/models/report.py:8:29 ${sql}`]);
    place.write({ "gym/models/locker.py": model("Integer") });
    expect(await found()).toEqual([]);
  });

  it("an access row that took another one back, and the manifest that loads it", async () => {
    const back = RECORD.replace("access_locker_xml", "access_locker").replace(`<field name="perm_write" eval="1"/>`, ["read", "write", "create", "unlink"].map((one) => `<field name="perm_${one}" eval="0"/>`).join(""));
    using place = placeWith({ "gym/__manifest__.py": manifestWith("security/ir.model.access.csv", "security/back.xml"), "gym/security/ir.model.access.csv": RIGHTS, "gym/security/back.xml": back });
    const found = async () => findingsOf(await command(["--cache", "--format", "json", "."], { cwd: place.path }), place);
    expect(await found()).toEqual([]);
    place.write({ "gym/security/back.xml": "<odoo/>\n" });
    expect(await found()).toEqual([`gym/security/ir.model.access.csv:2:39 ${rights}`]);
    place.write({ "gym/__manifest__.py": manifestWith() });
    expect(await found()).toEqual([]);
  });

  it("an addon beside it is another program: its files are linted anew when it changes, the others are not", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "gym/__manifest__.py": manifestWith(), "gym/a.py": PYTHON, "shop/__manifest__.py": manifestWith(), "shop/b.py": PYTHON });
    await lintedBy(command, place);
    place.write({ "gym/a.py": `\n${PYTHON}` });
    expect((await lintedBy(command, place)).files).toEqual(["gym/__manifest__.py", "gym/a.py"]);
  });
});

describe("the file", () => {
  const names = (place: Place, folder = ".") => readdirSync(place.at(folder)).filter((name) => name.includes("pitfalls"));
  const clean = { status: 1, stderr: "" };

  it("is .pitfallscache in the working directory, or what --cache-location says: a file, or one in a folder for each working directory", async () => {
    using place = placeWith({ "a.py": PYTHON, "folder/b.py": PYTHON });
    const run = async (...args: string[]) => { expect(await pitfalls([...args, "a.py"], { cwd: place.path })).toMatchObject(clean); };
    await run();
    expect(names(place)).toEqual([]);
    await run("--cache");
    expect(names(place)).toEqual([".pitfallscache"]);
    await run("--cache", "--cache-location", "new/one.cache");
    await run("--cache-location", "folder");
    await run("--cache-location", "other/");
    await pitfalls(["--cache-location", "../other", "b.py"], { cwd: place.at("folder") });
    expect([existsSync(place.at("new/one.cache")), names(place, "folder").length, names(place, "other").length]).toEqual([true, 1, 2]);
    expect(await pitfalls(["--cache-location=", "."])).toMatchObject({ status: 2, stderr: "pitfalls: --cache-location wants the name of a file\n" });
  });

  it("that is damaged or none of ours is ignored and written anew", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "a.py": PYTHON, "b.py": "x = 1\n" });
    const { run } = await linted(place);
    const good = readFileSync(place.at(".pitfallscache"));
    const flipped = Buffer.from(good);
    flipped.writeUInt8(flipped.readUInt8(flipped.length - 20) ^ 1, flipped.length - 20);
    for (const content of ["", "{}", "[]", `{"a.py":null}`, "null", good.subarray(0, good.length - 5), flipped, good.subarray(3), Buffer.from(good.toString().replace("pitfalls-cache 1", "pitfalls-cache 0")), Buffer.alloc(1000, 0xff)]) {
      writeFileSync(place.at(".pitfallscache"), content);
      expect(await linted(place)).toEqual({ run, files: ["a.py", "b.py"] });
      expect(readFileSync(place.at(".pitfallscache"))).toEqual(good);
    }
    expect((await linted(place)).files).toEqual([]);
  });

  it("that cannot be written costs a note", async (context) => {
    const uid = process.getuid?.();
    if (uid === undefined) return context.skip("left out: no users on this system");
    using place = placeWith({ "a.py": PYTHON });
    mkdirSync(place.at("closed"));
    chmodSync(place.at("closed"), 0o555);
    const as = uid === 0 ? { uid: 65534 } : {};
    if ((await command(["--version"], as)).status !== 0) return context.skip("left out: root's files are closed to everybody else");
    expect(await command(["--cache-location", "closed/cache", "a.py"], { cwd: place.path, ...as })).toMatchObject({ status: 1, stderr: `pitfalls: ${place.at("closed/cache")}: the cache cannot be written (EACCES)\n` });
  });

  it("forgets files that are gone, keeps those that this run was not about, and leaves nothing else behind", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "a.py": PYTHON, "b.py": PYTHON, "c.py": PYTHON });
    await linted(place);
    rmSync(place.at("b.py"));
    await command(["--cache", "a.py"], { cwd: place.path });
    const text = readFileSync(place.at(".pitfallscache"), "utf8");
    expect([text.includes(place.at("a.py")), text.includes(place.at("b.py")), text.includes(place.at("c.py"))]).toEqual([true, false, true]);
    expect((await linted(place)).files).toEqual([]);
    expect(names(place)).toEqual([".pitfallscache"]);
  });
});

describe("what is not kept", () => {
  it("a result that a repair changed, and with --fix one that a repair would change", async () => {
    using place = placeWith({ "eslint.config.mjs": LOGGING, "a.py": PYTHON, "b.py": "x = 1\n", "c.py": `def find(self, label, cr):\n    cr.execute(label + 1)\n` });
    expect((await linted(place)).files).toEqual(["a.py", "b.py", "c.py"]);
    const dry = await linted(place, "--fix-dry-run");
    expect(dry.files).toEqual(["a.py"]);
    expect(dry.run.stdout).toContain("1 file would be repaired");
    expect((await linted(place)).run.stdout).toContain("a.py:2:25  error");
    const fixed = await linted(place, "--fix", "--jobs", "2");
    expect(fixed.files).toEqual(["a.py"]);
    expect(readFileSync(place.at("a.py"), "utf8")).toContain("(label,)");
    expect((await linted(place)).files).toEqual(["a.py"]);
    expect((await linted(place, "--fix")).files).toEqual([]);
  });

  it("a failure that does not lie in the file", async () => {
    const failing = `import { existsSync } from "node:fs";\nconst rule = { create: () => { if (existsSync(new URL("fail", import.meta.url))) throw new Error("no luck"); return {}; } };\n${configOf(`...pitfalls.configs.recommended, { files: ["**/*.py"], plugins: { any: { rules: { rule } } }, rules: { "any/rule": "error" } }`)}`;
    using place = placeWith({ "eslint.config.mjs": failing, "a.py": PYTHON, "fail": "" });
    expect(await command(["--cache", "a.py"], { cwd: place.path })).toMatchObject({ status: 2 });
    rmSync(place.at("fail"));
    expect(await command(["--cache", "a.py"], { cwd: place.path })).toMatchObject({ status: 1, stdout: expect.stringContaining("a.py:2:25  error") as string });
  });

  it("what TypeScript's checker was asked about, or what cannot be told as a text: said once", async () => {
    const typed = configOf(`...pitfalls.configs.recommended, { files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: true } } }`);
    const nameless = configOf(`...pitfalls.configs.recommended, { files: ["**/*.js"], languageOptions: { parser: { parse: (text) => pitfalls.configs.recommended[0].languageOptions.parser.parseForESLint(text).ast } } }`);
    using place = placeWith({ "typed/eslint.config.mjs": typed, "typed/tsconfig.json": `{ "files": ["a.ts"] }\n`, "typed/a.ts": "export const a = 1;\n", "typed/b.py": "x = 1\n", "nameless/eslint.config.mjs": nameless, "nameless/a.js": "var a;\n" });
    const { stderr } = await pitfalls(["--cache", "typed", "nameless"], { cwd: place.path });
    expect(linesAbout(stderr, "typed")).toEqual([`pitfalls: ${place.at("typed/eslint.config.mjs")}: what it lints is not kept in the cache (with types, a result rests on files that nobody lists)`]);
    expect(linesAbout(stderr, "nameless")).toHaveLength(1);
    const text = readFileSync(place.at(".pitfallscache"), "utf8");
    expect([text.includes(place.at("typed/a.ts")), text.includes(place.at("typed/b.py")), text.includes(place.at("nameless/a.js"))]).toEqual([false, true, false]);
  });
});
