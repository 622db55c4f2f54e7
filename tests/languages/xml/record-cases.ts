/** Records of small XML texts, for the tests. */

import type { DataField, DataRecord } from "../../../src/facts/records.ts";
import { xmlRecords, type XMLRecordFacts } from "../../../src/languages/xml/records.ts";

export function factsOf(text: string): XMLRecordFacts {
  const facts = xmlRecords(text, "security/rights.xml");
  if (!facts) throw new Error("not well-formed");
  return facts;
}

export function firstOf(facts: XMLRecordFacts): DataRecord {
  const [record] = facts.records();
  if (!record) throw new Error("no record");
  return record;
}

/** The one field of a record. */
export function fieldOf(field: string): { readonly facts: XMLRecordFacts; readonly field: DataField } {
  const facts = factsOf(`<odoo><record id="a" model="m">${field}</record></odoo>`);
  const [found] = firstOf(facts).fields.values();
  if (!found) throw new Error("no field");
  return { facts, field: found };
}
