/** What a rule finds: plain data, reported by the adapter. */

import type { SourceEdit } from "../facts/edits.ts";
import type { CodeNode } from "../facts/node.ts";

export interface Finding {
  readonly at: CodeNode;
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
  /** From where the value enters to where it does harm. */
  readonly trace: readonly { readonly node: CodeNode; readonly note: string }[];
  readonly repairs: readonly Repair[];
}

/** A fix does the same for every harmless input; a suggestion wants a person's look. */
export interface Repair {
  readonly kind: "fix" | "suggestion";
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
  readonly edits: readonly SourceEdit[];
}
