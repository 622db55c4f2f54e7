/** What is shown as markup was written as markup, or escaped, or sanitized. */

import { defineRule, type TemplateContext } from "../core/define-rule.ts";
import type { Finding, Repair } from "../core/finding.ts";
import type { TemplateOutput } from "../facts/templates.ts";
import { rawSinkOf, rawValueOf, type RawSink, type RawValue } from "../flow/raw-output.ts";
import { oldestFirst } from "../flow/trace.ts";

export default defineRule({
  name: "no-raw-output",
  languages: ["xml"],
  meta: {
    type: "problem",
    docs: { description: "Disallow output that skips escaping", recommended: true, cwe: [79] },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    messages: {
      foreign: "`{{value}}` is printed as markup, and it comes from outside: {{origin}}. {{advice}}",
      unknown: "`{{value}}` is printed as markup, whatever its callers hand over: {{origin}}. {{advice}}",
      typed: "`{{value}}` is printed as markup; {{why}}. {{advice}}",
      code: "`{{value}}` becomes part of code that the page runs: {{origin}}. Hand it over in a data attribute, and read it from there.",
      escape: "Print it with `{{directive}}`.",
    },
  },
  tests: "strict",
  *checkTemplate(context) {
    const { template, engine } = context;
    for (const output of template.outputs) {
      const node = output.value();
      const found = node ? rawSinkOf(engine.ask(), output, node) : null;
      const finding = found ? findingOf(context, { output, sink: found.sink, value: rawValueOf(engine, found.node) }) : null;
      if (finding) yield finding;
    }
  },
});

interface Shown {
  readonly output: TemplateOutput;
  readonly sink: RawSink;
  readonly value: RawValue;
}

/** The finding for an output; null when nothing is wrong, or the preset does not speak of it. */
function findingOf(context: TemplateContext, shown: Shown): Finding | null {
  const { output, sink, value } = shown;
  const { code } = context.template;
  if (value.kind === "harmless" || (value.isScript && output.within.script !== null)) return null;
  const isCode = sink === "event" || sink === "address";
  const isStrict = sink === "unmarked-raw" || value.kind === "typed";
  if (isStrict && context.preset !== "strict") return null;
  const from = value.atom?.from ?? value.node;
  const repairs = isCode ? [] : repairsOf(context, shown);
  return {
    at: output.node,
    message: isCode ? "code" : isStrict ? "typed" : value.kind,
    data: {
      value: code.excerpt(value.node),
      origin: `\`${code.excerpt(from)}\`${value.atom?.origin ? `, ${value.atom.origin}` : ""} (line ${code.place(from).start.line})`,
      why: sink === "unmarked-raw" ? "only what this series makes of the directive escapes it" : value.isSanitized ? "it was sanitized when it was stored" : "only its type keeps it harmless",
      advice: repairs[0] ? `Print it with \`${repairs[0].data["directive"] ?? ""}\`.` : "Escape it, or build the markup in the template.",
    },
    trace: [{ node: from, note: value.atom?.origin ?? "comes from here" }, ...oldestFirst(value.atom?.steps ?? null), { node: output.node, note: "is printed as it is" }],
    repairs,
  };
}

/** The directive that escapes; none where nothing undoes the escaping, or where it would show markup as text. */
function repairsOf(context: TemplateContext, { output, sink, value }: Shown): readonly Repair[] {
  const { within, nameRange, valueRange } = output;
  const isInert = within.script !== null || within.isInStyle || within.isInSetBody || within.isTextReport;
  if (isInert || nameRange === null || (sink !== "raw" && sink !== "unmarked-raw") || context.series === null) return [];
  const directive = context.series >= 15 ? "t-out" : "t-esc";
  // Text that is not marked is escaped; markup that is sanitized is marked.
  const isSure = value.isText || sink === "unmarked-raw" || (value.isSanitized && context.series >= 15 && context.template.engine !== "kanban");
  if (!isSure && value.hasMarkup && (directive === "t-esc" || !value.atom?.content)) return [];
  if (valueRange[0] < nameRange[0]) return [];
  return [{ kind: isSure ? "fix" : "suggestion", message: "escape", data: { directive }, edits: [{ range: nameRange, text: directive }] }];
}
