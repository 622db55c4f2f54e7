/** What other files of a file's program say, in the words of the catalog. */

import type { CodeFacts } from "../facts/code.ts";
import type { Elsewhere, FieldElsewhere, Module } from "../flow/elsewhere.ts";
import type { Field } from "../workspace/models.ts";
import { moduleAt } from "./other-files.ts";
import { programOf } from "./programs.ts";
import { scriptFile } from "./script-modules.ts";
import type { Settings } from "./settings.ts";

function described({ type, options }: Field): FieldElsewhere {
  const declaration = `odoo.fields.${type.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const isSanitized = type === "html" && options.sanitize === undefined && options.sanitize_overridable === undefined && options.partial !== true;
  return { declaration, isSanitized, model: options.comodel !== undefined && options.comodel !== "unknown" ? options.comodel : null };
}

/** The answers for one file; nothing is read before the first question. */
export function elsewhereOf(path: string, language: CodeFacts["language"], settings: Settings): Elsewhere {
  const at = (file: string | null): Module | null => (file === null || file === path ? null : moduleAt(file, settings));
  const program = () => programOf(path, settings);
  const engines = (files: readonly string[]) => files.flatMap((file) => at(file)?.engine ?? []);
  if (language === "javascript") {
    return { fieldOf: () => null, module: (name) => at(scriptFile(name, path)), withMethod: () => [], calling: () => [] };
  }
  return {
    fieldOf: (models, name) => {
      for (const model of models) {
        const field = program().fieldOf(model, name);
        if (field && field.type !== "unknown") return described(field);
      }
      return null;
    },
    module: (name) => at(program().pythonModule(name, path)),
    withMethod: (models, name) => engines(program().filesWithMethod(models, name)),
    calling: (name) => engines(program().filesCalling(name)),
  };
}
