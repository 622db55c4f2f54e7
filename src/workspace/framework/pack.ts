/** Writes an index in the form that `packed.ts` reads. */

import { deflateRawSync } from "node:zlib";
import type { AccessRow, IndexData, RuleRow } from "./data.ts";
import { FORMAT, modelKey, type Families, type Family, type Table } from "./packed.ts";

/** How many bytes of lines a block holds at most, unless one key has more: what zlib unpacks at one go, three times as fast for each byte as twice that. */
const BLOCK = 16_000;

type Line = readonly [key: string, row: Families[Family]];

/** The bytes of a packed index. */
export function packed(data: IndexData): Uint8Array {
  const families = Object.entries(linesOf(data)).map(([family, lines]) => [family, blocksOf(lines)] as const);
  const table = { format: FORMAT, series: data.series, families: Object.fromEntries(families.map(([family, blocks]) => [family, blocks.map(({ first, bytes }) => [first, bytes.length])])) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(table satisfies Omit<Table, "families">)}\n`), ...families.flatMap(([, blocks]) => blocks.map(({ bytes }) => bytes))]);
}

function linesOf(data: IndexData): Readonly<Record<Family, readonly Line[]>> {
  return {
    modules: Object.entries(data.modules),
    models: Object.entries(data.models).map(([id, row]) => [modelKey(id), { id, ...row }]),
    groups: Object.entries(data.groups).map(([id, row]) => [id, { id, ...row }]),
    access: Object.entries(data.access).flatMap(([id, row]) => modelsOf(row).map((model): Line => [model, { id, ...row }])),
    rules: Object.entries(data.rules).flatMap(([id, row]) => modelsOf(row).map((model): Line => [model, { id, ...row }])),
  };
}

/** The models that a record is about, by itself or as another module changes it. What is about none, or whose definition is not known, is found by nobody. */
function modelsOf({ absent = false, model, by = {} }: AccessRow | RuleRow): readonly string[] {
  const changes: readonly Pick<RuleRow, "model">[] = Object.values(by);
  const models = absent ? [] : [model, ...changes.map((change) => change.model)];
  return [...new Set(models.filter((one) => typeof one === "string"))];
}

function blocksOf(lines: readonly Line[]): readonly { first: string; bytes: Buffer }[] {
  const blocks: { first: string; text: string; last: string }[] = [];
  for (const [key, row] of lines.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))) {
    const line = `\n${key}\t${JSON.stringify(row)}`;
    const block = blocks.at(-1);
    // What has one key stays together: a question looks into one block.
    if (block && (block.text.length + line.length <= BLOCK || block.last === key)) {
      block.text += line;
      block.last = key;
    } else blocks.push({ first: key, text: line, last: key });
  }
  return blocks.map(({ first, text }) => ({ first, bytes: deflateRawSync(text, { level: 9, memLevel: 9 }) }));
}
