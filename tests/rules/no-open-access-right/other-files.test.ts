/** Access functions and settings that lie in other modules of a project. */

import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../../src/index.ts";
import { folderWith } from "../../workspace/addon-folders.ts";

const linter = new Linter({ configType: "flat", cwd: "/" });

/** `line text` of what is found in the first of these files. */
function found(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = folderWith(files);
  const [path = "", text = ""] = Object.entries(files)[0] ?? [];
  const config: Linter.Config[] = pitfalls.configs.recommended.map((one) => ({ ...one, rules: { "pitfalls/no-open-access-right": "error" } }));
  return linter.verify(text, config, { filename: join(folder, path) }).map(({ line, column, endColumn, message, fatal }) => (fatal ? message : `${line} ${text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1) ?? ""}`));
}

const RULES = "export const anyone = () => true;\nexport const isCrew = ({ session }) => Boolean(session);\nexport const maybe = ({ session }) => { if (!session) throw new Error('no'); return true; };\nexport default { operation: { query: anyone, create: isCrew, update: anyone, delete: isCrew } };\n";

describe("a module that is imported by relative path", () => {
  it("has functions that always say yes, and others", () => {
    const code = `import { list } from "@keystone-6/core";\nimport { anyone, isCrew, maybe } from "./rules";\nimport * as rules from "./rules";\nexport const A = list({ access: anyone, fields: {} });\nexport const B = list({ access: isCrew, fields: {} });\nexport const C = list({ access: maybe, fields: {} });\nexport const D = list({ access: { operation: rules.anyone }, fields: {} });\n`;
    expect(found({ "schema.ts": code, "rules.ts": RULES })).toEqual(["4 anyone", "7 rules.anyone"]);
  });

  it("has settings, which are reported where they come in", () => {
    const code = `import { list } from "@keystone-6/core";\nimport access from "./rules.js";\nimport { isCrew } from "./rules.js";\nexport const A = list({ access, fields: {} });\nexport const B = list({ access: { ...access, item: { update: isCrew } }, fields: {} });\nexport const C = list({ access: { operation: { ...access.operation, update: isCrew } }, fields: {} });\n`;
    expect(found({ "schema.ts": code, "rules.ts": RULES })).toEqual(["4 access"]);
  });

  it("hands on what another one has", () => {
    const code = `const { list } = require("@keystone-6/core");\nconst { free } = require("./access");\nexports.A = list({ access: free, fields: {} });\n`;
    expect(found({ "schema.js": code, "access/index.js": `export { allowAll as free } from "@keystone-6/core/access";\n` })).toEqual(["3 free"]);
  });

  it("is found by a path of the project's", () => {
    const code = `import type { CollectionConfig } from "payload";\nimport { anyone } from "@/access/anyone";\nexport const Boats: CollectionConfig = { slug: "boats", access: { delete: anyone }, fields: [] };\n`;
    expect(found({
      "src/collections/Boats.ts": code, "src/access/anyone.ts": `import type { Access } from "payload";\nexport const anyone: Access = () => true;\n`,
      "tsconfig.json": JSON.stringify({ compilerOptions: { paths: { "@/*": ["./src/*"] } } }),
    })).toEqual(["3 anyone"]);
  });

  it("has collections, which are reported there", () => {
    const code = `import { buildConfig } from "payload";\nimport { Boats } from "./Boats";\nexport default buildConfig({ collections: [Boats] });\n`;
    const boats = `import type { CollectionConfig } from "payload";\nexport const Boats: CollectionConfig = { slug: "boats", access: { update: () => true }, fields: [] };\n`;
    expect(found({ "payload.config.ts": code, "Boats.ts": boats })).toEqual([]);
    expect(found({ "Boats.ts": boats, "payload.config.ts": code })).toEqual(["2 () => true"]);
  });

  it("KNOWN MISS: a collection in a file that does not say that it is one", () => {
    const code = `import { buildConfig } from "payload";\nimport { Boats } from "./Boats";\nexport default buildConfig({ collections: [Boats] });\n`;
    const boats = `export const Boats = { slug: "boats", access: { update: () => true }, fields: [] };\n`;
    expect(found({ "payload.config.js": code, "Boats.js": boats })).toEqual([]);
    expect(found({ "Boats.js": boats, "payload.config.js": code })).toEqual([]);
  });

  it("has class-level permissions", () => {
    const code = `import { open } from "./permissions";\nexport const Boat = { className: "Boat", classLevelPermissions: open };\nexport const Oar = { className: "Oar", classLevelPermissions: { ...open, update: {} } };\n`;
    expect(found({ "schemas.js": code, "permissions.js": `export const open = { update: { "*": true }, delete: {} };\n` })).toEqual(["2 open"]);
  });
});
