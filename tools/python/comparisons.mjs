/** How our answers about a Python file differ from CPython's: one comparison for each thing that both know. */

/**
 * @typedef {{ kind: string, at: number, theirs: string, ours: string }} Mismatch `at` is an offset in the text
 * @typedef {import("./reference.mjs").Facts} Facts
 */

const SHOWN = 70;
const NAMED = /\\N\{/;

/**
 * Every comparison; a new one is a line here.
 * @type {readonly ((theirs: Facts, ours: any) => Mismatch[])[]}
 */
export const comparisons = [compareNodes, compareConstants, compareTemplates, compareTokens, compareLiterals];

/** Kinds of mismatch that are decided on, each with its reason. They are shown and don't fail a run. */
export const DECIDED = {
  "constant: \\N{…} is not decoded": "which character it names takes Unicode's own table",
  "reading: only we read it; CPython: SyntaxError: encoding problem: utfN with BOM": "a byte order mark beside another spelling of UTF-8 does no harm",
};

/** Text that both may show in one line. */
export const shown = (text) => {
  const line = JSON.stringify(text);
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};

const excerpt = (text, [start, end]) => `[${start}, ${end}] ${shown(text.slice(start, end))}`;
const keyOf = ([kind, start, end]) => `${kind} ${start} ${end}`;

/** What only one of two lists of `[kind, start, end]` holds, as many times as it holds more of it. */
function onlyIn(one, other) {
  const counts = new Map();
  for (const item of other) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return one.filter((item) => {
    const left = counts.get(keyOf(item)) ?? 0;
    if (left > 0) counts.set(keyOf(item), left - 1);
    return left === 0;
  });
}

/** Pairs what is left of both lists: the same thing elsewhere, another thing in its place, or nothing. */
function differences(what, theirs, ours, text) {
  const rest = new Set(onlyIn(ours, theirs));
  const found = onlyIn(theirs, ours).map((item) => {
    const [kind, start, end] = item;
    const take = (test) => {
      const match = [...rest].find(test);
      if (match) rest.delete(match);
      return match;
    };
    const mismatch = (how, other) => ({ kind: `${what}: ${kind} ${how}`, at: start, theirs: excerpt(text, [start, end]), ours: other ? `${other[0]} ${excerpt(text, [other[1], other[2]])}` : "nothing" });
    const otherEnd = take(([k, s]) => k === kind && s === start);
    if (otherEnd) return mismatch("ends elsewhere", otherEnd);
    const otherStart = take(([k, , e]) => k === kind && e === end);
    if (otherStart) return mismatch("begins elsewhere", otherStart);
    const otherKind = take(([, s, e]) => s === start && e === end);
    return otherKind ? mismatch(`is ${otherKind[0]} to us`, otherKind) : mismatch("is missing", null);
  });
  const extra = [...rest].map(([kind, start, end]) => ({ kind: `${what}: ${kind} is only ours`, at: start, theirs: "nothing", ours: excerpt(text, [start, end]) }));
  return [...found, ...extra];
}

function compareNodes(theirs, ours) {
  return differences("node", theirs.nodes, ours.nodes, ours.text);
}

/** Values of what stands at the same place in both; what is missing in one, the nodes have said. */
function compareValues(what, theirs, ours, tell) {
  const known = new Map(ours.map(([start, end, ...value]) => [`${start} ${end}`, value]));
  return theirs.flatMap(([start, end, ...value]) => {
    const own = known.get(`${start} ${end}`);
    if (own === undefined || JSON.stringify(own) === JSON.stringify(value)) return [];
    return [{ kind: tell(start, end) ?? `${what} has another value`, at: start, theirs: shown(value), ours: shown(own) }];
  });
}

function compareConstants(theirs, ours) {
  return compareValues("constant:", theirs.constants, ours.constants, (start, end) => (NAMED.test(ours.text.slice(start, end)) ? "constant: \\N{…} is not decoded" : null));
}

function compareTemplates(theirs, ours) {
  return compareValues("template:", theirs.templates, ours.templates, (start, end) => (NAMED.test(ours.text.slice(start, end)) ? "constant: \\N{…} is not decoded" : null));
}

/** Before 3.12, CPython's own `tokenize` cut words at the marks of letters. */
function compareTokens(theirs, ours) {
  if (typeof theirs.tokens === "string") return [];
  const isCompared = ([kind, start, end]) => theirs.knowsAllWords || kind !== "word" || /^\w+$/.test(ours.text.slice(start, end));
  return differences("token", theirs.tokens.filter(isCompared), ours.tokens.filter(isCompared), ours.text);
}

/** What the lexer of literals says of the string tokens that both have. CPython shows no literal of a token that cannot stand alone. */
function compareLiterals(theirs, ours) {
  if (typeof theirs.tokens === "string") return [];
  const known = new Map(ours.tokens.map((token) => [keyOf(token), token[3]]));
  return theirs.tokens.flatMap((token) => {
    const [kind, start, end, literal] = token;
    const own = known.get(keyOf(token));
    if (kind !== "string" || own === undefined) return [];
    if (own === null) return [{ kind: "literal: is none to us", at: start, theirs: excerpt(ours.text, [start, end]), ours: "nothing" }];
    const [type, value, fault] = own;
    const places = fault === null ? [] : [{ kind: `literal: ${fault}`, at: start, theirs: excerpt(ours.text, [start, end]), ours: shown(value) }];
    const isSame = literal === null || JSON.stringify([type, value]) === JSON.stringify(plain(literal));
    return isSame ? places : [...places, { kind: `literal: ${literal[0]} has another value`, at: start, theirs: shown(plain(literal)), ours: shown([type, value]) }];
  });
}

/** A literal without what its holes say of their values. */
const plain = ([type, value]) => [type, typeof value === "string" ? value : value.map((part) => (typeof part === "string" ? part : []))];
