/** The words in which a framework writes down its reports. */

export interface ReportVocabulary {
  /** Models whose records are reports. */
  readonly models: readonly string[];
  /** Fields that name the template, the first that is there. */
  readonly template: readonly string[];
  /** The field with the model of its documents. */
  readonly of: string;
  readonly type: string;
  /** The type of a report that is plain text. */
  readonly text: string;
}
