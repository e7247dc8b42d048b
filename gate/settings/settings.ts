/** Severities that a rule can be set to. */
export type Severity = "off" | "warning" | "error";

/** The least severity that fails a run. */
export type FailOn = "error" | "warning" | "never";

/** flowgate.json (schemas/settings.schema.json). What is not given is the baseline's, in `policies/presets/`. */
export interface Settings {
  /** Undecided fails the run. Default false. */
  readonly strict?: boolean;
  /** Default `error`. */
  readonly failOn?: FailOn;
  /** Severity by rule id. */
  readonly rules?: Readonly<Record<string, Severity>>;
  readonly retention?: {
    /** Days. Default 30. */
    readonly minimumDays?: number;
    /** Days. Default: no maximum. */
    readonly maximumDays?: number;
  };
  readonly capture?: {
    /** Traffic types of which one must be captured. Default ALL alone. */
    readonly trafficTypes?: readonly ("ALL" | "ACCEPT" | "REJECT")[];
  };
}
