/** With typed linting (`projectService`) receivers and numbers of other files are known; without it everything works, with fewer answers. */

import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../src/index.ts";

const FOLDER = join(import.meta.dirname, "../typed");

async function findings(isTyped: boolean) {
  const configs: Linter.Config[] = pitfalls.configs.strict.map((config) => ({
    ...config,
    files: config.files?.map((files) => (typeof files === "string" ? files : files.join())) ?? ["**/*.ts"],
    ...(isTyped && config.languageOptions ? { languageOptions: { ...config.languageOptions, parserOptions: { projectService: true, tsconfigRootDir: FOLDER } } } : {}),
  }));
  const eslint = new ESLint({ cwd: FOLDER, overrideConfigFile: true, overrideConfig: configs });
  const [result] = await eslint.lintFiles(["rooms.ts"]);
  return result?.messages.map(({ line, messageId, fix, message }) => `${line} ${messageId ?? message}${fix ? " fixed" : ""}`);
}

describe("a project with types", () => {
  it("knows the driver, a number and a map of another file", async () => {
    expect(await findings(true)).toEqual(["5 unknown fixed", "6 typed fixed"]);
  });

  it("without them the other file itself says the same", async () => {
    expect(await findings(false)).toEqual(["5 unknown fixed", "6 typed fixed"]);
  });
});
