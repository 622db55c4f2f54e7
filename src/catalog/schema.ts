/** The forms in which the catalog says what frameworks mean. */

import type { AccessForm, AccessOperation } from "../facts/access.ts";
import type { Driver, ValuesAt } from "../facts/drivers.ts";
import type { EntryFact, GuardFact, StepKind, ValueFact } from "../facts/knowledge.ts";

export type { Driver, ValuesAt };

export type Language = "javascript" | "python";
export type SinkKind = "sql";

/** A framework, or one library of it: rows that share their link. */
export interface Framework {
  readonly name: string;
  readonly language: Language;
  readonly see: string;
  readonly rows: readonly Row[];
  /** The driver that a file means which imports one of these modules, where only a name says that something is a cursor. */
  readonly assumed?: { readonly modules: readonly string[]; readonly driver: Driver };
}

export type Row = NameRow | SinkRow | StepRow | ValueRow | GuardRow | EntryRow | RoleRow | AccessRow | OpeningRow;

/** Several ways to spell one thing: `name("pg:client", ["pg.Pool()", "pg.Client()"])`. A `*` in front stands for any receiver. */
export interface NameRow { readonly family: "name"; readonly to: string; readonly from: readonly string[]; readonly see?: string }
export interface StepRow { readonly family: "step"; readonly calls: readonly string[]; readonly step: StepKind; readonly see?: string }
/** `clean` when it quotes, `source` when it is foreign, `own` when it is the framework's: what a name, a field or a call's result is. */
export interface ValueRow { readonly family: "clean" | "source" | "own"; readonly paths: readonly string[]; readonly value: ValueFact; readonly see?: string }
export interface GuardRow { readonly family: "guard"; readonly calls: readonly string[]; readonly guard: GuardFact; readonly see?: string }
export interface EntryRow { readonly family: "entry"; readonly roles: readonly string[]; readonly entry: EntryFact; readonly see?: string }
/** A class with one of these bases has a role; its instances get the role's path. */
export interface RoleRow { readonly family: "role"; readonly bases: readonly string[]; readonly role: string; readonly see?: string }

/**
 * Where settings of access are written: in what a call is handed (`lib.list(#0).access`), in an object of a type (`lib.Config().access`), under a key of any
 * object (`*.permissions`). A `*` further along stands for each thing that is in there.
 */
export interface AccessRow { readonly family: "access"; readonly paths: readonly string[]; readonly form: AccessForm; readonly see?: string }
/** A call that lets everyone in when it is given these. */
export interface OpeningRow {
  readonly family: "opening";
  readonly calls: readonly string[];
  readonly given: readonly (string | boolean)[];
  readonly operations: readonly AccessOperation[];
  readonly things: string;
  readonly see?: string;
}

export interface SinkRow {
  readonly family: "sink";
  readonly kind: SinkKind;
  readonly calls: readonly string[];
  /** The whole statement, or a fragment that the call vouches for. */
  readonly scope: "statement" | "fragment";
  readonly text: readonly TextAt[];
  /** Where its values go; null: it binds nothing. */
  readonly values: ValuesAt | null;
  /** Where the values go when the text is a property of an object, if elsewhere; null: nowhere. */
  readonly objectValues?: ValuesAt | null;
  /** Marks in a constant text that the library fills with raw text itself. */
  readonly raw?: RegExp;
  readonly driver: Driver;
  /** Counts only when the text looks like SQL: the receiver is of unknown kind. */
  readonly byConvention?: boolean;
  /** Its receiver may be known by its name alone, so another driver that the file imports is the likelier one. */
  readonly isAssumed?: boolean;
  /** What the call is when it is written as a tag. */
  readonly isTag?: "binds" | "unknown";
  readonly see?: string;
}

/** Where a call takes its text: an argument, or a property of one. `each`: every argument from there on, of which a list's elements count. `isOfFunctions`: what functions give that are its properties. */
export interface TextAt {
  readonly position: number;
  readonly keyword?: string;
  readonly property?: string;
  readonly each?: boolean;
  readonly isOfFunctions?: boolean;
}

type Extra = { readonly see?: string };

export const name = (to: string, from: readonly string[], extra: Extra = {}): NameRow => ({ family: "name", to, from, ...extra });
export const step = (calls: readonly string[], does: StepKind, extra: Extra = {}): StepRow => ({ family: "step", calls, step: does, ...extra });
export const clean = (paths: readonly string[], as: "identifier" | "literal" | "fragment", extra: Extra = {}): ValueRow => ({
  family: "clean", paths, value: { trust: "harmless", deep: true, ...(as === "fragment" ? {} : { quoted: as }) }, ...extra,
});
export const own = (paths: readonly string[], value: Partial<ValueFact> = {}, extra: Extra = {}): ValueRow => ({ family: "own", paths, value: { trust: "harmless", ...value }, ...extra });
export const source = (paths: readonly string[], origin: string, extra: Extra = {}): ValueRow => ({ family: "source", paths, value: { trust: "foreign", origin, deep: true }, ...extra });
/** Text out of a field: foreign, and None or False where it is empty. */
export const stored = (paths: readonly string[], origin: string, extra: Extra & Pick<ValueFact, "content"> = {}): ValueRow => {
  const { content, ...rest } = extra;
  return { family: "source", paths, value: { trust: "foreign", origin, deep: true, isNullable: true, ...(content ? { content } : {}) }, ...rest };
};
/** Rows of a statement, which the call runs or the cursor ran before. */
export const rows = (rowOf: "call" | "receiver", paths: readonly string[], extra: Extra = {}): ValueRow => ({ family: "source", paths, value: { trust: "foreign", origin: "a row of the database", deep: true, isNullable: true, rowOf }, ...extra });
export const guard = (calls: readonly string[], of: GuardFact, extra: Extra = {}): GuardRow => ({ family: "guard", calls, guard: of, ...extra });
export const entry = (roles: readonly string[], of: EntryFact, extra: Extra = {}): EntryRow => ({ family: "entry", roles, entry: of, ...extra });
export const role = (is: string, bases: readonly string[], extra: Extra = {}): RoleRow => ({ family: "role", bases, role: is, ...extra });
export const sink = (calls: readonly string[], of: Omit<SinkRow, "family" | "kind" | "calls">): SinkRow => ({ family: "sink", kind: "sql", calls, ...of });
export const access = (paths: readonly string[], form: AccessForm, extra: Extra = {}): AccessRow => ({ family: "access", paths, form, ...extra });
export const opening = (calls: readonly string[], of: Omit<OpeningRow, "family" | "calls">): OpeningRow => ({ family: "opening", calls, ...of });
export const framework = (of: Framework): Framework => of;
