/** XML says itself in which encoding it is; this reads what isn't UTF-8. */

export interface Decoded {
  readonly encoding: string;
  readonly text: string;
  /** The same text, as long, that claims to be in UTF-8: a file in another encoding is refused by who cannot see that it was decoded. */
  readonly asUtf8: string;
}

const DECLARED = /^\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*(["'])(?<encoding>[^"'>]*)\1/d;
const UTF_8 = /^(?:utf[-_]?8|u8)$/i;
/** In these a text of ASCII characters has the same bytes as in UTF-8. */
const LIKE_ASCII = /^(?:us-ascii|ascii|iso-8859-\d+|latin-?\d+|windows-12\d\d|cp12\d\d|koi8-[ru])$/i;
const ASCII = /^[\0-\x7F]*$/;
/** A declaration stands within the first of them. */
const HEAD = 400;

/** The text of XML that is not in UTF-8; null where it is, and where it cannot be decoded. */
export function decodedXml(bytes: Buffer): Decoded | null {
  const encoding = wideEncoding(bytes) ?? DECLARED.exec(bytes.toString("latin1", 0, HEAD))?.groups?.["encoding"];
  if (encoding === undefined || UTF_8.test(encoding)) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return LIKE_ASCII.test(encoding) && ASCII.test(text) ? null : { encoding, text, asUtf8: asUtf8(text) };
  } catch {
    // An encoding that nobody knows, or bytes that are not in it: the parser says so, with its place.
    return null;
  }
}

/** By its byte order mark, or by the first two characters of `<?xml`. */
function wideEncoding(bytes: Buffer): string | null {
  const head = bytes.toString("hex", 0, 4);
  if (head.startsWith("fffe") || head === "3c003f00") return "utf-16le";
  return head.startsWith("feff") || head === "003c003f" ? "utf-16be" : null;
}

function asUtf8(text: string): string {
  const [start, end] = DECLARED.exec(text)?.indices?.groups?.["encoding"] ?? [0, 0];
  if (end === start) return text;
  const quote = text.charAt(end);
  const name = end - start < "utf-8".length ? "u8" : "utf-8";
  return `${text.slice(0, start)}${name}${quote}${" ".repeat(end - start - name.length)}${text.slice(end + 1)}`;
}
