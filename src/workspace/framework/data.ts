/** What an index of a framework's models holds: the facts of one series, in the words of the framework; an absent key is empty or the default. */

export type ModelKind = "model" | "transient" | "abstract";

/** What a field says of itself, by the framework's own names; what could not be read is `"unknown"`. */
export interface FieldOptions {
  readonly comodel?: string;
  /** As written: external ids between commas; `"."` is nobody. */
  readonly groups?: string;
  /** A dotted path; false or null where a redefinition takes it away. */
  readonly related?: string | boolean | null;
  readonly store?: boolean | string;
  readonly compute?: boolean;
  readonly company_dependent?: boolean | string;
  /** What cleans the HTML of a field, where it is not the field's default. */
  readonly sanitize?: boolean | string;
  readonly sanitize_tags?: boolean | string;
  readonly sanitize_attributes?: boolean | string;
  readonly sanitize_style?: boolean | string;
  readonly sanitize_form?: boolean | string;
  readonly sanitize_conditional_tags?: boolean | string;
  readonly sanitize_overridable?: boolean | string;
  readonly sanitize_output_method?: string;
  readonly strip_style?: boolean | string;
  readonly strip_classes?: boolean | string;
  /** There is a `**options` among them: what is not here may be set nevertheless. */
  readonly partial?: boolean;
}

/** What a redefinition in another module states differently. */
export type FieldChange = FieldOptions & { readonly type?: string };

/** What each extending module states differently, in the order in which they load. */
export type ByModule<Change> = Readonly<Record<string, Change>>;

/** The field's class in snake case, and its options. */
export type FieldRow = readonly [type: string, options?: FieldOptions & { readonly by?: ByModule<FieldChange> }];

/** What a class says of whence its model takes fields and methods. */
export interface Parents {
  readonly inherit?: readonly string[];
  /** Models whose fields it has through a link, by the link's name. */
  readonly inherits?: Readonly<Record<string, string>>;
}

export interface ModelRow extends Parents {
  readonly kind: ModelKind | null;
  /** The module that defines it; null when only extensions of it are known. */
  readonly module: string | null;
  readonly table?: string;
  readonly auto?: boolean;
  readonly fields?: Readonly<Record<string, FieldRow>>;
  readonly methods?: readonly string[];
  readonly extended?: readonly string[];
  readonly by?: ByModule<Parents>;
}

/** Only changes of the record are known. */
interface Absent {
  readonly absent?: boolean;
}

interface GroupChange {
  readonly category?: string | null;
  readonly implied?: readonly string[];
}

export interface GroupRow extends GroupChange, Absent {
  readonly by?: ByModule<GroupChange>;
}

/** A permission that a change states singly. */
export interface PermissionChange {
  readonly perm_read?: boolean;
  readonly perm_write?: boolean;
  readonly perm_create?: boolean;
  readonly perm_unlink?: boolean;
}

interface RightChange extends PermissionChange {
  readonly model?: string | null;
  readonly active?: boolean;
}

interface RightRow extends Absent {
  readonly model?: string | null;
  /** Letters of `rwcu`: read, write, create, unlink. */
  readonly perms?: string;
  readonly active?: boolean;
}

export interface AccessChange extends RightChange {
  readonly group?: string | null;
}

export interface AccessRow extends RightRow {
  /** Null: everyone. */
  readonly group?: string | null;
  readonly by?: ByModule<AccessChange>;
}

export interface RuleChange extends RightChange {
  readonly groups?: readonly string[];
  readonly domain?: string;
}

export interface RuleRow extends RightRow {
  readonly groups?: readonly string[];
  readonly global?: boolean;
  readonly domain?: string;
  readonly by?: ByModule<RuleChange>;
}

/** Everything that is known of one series. */
export interface IndexData {
  readonly series: string;
  readonly modules: Readonly<Record<string, readonly string[]>>;
  readonly models: Readonly<Record<string, ModelRow>>;
  readonly groups: Readonly<Record<string, GroupRow>>;
  readonly access: Readonly<Record<string, AccessRow>>;
  readonly rules: Readonly<Record<string, RuleRow>>;
}
