/** Exact edits of Python code. */

import type { CodeEdits, HoleSegment, JoinedList, NewValue, SourceEdit, Spot, TextPlan, TextTemplate, ValueSlot, WrittenValues } from "../../facts/edits.ts";
import type { CodeNode, Range } from "../../facts/node.ts";
import { partOf, rewritten } from "../../facts/written-text.ts";
import type { PyExpr, PyNode, PyNodeOf } from "./ast.ts";
import { joinedOf, lastName, uncast, undoubled } from "./lists.ts";
import { outerRange, signAfter } from "./outer.ts";
import type { PythonSourceCode } from "./source-code.ts";
import { templateOf } from "./texts.ts";
import { py } from "./views.ts";
import { childrenOf } from "./visitor-keys.ts";

type Call = PyNodeOf<"Call">;
type Values = PyNodeOf<"Tuple"> | PyNodeOf<"List"> | PyNodeOf<"Dict">;

const callOf = (node: CodeNode): Call | null => {
  const own = py(node);
  return own.nodeType === "Call" ? own : null;
};

export class PythonEdits implements CodeEdits {
  readonly #source: PythonSourceCode;

  constructor(source: PythonSourceCode) {
    this.#source = source;
  }

  template(node: CodeNode): TextTemplate | null {
    return templateOf(this.#source, py(node));
  }

  rewrite(template: TextTemplate, plan: TextPlan): readonly SourceEdit[] | null {
    return rewritten(this.#source.text, template, plan, '"');
  }

  part(template: TextTemplate, from: Spot, to: Spot): string | null {
    return partOf(this.#source.text, template, from, to);
  }

  around(before: string, value: CodeNode, after: string): string {
    const spelled = (text: string) => text.replace(/%/g, "%%").replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
    const isOperand = ["Name", "Attribute", "Subscript", "Call", "Constant"].includes(py(value).nodeType);
    return `"${spelled(before)}%s${spelled(after)}" % ${isOperand ? this.source(value) : `(${this.source(value)})`}`;
  }

  replaced(value: CodeNode, source: string): SourceEdit {
    return { range: this.#source.getRange(py(value)), text: source };
  }

  written(call: CodeNode, slot: ValueSlot): WrittenValues {
    const own = callOf(call);
    if (!own || own.args.some((arg) => arg.nodeType === "Starred") || own.keywords.some((keyword) => !keyword.arg)) return { kind: "other" };
    switch (slot.kind) {
      case "arguments":
        return own.keywords.length > 0 ? { kind: "other" } : { kind: "list", items: own.args.slice(slot.position) };
      case "argument":
        return writtenValues(argumentAt(own, slot.position, slot.keyword));
      case "property":
        return { kind: "other" };
    }
  }

  bind(call: CodeNode, slot: ValueSlot, values: readonly NewValue[]): readonly SourceEdit[] | null {
    const own = callOf(call);
    if (!own || slot.kind === "property") return null;
    if (slot.kind === "arguments") return this.#insertItems(own.args, values, { from: slot.position, before: this.#afterParen(own) });
    const present = argumentAt(own, slot.position, slot.keyword);
    if (!present) return slot.after ? this.#newArgument(own, slot, slot.after, values) : null;
    if (present.nodeType === "Dict") return this.#insertEntries(present, values);
    if (present.nodeType !== "Tuple" && present.nodeType !== "List") return null;
    return this.#insertItems(present.elts, values, { from: 0, before: this.#source.getRange(present)[0] + 1, isTuple: present.nodeType === "Tuple" });
  }

  #afterParen(call: Call): number {
    return (signAfter(this.#source, outerRange(this.#source, call.func)[1]) ?? this.#source.getRange(call)[1] - 1) + 1;
  }

  /** Values for a call that had none: right behind the text. */
  #newArgument(call: Call, slot: Extract<ValueSlot, { kind: "argument" }>, after: CodeNode, values: readonly NewValue[]): readonly SourceEdit[] | null {
    const text = py(after);
    const isKeyword = call.keywords.some((keyword) => keyword.value === text);
    if (isKeyword ? slot.keyword === null : call.args.indexOf(text as PyExpr) !== slot.position - 1) return null;
    const [, end] = outerRange(this.#source, text);
    const keyword = isKeyword ? `${slot.keyword ?? ""}=` : "";
    return [{ range: [end, end], text: `, ${keyword}${literalValues(values)}` }];
  }

  /** Items among those that stand there, by their index after the edit. */
  #insertItems(items: readonly PyNode[], values: readonly NewValue[], { from, before, isTuple = false }: { readonly from: number; readonly before: number; readonly isTuple?: boolean }): readonly SourceEdit[] | null {
    const edits = new Map<number, string>();
    let added = 0;
    for (const { source, index } of values) {
      const at = (index ?? items.length - from + added) - added + from;
      added += 1;
      const last = items[at - 1];
      const next = items[at];
      if (next) {
        const [start] = outerRange(this.#source, next);
        edits.set(start, `${edits.get(start) ?? ""}${source}, `);
      } else if (last) {
        const [, end] = outerRange(this.#source, last);
        edits.set(end, `${edits.get(end) ?? ""}, ${source}`);
      } else edits.set(before, `${edits.get(before) ?? ""}${edits.has(before) ? ", " : ""}${source}`);
    }
    const alone = edits.get(before);
    if (isTuple && items.length === 0 && values.length === 1 && alone !== undefined) edits.set(before, `${alone},`);
    return [...edits].map(([at, text]) => ({ range: [at, at], text }));
  }

  #insertEntries(dict: PyNodeOf<"Dict">, values: readonly NewValue[]): readonly SourceEdit[] | null {
    if (values.some(({ name }) => name === null)) return null;
    const [key] = dict.keys;
    const quote = key && this.#source.text[this.#source.getRange(key)[0]] === "'" ? "'" : '"';
    const entries = values.map(({ source, name }) => `${quote}${name ?? ""}${quote}: ${source}`).join(", ");
    const last = dict.values.at(-1);
    const at = last ? outerRange(this.#source, last)[1] : this.#source.getRange(dict)[0] + 1;
    return [{ range: [at, at], text: last ? `, ${entries}` : entries }];
  }

  callBefore(): null {
    return null;
  }

  callBehind(): null {
    return null;
  }

  callAfter(): null {
    return null;
  }

  asTag(): null {
    return null;
  }

  /** `text(…)` and `text(…).bindparams(…)` are handed to the call around them. */
  outerCall(node: CodeNode): CodeNode | null {
    const own = py(node);
    const parent = this.#source.getParent(own);
    if (parent?.nodeType === "Call" && parent.args.includes(own as PyExpr)) return parent;
    return null;
  }

  extent(node: CodeNode): Range {
    return outerRange(this.#source, py(node));
  }

  source(node: CodeNode): string {
    const own = py(node);
    const isBare = own.nodeType === "NamedExpr" || own.nodeType === "Yield" || own.nodeType === "GeneratorExp" || own.nodeType === "Lambda";
    const [start, end] = isBare ? outerRange(this.#source, own) : this.#source.getRange(own);
    const text = this.#source.text.slice(start, end);
    // Without its parentheses an expression of several lines may end early where it stood; inside a list it goes on.
    return text;
  }

  receiver(call: CodeNode): string | null {
    const own = callOf(call);
    return own?.func.nodeType === "Attribute" ? this.source(own.func.value) : null;
  }

  joined(node: CodeNode): JoinedList | null {
    return joinedOf(this.#source, py(node));
  }

  uncast(node: CodeNode): CodeNode | null {
    return uncast(py(node));
  }

  undoubled(node: CodeNode): CodeNode | null {
    return undoubled(py(node));
  }

  lastName(node: CodeNode): string | null {
    return lastName(py(node));
  }

  listValue({ source, node }: JoinedList, form: "tuple" | "list" | "array"): string {
    // A generator's own parentheses are those of the call.
    const inner = py(node).nodeType === "GeneratorExp" && source.startsWith("(") ? source.slice(1, -1) : source;
    return `${form === "tuple" ? "tuple" : "list"}(${inner})`;
  }

  textOf({ node, conversion }: HoleSegment): string {
    return conversion === "d" || conversion === "i" ? `str(${this.number(node)})` : `f"{${this.source(node)}${conversion ?? ""}}"`;
  }

  cast(node: CodeNode): string {
    return `str(${this.source(node)})`;
  }

  number(node: CodeNode): string {
    const own = py(node);
    const isCast = own.nodeType === "Call" && own.func.nodeType === "Name" && own.func.id === "int";
    return isCast ? this.source(node) : `int(${this.source(node)})`;
  }

  importedAs(is: (path: string) => boolean): string | null {
    for (const statement of this.#source.ast.body) {
      if (statement.nodeType !== "ImportFrom" || (statement.level ?? 0) > 0) continue;
      for (const alias of statement.names) if (is(`${statement.module ?? ""}.${alias.name}`)) return alias.asname ?? alias.name;
    }
    return null;
  }

  namesRead(node: CodeNode): readonly CodeNode[] | null {
    const names: PyNode[] = [];
    const stack: PyNode[] = [py(node)];
    for (let at = stack.pop(); at; at = stack.pop()) {
      if (at.nodeType === "Call" && !(uncast(at) ?? numberCast(at))) return null;
      if (at.nodeType === "NamedExpr" || at.nodeType === "Await" || at.nodeType === "Yield" || at.nodeType === "YieldFrom" || at.nodeType === "GeneratorExp") return null;
      if (at.nodeType === "Name") names.push(at);
      stack.push(...childrenOf(at));
    }
    return names;
  }

  /** No rule asks for it: dictionaries hold data. */
  dropped(): null {
    return null;
  }

  follows(earlier: CodeNode, later: CodeNode): boolean {
    const first = this.#statementOf(py(earlier));
    const second = this.#statementOf(py(later));
    const parent = first && this.#source.getParent(first);
    if (!first || !second || !parent || this.#source.getParent(second) !== parent) return false;
    const siblings = childrenOf(parent);
    return siblings.indexOf(second) === siblings.indexOf(first) + 1;
  }

  #statementOf(node: PyNode): PyNode | null {
    const isStatement = ({ nodeType }: PyNode) => /^(?:Expr|Assign|AnnAssign|AugAssign|Return|If|For|While|With|Try)$/.test(nodeType);
    for (let at: PyNode | undefined = node; at; at = this.#source.getParent(at)) if (isStatement(at)) return at;
    return null;
  }
}

const numberCast = (node: Call): PyExpr | null => (node.func.nodeType === "Name" && (node.func.id === "int" || node.func.id === "float") ? (node.args[0] ?? null) : null);

function argumentAt(call: Call, position: number, keyword: string | null): PyExpr | null {
  const named = keyword === null ? undefined : call.keywords.find((one) => one.arg === keyword);
  return named?.value ?? call.args[position] ?? null;
}

function writtenValues(node: PyExpr | null): WrittenValues {
  if (!node) return { kind: "absent" };
  if (!isValues(node)) return { kind: "other" };
  if (node.nodeType !== "Dict") return node.elts.some((item) => item.nodeType === "Starred") ? { kind: "other" } : { kind: "list", items: node.elts };
  const entries = new Map<string, PyNode>();
  for (const [index, key] of node.keys.entries()) {
    const value = node.values[index];
    if (key?.nodeType !== "Constant" || typeof key.value !== "string" || !value) return { kind: "other" };
    entries.set(key.value, value);
  }
  return { kind: "table", entries };
}

const isValues = (node: PyExpr): node is Values => node.nodeType === "Tuple" || node.nodeType === "List" || node.nodeType === "Dict";

/** A tuple, or a dict when the values have names. */
function literalValues(values: readonly NewValue[]): string {
  if (values.every(({ name }) => name !== null)) return `{${values.map(({ source, name }) => `"${name ?? ""}": ${source}`).join(", ")}}`;
  const items = values.map(({ source }) => source);
  return items.length === 1 ? `(${items[0] ?? ""},)` : `(${items.join(", ")})`;
}
