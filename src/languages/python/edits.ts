import type { CodeEdits } from "../../facts/edits.ts";
export class PythonEdits implements CodeEdits {
  constructor(_source: unknown, _view: (node: never) => unknown, _names?: unknown) {}
  template() { return null; }
  rewrite() { return null; }
  part() { return null; }
  written() { return { kind: "other" as const }; }
  bind() { return null; }
  source() { return ""; }
  joined() { return null; }
  uncast(node: object) { return node; }
  undoubled() { return null; }
  lastName() { return null; }
  list() { return ""; }
  importedAs() { return null; }
  isStable() { return false; }
}
