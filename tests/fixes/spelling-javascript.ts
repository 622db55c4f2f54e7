/** Random statements as text of JavaScript: templates and sums, on one line or on several, in the call or in a local. */

import { JAVASCRIPT } from "./frames.ts";
import type { Ability, Hole, Statement } from "./grammar.ts";
import { byLine, onOneLine, parts, type Mark, type Written } from "./parts.ts";
import type { Random } from "./random.ts";
import type { JavascriptDriver, Program } from "./specimen.ts";

export const STYLES = ["template", "template lines", "sum", "sum lines"] as const;
export type Style = (typeof STYLES)[number];

interface Traits {
  readonly ability: Ability;
  readonly mark: Mark;
  readonly before?: string;
  /** The call of a text with the values that are bound already, null when there are none. */
  call(text: string, values: string | null, isObject: boolean): string;
}

const positional: Mark = () => "?";
const named: Mark = (_, name) => `:${name}`;
const then = (text: string, values: string | null): string => (values === null ? text : `${text}, ${values}`);

const PLAIN: Ability = { lists: false, readsPercent: false, readsQuestion: true, numbers: "number" };

export const TRAITS = {
  pg: {
    ability: { lists: true, readsPercent: false, readsQuestion: false, numbers: "integer" },
    mark: (number) => `$${number}`,
    call: (text, values, isObject) => (isObject ? `await pool.query({ text: ${values === null ? text : `${text}, values: ${values}`} });` : `await pool.query(${then(text, values)});`),
  },
  mysql: {
    ability: { ...PLAIN, lists: true },
    mark: positional,
    call: (text, values, isObject) => (isObject ? `await pool.query({ sql: ${values === null ? text : `${text}, values: ${values}`} });` : `await pool.query(${then(text, values)});`),
  },
  mysql2: { ability: { ...PLAIN, lists: true }, mark: positional, call: (text, values) => `const [rows] = await pool.query(${then(text, values)});\nreturn rows;` },
  "better-sqlite3": { ability: PLAIN, mark: positional, call: (text, values) => `return db.prepare(${text}).all(${values === null ? "" : values.slice(1, -1)});` },
  sqlite3: { ability: PLAIN, mark: positional, call: (text, values) => `db.all(${then(text, values)}, (error, rows) => { void error; void rows; });` },
  "sql.js": { ability: PLAIN, mark: positional, before: "const SQL = await initSqlJs();\nconst db = new SQL.Database();\n", call: (text, values) => `await db.exec(${then(text, values)});` },
  "knex-pg": { ability: { ...PLAIN, numbers: "integer" }, mark: positional, call: (text, values) => `await db.raw(${then(text, values)});` },
  "knex-sqlite": { ability: PLAIN, mark: positional, call: (text, values) => `await db.raw(${then(text, values)});` },
  sequelize: {
    ability: { ...PLAIN, readsQuestion: false },
    mark: named,
    call: (text, values) => `await sequelize.query(${text}${values === null ? "" : `, { replacements: { ${[...new Set(values.slice(1, -1).split(", "))].join(", ")} }, type: QueryTypes.SELECT }`});`,
  },
} satisfies Partial<Record<JavascriptDriver, Traits>>;

export interface Plan {
  readonly driver: keyof typeof TRAITS;
  readonly style: Style;
  readonly place: "call" | "local" | "object";
  readonly statement: Statement;
}

/** The expression that fills a hole; an operand of a sum has parentheses where it needs them. */
function filler({ name, of, form }: Hole, isExact: boolean, isOperand: boolean): string {
  switch (of) {
    case "integer":
    case "count":
      return isExact ? ["parseInt(*, 10)", "Number.parseInt(*, 10)"][form % 2]?.replace("*", name) ?? name : `${["parseInt", "Number", "Number.parseInt"][form % 3] ?? "Number"}(${name})`;
    case "number":
      return `${["Number", "parseFloat"][form % 2] ?? "Number"}(${name})`;
    case "texts":
      return form % 2 === 0 ? `${name}.map((one) => \`'\${one}'\`).join(", ")` : `${name}.map((one) => "'" + one + "'").join()`;
    case "integers":
      return form % 2 === 0 ? `${name}.map((one) => parseInt(one, 10)).join(",")` : `${name}.map(String).join(", ")`;
    default:
      if (form === 7 || form === 4) {
        const choice = form === 7 ? `${name} || "Rex"` : `${name} === "" ? "dog" : ${name}`;
        return isOperand ? `(${choice})` : choice;
      }
      return form === 6 ? `String(${name})` : form === 5 ? `${name}.trim()` : name;
  }
}

const inTemplate = (text: string): string => text.replace(/[`\\]|\$(?=\{)/g, "\\$&");
const quoted = (text: string): string => JSON.stringify(text);

function spelled({ parts: written }: Written, style: Style, isExact: boolean): string {
  const template = (pieces: readonly (string | Hole)[]) => `\`${pieces.map((one) => (typeof one === "string" ? inTemplate(one) : `\${${filler(one, isExact, false)}}`)).join("")}\``;
  const sum = (pieces: readonly (string | Hole)[]) => pieces.map((one) => (typeof one === "string" ? quoted(one) : filler(one, isExact, true))).join(" + ");
  switch (style) {
    case "template":
      return template(onOneLine(written, " ")).replaceAll("\n", "\\n");
    case "template lines":
      return template(onOneLine(written, "\n    "));
    case "sum":
      return sum(onOneLine(written, " "));
    case "sum lines":
      return byLine(written).map(sum).join(" +\n  ");
  }
}

export function randomPlan(random: Random, drivers: readonly Plan["driver"][], make: (ability: Ability) => Statement): Plan {
  const driver = random.pick(drivers);
  const places = driver === "pg" || driver === "mysql" ? (["call", "call", "local", "object"] as const) : (["call", "call", "local"] as const);
  return { driver, style: random.pick(STYLES), place: random.pick<Plan["place"]>(places), statement: make(TRAITS[driver].ability) };
}

export function programOf({ driver, style, place, statement }: Plan): Program {
  const traits: Traits = TRAITS[driver];
  const written = parts(statement, traits.mark, traits.ability);
  const text = spelled(written, style, traits.ability.numbers === "integer");
  const values = written.bound.length > 0 ? `[${written.bound.join(", ")}]` : null;
  const body = (traits.before ?? "") + (place === "local" ? `const text = ${text};\n${traits.call("text", values, false)}` : traits.call(text, values, place === "object"));
  return { on: { language: "javascript", driver }, kinds: Object.values(statement.parameters), source: JAVASCRIPT[driver](body, Object.keys(statement.parameters), "") };
}
