/** What a file's name says of its language. */

/** Scripts are JavaScript and TypeScript. */
export type FileLanguage = "script" | "python" | "xml" | "csv";

const LINTED = /\.(?:py|xml|csv|[cm]?[jt]sx?)$/;
const OWN: Readonly<Record<string, FileLanguage>> = { py: "python", xml: "xml", csv: "csv" };

/** Whether some language of ours has files of this name. */
export const isLinted = (name: string): boolean => LINTED.test(name);

/** The language of a linted file. */
export const languageOf = (path: string): FileLanguage => OWN[path.slice(path.lastIndexOf(".") + 1)] ?? "script";
