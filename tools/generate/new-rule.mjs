/** What a new rule begins with: texts that compile, and fail until someone has thought. */

const PYTHON = { fence: "py", title: "Python", file: "models/example.py", code: "# TODO" };
const JAVASCRIPT = { fence: "ts", title: "JavaScript and TypeScript", file: "src/example.ts", code: "// TODO" };
const XML = { fence: "xml", title: "XML", file: "views/example.xml", code: "<odoo><!-- TODO --></odoo>" };
const CSV = { fence: "csv", title: "CSV", file: "security/ir.model.access.csv", code: "id,name\nTODO,TODO" };
const KINDS = { python: PYTHON, javascript: JAVASCRIPT, xml: XML, csv: CSV };

/** What a rule may be asked to write itself for. */
export const LANGUAGES = Object.keys(KINDS);

const CHECKS = {
  check: "Ask the engine and the catalog; yield what you find.",
  checkRecords: "Ask `facts` for its records and `program` for what other files say ({ facts, program }); yield what you find. For templates: checkTemplate.",
  checkTemplate: "Ask each of the template's outputs for its value, and the engine what it is ({ template, engine }); yield what you find. For records: checkRecords.",
};

/** The checks for some languages: XML holds records as CSV does, and templates. One rule looks at one of them. */
function checksFor(languages) {
  const isCode = languages.includes("python") || languages.includes("javascript");
  return [...(isCode ? ["check"] : []), ...(languages.includes("csv") ? ["checkRecords"] : languages.includes("xml") ? ["checkTemplate"] : [])];
}

const identifierOf = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export const ruleTemplate = (name, languages) => `/** TODO: the one thing that must be true, in a sentence. */

import { defineRule } from "../core/define-rule.ts";

export default defineRule({
  name: "${name}",
  languages: [${languages.map((one) => `"${one}"`).join(", ")}],
  meta: {
    type: "problem",
    docs: { description: "TODO: Disallow …", recommended: false, cwe: [] },
    schema: [],
    messages: {
      // What happens, and what to do, naming the user's own identifier.
      found: "TODO: \`{{value}}\` …",
    },
  },
${checksFor(languages).map((check) => `  *${check}() {
    // ${CHECKS[check]}
  },
`).join("")}});
`;

export const testTemplate = (name, languages) => `/** What ${name} reports, what it is silent on, what it repairs. */

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import pitfalls from "../../src/index.ts";
import ${identifierOf(name)} from "../../src/rules/${name}.ts";

const linter = new Linter({ configType: "flat" });

const linesOf = (code: string, filename: string) =>
  linter.verify(code, pitfalls.configs.strict, { filename }).filter(({ ruleId }) => ruleId === \`pitfalls/\${${identifierOf(name)}.name}\`).map(({ line }) => line);

describe("${name}", () => {
${languages.map((one) => KINDS[one]).map(({ title, code, file }) => `  it("${title}: TODO, the smallest code that shows the point; the name says why", () => {
    expect(linesOf(${JSON.stringify(`${code}\n`)}, "${file}")).toEqual([1]);
  });
`).join("\n")}});
`;

export const pageTemplate = (name, languages) => `# ${name}

<!-- end auto-generated rule header -->

TODO: what can go wrong, in two or three sentences.

## What it reports

${languages.map((one) => KINDS[one]).map(({ title, fence, code }) => `### ${title}

\`\`\`${fence} incorrect
${code}
\`\`\`

\`\`\`${fence} correct
${code}
\`\`\`
`).join("\n")}
## What it fixes, and when it only suggests

TODO

## What it knows

<!-- begin catalog: TODO the kind of sink, or a sentence of your own instead -->
<!-- end catalog -->

## Known limits

<!-- begin known limits -->
<!-- end known limits -->

## Options

None.

## When to turn it off

TODO

## Further reading

TODO
`;
