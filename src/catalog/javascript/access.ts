/** Where servers that generate an API of their own are told who may do what. */

import type { AccessForm } from "../../facts/access.ts";
import { access, framework, name, opening, step } from "../schema.ts";

const KEYSTONE = "https://keystonejs.com/docs/config/access-control";
const PAYLOAD = "https://payloadcms.com/docs/access-control/";
const PARSE = "https://docs.parseplatform.org/rest/guide/#class-level-permissions";
const PARSE_API = "https://parseplatform.org/Parse-SDK-JS/api/master/";

const list: AccessForm = {
  opens: "function",
  operations: {
    update: { at: ["", "operation", "operation.update"], narrowedBy: ["filter.update", "item.update"], hiddenBy: ["graphql.omit", "graphql.omit.update"] },
    delete: { at: ["", "operation", "operation.delete"], narrowedBy: ["filter.delete", "item.delete"], hiddenBy: ["graphql.omit", "graphql.omit.delete"] },
    create: { at: ["", "operation", "operation.create"], narrowedBy: ["item.create"], hiddenBy: ["graphql.omit", "graphql.omit.create"] },
  },
  things: "items",
};

export const keystone = framework({
  name: "Keystone", language: "javascript", see: KEYSTONE,
  rows: [
    access(["@keystone-6/core.list(#0).access", "@keystone-6/core.ListConfig().access", "@keystone-6/core.config(#0).lists.*.access"], list),
    step(["@keystone-6/core/access.allowAll", "@keystone-6/core/access.unfiltered"], { does: "constant", value: true }),
    step(["@keystone-6/core/access.allOperations"], { does: "keyed", keys: ["query", "create", "update", "delete"], of: 0 }),
  ],
});

const update = { update: { at: ["update"] } };
const collection: AccessForm = {
  opens: "function", operations: { ...update, delete: { at: ["delete"] }, create: { at: ["create"] } }, things: "documents", named: "slug", defaultsToUsers: true,
};

export const payload = framework({
  name: "Payload", language: "javascript", see: `${PAYLOAD}overview`,
  rows: [
    name("payload.**", ["payload/types.**", "payload/config.**"]),
    access(["payload.CollectionConfig().access", "payload.buildConfig(#0).collections.*.access", "payload.Config().collections.*.access"], collection, { see: `${PAYLOAD}collections` }),
    access(["payload.GlobalConfig().access", "payload.buildConfig(#0).globals.*.access", "payload.Config().globals.*.access"], { ...collection, operations: update }, { see: `${PAYLOAD}globals` }),
  ],
});

const CLP: AccessForm = {
  opens: { key: "*" },
  operations: { ...update, delete: { at: ["delete"] }, create: { at: ["create"] }, addField: { at: ["addField"] } },
  things: "objects",
  named: "className",
};
/** One and the same for each platform. */
const BUILDS = ["parse", "parse/node.js", "parse/node", "parse/react-native", "parse/dist/parse.min.js"];
const onClass = { given: [true], things: "objects", see: `${PARSE_API}Parse.CLP.html` };
const onObject = { things: "the object", see: `${PARSE_API}Parse.ACL.html` };

export const parse = framework({
  name: "Parse", language: "javascript", see: PARSE,
  rows: [
    name("Parse", [...BUILDS, "Parse.Parse"], { see: PARSE_API }),
    name("Parse.**", BUILDS.map((one) => `${one}.**`), { see: PARSE_API }),
    name("Parse.Schema()", ["Parse.Schema().add*()", "Parse.Schema().setCLP()"], { see: `${PARSE_API}Parse.Schema.html` }),
    name("Parse.ACL()", ["*.getACL()"], { see: `${PARSE_API}Parse.Object.html#getACL` }),
    name("Parse.CLP()", ["*.getCLP()"], { see: `${PARSE_API}Parse.Schema.html#getCLP` }),
    access(["Parse.Schema().setCLP(#0)", "Parse.CLP(#0)", "*.classLevelPermissions"], CLP),
    opening(["Parse.CLP().setPublicUpdateAccess"], { ...onClass, operations: ["update"] }),
    opening(["Parse.CLP().setPublicDeleteAccess"], { ...onClass, operations: ["delete"] }),
    opening(["Parse.CLP().setPublicAddFieldAccess"], { ...onClass, operations: ["addField"] }),
    opening(["Parse.CLP().setPublicCreateAccess"], { ...onClass, operations: ["create"] }),
    opening(["Parse.CLP().setPublicWriteAccess"], { ...onClass, operations: ["update", "delete", "create", "addField"] }),
    opening(["Parse.ACL().setPublicWriteAccess"], { ...onObject, given: [true], operations: ["update", "delete"] }),
    opening(["Parse.ACL().setWriteAccess"], { ...onObject, given: ["*", true], operations: ["update", "delete"] }),
  ],
});
