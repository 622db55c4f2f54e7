/** What JavaScript's own functions and methods do to text, numbers and collections. */

import { framework, guard, name, own, source, step } from "../schema.ts";

const MDN = "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/";
const NODE = "https://nodejs.org/api/";

const both = (...methods: readonly string[]) => methods.flatMap((method) => [`text.${method}`, `*.${method}`]);
const lists = (...methods: readonly string[]) => methods.flatMap((method) => [`list.${method}`, `*.${method}`]);

export const javascriptBuiltins = framework({
  name: "JavaScript", language: "javascript", see: MDN,
  rows: [
    step(["String", "*.toString", "text.toString", "*.valueOf"], { does: "text", of: 0 }),
    step(["*.toString", "text.toString", "*.valueOf", "*.toLocaleString"], { does: "same", of: "receiver" }),
    step(["Number", "parseFloat", "Number.parseFloat", "Math.round", "Math.ceil", "Math.floor", "Math.trunc", "Math.abs", "Math.max", "Math.min", "Math.random", "Math.pow", "Math.sqrt", "Date.now", "Number()"], { does: "number", of: 0 }, { see: `${MDN}Number` }),
    step(["parseInt", "Number.parseInt", "BigInt", "Math.trunc", "Math.floor", "Math.round", "Math.ceil"], { does: "number", of: 0, isInteger: true, isParsed: true }, { see: `${MDN}parseInt` }),
    step(["Boolean", "Array.isArray", "Number.isInteger", "Number.isNaN", "isNaN"], { does: "boolean" }),
    step(["JSON.stringify", "encodeURIComponent", "decodeURIComponent", "encodeURI", "structuredClone", "Object.freeze", "Object.seal"], { does: "same", of: 0 }),
    step(both("trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase", "normalize", "padStart", "padEnd", "slice", "substring", "substr", "at", "charAt", "catch", "finally"), { does: "same", of: "receiver" }, { see: `${MDN}String` }),
    step(["text.concat", "list.concat", "*.concat"], { does: "concat" }, { see: `${MDN}String/concat` }),
    step(both("replace", "replaceAll"), { does: "replace" }, { see: `${MDN}String/replace` }),
    step(["text.repeat"], { does: "repeat" }),
    step(both("split"), { does: "split" }),
    step(["list.join", "*.join"], { does: "join", list: "receiver", separator: 0 }, { see: `${MDN}Array/join` }),
    step(["list.slice", "list.reverse", "list.sort", "list.toSorted", "list.toReversed", "list.flat", "list.splice", "*.sort", "*.reverse", "*.flat"], { does: "list", of: "receiver", shape: "list" }),
    step(["Array.from", "Array.of"], { does: "list", of: 0, shape: "list" }),
    step(["Set", "Set()"], { does: "list", of: 0, shape: "set" }, { see: `${MDN}Set` }),
    step(["Map", "Map()", "Object.fromEntries", "Object.assign"], { does: "table", of: 0 }, { see: `${MDN}Map` }),
    step(["Array"], { does: "sized" }),
    step(["list.fill", "*.fill"], { does: "fill" }),
    step(lists("map"), { does: "map", fn: 0, list: "receiver" }),
    step(lists("flatMap"), { does: "flat-map", fn: 0, list: "receiver" }),
    step(lists("filter"), { does: "filter", fn: 0, list: "receiver" }),
    step(lists("forEach", "some", "every"), { does: "visit", list: "receiver" }),
    step(["*.then"], { does: "then" }),
    step(["list.find", "list.pop", "list.shift", "list.at", "list.findLast", "*.find", "*.pop", "*.shift"], { does: "element", of: "receiver" }),
    step(["list.push", "list.add", "list.unshift"], { does: "append", of: "arguments" }),
    step(["table.set"], { does: "merge" }),
    step(["table.get"], { does: "get" }),
    step(["Object.keys", "Object.getOwnPropertyNames", "Reflect.ownKeys"], { does: "keys", of: 0 }),
    step(["table.keys"], { does: "keys", of: "receiver" }),
    step(["Object.values"], { does: "values", of: 0 }),
    step(["table.values", "list.values"], { does: "values", of: "receiver" }),
    step(["Object.entries"], { does: "entries", of: 0 }),
    step(["table.entries", "list.entries"], { does: "entries", of: "receiver" }),
    step(["Promise.all", "Promise.resolve"], { does: "same", of: 0 }),
    step(["node:util.promisify", "util.promisify"], { does: "function", of: 0 }, { see: `${NODE}util.html#utilpromisifyoriginal` }),
    step(["*.bind", "*.call"], { does: "function", of: "receiver" }),
    step(["node:util.format"], { does: "printf", text: 0, quoting: {} }, { see: `${NODE}util.html#utilformatformat-args` }),
    step(["String.raw``"], { does: "same", of: 0 }, { see: `${MDN}String/raw` }),
    step(["*.toISOString", "*.toJSON", "*.toDateString"], { does: "date" }),
    step(["*.getTime", "*.getFullYear", "*.toFixed", "*.indexOf", "*.charCodeAt", "list.indexOf", "text.indexOf", "list.findIndex"], { does: "number", of: null }),
    own(["process.env", "process.argv", "process.pid", "process.cwd()", "__dirname", "__filename", "import.meta"], { deep: true }, { see: `${NODE}process.html#processenv` }),
    own(["undefined"], {}),
    own(["node:crypto.randomUUID()", "crypto.randomUUID()", "node:crypto.createHash().update().digest()", "uuid.v4()", "nanoid.nanoid()"], { deep: true }),
    own(["node:fs.readFileSync()", "node:fs/promises.readFile()", "node:fs.promises.readFile()", "node:fs/promises.readdir()", "node:fs.readdirSync()"], { deep: true }, { see: `${NODE}fs.html` }),
    source(["location", "window.location", "document.location", "document.URL", "document.referrer", "document.cookie"], "the address of the page"),
    guard(["list.includes", "list.has", "list.indexOf", "*.includes"], { item: 0, of: { kind: "list", at: "receiver" } }, { see: `${MDN}Set/has` }),
    guard(["table.has", "table.hasOwnProperty", "*.hasOwnProperty"], { item: 0, of: { kind: "list", at: "receiver" } }),
    guard(["Object.hasOwn", "Object.prototype.hasOwnProperty.call"], { item: 1, of: { kind: "list", at: 0 } }, { see: `${MDN}Object/hasOwn` }),
    guard(["pattern.test"], { item: 0, of: { kind: "pattern", at: "receiver" } }, { see: `${MDN}RegExp/test` }),
    guard(["*.match", "text.match"], { item: "receiver", of: { kind: "pattern", at: 0 } }),
    guard(["Number.isInteger", "Number.isSafeInteger"], { item: 0, of: { kind: "integer" } }),
    name("node:fs/promises.readFile()", ["node:fs.promises.readFile()"]),
  ],
});

export const zod = framework({
  name: "zod", language: "javascript", see: "https://zod.dev/api",
  rows: [
    step(["zod.z.string", "zod.string", "zod.z.coerce.string", "zod.z.any", "zod.z.unknown", "zod.z.email", "zod.z.url"], { does: "schema", gives: "text" }),
    step(["zod.z.number", "zod.number", "zod.z.coerce.number"], { does: "schema", gives: "number" }),
    step(["zod.z.int", "zod.z.coerce.bigint", "zod.z.bigint"], { does: "schema", gives: "integer" }),
    step(["zod.z.enum", "zod.z.nativeEnum", "zod.z.literal", "zod.enum"], { does: "schema", gives: "listed" }),
    step(["zod.z.object", "zod.object", "zod.z.strictObject"], { does: "schema", gives: "object" }),
    step(["zod.z.array", "zod.array"], { does: "schema", gives: "list" }),
    step(["schema:number.int", "schema:number.safe"], { does: "schema", gives: "refined-integer" }),
    ...["text", "number", "integer", "listed", "object", "list"].flatMap((kind) => [
      step(["min", "max", "positive", "nonnegative", "optional", "nullable", "default", "describe", "trim", "length", "refine", "strict", "partial", "nonempty", "brand", "readonly", "catch", "gte", "lte", "gt", "lt"].map((method) => `schema:${kind}.${method}`), { does: "schema", gives: "same" }),
      step([`schema:${kind}.parse`, `schema:${kind}.parseAsync`], { does: "parse" }),
    ]),
  ],
});
