import type { Severity } from "./settings";

/** What settings must know of a rule. */
export interface KnownRule {
  readonly id: string;
  readonly severity: Severity;
  readonly waivable: boolean;
  /** By cause, what it means. */
  readonly causes: Readonly<Record<string, string>>;
}

/** What settings may name. */
export interface Known {
  readonly rules: readonly KnownRule[];
  /** Names of the presets. */
  readonly presets: readonly string[];
}
