/** The packed plugin in a project of its own, on the oldest and the newest ESLint that it allows. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MINUTES = 60_000;
const OFFLINE = /\b(?:ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/;

const FILES = {
  "eslint.config.js": `import { defineConfig } from "eslint/config";\nimport pitfalls from "eslint-plugin-pitfalls";\n\nexport default defineConfig([pitfalls.configs.recommended]);\n`,
  "addons/gym/models/locker.py": `def find(self, label):\n    self.env.cr.execute("SELECT id FROM gym_locker WHERE label = '%s'" % label)\n`,
  "src/lockers.ts": `import { Pool } from "pg";\n\nconst pool = new Pool();\nexport const find = (label: string) => pool.query(\`SELECT id FROM locker WHERE label = '\${label}'\`);\n`,
  "src/clean.js": `export const answer = 42;\n`,
};

const folder = mkdtempSync(join(tmpdir(), "pitfalls-eslint-"));
const run = (command: string, args: readonly string[], cwd: string) => spawnSync(command, [...args], { cwd, encoding: "utf8", timeout: 4 * MINUTES });

let tarball = "";
beforeAll(() => {
  const { stdout } = run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], ROOT);
  tarball = join(folder, stdout.trim());
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** A project with this ESLint and the packed plugin; null when the registry is out of reach. */
function projectWith(eslint: string): string | null {
  const project = join(folder, eslint);
  for (const [path, text] of Object.entries({ ...FILES, "package.json": `{ "private": true, "type": "module" }\n` })) {
    mkdirSync(join(project, path, ".."), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { status, stderr } = run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", `eslint@${eslint}`, "typescript@~6.0.3", tarball], project);
  if (status === 0) return project;
  if (OFFLINE.test(stderr)) return null;
  throw new Error(stderr);
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

describe.each(["9.25.0", "10"])("ESLint %s", (eslint) => {
  it("finds what it finds here, in both languages", { timeout: 5 * MINUTES }, (context) => {
    const project = projectWith(eslint);
    if (project === null) return context.skip("left out: the npm registry is out of reach");
    const { stdout, stderr } = run(process.execPath, ["node_modules/eslint/bin/eslint.js", "--format", "json", "."], project);
    expect(stderr).toBe("");
    const results = JSON.parse(stdout) as readonly Result[];
    const found = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath.slice(project.length + 1)}:${String(line)} ${String(ruleId)}`));
    expect(found.sort()).toEqual(["addons/gym/models/locker.py:2 pitfalls/no-sql-concat", "src/lockers.ts:4 pitfalls/no-sql-concat"]);

    // The same project's own command, as `npx eslint-plugin-pitfalls addons/` runs it.
    const command = run(join(project, "node_modules/.bin/eslint-plugin-pitfalls"), ["addons/"], project);
    expect(command).toMatchObject({ status: 1, stdout: expect.stringContaining("addons/gym/models/locker.py:2") as string });
  });
});
