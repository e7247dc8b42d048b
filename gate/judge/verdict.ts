import type { Ref } from "../model/model";
import type { Waiver } from "../settings/settings";

/** What one rule's entrypoint (`flowgate/rules/<id with _>/verdict`) answers. Words and severity come from its METADATA. */
export interface RuleVerdict {
  readonly rule: string;
  readonly severity: "error" | "warning" | "off";
  readonly waivable: boolean;
  /** How many subjects were judged. */
  readonly judged: number;
  /** Failures and undecided subjects only. */
  readonly findings: readonly RuleFinding[];
}

export interface RuleFinding extends Ref {
  readonly verdict: "fail" | "undecided";
  /** A stable word of the rule's `custom.causes`. */
  readonly cause: string;
  /** First the one where the fix goes; then the other parties, the flow logs among them. */
  readonly related: readonly Ref[];
  readonly message: string;
  readonly fix: string;
  /** The offending fragment, and the half-open range of it that is wrong (UTF-16 code units). */
  readonly evidence?: { readonly text: string; readonly start: number; readonly end: number };
  /** Which link of the delivery path the failure breaks, where that hangs on more than the rule. */
  readonly breaks?: "role" | "policy" | "trust" | "destination";
  /** A corrected policy document, equal to what `FlowLogs` emits. */
  readonly corrected?: unknown;
}

/** A finding with what the settings make of it. */
export interface SettledFinding extends Omit<RuleFinding, "source"> {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Absent where a waiver of the settings file is found wanting. */
  readonly source?: number;
  /** Of a waiver: where it stands. */
  readonly location?: { readonly path: string; readonly line: number; readonly column?: number };
  /** An earlier report has it: it does not fail. */
  readonly known?: true;
  /** What excuses it. */
  readonly waiver?: { readonly reason: string; readonly until: string; readonly days_left: number };
}

/** What `flowgate/settled` is asked. */
export interface Unsettled {
  readonly version: 1;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly sources: readonly { readonly path: string }[];
  /** Those in code have a source, those of the settings file may have a path. */
  readonly waivers: readonly (Waiver & {
    readonly source?: number;
    readonly location?: SettledFinding["location"];
  })[];
  readonly verdicts: readonly RuleVerdict[];
  /** What an earlier report found. */
  readonly known: readonly KnownFinding[];
}

/** What makes a finding the same as one of an earlier report: what the fingerprint is made of. */
export interface KnownFinding {
  readonly rule: string;
  readonly cause: string;
  /** Path of its source; "" for a waiver of the settings file. */
  readonly path: string;
  readonly address: string;
  /** Address of the first related resource; null without any. */
  readonly related: string | null;
}

/** What `flowgate/settled` answers on `Unsettled` and `data.flowgate_settings`. */
export interface Settled {
  readonly verdict: "pass" | "fail" | "undecided";
  readonly exit_code: 0 | 1;
  readonly rules: readonly {
    readonly id: string;
    readonly pass: number;
    readonly fail: number;
    readonly undecided: number;
    readonly known: number;
    readonly waived: number;
  }[];
  readonly findings: readonly SettledFinding[];
}
