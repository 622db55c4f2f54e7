/** CSV through ESLint itself: selectors, reports, fixes, rules of other languages. */

import { Linter, RuleTester, type Rule } from "eslint";
import js from "@eslint/js";
import { describe, expect, it } from "vitest";
import type { CSVCell, CSVNode } from "../../../src/languages/csv/ast.ts";
import { cellEdit } from "../../../src/languages/csv/edits.ts";
import { CSVLanguage } from "../../../src/languages/csv/language.ts";

const UNLINK = 'CSVRow > CSVCell[name="perm_unlink"][value="1"]';
// ESLint types a rule's nodes as JavaScript's.
const noUnlink: Rule.RuleModule = {
  meta: { fixable: "code", schema: [] },
  create: (context) => ({
    [UNLINK]: (node: object) => {
      const cell = node as CSVCell;
      const edit = cellEdit(cell, "0");
      context.report({ loc: cell.loc, message: "unlink", fix: (fixer) => fixer.replaceTextRange([...edit.range], edit.text) });
    },
  }),
};
/** Writes down each node when it is entered, and when it is left. */
const walk = (seen: string[]): Rule.RuleModule => ({
  create: (context) => ({
    "*": (node: object) => { seen.push(`${(node as CSVNode).type} ${context.sourceCode.getText(node as never)}`); },
    "*:exit": (node: object) => { seen.push(`/${(node as CSVNode).type}`); },
  }),
});

const plugin = { languages: { csv: new CSVLanguage() }, rules: { "no-unlink": noUnlink } };
const linter = new Linter({ configType: "flat" });
const configured = (rules: Linter.RulesRecord): Linter.Config[] => [{ files: ["**/*.csv"], plugins: { case: plugin }, language: "case/csv", languageOptions: { ecmaVersion: 2022 }, rules }];
const lint = (text: string, rules: Linter.RulesRecord) => linter.verify(text, configured(rules), { filename: "security/ir.model.access.csv" });

const ACCESS = 'id,perm_unlink\r\naccess_a,1\r\n"access_b","1"\r\naccess_c,0\r\n';

describe("a rule", () => {
  it("selects cells by their column and value", () => {
    expect(lint(ACCESS, { "case/no-unlink": "error" }).map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn])).toEqual([[2, 10, 2, 11], [3, 12, 3, 15]]);
  });

  it("fixes cells in their style, behind a byte order mark too", () => {
    const { output } = linter.verifyAndFix(`\uFEFF${ACCESS}`, configured({ "case/no-unlink": "error" }), { filename: "case.csv" });
    expect(output).toBe('\uFEFFid,perm_unlink\r\naccess_a,0\r\n"access_b","0"\r\naccess_c,0\r\n');
  });

  it("sees every node, on the way in and out", () => {
    const seen: string[] = [];
    linter.verify("id\na\n", [...configured({}), { plugins: { walk: { rules: { it: walk(seen) } } }, rules: { "walk/it": "error" } }], { filename: "case.csv" });
    expect(seen).toEqual(["CSVDocument id\na\n", "CSVHeader id", "CSVCell id", "/CSVCell", "/CSVHeader", "CSVRow a", "CSVCell a", "/CSVCell", "/CSVRow", "/CSVDocument"]);
  });

  it("meets no file that is no table", () => {
    expect(lint('id,name\na,"b\n', { "case/no-unlink": "error" }).map(({ fatal, line, column, message }) => ({ fatal, line, column, message }))).toEqual([
      { fatal: true, line: 2, column: 3, message: "Parsing error: the quote that opens here is never closed" },
    ]);
  });

  it("may be one of JavaScript's that is set for every file", () => {
    expect(lint(`${ACCESS}# eslint-disable,\n`, js.configs.recommended.rules)).toEqual([]);
  });
});

new RuleTester({ plugins: { case: plugin }, language: "case/csv" }).run("no-unlink", noUnlink, {
  valid: ["", "id,perm_unlink\na,0"],
  invalid: [{ code: "id,perm_unlink\na,1", output: "id,perm_unlink\na,0", errors: [{ message: "unlink", line: 2, column: 3, endLine: 2, endColumn: 4 }] }],
});
