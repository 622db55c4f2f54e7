/** What our Python front end says of a file, in the form in which CPython's answers come. */

import { readFileSync } from "node:fs";

const built = (path) => import(new URL(`../../dist/languages/python/${path}.js`, import.meta.url).href);
const { PythonLanguage } = await built("language");
const { childrenOf } = await built("visitor-keys");
const { literalAt } = await built("literals");

const language = new PythonLanguage();

/** CPython's names of nodes that are no expressions or statements begin in lower case. */
const KINDS = { Arg: "arg", Keyword: "keyword", Alias: "alias" };
const TEMPLATES = new Set(["JoinedStr", "TemplateStr"]);
const OUR_TOKENS = new Set(["comment", "string", "word", "number"]);

/** A file's text and what our front end makes of it. */
export function ourFacts(path, { insideTemplates }) {
  const file = readFileSync(path, "utf8");
  const bom = file.startsWith("\uFEFF");
  const text = bom ? file.slice(1) : file;
  const parsed = language.parse({ path, physicalPath: path, body: text, bom });
  if (!parsed.ok) return { text, error: parsed.errors[0].message, line: parsed.errors[0].line };
  const source = language.createSourceCode({ path, physicalPath: path, body: text, bom }, parsed);
  const located = [...visible(source.ast, insideTemplates)].map((node) => ({ node, range: source.getRange(node) }));
  return {
    text,
    error: null,
    nodes: located.map(({ node, range }) => [KINDS[node.nodeType] ?? node.nodeType, ...range]),
    constants: located.flatMap(({ node, range }) => (isString(node) ? [[...range, node.quote_style.toLowerCase().includes("b") ? "bytes" : "str", node.value]] : [])),
    templates: located.flatMap(({ node, range }) => (TEMPLATES.has(node.nodeType) ? [[...range, partsOf(node.values)]] : [])),
    tokens: tokensOf(source, text),
  };
}

/** Nodes that have a place of their own. */
function* visible(root, insideTemplates) {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.end_col_offset !== undefined) yield node;
    if (insideTemplates || !TEMPLATES.has(node.nodeType)) stack.push(...childrenOf(node));
  }
}

/** py-ast's `...` has a string for its value; only a string has quotes. */
const isString = (node) => node.nodeType === "Constant" && node.quote_style !== undefined && typeof node.value === "string";

function partsOf(values) {
  const parts = [];
  for (const value of values) {
    if (value.nodeType !== "Constant") parts.push([value.conversion, value.format_spec ? partsOf(value.format_spec.values) : null]);
    else addText(parts, value.value);
  }
  return parts;
}

function addText(parts, text) {
  if (typeof parts.at(-1) === "string") parts[parts.length - 1] += text;
  else if (text !== "") parts.push(text);
}

function tokensOf(source, text) {
  const comments = source.getAllComments().map(({ range }) => ["comment", ...range, null]);
  const others = source.tokens.filter(({ kind }) => kind !== "comment" && OUR_TOKENS.has(kind)).map(({ kind, range }) => [kind, ...range, kind === "string" ? literalOf(text, range) : null]);
  return [...comments, ...others].sort((a, b) => a[1] - b[1]);
}

/** What our lexer of literals makes of a string token, with the extents that it gives the characters. */
function literalOf(text, range) {
  const literal = literalAt(text, range);
  if (!literal) return null;
  const value = literal.isFormat ? holesAndTexts(text, literal) : literal.pieces.map((piece) => piece.value).join("");
  return [literal.isFormat ? "template" : literal.isBytes ? "bytes" : "str", value, faultOfPlaces(text, literal)];
}

/** As CPython shows them, but for what a hole says behind its expression. */
function holesAndTexts(text, literal) {
  const parts = [];
  for (const piece of literal.pieces) {
    if (piece.kind === "chars") addText(parts, piece.value);
    else {
      if (piece.conversion?.startsWith("=")) addText(parts, text.slice(...piece.expression));
      parts.push([]);
    }
  }
  return parts;
}

/** What is wrong with the places of a literal's characters: each must lie in the content, behind the one before, and read as its character. */
function faultOfPlaces(text, { content, pieces }) {
  let end = content[0];
  for (const piece of pieces) {
    if (piece.kind === "hole") {
      if (piece.range[0] < end || text[piece.range[0]] !== "{" || text[piece.range[1] - 1] !== "}") return "a hole is misplaced";
      end = piece.range[1];
      continue;
    }
    if (piece.places.length !== piece.value.length) return "there are more or fewer places than characters";
    for (const [index, [from, to]] of piece.places.entries()) {
      if (from < end || to < from || to > content[1]) return "a character is misplaced";
      const written = text.slice(from, to);
      if (to - from === 1 && written !== piece.value[index] && written !== "\r") return "a character is not what is written there";
      end = to;
    }
  }
  return null;
}
