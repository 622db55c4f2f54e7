/** What files say of models, kept between runs by content. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { ModelPart } from "../../src/workspace/models.ts";
import { keepSummariesIn, summarized, writeSummaries } from "../../src/workspace/summaries.ts";
import { folderWith } from "./addon-folders.ts";

const part = (file: string): ModelPart => ({
  file, model: "shelf.book", kind: "model", parents: ["mail.thread"], delegates: [], attributes: new Map([["_name", "shelf.book"]]), fields: new Map([["title", ["char", { groups: "base.group_user" }]]]), methods: new Set(["find"]),
});

afterEach(() => { keepSummariesIn(null); });

it("reads a text once, whatever file it is in, and gives back what was read", () => {
  const file = join(folderWith({}), "deep/summaries.json");
  keepSummariesIn(file);
  expect(summarized("/a.py", "text", () => [part("/a.py")])).toEqual([part("/a.py")]);
  writeSummaries();
  keepSummariesIn(file);
  const read: string[] = [];
  expect(summarized("/b.py", "text", () => { read.push("again"); return []; })).toEqual([part("/b.py")]);
  expect(summarized("/b.py", "another text", () => { read.push("new"); return []; })).toEqual([]);
  expect(read).toEqual(["new"]);
});

it("counts a file that is none of ours as an empty one, and writes over it", () => {
  const file = join(folderWith({ "summaries.json": "{ broken" }), "summaries.json");
  keepSummariesIn(file);
  expect(summarized("/a.py", "text", () => [part("/a.py")])).toHaveLength(1);
  writeSummaries();
  expect(JSON.parse(readFileSync(file, "utf8"))).toHaveProperty("form");
});

it("keeps nothing unless it is told where", () => {
  const file = join(folderWith({}), "summaries.json");
  writeFileSync(file, "untouched");
  summarized("/a.py", "text", () => [part("/a.py")]);
  writeSummaries();
  expect(readFileSync(file, "utf8")).toBe("untouched");
});
