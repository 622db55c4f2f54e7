/** The catalog taken apart: what its rows name, and the catalog without one of them. */

import type { AccessRow, Framework, Language, Row, SinkRow } from "../../src/catalog/schema.ts";
import type { OperationKeys } from "../../src/facts/access.ts";

/** One name of a row, as specimens call it. */
export interface Named {
  readonly language: Language;
  readonly framework: string;
  /** Rows that say what something is share one family: one of them speaks for a path. */
  readonly family: string;
  readonly path: string;
}

/** The names of a row. */
export function namesOf(row: Row): readonly string[] {
  switch (row.family) {
    case "name":
      return row.from;
    case "sink":
    case "step":
    case "guard":
    case "opening":
      return row.calls;
    case "clean":
    case "source":
    case "own":
    case "access":
      return row.paths;
    case "entry":
      return row.roles;
    case "role":
      return row.bases;
  }
}

/** The family that a row answers in. */
export const familyOf = ({ family }: Row): string => (family === "clean" || family === "source" || family === "own" ? "value" : family);

/** Everything that the catalog names, modules of assumed drivers included. */
export const allNames = (frameworks: readonly Framework[]): readonly Named[] =>
  frameworks.flatMap(({ name, language, rows, assumed }) => [
    ...rows.flatMap((row) => namesOf(row).map((path) => ({ language, framework: name, family: familyOf(row), path }))),
    ...(assumed?.modules ?? []).map((path) => ({ language, framework: name, family: "assumed", path })),
  ]);

/** The one name that a specimen means: by its path, with its family in front where a path stands in several: `(guard) list.count`. */
export function meant(names: readonly Named[], language: Language, written: string): Named {
  const [, family, path = written] = /^\((\w+)\) (.*)$/.exec(written) ?? [];
  const found = names.filter((one) => one.language === language && one.path === path && (family === undefined || one.family === family));
  const [only, ...more] = found;
  if (!only) throw new Error(`no row names \`${written}\``);
  if (more.length > 0) throw new Error(`several rows name \`${written}\`: ${found.map((one) => one.family).join(", ")}`);
  return only;
}

/** The same frameworks, without one name. */
export const without = (frameworks: readonly Framework[], { language, framework, family, path }: Named): readonly Framework[] =>
  frameworks.map((one) => {
    if (one.language !== language || one.name !== framework) return one;
    const { assumed, ...rest } = one;
    const kept = assumed && family === "assumed" ? { ...assumed, modules: assumed.modules.filter((module) => module !== path) } : assumed;
    return { ...rest, ...(kept ? { assumed: kept } : {}), rows: one.rows.map((row) => (familyOf(row) === family ? withoutName(row, path) : row)) };
  });

function withoutName(row: Row, path: string): Row {
  const names = namesOf(row);
  if (!names.includes(path)) return row;
  const left = names.filter((one) => one !== path);
  switch (row.family) {
    case "name":
      return { ...row, from: left };
    case "sink":
    case "step":
    case "guard":
    case "opening":
      return { ...row, calls: left };
    case "clean":
    case "source":
    case "own":
      return { ...row, paths: left };
    case "access":
      return { ...row, paths: left };
    case "entry":
      return { ...row, roles: left };
    case "role":
      return { ...row, bases: left };
  }
}

/** A row without one of the things that it says, each of which some specimen has to need. */
export interface Lesser {
  readonly what: string;
  readonly row: Row;
}

/** All that can be left out of a row but its names. */
export function lesserRows(row: Row): readonly Lesser[] {
  switch (row.family) {
    case "sink":
      return lesserSinks(row);
    case "clean":
    case "source":
    case "own": {
      const { quoted, isNullable, rowOf, ...value } = row.value;
      // A name's quotes are told apart from a text's by nobody yet.
      const kept = { quoted: quoted === "literal" ? quoted : undefined, isNullable, rowOf };
      return Object.entries(kept).flatMap(([what, own]) => (own === undefined ? [] : [{ what, row: { ...row, value: { ...value, ...defined({ ...kept, [what]: undefined }) } } }]));
    }
    case "access":
      return lesserAccesses(row);
    case "opening":
      return [...row.given.map((one) => ({ what: `given ${one}`, row: { ...row, given: row.given.filter((other) => other !== one) } })), ...row.operations.map((one) => ({ what: one, row: { ...row, operations: row.operations.filter((other) => other !== one) } }))];
    case "name":
    case "step":
    case "guard":
    case "entry":
    case "role":
      return [];
  }
}

function lesserSinks(row: SinkRow): readonly Lesser[] {
  const { objectValues, raw, isTag, ...rest } = row;
  const kept = { objectValues, raw, isTag };
  return [
    ...(row.text.length > 1 ? row.text.map((at, index) => ({ what: `text ${at.property ?? at.keyword ?? at.position}`, row: { ...row, text: row.text.filter((_, other) => other !== index) } })) : []),
    ...row.text.flatMap(({ keyword, ...at }, index) => (keyword === undefined ? [] : [{ what: `keyword ${keyword}`, row: { ...row, text: row.text.map((one, other) => (other === index ? at : one)) } }])),
    ...(row.values === null ? [] : [{ what: "values", row: { ...row, values: null } }]),
    ...Object.entries(kept).flatMap(([what, own]) => (own === undefined ? [] : [{ what, row: { ...rest, ...defined({ ...kept, [what]: undefined }) } }])),
  ];
}

function lesserAccesses(row: AccessRow): readonly Lesser[] {
  const { form } = row;
  const { defaultsToUsers, ...undefaulted } = form;
  const operations = Object.entries(form.operations);
  const withOperations = (changed: readonly (readonly [string, OperationKeys])[]): Row => ({ ...row, form: { ...form, operations: Object.fromEntries(changed) } });
  const withKeys = (operation: string, keys: OperationKeys): Row => withOperations(operations.map(([name, own]) => [name, name === operation ? keys : own]));
  return [
    ...operations.map(([name]) => ({ what: name, row: withOperations(operations.filter(([other]) => other !== name)) })),
    ...operations.flatMap(([name, keys]) => [
      ...(keys.at.length > 1 ? keys.at.map((at) => ({ what: `${name} at ${at}`, row: withKeys(name, { ...keys, at: keys.at.filter((one) => one !== at) }) })) : []),
      ...(keys.hiddenBy ?? []).map((by) => ({ what: `${name} hidden by ${by}`, row: withKeys(name, { ...keys, hiddenBy: (keys.hiddenBy ?? []).filter((one) => one !== by) }) })),
      ...(keys.narrowedBy ?? []).map((by) => ({ what: `${name} narrowed by ${by}`, row: withKeys(name, { ...keys, narrowedBy: (keys.narrowedBy ?? []).filter((one) => one !== by) }) })),
    ]),
    ...(defaultsToUsers ? [{ what: "defaultsToUsers", row: { ...row, form: undefaulted } }] : []),
  ];
}

const defined = (entries: Readonly<Record<string, unknown>>): object => Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** The same frameworks with one row in place of another. */
export const replaced = (frameworks: readonly Framework[], row: Row, by: Row): readonly Framework[] =>
  frameworks.map((one) => (one.rows.includes(row) ? { ...one, rows: one.rows.map((own) => (own === row ? by : own)) } : one));
