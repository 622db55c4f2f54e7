/** ESLint's results of single files: made of a failure, and made anew with other messages. */

import type { ESLint, Linter } from "eslint";

const PARSING = "Parsing error: ";

/** Whether a message says that its file does not parse. ESLint calls a broken comment of its own fatal, too. */
export const isParsingError = ({ fatal, message }: Linter.LintMessage): boolean => fatal === true && message.startsWith(PARSING);

export const withoutPrefix = (message: string): string => (message.startsWith(PARSING) ? message.slice(PARSING.length) : message);

/** ESLint's words for a file that does not parse. */
export const asParsingError = (why: string): string => `${PARSING}${why}`;

/** The result of a file that gave none. */
export function failedResult(filePath: string, message: string): ESLint.LintResult {
  return resultWith({
    filePath, messages: [], suppressedMessages: [], usedDeprecatedRules: [],
    errorCount: 0, fatalErrorCount: 0, warningCount: 0, fixableErrorCount: 0, fixableWarningCount: 0,
  }, [{ ruleId: null, fatal: true, severity: 2, message, line: 1, column: 1 }]);
}

/** The same result with these messages, counted anew. */
export function resultWith(result: ESLint.LintResult, messages: Linter.LintMessage[]): ESLint.LintResult {
  const errors = messages.filter(({ severity }) => severity === 2);
  const warnings = messages.filter(({ severity }) => severity === 1);
  const fixable = (some: readonly Linter.LintMessage[]) => some.filter(({ fix }) => fix !== undefined).length;
  return {
    ...result, messages,
    errorCount: errors.length, fatalErrorCount: errors.filter(({ fatal }) => fatal).length, warningCount: warnings.length,
    fixableErrorCount: fixable(errors), fixableWarningCount: fixable(warnings),
  };
}

/** What our own configuration finds, without what ESLint says of comments that are meant for another one. */
export function onlyOurs(result: ESLint.LintResult): ESLint.LintResult {
  const isOurs = (message: Linter.LintMessage) => message.ruleId?.startsWith("pitfalls/") === true || isParsingError(message);
  return result.messages.every(isOurs) ? result : resultWith(result, result.messages.filter(isOurs));
}

/** What `--quiet` leaves: the results with errors, without their warnings. */
export function errorsOnly(results: readonly ESLint.LintResult[]): readonly ESLint.LintResult[] {
  return results.flatMap((result) => (result.errorCount > 0 || result.output !== undefined ? [resultWith(result, result.messages.filter(({ severity }) => severity === 2))] : []));
}
