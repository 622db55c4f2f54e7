/** What a report's template hands to the templates of the same file that it calls: each document in turn. */

import type { XMLElement } from "./nodes.ts";
import type { PlacedTemplate } from "./template-places.ts";

type Records = PlacedTemplate["records"];

const DEEPEST_CALLS = 3;

/** The templates with the records that every call in the file hands to them. `folders`: those in which the file lies, its module among them. */
export function withCallers(templates: readonly PlacedTemplate[], folders: readonly string[]): readonly PlacedTemplate[] {
  let known = templates;
  for (let turn = 0; turn < DEEPEST_CALLS && known.some(({ records }) => records.size > 0); turn += 1) {
    const calls = known.flatMap((caller) => (caller.engine === "server" ? callsOf(caller) : []));
    known = known.map((one) => (one.engine === "server" && one.records.size === 0 ? { ...one, records: handedTo(one, calls, folders) } : one));
  }
  return known;
}

interface Call {
  readonly name: string;
  readonly records: Records;
}

function callsOf({ element, records }: PlacedTemplate): readonly Call[] {
  const elements = [element];
  for (const one of elements) for (const child of one.children) if (child.type === "XMLElement") elements.push(child);
  const set = new Set(elements.map((one) => one.get("t-set")));
  return elements.flatMap((one) => {
    const name = one.get("t-call");
    return name === null ? [] : [{ name, records: new Map([...recordsAt(one, element, records)].filter(([key]) => !set.has(key))) }];
  });
}

/** Names that hold records at an element: those of the template, and elements of them. */
function recordsAt(element: XMLElement, template: XMLElement, records: Records): Records {
  const found = new Map(records);
  for (let at: XMLElement = element; ; at = at.parent) {
    const model = records.get(at.get("t-foreach") ?? "");
    const name = at.get("t-as");
    if (model !== undefined && name !== null) found.set(name, model);
    if (at === template || at.parent.type !== "XMLElement") return found;
  }
}

function handedTo({ name, id }: PlacedTemplate, calls: readonly Call[], folders: readonly string[]): Records {
  const own = calls.filter((call) => call.name === name || call.name === id || folders.some((folder) => call.name === `${folder}.${id ?? ""}`));
  const [first, ...others] = own;
  return new Map([...(first?.records ?? [])].filter(([key, model]) => others.every(({ records }) => records.get(key) === model)));
}
