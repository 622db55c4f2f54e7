/** Whether a placeholder does, where a value stands in the text, what the value did there. */

import type { Spot } from "../facts/edits.ts";
import type { BindAction } from "./sql-values.ts";
import type { WrittenSql } from "./sql-written.ts";

/** `unsure`: for most values, so a person has to look. */
export type Fit = "yes" | "unsure" | "no";

interface Around {
  readonly before: string;
  readonly after: string;
}

const ARITHMETIC = /[-+*/%]\s*$/;
const JSON_PATH = /(?:->>?|#>>?|\?)\s*$/;
const OUTPUT = new Set(["select", "group", "order", "returning", "with"]);

export function fitOf(written: WrittenSql, action: BindAction): Fit {
  const around = aroundOf(written, action);
  const { driver } = written;
  if (isGlued(written, around) || (driver.isSpaced === true && !isSpaced(around))) return "no";
  if (driver.typesPlaceholders && !isTypedAlike(written, action, around)) return "no";
  if (driver.countsRows === false && /\b(?:limit|offset)\s*$/i.test(around.before)) return "no";
  return driver.bindsReals === true && isNumber(action) && !isCompared(around) ? "unsure" : "yes";
}

/** The text that stands beside a placeholder: what goes with the value is not part of it. */
function aroundOf({ template: { segments } }: WrittenSql, { hole, extent }: BindAction): Around {
  const { literal } = hole;
  const start: Spot = extent !== "hole" && extent !== "list" && literal ? literal.quote : { segment: hole.index - 1, offset: Infinity };
  const end: Spot = extent !== "hole" && extent !== "list" && literal?.to ? { ...literal.to, offset: literal.to.offset + 1 } : { segment: hole.index + 1, offset: 0 };
  const chars = (index: number) => {
    const segment = segments[index];
    return segment?.kind === "chars" ? segment.value : "";
  };
  return { before: chars(start.segment).slice(0, start.offset === Infinity ? undefined : start.offset), after: chars(end.segment).slice(end.offset) };
}

/** `$1AND` is no placeholder and a word. What fills the value in itself writes its own quotes. */
const isGlued = ({ driver }: WrittenSql, { before, after }: Around): boolean =>
  (!driver.fillsItself || driver.placeholder.endsWith("name")) && driver.placeholder !== "?" && (/^[\w$]/.test(after) || /[\w$]$/.test(before));

const isSpaced = ({ before, after }: Around): boolean => /(?:^|[\s(,=<>])$/.test(before) && /^(?:[\s),;]|::|$)/.test(after);

/** A server that gives each placeholder a type of its own finds the same one. */
function isTypedAlike({ template, sql: { end } }: WrittenSql, action: BindAction, { before, after }: Around): boolean {
  const { context } = action.hole;
  if (/^\s*is\b/i.test(after)) return false;
  const isOutput = OUTPUT.has(context.clause);
  // A literal in quotes has no type of its own either; a number has.
  if (action.extent === "hole" && !action.isList) return !isOutput && context.argumentOf === null && !ARITHMETIC.test(before) && !JSON_PATH.test(before) && !/\b(?:then|else)\s*$/i.test(before);
  // The same text in two places is one expression; two placeholders are two.
  const text = template.segments.map((segment) => (segment.kind === "chars" ? segment.value : " ")).join("");
  return !(isOutput && end.first === "select" && /\b(?:group\s+by|distinct)\b/i.test(text));
}

const isNumber = ({ hole: { value } }: BindAction): boolean => value.kind === "atom" && (value.type === "number" || value.type === "integer");

const isCompared = ({ before }: Around): boolean => /(?:[<>]=?|<>|!=|\bbetween|\band|\blimit|\boffset|(?:\bwhere|\band|\bor|\bon|\()[^()]*=)\s*$/i.test(before);
