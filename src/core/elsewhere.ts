/** What other files say, in the words of the catalog. */

import type { Elsewhere } from "../facts/elsewhere.ts";
import type { Program } from "../workspace/program.ts";

/** The answers of a file's program; it is made when the first question comes. */
export function elsewhereOf(program: () => Program): Elsewhere {
  return {
    fieldOf: (models, name) => {
      for (const model of models) {
        const type = program().fieldOf(model, name)?.type ?? "unknown";
        if (type !== "unknown") return `odoo.fields.${type.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      }
      return null;
    },
  };
}
