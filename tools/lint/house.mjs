/** The house's own lint rules: who may import whom, no framework in a rule, one idea per file, names that say something. */

import { basename, dirname, relative, resolve, sep } from "node:path";

/**
 * What each part of `src/` may import, by folder; DESIGN's "Folders". A part may always import itself.
 * @type {Readonly<Record<string, { parts: readonly string[], packages: RegExp | null, types?: RegExp }>>}
 */
const LAYERS = {
  facts: { parts: [], packages: null },
  flow: { parts: ["facts"], packages: null },
  // The catalog's rows are made of the contracts' own words.
  catalog: { parts: ["facts"], packages: null },
  // Types of typescript-eslint's cost nothing; its code takes longer to load than a small addon to lint.
  "languages/javascript": { parts: ["facts"], packages: /^(?:@typescript-eslint\/types|node:module)$/, types: /^@typescript-eslint\/utils(?:\/.*)?$/ },
  // What every front end of ours needs of a file as a text.
  "languages/text": { parts: ["facts"], packages: /^@eslint\/(?:core|plugin-kit)$/ },
  "languages/python": { parts: ["facts", "languages/text"], packages: /^(?:py-ast|@eslint\/(?:core|plugin-kit)|node:fs)$/ },
  "languages/xml": { parts: ["facts", "languages/text", "languages/python", "languages/javascript"], packages: /^(?:py-ast|@eslint\/(?:core|plugin-kit)|node:fs)$/ },
  "languages/csv": { parts: ["facts", "languages/text"], packages: /^(?:@eslint\/(?:core|plugin-kit)|node:fs)$/ },
  workspace: { parts: ["facts", "languages"], packages: /^node:/ },
  core: { parts: ["facts", "flow", "catalog", "languages", "workspace"], packages: /^(?:eslint|typescript|node:[\w/]+)$/, types: /^@typescript-eslint\/(?:parser|utils(?:\/.*)?)$/ },
  rules: { parts: ["core", "facts", "flow", "catalog"], packages: null },
  configs: { parts: ["core", "rules"], packages: /^(?:eslint|node:module|@typescript-eslint\/parser)$/ },
  cli: { parts: ["core", "rules", "configs", "index", "workspace"], packages: /^(?:eslint|node:[\w/]+)$/ },
  index: { parts: ["core", "rules", "configs", "languages"], packages: /^(?:eslint|node:module)$/ },
};

const FRAMEWORKS =
  /\b(?:odoo|flectra|openerp|psycopg[23]?|sqlalchemy|sqlite3?|django|flask|pg|postgres|mysql2?|mariadb|mssql|oracledb|knex|sequelize|prisma|typeorm|drizzle|slonik|kysely|mikro-?orm|express|fastify|koa|nestjs|keystone|payload)\b/i;

const MEANINGLESS = /^(?:utils?|helpers?|misc|common|shared|stuff)\b/i;

/** The part of `src/` that a path lies in: `flow`, `languages/python`, `index`; null outside. */
function partOf(path, root) {
  const [first, second, third] = relative(resolve(root, "src"), path).split(sep);
  if (first === undefined || first === "..") return null;
  if (second === undefined) return first.replace(/\.ts$/, "");
  return first === "languages" && third !== undefined ? `${first}/${second}` : first;
}

const isWithin = (part, folder) => part === folder || part.startsWith(`${folder}/`);

/** Why a part may not import something; null when it may. */
function objection(from, source, isType, context) {
  const layer = LAYERS[from];
  if (!layer) return `\`src/${from}\` is no layer of DESIGN.md; add it to tools/lint/house.mjs.`;
  if (!source.startsWith(".")) return layer.packages?.test(source) || (isType && layer.types?.test(source)) ? null : `\`src/${from}\` may not import the package \`${source}\`.`;
  const to = partOf(resolve(dirname(context.filename), source), context.cwd);
  if (to === null) return `\`src/${from}\` may not import from outside \`src/\`.`;
  return to === from || layer.parts.some((one) => isWithin(to, one)) ? null : `\`src/${from}\` may not import \`src/${to}\`.`;
}

/** @type {import("eslint").Rule.RuleModule} */
const layers = {
  meta: { type: "problem", docs: { description: "Keep each layer's imports to what DESIGN.md allows it" }, schema: [] },
  create(context) {
    const from = partOf(context.filename, context.cwd);
    /** @param {{ source?: any, importKind?: string }} node */
    const check = ({ source, importKind }) => {
      const message = from !== null && typeof source?.value === "string" ? objection(from, source.value, importKind === "type", context) : null;
      if (message !== null) context.report({ node: source, message });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportAllDeclaration: check, ExportNamedDeclaration: check };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const noFrameworkNames = {
  meta: { type: "problem", docs: { description: "Keep what frameworks mean in the catalog" }, schema: [] },
  create(context) {
    const check = (node, text) => {
      const [name] = FRAMEWORKS.exec(text) ?? [];
      if (name) context.report({ node, message: `\`${name}\` is a framework: what it means belongs in \`src/catalog\`.` });
    };
    return {
      Literal: (node) => { if (typeof node.value === "string") check(node, node.value); },
      TemplateElement: (node) => { check(node, node.value.raw); },
      Identifier: (node) => { check(node, node.name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")); },
    };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const oneIdea = {
  meta: { type: "suggestion", docs: { description: "Say a file's idea in its first line" }, schema: [] },
  create(context) {
    return {
      Program(node) {
        const text = context.sourceCode.text.replace(/^#!.*\n/, "");
        const says = /^\/\*\*(?: |\n \* )\S/.test(text);
        if (!says) context.report({ loc: { line: 1, column: 0 }, node, message: "The file does not begin with a sentence (`/** … */`) that says its one idea." });
      },
    };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const meaningfulFileName = {
  meta: { type: "suggestion", docs: { description: "Name a file for what is in it" }, schema: [] },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (MEANINGLESS.test(name)) context.report({ loc: { line: 1, column: 0 }, node, message: `\`${name}\` says nothing of what is in it.` });
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: { layers, "no-framework-names": noFrameworkNames, "one-idea": oneIdea, "meaningful-file-name": meaningfulFileName },
};
