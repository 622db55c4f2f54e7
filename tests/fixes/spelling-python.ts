/** Random statements as text of Python: f-strings, `%`, `format` and sums, with literals side by side, over lines and in a local. */

import { PYTHON } from "./frames.ts";
import type { Ability, Hole, Statement } from "./grammar.ts";
import { byLine, onOneLine, parts, type Mark, type Part } from "./parts.ts";
import type { Random } from "./random.ts";
import type { Program, PythonDriver } from "./specimen.ts";

export const STYLES = ["f", "f lines", "f triple", "percent", "percent lines", "percent table", "percent triple", "format", "format numbers", "format names", "sum"] as const;
export type Style = (typeof STYLES)[number];

interface Traits {
  readonly ability: Ability;
  readonly mark: Mark;
  /** The server types placeholders: a number has to be cast to text, or written by `%d`. */
  readonly isTyped: boolean;
  call(text: string, values: readonly string[]): string;
}

const positional: Mark = () => "%s";
const tuple = (values: readonly string[]): string => (values.length === 0 ? "" : `, (${values.join(", ")},)`);
const PERCENT: Ability = { lists: true, readsPercent: true, readsQuestion: false, numbers: "number" };

export const TRAITS = {
  psycopg2: { ability: PERCENT, isTyped: false, mark: positional, call: (text, values) => `self.env.cr.execute(${text}${tuple(values)})` },
  psycopg: { ability: { ...PERCENT, numbers: "integer" }, isTyped: true, mark: positional, call: (text, values) => `cr.execute(${text}${tuple(values)})\nreturn cr.fetchall()` },
  pymysql: { ability: PERCENT, isTyped: false, mark: positional, call: (text, values) => `cr.execute(${text}${tuple(values)})` },
  sqlite3: { ability: { lists: false, readsPercent: false, readsQuestion: true, numbers: "number" }, isTyped: false, mark: () => "?", call: (text, values) => `cr.execute(${text}${tuple(values)})\nreturn cr.fetchall()` },
} satisfies Partial<Record<PythonDriver, Traits>>;

export interface Plan {
  readonly driver: keyof typeof TRAITS;
  readonly style: Style;
  readonly isLocal: boolean;
  readonly statement: Statement;
}

/** The expression that fills a hole, with quotes of the other kind than those around it. */
function filler({ name, of, form }: Hole, isTyped: boolean, isSum: boolean, quote: string): string {
  switch (of) {
    case "integer":
    case "count":
      return isTyped || (isSum && form % 2 === 0) ? `str(${name})` : isSum ? `str(int(${name}))` : `int(${name})`;
    case "number":
      return isSum ? `str(${name})` : `float(${name})`;
    case "texts":
      return form % 2 === 0 ? `${quote}, ${quote}.join("'%s'" % one for one in ${name})` : `${quote},${quote}.join(["'" + one + "'" for one in ${name}])`;
    case "integers":
      return form % 2 === 0 ? `${quote},${quote}.join(map(str, ${name}))` : `${quote}, ${quote}.join(str(one) for one in ${name})`;
    default:
      if (form === 7 || form === 4) {
        const choice = form === 7 ? `${name} or ${quote}Rex${quote}` : `${name} if ${name} else ${quote}dog${quote}`;
        return isSum ? `(${choice})` : choice;
      }
      return form === 6 ? `str(${name})` : form === 5 ? `${name}.strip()` : name;
  }
}

/** A value of `%` as it can stand behind it alone. */
const atom = (source: string, { name }: Hole): string => (/ or | if /.test(source) ? name : source);

const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
const literal = (text: string, prefix = ""): string => `${prefix}"${escaped(text)}"`;
const triple = (text: string, prefix = ""): string => `${prefix}"""${text}"""`;

type Pieces = readonly (string | Hole)[];

class Speller {
  readonly #isTyped: boolean;
  /** What stands behind a format, in order. */
  readonly values: { readonly name: string; readonly source: string }[] = [];

  constructor(isTyped: boolean) {
    this.#isTyped = isTyped;
  }

  /** An f-string's text; one without holes is none. */
  f(pieces: Pieces, wrap: typeof literal, quote: string): string {
    const texts = pieces.filter((one) => typeof one === "string");
    if (texts.length === pieces.length) return wrap(texts.join(""));
    return wrap(pieces.map((one, index) => (typeof one === "string" ? one.replace(/[{}]/g, "$&$&") : `\u0000${index}\u0000`)).join(""), "f")
      .replace(/\0(\d+)\0/g, (_, index: string) => `{${filler(pieces[Number(index)] as Hole, this.#isTyped, false, quote)}}`);
  }

  percent(pieces: Pieces, isTable: boolean): string {
    return pieces.map((one) => {
      if (typeof one === "string") return one.replaceAll("%", "%%");
      const isNumber = (one.of === "integer" || one.of === "count") && (this.#isTyped || one.form % 3 === 0);
      const source = isNumber ? one.name : atom(filler(one, this.#isTyped, false, '"'), one);
      const key = this.#put(source, one);
      return `%${isTable ? `(${key})` : ""}${isNumber ? "d" : "s"}`;
    }).join("");
  }

  format(pieces: Pieces, style: Style): string {
    return pieces.map((one) => {
      if (typeof one === "string") return one.replace(/[{}]/g, "$&$&");
      const key = this.#put(filler(one, this.#isTyped, false, '"'), one);
      return style === "format" ? "{}" : style === "format numbers" ? `{${this.values.length - 1}}` : `{${key}}`;
    }).join("");
  }

  sum(pieces: Pieces): string {
    return pieces.map((one) => (typeof one === "string" ? literal(one) : filler(one, this.#isTyped, true, '"'))).join(" + ");
  }

  /** Keys are the names of the values; a name's second one has a number. */
  #put(source: string, { name }: Hole): string {
    const key = this.values.some((one) => one.name === name) ? `${name}_${this.values.length}` : name;
    this.values.push({ name: key, source });
    return key;
  }

  tuple(): string {
    return `(${this.values.map(({ source }) => source).join(", ")}${this.values.length === 1 ? "," : ""})`;
  }

  table(): string {
    return `{${this.values.map(({ name, source }) => `"${name}": ${source}`).join(", ")}}`;
  }
}

const bracketed = (lines: readonly string[]): string => `(\n    ${lines.join("\n    ")}\n)`;

function spelled(written: readonly Part[], style: Style, isTyped: boolean): string {
  const speller = new Speller(isTyped);
  const line = onOneLine(written, " ");
  const lines = onOneLine(written, "\n    ");
  switch (style) {
    case "f":
      return speller.f(line, literal, "'");
    case "f lines":
      return bracketed(byLine(written).map((one) => speller.f(one, literal, "'")));
    case "f triple":
      return speller.f(lines, triple, '"');
    case "percent":
      return `${literal(speller.percent(line, false))} % ${speller.values.length === 1 ? (speller.values[0]?.source ?? "") : speller.tuple()}`;
    case "percent lines": {
      const texts = byLine(written).map((one) => literal(speller.percent(one, false)));
      return `${bracketed(texts)} % ${speller.tuple()}`;
    }
    case "percent table":
      return `${literal(speller.percent(line, true))} % ${speller.table()}`;
    case "percent triple":
      return `${triple(speller.percent(lines, false))} % ${speller.tuple()}`;
    case "format":
    case "format numbers":
      return `${literal(speller.format(line, style))}.format(${speller.values.map(({ source }) => source).join(", ")})`;
    case "format names":
      return `${literal(speller.format(line, style))}.format(${speller.values.map(({ name, source }) => `${name}=${source}`).join(", ")})`;
    case "sum":
      return speller.sum(line);
  }
}

export function randomPlan(random: Random, drivers: readonly Plan["driver"][], make: (ability: Ability) => Statement): Plan {
  const driver = random.pick(drivers);
  const statement = make(TRAITS[driver].ability);
  // Before Python 3.12 an f-string cannot hold its own quotes.
  const hasTexts = Object.values(statement.parameters).includes("texts");
  const style = random.pick(STYLES.filter((one) => !hasTexts || (one !== "f" && one !== "f lines")));
  return { driver, style, isLocal: random.chance(0.25), statement };
}

export function programOf({ driver, style, isLocal, statement }: Plan): Program {
  const traits: Traits = TRAITS[driver];
  const written = parts(statement, traits.mark, traits.ability);
  const text = spelled(written.parts, style, traits.isTyped);
  const body = isLocal ? `query = ${text}\n${traits.call("query", written.bound)}` : traits.call(text, written.bound);
  return { on: { language: "python", driver }, kinds: Object.values(statement.parameters), source: PYTHON[driver](body, Object.keys(statement.parameters), "") };
}
