/**
 * The part of the model that IAM wrote: policy documents made regular, and what they cover. See model.ts for the
 * rules that hold for all of it.
 */

export interface PolicyText {
  /** `readable`: `document` is set. `absent`: not given. Else it cannot be read, and `reason` says why. */
  state: "readable" | "absent" | "opaque";
  /** "", or: `reference` (comes from something unresolved), `expression` (a function call), `not-json`, `not-a-policy` (JSON of another shape), `wrong-type`. */
  reason: "" | "reference" | "expression" | "not-json" | "not-a-policy" | "wrong-type";
  /** One clause that says what could not be read; "" when readable. */
  detail: string;
  /** Into `documents`; -1 unless readable. */
  document: number;
}

/** What the Resource and NotResource elements of a statement say, as written, references and all. */
export interface WrittenResources {
  resources: string[];
  not_resources: string[];
}

/**
 * A policy document made regular, without its resources: those stand in `Policy.resources`, so that the policies of a
 * fleet, which differ in nothing else, share one document. Equal documents are shared.
 */
export interface PolicyDocument {
  statements: Statement[];
}

export interface Statement {
  sid: string;
  effect: "Allow" | "Deny";
  /** Lower-case, as IAM compares them. */
  actions: string[];
  not_actions: string[];
  /** Parallel to the one of them that is given: in the author's spelling, for messages. */
  actions_given: string[];
  /**
   * Which of the actions that the use of the policy asks for (log delivery, `sts:assumerole`, `s3:putobject`, ...) the
   * Action or NotAction element matches; lower-case.
   */
  covers: string[];
  principals: Principal[];
  not_principals: Principal[];
  conditions: Condition[];
  /** Elements of which a part is not known; the lists above then hold what is. */
  unknown: ("action" | "resource" | "principal" | "condition")[];
}

export interface Principal {
  /** Lower-case key: `aws`, `service`, `federated`, `canonicaluser`, or `*` for a bare "*" and {"*": ...}. */
  kind: string;
  /** As written. */
  id: string;
  /** false: the id is a reference whose value is not known. */
  known: boolean;
  /** Of a resource policy: is it the service that makes the request? Everybody is not meant. */
  own?: "yes" | "no" | "unknown";
}

export interface Condition {
  /** "", "forallvalues" or "foranyvalue". */
  quantifier: string;
  /** Lower-case, without quantifier and `ifexists`: `stringequals`, `arnlike`, `null`, ... */
  operator: string;
  if_exists: boolean;
  /** Lower-case: `aws:sourceaccount`. */
  key: string;
  /** `StringEquals aws:SourceAccount`, for messages. */
  given: string;
  values: ConditionValue[];
}

/**
 * One value of a condition, with what it matches under the operator's own comparison, taken positively (polarity,
 * quantifier and `IfExists` are Rego's to apply).
 */
export interface ConditionValue {
  text: string;
  /**
   * Does it match the value that this key has when the service acts for the own flow logs? `yes`: for each of them;
   * `some`: for some only (one exact flow-log id); `no`; `unknown` (also for keys whose value cannot be told).
   */
  own: "yes" | "some" | "no" | "unknown";
  /** Does it also match when the service acts for somebody else's account? */
  foreign: "yes" | "no" | "unknown";
  /** Why it is unfit, for messages: "" or one of the flaws. */
  flaw:
    | ""
    | "wildcard-literal"
    | "other-service"
    | "other-resource"
    | "other-partition"
    | "other-account"
    | "other-region"
    | "wildcard-account"
    | "everything"
    | "malformed";
}

/** What a document's resources cover of a log group. Parallel to the document's statements and their lists. */
export interface Coverage {
  statements: { resources: ResourceCoverage[]; not_resources: ResourceCoverage[] }[];
}

export interface ResourceCoverage {
  /** Of the names that the service gives its log streams in the group, does the pattern match `every`, `some` or `none`? */
  streams: "every" | "some" | "none" | "unknown";
  /** Does it match the group for logs:DescribeLogStreams (its ARN, or that with `:*`)? `:log-stream:*` alone is unknown. */
  group: "yes" | "no" | "unknown";
  /** `own`: it matches nothing but the own group; `beyond`: more than that; `other`: something else only; `malformed`: no ARN form of CloudWatch Logs or of any service. */
  reach: "own" | "beyond" | "other" | "malformed" | "unknown";
  /** The most telling trait of the pattern. */
  form:
    | "any"
    | "wildcard-scope"
    | "wildcard-name"
    | "bare-group"
    | "group"
    | "streams"
    | "one-stream"
    | "other-service"
    | "malformed"
    | "unknown";
}
