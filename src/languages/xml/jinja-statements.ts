/** The statements of a template in Jinja, with what stands in each of them. */

import type { Range } from "../../facts/node.ts";
import type { Surroundings } from "../../facts/templates.ts";
import type { XMLHost } from "./decode.ts";
import type { JinjaToken } from "./jinja-scan.ts";
import type { XMLElement } from "./nodes.ts";

/** A token and where it is written. */
export interface PlacedToken {
  readonly token: JinjaToken;
  readonly host: XMLHost;
  readonly element: XMLElement;
  readonly within: Surroundings;
}

export type JinjaStatement =
  | { readonly kind: "print"; readonly at: PlacedToken; readonly range: Range }
  | { readonly kind: "set"; readonly at: PlacedToken; readonly name: string; readonly value: Range }
  | { readonly kind: "for"; readonly at: PlacedToken; readonly names: readonly string[]; readonly list: Range; readonly body: JinjaStatement[] }
  | Condition;

interface Condition {
  readonly kind: "if";
  readonly at: PlacedToken;
  readonly condition: Range;
  readonly then: JinjaStatement[];
  readonly otherwise: JinjaStatement[];
}

/** A loop or a condition that is not closed yet. */
interface Open {
  readonly closes: "endif" | "endfor";
  readonly outer: JinjaStatement[];
  /** The last condition, whose else is still to come; null in a loop. */
  last: Condition | null;
}

/** What is not closed ends with the field; what closes nothing is not there. */
export function statementsOf(tokens: readonly PlacedToken[]): readonly JinjaStatement[] {
  const reader = new Reader();
  for (const token of tokens) reader.read(token);
  return reader.all;
}

class Reader {
  readonly all: JinjaStatement[] = [];
  #block = this.all;
  readonly #open: Open[] = [];

  read(at: PlacedToken): void {
    const { token } = at;
    switch (token.kind) {
      case "output":
        this.#block.push({ kind: "print", at, range: token.range });
        return;
      case "set":
        this.#block.push({ kind: "set", at, name: token.name, value: token.value });
        return;
      case "for": {
        const body: JinjaStatement[] = [];
        this.#block.push({ kind: "for", at, names: token.names, list: token.list, body });
        this.#enter(body, { closes: "endfor", outer: this.#block, last: null });
        return;
      }
      case "if": {
        const last: Condition = { kind: "if", at, condition: token.condition, then: [], otherwise: [] };
        this.#block.push(last);
        this.#enter(last.then, { closes: "endif", outer: this.#block, last });
        return;
      }
      case "elif":
        this.#otherwise({ kind: "if", at, condition: token.condition, then: [], otherwise: [] });
        return;
      case "else":
        this.#otherwise(null);
        return;
      case "endif":
      case "endfor":
        this.#leave(token.kind);
    }
  }

  #enter(block: JinjaStatement[], open: Open): void {
    this.#open.push(open);
    this.#block = block;
  }

  #otherwise(next: Condition | null): void {
    const top = this.#open.at(-1);
    if (!top?.last) return;
    if (next) top.last.otherwise.push(next);
    this.#block = next?.then ?? top.last.otherwise;
    if (next) top.last = next;
  }

  #leave(kind: Open["closes"]): void {
    const top = this.#open.at(-1);
    if (top?.closes !== kind) return;
    this.#block = top.outer;
    this.#open.pop();
  }
}
