/** Harmless values, by what a program was written for, and what each driver reads as its own in a text. */

/** What a parameter is meant to be. */
export type Kind = "text" | "word" | "integer" | "count" | "number" | "day" | "date" | "flag" | "texts" | "integers" | "numbers" | "days" | "column" | "json";

/** A value as both languages are given it; `{ $date }` is a date of the language. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

const VALUES: Readonly<Record<Kind, readonly Value[]>> = {
  text: ["Rex", "", "Zoë Grün", "two words", "100%", "a_b", "what?", "$1", ":x", "%s", "名前", "{0}", "%(x)s", "@p1", "??", "50% off", "5", "a  b ", "%%", ":name", "true", "O-K; --x"],
  word: ["Rex", "Zoë Grün", "two words", "dog", "名前"],
  integer: [3, 0, -1, 1, 7, 42, 1_000_000],
  count: [3, 0, 1, 100],
  number: [2.5, 0, -1, 0.5, 7, 30, 1_000_000],
  day: ["2024-01-31", "2020-02-29", "1999-12-31"],
  date: [{ $date: "2024-01-31" }, { $date: "2020-02-29" }, { $date: "1999-12-31" }],
  flag: [true, false],
  texts: [["Rex"], ["Rex", "two words"], ["100%", "", "名前"], ["what?", "$1", ":x", "%s"], ["dog", "cat", "nobody"]],
  integers: [[1], [1, 2, 3], [-1, 0, 42], [7, 7]],
  numbers: [[2.5], [0, 0.5, -1], [7, 30]],
  days: [["2024-01-31"], ["2020-02-29", "1999-12-31"]],
  column: ["name", "kind", "age"],
  json: [{ name: "Rex" }, { name: "100%", sizes: [1, 2] }],
};

/** What a driver takes for a mark of its own in a text that it reads; such a value was never harmless there. */
export type Marks = RegExp | null;

const holds = (value: Value, marks: RegExp): boolean =>
  typeof value === "string" ? marks.test(value) : typeof value === "object" && Object.values(value as Readonly<Record<string, Value>>).some((one) => holds(one, marks));

/** Whether a driver would find a mark of its own in one of the values. */
export const isMarked = (values: readonly Value[], marks: Marks): boolean => marks !== null && values.some((one) => holds(one, marks));

/** Values for all the parameters: every value of each kind at least once, each time beside others. */
export function tuplesFor(kinds: readonly Kind[], limit: number): readonly (readonly Value[])[] {
  const longest = Math.max(1, ...kinds.map((kind) => VALUES[kind].length));
  const count = Math.min(limit, kinds.length > 1 ? longest + 2 : longest);
  return Array.from({ length: count }, (_, index) => kinds.map((kind, place) => VALUES[kind][(index * (place + 1) + 2 * place) % VALUES[kind].length] as Value));
}
