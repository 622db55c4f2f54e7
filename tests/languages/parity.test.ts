/** The same idiom in Python and in JavaScript gives the same answer. */

import { describe, expect, it } from "vitest";
import { fileFrom, type Language } from "./code-of.ts";
import { printedFlow, printedValue } from "./printed.ts";

interface Idiom {
  readonly name: string;
  /** The last argument of the call `run(…)` is asked about. */
  readonly python: string;
  readonly javascript: string;
  readonly answer: string;
}

const IDIOMS: readonly Idiom[] = [
  { name: "text through a local", python: "q = 'a' + x\nrun(q)", javascript: "const q = 'a' + x; run(q)", answer: `text("a") hole(unknown(x))` },
  { name: "a template", python: "run(f'a{x}b')", javascript: "run(`a${x}b`)", answer: `text("a") hole(unknown(x)) text("b")` },
  { name: "text that grows", python: "q = 'a'\nq += 'b'\nrun(q)", javascript: "let q = 'a'; q += 'b'; run(q)", answer: `text("a") text("b")` },
  { name: "a branch appends", python: "q = 'a'\nif c:\n    q += x\nrun(q)", javascript: "let q = 'a'; if (c) q += x; run(q)", answer: `text("a") (hole(unknown(x)) | text(""))` },
  { name: "two branches write", python: "if c:\n    q = 'a'\nelse:\n    q = 'b'\nrun(q)", javascript: "let q; if (c) q = 'a'; else q = 'b'; run(q)", answer: `(text("a") | text("b"))` },
  { name: "a conditional expression", python: "run('a' if c else x)", javascript: "run(c ? 'a' : x)", answer: `one of (text("a") | unknown(x))` },
  { name: "a value or a constant", python: "run(x or 'a')", javascript: "run(x || 'a')", answer: `one of (text("a") | unknown(x))` },
  { name: "a loop appends", python: "q = 'a'\nfor x in xs:\n    q += x\nrun(q)", javascript: "let q = 'a'; for (const x of xs) q += x; run(q)", answer: `text("a") (hole(unknown(xs)) | text(""))` },
  { name: "a one-line helper", python: "def h(v):\n    return f'a{v}'\nrun(h(x))", javascript: "const h = (v) => `a${v}`; run(h(x))", answer: `text("a") hole(unknown(x))` },
  { name: "a helper with a default", python: "def h(v='b'):\n    return 'a' + v\nrun(h())", javascript: "function h(v = 'b') { return 'a' + v; } run(h())", answer: `text("a") text("b")` },
  { name: "a helper of a helper", python: "def g(v):\n    return '(' + v + ')'\ndef h(v):\n    return 'a' + g(v)\nrun(h(x))", javascript: "const g = (v) => '(' + v + ')'; const h = (v) => 'a' + g(v); run(h(x))", answer: `text("a") text("(") hole(unknown(x)) text(")")` },
  { name: "two ways out of a helper", python: "def h(v):\n    if v:\n        return 'a'\n    return 'b'\nrun(h(x))", javascript: "function h(v) { if (v) return 'a'; return 'b'; } run(h(x))", answer: `(text("a") | text("b"))` },
  { name: "a recursion ends", python: "def h(n):\n    return h(n) + 'a' if n else 'b'\nrun(h(x))", javascript: "const h = (n) => n ? h(n) + 'a' : 'b'; run(h(x))", answer: `(hole(harmless(h(n))) text("a") | text("b"))` },
  { name: "a constant of the module", python: "A = 'a'\ndef f():\n    run(A + 'b')", javascript: "const A = 'a'; function f() { run(A + 'b'); }", answer: `text("a") text("b")` },
  { name: "a list joined", python: "run(', '.join(['a', x]))", javascript: "run(['a', x].join(', '))", answer: `text("a") text(", ") hole(unknown(x))` },
  { name: "a list that grows", python: "p = ['a']\np.append(x)\nrun(' '.join(p))", javascript: "const p = ['a']; p.push(x); run(p.join(' '))", answer: `text("a") text(" ") hole(unknown(x))` },
  { name: "a list made of another", python: "run(','.join([k + '=?' for k in ks]))", javascript: "run(ks.map((k) => k + '=?').join(','))", answer: `(holes(unknown(ks)) text("=?") | text(""))` },
  { name: "an entry of a constant table", python: "T = {'a': 'b', 'c': 'd'}\nrun(T[x])", javascript: "const T = { a: 'b', c: 'd' }; run(T[x])", answer: `(text("b") | text("d"))` },
  { name: "a key of a table", python: "t = {'a': x, 'b': 'c'}\nrun(t['a'])", javascript: "const t = { a: x, b: 'c' }; run(t.a)", answer: `unknown(x)` },
  { name: "a table that grows", python: "t = {}\nt['a'] = x\nrun(t['a'])", javascript: "const t = {}; t.a = x; run(t.a)", answer: `unknown(x)` },
  { name: "a list taken apart", python: "a, b = ['c', x]\nrun(b)", javascript: "const [a, b] = ['c', x]; run(b)", answer: `unknown(x)` },
  { name: "text cast to a number", python: "run('a' + str(int(x)))", javascript: "run('a' + String(parseInt(x)))", answer: `text("a") hole(typed integer(x))` },
  { name: "a name outside a fixed list ends it", python: "def f(x):\n    if x not in ['a', 'b']:\n        return\n    run(x)", javascript: "function f(x) { if (!['a', 'b'].includes(x)) return; run(x); }", answer: `harmless(x)` },
  { name: "a check on one way only", python: "def f(x, c):\n    if c:\n        if x not in ['a', 'b']:\n            return\n    run(x)", javascript: "function f(x, c) { if (c) { if (!['a', 'b'].includes(x)) return; } run(x); }", answer: `one of (harmless(x) | unknown(x))` },
  { name: "a write ends what a check knew", python: "def f(x):\n    if x not in ['a', 'b']:\n        return\n    x = y\n    run(x)", javascript: "function f(x) { if (!['a', 'b'].includes(x)) return; x = y; run(x); }", answer: `unknown(y)` },
  { name: "equality picks the text", python: "def f(x):\n    if x == 'a' or x == 'b':\n        run(x)", javascript: "function f(x) { if (x === 'a' || x === 'b') run(x); }", answer: `(text("a") | text("b"))` },
  { name: "a handler that goes on", python: "def f(x):\n    try:\n        check(x)\n        q = 'a'\n    except E:\n        q = x\n    run(q)", javascript: "function f(x) { let q; try { check(x); q = 'a'; } catch (e) { q = x; } run(q); }", answer: `one of (text("a") | unknown(x))` },
  { name: "a loop over a fixed list", python: "for t in ['a', 'b']:\n    run(t)", javascript: "for (const t of ['a', 'b']) run(t)", answer: `(text("a") | text("b"))` },
  { name: "a closure over a local", python: "def f():\n    q = 'a'\n    def g():\n        run(q)\n    return g", javascript: "function f() { const q = 'a'; return () => run(q); }", answer: `text("a")` },
  { name: "a class's own constant", python: "class A:\n    Q = 'a'\n    def f(self):\n        run(self.Q)", javascript: "class A { Q = 'a'; f() { run(this.Q); } }", answer: `text("a")` },
  { name: "a method of the class", python: "class A:\n    def _q(self, v):\n        return 'a' + v\n    def f(self):\n        run(self._q(x))", javascript: "class A { #q(v) { return 'a' + v; } f() { run(this.#q(x)); } }", answer: `text("a") hole(unknown(x))` },
  { name: "a text replaced in a constant", python: "run('a:b'.replace(':b', x))", javascript: "run('a:b'.replace(':b', x))", answer: `text("a") hole(unknown(x))` },
  { name: "blanks and case", python: "run(' A '.strip().lower() + x.strip())", javascript: "run(' A '.trim().toLowerCase() + x.trim())", answer: `text(" A ") hole(unknown(x))` },
];

function answerOf(text: string, language: Language): string {
  const { code, engine } = fileFrom(`${text}\n`, language);
  const call = code.calls().find(({ name }) => name === "run");
  const view = call ? code.view(call.node) : null;
  const [argument] = view?.kind === "call" ? view.args : [];
  if (!argument) throw new Error("nothing is run");
  return printedValue(code, engine.valueOf(argument.node));
}

describe("values", () => {
  it.each(IDIOMS)("$name", ({ python, javascript, answer }) => {
    expect({ python: answerOf(python, "python"), javascript: answerOf(javascript, "javascript") }).toEqual({ python: answer, javascript: answer });
  });
});

const PROGRAMS = [
  { name: "if and else", python: "def f(a):\n    if a:\n        b()\n    else:\n        c()\n    d()", javascript: "function f(a) { if (a) b(); else c(); d(); }" },
  { name: "an early return", python: "def f(a):\n    if not a:\n        return\n    b(a)", javascript: "function f(a) { if (!a) return; b(a); }" },
  { name: "and, or", python: "def f(a, b):\n    if a and b or c:\n        d()", javascript: "function f(a, b) { if (a && b || c) d(); }" },
  { name: "while with break and continue", python: "def f(a):\n    while a:\n        if b():\n            break\n        if c():\n            continue\n        d()\n    e()", javascript: "function f(a) { while (a) { if (b()) break; if (c()) continue; d(); } e(); }" },
  { name: "for over a list", python: "def f(a):\n    for b in a:\n        c(b)\n    d()", javascript: "function f(a) { for (const b of a) c(b); d(); }" },
  { name: "try, except, finally", python: "def f():\n    try:\n        a()\n    except E:\n        b()\n    finally:\n        c()\n    d()", javascript: "function f() { try { a(); } catch { b(); } finally { c(); } d(); }" },
  { name: "a conditional expression", python: "def f(a):\n    b = c() if a else d()\n    e(b)", javascript: "function f(a) { const b = a ? c() : d(); e(b); }" },
  { name: "throw", python: "def f(a):\n    if a:\n        raise E()\n    b()", javascript: "function f(a) { if (a) throw E(); b(); }" },
];

function flowOf(text: string, language: Language): readonly string[] {
  const { code } = fileFrom(`${text}\n`, language);
  const fn = code.calls().map(({ node }) => code.functionOf(node)).find((one) => one?.name === "f");
  const end = fn ? code.exits(fn).at(-1) : undefined;
  if (!end) throw new Error("no way out of f");
  // `except E` looks E up, `catch` does not.
  return printedFlow(code, end.at);
}

describe("control flow, printed back from the end", () => {
  it.each(PROGRAMS)("$name", ({ python, javascript }) => {
    const printed = flowOf(python, "python");
    expect(flowOf(javascript, "javascript")).toEqual(printed);
    expect(printed.join("\n")).toContain("start f");
  });
});
