/** The form of the packed index: what is put in is found, block by block; what it cannot read it says. */

import { describe, expect, it } from "vitest";
import type { IndexData, ModelRow } from "../../../src/workspace/framework/data.ts";
import { packed } from "../../../src/workspace/framework/pack.ts";
import { PackedIndex } from "../../../src/workspace/framework/packed.ts";

const NOTHING: IndexData = { series: "99", modules: {}, models: {}, groups: {}, access: {}, rules: {} };
const reader = (data: Partial<IndexData>): PackedIndex => new PackedIndex(packed({ ...NOTHING, ...data }));
const long = (id: number): ModelRow => ({ kind: "model", module: "base", methods: Array.from({ length: 300 }, (_, at) => `method_${id}_${at}`) });

describe("a packed index", () => {
  const models = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`model.${String.fromCodePoint(97 + at)}`, long(at)]));

  it("finds each row in many blocks", () => {
    const index = reader({ models });
    expect(Object.fromEntries(Object.keys(models).map((name) => [name, index.rows("models", name.replace(".", "_"))[0]]))).toEqual(Object.fromEntries(Object.entries(models).map(([id, row]) => [id, { id, ...row }])));
  });

  it("finds nothing before, between and behind them", () => {
    const index = reader({ models });
    expect(["a", "model_", "model_aa", "model_b_x", "z", ""].map((key) => index.rows("models", key))).toEqual([[], [], [], [], [], []]);
  });

  it("gives all lines, in the order of their keys", () => {
    expect([...reader({ models }).lines("models")].map(([key]) => key)).toEqual(Object.keys(models).map((name) => name.replace(".", "_")));
  });

  it("finds all rows of one key", () => {
    const access = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`base.access_${at}`, { model: at % 2 ? "odd.model" : "even.model", perms: "rwcu", group: `base.group_${at}` }]));
    expect(reader({ access }).rows("access", "odd.model").map(({ id }) => id)).toEqual(Object.keys(access).filter((_, at) => at % 2));
  });

  it("keeps what is not ASCII", () => {
    expect(reader({ rules: { "base.r": { model: "ä.ö", domain: "[('name', '=', '→\n')]" } } }).rows("rules", "ä.ö")).toEqual([{ id: "base.r", model: "ä.ö", domain: "[('name', '=', '→\n')]" }]);
  });

  it("may be empty", () => {
    expect([...reader({}).lines("groups")]).toEqual([]);
  });

  it("that lies inside of other bytes is read from there", () => {
    const bytes = packed({ ...NOTHING, modules: { base: [] } });
    const around = Buffer.concat([Buffer.from("before"), bytes, Buffer.from("behind")]);
    expect(new PackedIndex(around.subarray(6, 6 + bytes.length)).rows("modules", "base")).toEqual([[]]);
  });

  it.each(["", "{}\n", '{"format":0,"series":"18"}\n'])("is not %j", (text) => {
    expect(() => new PackedIndex(Buffer.from(text))).toThrow("A packed index of format 1 was expected");
  });
});
