/** `pitfalls index`: what the models of a framework are, read from its source and packed into one file. */

import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { packed } from "../workspace/framework/pack.ts";
import { indexOf } from "../workspace/framework/source.ts";
import { onOneLine } from "./excerpt.ts";
import { reason } from "./files.ts";
import { UsageError } from "./options.ts";
import type { Surroundings } from "./run.ts";
import { writeWhole } from "./whole-file.ts";

const DEFAULT = "pitfalls-index.bin";

/** Makes the index that the arguments ask for; throws a UsageError when it cannot. */
export function makeIndex(argv: readonly string[], { cwd, out, err }: Surroundings): number {
  const { folder, output } = argumentsFrom(argv);
  const path = resolve(cwd, folder);
  if (!existsSync(path)) throw new UsageError(`${folder}: there is no such folder`);
  if (!statSync(path).isDirectory()) throw new UsageError(`${folder}: this is no folder`);
  const unread: string[] = [];
  const index = indexOf(path, { onUnread: (file, why) => unread.push(`${file}: ${why}`) });
  const modules = Object.keys(index.modules).length;
  if (modules === 0) throw new UsageError(`${folder}: there is no module with a __manifest__.py in it`);
  const bytes = packed(index);
  try {
    writeWhole(resolve(cwd, output), bytes);
  } catch (error) {
    throw new UsageError(`${output}: the index cannot be written (${reason(error)})`);
  }
  const [first, ...more] = unread;
  if (first !== undefined) err(`pitfalls: ${onOneLine(first)}${more.length > 0 ? `; ${more.length} more could not be read` : ""}\n`);
  const count = (rows: object, noun: string) => { const { length } = Object.keys(rows); return `${length} ${noun}${length === 1 ? "" : "s"}`; };
  const counts = [count(index.modules, "module"), count(index.models, "model"), count(index.groups, "group"), count(index.access, "access row"), count(index.rules, "rule")];
  out(`${output}: series ${index.series}, ${counts.join(", ")}, ${Math.ceil(bytes.length / 1000)} kB\n`);
  return 0;
}

function argumentsFrom(argv: readonly string[]): { readonly folder: string; readonly output: string } {
  const { values: { output = DEFAULT }, positionals } = parsed(argv);
  const [folder = "", ...more] = positionals;
  if (folder === "" || more.length > 0) throw new UsageError("index wants one folder: pitfalls index ODOO_DIR [--output FILE]");
  if (output === "") throw new UsageError("--output wants the name of a file");
  return { folder, output };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: { output: { type: "string", short: "o" } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).split(/\. To specify|\.?\n/)[0] ?? "");
  }
}
