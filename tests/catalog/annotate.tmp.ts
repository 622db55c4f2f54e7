import { it } from "vitest";
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import { frameworks } from "/work/main/src/catalog/index.ts";
import { foundIn } from "/work/main/tests/catalog/found.ts";
import { allNames, without } from "/work/main/tests/catalog/rows.ts";

const FOLDER = "/work/main/tests/catalog/specimens/";
const FILES: any = { py: "models/case.py", js: "src/case.js", ts: "src/case.ts" };
const target = process.env.SPEC!;
const names = allNames(frameworks);
const key = (n: any) => `${n.language} (${n.family}) ${n.path}`;
const COMMENT = / *(?:\/\/|#) (?:silent|(?:strict )?(?:foreign|unknown|typed|requoted|whole|fragment|quotedPlaceholder)\b[^←]*?)(?: ← (.*))?$/;
const short = (n: any) => names.filter((o) => o.language === n.language && o.path === n.path).length > 1 ? `(${n.family}) ${n.path}` : n.path;

it("annotates", () => {
  const seen = new Set<string>();
  for (const file of readdirSync(FOLDER).filter((f) => f.endsWith(".md") && f !== target)) {
    let lang = "";
    for (const line of readFileSync(FOLDER + file, "utf8").split("\n")) {
      const f = /^```(py|js|ts)?/.exec(line); if (f) lang = f[1] === "py" ? "python" : "javascript";
      const m = COMMENT.exec(line); if (m?.[1]) for (const p of m[1].split(", ")) { const [, fam, path = p] = /^\((\w+)\) (.*)$/.exec(p) ?? []; for (const n of names) if (n.language === lang && n.path === path && (!fam || fam === n.family)) seen.add(key(n)); }
    }
  }
  const page = readFileSync(FOLDER + target, "utf8");
  const out = page.replace(/^```(py|js|ts)\n([^]*?)^```$/gm, (_, kind, body) => {
    const mark = kind === "py" ? "#" : "//";
    const wanted = new Set<number>(); let at = 0;
    for (const l of body.split("\n")) { if (/^\s*(?:\/\/|#) +→/.test(l)) wanted.add(at); else at += 1; }
    const clean = body.split("\n").filter((l: string) => !/^\s*(?:\/\/|#) +→/.test(l)).map((l: string) => l.replace(COMMENT, "").replace(/\s+$/, ""));
    const code = clean.join("\n");
    const language = kind === "py" ? "python" : "javascript";
    const make = () => ({ name: target, language, file: FILES[kind], code, expectations: [] }) as any;
    const spec = make();
    const sig = (all: any) => { const by = new Map<number, string>(); const words = new Map<number, any>(); for (const preset of ["recommended", "strict"] as const) for (const f of foundIn(spec, all, preset)) { by.set(f.line, (by.get(f.line) ?? "") + preset + f.words + f.repaired); const w = words.get(f.line) ?? { recommended: [], strict: [], repaired: null }; w[preset].push(f.words); w.repaired ??= f.repaired; words.set(f.line, w); } return { by, words }; };
    const base = sig(frameworks);
    const live = new Map<number, any[]>();
    for (const n of names) {
      if (n.language !== language) continue;
      const ids = n.path.match(/[A-Za-z_$][\w$]*/g) ?? [];
      const last = ids.at(-1) ?? "";
      if (!/\*|\[\]|^name:|\(#|\?tag/.test(n.path) && n.family !== "assumed" && n.family !== "entry" && !code.includes(last)) continue;
      const other = sig(without(frameworks, n));
      for (const line of new Set([...base.by.keys(), ...other.by.keys()])) if (base.by.get(line) !== other.by.get(line)) live.set(line, [...(live.get(line) ?? []), n]);
    }
    const lines: string[] = [];
    clean.forEach((text: string, i: number) => {
      const line = i + 1;
      const w = base.words.get(line);
      const mine = (live.get(line) ?? []).filter((n) => !seen.has(key(n)));
      for (const n of mine) seen.add(key(n));
      if (!w && mine.length === 0) { lines.push(text); return; }
      const [r, s] = [w?.recommended.join(" + ") ?? "", w?.strict.join(" + ") ?? ""];
      const outcome = r === s ? (r === "" ? "silent" : r) : r === "" ? (s.startsWith("typed") ? s : `strict ${s}`) : `${r}, strict ${s}`;
      lines.push(`${text} ${kind === "py" ? " " : ""}${mark} ${outcome}${mine.length ? ` ← ${mine.map(short).join(", ")}` : ""}`);
      if (w?.repaired && (mine.some((n) => n.family === "sink" || n.family === "assumed") || wanted.has(line))) lines.push(`${/^\s*/.exec(text)![0]}${mark}${kind === "py" ? "" : " "} → ${w.repaired.trim()}`.replace("# →", "# →").replace("//  →", "// →"));
    });
    return "```" + kind + "\n" + lines.join("\n") + "```";
  });
  writeFileSync(FOLDER + target, out);
  // what is left of the frameworks touched
  const left = names.filter((n) => !seen.has(key(n)));
  const by = new Map<string, string[]>();
  for (const n of left) by.set(`${n.language} ${n.framework}`, [...(by.get(`${n.language} ${n.framework}`) ?? []), `(${n.family}) ${n.path}`]);
  const want = process.env.LEFT ? new RegExp(process.env.LEFT, "i") : null;
  for (const [f, l] of by) if (want?.test(f)) console.log(f, l.length, "left:\n   " + l.join("\n   "));
  console.log([...by].map(([f, l]) => `${f}: ${l.length}`).join("; "));
});
