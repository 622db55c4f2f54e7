/** What is printed without being escaped: whether it may be, and what it is. */

import type { Surroundings, TemplateEngine, TemplateOutput } from "../facts/templates.ts";
import { RENDERED } from "../facts/templates.ts";
import type { CodeNode } from "../facts/node.ts";
import type { View } from "../facts/view.ts";
import type { Engine } from "./engine.ts";
import { alternatives, atom, atomsIn, piecesOf, type Atom, type Piece } from "./value.ts";

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
  /** Markup out of a field or a body is among it. */
  readonly isMarkup: boolean;
  /** The author writes markup around it or into it, which escaping would show as text. */
  readonly isInMarkup: boolean;
  /** JSON by an encoder that keeps scripts whole. */
  readonly isScript: boolean;
}

/**
 * How an output lets its value through. `marked`: by a call that marks it; `unmarked`: it does not, its directive means another one in this series;
 * `formatted`: a widget escapes what the directive would not.
 */
export type RawSink = "raw" | "unmarked" | "formatted" | "widget" | "marked" | "filter" | "event" | "address";

export interface RawOutput {
  readonly sink: RawSink;
  readonly value: RawValue;
}

interface Part {
  readonly value: Atom;
  readonly node: CodeNode;
}

const RANK = ["harmless", "typed", "unknown", "foreign"] as const;
/** In a file of XML, and in a text with quotes of its own. */
const MARKUP = /(?:<|&lt;)[/!a-z]|&amp;#?\w+;/i;

/** What an expression prints. */
export const rawValueOf = (engine: Engine, node: CodeNode): RawValue => valueOfPieces(engine, alternatives(engine.valueOf(node)).flatMap((value) => piecesOf(value, node)), node);

function valueOfPieces(engine: Engine, pieces: readonly Piece[], node: CodeNode): RawValue {
  const parts = pieces.flatMap((piece) => partsOf(piece, node));
  const mattering = parts.filter(({ value }) => kindOf(value) !== "harmless");
  const worst = mattering.reduce<Part | null>((found, one) => (found && RANK.indexOf(kindOf(found.value)) >= RANK.indexOf(kindOf(one.value)) ? found : one), null);
  const contents = mattering.map(({ value }) => value.content);
  const made = parts.flatMap(({ value }) => (value.path === RENDERED ? [] : [value.node]));
  const every = (of: (value: Atom) => boolean) => mattering.length > 0 && mattering.every(({ value }) => of(value));
  return {
    atom: worst?.value ?? null,
    node: worst?.node ?? node,
    kind: worst ? kindOf(worst.value) : "harmless",
    isText: every(isPlain),
    isSanitized: every(({ content }) => content === "sanitized"),
    isMarkup: contents.includes("markup") || contents.includes("sanitized") || parts.some(({ value }) => value.path === RENDERED),
    isInMarkup: constantsIn(pieces).some((text) => /[<&]/.test(text)) || [node, ...made].some((one) => MARKUP.test(engine.code.edits.source(one))),
    isScript: every(({ content }) => content === "script"),
  };
}

function partsOf(piece: Piece, node: CodeNode): readonly Part[] {
  if (piece.kind === "constant") return [];
  if (piece.kind === "choice") return piece.of.flatMap((pieces) => pieces.flatMap((one) => partsOf(one, node)));
  return alternatives(piece.value).map((value) => ({ value: value.kind === "atom" ? value : atom(piece.node), node: piece.node }));
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

/** What an output prints without escaping it; several values where it gives several attributes. */
export function rawOutputsOf(engine: Engine, output: TemplateOutput): readonly RawOutput[] {
  const node = output.value();
  if (!node) return [];
  const codes = attributesOf(engine, output, node).flatMap((given) => codeIn(engine, output, given) ?? []);
  if (codes.length > 0) return codes;
  const sink = sinkOf(engine, output);
  if (sink) return [{ sink, value: rawValueOf(engine, node) }];
  const marks = output.prints === "unmarked" ? atomsIn(engine.valueOf(node)) : [];
  return marks.flatMap(({ from }) => markedIn(engine, from) ?? []).map((marked) => ({ sink: "marked", value: rawValueOf(engine, marked) }));
}

function sinkOf(engine: Engine, output: TemplateOutput): RawSink | null {
  switch (output.directive) {
    case "jinja":
      return output.prints === "raw" ? "filter" : null;
    case "t-raw":
      if (output.prints !== "raw") return output.prints === "unmarked" ? "unmarked" : null;
      return widgetsOf(engine, output).every((widget) => widget === "html") ? "raw" : "formatted";
    case "t-esc":
    case "t-out":
      return widgetsOf(engine, output).includes("html") ? "widget" : null;
    case "t-field":
    case "t-att":
    case "t-att-*":
    case "t-attf-*":
      return null;
  }
}

/** The widgets that may print a value, as far as they are constants. */
function widgetsOf(engine: Engine, output: TemplateOutput): readonly string[] {
  const { widget, options } = output.options();
  const named = widget && engine.valueOf(widget);
  const among = options ? alternatives(engine.valueOf(options)).flatMap((value) => (value.kind === "table" ? (value.entries.get("widget") ?? []) : [])) : [];
  return (named ? [named] : among).flatMap((value) => constantsIn(alternatives(value).flatMap((one) => piecesOf(one, output.node))));
}

/** What a call marks as markup: `markup(note)`. */
function markedIn({ code }: Engine, node: CodeNode): CodeNode | null {
  const view = code.view(node);
  const callee = view.kind === "call" ? code.view(view.callee) : null;
  const name = callee?.kind === "name" || callee?.kind === "field" ? callee.name : "";
  return view.kind === "call" && /^markup$/i.test(name) ? (view.args[0]?.node ?? null) : null;
}

interface Given {
  readonly attribute: string;
  readonly node: CodeNode;
}

/** The attributes that an output gives a value to. */
function attributesOf({ code }: Engine, { directive, attribute }: TemplateOutput, node: CodeNode): readonly Given[] {
  if (attribute !== null) return [{ attribute, node }];
  const view = directive === "t-att" ? code.view(node) : null;
  if (view?.kind === "table") return view.entries.flatMap(({ key, value }) => (typeof key === "string" ? [{ attribute: key, node: value }] : []));
  const [name, value] = view?.kind === "many" ? view.items : [];
  const named: View | null = name ? code.view(name.node) : null;
  return value && named?.kind === "text" ? [{ attribute: named.value, node: value.node }] : [];
}

const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href"]);

/** What an attribute runs as code: one of an event, an address that says so. */
function codeIn(engine: Engine, { lead }: TemplateOutput, { attribute, node }: Given): RawOutput | null {
  if (/^on[a-z]+$/i.test(attribute)) return { sink: "event", value: rawValueOf(engine, node) };
  if (!ADDRESSES.has(attribute.toLowerCase())) return null;
  const texts = alternatives(engine.valueOf(node)).flatMap((value) => textsOf(piecesOf(value, node)));
  const code = texts.filter((pieces) => runsCode(lead + beginningOf(pieces)));
  return code.length > 0 ? { sink: "address", value: valueOfPieces(engine, code.flat(), node) } : null;
}

const MOST_TEXTS = 64;

/** Each text that begins with another of the choices which pieces begin with. */
function textsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const [first, ...others] = pieces;
  return first?.kind === "choice" ? first.of.flatMap((one) => textsOf([...one, ...others])).slice(0, MOST_TEXTS) : [pieces];
}

function beginningOf(pieces: readonly Piece[]): string {
  const end = pieces.findIndex(({ kind }) => kind !== "constant");
  return constantsIn(pieces.slice(0, end < 0 ? pieces.length : end)).join("");
}

/** Browsers leave out line ends and tabs, and what stands before the scheme. */
const runsCode = (address: string): boolean => /^[\0- ]*javascript:/i.test(address.replace(/[\t\n\r]/g, ""));

/** Whether nothing undoes an escaping, or another one follows. */
export const isInert = ({ script, isInStyle, isInSetBody, isTextReport }: Surroundings): boolean => script !== null || isInStyle || isInSetBody || isTextReport;

/** Whether a sanitized field is marked as markup where an engine reads it. */
export const marksFields = (engine: TemplateEngine): boolean => engine === "server" || engine === "mail-qweb";
