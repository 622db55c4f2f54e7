/** The models that a Python file defines or extends, with their fields: the part of it that other files ask for. */

import { parse } from "py-ast";
import type { PyExpr, PyModule, PyNodeOf } from "./ast.ts";

export interface ModelSummary {
  /** `_name`, or the one model that it extends. */
  readonly name: string;
  /** Models that it takes fields from. */
  readonly inherits: readonly string[];
  /** By name: the path of the call that declares the field, as the file imports it. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Names that a text assigns the result of a call in an indented line: more than its fields, never fewer; no parse is needed. */
export function declaredNames(text: string): ReadonlySet<string> {
  if (!mayHoldModels(text)) return new Set();
  return new Set(Array.from(text.matchAll(/^[ \t]+(\w+)[ \t]*(?::[^=\n]*)?=[\s\\]*\(*\s*[A-Za-z_][\w.]*\s*\(/gm), ([, name = ""]) => name));
}

const mayHoldModels = (text: string) => /\b_(?:name|inherit)\b/.test(text);

/** The models of a file's text; none for one that does not parse. */
export function modelsIn(text: string): readonly ModelSummary[] {
  if (!mayHoldModels(text)) return [];
  try {
    return modelsOf(parse(text.replace(/\f/g, " ")));
  } catch {
    // The file's own lint says why it cannot be read.
    return [];
  }
}

function modelsOf(module: PyModule): readonly ModelSummary[] {
  const imports = importsOf(module);
  return module.body.flatMap((statement) => {
    const model = statement.nodeType === "ClassDef" ? modelOf(statement, imports) : null;
    return model ? [model] : [];
  });
}

/** Local names of imported things, by their full path. */
function importsOf(module: PyModule): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const statement of module.body) {
    if (statement.nodeType === "ImportFrom" && !statement.level) for (const { name, asname } of statement.names) imports.set(asname ?? name, `${statement.module ?? ""}.${name}`);
    if (statement.nodeType === "Import") for (const { name, asname } of statement.names) imports.set(asname ?? name.split(".")[0] ?? name, asname ? name : (name.split(".")[0] ?? name));
  }
  return imports;
}

function modelOf(node: PyNodeOf<"ClassDef">, imports: ReadonlyMap<string, string>): ModelSummary | null {
  const fields = new Map<string, string>();
  let name: string | null = null;
  let inherits: readonly string[] = [];
  for (const statement of node.body) {
    const [target] = statement.nodeType === "Assign" ? statement.targets : statement.nodeType === "AnnAssign" ? [statement.target] : [];
    const value = statement.nodeType === "Assign" || statement.nodeType === "AnnAssign" ? statement.value : null;
    if (target?.nodeType !== "Name" || !value) continue;
    if (target.id === "_name") name = textsOf(value)[0] ?? null;
    else if (target.id === "_inherit") inherits = textsOf(value);
    else if (value.nodeType === "Call") {
      const path = pathOf(value.func, imports);
      if (path !== null) fields.set(target.id, path);
    }
  }
  const own = name ?? inherits[0];
  return own === undefined ? null : { name: own, inherits: inherits.filter((one) => one !== own), fields };
}

const textsOf = (node: PyExpr): readonly string[] => {
  if (node.nodeType === "Constant") return typeof node.value === "string" ? [node.value] : [];
  return node.nodeType === "List" || node.nodeType === "Tuple" ? node.elts.flatMap(textsOf) : [];
};

function pathOf(node: PyExpr, imports: ReadonlyMap<string, string>): string | null {
  if (node.nodeType === "Name") return imports.get(node.id) ?? null;
  const object = node.nodeType === "Attribute" ? pathOf(node.value, imports) : null;
  return node.nodeType === "Attribute" && object !== null ? `${object}.${node.attr}` : null;
}
