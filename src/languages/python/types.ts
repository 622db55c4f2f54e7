/** What annotations say: numbers, texts of the file's own choice, the file's classes, instances of imported ones. */

import type { ClassFact } from "../../facts/functions.ts";
import type { TypeFact } from "../../facts/view.ts";
import type { PyNode, PyNodeOf } from "./ast.ts";

const NUMBERS = new Set(["int", "float", "bool"]);
const LISTS = new Set(["list", "List", "Sequence", "Iterable", "Collection", "Iterator", "set", "Set", "frozenset", "FrozenSet", "AbstractSet", "tuple", "Tuple"]);

export class Types {
  readonly #module: PyNodeOf<"Module">;
  readonly #classNamed: (name: string) => ClassFact | null;
  #imports: ReadonlyMap<string, string> | null = null;

  constructor(module: PyNodeOf<"Module">, classNamed: (name: string) => ClassFact | null) {
    this.#module = module;
    this.#classNamed = classNamed;
  }

  /** What an annotation states that we use; null for the rest. */
  of(annotation: PyNode): TypeFact | null {
    switch (annotation.nodeType) {
      case "Name":
      case "Attribute":
        return this.#named(dotted(annotation));
      case "Constant":
        return typeof annotation.value === "string" && /^\s*[\w.]+\s*$/.test(annotation.value) ? this.#named(annotation.value.trim()) : null;
      case "BinOp":
        return this.#either([annotation.left, annotation.right]);
      case "Subscript":
        return this.#subscripted(annotation);
      default:
        return null;
    }
  }

  #named(name: string): TypeFact | null {
    if (NUMBERS.has(name)) return { kind: "number" };
    if (name === "str") return { kind: "text" };
    const cls = this.#classNamed(name);
    if (cls) return cls.isEnumeration ? { kind: "literals" } : { kind: "class", cls };
    const [root = "", ...rest] = name.split(".");
    const path = this.#imported().get(root);
    return path === undefined ? null : { kind: "instance", path: `${[path, ...rest].join(".")}()` };
  }

  /** The paths of the names that the module imports, also for its annotations alone. */
  #imported(): ReadonlyMap<string, string> {
    if (this.#imports) return this.#imports;
    const found = new Map<string, string>();
    for (const statement of this.#module.body.flatMap((one) => (one.nodeType === "If" || one.nodeType === "Try" ? one.body : [one]))) {
      if (statement.nodeType === "Import") for (const { name, asname } of statement.names) found.set(asname ?? name.split(".")[0] ?? "", asname ? name : (name.split(".")[0] ?? ""));
      if (statement.nodeType === "ImportFrom" && statement.module && !statement.level) for (const { name, asname } of statement.names) found.set(asname ?? name, `${statement.module}.${name}`);
    }
    this.#imports = found;
    return found;
  }

  /** `X | None`, `int | float`. */
  #either(parts: readonly PyNode[]): TypeFact | null {
    const facts = parts.filter((part) => !isNone(part)).map((part) => this.of(part));
    const [first] = facts;
    if (facts.length === 1) return first ?? null;
    return facts.length > 0 && (first?.kind === "number" || first?.kind === "literals") && facts.every((fact) => fact?.kind === first.kind) ? first : null;
  }

  #subscripted(node: PyNodeOf<"Subscript">): TypeFact | null {
    const name = dotted(node.value).replace(/^.*\./, "");
    const parts = node.slice.nodeType === "Tuple" ? node.slice.elts : [node.slice];
    if (name === "Literal") return { kind: "literals" };
    if (name === "Optional" || name === "Union") return this.#either(parts);
    if (name === "Annotated" || name === "Final" || name === "ClassVar") return parts[0] ? this.of(parts[0]) : null;
    return LISTS.has(name) && parts[0] ? { kind: "list", of: this.of(parts[0]) } : null;
  }
}

const isNone = (node: PyNode) => node.nodeType === "Constant" && node.value === null;

/** `a.b.c` as it is written; empty for anything else. */
function dotted(node: PyNode): string {
  if (node.nodeType === "Name") return node.id;
  const before = node.nodeType === "Attribute" ? dotted(node.value) : "";
  return before !== "" && node.nodeType === "Attribute" ? `${before}.${node.attr}` : "";
}
