/** Helpers, constants, methods and callers that lie in other files of the program. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import { afterEach, describe, expect, it } from "vitest";
import pitfalls from "../../../src/index.ts";

const folders: string[] = [];
const linter = new Linter({ configType: "flat", cwd: "/" });

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What is found in the first of these files, as `line messageId`. */
function found(files: Readonly<Record<string, string>>, preset: "recommended" | "strict" = "recommended"): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "pitfalls-files-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [first = "", text = ""] = Object.entries(files)[0] ?? [];
  return linter.verify(text, pitfalls.configs[preset], { filename: join(folder, first) }).map(({ line, messageId, message, fatal }) => (fatal ? message : `${line} ${messageId}`));
}

const MANIFEST = `{"name": "Shelf", "version": "16.0.1.0.0", "depends": ["base"], "data": []}\n`;

describe("an addon", () => {
  const query = `from odoo import models\nfrom ..tools.queries import by_title, TABLE\nfrom ..tools import queries\n\n\nclass Book(models.Model):\n    _name = "shelf.book"\n\n    def find(self, title):\n        self.env.cr.execute(by_title(title))\n        self.env.cr.execute(queries.by_title(title))\n        self.env.cr.execute("SELECT id FROM " + TABLE)\n        self.env.cr.execute(queries.by_title("x"))\n`;
  const tools = `TABLE = "shelf_book"\n\n\ndef by_title(title):\n    return "SELECT id FROM %s WHERE title = '%s'" % (TABLE, title)\n`;

  it("follows functions and constants of modules that are imported by relative path", () => {
    expect(found({ "shelf/models/book.py": query, "shelf/tools/queries.py": tools, "shelf/tools/__init__.py": "", "shelf/__manifest__.py": MANIFEST })).toEqual(["10 foreign", "11 foreign"]);
  });

  it("follows names of the framework's namespace to the addon beside it", () => {
    const book = `from odoo.addons.tools_addon.queries import by_title\n\n\ndef find(cr, title):\n    cr.execute(by_title(title))\n`;
    expect(found({
      "shelf/book.py": book, "shelf/__manifest__.py": `{"name": "Shelf", "version": "16.0.1.0.0", "depends": ["tools_addon"]}\n`,
      "tools_addon/queries.py": tools, "tools_addon/__manifest__.py": MANIFEST,
    })).toEqual(["5 unknown"]);
  });

  it("follows methods that other classes give to the model", () => {
    const book = `from odoo import models\n\n\nclass Book(models.Model):\n    _inherit = "shelf.book"\n\n    def find(self, title):\n        self.env.cr.execute("SELECT id FROM shelf_book" + self._where(title))\n        self.env.cr.execute("SELECT id FROM shelf_book" + self._order())\n`;
    const base = `from odoo import models\n\n\nclass Book(models.Model):\n    _name = "shelf.book"\n\n    def _where(self, title):\n        return " WHERE title = '%s'" % title\n\n    def _order(self):\n        return " ORDER BY title"\n`;
    expect(found({ "shelf/models/book.py": book, "shelf/models/base.py": base, "shelf/__manifest__.py": MANIFEST })).toEqual(["8 foreign"]);
  });

  it("asks the callers in other files what they pass to a private method", () => {
    const count = `from odoo import models\n\n\nclass Book(models.Model):\n    _name = "shelf.book"\n\n    def _count(self, table):\n        self.env.cr.execute("SELECT count(*) FROM " + table)\n`;
    const caller = (argument: string) => `from odoo import models\n\n\nclass Shelf(models.Model):\n    _name = "shelf.shelf"\n\n    def count(self, name):\n        self.env["shelf.book"]._count(${argument})\n`;
    expect(found({ "shelf/models/book.py": count, "shelf/models/shelf.py": caller(`"shelf_book"`), "shelf/__manifest__.py": MANIFEST }, "strict")).toEqual([]);
    expect(found({ "shelf/models/book.py": count, "shelf/models/shelf.py": caller("name"), "shelf/__manifest__.py": MANIFEST })).toEqual(["8 foreign"]);
  });

  it("knows the framework's own fields by the addon's series", () => {
    const partner = `from odoo import models\n\n\nclass Partner(models.Model):\n    _inherit = "res.partner"\n\n    def _same(self):\n        self.env.cr.execute("SELECT id FROM res_partner WHERE color = %s" % self.color)\n        self.env.cr.execute("SELECT id FROM res_partner WHERE name = '%s'" % self.name)\n`;
    expect(found({ "shelf/models/partner.py": partner, "shelf/__manifest__.py": MANIFEST })).toEqual(["9 foreign"]);
  });

  it("ends where files import each other", () => {
    const one = `from .b import B\n\nA = B\n\n\ndef find(cr):\n    cr.execute("SELECT id FROM " + A)\n`;
    expect(found({ "shelf/a.py": one, "shelf/b.py": `from .a import A\n\nB = A\n`, "shelf/__manifest__.py": MANIFEST })).toEqual([]);
  });

  it("knows helpers of another file that hand their text on", () => {
    const helpers = `def rows(cr, text, params=None):\n    cr.execute(text, params)\n    return cr.fetchall()\n`;
    const text = `from .helpers import rows\n\n\ndef find(cr, title):\n    rows(cr, "SELECT id FROM book WHERE title = '%s'" % title)\n    rows(cr, "SELECT id FROM book WHERE title = %s", (title,))\n`;
    expect(found({ "shelf/a.py": text, "shelf/helpers.py": helpers, "shelf/__init__.py": "", "shelf/__manifest__.py": MANIFEST })).toEqual(["5 unknown"]);
  });

  it("is not stopped by a file that cannot be read", () => {
    expect(found({ "shelf/models/book.py": query, "shelf/tools/queries.py": "def (:\n", "shelf/tools/__init__.py": "", "shelf/__manifest__.py": MANIFEST })).toEqual(["12 unknown"]);
  });
});

describe("a project of scripts", () => {
  const HEAD = `import { Pool } from "pg";\n`;
  const tables = `export const BOOKS = "library.book";\nexport const open = () => BOOKS + " WHERE open";\nexport function byTitle(title) {\n  return "SELECT id FROM " + BOOKS + " WHERE title = '" + title + "'";\n}\nexport default BOOKS;\n`;

  it("follows constants and functions by relative path, renamed, as a whole, by default", () => {
    const text = `${HEAD}import { BOOKS as TABLE, byTitle, open } from "./tables.js";\nimport * as all from "./tables.js";\nimport books from "./tables.js";\nconst pool = new Pool();\nexport const f = (title) => {\n  pool.query("SELECT id FROM " + TABLE);\n  pool.query("SELECT id FROM " + open());\n  pool.query("SELECT id FROM " + all.BOOKS);\n  pool.query("SELECT id FROM " + books);\n  pool.query(byTitle("x"));\n  pool.query(byTitle(title));\n};\n`;
    expect(found({ "src/find.js": text, "src/tables.js": tables })).toEqual(["12 unknown"]);
  });

  it("follows what a module hands on, and require()", () => {
    const text = `const { Pool } = require("pg");\nconst { BOOKS } = require("./index.js");\nconst pool = new Pool();\nexports.f = () => pool.query("SELECT id FROM " + BOOKS);\n`;
    expect(found({ "src/find.js": text, "src/index.js": `export * from "./tables.js";\n`, "src/tables.js": tables })).toEqual([]);
    expect(found({ "src/find.cjs": text, "src/index.js": `module.exports = { BOOKS: "book" };\n` })).toEqual([]);
  });

  it("follows the paths of a tsconfig, and .js to its .ts", () => {
    const text = `${HEAD}import { BOOKS } from "@/tables";\nimport { open } from "./tables.js";\nconst pool = new Pool();\nexport const f = () => pool.query("SELECT id FROM " + BOOKS + open());\n`;
    expect(found({ "src/find.ts": text, "src/tables.ts": tables, "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n` })).toEqual([]);
  });

  it("knows a pool of another file, and functions of it that hand their text on", () => {
    const database = `${HEAD}export const pool = new Pool();\nexport const rowsOf = (text, values) => pool.query(text, values);\nexport const counted = (text) => rowsOf("SELECT count(*) FROM book");\n`;
    const text = `import { counted, pool, rowsOf } from "./database.js";\nexport const f = (title) => [\n  pool.query("SELECT id FROM book WHERE title = '" + title + "'"),\n  rowsOf("SELECT id FROM book WHERE title = '" + title + "'"),\n  rowsOf("SELECT id FROM book WHERE title = $1", [title]),\n  counted("SELECT id FROM book WHERE title = '" + title + "'"),\n];\n`;
    expect(found({ "src/find.js": text, "src/database.js": database })).toEqual(["3 unknown", "4 unknown"]);
  });

  it("believes checks that lie in another file", () => {
    const checks = `const COLUMNS = ["title", "author"];\nexport const isColumn = (name) => COLUMNS.includes(name);\nexport function assertColumn(name) {\n  if (!isColumn(name)) throw new Error(name);\n}\nexport function assertText(name) {\n  if (typeof name !== "string") throw new Error(name);\n}\n`;
    const text = (check: string) => `${HEAD}import { assertColumn, assertText, isColumn } from "./checks.js";\nconst pool = new Pool();\nexport function f(name) {\n  ${check}\n  pool.query("SELECT " + name + " FROM book");\n}\n`;
    expect(found({ "src/find.js": text("assertColumn(name);"), "src/checks.js": checks }, "strict")).toEqual([]);
    expect(found({ "src/find.js": text("if (!isColumn(name)) return;"), "src/checks.js": checks }, "strict")).toEqual([]);
    expect(found({ "src/find.js": text("assertText(name);"), "src/checks.js": checks })).toEqual(["6 unknown"]);
    expect(found({ "src/find.js": text("isColumn(name);"), "src/checks.js": checks })).toEqual(["6 unknown"]);
  });

  it("says of a name that the other file has not that it is unknown", () => {
    const text = `${HEAD}import { NOTHING } from "./tables.js";\nconst pool = new Pool();\nexport const f = () => pool.query("SELECT id FROM " + NOTHING);\n`;
    expect(found({ "src/find.js": text, "src/tables.js": tables })).toEqual(["4 unknown"]);
  });
});
