/** What is wrong with a text that is no well-formed XML. It never leaves the scanner. */

export class Malformed extends Error {
  /** Where it is reported, a UTF-16 offset. */
  readonly at: number;
  /** How far the text has been looked at: a fault before this place comes first. */
  readonly reached: number;

  constructor(message: string, at: number, reached = at) {
    super(message);
    this.at = at;
    this.reached = reached;
  }
}
