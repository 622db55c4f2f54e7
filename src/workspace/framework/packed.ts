/**
 * An index of models in the form that answers soonest. The first line is a table: for each family the blocks it lies in, each with its first key and its length.
 * The blocks follow, each compressed for itself: lines of a key, a tab and a JSON text, in the order of their keys. So a question unpacks one block and parses its own lines.
 */

import { inflateRawSync } from "node:zlib";
import type { AccessRow, GroupRow, ModelRow, RuleRow } from "./data.ts";

/** What a line of each family says. Several lines may have one key. */
export interface Families {
  /** By name: the modules it depends on. */
  readonly modules: readonly string[];
  /** By the name with underscores, as external ids write it. */
  readonly models: Named<ModelRow>;
  /** By external id. */
  readonly groups: Named<GroupRow>;
  /** By the model that it is about. */
  readonly access: Named<AccessRow>;
  /** By the model that it is about. */
  readonly rules: Named<RuleRow>;
}

/** A row with its name or its external id. */
export type Named<Row> = Row & { readonly id: string };

export type Family = keyof Families;

/** The first line of a packed index. */
export interface Table {
  readonly format: number;
  readonly series: string;
  readonly families: Readonly<Record<Family, readonly (readonly [firstKey: string, length: number])[]>>;
}

/** Changes with the form, so that no other version of us reads it wrongly. */
export const FORMAT = 1;

const NEWLINE = 0x0a;

interface Block {
  readonly first: string;
  readonly start: number;
  readonly end: number;
}

/** The external ids of models have underscores for points, so names are sorted by that. */
export const modelKey = (name: string): string => name.replaceAll(".", "_");

/** A packed index, unpacked block by block as it is asked. */
export class PackedIndex {
  readonly series: string;
  readonly #bytes: Buffer;
  readonly #families = new Map<string, readonly Block[]>();
  readonly #unpacked = new Map<number, Buffer>();

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#bytes.indexOf(NEWLINE);
    const table = JSON.parse(this.#bytes.toString("utf8", 0, Math.max(end, 0)) || "{}") as Partial<Table>;
    if (table.format !== FORMAT || table.series === undefined) throw new Error(`A packed index of format ${FORMAT} was expected, not of ${table.format ?? "none"}.`);
    this.series = table.series;
    let at = end + 1;
    for (const [family, blocks] of Object.entries(table.families ?? {})) {
      this.#families.set(family, blocks.map(([first, length]) => ({ first, start: at, end: (at += length) })));
    }
  }

  /** The rows of a family under a key. */
  rows<F extends Family>(family: F, key: string): readonly Families[F][] {
    const block = this.#blockOf(family, key);
    if (!block) return [];
    const bytes = this.#unpack(block);
    const rows: Families[F][] = [];
    // Every block begins with a line's end, so that one search finds a key at the beginning of any line.
    for (let at = bytes.indexOf(`\n${key}\t`); at >= 0; at = bytes.indexOf(`\n${key}\t`, at + 1)) rows.push(rowAt(bytes, at + 1) as Families[F]);
    return rows;
  }

  /** All lines of a family. */
  *lines<F extends Family>(family: F): Iterable<readonly [key: string, row: Families[F]]> {
    for (const block of this.#families.get(family) ?? []) {
      const bytes = this.#unpack(block);
      for (let at = 1; at > 0 && at < bytes.length; at = bytes.indexOf(NEWLINE, at) + 1) yield [bytes.toString("utf8", at, bytes.indexOf("\t", at)), rowAt(bytes, at) as Families[F]];
    }
  }

  /** The last block that does not begin behind the key: no other can hold it. */
  #blockOf(family: Family, key: string): Block | null {
    const blocks = this.#families.get(family) ?? [];
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.first ?? "") <= key) low = middle + 1;
      else high = middle;
    }
    return blocks[low - 1] ?? null;
  }

  #unpack({ start, end }: Block): Buffer {
    const known = this.#unpacked.get(start);
    if (known) return known;
    const bytes = inflateRawSync(this.#bytes.subarray(start, end));
    this.#unpacked.set(start, bytes);
    return bytes;
  }
}

/** What the line that begins at a place says. */
function rowAt(bytes: Buffer, at: number): unknown {
  const end = bytes.indexOf(NEWLINE, at);
  return JSON.parse(bytes.toString("utf8", bytes.indexOf("\t", at) + 1, end < 0 ? bytes.length : end));
}
