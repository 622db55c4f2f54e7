/** The built command, run on files that a test writes. */

import { execFile, fork, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, vi } from "vitest";

// A process of its own loads ESLint and the parsers anew; a busy machine needs its time.
vi.setConfig({ testTimeout: 90_000 });

const ROOT = join(import.meta.dirname, "../..");
export const COMMAND = join(ROOT, "dist/cli/bin.js");
const PLUGIN = pathToFileURL(join(ROOT, "dist/index.js")).href;

/** One finding each, no-sql-concat: line 2 of Python, line 4 of the others. */
export const PYTHON = `def find(self, label):\n    self.env.cr.execute("SELECT id FROM gym_locker WHERE label = '%s'" % label)\n`;
export const TYPESCRIPT = `import { Pool } from "pg";\n\nconst pool = new Pool();\nexport const find = (label: string) => pool.query(\`SELECT id FROM locker WHERE label = '\${label}'\`);\n`;
export const JAVASCRIPT = TYPESCRIPT.replace(": string", "");

/** One finding each, no-open-access-right: line 2 of CSV, line 3 of XML. */
export const RIGHTS = `id,name,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink\naccess_locker,locker,model_gym_locker,,1,1,1,1\n`;
export const RECORD = `<?xml version="1.0" encoding="utf-8"?>\n<odoo>\n    <record id="access_locker_xml" model="ir.model.access">\n        <field name="name">locker</field>\n        <field name="model_id" ref="model_gym_locker"/>\n        <field name="perm_write" eval="1"/>\n    </record>\n</odoo>\n`;

/** A manifest that loads these files. */
export const manifestWith = (...data: readonly string[]): string => `{"name": "Gym", "version": "16.0.1.0.0", "depends": ["base"], "data": ${JSON.stringify(data)}}\n`;

/** An `eslint.config.mjs` of these entries; \`pitfalls\` is the plugin. */
export const configOf = (entries: string): string => `import pitfalls from ${JSON.stringify(PLUGIN)};\nexport default [${entries}];\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Place extends Disposable {
  readonly path: string;
  readonly at: (...parts: string[]) => string;
  readonly write: (files: Files) => void;
}

/** A new folder with these files, which goes away with its block. */
export function placeWith(files: Files): Place {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "pitfalls-cli-")));
  const at = (...parts: string[]) => join(path, ...parts);
  const place: Place = {
    path, at,
    write: (more) => {
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(dirname(at(name)), { recursive: true });
        writeFileSync(at(name), content);
      }
    },
    [Symbol.dispose]: () => { rmSync(path, { recursive: true, force: true }); },
  };
  // Another user may have to look into it.
  chmodSync(path, 0o755);
  place.write(files);
  return place;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Around {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** `node dist/cli/bin.js` as people run it, in a process of its own. */
export const command = (args: readonly string[], { cwd = tmpdir(), env, uid }: Around = {}): Promise<Run> => new Promise((done) => {
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = execFile(process.execPath, [COMMAND, ...args], { cwd, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: "0", ...env }, ...user }, (_, stdout, stderr) => {
    done({ status: child.exitCode, stdout, stderr });
  });
});

let session: ChildProcess | null = null;
let asked = 0;
afterAll(() => { session?.kill(); });

/** The same without the second that each process takes to load; all that is in `bin.ts` is left out. */
export const pitfalls = (args: readonly string[], { cwd = tmpdir() }: Pick<Around, "cwd"> = {}): Promise<Run> => new Promise((done, fail) => {
  const id = (asked += 1);
  const child = (session ??= fork(join(import.meta.dirname, "session.mjs")));
  const hear = (answer: Run & { readonly id: number }) => {
    if (answer.id !== id) return;
    child.off("message", hear).off("exit", fail);
    done({ status: answer.status, stdout: answer.stdout, stderr: answer.stderr });
  };
  child.on("message", hear).once("exit", fail);
  child.send({ id, argv: args, cwd });
});

export interface Result {
  readonly filePath: string;
  readonly output?: string;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly fatalErrorCount: number;
  readonly messages: readonly { readonly ruleId: string | null; readonly severity: number; readonly line: number; readonly column: number; readonly message: string; readonly fatal?: boolean }[];
}

export const resultsOf = ({ stdout }: Run): readonly Result[] => JSON.parse(stdout) as readonly Result[];

/** The findings of a run in JSON, `path:line:column rule`; a file that cannot be read shows its message in place of the rule. */
export const findingsOf = (run: Run, { path }: Place): readonly string[] =>
  resultsOf(run).flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, column, message }) => `${filePath.slice(path.length + 1)}:${line}:${column} ${ruleId ?? message}`));

/** The lines of an output that speak of a file. */
export const linesAbout = (output: string, name: string): readonly string[] => output.split("\n").filter((line) => line.includes(name));
