/** What other files may import from a file. */

import type { ImportedFrom } from "./flow.ts";
import type { CodeNode } from "./node.ts";

export type Exported =
  /** What a place of the module holds in the end. */
  | { readonly kind: "place"; readonly place: string }
  | { readonly kind: "node"; readonly node: CodeNode }
  /** What another file has, or (by its canonical path) a library; all of it where no name is taken. */
  | { readonly kind: "import"; readonly from: ImportedFrom; readonly path: string };

export interface ModuleFacts {
  /** Where the file has what others import under a name (`default` for what has none); nowhere when it has no such thing. */
  exported(name: string): readonly Exported[];
  /** The names that others may import. */
  exportedNames(): readonly string[];
  /** Modules of which it hands on all names. */
  handedOn(): readonly string[];
}
