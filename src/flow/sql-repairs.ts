import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import type { Fault, Placeholders } from "./sql-findings.ts";
export function repairsOf(_e: Engine, _h: { call: CodeNode }, _f: Fault): readonly [] { return []; }
export function quotedRepairs(_e: Engine, _h: { call: CodeNode }, _m: Placeholders, _p: string): readonly [] | null { return []; }
