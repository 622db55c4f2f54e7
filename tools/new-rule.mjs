/**
 * Begins a rule: its file, its test and its page, which fail until they are filled in.
 * `npm run new no-x -- --languages python,javascript,xml,csv`
 */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LANGUAGES, pageTemplate, ruleTemplate, testTemplate } from "./generate/new-rule.mjs";

const { positionals: [name = "", ...others], values } = parseArgs({ allowPositionals: true, options: { languages: { type: "string", default: "python,javascript" }, root: { type: "string", default: join(import.meta.dirname, "..") } } });
const languages = values.languages.split(",");
const unknown = languages.filter((one) => !LANGUAGES.includes(one));

const complaint =
  !/^(?:no|require|valid|prefer)-[a-z]+(?:-[a-z]+)*$/.test(name) || others.length > 0 ? "npm run new no-x -- --languages python,javascript    (no- what is wrong, require- what is missing, valid-, prefer-)"
  : unknown.length > 0 ? `there is no language ${unknown.join(", ")}; the languages are ${LANGUAGES.join(", ")}`
  : null;

if (complaint === null) begin();
else {
  console.error(complaint);
  process.exitCode = 2;
}

function begin() {
  const files = { [`src/rules/${name}.ts`]: ruleTemplate(name, languages), [`tests/rules/${name}.test.ts`]: testTemplate(name, languages), [`docs/rules/${name}.md`]: pageTemplate(name, languages) };
  const there = Object.keys(files).filter((path) => existsSync(join(values.root, path)));
  if (there.length > 0) {
    console.error(`${there.join(", ")}: there already`);
    process.exitCode = 2;
    return;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(values.root, path, ".."), { recursive: true });
    writeFileSync(join(values.root, path), text);
  }
  console.log(`${Object.keys(files).join("\n")}\n\nFill them in from the tests on; then \`npm run update\`, \`npm test\`, and \`npm run changeset\`. See docs/contributing-a-rule.md.`);
}
