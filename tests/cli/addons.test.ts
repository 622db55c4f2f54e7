/** XML and CSV of addons: which of them are linted, in which encodings, and what is said of those that cannot be read. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configOf, findingsOf, linesAbout, manifestWith, pitfalls, placeWith, PYTHON, RECORD, resultsOf, RIGHTS } from "./command.ts";

const rule = "pitfalls/no-open-access-right";
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
const inEncoding = (name: string, id = "access_locker_xml") => RECORD.replace("utf-8", name).replace("access_locker_xml", id);
const named = (id: string) => RECORD.replace("access_locker_xml", id);

describe("which files", () => {
  it("XML everywhere but in folders of others; CSV where an addon's data lies", async () => {
    const data = ["security/ir.model.access.csv", "views/a.xml"];
    using place = placeWith({
      "gym/__manifest__.py": manifestWith(...data), "gym/security/ir.model.access.csv": RIGHTS, "gym/views/a.xml": RECORD,
      "gym/data/deep/gym.locker.csv": "id,label\n", "gym/demo/x.csv": "id\n", "gym/ir.model.access.demo.csv": "id\n", "old/__openerp__.py": "{}\n", "old/security/a.csv": "id\n",
      "gym/static/src/a.xml": "<templates/>\n", "pom.xml": "<project/>\n",
      // None of these is read: what is in them would not parse.
      "gym/static/lib/b.xml": "<", "node_modules/c.xml": "<", ".idea/d.xml": "<", "gym/tests/table.csv": `"`, "gym/table.csv": `"`, "data/no_addon.csv": `"`, "ir.model.access.csv": `"`,
    });
    const run = await pitfalls(["--format", "json", "."], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    expect(findingsOf(run, place)).toEqual([`gym/security/ir.model.access.csv:2:39 ${rule}`, `gym/views/a.xml:3:5 ${rule}`]);
    expect(resultsOf(run).map(({ filePath }) => filePath.slice(place.path.length + 1)).filter((name) => !name.endsWith(".py"))).toEqual([
      "gym/data/deep/gym.locker.csv", "gym/demo/x.csv", "gym/ir.model.access.demo.csv", "gym/security/ir.model.access.csv", "gym/static/src/a.xml", "gym/views/a.xml", "old/security/a.csv", "pom.xml",
    ]);
    // The addon's manifest lies above the folder that was given.
    expect(findingsOf(await pitfalls(["--format", "json", "security"], { cwd: place.at("gym") }), place)).toEqual([`gym/security/ir.model.access.csv:2:39 ${rule}`]);
  });

  it("a file that is named is linted whatever its place", async () => {
    using place = placeWith({ "table.csv": "a,b\n1\n", "tests/x.csv": "a\n", "node_modules/c.xml": "<", "a.xml": "<a/>" });
    const run = await pitfalls(["table.csv", "tests/x.csv", "node_modules/c.xml", "a.xml"], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "", stdout: expect.stringContaining("0 findings in 4 files.\n2 files could not be linted.\n") as string });
    expect(linesAbout(run.stdout, "table.csv")).toEqual(["table.csv:2:1  cannot be read: the row `1` has 1 column, the header has 2"]);
    expect(linesAbout(run.stdout, "c.xml")).toHaveLength(1);
  });

  it("a project's own configuration that does not speak of them leaves them out", async () => {
    using place = placeWith({ "eslint.config.mjs": configOf("...pitfalls.configs.typescript"), "a.xml": "<", "b.js": "let x = 1;\n" });
    const run = await pitfalls(["."], { cwd: place.path });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("1 file left out by the project's configuration.");
  });
});

describe("what does not parse", () => {
  it("gets one clear line, and the rest is linted", async () => {
    const bad = {
      "gym/views/open.xml": `<odoo>\n  <record>\n</odoo>\n`, "gym/views/nul.xml": `<a>\0</a>`, "gym/views/latin1.xml": latin1("<a>caf\xe9</a>\n"), "gym/views/lie.xml": latin1(`<?xml version="1.0" encoding="utf-8"?>\n<a>caf\xe9</a>\n`),
      "gym/views/nobody.xml": `<?xml version="1.0" encoding="klingon"?>\n<a>é</a>\n`, "gym/views/empty.xml": "", "gym/views/binary.xml": Uint8Array.from({ length: 512 }, (_, index) => index % 256),
      "gym/data/quote.csv": `id,name\na,"b\n`, "gym/data/short.csv": "id,name,c\na,b\n", "gym/data/utf16.csv": utf16("id,name\n"), "gym/data/latin1.csv": latin1("id,name\na,caf\xe9\n"),
    };
    using place = placeWith({ ...bad, "gym/__manifest__.py": manifestWith("views/good.xml"), "gym/views/good.xml": RECORD, "gym/models/good.py": PYTHON });
    const run = await pitfalls(["."], { cwd: place.path });
    expect(run).toMatchObject({ status: 1, stderr: "" });
    const lines = Object.fromEntries(Object.keys(bad).map((name) => [name, linesAbout(run.stdout, name).map((line) => line.slice(name.length + 1))]));
    expect(lines).toEqual({
      "gym/views/open.xml": ["3:1  cannot be read: `</odoo>` stands where `<record>` of line 2 is to be closed"],
      "gym/views/nul.xml": ["1:4  cannot be read: this is no text: it holds a NUL character"],
      "gym/views/latin1.xml": ["1:7  cannot be read: this is not UTF-8 text; save the file as UTF-8"],
      "gym/views/lie.xml": ["2:7  cannot be read: this is not UTF-8 text; save the file as UTF-8"],
      "gym/views/nobody.xml": ["1:1  cannot be read: the file says it is in klingon; only UTF-8 is read, and a file in another encoding is never rewritten"],
      "gym/views/empty.xml": [expect.stringMatching(/^1:1 {2}cannot be read: \S/)],
      "gym/views/binary.xml": ["1:1  cannot be read: this is no text: it holds a NUL character"],
      "gym/data/quote.csv": ["2:3  cannot be read: the quote that opens here is never closed"],
      "gym/data/short.csv": ["2:1  cannot be read: the row `a` has 2 columns, the header has 3"],
      "gym/data/utf16.csv": ["1:4  cannot be read: this is not UTF-8 text (it looks like UTF-16)"],
      "gym/data/latin1.csv": ["2:6  cannot be read: this is not UTF-8 text; save the file as UTF-8"],
    });
    expect(run.stdout).toContain("gym/views/good.xml:3:5  error");
    expect(run.stdout).toContain("gym/models/good.py:2:25  error");
    expect(run.stdout).toContain("11 files could not be linted.");
  });
});

describe("XML in another encoding", () => {
  it("is linted as what it says it is, with a line that says so; columns are those of its text", async () => {
    const shown = (text: string) => text.replace("<record", "<!-- é --><record");
    using place = placeWith({
      "gym/__manifest__.py": manifestWith("latin1.xml", "wide.xml", "big_endian.xml", "short.xml", "ascii.xml"),
      "gym/latin1.xml": latin1(shown(inEncoding("iso-8859-1", "a"))), "gym/wide.xml": utf16(shown(inEncoding("utf-16", "b"))), "gym/big_endian.xml": utf16(shown(inEncoding("UTF-16", "c"))).swap16(),
      "gym/short.xml": inEncoding("gbk", "d"), "gym/ascii.xml": inEncoding("iso-8859-15", "e"),
    });
    const run = await pitfalls(["--format", "json", "."], { cwd: place.path });
    expect(findingsOf(run, place)).toEqual(["ascii.xml:3:5", "big_endian.xml:3:15", "latin1.xml:3:15", "short.xml:3:5", "wide.xml:3:15"].map((one) => `gym/${one} ${rule}`));
    expect(run.stderr.split("\n").sort()).toEqual(["", ...[["big_endian", "utf-16be"], ["latin1", "iso-8859-1"], ["short", "gbk"], ["wide", "utf-16le"]].map(([name, encoding]) =>
      `pitfalls: ${place.at("gym", `${String(name)}.xml`)}: the file is in ${String(encoding)} and was read as such; it is never rewritten`)]);
    const { stdout } = await pitfalls(["gym/latin1.xml"], { cwd: place.path });
    expect(stdout).toContain(`    3 |     <!-- é --><record id="a" model="ir.model.access">\n`);
  });

  it("is never rewritten", async () => {
    const rewriting = `const rule = { meta: { fixable: "code", languages: ["pitfalls/*"] }, create: (context) => ({ XMLDocument: (node) => context.report({ node, message: "any", fix: (fixer) => fixer.insertTextAfterRange([0, context.sourceCode.text.length], "<!---->") }) }) };\n`;
    const latin = latin1(inEncoding("iso-8859-1").replace("locker<", "caf\xe9<"));
    using place = placeWith({
      "eslint.config.mjs": rewriting + configOf(`{ files: ["**/*.xml"], language: "pitfalls/xml", plugins: { pitfalls, any: { rules: { rule } } }, rules: { "any/rule": "error" } }`),
      "latin1.xml": latin, "ascii.xml": inEncoding("gbk"), "good.xml": RECORD,
    });
    const run = await pitfalls(["--fix", "."], { cwd: place.path });
    expect(run.status).toBe(2);
    for (const name of ["ascii.xml", "latin1.xml"]) expect(linesAbout(run.stderr, name)).toEqual([expect.stringContaining("was read as such"), `pitfalls: ${place.at(name)}: this is not UTF-8 text, so it is not rewritten`]);
    expect(readFileSync(place.at("latin1.xml"))).toEqual(latin);
    expect(readFileSync(place.at("ascii.xml"), "utf8")).toBe(inEncoding("gbk"));
    expect(readFileSync(place.at("good.xml"), "utf8")).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>[^]*<!---->$/);
  });

  it("is a note about its file and no finding of a record that nothing loads", async () => {
    using place = placeWith({ "gym/__manifest__.py": manifestWith(), "gym/a.xml": latin1(inEncoding("windows-1252").replace("locker<", "caf\xe9<")), "gym/b.xml": named("b") });
    expect(await pitfalls(["."], { cwd: place.path })).toMatchObject({ status: 0, stdout: "No findings in 3 files.\n", stderr: expect.stringContaining("the file is in windows-1252") as string });
  });
});
