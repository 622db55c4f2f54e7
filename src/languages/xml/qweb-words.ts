/** The words by which templates of the browser write operators that XML would have to escape. */

const SYMBOLS: Readonly<Record<string, string>> = { and: "&&", or: "||", not: "!", gt: ">", gte: ">=", lt: "<", lte: "<=" };
/** Texts and properties are none of them. */
const WORDS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\.\s*[A-Za-z_$][\w$]*|[A-Za-z_$][\w$]*/gs;

/** The text with symbols for words, every character of it at its place. */
export const withSymbols = (text: string): string =>
  text.replace(WORDS, (word, at: number) => {
    const symbol = Object.hasOwn(SYMBOLS, word) ? SYMBOLS[word] : undefined;
    if (symbol === undefined || isKey(text, at, word.length)) return word;
    // `lt=` is one operator, too.
    return text[at + word.length] === "=" ? symbol.padStart(word.length) : symbol.padEnd(word.length);
  });

/** `{ or: 1 }` */
const isKey = (text: string, at: number, length: number): boolean => /^\s*:/.test(text.slice(at + length)) && /[{,]\s*$/.test(text.slice(0, at));
