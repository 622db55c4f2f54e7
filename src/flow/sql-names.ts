/** Names in SQL text, quoted by what the driver has or the file imports. */

import type { Composer } from "../facts/drivers.ts";
import type { CharEdit, SourceEdit } from "../facts/edits.ts";
import { joined } from "../facts/written-text.ts";
import { boundBy, textEdits, valueEdits, type Bound } from "./sql-plan.ts";
import { slotOf } from "./sql-slots.ts";
import type { Action, BindAction } from "./sql-values.ts";
import { takesPlaceholders, type SqlRepair, type WrittenSql } from "./sql-written.ts";

type NameAction = Extract<Action, { kind: "name" }>;

/** A suggestion that quotes each name, and binds what else there is. */
export function nameRepair(written: WrittenSql, actions: readonly Action[]): readonly SqlRepair[] {
  const names = actions.filter((action): action is NameAction => action.kind === "name");
  const binds = actions.filter((action): action is BindAction => action.kind === "bind");
  const [first] = names;
  const edits = first && names.every((name) => isWhole(written, name)) ? quoted(written, names, binds) : null;
  return first && edits ? [{ kind: "suggestion", message: "name", data: { value: written.engine.code.excerpt(first.hole.segment.node) }, edits }] : [];
}

/** A part of a name cannot be quoted by itself; one in quotes must be all that is in them. */
function isWhole({ template: { segments } }: WrittenSql, { hole, isQuoted }: NameAction): boolean {
  const [before, after] = [segments[hole.index - 1], segments[hole.index + 1]];
  const left = before?.kind === "chars" ? before.value.slice(-1) : "";
  const right = after?.kind === "chars" ? after.value.slice(0, 1) : "";
  if (before?.kind === "hole" || after?.kind === "hole") return false;
  return isQuoted ? /^["`\]]$/.test(right) && /^["`[]$/.test(left) : !/[\w$]/.test(left) && !/[\w$]/.test(right);
}

function quoted(written: WrittenSql, names: readonly NameAction[], binds: readonly BindAction[]): readonly SourceEdit[] | null {
  const { engine: { code }, site, driver } = written;
  const source = (name: NameAction) => code.edits.source(name.hole.segment.node);
  switch (driver.names?.kind) {
    case undefined:
      return null;
    case "placeholder": {
      const { mark } = driver.names;
      return withValues(written, binds, names.map((name) => nameValue(name, { source: source(name), mark, quotes: quotesOf(written, name) })));
    }
    case "wrapped": {
      const { method } = driver.names;
      const view = code.view(site.call);
      const callee = view.kind === "call" ? code.edits.source(view.callee) : "";
      return withValues(written, binds, names.map((name) => nameValue(name, { source: `${callee}.${method}(${source(name)})`, mark: null, quotes: quotesOf(written, name) })));
    }
    case "method":
      return wrapped(written, names, binds, code.edits.receiver(site.call), driver.names.method);
    case "imported": {
      const { module, method } = driver.names;
      const whole = code.edits.importedAs((path) => path === module);
      const member = code.edits.importedAs((path) => path === `${module}.${method}`);
      return member !== null ? wrapped(written, names, binds, null, member) : whole === null ? null : wrapped(written, names, binds, whole, method);
    }
    case "composer":
      for (const composer of driver.names.composers) {
        const imported = code.edits.importedAs((path) => written.engine.know.canonical(path) === composer.imported);
        if (imported !== null) return composed(written, names, binds, { ...composer, imported });
      }
      return null;
  }
}

/** The quotes around a name, which go when the driver writes its own. */
function quotesOf({ template: { segments } }: WrittenSql, { hole, isQuoted }: NameAction): readonly CharEdit[] {
  const before = segments[hole.index - 1];
  if (!isQuoted || before?.kind !== "chars") return [];
  return [{ at: { segment: hole.index - 1, offset: before.value.length - 1 }, length: 1, text: "" }, { at: { segment: hole.index + 1, offset: 0 }, length: 1, text: "" }];
}

const nameValue = ({ hole }: NameAction, { source, mark, quotes }: { readonly source: string; readonly mark: string | null; readonly quotes: readonly CharEdit[] }): Bound => ({
  index: hole.index, source, name: null, key: null, mark, chars: quotes, gone: [], lead: "", trail: "", whole: null,
});

function withValues(written: WrittenSql, binds: readonly BindAction[], names: readonly Bound[]): readonly SourceEdit[] | null {
  const values = boundBy(written, binds);
  return values && valueEdits(written, [...names, ...values].sort((a, b) => a.index - b.index));
}

/** `client.escapeIdentifier(name)` around each name, in place. */
function wrapped(written: WrittenSql, names: readonly NameAction[], binds: readonly BindAction[], receiver: string | null, method: string): readonly SourceEdit[] | null {
  const { engine: { code }, template } = written;
  const calls = names.map(({ hole: { segment: { node } } }): SourceEdit => ({ range: code.range(node), text: `${receiver === null ? "" : `${receiver}.`}${method}(${code.edits.source(node)})` }));
  const quotes = code.edits.rewrite(template, { chars: names.flatMap((name) => quotesOf(written, name)), holes: new Map() });
  if (!quotes) return null;
  if (binds.length === 0) return joined([...calls, ...quotes]);
  const bound = takesPlaceholders(written) ? boundBy(written, binds) : null;
  const values = bound && valueEdits(written, bound);
  return values && joined([...calls, ...quotes, ...values]);
}

/** The text as a statement that a library composes. */
function composed(written: WrittenSql, names: readonly NameAction[], binds: readonly BindAction[], { imported, style }: Composer): readonly SourceEdit[] | null {
  const { engine: { code }, template, site } = written;
  const slot = slotOf(written.engine, site);
  const isArguments = style === "arguments";
  if (!slot || (isArguments && slot.written.kind !== "absent")) return null;
  const values = boundBy(written, binds);
  if (!values) return null;
  const wrap = (kind: "name" | "value", source: string) => (isArguments ? (kind === "name" ? `${imported}.identifier(${source})` : source) : `${imported}.${kind === "name" ? "Identifier" : "Literal"}(${source})`);
  const bound = [
    ...names.map((name) => nameValue(name, { source: wrap("name", code.edits.source(name.hole.segment.node)), mark: null, quotes: quotesOf(written, name) })),
    ...values.map((one) => ({ ...one, source: wrap("value", one.source) })),
  ].sort((a, b) => a.index - b.index);
  const mark = isArguments ? "%s" : "{}";
  const text = isArguments ? textEdits(written, bound, new Map(bound.map((one) => [one.index, mark])), true) : bracedText(written, bound, mark);
  if (!text) return null;
  const [start, end] = code.edits.extent(template.node);
  const sources = bound.map(({ source }) => source).join(", ");
  return joined([{ range: [start, start], text: isArguments ? `${imported}(` : `${imported}.SQL(` }, ...text, { range: [end, end], text: isArguments ? `, ${sources})` : `).format(${sources})` }]);
}

/** Braces of the text itself would be marks. */
function bracedText(written: WrittenSql, bound: readonly Bound[], mark: string): readonly SourceEdit[] | null {
  if (written.template.segments.some((segment) => segment.kind === "chars" && /[{}]/.test(segment.value))) return null;
  return textEdits(written, bound, new Map(bound.map((one) => [one.index, mark])), false);
}
