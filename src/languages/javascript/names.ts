/** Which variable a name is: the scope manager's answer, as places of the flow graph. */

import { isBuiltin } from "node:module";
import type { Scope } from "@typescript-eslint/utils/ts-eslint";
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, functionAround, isFunction, keyName, T, type JsFunction, type JsNode } from "./nodes.ts";

type Variable = Scope.Variable;

export class Names {
  readonly #variables = new Map<JsNode, Variable>();
  readonly #places = new Map<string, Variable>();
  readonly #ids = new Map<Variable, string>();
  readonly #exported = new Set<Variable>();

  constructor(manager: Scope.ScopeManager) {
    for (const scope of manager.scopes) {
      for (const reference of scope.references) if (reference.resolved) this.#variables.set(reference.identifier, reference.resolved);
      for (const variable of scope.variables) {
        // A class's name is declared around it and inside it once more: one place.
        const around = variable.identifiers.map((identifier) => this.#variables.get(identifier)).find((known) => known && known !== variable && this.#ids.has(known));
        if (around) {
          this.#ids.set(variable, this.#ids.get(around) ?? variable.name);
          continue;
        }
        const place = `${variable.name}#${this.#ids.size}`;
        this.#ids.set(variable, place);
        this.#places.set(place, variable);
        for (const identifier of variable.identifiers) this.#variables.set(identifier, variable);
      }
    }
  }

  variableOf(identifier: JsNode): Variable | null {
    return this.#variables.get(identifier) ?? null;
  }

  /** The place of a name: unique for a variable of the file, the bare name for one from nowhere. */
  placeOf(identifier: TSESTree.Identifier): string {
    const variable = this.variableOf(identifier);
    return variable && variable.defs.length > 0 ? (this.#ids.get(variable) ?? identifier.name) : identifier.name;
  }

  variableAt(place: string): Variable | null {
    return this.#places.get(place) ?? null;
  }

  /** A text for a name or a path of fields: the same wherever it means the same. */
  pathOf(node: JsNode): string | null {
    const parts: string[] = [];
    let at = bare(node);
    while (at.type === T.MemberExpression) {
      const name = keyName(at.property, at.computed);
      if (name === null || parts.length >= 5) return null;
      parts.unshift(name);
      at = bare(at.object);
    }
    const root = at.type === T.Identifier ? this.placeOf(at) : at.type === T.ThisExpression ? "this" : null;
    return root === null ? null : [root, ...parts].join(".");
  }

  /** The function in which a variable lives; null for the module. */
  functionOf(variable: Variable): JsFunction | null {
    const { block } = variable.scope.variableScope;
    return isFunction(block) ? block : functionAround(block);
  }

  markExported(identifier: JsNode): void {
    const variable = this.variableOf(identifier);
    if (variable) this.#exported.add(variable);
  }

  isExported(variable: Variable | null): boolean {
    return variable !== null && this.#exported.has(variable);
  }
}

/** The canonical path of a module: `node:` before what Node brings itself, `?` for a file of the project. */
export function modulePath(source: string, member: string | null): string {
  if (/^[./#~]|^@\//.test(source)) return `?${member ?? ""}`;
  const module = isBuiltin(source) && !source.startsWith("node:") ? `node:${source}` : source;
  return member === null || member === "default" ? module : `${module}.${member}`;
}
