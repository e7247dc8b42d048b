import type { Severity } from "./settings";

/** What settings must know of a rule. */
export interface KnownRule {
  readonly id: string;
  readonly severity: Severity;
  readonly waivable: boolean;
  /** By cause, what it means. */
  readonly causes: Readonly<Record<string, string>>;
  /** Of frameworks, each with its version. */
  readonly controls: readonly string[];
}

/** What settings must know of a preset. */
export interface KnownPreset {
  readonly name: string;
  /** What it asks beyond the baseline, as the policies call it: `minimum_days`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** By control id. */
  readonly controls: Readonly<Record<string, unknown>>;
}

/** What settings may name. */
export interface Known {
  readonly rules: readonly KnownRule[];
  readonly presets: readonly KnownPreset[];
  /** Fields that a record can have, as AWS writes them. */
  readonly recordFields: readonly string[];
}
