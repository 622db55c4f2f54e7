/** What a domain lets through, as far as its text says. */

type Answer = "yes" | "no" | "unknown";

const OPEN = "([{";
const CLOSED = ")]}";
const NOT: Readonly<Record<Answer, Answer>> = { yes: "no", no: "yes", unknown: "unknown" };
/** What holds for the id of every record. */
const EVERY_ID = /^(?:!= ?(?:False|None|0)|> ?0|>= ?[01])$/;

/** Whether every record is in a domain, whoever asks. */
export const isAlwaysTrue = (domain: string): boolean => answerOf(domain.trim()) === "yes";

function answerOf(domain: string): Answer {
  if (/^(?:|False|None)$/.test(domain)) return "yes";
  const items = itemsOf(domain);
  const stack: Answer[] = [];
  // Operators stand before what they join; what none joins must all be true.
  for (const item of items?.toReversed() ?? ["?"]) {
    const operator = textIn(item);
    if (operator === "!") stack.push(NOT[stack.pop() ?? "unknown"]);
    else if (operator === "&" || operator === "|") stack.push(joined(operator, [stack.pop() ?? "unknown", stack.pop() ?? "unknown"]));
    else stack.push(leafOf(item));
  }
  return joined("&", stack);
}

function joined(operator: "&" | "|", answers: readonly Answer[]): Answer {
  const decisive = operator === "&" ? "no" : "yes";
  if (answers.includes(decisive)) return decisive;
  return answers.includes("unknown") ? "unknown" : NOT[decisive];
}

function leafOf(leaf: string): Answer {
  const [left = "", quoted = "", right = "", more] = itemsOf(leaf) ?? [];
  const operator = textIn(quoted);
  if (operator === null || more !== undefined) return "unknown";
  if (textIn(left) === "id") return EVERY_ID.test(`${operator} ${right}`) ? "yes" : "unknown";
  const [one, other] = [left, right].map(numberIn);
  return operator === "=" && one !== null && one !== undefined && other !== null ? (one === other ? "yes" : "no") : "unknown";
}

/** The text between quotes; null for all else. */
const textIn = (source: string): string | null => /^(['"])([^'"\\]*)\1$/.exec(source)?.[2] ?? null;

const numberIn = (source: string): number | null => (source === "True" ? 1 : source === "False" ? 0 : /^\d+$/.test(source) ? Number(source) : null);

/** The items of a list or tuple, as they are written; null for all else. */
function itemsOf(source: string): readonly string[] | null {
  if (!/^(?:\[.*\]|\(.*\))$/s.test(source)) return null;
  const items: string[] = [];
  let depth = 0;
  let item = "";
  // Texts, or one character after the other.
  for (const [token] of source.slice(1, -1).matchAll(/(['"])(?:\\.|(?!\1)[^\\])*\1|./gs)) {
    depth += Number(OPEN.includes(token)) - Number(CLOSED.includes(token));
    if (depth < 0) return null;
    if (token === "," && depth === 0) {
      items.push(item.trim());
      item = "";
    } else item += token;
  }
  // A comma may stand behind the last one.
  const all = item.trim() === "" ? items : [...items, item.trim()];
  return depth === 0 ? all : null;
}
