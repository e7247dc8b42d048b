import type { Settings } from "../../../gate/settings/settings";

/** Terraform's JSON: blocks by type and name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/**
 * Where a case is judged: as synthesized JSON, as HCL, as a plan made of either, as a plan after it was applied, and as
 * the state that is then there.
 */
export const SOURCES = ["synth", "hcl", "plan of JSON", "plan of HCL", "second plan", "state"] as const;
export type SourceName = (typeof SOURCES)[number];

/** One configuration, and what every source has to find in it. */
export interface MatrixCase {
  /** Every resource, data source and local of it starts with the name and `_`. */
  readonly name: string;
  readonly terraform: {
    readonly resource?: Blocks;
    readonly data?: Blocks;
    readonly locals?: Readonly<Record<string, unknown>>;
  };
  /** Why it cannot be applied to moto, and so is in no plan that is kept. */
  readonly unapplied?: string;
  /** What it is judged by; default: the baseline. */
  readonly settings?: Settings;
  /** `RULE CAUSE` of each finding, with a question mark before what is undecided; in the order of the alphabet. */
  readonly findings: readonly string[];
  /** What a source finds that cannot show it, or that shows more. */
  readonly except?: Exceptions;
}

export type Exceptions = Readonly<Partial<Record<SourceName, Exception>>>;

export interface Exception {
  readonly findings: readonly string[];
  readonly because: string;
}

/** Findings once a value is known that no source before the apply shows. */
export function onceApplied(...findings: string[]): Exceptions {
  const exception = { findings, because: "the value is known once it is applied" };
  return { "second plan": exception, state: exception };
}

/** What a plan of HCL leaves open: it holds the references of an expression, and neither text nor functions around them. */
export function notInPlansOfHcl(...findings: string[]): Exceptions {
  return { "plan of HCL": { findings, because: "a first plan of HCL shows no text around references" } };
}

/** Every rule about what a role may do, where its policy cannot be read. */
export const GRANT_UNREAD: readonly string[] = [
  "? delivery-not-granted policy-unread",
  "? privilege-create-log-group policy-unread",
  "? privilege-excess-action policy-unread",
  "? privilege-extra-policy policy-unread",
  "? privilege-negated-element policy-unread",
  "? privilege-pass-role policy-unread",
  "? privilege-wildcard-action policy-unread",
  "? privilege-wildcard-resource policy-unread",
];
