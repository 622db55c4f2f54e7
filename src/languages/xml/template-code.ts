/** A template as code: the facts of its expressions at their place in the file, joined by the control flow of its directives. */

import type { CodeFacts } from "../../facts/code.ts";
import type { FlowBuilder } from "../../facts/flow-builder.ts";
import type { Exit, FlowNode, Write } from "../../facts/flow.ts";
import type { CallSite, ClassFact, FunctionFact } from "../../facts/functions.ts";
import type { CodeNode, Place, Range } from "../../facts/node.ts";
import type { WrittenObject } from "../../facts/objects.ts";
import type { Condition, TypeFact, View } from "../../facts/view.ts";
import { XMLAttribute, type XMLElement, type XMLNode } from "./nodes.ts";
import type { XMLSourceCode } from "./source-code.ts";
import { TemplateEdits } from "./template-edits.ts";
import { TemplatePart, type ParsedExpression, type TemplateExpression, type TemplateExpressions } from "./template-expressions.ts";
import { Graft } from "./template-graft.ts";

const LONGEST_EXCERPT = 80;
const OPAQUE: View = { kind: "opaque" };

/** A template's control flow and the points at which its expressions are evaluated. */
export interface TemplateGraph {
  readonly flow: FlowBuilder;
  readonly points: ReadonlyMap<TemplateExpression | TemplatePart, FlowNode>;
}

export interface TemplateCodeOptions {
  readonly element: XMLElement;
  readonly language: CodeFacts["language"];
  readonly path: string;
  readonly file: XMLSourceCode;
  readonly expressions: TemplateExpressions;
  /** Made when somebody asks what a name holds. */
  readonly graph: () => TemplateGraph;
}

export class TemplateCode implements CodeFacts {
  readonly language: CodeFacts["language"];
  readonly path: string;
  readonly root: XMLElement;
  readonly text: string;
  readonly edits: TemplateEdits;
  readonly joinsLists: boolean;
  readonly raisesForKeys: boolean;
  readonly #file: XMLSourceCode;
  readonly #expressions: TemplateExpressions;
  readonly #makeGraph: () => TemplateGraph;
  readonly #grafts = new Map<ParsedExpression, Graft>();
  #graph: TemplateGraph | null = null;

  constructor({ element, language, path, file, expressions, graph }: TemplateCodeOptions) {
    this.language = language;
    this.path = path;
    this.root = element;
    this.text = file.text;
    this.#file = file;
    this.joinsLists = language === "javascript";
    this.raisesForKeys = language === "python";
    this.#expressions = expressions;
    this.#makeGraph = graph;
    this.edits = new TemplateEdits(this);
  }

  get #template(): TemplateGraph {
    this.#graph ??= this.#makeGraph();
    return this.#graph;
  }

  #factsOf(node: CodeNode): CodeFacts | null {
    return this.#expressions.ownerOf(node)?.facts ?? null;
  }

  #parsed(): readonly ParsedExpression[] {
    // What its control flow does not come by is evaluated nowhere.
    return [...this.#template.points.keys()].flatMap((one) => (one instanceof TemplatePart ? [] : (one.parsed ?? [])));
  }

  modules(): readonly string[] {
    return [];
  }

  calls(): readonly CallSite[] {
    return this.#parsed().flatMap(({ facts }) => facts.calls());
  }

  objects(): readonly WrittenObject[] {
    return this.#parsed().flatMap(({ facts }) => facts.objects());
  }

  classes(): readonly ClassFact[] {
    return [];
  }

  view(node: CodeNode): View {
    return node instanceof TemplatePart ? node.view : (this.#factsOf(node)?.view(node) ?? OPAQUE);
  }

  condition(node: CodeNode): Condition {
    return this.#factsOf(node)?.condition(node) ?? { kind: "truthy", node };
  }

  flow(node: CodeNode): FlowNode {
    const owner = this.#expressions.ownerOf(node);
    if (owner) return this.#grafted(owner, owner.facts.flow(node));
    return (node instanceof TemplatePart ? this.#template.points.get(node) : undefined) ?? { kind: "start", fn: null };
  }

  /** A point inside an expression, with what the template does before it. */
  #grafted(owner: ParsedExpression, inner: FlowNode): FlowNode {
    const known = this.#grafts.get(owner);
    if (known) return known.at(inner);
    const graft = new Graft(this.#template.points.get(owner.expression) ?? { kind: "start", fn: null });
    this.#grafts.set(owner, graft);
    return graft.at(inner);
  }

  madeAt(fn: FunctionFact): FlowNode | null {
    const owner = this.#expressions.ownerOf(fn.node);
    const made = owner?.facts.madeAt(fn);
    return owner && made ? this.#grafted(owner, made) : null;
  }

  exits(fn: FunctionFact): readonly Exit[] {
    return this.#factsOf(fn.node)?.exits(fn) ?? [];
  }

  yields(fn: FunctionFact): ReturnType<CodeFacts["yields"]> {
    return this.#factsOf(fn.node)?.yields(fn) ?? [];
  }

  functionOf(node: CodeNode): FunctionFact | null {
    return this.#factsOf(node)?.functionOf(node) ?? null;
  }

  writes(place: string, scope: FunctionFact | null): readonly Write[] {
    if (scope) return this.#factsOf(scope.node)?.writes(place, scope) ?? [];
    return [...(this.#template.flow.writes.get(place) ?? []), ...this.#parsed().flatMap(({ facts }) => facts.writes(place, null))];
  }

  /** Of a name that the template sets nobody knows what it holds before: the caller may have set it, too. */
  scopeOf(place: string, from: FunctionFact | null): FunctionFact | null | undefined {
    const inner = from ? this.#factsOf(from.node)?.scopeOf(place, from) : undefined;
    return inner === undefined && from && this.#template.flow.writes.has(place) ? null : inner;
  }

  sharersOf(): readonly FunctionFact[] {
    return [];
  }

  changes(fn: FunctionFact, place: string): boolean {
    return this.#factsOf(fn.node)?.changes(fn, place) ?? true;
  }

  fieldWrites(): readonly Write[] {
    return [];
  }

  readsOf(place: string, scope: FunctionFact | null): number {
    return this.#parsed().reduce((reads, { facts }) => reads + facts.readsOf(place, scope), 0);
  }

  namesOf(): readonly string[] {
    return [...this.#template.flow.writes.keys()];
  }

  classOf(): ClassFact | null {
    return null;
  }

  typeOf(): TypeFact | null {
    return null;
  }

  pathOf(node: CodeNode): string | null {
    return this.#factsOf(node)?.pathOf(node) ?? null;
  }

  givenName(node: CodeNode): string | null {
    return this.#factsOf(node)?.givenName(node) ?? null;
  }

  /** An expression stands in no other. */
  parent(node: CodeNode): CodeNode | null {
    const owner = this.#expressions.ownerOf(node);
    return !owner || owner.root === node ? null : owner.facts.parent(node);
  }

  range(node: CodeNode): Range {
    const owner = this.#expressions.ownerOf(node);
    if (owner) return owner.rangeOf(node);
    // What is neither an expression nor a part is a node of the tree.
    return node instanceof TemplatePart ? node.range : (node as XMLNode).range;
  }

  place(node: CodeNode): Place {
    return this.#file.locOf(this.range(node));
  }

  excerpt(node: CodeNode): string {
    const text = this.#spoken(node).replace(/\s+/g, " ");
    return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1)}…` : text;
  }

  /** An attribute that names something is spoken of by that name. */
  #spoken(node: CodeNode): string {
    const facts = this.#factsOf(node);
    if (facts) return facts.excerpt(node);
    if (node instanceof TemplatePart) return node.label;
    return node instanceof XMLAttribute ? node.value : this.text.slice(...this.range(node));
  }
}
