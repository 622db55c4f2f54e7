/** What a new rule begins with: texts that compile, and fail until someone has thought. */

const FENCES = { python: "py", javascript: "ts" };
const TITLES = { python: "Python", javascript: "JavaScript and TypeScript" };
const COMMENTS = { python: "#", javascript: "//" };

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
  *check() {
    // Ask the engine and the catalog; yield what you find.
  },
});
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
${languages.map((one) => `  it("${TITLES[one]}: TODO, the smallest code that shows the point; the name says why", () => {
    expect(linesOf("${COMMENTS[one]} TODO\\n", "src/example.${FENCES[one]}")).toEqual([1]);
  });
`).join("\n")}});
`;

export const pageTemplate = (name, languages) => `# ${name}

<!-- end auto-generated rule header -->

TODO: what can go wrong, in two or three sentences.

## What it reports

${languages.map((one) => `### ${TITLES[one]}

\`\`\`${FENCES[one]} incorrect
${COMMENTS[one]} TODO
\`\`\`

\`\`\`${FENCES[one]} correct
${COMMENTS[one]} TODO
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
