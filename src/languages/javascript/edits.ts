/** Exact edits of JavaScript code. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CodeEdits, HoleSegment, JoinedList, NewValue, SourceEdit, Spot, TextPlan, TextTemplate, ValueSlot, WrittenValues } from "../../facts/edits.ts";
import type { CodeNode, Range } from "../../facts/node.ts";
import { partOf, rewritten } from "../../facts/written-text.ts";
import { callAfter } from "./call-after.ts";
import { joinedOf, lastName, uncast, undoubled } from "./lists.ts";
import { modulePath } from "./names.ts";
import { bare, isFunction, js, keyName, T, type JsNode } from "./nodes.ts";
import { droppedEntry } from "./objects.ts";
import { outerRange, templateOf } from "./texts.ts";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const callOf = (node: CodeNode): Call | null => {
  const own = js(node);
  return own.type === T.CallExpression || own.type === T.NewExpression ? own : null;
};

const CALLBACK = /^(?:cb|done|next|fn|callback|on[A-Z]\w*|\w*Callback)$/;
const isCallback = (node: JsNode) => isFunction(node) || (node.type === T.Identifier && CALLBACK.test(node.name));

export class JavaScriptEdits implements CodeEdits {
  readonly #source: Readonly<SourceCode>;

  constructor(source: Readonly<SourceCode>) {
    this.#source = source;
  }

  template(node: CodeNode): TextTemplate | null {
    return templateOf(this.#source, bare(js(node)));
  }

  rewrite(template: TextTemplate, plan: TextPlan): readonly SourceEdit[] | null {
    if ([...plan.holes.keys()].some((index) => this.#hasComment(template, index))) return null;
    return rewritten(this.#source.text, template, plan, '"');
  }

  /** Whether a comment would go with a hole. */
  #hasComment({ segments }: TextTemplate, index: number): boolean {
    const hole = segments[index];
    return hole?.kind === "hole" && hole.literal !== null && this.#source.getCommentsBefore(js(hole.node)).concat(this.#source.getCommentsAfter(js(hole.node))).length > 0;
  }

  part(template: TextTemplate, from: Spot, to: Spot): string | null {
    return partOf(this.#source.text, template, from, to);
  }

  around(before: string, value: CodeNode, after: string): string {
    const spelled = (text: string) => text.replace(/[\\`]|\$(?=\{)/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
    return `\`${spelled(before)}\${${this.source(value)}}${spelled(after)}\``;
  }

  replaced(value: CodeNode, source: string): SourceEdit {
    const { range, parent } = js(value);
    const isShorthand = parent?.type === T.Property && parent.shorthand;
    return { range, text: isShorthand ? `${keyName(parent.key, false) ?? ""}: ${source}` : source };
  }

  written(call: CodeNode, slot: ValueSlot): WrittenValues {
    const own = callOf(call);
    if (!own || own.arguments.some((arg) => arg.type === T.SpreadElement)) return { kind: "other" };
    if (slot.kind === "arguments") return { kind: "list", items: own.arguments.slice(slot.position) };
    const present = own.arguments[slot.position];
    if (!present || isCallback(present)) return { kind: "absent" };
    if (slot.kind === "argument") return writtenValues(present);
    const object = bare(present);
    if (object.type !== T.ObjectExpression || object.properties.some((property) => property.type === T.SpreadElement)) return { kind: "other" };
    const property = propertyOf(object, slot.name);
    return property ? writtenValues(property.value) : { kind: "absent" };
  }

  bind(call: CodeNode, slot: ValueSlot, values: readonly NewValue[]): readonly SourceEdit[] | null {
    const own = callOf(call);
    if (!own) return null;
    if (slot.kind === "arguments") return this.#insertItems(own.arguments, values, { from: slot.position, before: this.#afterParen(own) });
    const present = own.arguments[slot.position];
    const isFree = !present || isCallback(present);
    if (slot.kind === "property") return isFree ? this.#newArgument(own, slot, `{ ${slot.name}: ${literalValues(values)} }`) : this.#inObject(bare(present), slot, values);
    return isFree ? this.#newArgument(own, slot, literalValues(values)) : this.#inValues(bare(present), values);
  }

  #inValues(node: JsNode, values: readonly NewValue[]): readonly SourceEdit[] | null {
    if (node.type === T.ObjectExpression) return this.#insertEntries(node, values.map((value) => (value.name === null ? null : entry(value))));
    if (node.type !== T.ArrayExpression || node.elements.some((element) => element === null)) return null;
    return this.#insertItems(node.elements.flatMap((element) => element ?? []), values, { from: 0, before: node.range[0] + 1 });
  }

  #inObject(object: JsNode, slot: Extract<ValueSlot, { kind: "property" }>, values: readonly NewValue[]): readonly SourceEdit[] | null {
    if (object.type !== T.ObjectExpression) return null;
    const present = propertyOf(object, slot.name);
    if (present) return this.#inValues(bare(present.value), values);
    return this.#insertEntries(object, [`${slot.name}: ${literalValues(values)}`], slot.before);
  }

  /** Entries at an object's end, or behind one of its properties. */
  #insertEntries(object: TSESTree.ObjectExpression, entries: readonly (string | null)[], before: string | null = null): readonly SourceEdit[] | null {
    if (entries.some((one) => one === null)) return null;
    const anchor = (before === null ? undefined : propertyOf(object, before)) ?? object.properties.at(-1);
    const text = entries.join(", ");
    const at = anchor ? anchor.range[1] : object.range[0] + 1;
    return [{ range: [at, at], text: anchor ? `, ${text}` : ` ${text} ` }];
  }

  #afterParen(call: Call): number {
    const callee = call.typeArguments ?? this.#source.getLastToken(call.callee) ?? call.callee;
    return this.#source.getTokenAfter(callee, (token) => token.value === "(")?.range[1] ?? call.range[1];
  }

  /** An argument for a call that had none in its place: right behind the text. */
  #newArgument(call: Call, slot: Extract<ValueSlot, { after: CodeNode | null }>, text: string): readonly SourceEdit[] | null {
    const before = call.arguments[slot.position - 1];
    if (slot.position === 0) return call.arguments.length === 0 ? [{ range: [this.#afterParen(call), this.#afterParen(call)], text }] : null;
    if (!before) return null;
    const [, end] = outerRange(this.#source, before);
    return [{ range: [end, end], text: `, ${text}` }];
  }

  #insertItems(items: readonly JsNode[], values: readonly NewValue[], { from, before }: { readonly from: number; readonly before: number }): readonly SourceEdit[] | null {
    if (items.some((item) => item.type === T.SpreadElement)) return null;
    const edits = new Map<number, string>();
    let added = 0;
    for (const { source, index } of values) {
      const at = (index ?? items.length - from + added) - added + from;
      added += 1;
      const [last, next] = [items[at - 1], items[at]];
      const place = next ? outerRange(this.#source, next)[0] : last ? outerRange(this.#source, last)[1] : before;
      const known = edits.get(place) ?? "";
      edits.set(place, next ? `${known}${source}, ` : last ? `${known}, ${source}` : known + (known === "" ? "" : ", ") + source);
    }
    return [...edits].map(([at, text]) => ({ range: [at, at], text }));
  }

  callBefore(call: CodeNode, method: string, values: readonly NewValue[]): readonly SourceEdit[] | null {
    const own = callOf(call);
    if (own?.callee.type !== T.MemberExpression) return null;
    const [, end] = outerRange(this.#source, own.callee.object);
    const text = values.map(({ name, source }) => `.${method}("${name ?? ""}", ${source})`).join("");
    return [{ range: [end, end], text }];
  }

  callBehind(call: CodeNode, method: string, values: readonly NewValue[]): readonly SourceEdit[] {
    const [, end] = js(call).range;
    return [{ range: [end, end], text: `.${method}(${values.map(({ source }) => source).join(", ")})` }];
  }

  callAfter(call: CodeNode): { readonly call: CodeNode; readonly name: string } | null {
    return callAfter(this.#source, js(call));
  }

  outerCall(node: CodeNode): CodeNode | null {
    const own = js(node);
    return own.parent?.type === T.CallExpression && own.parent.callee !== own ? own.parent : null;
  }

  asTag(call: CodeNode, method: string | null): readonly SourceEdit[] | null {
    const own = callOf(call);
    const [text, ...more] = own?.arguments ?? [];
    if (own?.type !== T.CallExpression || own.optional || own.typeArguments || text?.type !== T.TemplateLiteral || more.length > 0) return null;
    const { callee } = own;
    const edits: SourceEdit[] = [];
    if (method !== null) {
      if (callee.type !== T.MemberExpression || callee.computed) return null;
      if (method === "") edits.push({ range: [outerRange(this.#source, callee.object)[1], callee.range[1]], text: "" });
      else edits.push({ range: callee.property.range, text: method });
    }
    if (this.#source.getCommentsInside(own).some(({ range }) => range[0] < text.range[0] || range[1] > text.range[1])) return null;
    return [...edits, { range: [callee.range[1], text.range[0]], text: "" }, { range: [text.range[1], own.range[1]], text: "" }];
  }

  extent(node: CodeNode): Range {
    return outerRange(this.#source, js(node));
  }

  source(node: CodeNode): string {
    const own = js(node);
    return own.type === T.SequenceExpression ? `(${this.#source.getText(own)})` : this.#source.getText(own);
  }

  receiver(call: CodeNode): string | null {
    const own = callOf(call);
    return own?.callee.type === T.MemberExpression ? this.#source.getText(own.callee.object) : null;
  }

  joined(node: CodeNode): JoinedList | null {
    return joinedOf(this.#source, js(node));
  }

  uncast(node: CodeNode): CodeNode | null {
    return uncast(js(node));
  }

  undoubled(node: CodeNode): CodeNode | null {
    return undoubled(js(node));
  }

  lastName(node: CodeNode): string | null {
    return lastName(js(node));
  }

  listValue({ source }: JoinedList): string {
    return source;
  }

  textOf({ node }: HoleSegment): string {
    return this.cast(node);
  }

  cast(node: CodeNode): string {
    return `String(${this.source(node)})`;
  }

  number(node: CodeNode): string {
    return this.source(node);
  }

  importedAs(is: (path: string) => boolean): string | null {
    for (const statement of this.#source.ast.body) {
      if (statement.type !== T.ImportDeclaration) continue;
      for (const specifier of statement.specifiers) {
        const member = specifier.type === T.ImportSpecifier && specifier.imported.type === T.Identifier ? specifier.imported.name : null;
        if (is(modulePath(statement.source.value, member))) return specifier.local.name;
      }
    }
    return null;
  }

  namesRead(node: CodeNode): readonly CodeNode[] | null {
    const names: JsNode[] = [];
    const stack: JsNode[] = [js(node)];
    for (let at = stack.pop(); at; at = stack.pop()) {
      switch (at.type) {
        case T.Identifier:
          names.push(at);
          break;
        case T.MemberExpression:
          stack.push(at.object, ...(at.computed ? [at.property] : []));
          break;
        case T.TemplateLiteral:
          stack.push(...at.expressions);
          break;
        case T.BinaryExpression:
        case T.LogicalExpression:
          stack.push(at.left, at.right);
          break;
        case T.CallExpression: {
          const inner = uncast(at) ?? undoubled(at);
          if (!inner) return null;
          stack.push(inner);
          break;
        }
        case T.TSAsExpression:
        case T.TSNonNullExpression:
        case T.ChainExpression:
          stack.push(at.expression);
          break;
        case T.Literal:
        case T.ThisExpression:
          break;
        default:
          return null;
      }
    }
    return names;
  }

  dropped(value: CodeNode): readonly SourceEdit[] | null {
    return droppedEntry(this.#source, js(value));
  }

  follows(earlier: CodeNode, later: CodeNode): boolean {
    const first = statementOf(js(earlier));
    const second = statementOf(js(later));
    if (!first || !second || first.parent !== second.parent || !("body" in first.parent)) return false;
    const { body } = first.parent;
    return Array.isArray(body) && body.findIndex((one) => one === second) === body.findIndex((one) => one === first) + 1;
  }
}

function statementOf(node: JsNode): (JsNode & { parent: JsNode }) | null {
  for (let at: JsNode | undefined = node; at; at = at.parent) {
    if (at.parent && (at.parent.type === T.BlockStatement || at.parent.type === T.Program)) return at;
  }
  return null;
}

function propertyOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  return object.properties.find((one): one is TSESTree.Property => one.type === T.Property && keyName(one.key, one.computed) === name);
}

function writtenValues(node: JsNode): WrittenValues {
  const own = bare(node);
  if (own.type === T.ArrayExpression) {
    const items = own.elements.flatMap((element) => (element && element.type !== T.SpreadElement ? [element] : []));
    return items.length === own.elements.length ? { kind: "list", items } : { kind: "other" };
  }
  if (own.type !== T.ObjectExpression) return { kind: "other" };
  const entries = new Map<string, JsNode>();
  for (const property of own.properties) {
    const name = property.type === T.Property ? keyName(property.key, property.computed) : null;
    if (property.type !== T.Property || name === null) return { kind: "other" };
    entries.set(name, property.value);
  }
  return { kind: "table", entries };
}

const entry = ({ name, source }: NewValue): string => (name === source ? source : `${name ?? ""}: ${source}`);

/** An array, or an object when the values have names. */
const literalValues = (values: readonly NewValue[]): string =>
  values.every(({ name }) => name !== null) ? `{ ${values.map(entry).join(", ")} }` : `[${values.map(({ source }) => source).join(", ")}]`;
