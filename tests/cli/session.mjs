/** A process that has loaded the built command once and runs it as often as it is asked to. */

import { run } from "../../dist/cli/run.js";

process.on("message", async ({ id, argv, cwd }) => {
  const said = { stdout: "", stderr: "" };
  const status = await run(argv, {
    cwd, color: false, isInteractive: false,
    out: (text) => { said.stdout += text; },
    err: (text) => { said.stderr += text; },
  });
  process.send({ id, status, ...said });
});
