/** What is generated is current: `npm run update` would change nothing. */

import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("the tree is current (else: npm run update)", { timeout: 60_000 }, () => {
  const { stderr } = spawnSync(process.execPath, ["tools/update.mjs", "--check"], { cwd: new URL("..", import.meta.url), encoding: "utf8" });
  expect(stderr).toBe("");
});
