#!/usr/bin/env node
/** The command's way in. */

import { run } from "./run.ts";

const write = (stream: NodeJS.WriteStream) => (text: string) => { stream.write(text); };

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: write(process.stdout),
  err: write(process.stderr),
  color: process.env.NO_COLOR ? false : Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY,
  isInteractive: process.stderr.isTTY,
});
