#!/usr/bin/env node
/** The command's way in. */

import module from "node:module";

// Node 22 keeps what it compiled, so that the second run starts faster; Node 20 has no such thing.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const write = (stream: NodeJS.WriteStream) => (text: string) => { stream.write(text); };

// Whoever reads the report may stop reading (`pitfalls | head`).
process.stdout.on("error", () => process.exit(2));

const { env, stdout, stderr } = process;
const isDumb = env.TERM === "dumb";
const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";

try {
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: write(stdout),
    err: write(stderr),
    color: !env.NO_COLOR && (isForced || (stdout.isTTY && !isDumb)),
    isInteractive: stderr.isTTY && !isDumb,
  });
} catch (error) {
  // Node would end with 1, which says "findings".
  stderr.write(`pitfalls failed; please report this:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}
