/** What the references of a file stand for: the five predefined entities and those that the file declares itself. */

import { isKnown, readText, type Host } from "./decode.ts";
import { Malformed } from "./malformed.ts";
import { PREDEFINED, referenceAt } from "./references.ts";

/** An entity's replacement text, or why there is none: it is another file, or no XML at all. */
export type Declared = { readonly replacement: string } | "external" | "unparsed";

/** Where a reference stands. */
export type Place = Exclude<Host, "cdata">;

interface Expansion {
  /** Null when the text is not known, or is more than text. */
  readonly text: string | null;
  /** In UTF-16 units, with its markup. */
  readonly size: number;
}

// No hand-written file comes near; a few nested declarations can stand for gigabytes.
const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 40;
const WITHOUT_REFERENCES = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>/g;
const NOTHING: Expansion = { text: null, size: 0 };

export class Entities {
  /** Whether entities may be declared in another file: one that is not declared here is no fault then. */
  isOpen = false;
  readonly #declared = new Map<string, Declared>();
  readonly #expansions = new Map<string, Expansion>();
  readonly #opened: string[] = [];
  readonly #checkContent: (replacement: string) => void;
  #spent = 0;

  /** `checkContent` throws when a replacement text may not stand between tags. */
  constructor(checkContent: (replacement: string) => void) {
    this.#checkContent = checkContent;
  }

  /** The first declaration of a name is the one that counts. */
  declare(name: string, declared: Declared): void {
    if (!this.#declared.has(name)) this.#declared.set(name, declared);
  }

  /** The text that a reference stands for; null when it is declared elsewhere or holds markup. */
  textOf(name: string, place: Place): string | null {
    return this.#expansion(name, place).text;
  }

  /** Throws a sentence when the reference at a place of the text may not stand there. */
  check(name: string, place: Place, at: number): void {
    if (PREDEFINED.has(name)) return;
    try {
      const { size } = this.#expansion(name, place);
      if (this.#opened.length > 0) return;
      this.#spent += size;
      this.#refuseLong(this.#spent);
    } catch (error) {
      throw error instanceof Malformed ? new Malformed(error.message, at) : error;
    }
  }

  #expansion(name: string, place: Place): Expansion {
    const predefined = PREDEFINED.get(name);
    if (predefined !== undefined) return { text: predefined, size: 1 };
    const key = `${place} ${name}`;
    const known = this.#expansions.get(key);
    if (known) return known;
    if (this.#opened.includes(name)) throw new Malformed(`the entity \`${name}\` refers to itself`, 0);
    if (this.#opened.length >= DEEPEST) throw new Malformed(`the entity \`${name}\` is nested too deeply in others`, 0);
    this.#opened.push(name);
    try {
      const expansion = this.#expanded(name, place);
      this.#expansions.set(key, expansion);
      return expansion;
    } finally {
      this.#opened.pop();
    }
  }

  #expanded(name: string, place: Place): Expansion {
    const declared = this.#declared.get(name);
    if (declared === undefined) {
      if (this.isOpen) return NOTHING;
      throw new Malformed(`the entity \`${name}\` is not declared; without a declaration there are only amp, lt, gt, quot and apos`, 0);
    }
    if (declared === "unparsed") throw new Malformed(`the entity \`${name}\` is no XML text`, 0);
    if (declared === "external" && place === "attribute") throw new Malformed(`the entity \`${name}\` is another file, which an attribute cannot hold`, 0);
    if (declared === "external") return NOTHING;
    const { replacement } = declared;
    if (place === "text") this.#checkReplacement(name, replacement);
    else if (replacement.includes("<")) throw new Malformed(`the entity \`${name}\` holds \`<\`, which an attribute cannot hold`, 0);
    const size = this.#sizeOf(replacement, place);
    this.#refuseLong(size);
    const isText = !replacement.includes("<") && isKnown(replacement, place, this);
    return { size, text: isText ? readText(replacement, place, this) : null };
  }

  #checkReplacement(name: string, replacement: string): void {
    try {
      this.#checkContent(replacement);
    } catch (error) {
      if (!(error instanceof Malformed) || error.message.startsWith("the entit")) throw error;
      throw new Malformed(`the entity \`${name}\` stands for a text that is not well-formed: ${error.message}`, 0);
    }
  }

  /** How long a replacement text becomes with everything that it refers to. */
  #sizeOf(replacement: string, place: Place): number {
    let size = replacement.length;
    const text = replacement.replace(WITHOUT_REFERENCES, "");
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
      const { name } = referenceAt(text, at);
      if (name !== "") size += this.#expansion(name, place).size;
    }
    return size;
  }

  #refuseLong(size: number): void {
    if (size > MOST_CHARACTERS) throw new Malformed(`the entities of this file stand for more than ${MOST_CHARACTERS.toLocaleString("en")} characters, which is refused`, 0);
  }
}
