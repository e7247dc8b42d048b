import type { Ref } from "../model/model";

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
  /** A corrected policy document, equal to what `FlowLogs` emits. */
  readonly corrected?: unknown;
}

/** What `flowgate/settled` answers on `{ version: 1, verdicts }` and `data.flowgate_settings`. */
export interface Settled {
  readonly verdict: "pass" | "fail" | "undecided";
  readonly exit_code: 0 | 1;
  readonly rules: readonly {
    readonly id: string;
    readonly pass: number;
    readonly fail: number;
    readonly undecided: number;
    readonly waived: number;
  }[];
  readonly findings: readonly (RuleFinding & {
    readonly rule: string;
    readonly severity: "error" | "warning";
  })[];
}
