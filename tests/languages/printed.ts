/** Values and flow graphs as text: what the parity suite compares, and the best debugger there is. */

import type { CodeFacts } from "../../src/facts/code.ts";
import type { FlowNode } from "../../src/facts/flow.ts";
import type { Piece, Value } from "../../src/flow/value.ts";

/** A name as both languages write it: without what tells apart the variables of a file. */
const bare = (place: string) => place.replace(/[#~]\d+/g, "").replace(/^this\b/, "self");

/** `text("a") hole(x)`, `one of (text("a") | hole(x))`, `list[…]`. */
export function printedValue(code: CodeFacts, value: Value): string {
  switch (value.kind) {
    case "text":
      return value.pieces.length === 0 ? `text("")` : value.pieces.map((piece) => printedPiece(code, piece)).join(" ");
    case "atom":
      return printedAtom(code, value);
    case "list":
      return `list[${[...value.items.map((item) => printedValue(code, item.value) + (item.isOptional ? "?" : "")), ...(value.rest ? [`${printedValue(code, value.rest)}*`] : [])].join(", ")}]`;
    case "table":
      return `table{${[...[...value.entries].map(([key, one]) => `${key}: ${printedValue(code, one)}`), ...(value.rest ? [`*: ${printedValue(code, value.rest)}`] : [])].join(", ")}}`;
    case "union":
      return `one of (${value.of.map((one) => printedValue(code, one)).sort().join(" | ")})`;
    case "function":
      return `function ${value.fn.name}`;
    case "class":
      return `class ${value.cls.name}`;
  }
}

function printedAtom(code: CodeFacts, value: Extract<Value, { kind: "atom" }>): string {
  if (value.constant !== undefined) return `constant ${value.constant === null ? "nothing" : String(value.constant)}`;
  if (value.path === "undefined") return "constant nothing";
  const type = value.type === null || value.type === "text" ? "" : ` ${value.type}`;
  return `${value.trust}${type}(${bare(code.excerpt(value.from))})`;
}

function printedPiece(code: CodeFacts, piece: Piece): string {
  switch (piece.kind) {
    case "constant":
      return `text(${JSON.stringify(piece.text)})`;
    case "hole":
      return `hole${piece.isList ? "s" : ""}(${printedValue(code, piece.value)})`;
    case "choice":
      return `(${piece.of.map((pieces) => (pieces.length === 0 ? `text("")` : pieces.map((one) => printedPiece(code, one)).join(" "))).sort().join(" | ")})`;
  }
}

/** A graph from a point back to its start, each point once, by number. */
export function printedFlow(code: CodeFacts, end: FlowNode): readonly string[] {
  const numbers = new Map<FlowNode, number>();
  const lines: string[] = [];
  const queue: FlowNode[] = [end];
  const number = (point: FlowNode) => {
    if (!numbers.has(point)) {
      numbers.set(point, numbers.size + 1);
      queue.push(point);
    }
    return numbers.get(point);
  };
  number(end);
  queue.shift();
  for (let point: FlowNode | undefined = end; point; point = queue.shift()) lines.push(`${number(point)} ${said(code, point)}${before(point).length > 0 ? ` after ${before(point).map(number).join(", ")}` : ""}`);
  return lines;
}

const before = (point: FlowNode): readonly FlowNode[] => (point.kind === "join" ? point.before : point.kind === "start" || point.kind === "dead" ? [] : [point.before]);

function said(code: CodeFacts, point: FlowNode): string {
  switch (point.kind) {
    case "start":
      return `start ${point.fn?.name ?? "module"}`;
    case "write":
      return `write ${bare(point.place)} ${point.how} ${point.source.kind}`;
    case "test":
      return `test ${bare(code.excerpt(point.condition)).replaceAll("===", "==").replaceAll("!==", "!=")} is ${point.outcome}`;
    case "case":
      return `case ${bare(code.excerpt(point.subject))} ${point.values ? point.values.map((value) => code.excerpt(value)).join(" or ") : "of anything else"}`;
    case "call":
      return `call ${bare(code.excerpt(point.call))}`;
    case "join":
      return point.isLoop ? "loop" : "join";
    case "turned":
      return "all turns done";
    case "dead":
      return "dead";
  }
}
