/** What is asked about the text of a template's expressions. None of them is rewritten as code: a template is repaired by its directives. */

import type { CodeFacts } from "../../facts/code.ts";
import type { CodeEdits, SourceEdit, WrittenValues } from "../../facts/edits.ts";
import type { CodeNode, Range } from "../../facts/node.ts";

export class TemplateEdits implements CodeEdits {
  readonly #code: CodeFacts;

  constructor(code: CodeFacts) {
    this.#code = code;
  }

  template(): null { return null; }
  rewrite(): null { return null; }
  part(): null { return null; }
  bind(): null { return null; }
  callBefore(): null { return null; }
  callBehind(): null { return null; }
  callAfter(): null { return null; }
  outerCall(): null { return null; }
  asTag(): null { return null; }
  joined(): null { return null; }
  uncast(): null { return null; }
  undoubled(): null { return null; }
  importedAs(): null { return null; }
  namesRead(): null { return null; }
  dropped(): null { return null; }

  around(before: string, value: CodeNode, after: string): string {
    return before + this.source(value) + after;
  }

  replaced(value: CodeNode, source: string): SourceEdit {
    return { range: this.extent(value), text: source };
  }

  written(): WrittenValues {
    return { kind: "other" };
  }

  extent(node: CodeNode): Range {
    return this.#code.range(node);
  }

  /** As it is written in the file, references and all. */
  source(node: CodeNode): string {
    return this.#code.text.slice(...this.extent(node));
  }

  receiver(call: CodeNode): string | null {
    const view = this.#code.view(call);
    const callee = view.kind === "call" ? this.#code.view(view.callee) : null;
    return callee?.kind === "field" ? this.source(callee.object) : null;
  }

  lastName(node: CodeNode): string | null {
    const view = this.#code.view(node);
    return view.kind === "name" || view.kind === "field" ? view.name : null;
  }

  listValue(list: { readonly source: string }): string {
    return list.source;
  }

  textOf(hole: { readonly node: CodeNode }): string {
    return this.source(hole.node);
  }

  cast(node: CodeNode): string {
    return this.source(node);
  }

  number(node: CodeNode): string {
    return this.source(node);
  }

  follows(): boolean {
    return false;
  }
}
