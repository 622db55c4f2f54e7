/** What other files may import from a JavaScript module: by `export`, or by `module.exports`. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { Exported } from "../../facts/modules.ts";
import { modulePath, type Names } from "./names.ts";
import { bare, keyName, T, type JsNode } from "./nodes.ts";

export class Exports {
  readonly #names: Names;
  readonly #found = new Map<string, Exported[]>();
  readonly handedOn: string[] = [];

  constructor({ body }: TSESTree.Program, names: Names) {
    this.#names = names;
    for (const statement of body) this.#note(statement);
  }

  of(name: string): readonly Exported[] {
    return this.#found.get(name) ?? [];
  }

  names(): readonly string[] {
    return [...this.#found.keys()];
  }

  #add(name: string, exported: Exported): void {
    this.#found.set(name, [...(this.#found.get(name) ?? []), exported]);
  }

  #note(statement: TSESTree.ProgramStatement): void {
    switch (statement.type) {
      case T.ExportNamedDeclaration:
        this.#named(statement);
        break;
      case T.ExportDefaultDeclaration:
        this.#add("default", this.#place(statement.declaration));
        break;
      case T.ExportAllDeclaration:
        if (statement.exported) this.#add(nameOf(statement.exported), { kind: "import", from: { module: statement.source.value, member: null }, path: modulePath(statement.source.value, null) });
        else this.handedOn.push(statement.source.value);
        break;
      case T.ExpressionStatement:
        if (statement.expression.type === T.AssignmentExpression) this.#assigned(statement.expression);
        break;
      default:
    }
  }

  #named({ specifiers, source, declaration }: TSESTree.ExportNamedDeclaration): void {
    for (const { local, exported } of specifiers) {
      this.#add(nameOf(exported), source ? { kind: "import", from: { module: source.value, member: nameOf(local) }, path: modulePath(source.value, nameOf(local)) } : this.#place(local));
    }
    if (declaration?.type === T.VariableDeclaration) {
      for (const { id } of declaration.declarations) if (id.type === T.Identifier) this.#add(id.name, this.#place(id));
    } else if (declaration && "id" in declaration && declaration.id?.type === T.Identifier) this.#add(declaration.id.name, this.#place(declaration.id));
  }

  /** `module.exports = { a, b }`, `exports.a = a`. */
  #assigned({ left, right }: TSESTree.AssignmentExpression): void {
    const path = left.type === T.MemberExpression ? this.#names.pathOf(left) : null;
    const [, name] = path === null ? [] : (/^(?:module\.)?exports(?:\.(\w+))?$/.exec(path) ?? []);
    if (name !== undefined) this.#add(name, this.#place(right));
    if (path !== "module.exports") return;
    this.#add("default", this.#place(right));
    const object = bare(right);
    if (object.type !== T.ObjectExpression) return;
    for (const one of object.properties) {
      const key = one.type === T.Property ? keyName(one.key, one.computed) : null;
      if (one.type === T.Property && key !== null) this.#add(key, this.#place(one.value));
    }
  }

  #place(node: JsNode): Exported {
    const identifier = "id" in node && node.id?.type === T.Identifier ? node.id : bare(node);
    const variable = identifier.type === T.Identifier ? this.#names.variableOf(identifier) : null;
    return variable && identifier.type === T.Identifier ? { kind: "place", place: this.#names.placeOf(identifier) } : { kind: "node", node };
  }
}

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => (node.type === T.Identifier ? node.name : node.value);
