/** What is printed without being escaped: whether it may be, and what it is. */

import type { TemplateOutput } from "../facts/templates.ts";
import { RENDERED } from "../facts/templates.ts";
import type { CodeNode } from "../facts/node.ts";
import type { Engine } from "./engine.ts";
import { alternatives, atom, piecesOf, type Atom, type Piece, type Value } from "./value.ts";

/** What a printed value is made of. */
export interface RawValue {
  /** The worst of it; null when nothing in it is anyone's but the author's. */
  readonly atom: Atom | null;
  readonly node: CodeNode;
  /** `typed`: a number, or markup that was sanitized when it was stored. */
  readonly kind: "harmless" | "typed" | "foreign" | "unknown";
  /** Nothing but plain text and numbers: escaped it shows the same. */
  readonly isText: boolean;
  /** Markup that was sanitized and nothing else. */
  readonly isSanitized: boolean;
  /** There is markup in it, which escaping would show as text. */
  readonly hasMarkup: boolean;
  /** JSON by an encoder that keeps scripts whole. */
  readonly isScript: boolean;
}

interface Part {
  readonly value: Value;
  readonly node: CodeNode;
}

const RANK = ["harmless", "typed", "unknown", "foreign"] as const;

/** What an expression prints. */
export function rawValueOf(engine: Engine, node: CodeNode): RawValue {
  const pieces = alternatives(engine.valueOf(node)).flatMap((value) => piecesOf(value, node));
  const parts = pieces.flatMap((piece) => partsOf(piece, node));
  const atoms = parts.flatMap((part) => (part.value.kind === "atom" ? [{ ...part, value: part.value, kind: kindOf(part.value) }] : [{ node: part.node, value: atom(part.node), kind: "unknown" as const }]));
  const worst = atoms.reduce<(typeof atoms)[number] | null>((found, one) => (found && RANK.indexOf(found.kind) >= RANK.indexOf(one.kind) ? found : one), null);
  const mattering = atoms.filter(({ kind }) => kind !== "harmless");
  return {
    atom: worst && worst.kind !== "harmless" ? worst.value : null,
    node: worst?.node ?? node,
    kind: worst?.kind ?? "harmless",
    isText: mattering.length > 0 && mattering.every(({ value }) => isPlain(value)),
    isSanitized: mattering.length > 0 && mattering.every(({ value }) => value.content === "sanitized"),
    hasMarkup: constantsIn(pieces).some((text) => /[<&]/.test(text)) || mattering.some(({ value }) => value.content === "markup" || value.content === "sanitized"),
    isScript: mattering.length > 0 && mattering.every(({ value }) => value.content === "script"),
  };
}

function partsOf(piece: Piece, node: CodeNode): readonly Part[] {
  if (piece.kind === "constant") return [];
  if (piece.kind === "choice") return piece.of.flatMap((pieces) => pieces.flatMap((one) => partsOf(one, node)));
  return piece.value.kind === "union" ? piece.value.of.map((value) => ({ value, node: piece.node })) : [{ value: piece.value, node: piece.node }];
}

function constantsIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === "constant" ? [piece.text] : piece.kind === "choice" ? piece.of.flatMap(constantsIn) : []));
}

function kindOf(value: Atom): RawValue["kind"] {
  if (value.path === RENDERED || value.trust === "harmless") return "harmless";
  if (value.content === "sanitized") return "typed";
  // What is text by its type may hold markup all the same.
  if (value.trust === "typed") return value.content === "text" ? "foreign" : "typed";
  return value.trust;
}

const isPlain = (value: Atom): boolean => value.content === "text" || (value.trust === "typed" && value.content === null);

/** How an output lets its value through, when it does. `marked`: by a call in the expression that marks it. */
export type RawSink = "raw" | "unmarked-raw" | "widget" | "marked" | "filter" | "event" | "address";

const ESCAPING_FILTERS = new Set(["e", "escape", "forceescape"]);

/** The sink that an output is; null for one that escapes. */
export function rawSinkOf(engine: Engine, output: TemplateOutput, node: CodeNode): { readonly sink: RawSink; readonly node: CodeNode } | null {
  const { directive, prints, attribute } = output;
  const event = attribute === null ? null : codeAttribute(engine, output, node, attribute);
  if (event) return { sink: event, node };
  if (directive === "jinja") return isMarkedSafe(output.filters.map(({ name }) => name)) ? { sink: "filter", node } : null;
  if (directive === "t-raw") return prints === "raw" ? { sink: "raw", node } : prints === "unmarked" ? { sink: "unmarked-raw", node } : null;
  if (directive !== "t-esc" && directive !== "t-out") return null;
  if (output.widget() === "html") return { sink: "widget", node };
  const marked = prints === "unmarked" ? markedIn(engine, node) : null;
  return marked && { sink: "marked", node: marked };
}

/** `|safe` prints as it is what was not escaped before. */
const isMarkedSafe = (filters: readonly string[]): boolean => {
  const safe = filters.indexOf("safe");
  return safe >= 0 && !filters.slice(0, safe).some((name) => ESCAPING_FILTERS.has(name));
};

/** What a call marks as markup: `markup(note)`. */
function markedIn({ code }: Engine, node: CodeNode): CodeNode | null {
  const view = code.view(node);
  const callee = view.kind === "call" ? code.view(view.callee) : null;
  const name = callee?.kind === "name" || callee?.kind === "field" ? callee.name : "";
  return view.kind === "call" && /^markup$/i.test(name) ? (view.args[0]?.node ?? null) : null;
}

const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href"]);

/** An attribute that is code: of an event, or an address that runs some. */
function codeAttribute(engine: Engine, { directive, lead }: TemplateOutput, node: CodeNode, attribute: string): "event" | "address" | null {
  if (directive !== "t-att-*" && directive !== "t-attf-*" && directive !== "jinja") return null;
  if (/^on[a-z]+$/i.test(attribute)) return "event";
  if (!ADDRESSES.has(attribute.toLowerCase())) return null;
  const [first] = piecesOf(engine.valueOf(node), node);
  return /^\s*javascript:/i.test(lead + (first?.kind === "constant" ? first.text : "")) ? "address" : null;
}
