/**
 * The model: what `gate` tells `policies`. `schemas/model.schema.json` is the contract, this file its TypeScript
 * face; a test holds them together.
 *
 * - Every array is flat and every link is a position in one, so that Rego neither searches nor walks.
 * - A value carries its state. `value` stands only where the state is `known`, so that a comparison in Rego with
 *   anything else is undefined instead of true (null orders below every number).
 * - Facts only: what is allowed, and how bad it is, is decided in `policies`.
 */

import type { Coverage, PolicyDocument, PolicyText, WrittenResources } from "./policy-facts";

export type * from "./policy-facts";

/** `absent` is an argument that is not given, or given as null: Terraform treats both alike. */
export type State = "known" | "absent" | "unknown" | "wrong-type";

export interface Value<T> {
  state: State;
  /** Only with state `known`. */
  value?: T;
  /** What the source says, for messages. Only with state `unknown` or `wrong-type`. */
  given?: string;
}

export type TextValue = Value<string>;
export type NumberValue = Value<number>;

/**
 * A link to another subject. `resolved`: at `at`. `external`: it names something that the input does not hold (a
 * literal ARN or id). `none`: the argument is absent. `unknown`: it cannot be told what it names.
 */
export interface Link {
  state: "resolved" | "external" | "none" | "unknown";
  /** Position in the array that the field names, -1 unless resolved. */
  at: number;
  /** What the source says, for messages; "" when absent. */
  given: string;
}

/** A resource by name: what findings print. */
export interface Ref {
  source: number;
  address: string;
}

/** What each subject starts with. */
export interface Subject extends Ref {
  construct_path?: string;
  location?: { path: string; line: number };
  /** `unknown`: it hangs on a count or for_each that is not a literal. */
  exists: "yes" | "unknown";
}

export interface FlowLog extends Subject {
  /** Absent means cloud-watch-logs. */
  destination_type: TextValue;
  /** `log_destination` as written. */
  destination: TextValue;
  /** Into `log_groups`. `external`: an ARN of a log group that the input does not hold. */
  log_group: Link;
  /** The group's ARN without `:*`, as a person can paste it: literal, or with Terraform references; "" if not known. */
  log_group_arn: string;
  /** Into `roles`. */
  role: Link;
  traffic_type: TextValue;
  /** `max_aggregation_interval`, seconds. Absent means 600. */
  aggregation: NumberValue;
  log_format: LogFormat;
  scope: FlowLogScope;
  /** Parallel to the role's `permissions`; empty without a resolved role. */
  permissions: FlowLogPermission[];
}

export interface LogFormat {
  state: State;
  /** The format as written. Only where it is not known, or a field is wrongly escaped. */
  given?: string;
  /** Fields written `${field}`, which Terraform reads as a reference. */
  unescaped: string[];
  /** Fields written `$$${field}`, which reach AWS as a literal. */
  overescaped: string[];
}

export interface FlowLogScope {
  /** Every scope argument that is given. */
  given: {
    argument: string;
    /** The resource type that it refers to; "" for a literal or an unresolved reference. */
    refers_to: string;
    /** false: `refers_to` is a kind of resource that this argument does not take. */
    fits: boolean;
    text: string;
  }[];
  /** `resolved`: one scope, at `at` in `scopes`. `none`/`several`: not one argument. `unknown`: its target cannot be told. */
  state: "resolved" | "none" | "several" | "unknown";
  at: number;
}

export interface FlowLogPermission {
  /** Into `coverages`: what the policy's resources cover of this flow log's own log group. -1: the group is not known. */
  coverage: number;
  /** Does the flow log depend, transitively, on the policy and on what attaches it? */
  order: "after" | "not-after" | "unknown";
  /** What it should depend on and does not. */
  missing: Ref[];
}

export interface LogGroup extends Subject {
  name: TextValue;
  retention: NumberValue;
  log_class: TextValue;
  /** The ARN without `:*`, as in `FlowLog.log_group_arn`. */
  arn: string;
  /** Flow logs that write to it; positions. */
  flow_logs: number[];
  /** Metric and subscription filters on it. */
  filters: Ref[];
}

/** `aws_cloudwatch_log_account_policy` of type RETENTION_POLICY. */
export interface AccountRetention extends Subject {
  /** A selection criterion narrows it: whether it reaches a group is then not known. */
  selective: boolean;
}

export interface Role extends Subject {
  name: TextValue;
  trust: PolicyText;
  /** Flow logs that use it; positions. */
  flow_logs: number[];
  /** Permission policies that hang on it, or were adopted. */
  permissions: RolePermission[];
  /** Managed policies on it that are not in the input. `known` false: a reference that cannot be followed. */
  foreign_policies: (Ref & { given: string; known: boolean })[];
  /** ARN of the permissions boundary, which may take back what the policies allow. */
  boundary: TextValue;
  /** What else in the input uses the role (instance profile, function, ...). */
  other_users: Ref[];
  /** Own account and region as text for messages and corrected policies: literals, or Terraform references; "" if not known. */
  own: { partition: string; region: string; account: string };
}

export interface RolePermission {
  /** Into `policies`. */
  policy: number;
  /** It hangs on no role and is judged as if on this one. */
  adopted: boolean;
  /** false: policy or attachment hang on a count or for_each that is not a literal. */
  certain: boolean;
  /** What attaches it; empty where the policy names the role itself. */
  attachments: Ref[];
  /** Into `coverages`, relative to the log groups of all flow logs that use the role together. */
  coverage: number;
}

/** A place where a permission document stands: aws_iam_role_policy, aws_iam_policy, or the role itself for inline_policy. */
export interface Policy extends Subject, PolicyText {
  /** Parallel to the statements of its document; empty unless readable. */
  resources: WrittenResources[];
  kind: "role-policy" | "managed" | "inline";
  /** Name as given, for messages. */
  name: string;
}

/** What a flow log can be put on. Every VPC and subnet of the input has one, captured or not. */
export interface Scope {
  /** Identity within the input. */
  key: string;
  /** The resource of the input that it is; absent for a literal id. */
  ref?: Ref;
  kind:
    | "vpc"
    | "subnet"
    | "network-interface"
    | "transit-gateway"
    | "transit-gateway-attachment"
    | "regional-nat-gateway";
  /** Flow logs on it; positions. */
  flow_logs: number[];
  /** Scopes that contain this one: an interface's subnet and VPC, a subnet's VPC; positions. */
  within: number[];
}

export interface Vpc extends Subject {
  /** Into `scopes`. */
  scope: number;
  /** Scopes of its subnets in the input. */
  subnets: number[];
}

export interface ModelSource {
  path: string;
  kind: "synth";
  stack: string;
  /** Module calls, whose resources are not read. */
  modules: string[];
  /** Policies and attachments whose role cannot be told: any role of this source may have more than it shows. */
  unplaced_permissions: Ref[];
  /** Flow logs whose scope cannot be told: any VPC may be theirs. */
  unplaced_flow_logs: Ref[];
}

export interface Model {
  version: 1;
  sources: ModelSource[];
  flow_logs: FlowLog[];
  log_groups: LogGroup[];
  account_retentions: AccountRetention[];
  roles: Role[];
  policies: Policy[];
  /** Policies that grant log-delivery actions, hang on no role and were adopted by none; positions. */
  loose_policies: number[];
  documents: PolicyDocument[];
  coverages: Coverage[];
  scopes: Scope[];
  vpcs: Vpc[];
}
