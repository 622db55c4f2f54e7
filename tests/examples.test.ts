/** One run over the bundled examples shows findings in all four languages, as the README says. */

import { spawnSync } from "node:child_process";
import { extname } from "node:path";
import { expect, it } from "vitest";

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly fix?: object }[];
}

it("`npm start -- examples` finds something in each language, and repairs what is text in a template", () => {
  const { stdout } = spawnSync(process.execPath, ["dist/cli/bin.js", "examples", "--format", "json"], { cwd: new URL("..", import.meta.url), encoding: "utf8" });
  const found = (JSON.parse(stdout) as readonly Result[]).flatMap(({ filePath, messages }) => messages.map(({ ruleId, fix }) => `${extname(filePath)} ${ruleId}${fix ? " fixable" : ""}`));
  expect([...new Set(found)].sort()).toEqual([
    ".csv pitfalls/no-open-access-right",
    ".py pitfalls/no-sql-concat",
    ".py pitfalls/no-sql-concat fixable",
    ".ts pitfalls/no-sql-concat",
    ".ts pitfalls/no-sql-concat fixable",
    ".xml pitfalls/no-open-access-right",
    ".xml pitfalls/no-raw-output",
    ".xml pitfalls/no-raw-output fixable",
  ]);
});
