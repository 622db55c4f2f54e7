/** The records behind the source code of a data file. */

import type { SourceCode } from "eslint";
import type { RecordFacts } from "../facts/records.ts";
import { CSVRecordFacts } from "../languages/csv/records.ts";
import { CSVSourceCode } from "../languages/csv/source-code.ts";
import { XMLRecordFacts } from "../languages/xml/records.ts";
import { XMLSourceCode } from "../languages/xml/source-code.ts";

const files = new WeakMap<object, RecordFacts | null>();

/** Null for a file that holds no records by its language. */
export function recordsOf(source: SourceCode, path: string): RecordFacts | null {
  const known = files.get(source);
  if (known !== undefined) return known;
  const records = factsOf(source, path);
  files.set(source, records);
  return records;
}

function factsOf(source: unknown, path: string): RecordFacts | null {
  if (source instanceof XMLSourceCode) return new XMLRecordFacts({ source, path });
  return source instanceof CSVSourceCode ? new CSVRecordFacts({ text: source.text, ast: source.ast, path }) : null;
}
