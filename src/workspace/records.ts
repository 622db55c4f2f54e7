/** The records that an addon loads, in the order in which it does. */

import { readFileSync } from "node:fs";
import type { DataRecord, RecordFacts } from "../facts/records.ts";
import { csvRecords } from "../languages/csv/records.ts";
import { xmlRecords } from "../languages/xml/records.ts";
import type { Addon } from "./addons.ts";
import { Kept, stampOf } from "./kept.ts";

export interface Loaded {
  readonly record: DataRecord;
  /** With the addon's name before it; null for a record that nobody can refer to. */
  readonly id: string | null;
  readonly facts: RecordFacts;
}

const files = new Kept<RecordFacts | null>(stampOf, read);

/** All that an addon's manifest loads; `current` takes the place of the same file on disk. */
export function loadedBy(addon: Addon, current: RecordFacts | null = null): readonly Loaded[] {
  const paths = addon.manifest?.data ?? [];
  return paths.flatMap((path) => {
    const facts = current?.path === path ? current : files.of(path);
    return facts ? facts.records().map((record) => ({ record, facts, id: record.id === null ? null : fullId(record.id, addon) })) : [];
  });
}

/** An external id with its module. */
export const fullId = (id: string, addon: Addon): string => (id.includes(".") ? id : `${addon.name}.${id}`);

function read(path: string): RecordFacts | null {
  try {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    return /\.csv$/i.test(path) ? csvRecords(text, path) : /\.xml$/i.test(path) ? xmlRecords(text, path) : null;
  } catch {
    return null;
  }
}
