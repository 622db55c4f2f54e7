/** What is shown as markup was written as markup, or escaped, or sanitized. */

import { defineRule, type TemplateContext } from "../core/define-rule.ts";
import type { Finding, Repair } from "../core/finding.ts";
import type { CodeNode } from "../facts/node.ts";
import type { TemplateOutput } from "../facts/templates.ts";
import { isInert, marksFields, rawOutputsOf, type RawOutput, type RawValue } from "../flow/raw-output.ts";
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
      foreign: "`{{value}}` is printed as markup, and it comes from outside{{origin}}. {{advice}}",
      unknown: "`{{value}}` is printed as markup, whatever it holds{{origin}}. {{advice}}",
      typed: "`{{value}}` is printed as markup; {{why}}. {{advice}}",
      escaped: "`{{value}}` is escaped here only because {{why}}. {{advice}}",
      code: "`{{value}}` becomes part of code that the page runs{{origin}}. Hand it over in a data attribute, and read it from there.",
      escape: "Print it with `{{directive}}`.",
    },
  },
  tests: "strict",
  *checkTemplate(context) {
    const engine = context.engine.ask();
    for (const output of context.template.outputs) {
      const findings = rawOutputsOf(engine, output).map((raw) => findingOf(context, { output, raw }));
      const finding = findings.find((one) => one !== null);
      if (finding) yield finding;
    }
  },
});

interface Shown {
  readonly output: TemplateOutput;
  readonly raw: RawOutput;
}

/** The finding for a value; null when nothing is wrong, or the preset does not speak of it. */
function findingOf(context: TemplateContext, shown: Shown): Finding | null {
  const { output, raw: { sink, value } } = shown;
  const { code } = context.template;
  if (value.kind === "harmless" || (value.isScript && output.within.script !== null)) return null;
  const message = messageOf(shown);
  if ((message === "typed" || message === "escaped" || value.kind === "typed") && context.preset !== "strict") return null;
  const from = value.atom?.from ?? value.node;
  const repairs = message === "code" ? [] : repairsOf(context, shown);
  return {
    at: output.node,
    message,
    data: { value: code.excerpt(value.node), origin: originOf(context, value, from), why: whyOf(context, shown), advice: repairs[0] ? `Print it with \`${repairs[0].data["directive"] ?? ""}\`.` : adviceOf(context, shown) },
    trace: [{ node: from, note: value.atom?.origin ?? "comes from here" }, ...oldestFirst(value.atom?.steps ?? null), { node: output.node, note: sink === "event" || sink === "address" ? "is run" : "is printed as it is" }],
    repairs,
  };
}

function messageOf({ raw: { sink, value } }: Shown): "code" | "escaped" | "typed" | "foreign" | "unknown" {
  if (sink === "event" || sink === "address") return "code";
  if (sink === "unmarked" || sink === "formatted") return "escaped";
  return value.kind === "harmless" ? "typed" : value.kind;
}

/** Where a value comes from, as far as that is not what the message shows already. */
function originOf({ template: { code } }: TemplateContext, value: RawValue, from: CodeNode): string {
  const origin = value.atom?.origin ?? null;
  const name = code.excerpt(from);
  const said = name === code.excerpt(value.node) ? [origin] : [`\`${name}\``, origin, `line ${code.place(from).start.line}`];
  const words = said.filter((one) => one !== null).join(", ");
  return words === "" ? "" : ` (${words})`;
}

function whyOf({ series }: TemplateContext, { raw: { sink, value } }: Shown): string {
  if (sink === "formatted") return "a widget formats it, and not `t-raw`";
  if (sink === "unmarked") return series === null ? "`t-raw` is `t-out` in some series" : `\`t-raw\` is \`t-out\` in series ${series}`;
  return value.isSanitized ? "it was sanitized when it was stored" : "only its type keeps it harmless";
}

/** What to do where there is no edit. */
function adviceOf({ template: { engine } }: TemplateContext, { output: { within }, raw: { sink, value } }: Shown): string {
  if (sink === "unmarked") return "Write `t-out` where the series has it.";
  if (value.isSanitized) return sink === "raw" && marksFields(engine) ? "`t-field` prints it as well." : "It is in order as long as the field sanitizes.";
  if (value.isMarkup) return "Sanitize it where it is stored.";
  if (sink === "filter") return "Without `safe` it is escaped.";
  if (sink === "widget") return "Without the widget it is escaped.";
  if (sink === "marked") return "Unless it is marked it is escaped.";
  if (within.script !== null) return engine === "server" ? "Write it as JSON, with `json.dumps()`." : "Hand it over in a data attribute.";
  return "Escape it, or build the markup in the template.";
}

/** The directive that escapes; none where nothing undoes the escaping, or where it would show markup as text. */
function repairsOf({ series, template: { engine } }: TemplateContext, { output: { within, nameRange }, raw: { sink, value } }: Shown): readonly Repair[] {
  // The other directive does the same.
  const isSame = sink === "unmarked" || sink === "formatted";
  if (series === null || nameRange === null || (!isSame && (sink !== "raw" || isInert(within)))) return [];
  const isMarking = series >= 15;
  // Text that is not marked is escaped; markup that is sanitized is marked.
  const isText = value.isText || (value.isSanitized && isMarking && marksFields(engine));
  const isMeant = value.isInMarkup || (value.isMarkup && !isMarking);
  const isSure = isSame || (isText && !isMeant);
  if (!isSure && isMeant) return [];
  const directive = isMarking ? "t-out" : "t-esc";
  return [{ kind: isSure ? "fix" : "suggestion", message: "escape", data: { directive }, edits: [{ range: nameRange, text: directive }] }];
}
