/** What JavaScript's own functions and methods do to text, numbers and collections. */

import { framework, guard, name, own, source, step } from "../schema.ts";

const MDN = "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/";
const NODE = "https://nodejs.org/api/";

const methods = (...names: readonly string[]) => names.map((name) => `*.${name}`);

export const javascriptBuiltins = framework({
  name: "JavaScript", language: "javascript", see: MDN,
  rows: [
    step(["String"], { does: "text", of: 0 }, { see: `${MDN}String/String` }),
    step(methods("toString", "valueOf", "toLocaleString"), { does: "same", of: "receiver" }, { see: `${MDN}Object/toString` }),
    step(["Number", "parseFloat", "Number.parseFloat", "Math.abs", "Math.max", "Math.min", "Math.random", "Math.pow", "Math.sqrt", "Date.now"], { does: "number", of: 0 }, { see: `${MDN}Number` }),
    step(["parseInt", "Number.parseInt", "BigInt", "Math.trunc", "Math.floor", "Math.round", "Math.ceil"], { does: "number", of: 0, isInteger: true, isParsed: true }, { see: `${MDN}parseInt` }),
    step(["Boolean", "Array.isArray", "Number.isInteger", "Number.isNaN", "isNaN"], { does: "boolean" }),
    step(["JSON.stringify", "encodeURIComponent", "decodeURIComponent", "encodeURI", "structuredClone", "Object.freeze", "Object.seal"], { does: "same", of: 0 }),
    step(["URL", "URLSearchParams"], { does: "same", of: 0 }, { see: "https://developer.mozilla.org/docs/Web/API/URL" }),
    step(methods("trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase", "normalize", "padStart", "padEnd", "slice", "substring", "substr", "at", "charAt"), { does: "same", of: "receiver" }, { see: `${MDN}String` }),
    step(methods("concat"), { does: "concat" }, { see: `${MDN}String/concat` }),
    step(methods("replace", "replaceAll"), { does: "replace" }, { see: `${MDN}String/replace` }),
    step(["text.repeat"], { does: "repeat" }, { see: `${MDN}String/repeat` }),
    step(methods("split"), { does: "split" }, { see: `${MDN}String/split` }),
    step(methods("join"), { does: "join", list: "receiver", separator: 0 }, { see: `${MDN}Array/join` }),
    step(methods("sort", "reverse", "toSorted", "toReversed", "flat", "splice"), { does: "list", of: "receiver", shape: "list" }, { see: `${MDN}Array` }),
    step(["Array.from"], { does: "list", of: 0, shape: "list" }, { see: `${MDN}Array/from` }),
    step(["Array.of"], { does: "items", shape: "list" }, { see: `${MDN}Array/of` }),
    step(["Set"], { does: "list", of: 0, shape: "set" }, { see: `${MDN}Set` }),
    step(["Map", "Object.fromEntries"], { does: "table", of: 0 }, { see: `${MDN}Map` }),
    step(["Array"], { does: "sized" }, { see: `${MDN}Array/Array` }),
    step(methods("fill"), { does: "fill" }, { see: `${MDN}Array/fill` }),
    step(methods("map"), { does: "map", fn: 0, list: "receiver" }, { see: `${MDN}Array/map` }),
    step(methods("flatMap"), { does: "flat-map", fn: 0, list: "receiver" }, { see: `${MDN}Array/flatMap` }),
    step(methods("filter"), { does: "filter", fn: 0, list: "receiver" }, { see: `${MDN}Array/filter` }),
    step(methods("forEach", "some", "every"), { does: "visit", list: "receiver" }, { see: `${MDN}Array/forEach` }),
    step(methods("find", "pop", "shift", "findLast"), { does: "element", of: "receiver" }, { see: `${MDN}Array/find` }),
    step(["list.at"], { does: "element", of: "receiver" }, { see: `${MDN}Array/at` }),
    step(["list.push", "list.add", "list.unshift"], { does: "append", of: "arguments" }, { see: `${MDN}Array/push` }),
    step(["table.set"], { does: "merge" }, { see: `${MDN}Map/set` }),
    step(["table.get"], { does: "get" }, { see: `${MDN}Map/get` }),
    step(["Object.keys", "Object.getOwnPropertyNames", "Reflect.ownKeys"], { does: "keys", of: 0 }, { see: `${MDN}Object/keys` }),
    step(["table.keys"], { does: "keys", of: "receiver" }, { see: `${MDN}Map/keys` }),
    step(["Object.values"], { does: "values", of: 0 }, { see: `${MDN}Object/values` }),
    step(["table.values", "list.values"], { does: "values", of: "receiver" }, { see: `${MDN}Map/values` }),
    step(["Object.entries"], { does: "entries", of: 0 }, { see: `${MDN}Object/entries` }),
    step(["table.entries", "list.entries"], { does: "entries", of: "receiver" }, { see: `${MDN}Map/entries` }),
    step(["Promise.all", "Promise.resolve"], { does: "same", of: 0 }, { see: `${MDN}Promise` }),
    step(methods("catch", "finally"), { does: "same", of: "receiver" }, { see: `${MDN}Promise/catch` }),
    step(methods("then"), { does: "then" }, { see: `${MDN}Promise/then` }),
    step(["node:util.promisify"], { does: "function", of: 0 }, { see: `${NODE}util.html#utilpromisifyoriginal` }),
    step(methods("bind"), { does: "function", of: "receiver" }, { see: `${MDN}Function/bind` }),
    step(["node:util.format"], { does: "printf", text: 0, quoting: {} }, { see: `${NODE}util.html#utilformatformat-args` }),
    step(["String.raw``"], { does: "same", of: 0 }, { see: `${MDN}String/raw` }),
    step(methods("toISOString", "toJSON", "toDateString"), { does: "date" }, { see: `${MDN}Date/toISOString` }),
    step(methods("getTime", "getFullYear", "toFixed", "indexOf", "charCodeAt", "findIndex"), { does: "number", of: null }),
    own(["process.env", "process.argv", "process.pid", "process.cwd()", "__dirname", "__filename"], { deep: true }, { see: `${NODE}process.html#processenv` }),
    own(["node:crypto.randomUUID()", "crypto.randomUUID()", "node:crypto.createHash().update().digest()", "uuid.v4()", "nanoid.nanoid()"], { deep: true }, { see: `${NODE}crypto.html#cryptorandomuuidoptions` }),
    own(["node:fs.readFileSync()", "node:fs/promises.readFile()", "node:fs.promises.readFile()", "node:fs/promises.readdir()", "node:fs.readdirSync()"], { deep: true }, { see: `${NODE}fs.html` }),
    source(["location", "window.location", "document.location", "document.URL", "document.referrer", "document.cookie"], "the address of the page", { see: "https://developer.mozilla.org/docs/Web/API/Location" }),
    guard(methods("includes", "has", "indexOf", "hasOwnProperty"), { item: 0, of: { kind: "list", at: "receiver" } }, { see: `${MDN}Set/has` }),
    guard(["Object.hasOwn", "Object.prototype.hasOwnProperty.call"], { item: 1, of: { kind: "list", at: 0 } }, { see: `${MDN}Object/hasOwn` }),
    guard(["pattern.test"], { item: 0, of: { kind: "pattern", at: "receiver" } }, { see: `${MDN}RegExp/test` }),
    guard(methods("match"), { item: "receiver", of: { kind: "pattern", at: 0 } }, { see: `${MDN}String/match` }),
    guard(["Number.isInteger", "Number.isSafeInteger"], { item: 0, of: { kind: "integer" } }, { see: `${MDN}Number/isInteger` }),
  ],
});

const KINDS = ["text", "number", "integer", "listed", "object", "list"];
const KEEPING = ["min", "max", "positive", "nonnegative", "optional", "nullable", "default", "describe", "length", "refine", "strict", "partial", "nonempty", "brand", "readonly", "gte", "lte", "gt", "lt"];

export const zod = framework({
  name: "zod", language: "javascript", see: "https://zod.dev/api",
  rows: [
    name("zod", ["zod.z", "zod.default"]),
    step(["zod.string", "zod.coerce.string", "zod.any", "zod.unknown", "zod.email", "zod.url"], { does: "schema", gives: "text" }),
    step(["zod.number", "zod.coerce.number"], { does: "schema", gives: "number" }, { see: "https://zod.dev/api#numbers" }),
    step(["zod.int", "zod.coerce.bigint", "zod.bigint"], { does: "schema", gives: "integer" }, { see: "https://zod.dev/api#integers" }),
    step(["zod.enum", "zod.nativeEnum", "zod.literal"], { does: "schema", gives: "listed" }, { see: "https://zod.dev/api#enums" }),
    step(["zod.object", "zod.strictObject"], { does: "schema", gives: "object" }, { see: "https://zod.dev/api#objects" }),
    step(["zod.array"], { does: "schema", gives: "list" }, { see: "https://zod.dev/api#arrays" }),
    step(["schema:number.int", "schema:number.safe"], { does: "schema", gives: "refined-integer" }, { see: "https://zod.dev/api#integers" }),
    ...KINDS.map((kind) => step(KEEPING.map((method) => `schema:${kind}.${method}`), { does: "schema", gives: "same" })),
    step(KINDS.flatMap((kind) => [`schema:${kind}.parse`, `schema:${kind}.parseAsync`]), { does: "parse" }, { see: "https://zod.dev/basics#parsing-data" }),
  ],
});
