/** What is packed, exported and said of every rule. */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import pitfalls from "../src/index.ts";

const ROOT = new URL("..", import.meta.url);
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as { name: string; version: string; bin: Record<string, string> };
const rules = Object.entries(pitfalls.rules).map(([name, rule]) => ({ name, rule }));

const run = (command: string, ...args: readonly string[]) => spawnSync(command, [...args], { cwd: ROOT, encoding: "utf8" });

describe("the plugin", () => {
  it("bears the package's name and version, which ESLint's cache goes by", () => {
    expect(pitfalls.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: "pitfalls" });
  });

  it("is what import gives and what require gives", () => {
    const script = `import(${JSON.stringify(manifest.name)}).then(({ default: imported }) => { if (imported !== require(${JSON.stringify(manifest.name)})) throw new Error("two plugins"); })`;
    expect(run(process.execPath, "--no-warnings", "-e", script)).toMatchObject({ status: 0, stderr: "" });
  });

  it.each(["recommended", "strict", "odoo", "flectra", "typescript"] as const)("%s: every part has a name, files and the preset", (name) => {
    for (const config of pitfalls.configs[name]) {
      expect(config).toMatchObject({ name: expect.stringMatching(/^pitfalls\//), files: expect.any(Array), settings: { pitfalls: { preset: name === "strict" ? "strict" : "recommended" } } });
      expect(new Set(Object.values(config.rules ?? {}))).toEqual(new Set(["error"]));
    }
  });
});

describe("the package", () => {
  const packed = run("npm", "pack", "--dry-run", "--ignore-scripts", "--json");
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);

  it("holds the built plugin with its types, the command, the rules' pages and the examples", () => {
    expect(paths).toEqual(expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/cli/bin.js", "docs/rules/no-sql-concat.md", "examples/README.md", "LICENSE", "README.md", "CHANGELOG.md"]));
  });

  it("holds neither sources nor tests", () => {
    expect(paths.filter((path) => /^(?:src|tests|tools|\.ci)\//.test(path))).toEqual([]);
  });

  it("prints nothing but the name when it is packed, as pre-commit takes that for the file", () => {
    expect(run("npm", "pack", "--dry-run", "--ignore-scripts", "--silent").stdout).toBe(`${manifest.name}-${manifest.version}.tgz\n`);
    expect(readFileSync(new URL(".npmrc", ROOT), "utf8")).toContain("foreground-scripts=false");
  });

  it.each(Object.entries(manifest.bin))("the command %s answers", (_, path) => {
    expect(run(process.execPath, path, "--version")).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
  });
});

describe.each(rules)("$name", ({ name, rule }) => {
  it("says what it is, where its page is and what weakness it is about", () => {
    expect(rule.meta).toMatchObject({
      type: expect.any(String),
      docs: { description: expect.stringMatching(/^(?:Disallow|Require|Enforce) .*[^.]$/), url: expect.stringContaining(name), recommended: expect.any(Boolean), cwe: expect.arrayContaining([expect.any(Number)]) },
      schema: expect.any(Array),
      messages: expect.any(Object),
    });
  });

  it("names the languages it speaks", () => {
    expect((rule.meta as { languages?: readonly string[] }).languages).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:js\/js|pitfalls\/\w+)$/)]));
  });

  it("has a test", () => {
    const tests = readdirSync(new URL("tests/rules", ROOT), { recursive: true, encoding: "utf8" });
    expect(tests.filter((file) => file.includes(name) && file.endsWith(".test.ts"))).not.toEqual([]);
  });

  it("is explained by the command", () => {
    expect(run(process.execPath, "dist/cli/bin.js", "--explain", name).stdout).toContain(`# ${name}`);
  });
});

it("the module system is ESLint's: no top-level await, which a CommonJS configuration could not load", () => {
  expect(existsSync(new URL("dist/index.js", ROOT))).toBe(true);
  expect(require(manifest.name)).toBeTypeOf("object");
});
