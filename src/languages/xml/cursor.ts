/** A place that moves through a text, once and only forward. */

import { behindBlanks, nameAt, shown } from "./characters.ts";
import { Malformed } from "./malformed.ts";

/** Finds the next of something; asked for ever later places it looks at each character once. */
class Next {
  readonly #text: string;
  readonly #what: string;
  #found = -1;

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  /** The first place from `at` on; infinity when there is none. */
  from(at: number): number {
    if (this.#found < at) {
      const found = this.#text.indexOf(this.#what, at);
      this.#found = found < 0 ? Infinity : found;
    }
    return this.#found;
  }
}

export class Cursor {
  readonly text: string;
  readonly less: Next;
  readonly ampersand: Next;
  readonly endOfData: Next;
  at: number;
  /** A large file has a million names and few that differ: each is kept once. */
  readonly #names = new Map<string, string>();

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
    this.less = new Next(text, "<");
    this.ampersand = new Next(text, "&");
    this.endOfData = new Next(text, "]]>");
  }

  /** Steps over white space; says whether there was any. */
  skipBlanks(): boolean {
    const from = this.at;
    this.at = behindBlanks(this.text, from);
    return this.at > from;
  }

  /** Steps over something that stands here; says whether it does. */
  skip(what: string): boolean {
    if (!this.text.startsWith(what, this.at)) return false;
    this.at += what.length;
    return true;
  }

  /** Steps over a name. */
  name(where: string): string {
    const name = nameAt(this.text, this.at);
    if (name === null) throw this.unexpected(where);
    this.at += name.length;
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, name);
    return name;
  }

  /** Steps over what a sticky pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** The fault that the character here cannot stand where it does. */
  unexpected(where: string): Malformed {
    return new Malformed(`${shown(this.text, this.at)} cannot stand ${where}`, this.at);
  }

  /** The fault that what began at a place goes on to the end of the text. */
  unfinished(what: string, start: number): Malformed {
    return new Malformed(`${what} is never ended`, start, this.text.length);
  }

  /** Steps over a comment that begins here, behind its opening; gives its content. */
  comment(): string {
    const start = this.at - "<!--".length;
    const end = this.text.indexOf("--", this.at);
    if (end < 0 || end + 2 >= this.text.length) throw this.unfinished("the comment that begins here", start);
    if (this.text[end + 2] !== ">") throw new Malformed("`--` cannot stand in a comment", end);
    return this.#upTo(end, end + 3);
  }

  /** Steps over a processing instruction that begins here, behind its opening. */
  instruction(): { readonly target: string; readonly value: string } {
    const start = this.at - "<?".length;
    const target = this.name("where the target of a processing instruction is expected");
    if (target === "xml") throw new Malformed("the XML declaration can only stand at the very beginning of the file", start);
    if (target.toLowerCase() === "xml") throw new Malformed(`\`${target}\` is no name for a processing instruction`, start);
    if (this.skip("?>")) return { target, value: "" };
    if (!this.skipBlanks()) throw this.at < this.text.length ? this.unexpected("behind the target of a processing instruction") : this.unfinished("the processing instruction that begins here", start);
    const end = this.text.indexOf("?>", this.at);
    if (end < 0) throw this.unfinished("the processing instruction that begins here", start);
    return { target, value: this.#upTo(end, end + 2) };
  }

  /** Steps over a CDATA section that begins here, behind its opening; gives its content. */
  characterData(): string {
    const end = this.endOfData.from(this.at);
    if (end === Infinity) throw this.unfinished("the CDATA section that begins here", this.at - "<![CDATA[".length);
    return this.#upTo(end, end + 3);
  }

  #upTo(end: number, behind: number): string {
    const content = this.text.slice(this.at, end);
    this.at = behind;
    return content;
  }
}
