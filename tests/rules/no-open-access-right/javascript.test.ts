/** Access that code grants, as functions and as flags: what is always open, what narrows it, where a finding stands, what is offered. */

import { code, ruleTest } from "../rule-test.ts";

const KEYSTONE = `import { config, list } from "@keystone-6/core";\nimport { allOperations, allowAll, denyAll, unfiltered } from "@keystone-6/core/access";\nimport { isCrew } from "./crew";\n`;
const PAYLOAD = `import { buildConfig, type Access, type CollectionConfig, type Config, type GlobalConfig } from "payload";\nimport { isCrew } from "./crew";\n`;
const PARSE = `const Parse = require("parse/node");\n`;

ruleTest("no-open-access-right", {
  typescript: {
    valid: [
      { name: "a function that asks", code: `${KEYSTONE}export const Boat = list({ access: ({ session }) => Boolean(session), fields: {} });\n` },
      { name: "a function of another file that is not there", code: `${KEYSTONE}export const Boat = list({ access: { operation: allOperations(isCrew) }, fields: {} });\n` },
      { name: "only reading is open", code: `${KEYSTONE}export const Boat = list({ access: { operation: { ...allOperations(isCrew), query: allowAll } }, fields: {} });\n` },
      { name: "one condition among the results", code: `${KEYSTONE}const may = ({ session }) => { if (!session) return false; return true; };\nexport const Boat = list({ access: may, fields: {} });\n` },
      { name: "an error instead of an answer", code: `${KEYSTONE}const may = ({ session }) => { if (!session) throw new Error("no"); return true; };\nexport const Boat = list({ access: may, fields: {} });\n` },
      { name: "a helper that may throw", code: `${KEYSTONE}function ask(session) { if (!session) throw new Error("no"); }\nconst may = ({ session }) => { ask(session); return true; };\nexport const Boat = list({ access: may, fields: {} });\n` },
      { name: "a helper that cannot be seen", code: `${KEYSTONE}const may = (args) => { isCrew(args); return true; };\nexport const Boat = list({ access: may, fields: {} });\n` },
      { name: "one of two, as the environment says", code: `${KEYSTONE}export const Boat = list({ access: process.env.OPEN ? allowAll : isCrew, fields: {} });\n` },
      { name: "open settings, as the environment says", code: `${KEYSTONE}export const Boat = list({ access: { operation: { query: allowAll, ...(process.env.OPEN ? { update: allowAll } : {}) } }, fields: {} });\n` },
      { name: "open settings on one way only", code: `${KEYSTONE}const operation: any = { query: allowAll };\nif (process.env.OPEN) operation.update = allowAll;\nexport const Boat = list({ access: { operation }, fields: {} });\n` },
      { name: "settings that a function makes of a condition", code: `${KEYSTONE}const rules = (isOpen) => { if (isOpen) return { update: allowAll }; return {}; };\nexport const Boat = list({ access: { operation: rules(flags.open) }, fields: {} });\n` },
      { name: "what is spread last may be anything", code: `${KEYSTONE}import { rules } from "lib";\nexport const Boat = list({ access: { operation: { update: allowAll, ...rules } }, fields: {} });\n` },
      { name: "narrowed by the item", code: `${KEYSTONE}export const Boat = list({ access: { operation: { ...allOperations(allowAll), create: isCrew }, item: { update: isCrew, delete: isCrew } }, fields: {} });\n` },
      { name: "narrowed by a filter, which cannot be seen", code: `${KEYSTONE}import { filters } from "./filters";\nexport const Boat = list({ access: { operation: { ...allOperations(allowAll), create: isCrew }, filter: filters }, fields: {} });\n` },
      { name: "nobody may", code: `${KEYSTONE}export const Boat = list({ access: denyAll, fields: {} });\n` },
      { name: "a field's own access", code: `${KEYSTONE}export const Boat = list({ access: isCrew, fields: { name: text({ access: allowAll }), flag: text({ access: { update: () => true } }) } });\n` },
      { name: "not part of the API", code: `${KEYSTONE}export const Boat = list({ access: allowAll, graphql: { omit: true }, fields: {} });\n` },
      { name: "another library's list", code: `import { list } from "radash";\nimport { allowAll } from "@keystone-6/core/access";\nexport const boats = list({ access: allowAll });\n` },
      { name: "a function of the file that is called like the library's", code: `import { list } from "@keystone-6/core";\nconst allowAll = ({ session }) => session?.role === "crew";\nexport const Boat = list({ access: allowAll, fields: {} });\n` },
      { name: "creating: strict only", preset: "recommended", code: `${KEYSTONE}export const Wish = list({ access: { operation: { ...allOperations(denyAll), create: allowAll } }, fields: {} });\n` },
      { name: "a list that is open on purpose", options: { allow: ["Guestbook"] }, code: `${KEYSTONE}export const Guestbook = list({ access: allowAll, fields: {} });\n` },
      { name: "a list that is open on purpose, by its key", settings: { allow: ["Guestbook"] }, code: `${KEYSTONE}export const lists = { Guestbook: list({ access: allowAll, fields: {} }) };\n` },
      { name: "a list that is open on purpose, in the configuration", options: { allow: ["Guestbook"] }, code: `${KEYSTONE}export default config({ db, lists: { Guestbook: { access: allowAll, fields: {} } } });\n` },

      { name: "reading is open", code: `${PAYLOAD}export const Boats: CollectionConfig = { slug: "boats", access: { read: () => true }, fields: [] };\n` },
      { name: "a condition as the answer", code: `${PAYLOAD}export const Boats: CollectionConfig = { slug: "boats", access: { update: () => ({ crew: { exists: true } }) }, fields: [] };\n` },
      { name: "a function that is handed in", code: `${PAYLOAD}export const boats = (update: Access): CollectionConfig => ({ slug: "boats", access: { update }, fields: [] });\n` },
      { name: "a field of a collection", code: `${PAYLOAD}export const Boats: CollectionConfig = { slug: "boats", fields: [{ name: "hull", type: "text", access: { update: () => true } }] };\n` },
      { name: "a type of the file's own", code: `interface CollectionConfig { access: object }\nexport const Boats: CollectionConfig = { access: { update: () => true } };\n` },
      { name: "an object that nothing declares", code: `import { CollectionConfig } from "payload";\nexport const menu = { slug: "boats", access: { update: () => true } };\n` },
      { name: "overrides that may close it", code: `${PAYLOAD}export const boats = (more): CollectionConfig => ({ slug: "boats", access: { update: () => true, ...more.access }, fields: [] });\n` },
      { name: "a collection that is open on purpose", options: { allow: ["carts"] }, code: `${PAYLOAD}export const Carts: CollectionConfig = { slug: "carts", access: { update: () => true }, fields: [] };\n` },
      { name: "a collection that is open on purpose, by its constant", options: { allow: ["Carts"] }, code: `${PAYLOAD}export const Carts = { slug: "carts", access: { update: () => true }, fields: [] } satisfies CollectionConfig;\n` },

      { name: "KNOWN MISS: an access function whose condition is always true", code: `${KEYSTONE}export const Boat = list({ access: ({ session }) => session === session, fields: {} });\n` },
      { name: "KNOWN MISS: an access function that calls something on its way that cannot be seen", code: `${PAYLOAD}import { note } from "notes";\nexport const Boats: CollectionConfig = { slug: "boats", access: { update: ({ req }) => { note(req); return true; } }, fields: [] };\n` },
      { name: "KNOWN MISS: settings that are written out on two ways, open on each", code: `${KEYSTONE}export const Boat = list({ access: process.env.A ? { operation: allowAll } : { operation: () => true }, fields: {} });\n` },
      { name: "KNOWN MISS: what an option of a plugin overrides in its collections", code: `${PAYLOAD}import { formBuilderPlugin } from "@payloadcms/plugin-form-builder";\nexport default buildConfig({ plugins: [formBuilderPlugin({ formOverrides: { access: { update: () => true } } })], collections: [] });\n` },
    ],
    invalid: [
      {
        name: "the whole list",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll } from "@keystone-6/core/access";
          export const Boat = list({ access: allowAll, fields: {} });
                                             ~~~~~~~~ open "allowAll" "update, delete and create items"
        `,
      },
      {
        name: "under other names, of a whole module",
        code: code`
          import * as core from "@keystone-6/core";
          import * as access from "@keystone-6/core/access";
          const { list: boats } = core;
          export const Boat = core.list({ access: access.allowAll, fields: {} });
                                                  ~~~~~~~~~~~~~~~ open
          export const Oar = boats({ access: { operation: access.allowAll }, fields: {} });
                                                          ~~~~~~~~~~~~~~~ open
        `,
      },
      {
        name: "each value once, whatever it opens",
        code: code`
          import { list } from "@keystone-6/core";
          import { allOperations, allowAll } from "@keystone-6/core/access";
          import { isCrew } from "./crew";
          export const Boat = list({ access: { operation: { query: isCrew, create: isCrew, update: allowAll, delete: allowAll } }, fields: {} });
                                                                                                   ~~~~~~~~ open "update items"
                                                                                                                     ~~~~~~~~ open "delete items"
          export const Oar = list({ access: { operation: { ...allOperations(allowAll), create: isCrew } }, fields: {} });
                                                              ~~~~~~~~~~~~~~~~~~~~~~~ open "update and delete items"
        `,
      },
      {
        name: "settings that two lists share",
        code: code`
          import { list } from "@keystone-6/core";
          const access = { operation: { query: () => true, create: () => false, update: () => true, delete: () => false } };
                                                                                        ~~~~~~~~~~ open "update items"
          export const Boat = list({ access, fields: {} });
          export const Oar = list({ access, fields: {} });
        `,
      },
      {
        name: "what a filter does not narrow",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll, unfiltered } from "@keystone-6/core/access";
          import { mine } from "./crew";
          export const Boat = list({ access: { operation: allowAll, filter: { query: mine, update: mine } }, fields: {} });
                                                          ~~~~~~~~ open "delete and create items"
          export const Oar = list({ access: { operation: allowAll, filter: { update: unfiltered, delete: mine }, item: { create: mine } }, fields: {} });
                                                         ~~~~~~~~ open "update items"
        `,
      },
      {
        name: "functions of every form",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll } from "@keystone-6/core/access";
          function anyone() { return true; }
          const isOpen = true;
          const always = (answer: boolean) => async () => answer;
          const logged = (fn) => (args) => { console.log(args); return fn(args); };
          class Rules { static free() { return Promise.resolve(true); } }
          export const A = list({ access: anyone, fields: {} });
                                          ~~~~~~ open "anyone"
          export const B = list({ access: () => isOpen, fields: {} });
                                          ~~~~~~~~~~~~ open
          export const C = list({ access: always(true), fields: {} });
                                          ~~~~~~~~~~~~ open
          export const D = list({ access: logged(allowAll), fields: {} });
                                          ~~~~~~~~~~~~~~~~ open
          export const E = list({ access: Rules.free, fields: {} });
                                          ~~~~~~~~~~ open
          export const F = list({ access: (args) => anyone(), fields: {} });
                                          ~~~~~~~~~~~~~~~~~~ open
          export const G = list({ access: ({ session }) => { if (session) { return true; } return true; }, fields: {} });
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open
        `,
      },
      {
        name: "a list that a function of the file makes",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll } from "@keystone-6/core/access";
          import { isCrew } from "./crew";
          const fleet = (fields, access) => list({ access: { operation: access }, fields });
          export const Boat = fleet({}, allowAll);
                                        ~~~~~~~~ open
          export const Oar = fleet({}, isCrew);
          const rules = (update) => ({ operation: { query: isCrew, create: isCrew, update, delete: isCrew } });
          export const Net = list({ access: rules(allowAll), fields: {} });
                                                  ~~~~~~~~ open "update items"
          const pier = (more = {}) => list({ access: allowAll, fields: {}, ...more });
                                                     ~~~~~~~~ open
          export const Pier = pier();
        `,
      },
      {
        name: "lists without the function, by type and in the configuration",
        code: code`
          import { config, type ListConfig } from "@keystone-6/core";
          export const Boat: ListConfig<any> = { access: () => true, fields: {} };
                                                         ~~~~~~~~~~ open
          const Oar = { access: { operation: { query: a, create: a, delete: a, update: () => true } }, fields: {} };
                                                                                       ~~~~~~~~~~ open
          export default config({ db, lists: { Boat, Oar } });
        `,
      },
      {
        name: "creating, under strict",
        preset: "strict",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll, denyAll } from "@keystone-6/core/access";
          export const Wish = list({ access: { operation: { query: denyAll, create: allowAll, update: denyAll, delete: denyAll } }, fields: {} });
                                                                                    ~~~~~~~~ open "create items"
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a list whose server asks everybody for a login before it answers",
        code: code`
          import { list } from "@keystone-6/core";
          import { allowAll } from "@keystone-6/core/access";
          export const Boat = list({ access: allowAll, fields: {} });
                                             ~~~~~~~~ open
          export const server = { extendExpressApp: (app) => { app.use(onlyWithLogin); } };
        `,
      },
      {
        name: "a collection, and what is left without the entry",
        code: code`
          import type { CollectionConfig } from "payload";

          export const Boats: CollectionConfig = {
            slug: "boats",
            access: {
              read: () => true,
              // Only the crew.
              update: () => true,
                      ~~~~~~~~~~ open "update documents"
              delete: ({ req }) => Boolean(req.user),
            },
            fields: [],
          };
        `,
        suggestions: [code`
          import type { CollectionConfig } from "payload";

          export const Boats: CollectionConfig = {
            slug: "boats",
            access: {
              read: () => true,
              // Only the crew.
              delete: ({ req }) => Boolean(req.user),
            },
            fields: [],
          };
        `],
      },
      {
        name: "entries on one line",
        code: code`
          import type { CollectionConfig } from "payload";
          export const A: CollectionConfig = { slug: "a", access: { update: () => true, read: isCrew }, fields: [] };
                                                                            ~~~~~~~~~~ open
          export const B: CollectionConfig = { slug: "b", access: { read: isCrew, delete: () => true }, fields: [] };
                                                                                          ~~~~~~~~~~ open
          export const C: CollectionConfig = { slug: "c", access: { update: () => true }, fields: [] };
                                                                            ~~~~~~~~~~ open
        `,
        suggestions: [
          ["{ read: isCrew }", "{ read: isCrew, delete: () => true }", "{ update: () => true }"],
          ["{ update: () => true, read: isCrew }", "{ read: isCrew }", "{ update: () => true }"],
          ["{ update: () => true, read: isCrew }", "{ read: isCrew, delete: () => true }", "{}"],
        ].map(([a, b, c]) => `import type { CollectionConfig } from "payload";\nexport const A: CollectionConfig = { slug: "a", access: ${a ?? ""}, fields: [] };\nexport const B: CollectionConfig = { slug: "b", access: ${b ?? ""}, fields: [] };\nexport const C: CollectionConfig = { slug: "c", access: ${c ?? ""}, fields: [] };\n`),
      },
      {
        name: "the last entry, without a comma behind it",
        code: code`
          import type { GlobalConfig } from "payload";
          export const Hours: GlobalConfig = {
            slug: "hours",
            fields: [],
            access: {
              read: () => true,
              update: () => true
                      ~~~~~~~~~~ open
            }
          };
        `,
        suggestions: [code`
          import type { GlobalConfig } from "payload";
          export const Hours: GlobalConfig = {
            slug: "hours",
            fields: [],
            access: {
              read: () => true
            }
          };
        `],
      },
      {
        name: "nothing is offered where a comment would go, where more than one thing says it",
        code: code`
          import type { CollectionConfig } from "payload";
          import { base } from "./base";
          export const A: CollectionConfig = { slug: "a", access: { update: () => /* for now */ true }, fields: [] };
                                                                            ~~~~~~~~~~~~~~~~~~~~~~~~ open
          export const B: CollectionConfig = { slug: "b", access: { ...base, update: () => true }, fields: [] };
                                                                                     ~~~~~~~~~~ open
        `,
      },
      {
        name: "what a file says of its collections, in other words",
        code: code`
          import type { CollectionConfig } from "payload/types";
          import type { Config } from "payload/config";
          const free = { update: async function () { return true; } };
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open
          export const A = { slug: "a", access: free, fields: [] } satisfies CollectionConfig;
          export const B = [{ slug: "b", access: { delete() { return true; } }, fields: [] }] as CollectionConfig[];
                                                         ~~~~~~~~~~~~~~~~~~~ open
          export const C = (): CollectionConfig => { return { slug: "c", access: { update: anyone }, fields: [] }; };
                                                                                           ~~~~~~ open
          export const D = (given: Config): Config => ({ ...given, collections: [...(given.collections ?? []), { slug: "d", access: { update: anyone }, fields: [] }] });
                                                                                                                                              ~~~~~~ open
          function anyone(): boolean { return true; }
        `,
        suggestions: [
          ["{}", "{ delete() { return true; } }", "{ update: anyone }", "{ update: anyone }"],
          ["{ update: async function () { return true; } }", "{}", "{ update: anyone }", "{ update: anyone }"],
          ["{ update: async function () { return true; } }", "{ delete() { return true; } }", "{}", "{ update: anyone }"],
          ["{ update: async function () { return true; } }", "{ delete() { return true; } }", "{ update: anyone }", "{}"],
        ].map(([a, b, c, d]) => [
          'import type { CollectionConfig } from "payload/types";', 'import type { Config } from "payload/config";',
          `const free = ${a ?? ""};`, 'export const A = { slug: "a", access: free, fields: [] } satisfies CollectionConfig;',
          `export const B = [{ slug: "b", access: ${b ?? ""}, fields: [] }] as CollectionConfig[];`,
          `export const C = (): CollectionConfig => { return { slug: "c", access: ${c ?? ""}, fields: [] }; };`,
          `export const D = (given: Config): Config => ({ ...given, collections: [...(given.collections ?? []), { slug: "d", access: ${d ?? ""}, fields: [] }] });`,
          "function anyone(): boolean { return true; }", "",
        ].join("\n")),
      },
      {
        name: "the configuration's own, through names",
        code: code`
          import { buildConfig } from "payload";
          const Boats = { slug: "boats", access: { read: isCrew, delete: () => true }, fields: [] };
                                                                         ~~~~~~~~~~ open "delete documents"
          const collections = [Boats];
          export default buildConfig({ collections, globals: [{ slug: "hours", access: { read: isCrew, update: () => true }, fields: [] }] });
                                                                                                               ~~~~~~~~~~ open "update documents"
        `,
        suggestions: [
          ["{ read: isCrew }", "{ read: isCrew, update: () => true }"],
          ["{ read: isCrew, delete: () => true }", "{ read: isCrew }"],
        ].map(([a, b]) => `import { buildConfig } from "payload";\nconst Boats = { slug: "boats", access: ${a ?? ""}, fields: [] };\nconst collections = [Boats];\nexport default buildConfig({ collections, globals: [{ slug: "hours", access: ${b ?? ""}, fields: [] }] });\n`),
      },
      {
        name: "permissions by type",
        code: code`
          import Parse from "parse/node";
          export function open(clp: Parse.CLP, acl: Parse.ACL): void {
            clp.setPublicDeleteAccess(true);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open "delete objects"
            acl.setPublicWriteAccess(true);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open "update and delete the object"
          }
        `,
      },
    ],
  },
  javascript: {
    valid: [
      { name: "permissions of roles and users", code: `${PARSE}new Parse.Schema("Boat").setCLP({ update: { requiresAuthentication: true }, delete: { "role:Crew": true }, addField: {} });\n` },
      { name: "everyone reads", code: `${PARSE}new Parse.Schema("Boat").setCLP({ find: { "*": true }, get: { "*": true }, count: { "*": true } });\n` },
      { name: "everyone, switched off", code: `${PARSE}new Parse.Schema("Boat").setCLP({ update: { "*": false } });\n` },
      { name: "everyone, if it is wanted so", code: `${PARSE}new Parse.Schema("Boat").setCLP({ update: { "*": settings.open } });\n` },
      { name: "calls that close, and calls that read", code: `${PARSE}const acl = new Parse.ACL();\nacl.setPublicWriteAccess(false);\nacl.setPublicReadAccess(true);\nacl.setWriteAccess(user, true);\n` },
      { name: "a call with a value that is not known", code: `${PARSE}const acl = new Parse.ACL();\nacl.setPublicWriteAccess(isOpen);\n` },
      { name: "another class with such a method", code: `class Permissions { setPublicWriteAccess(allowed) { this.allowed = allowed; } }\nnew Permissions().setPublicWriteAccess(true);\n` },
      { name: "permissions that say nothing of everyone", code: `const schema = { className: "Boat", classLevelPermissions: { update: {} } };\n` },
      { name: "creating: strict only", preset: "recommended", code: `${PARSE}new Parse.Schema("Wish").setCLP({ create: { "*": true } });\n` },
      { name: "a folder of tests: strict only", preset: "recommended", file: "spec/boat.spec.js", code: `${PARSE}new Parse.Schema("Boat").setCLP({ update: { "*": true } });\n` },
      { name: "a class that is open on purpose", options: { allow: ["Guestbook"] }, code: `${PARSE}new Parse.Schema("Guestbook").setCLP({ update: { "*": true } });\nexport const own = { className: "Guestbook", classLevelPermissions: { update: { "*": true } } };\n` },
      { name: "a call that is open on purpose, by a comment", code: `${PARSE}const acl = new Parse.ACL();\n// eslint-disable-next-line pitfalls/no-open-access-right\nacl.setPublicWriteAccess(true);\n` },
      { name: "KNOWN MISS: an access list of unknown origin", code: `export const open = (acl) => acl.setPublicWriteAccess(true);\n` },
      { name: "KNOWN MISS: an access list that is made of an object", code: `${PARSE}const acl = new Parse.ACL({ "*": { write: true } });\n` },
      { name: "KNOWN MISS: an operation that class-level permissions leave out, which is open to everyone", code: `${PARSE}new Parse.Schema("Boat").setCLP({ find: { requiresAuthentication: true } });\n` },
    ],
    invalid: [
      {
        name: "class-level permissions",
        code: code`
          const Parse = require("parse/node");
          const everyone = { "*": true };
          const permissions = { update: everyone, find: {}, delete: { "role:Crew": true } };
                                        ~~~~~~~~ open "update objects"
          permissions.addField = { "*": true };
                                 ~~~~~~~~~~~~~ open "add fields"
          new Parse.Schema("Boat").setCLP(permissions);
          const schema = new Parse.Schema("Oar");
          schema.setCLP({ ...permissions, update: {}, addField: {}, delete: { ["*"]: true, "role:Crew": true } });
                                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open "delete objects"
        `,
      },
      {
        name: "a server's schemas",
        code: code`
          import { ParseServer } from "parse-server";
          import { clp } from "./permissions";
          const classLevelPermissions = { create: {}, update: { "*": true } };
                                                              ~~~~~~~~~~~~~ open "update objects"
          const schema = (className, update) => ({ className, classLevelPermissions: { create: {}, update } });
          new ParseServer({ schema: { definitions: [{ className: "Boat", classLevelPermissions }, { className: "Oar", classLevelPermissions: clp }, schema("Net", { "*": true })] } });
                                                                                                                                                                  ~~~~~~~~~~~~~ open "update objects"
        `,
      },
      {
        name: "calls, on whatever is known to be an access list",
        code: code`
          const acl = boat.getACL() ?? new Parse.ACL();
          acl.setPublicWriteAccess(true);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open "acl.setPublicWriteAccess(true)" "update and delete the object"
          const isPublic = true;
          boat.getACL().setPublicWriteAccess(isPublic);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open
        `,
      },
      {
        name: "a script's collections, which comments declare",
        code: code`
          /** @type {import("payload").CollectionConfig} */
          export const Boats = { slug: "boats", access: { update: () => true, read: () => true }, fields: [] };
                                                                  ~~~~~~~~~~ open
          /** @type {import('payload').CollectionConfig} */
          module.exports = { slug: "oars", access: { read: () => true, delete: () => true, }, fields: [] };
                                                                               ~~~~~~~~~~ open
        `,
        suggestions: [
          ["{ read: () => true }", "{ read: () => true, delete: () => true, }"],
          ["{ update: () => true, read: () => true }", "{ read: () => true, }"],
        ].map(([a, b]) => `/** @type {import("payload").CollectionConfig} */\nexport const Boats = { slug: "boats", access: ${a ?? ""}, fields: [] };\n/** @type {import('payload').CollectionConfig} */\nmodule.exports = { slug: "oars", access: ${b ?? ""}, fields: [] };\n`),
      },
      {
        name: "many closures around a module that is required",
        code: `const Parse = require("parse/node");\n${Array.from({ length: 40 }, (_, index) => `Parse.Cloud.define("f${index}", async (request) => { await new Parse.Query("Boat").find(); Parse.Cloud.run("g"); return request; });\n`).join("")}Parse.Cloud.define("open", () => {\n  const acl = new Parse.ACL();\n  acl.setPublicWriteAccess(true);\n  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ open\n});\n`,
      },
    ],
  },
});
