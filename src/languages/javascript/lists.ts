/** How JavaScript code makes text of lists and values, so that an edit can take the value itself. */

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "@typescript-eslint/utils/ts-eslint";
import type { JoinedList } from "../../facts/edits.ts";
import { writesNothing } from "../../facts/written-text.ts";
import { bare, keyName, T, type JsNode } from "./nodes.ts";
import { templateOf } from "./texts.ts";

type Source = Readonly<SourceCode>;

/** A call of a method: what it is called on, and its arguments. */
function methodCall(node: JsNode, ...names: readonly string[]): { readonly object: TSESTree.Expression; readonly args: readonly TSESTree.CallExpressionArgument[]; readonly name: string } | null {
  const call = bare(node);
  if (call.type !== T.CallExpression || call.callee.type !== T.MemberExpression) return null;
  const name = keyName(call.callee.property, call.callee.computed);
  return name !== null && names.includes(name) ? { object: call.callee.object, args: call.arguments, name } : null;
}

const literalText = (node: JsNode | undefined): string | null => {
  if (node?.type === T.Literal && typeof node.value === "string") return node.value;
  return node?.type === T.TemplateLiteral && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null;
};

/** The value under `String(x)`, `x.toString()`, `${x}`; null for what is no cast. */
export function uncast(node: JsNode): JsNode | null {
  const at = bare(node);
  const [first] = at.type === T.CallExpression ? at.arguments : [];
  if (at.type === T.CallExpression && at.callee.type === T.Identifier && at.callee.name === "String" && first && first.type !== T.SpreadElement) return first;
  if (at.type === T.TemplateLiteral && at.expressions.length === 1 && at.quasis.every((quasi) => quasi.value.raw === "")) return at.expressions[0] ?? null;
  const method = methodCall(at, "toString");
  return method?.args.length === 0 ? method.object : null;
}

/** The value under `x.replace(/'/g, "''")` and its kin; null for anything else. */
export function undoubled(node: JsNode): JsNode | null {
  const method = methodCall(node, "replace", "replaceAll");
  if (method) {
    const [what, by] = method.args;
    const isQuote = what?.type === T.Literal && "regex" in what ? what.regex.pattern === "'" && what.regex.flags.includes("g") : method.name === "replaceAll" && literalText(what) === "'";
    const put = literalText(by);
    return isQuote && (put === "''" || put === "\\'") ? method.object : null;
  }
  const joined = methodCall(node, "join");
  const parts = joined && literalText(joined.args[0]) === "''" ? methodCall(joined.object, "split") : null;
  return parts && literalText(parts.args[0]) === "'" ? parts.object : null;
}

/** `ids.join(",")`, with what is done to each item; null for what is no such thing. */
export function joinedOf(source: Source, node: JsNode): JoinedList | null {
  const method = methodCall(node, "join");
  if (!method || method.args.length > 1) return null;
  const separator = method.args.length === 0 ? "," : literalText(method.args[0]);
  const items = itemsOf(source, method.object);
  return separator === null ? { ...items, each: "other", separator } : { ...items, separator };
}

type Items = Omit<JoinedList, "separator">;

function itemsOf(source: Source, list: JsNode): Items {
  const plain: Items = { source: source.getText(list), node: list, each: "plain" };
  const other: Items = { ...plain, each: "other" };
  const map = methodCall(list, "map");
  const [fn] = map?.args ?? [];
  if (!map || !fn) return plain;
  if (fn.type === T.Identifier) {
    if (fn.name === "String") return { source: source.getText(map.object), node: map.object, each: "text" };
    return fn.name === "Number" || fn.name === "parseInt" || fn.name === "parseFloat" || fn.name === "BigInt" ? { ...plain, each: "number" } : other;
  }
  const [parameter] = fn.type === T.ArrowFunctionExpression ? fn.params : [];
  if (fn.type !== T.ArrowFunctionExpression || fn.params.length !== 1 || fn.body.type === T.BlockStatement || parameter?.type !== T.Identifier) return other;
  const item = itemUnder(source, fn.body);
  if (!item) return writesNothing(source.getText(fn.body)) ? plain : other;
  if (item.node.type === T.Identifier && item.node.name === parameter.name) return { source: source.getText(map.object), node: map.object, each: item.each };
  const [start, end] = fn.body.range;
  const [from, to] = list.range;
  const inner = item.node.type === T.ObjectExpression ? `(${source.getText(item.node)})` : source.getText(item.node);
  return { source: source.text.slice(from, start) + inner + source.text.slice(end, to), node: list, each: item.each };
}

/** What stands under a cast or quotes around one item. */
function itemUnder(source: Source, node: JsNode): { readonly node: JsNode; readonly each: JoinedList["each"] } | null {
  const cast = uncast(node);
  if (cast) return { node: cast, each: "text" };
  const at = bare(node);
  if (at.type === T.CallExpression && at.callee.type === T.Identifier && ["Number", "parseInt", "parseFloat", "BigInt"].includes(at.callee.name)) return { node: at, each: "number" };
  const segments = templateOf(source, at)?.segments;
  const [before, hole, after] = segments ?? [];
  if (segments?.length !== 3 || hole?.kind !== "hole" || before?.kind !== "chars" || after?.kind !== "chars" || before.value !== "'" || after.value !== "'") return null;
  const value = hole.node as JsNode;
  return { node: undoubled(value) ?? value, each: "quoted" };
}

/** The last name of an expression; of a call that of what it works on. */
export function lastName(node: JsNode): string | null {
  const at = bare(node);
  switch (at.type) {
    case T.Identifier:
      return at.name;
    case T.MemberExpression: {
      const name = keyName(at.property, at.computed);
      return name === null ? lastName(at.object) : /^#?[A-Za-z_$][\w$]*$/.test(name) ? name.replace("#", "") : null;
    }
    case T.CallExpression: {
      if (at.callee.type === T.MemberExpression && !(at.callee.object.type === T.Identifier && /^[A-Z]/.test(at.callee.object.name))) {
        const key = literalText(at.arguments[0]);
        return keyName(at.callee.property, at.callee.computed) === "get" && key !== null && /^[A-Za-z_]\w*$/.test(key) ? key : lastName(at.callee.object);
      }
      const [first] = at.arguments;
      return first && first.type !== T.SpreadElement ? lastName(first) : null;
    }
    case T.AwaitExpression:
      return lastName(at.argument);
    case T.LogicalExpression:
      return lastName(at.left);
    default:
      return null;
  }
}
