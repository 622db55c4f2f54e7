/** Lints trees without their own configuration, and keeps what a person needs to judge each finding. */

import { readFileSync } from "node:fs";
import { ESLint } from "eslint";
import plugin from "../../dist/index.js";
import { traceOf } from "../../dist/core/traces.js";

/**
 * @typedef {{ kind: "fix" | "suggestion", title: string, output: string, isBroken: boolean }} Repair `output` is the whole file, repaired
 * @typedef {{ file: string, line: number, column: number, endLine: number, endColumn: number, rule: string, messageId: string, message: string, trace: readonly any[], repairs: readonly Repair[] }} CorpusFinding
 * @typedef {{ file: string, line: number, message: string }} Trouble
 */

const BATCH = 64;

/** A file's text as ESLint sees it, on which its ranges count. */
export const textOf = (file) => readFileSync(file, "utf8").replace(/^\uFEFF/, "");

/**
 * What the rules find in files. Neither configurations nor comments of the trees have a say: they are foreign code.
 * @param {{ root: string, files: readonly string[], preset: string, rules: readonly string[], onProgress: (done: number) => void }} job
 */
export async function lintCorpus({ root, files, preset, rules, onProgress }) {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: configFor(preset, rules), allowInlineConfig: false, errorOnUnmatchedPattern: false, warnIgnored: false });
  const found = { findings: /** @type {CorpusFinding[]} */ ([]), unreadable: /** @type {Trouble[]} */ ([]), crashes: /** @type {Trouble[]} */ ([]) };
  for (let at = 0; at < files.length; at += BATCH) {
    const results = await lintBatch(eslint, files.slice(at, at + BATCH), found.crashes);
    for (const result of results) await keep(eslint, result, found);
    onProgress(Math.min(at + BATCH, files.length));
  }
  return found;
}

function configFor(preset, rules) {
  const isWanted = (rule) => rules.length === 0 || rules.includes(rule.replace("pitfalls/", ""));
  // As the command does it: which tables are data of an addon was decided when the files were listed.
  const filesOf = ({ language, files }) => (language === "pitfalls/csv" ? ["**/*.csv"] : files);
  return plugin.configs[preset].map((config) => ({ ...config, files: filesOf(config), rules: Object.fromEntries(Object.entries(config.rules ?? {}).filter(([rule]) => isWanted(rule))) }));
}

/** A file on which a rule throws costs no other file its findings. */
async function lintBatch(eslint, batch, crashes) {
  try {
    return await eslint.lintFiles(batch);
  } catch (error) {
    const [only, ...more] = batch;
    if (more.length === 0) {
      crashes.push(crashOf(error, only));
      return [];
    }
    const results = [];
    for (const file of batch) results.push(...(await lintBatch(eslint, [file], crashes)));
    return results;
  }
}

/** What a rule threw, with the line of the file it was at and the line of ours. */
function crashOf(/** @type {any} */ { message, stack }, file) {
  const [, ours = "outside of our code"] = /^\s+at .*?\/dist\/(\S+?)\)?$/m.exec(stack) ?? [];
  const line = Number(/^Occurred while linting .*:(\d+)$/m.exec(message)?.[1] ?? 1);
  return { file, line, message: `${message.split("\n")[0]} (${ours})` };
}

async function keep(eslint, result, { findings, unreadable, crashes }) {
  for (const message of result.messages) {
    const { line, column, ruleId } = message;
    if (message.fatal) unreadable.push({ file: result.filePath, line, message: message.message });
    if (!ruleId?.startsWith("pitfalls/")) continue;
    findings.push({
      file: result.filePath, line, column, endLine: message.endLine ?? line, endColumn: message.endColumn ?? column,
      rule: ruleId.replace("pitfalls/", ""), messageId: message.messageId ?? "", message: message.message,
      trace: traceOf(result.filePath, ruleId, line, column),
      repairs: await repairsOf(eslint, message, result.filePath, crashes),
    });
  }
}

/** Every repair of a message, carried out, and whether what comes out can still be read. */
async function repairsOf(eslint, message, file, crashes) {
  const written = [...(message.fix ? [{ kind: "fix", title: "", fix: message.fix }] : []), ...(message.suggestions ?? []).map(({ desc, fix }) => ({ kind: "suggestion", title: desc, fix }))];
  const text = textOf(file);
  const repairs = [];
  for (const { kind, title, fix } of written) {
    const output = text.slice(0, Math.max(0, fix.range[0])) + fix.text + text.slice(fix.range[1]);
    repairs.push({ kind, title, output, isBroken: await isBroken(eslint, output, file, crashes) });
  }
  return repairs;
}

async function isBroken(eslint, output, file, crashes) {
  try {
    const [result] = await eslint.lintText(output, { filePath: file });
    return (result?.fatalErrorCount ?? 0) > 0;
  } catch (error) {
    const crash = crashOf(error, file);
    crashes.push({ ...crash, message: `on its repaired text: ${crash.message}` });
    return false;
  }
}
