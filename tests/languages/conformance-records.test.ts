/** What every language of data promises to the reasoning, asked of its specimens. */

import { describe, expect, it } from "vitest";
import type { SourceEdit } from "../../src/facts/edits.ts";
import { contains } from "../../src/facts/node.ts";
import type { DataRecord, FieldValue, RecordFacts } from "../../src/facts/records.ts";
import { DATA, recordsFrom, type Specimen } from "./code-of.ts";

const FILES: readonly Specimen[] = DATA.flatMap((one) => [one, { ...one, name: `${one.name}, CRLF`, text: one.text.replace(/\r?\n/g, "\r\n") }]);
const VALUES: readonly FieldValue[] = [{ kind: "ref", id: "base.group_no_one" }, { kind: "flag", on: true }, { kind: "flag", on: false }];

const applied = (text: string, edits: readonly SourceEdit[]) => edits.toSorted((a, b) => b.range[0] - a.range[0]).reduce((after, { range: [start, end], text: own }) => after.slice(0, start) + own + after.slice(end), text);

/** What a file's records say, without the nodes; of one record without one of its fields. */
const said = (facts: RecordFacts, except: { readonly index: number; readonly name: string }) => facts.records().map(({ kind, id, model, isNoupdate, fields }, index) => ({
  kind, id, model, isNoupdate,
  fields: [...fields].flatMap(([name, { value }]) => (index === except.index && name === except.name ? [] : [[name, { ...value, node: null }]])),
}));

describe.each(FILES)("$name", ({ text, path }) => {
  const facts = recordsFrom({ text, path });
  const records = facts.records();
  const each = (ask: (record: DataRecord, index: number) => void) => { records.forEach(ask); };
  /** The records of the text that edits make. */
  const after = (edits: readonly SourceEdit[]) => recordsFrom({ text: applied(text, edits), path });

  it("there are records, in the order of the file, each with its place", () => {
    expect(records.length).toBeGreaterThan(1);
    const starts = records.map(({ node }) => facts.range(node)[0]);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const lines = text.split("\n");
    each(({ node }) => {
      const { start, end } = facts.place(node);
      expect([start, end].map(({ line, column }) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, column))).toEqual(facts.range(node));
    });
  });

  it("all of a record lies inside it: its id, the place of its findings, its fields and whom they name", () => {
    each((record) => {
      const whole = facts.range(record.node);
      expect(contains(whole, facts.range(record.at))).toBe(true);
      expect(record.idNode !== null).toBe(record.id !== null);
      if (record.idNode) expect(text.slice(...facts.range(record.idNode))).toContain(record.id);
      for (const [name, field] of record.fields) {
        expect(field.name).toBe(name);
        expect(contains(whole, facts.range(field.node)), name).toBe(true);
        if (field.value.kind === "python") expect(contains(facts.range(field.node), facts.range(field.value.node)), name).toBe(true);
        for (const mention of facts.mentions(field)) expect(contains(facts.range(field.node), facts.range(mention.node)), mention.id).toBe(true);
      }
    });
  });

  it("every field says whether it is on, and what it does to the records that it names", () => {
    each(({ fields }) => {
      for (const field of fields.values()) {
        expect(["on", "off", "unknown"]).toContain(facts.flag(field));
        const linked = facts.links(field)?.flatMap(({ mentions }) => mentions.map(({ id }) => id)) ?? [];
        expect(facts.mentions(field).map(({ id }) => id)).toEqual(expect.arrayContaining(linked));
      }
    });
  });

  it("a field that gets a value has it, and nothing else has changed", () => {
    let set = 0;
    each((record, index) => {
      for (const name of record.fields.keys()) {
        for (const value of VALUES) {
          const edits = facts.setField(record, name, value);
          if (edits === null) continue;
          const now = after(edits);
          const field = now.records()[index]?.fields.get(name);
          if (value.kind === "ref") expect(field?.value).toEqual({ kind: "ref", id: value.id });
          else expect(field && now.flag(field)).toBe(value.on ? "on" : "off");
          expect(said(now, { index, name })).toEqual(said(facts, { index, name }));
          const again = now.records()[index];
          expect(again && now.setField(again, name, value)).toEqual([]);
          set += 1;
        }
      }
    });
    expect(set).toBeGreaterThan(0);
  });

  it("a record that is named anew is named so, at that place alone", () => {
    each((record, index) => {
      for (const [name, field] of record.fields) {
        const mentions = facts.mentions(field);
        mentions.forEach((mention, at) => {
          const edit = facts.rename(mention, "base.group_no_one");
          if (edit === null) return;
          const now = after([edit]);
          const renamed = now.records()[index]?.fields.get(name);
          expect(renamed && now.mentions(renamed).map(({ id }) => id)).toEqual(mentions.map(({ id }, other) => (other === at ? "base.group_no_one" : id)));
          expect(said(now, { index, name })).toEqual(said(facts, { index, name }));
        });
      }
    });
  });
});
