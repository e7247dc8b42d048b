import type { Settings } from "../../../gate/settings/settings";

/** Terraform's JSON: blocks by type and name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/**
 * Where a case is judged: as synthesized JSON, as HCL, as a plan made of either, as a plan after it was applied, and as
 * the state that is then there.
 */
export const SOURCES = ["synth", "hcl", "plan of JSON", "plan of HCL", "second plan", "state"] as const;
export type SourceName = (typeof SOURCES)[number];

/**
 * What stands around every case: the provider, one of another region, and one whose region the environment says.
 */
export const AROUND = {
  provider: { aws: [{ region: "eu-west-1" }, { alias: "far", region: "us-east-1" }, { alias: "untold" }] },
};

/** One configuration, and what every source has to find in it. */
export interface MatrixCase {
  /** Every resource, data source and local of it starts with the name and `_`. */
  readonly name: string;
  readonly terraform: {
    readonly resource?: Blocks;
    readonly data?: Blocks;
    /** Calls, of which no plan is made: what they make a plan holds. */
    readonly module?: Readonly<Record<string, object>>;
    readonly locals?: Readonly<Record<string, unknown>>;
  };
  /** Why it cannot be applied to moto, and so is in first plans alone. */
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

/** A module of which the case holds no call: what it gives is never known. */
export const UNTOLD = "${module.elsewhere.value}";

/** Findings once a value is known that no source before the apply shows. */
export function onceApplied(...findings: string[]): Exceptions {
  const exception = { findings, because: "the value is known once it is applied" };
  return { "second plan": exception, state: exception };
}

/** What a key without a policy has once it is made: AWS gives it one for the root of its account. */
export const DEFAULTED: Exceptions = onceApplied("key-policy-denies-logs other-principal");

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

/** Every rule about whom a role trusts, where its trust policy cannot be read. */
export const TRUST_UNREAD: readonly string[] = [
  "? trust-any-principal trust-unread",
  "? trust-condition-ineffective trust-unread",
  "? trust-confused-deputy trust-unread",
  "? trust-extra-principal trust-unread",
  "? trust-service-missing trust-unread",
];
