/** One program for each folder and settings, shared by the files that are linted one behind the other. */

import { dirname } from "node:path";
import { Program } from "../workspace/program.ts";
import type { Settings } from "./settings.ts";

/** How long a program is taken for current, in milliseconds: longer than the files of a folder take, shorter than a person's edit. */
const CURRENT = 1_000;

const programs = new Map<string, { readonly program: Program; readonly madeAt: number }>();

/** The program that a file is a part of. */
export function programOf(path: string, { series, addonsPath, framework }: Pick<Settings, "series" | "addonsPath" | "framework">): Program {
  const key = JSON.stringify([dirname(path), series, addonsPath, framework]);
  const known = programs.get(key);
  if (known && performance.now() - known.madeAt < CURRENT) return known.program;
  const program = new Program(path, { series, addonsPath, framework });
  programs.set(key, { program, madeAt: performance.now() });
  return program;
}
