/** Names, functions, calls and objects of a JavaScript file, from one pass over its tree. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { CallSite } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import { Functions } from "./functions.ts";
import { Names } from "./names.ts";
import { bare, childrenOf, keyName, T, type JsNode } from "./nodes.ts";
import { typeFactOf } from "./types.ts";
import type { ViewContext } from "./views.ts";

export class Inventory {
  readonly names: Names;
  readonly functions: Functions;
  readonly context: ViewContext;
  readonly calls: CallSite[] = [];
  readonly objects: TSESTree.ObjectExpression[] = [];

  constructor(source: Readonly<SourceCode>, checked: (node: JsNode) => TypeFact | null, isTyped: boolean) {
    const manager = source.scopeManager;
    if (!manager) throw new Error("a JavaScript file without scopes");
    const names = new Names(manager);
    const functions = new Functions(names, checked, isTyped);
    this.names = names;
    this.functions = functions;
    this.context = { names, fn: (node) => functions.of(node), cls: (node) => functions.class(node), typeOf: (node) => typeFactOf(node, functions.types) };
    this.#collect(source);
  }

  #collect({ ast, visitorKeys }: Readonly<SourceCode>): void {
    const stack: JsNode[] = [ast];
    for (let node = stack.pop(); node; node = stack.pop()) {
      this.#note(node);
      const children = childrenOf(node, visitorKeys[node.type]);
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child) stack.push(child);
      }
    }
  }

  #note(node: JsNode): void {
    switch (node.type) {
      case T.CallExpression:
      case T.NewExpression:
        this.calls.push({ node, name: lastName(node.callee) });
        break;
      case T.TaggedTemplateExpression:
        this.calls.push({ node, name: lastName(node.tag) });
        break;
      case T.ObjectExpression:
        this.objects.push(node);
        break;
      case T.ExportNamedDeclaration:
        this.#exports(node);
        break;
      case T.ExportDefaultDeclaration:
        if (node.declaration.type === T.Identifier) this.names.markExported(node.declaration);
        else if ("id" in node.declaration && node.declaration.id) this.names.markExported(node.declaration.id);
        break;
      case T.AssignmentExpression:
        this.#commonExports(node);
        break;
      default:
    }
  }

  #exports(node: TSESTree.ExportNamedDeclaration): void {
    for (const specifier of node.specifiers) if (!node.source) this.names.markExported(specifier.local);
    const { declaration } = node;
    if (declaration?.type === T.VariableDeclaration) {
      for (const one of declaration.declarations) if (one.id.type === T.Identifier) this.names.markExported(one.id);
    } else if (declaration && "id" in declaration && declaration.id) this.names.markExported(declaration.id);
  }

  /** `module.exports = { a, b }`, `exports.a = a`. */
  #commonExports({ left, right }: TSESTree.AssignmentExpression): void {
    if (left.type !== T.MemberExpression) return;
    const root = this.names.pathOf(left);
    if (root === null || !/^(?:module\.)?exports(?:\.|$)/.test(root)) return;
    if (right.type === T.Identifier) this.names.markExported(right);
    if (right.type === T.ObjectExpression) for (const one of right.properties) if (one.type === T.Property && one.value.type === T.Identifier) this.names.markExported(one.value);
  }
}

function lastName(callee: JsNode): string {
  const at = bare(callee);
  if (at.type === T.Identifier) return at.name;
  if (at.type === T.MemberExpression) return keyName(at.property, at.computed) ?? "";
  return "";
}
