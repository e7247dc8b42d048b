import type { ParsedHcl } from "./hcl/read-hcl";

/** A text to judge, however it was come by. */
export interface Document {
  /** As the person gave it, with "/"; `-` is standard input. What stands in one folder and ends in `.tf` or `.tf.json` is one module. */
  readonly path: string;
  readonly text: string;
  /** What `readHcl` made of the text of a `.tf` or `.tfvars` document. */
  readonly hcl?: ParsedHcl;
  /** Found because a module of the input is called from there: read with what calls it, and never judged alone. */
  readonly isCalled?: true;
}

/** Why something could not be judged. A value, never an exception. */
export interface Fault {
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** One lower-case clause without full stop that stands alone. */
  readonly message: string;
  /** What to do, as an imperative. */
  readonly fix: string;
}
