/** The words in which a framework's code says who may do what: settings made of functions or of flags. */

export type AccessOperation = "update" | "delete" | "create" | "addField";

/** Where one operation is settled. Keys are joined by dots; none is the settings as a whole. */
export interface OperationKeys {
  readonly at: readonly string[];
  /** Where else an answer may still narrow it. */
  readonly narrowedBy?: readonly string[];
  /** What beside the settings, when it is true, keeps it from outsiders altogether. */
  readonly hiddenBy?: readonly string[];
}

export interface AccessForm {
  /** What lets everyone in: a function that always says yes, or the key that means everyone. */
  readonly opens: "function" | { readonly key: string };
  readonly operations: Readonly<Partial<Record<AccessOperation, OperationKeys>>>;
  /** What they are about, in words: "documents". */
  readonly things: string;
  /** Where the name of what is settled stands beside the settings. */
  readonly named?: string;
  /** What is not settled asks for a user. */
  readonly defaultsToUsers?: boolean;
}
