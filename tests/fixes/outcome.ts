/** What a program did to its database, so that two programs can be compared. */

/** What one statement did. */
export type Step =
  | { readonly kind: "rows"; readonly rows: string; readonly isBound: boolean }
  | { readonly kind: "error"; readonly error: string; readonly message: string; readonly isBound: boolean };

export type Outcome = readonly Step[];

/** Rows, and the tables where the statement may have changed them, as one text. */
export const written = (rows: unknown, changed: unknown): string => JSON.stringify([rows, changed], (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));

/** An error of the database or of its driver, whatever its words. */
export class DriverError extends Error {
  override readonly name = "DriverError";
}

export const failed = (error: unknown, isBound: boolean): Step => ({
  kind: "error",
  error: error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError || error instanceof SyntaxError ? error.name : "DriverError",
  message: error instanceof Error ? error.message : String(error),
  isBound,
});

/** What must be the same: the rows, or that it failed. */
const essence = (outcome: Outcome): string => JSON.stringify(outcome.map((step) => (step.kind === "rows" ? step.rows : `failed: ${step.error}`)));

export const isSame = (one: Outcome, other: Outcome): boolean => essence(one) === essence(other);
export const hasFailed = (outcome: Outcome): boolean => outcome.length === 0 || outcome.some((step) => step.kind === "error");
export const isBound = (outcome: Outcome): boolean => outcome.some((step) => step.isBound);

/** For people. */
export const told = (outcome: Outcome): string => outcome.map((step) => (step.kind === "rows" ? step.rows : `${step.error}: ${step.message}`)).join("\n") || "nothing was run";
