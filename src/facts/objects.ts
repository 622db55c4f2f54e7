/** What a file says of the objects that it writes out. */

import type { CodeNode } from "./node.ts";
import type { TypeFact } from "./view.ts";

export interface WrittenObject {
  readonly node: CodeNode;
  /** What its variable's annotation, a cast, or the function that returns it says that it is. */
  readonly type: () => TypeFact | null;
}
