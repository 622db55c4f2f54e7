/** SQL must arrive at the database as constant text plus bound parameters. */

import { defineRule, type CheckContext } from "../core/define-rule.ts";
import type { Finding } from "../core/finding.ts";
import { sinksOf, type SinkHit } from "../core/sinks.ts";
import { faultOf, type Fault } from "../flow/sql-findings.ts";
import { quotedPlaceholder } from "../flow/sql-placeholders.ts";
import { repairsOf } from "../flow/sql-repairs.ts";
import { traceOf } from "../flow/trace.ts";

export default defineRule({
  name: "no-sql-concat",
  languages: ["javascript", "python"],
  meta: {
    type: "problem",
    docs: { description: "Disallow SQL text that is built from values", recommended: true, cwe: [89] },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          cursors: { type: "array", items: { type: "string" }, uniqueItems: true, description: "Names of variables and fields that hold a cursor or a client." },
          safe: { type: "array", items: { type: "string" }, uniqueItems: true, description: "Functions, methods and fields whose result is a trusted fragment." },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      foreign: "`{{value}}` becomes part of the SQL text, and it comes from outside: {{origin}}. {{advice}}",
      unknown: "`{{value}}` becomes part of the SQL text, and where it comes from is unknown: {{origin}}. {{advice}}",
      typed: "`{{value}}` becomes part of the SQL text; only its type keeps it harmless. {{advice}}",
      requoted: "`{{value}}` is quoted already; the quotes around it let it out of the SQL text. Drop them.",
      whole: "`{{value}}` is run as SQL, and it comes from outside: {{origin}}. Whoever sends it can run any statement.",
      fragment: "`{{value}}` is taken for SQL as it is: {{origin}}. {{advice}}",
      quotedPlaceholder: "The placeholder `{{value}}` stands inside quotes, where it is filled without being quoted itself or is no placeholder at all. Drop the quotes.",
      bind: "Pass `{{value}}` as a parameter.",
      name: "Quote `{{value}}` as a name.",
      unquote: "Drop the quotes around `{{value}}`.",
      tag: "Turn the call into a tag, which binds `{{value}}`.",
    },
  },
  tests: "strict",
  *check(context) {
    for (const hit of sinksOf(context)) {
      const fault = faultOf(context.engine, hit.value, hit.node, { dialect: hit.row.driver.dialect, scope: hit.row.scope });
      const finding = fault ? faultFinding(context, hit, fault) : placeholderFinding(context, hit);
      if (finding) yield finding;
    }
  },
});

/** The finding for a value in the text; null when the preset does not speak of it. */
function faultFinding(context: CheckContext, hit: SinkHit, fault: Fault): Finding | null {
  if (context.preset !== "strict" && (fault.kind === "typed" || hit.row.isTag === "unknown")) return null;
  if (hit.row.isTag && fault.context.place !== "quoted" && hit.row.isTag !== "unknown") return null;
  const { code } = context;
  const value = code.excerpt(fault.node);
  return {
    at: hit.node,
    message: messageOf(fault, hit),
    data: { value, origin: originOf(context, fault), advice: adviceFor(fault) },
    trace: traceOf(context.engine, fault.judgement, fault.node, hit.call),
    repairs: hit.site ? repairsOf(context.engine, hit.site) : [],
  };
}

function messageOf(fault: Fault, hit: SinkHit): string {
  if (fault.kind === "unknown" && fault.isWhole) return hit.row.scope === "fragment" ? "fragment" : "unknown";
  return fault.kind === "foreign" && fault.isWhole ? "whole" : fault.kind;
}

/** In words: `ids`, a parameter of the public method `find` (line 9). */
function originOf({ code }: CheckContext, { judgement: { atom } }: Fault): string {
  if (!atom) return "nothing in sight says";
  const line = code.place(atom.from).start.line;
  return `\`${code.excerpt(atom.from)}\`${atom.origin === null ? "" : `, ${atom.origin}`} (line ${line})`;
}

function adviceFor({ context: { place } }: Fault): string {
  switch (place) {
    case "quoted-name":
    case "name":
      return "Quote it as a name, or take it from a fixed list.";
    case "clause":
    case "comment":
    case "dollar":
      return "Take it from a fixed list, or build the statement another way.";
    case "quoted":
    case "value":
    case "list":
    case "in":
    case "placeholder":
      return "Pass it as a parameter.";
  }
}

/** Bound values whose placeholder stands inside quotes. */
function placeholderFinding({ engine, preset }: CheckContext, hit: SinkHit): Finding | null {
  const found = hit.site ? quotedPlaceholder(engine, hit.site, hit.value) : null;
  if (!found || (found.isTyped && preset !== "strict")) return null;
  return { at: hit.node, message: "quotedPlaceholder", data: { value: found.mark }, trace: [], repairs: found.repairs };
}
