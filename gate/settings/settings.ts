/** Severities that a rule can be set to. */
export type Severity = "off" | "warning" | "error";

/** The least severity that fails a run. */
export type FailOn = "error" | "warning" | "never";

/** A finding that is accepted until a day. It stays visible in every report. */
export interface Waiver {
  /** A rule that may be waived. */
  readonly rule: string;
  /** Terraform address of the finding's subject, as the report writes it; no patterns. */
  readonly address: string;
  /** Covers this cause alone. Default: every cause of the rule. */
  readonly cause?: string;
  /** Covers findings in this source alone, by its path as given. Default: every source. */
  readonly path?: string;
  readonly reason: string;
  /** The last day on which it holds: YYYY-MM-DD, UTC. */
  readonly until: string;
}

/** flowgate.json (schemas/settings.schema.json). What is not given is the presets', in `policies/presets/`. */
export interface Settings {
  /** A preset, or several, of which the strictest wins. Default `baseline`. */
  readonly preset?: string | readonly string[];
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
    /** Record fields that each flow log has to capture, as AWS writes them: `pkt-dstaddr`. Default none. */
    readonly requiredFields?: readonly string[];
  };
  readonly privilege?: {
    /** Each delivery role needs a permissions boundary. Default false. */
    readonly requireBoundary?: boolean;
  };
  readonly encryption?: {
    /** Each log group and bucket needs a customer-managed key. Default false. */
    readonly requireCustomerKey?: boolean;
  };
  readonly waivers?: readonly Waiver[];
}
