/** Our verdict on damaged files is that of expat, which has read XML since 1998. Needs `python3`; skipped where there is none. */

import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { faultIn, XML_SPECIMENS } from "./reading.ts";

const MUTANTS = 3000;
const SNIPPETS = [
  "<", ">", "&", '"', "'", "/", "=", "]]>", "--", "<!--", "-->", "<![CDATA[", "<?", "?>", "&#0;", "&#x41;", "&#xFFFF;", "&nbsp;", "&company;", "&mine;", "</field>", "<a/>", "<a b='c' b='d'/>",
  "\u0001", "\uFFFE", "é", "×", "📚", "\r\n", "\n", "\t", " ", "%", "%a;", ";", "-", "1", ":", "[", "]", "<?xml version='1.0'?>", "<?a?>", "<!DOCTYPE a>", "<!ENTITY b 'c'>", "<!ENTITY company 'd'>", "<!ELEMENT a (b|c)*>",
  "<!ATTLIST a b (c|d) 'c'>", "<!NOTATION a SYSTEM 'b'>", " SYSTEM 'a'", " PUBLIC 'a' 'b'", " standalone='yes'",
];

/** Where we knowingly judge otherwise, and why. */
const DIFFERENCES: readonly { readonly why: string; readonly is: (judged: Judged) => boolean }[] = [
  { why: "an encoding that we do not read, and pyexpat does by Python's own tables", is: ({ ours }) => ours?.includes("only UTF-8 is read") === true },
  { why: "we refuse entities much earlier than expat's amplification limit", is: ({ ours }) => /which is refused$|nested too deeply/.test(ours ?? "") },
  { why: "names as in XML's fifth edition, which allows characters beyond U+FFFF, as libxml2 does; expat keeps to the fourth", is: ({ ours, theirs, text }) => ours === null && theirs.includes("invalid token") && /[\u{10000}-\u{EFFFF}]/u.test(text.split(/\r\n|\r|\n/)[Number.parseInt(theirs, 10) - 1] ?? "") },
];

interface Judged {
  readonly text: string;
  /** `line:column message`; null for well-formed. */
  readonly ours: string | null;
  /** `line message`; `ok` for well-formed. */
  readonly theirs: string;
}

/** Numbers from 0 below a limit, the same in every run. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A text with one or two damages, by code points. */
function mutant(text: string, below: (limit: number) => number): string {
  let characters = Array.from(text);
  for (let left = 1 + below(2); left > 0; left -= 1) {
    // The head of a file has most of the grammar in it.
    const at = below(below(3) === 0 ? 400 : characters.length);
    const length = 1 + below(below(4) === 0 ? 30 : 2);
    const piece = characters.slice(at, at + length);
    const snippet = Array.from(SNIPPETS[below(SNIPPETS.length)] ?? "");
    const instead = [[], [...piece, ...piece], snippet, [...piece, ...snippet]][below(4)] ?? [];
    characters = [...characters.slice(0, at), ...instead, ...characters.slice(at + length)];
  }
  return characters.join("");
}

const JUDGE = `
import json, sys
from xml.parsers import expat
for line in sys.stdin:
    parser = expat.ParserCreate()
    try:
        parser.Parse(json.loads(line).encode("utf-8"), True)
        print("ok")
    except Exception as error:  # an encoding that Python does not know is no ExpatError
        print(getattr(error, "lineno", 1), error)
`;

const hasPython = spawnSync("python3", ["-c", "import xml.parsers.expat"]).status === 0;

function judged(texts: readonly string[]): readonly Judged[] {
  const { stdout } = spawnSync("python3", ["-c", JUDGE], { input: texts.map((text) => JSON.stringify(text)).join("\n"), encoding: "utf8", maxBuffer: 2 ** 26 });
  const verdicts = stdout.trimEnd().split("\n");
  expect(verdicts).toHaveLength(texts.length);
  return texts.map((text, index) => ({ text, ours: faultIn(text), theirs: verdicts[index] ?? "" }));
}

it.skipIf(!hasPython)("of 3000 damaged files we refuse those that expat refuses, mostly on the same line", { timeout: 120_000 }, () => {
  const below = random(20_260);
  const all = judged(Array.from({ length: MUTANTS }, (_, index) => mutant(XML_SPECIMENS[index % XML_SPECIMENS.length]?.text ?? "", below)));
  const refused = all.filter(({ theirs }) => theirs !== "ok");
  expect(refused.length).toBeGreaterThan(MUTANTS / 2);
  expect(all.length - refused.length).toBeGreaterThan(MUTANTS / 10);
  const others = all.filter(({ text, ours, theirs }) => (ours === null) !== (theirs === "ok") && !DIFFERENCES.some(({ is }) => is({ text, ours, theirs })));
  expect(others.map(({ ours, theirs }) => `${ours ?? "ok"} | ${theirs}`)).toEqual([]);
  // Where they differ: we point at where something that never ends begins, and at a declaration as a whole; expat reads a tag to its end before it looks at references.
  const sameLine = refused.filter(({ ours, theirs }) => ours?.split(":")[0] === theirs.split(" ")[0]);
  expect(sameLine.length / refused.length).toBeGreaterThan(0.95);
});
