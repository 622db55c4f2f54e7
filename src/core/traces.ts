/** The whole path of each finding's value, kept beside ESLint's report, which has room for one range and one string. */

/** One step of a path: a range (1-based lines and columns, half-open) and what happens to the value there. */
export interface TraceStep {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly note: string;
}

const traces = new Map<string, Map<string, readonly TraceStep[]>>();

const placeOf = (ruleId: string, line: number, column: number) => `${ruleId}:${line}:${column}`;

/** Keeps the path of the finding that `rule` (its bare name) makes at a place; line and column are those of ESLint's message. */
export function keepTrace(file: string, rule: string, at: { line: number; column: number }, steps: readonly TraceStep[]): void {
  const ofFile = traces.get(file) ?? new Map<string, readonly TraceStep[]>();
  traces.set(file, ofFile);
  ofFile.set(placeOf(rule, at.line, at.column), steps);
}

/** The path of a reported message, from where the value enters to the sink; empty when the rule gave none. `ruleId` may carry its namespace. */
export function traceOf(file: string, ruleId: string, line: number, column: number): readonly TraceStep[] {
  return traces.get(file)?.get(placeOf(ruleId.replace(/^.*\//, ""), line, column)) ?? [];
}

/** Paths of a file's findings as plain data, for another thread or the disk; what they are keyed by is known here only. */
export type TraceRows = readonly (readonly [place: string, steps: readonly TraceStep[]])[];

/** All paths of a file. */
export const tracesOf = (file: string): TraceRows => [...(traces.get(file) ?? [])];

/** Keeps the paths that another thread, or an earlier run, had of a file. */
export function restoreTraces(file: string, rows: TraceRows): void {
  traces.set(file, new Map(rows));
}

/** Forgets what is known of a file; called before it is linted anew. */
export function forgetTraces(file: string): void {
  traces.delete(file);
}
